"""An uploaded file whose import waits to be confirmed."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class PendingImport(models.Model):
    """The file as it came, with what was chosen beside it.

    `sheet` is the worksheet that a CSV file is for, empty when the file tells itself. Gone when
    the import is confirmed or cancelled, at the person's next upload, and after a day.
    """

    cluster = models.ForeignKey("Cluster", on_delete=models.CASCADE, related_name="+")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    data = models.BinaryField()
    sheet = models.CharField(max_length=64, blank=True)
    remove_missing = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return self.name
