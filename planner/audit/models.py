"""The tables of the event log."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models

GENESIS = "0" * 64


class Event(models.Model):
    """Something that was done, by whom and to what. Never changed, never removed.

    ``number`` counts from 1 without gaps. ``details`` is canonical JSON, stored as text because
    the hash is over its exact bytes. ``actor_id`` is no foreign key: the log outlives accounts.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=150)
    actor_id = models.BigIntegerField(null=True)
    action = models.CharField(max_length=100)
    subject = models.CharField(max_length=255, db_index=True)
    details = models.TextField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.subject}"

    @property
    def data(self) -> dict[str, Any]:
        """``details`` as Python objects."""
        data: dict[str, Any] = json.loads(self.details)
        return data


class ChainHead(models.Model):
    """Where the chain ends: one row, locked by whoever appends the next event."""

    ROW = 1

    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default=GENESIS)

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"
