"""What every worksheet table has."""

from __future__ import annotations

from django.db import models

from worksheets.models.columns import prose


class WorksheetRow(models.Model):
    """A row of a worksheet, the table form of the plan row of the same name.

    `key` is the row's identity for life, `version` counts its writes, `position` is its place
    on the sheet.
    """

    revision = models.ForeignKey("worksheets.Revision", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    position = models.PositiveIntegerField(default=0)
    notes = prose()
    rationale = prose()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["revision", "key"], name="%(class)s_key_once")
        ]

    def __str__(self) -> str:
        return self.key
