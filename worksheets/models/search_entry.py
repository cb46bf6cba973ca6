"""What the search over all clusters looks through."""

from __future__ import annotations

from django.db import models


class SearchEntry(models.Model):
    """A cell that can be found, and the title of its row, as of the last write.

    `folded` is `text` in the form in which texts are compared (`models.store.search.folded`).
    `is_address`: the cell holds an IP address, which is found from its beginning only. Kept by
    `models.store.search`; PostgreSQL's index on `folded` is made in `models.store.search_index`.
    """

    revision = models.ForeignKey(
        "Revision", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    worksheet = models.CharField(max_length=64)
    key = models.CharField(max_length=64)
    column = models.CharField(max_length=64)
    title = models.TextField()
    text = models.TextField()
    folded = models.TextField()
    is_address = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "worksheet", "key", "column"], name="search_entry_once_per_cell"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}: {self.text}"
