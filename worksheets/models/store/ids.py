"""Ids of the table rows behind the keys of a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from worksheets.models.store.mapping import table_of
from worksheets.plan.fields import Field, Holds
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS

# How many keys one query asks for; SQLite takes a limited number of parameters.
_MANY = 500


class Ids:
    """Ids by worksheet and key within one revision, asked for once each."""

    def __init__(self, revision_id: int) -> None:
        self._revision_id = revision_id
        self._known: dict[str, dict[str, int]] = defaultdict(dict)

    def add(self, slug: str, found: Mapping[str, int]) -> None:
        """Take note of rows that were just written."""
        self._known[slug].update(found)

    def of(self, slug: str, keys: Iterable[str]) -> Mapping[str, int]:
        """The ids of these keys of a worksheet (and of others asked for before)."""
        known = self._known[slug]
        missing = [key for key in dict.fromkeys(keys) if key not in known]
        rows = table_of(KINDS[slug])._default_manager.filter(revision_id=self._revision_id)
        for start in range(0, len(missing), _MANY):
            part = rows.filter(key__in=missing[start : start + _MANY])
            known.update(part.values_list("key", "id"))
        return known

    def referred_to(self, rows: Iterable[Row], fields: Iterable[Field]) -> None:
        """Ask at once for everything that these columns of these rows refer to."""
        wanted: dict[str, list[str]] = defaultdict(list)
        columns = [field for field in fields if field.target]
        for row in rows:
            for field in columns:
                value = getattr(row, field.name)
                if field.holds is Holds.REFERENCES:
                    wanted[field.target] += value
                elif value:
                    wanted[field.target].append(value)
        for slug, keys in wanted.items():
            self.of(slug, keys)
