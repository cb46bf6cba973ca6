"""How the organisation weighs a rule of the catalogue."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from worksheets.plan.rows.cluster_options import Environment
from worksheets.rules.finding import Severity

OFF = "off"


class RuleSetting(models.Model):
    """One rule in one environment; an empty `environment` is for all without their own setting.

    `severity` is one of the catalogue's, or "off". The rule may be one that this version does
    not have any more.
    """

    rule = models.CharField(max_length=64)
    environment = models.CharField(
        max_length=20, blank=True, choices=[(item.value, item.value) for item in Environment]
    )
    severity = models.CharField(
        max_length=10, choices=[(word, word) for word in (*[s.value for s in Severity], OFF)]
    )
    reason = models.TextField(max_length=1000)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    edited_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["rule", "environment"]
        constraints = [
            models.UniqueConstraint(fields=["rule", "environment"], name="rule_setting_once")
        ]

    def __str__(self) -> str:
        where = f" in {self.environment}" if self.environment else ""
        return f"{self.rule}{where}: {self.severity}"
