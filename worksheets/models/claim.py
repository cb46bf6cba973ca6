"""What clusters lay claim to, so that one and the same thing in two of them is found at once."""

from __future__ import annotations

from django.db import models


class Claim(models.Model):
    """A thing that a revision claims, as of the last write; `rules.claims` says what counts.

    `shared`: the revision claims it only as something that others may have too. Kept by
    `models.store.claims`.
    """

    revision = models.ForeignKey(
        "Revision", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=32)
    value = models.CharField(max_length=200)
    shared = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "kind", "value"], name="claim_once")
        ]
        indexes = [models.Index(fields=["value", "kind"], name="claim_by_value")]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"
