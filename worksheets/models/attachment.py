"""Files that belong to a cluster or to one of its rows."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Attachment(models.Model):
    """A file on a cluster, or on the row of `worksheet` and `key` (both empty for the cluster).

    It hangs on the row's key, not on a revision, so it follows the row through all of them and
    outlives it: `row_title` says what the row was called when the file came. `content` is in the
    database, so that one backup holds everything and a file and its event are stored together or
    not at all. `sha256` is of the content, 64 hexadecimal digits; `size` is in bytes.
    """

    cluster = models.ForeignKey(
        "Cluster", on_delete=models.CASCADE, related_name="attachments", db_index=False
    )
    worksheet = models.CharField(max_length=64, blank=True)
    key = models.CharField(max_length=64, blank=True)
    row_title = models.TextField(blank=True)
    name = models.CharField(max_length=150)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    description = models.CharField(max_length=200, blank=True)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cluster", "worksheet", "key", "name"],
                name="attachment_name_once_per_place",
            )
        ]

    def __str__(self) -> str:
        return self.name
