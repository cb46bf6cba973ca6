"""The plan: all rows of one revision of one cluster, frozen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.cluster_options import ClusterOptions

R = TypeVar("R", bound=Row)


class Plan:
    """Rows by worksheet, in the order of the sheet, never changed once built.

    `Plan(rows)` takes rows of any kinds in any mixture; the order within a kind is kept.
    Raises ValueError when two rows of one kind share a key.
    """

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        tables: dict[type[Row], dict[str, Row]] = {kind: {} for kind in KINDS.values()}
        for row in rows:
            table = tables[type(row)]
            if row.key in table:
                raise ValueError(f"two rows of {row.slug} have the key {row.key!r}")
            table[row.key] = row
        self._tables = tables
        self._rows: dict[type[Row], tuple[Row, ...]] = {}
        self._names: dict[type[Row], dict[str, str]] = {}
        self._keys: dict[type[Row], dict[str, str]] = {}

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        """All rows of one worksheet in sheet order."""
        known: Mapping[type[Row], tuple[Any, ...]] = self._rows
        if kind not in known:
            self._rows[kind] = tuple(self._tables[kind].values())
        return known[kind]

    def shares(self, other: Plan, kind: type[Row]) -> bool:
        """Whether the other plan was made from this one, or this from it, without touching a
        worksheet.
        """
        return self._tables[kind] is other._tables[kind]

    def get(self, kind: type[R], key: str) -> R | None:
        """The row with this key, or None (also for the empty key)."""
        table: Mapping[str, Any] = self._tables[kind]
        return table.get(key)

    def pick(self, kind: type[R], keys: Iterable[str]) -> tuple[R, ...]:
        """The rows with these keys in the order given; unknown keys are passed over."""
        table: Mapping[str, Any] = self._tables[kind]
        return tuple([table[key] for key in keys if key in table])

    @cached_property
    def options(self) -> ClusterOptions:
        """The cluster's own row; an empty one where the plan has none yet."""
        rows = self.rows(ClusterOptions)
        return rows[0] if rows else ClusterOptions(key="cluster", name="unnamed")

    def title(self, kind: type[Row], key: str) -> str:
        """Readable name of a row; the key itself where no such row exists."""
        return self.titles(kind).get(key, key)

    def titles(self, kind: type[Row]) -> Mapping[str, str]:
        """Readable names of one worksheet by key."""
        names = self._names.get(kind)
        if names is None:
            names = {key: row.title(self) for key, row in self._tables[kind].items()}
            self._names[kind] = names
        return names

    def keys_by_title(self, kind: type[Row]) -> Mapping[str, str]:
        """Keys of one worksheet by readable name; the first row wins where names repeat."""
        keys = self._keys.get(kind)
        if keys is None:
            keys = {}
            for key, name in self.titles(kind).items():
                keys.setdefault(name, key)
            self._keys[kind] = keys
        return keys

    def replace(self, *rows: Row) -> Plan:
        """A plan with these rows in place of those with their keys, or added at the end."""
        changed: dict[type[Row], dict[str, Row]] = {}
        for row in rows:
            table = changed.setdefault(type(row), dict(self._tables[type(row)]))
            table[row.key] = row
        return self._with(changed)

    def without(self, kind: type[Row], *keys: str) -> Plan:
        """A plan without the rows of these keys."""
        table = {key: row for key, row in self._tables[kind].items() if key not in keys}
        return self._with({kind: table})

    def ordered(self, kind: type[Row], keys: Iterable[str]) -> Plan:
        """A plan in which the rows with these keys come in this order, ahead of all others.

        Keys without a row are passed over.
        """
        table = self._tables[kind]
        first = {key: table[key] for key in keys if key in table}
        return self._with({kind: first | {k: row for k, row in table.items() if k not in first}})

    def _with(self, changed: Mapping[type[Row], dict[str, Row]]) -> Plan:
        plan = object.__new__(type(self))
        plan._tables = {**self._tables, **changed}
        plan._rows = {kind: rows for kind, rows in self._rows.items() if kind not in changed}
        plan._names = {}
        plan._keys = {}
        return plan

    def __iter__(self) -> Iterator[Row]:
        for table in self._tables.values():
            yield from table.values()

    def __len__(self) -> int:
        return sum(len(table) for table in self._tables.values())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Plan):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
