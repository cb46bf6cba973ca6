"""How the organisation calls the rows of a worksheet."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from worksheets.rules.finding import Severity
from worksheets.rules.mask import LONGEST


class NamingRule(models.Model):
    """One rule per worksheet; `mask` is in the language of `worksheets.rules.mask`."""

    worksheet = models.CharField(max_length=64, unique=True)
    mask = models.CharField(max_length=LONGEST)
    example = models.CharField(max_length=64)
    reason = models.TextField(max_length=1000, blank=True)
    severity = models.CharField(
        max_length=10,
        choices=[(level.value, level.value) for level in Severity],
        default=Severity.ADVICE.value,
    )
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    edited_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["worksheet"]

    def __str__(self) -> str:
        return f"{self.worksheet}: {self.mask}"
