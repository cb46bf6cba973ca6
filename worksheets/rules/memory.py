"""What has been worked out about a plan, and which worksheets each of it was read from.

A rule is a function of what it reads. While a plan is judged, every read of a worksheet is
noted, so that after a change only the rules and indexes that read a changed worksheet have to
be worked out again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from worksheets.plan.fields import fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.cluster_options import ClusterOptions

V = TypeVar("V")
R = TypeVar("R", bound=Row)

# A worksheet, or the name of something else that is read, such as the organisation's policy.
Source = type[Row] | str
_EVERYTHING = frozenset(KINDS.values())


class Known(NamedTuple):
    """A value and what it was read from."""

    value: Any
    sources: frozenset[Source]


class Memory:
    """Values by name. `reading` gathers the sources of whatever is being worked out now.

    What has been noted once in `reading` need not be noted again: whoever reads may keep a value
    in a dictionary of its own and name it to `keep`, which holds until something else is being
    worked out.
    """

    def __init__(self, known: Mapping[Hashable, Known] | None = None) -> None:
        self.reading: set[Source] = set()
        self._known: dict[Hashable, Known] = dict(known or {})
        self._kept: list[tuple[dict[Any, Any], Hashable]] = []

    def recall(self, name: Hashable, work: Callable[[], V]) -> V:
        """The value of this name, worked out when it is asked for the first time.

        Its sources count as read by whoever asks.
        """
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = Known(*self.trace(work))
        self.reading |= known.sources
        value: V = known.value
        return value

    def begin(self) -> None:
        """Forget what has been read so far, and with it what was kept."""
        self.reading.clear()
        if self._kept:
            for holder, name in self._kept:
                del holder[name]
            self._kept.clear()

    def keep(self, holder: dict[Any, Any], name: Hashable, value: object) -> None:
        """Hold a value whose sources are noted in `reading`, for as long as they are."""
        holder[name] = value
        self._kept.append((holder, name))

    def trace(self, work: Callable[[], V]) -> tuple[V, frozenset[Source]]:
        """What `work` returns, and all that it read. They count as read here too."""
        reading = self.reading
        outer = frozenset(reading)
        self.begin()
        try:
            value = work()
            return value, frozenset(reading)
        finally:
            reading |= outer

    def without(self, changed: Iterable[Source]) -> Memory:
        """A memory of all that was read from none of these."""
        gone = frozenset(changed)
        return Memory(
            {name: item for name, item in self._known.items() if gone.isdisjoint(item.sources)}
        )


class TracedPlan(Plan):
    """A plan that tells a memory which of its worksheets are read."""

    def __init__(self, plan: Plan, memory: Memory) -> None:
        self._tables = plan._tables
        self._rows = plan._rows
        self._names = {}
        self._keys = plan._keys
        self._memory = memory
        self._note = memory.reading.add

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        self._note(kind)
        known: Mapping[type[Row], tuple[Any, ...]] = self._rows
        return known[kind] if kind in known else super().rows(kind)

    def get(self, kind: type[R], key: str) -> R | None:
        self._note(kind)
        table: Mapping[str, Any] = self._tables[kind]
        return table.get(key)

    def pick(self, kind: type[R], keys: Iterable[str]) -> tuple[R, ...]:
        if not keys:
            return ()
        self._note(kind)
        table: Mapping[str, Any] = self._tables[kind]
        return tuple([table[key] for key in keys if key in table])

    @property
    def options(self) -> ClusterOptions:
        rows = self.rows(ClusterOptions)
        return rows[0] if rows else ClusterOptions(key="cluster", name="unnamed")

    def title(self, kind: type[Row], key: str) -> str:
        names = self._names.get(kind) or self.titles(kind)
        return names.get(key, key)

    def titles(self, kind: type[Row]) -> Mapping[str, str]:
        names = self._names.get(kind)
        if names is None:
            names = self._memory.recall(("titles", kind), partial(self._titles, kind))
            self._memory.keep(self._names, kind, names)
        return names

    def _titles(self, kind: type[Row]) -> dict[str, str]:
        return {row.key: row.title(self) for row in self.rows(kind)}

    def keys_by_title(self, kind: type[Row]) -> Mapping[str, str]:
        self.titles(kind)
        return super().keys_by_title(kind)

    def _with(self, changed: Mapping[type[Row], dict[str, Row]]) -> Plan:
        self._memory.reading.update(_EVERYTHING)
        return Plan(row for table in {**self._tables, **changed}.values() for row in table.values())

    def __iter__(self) -> Iterator[Row]:
        self._memory.reading.update(_EVERYTHING)
        return super().__iter__()

    def __len__(self) -> int:
        self._memory.reading.update(_EVERYTHING)
        return super().__len__()


class HasMemory(Protocol):
    """What `remembered` can be used in."""

    memory: Memory


class remembered(Generic[V]):  # noqa: N801
    """A property that is worked out once and kept in the memory of its object.

    Having no `__set__`, it gives way to what the memory keeps in the object's dictionary, so that
    a loop reads a plain attribute.
    """

    def __init__(self, work: Callable[[Any], V]) -> None:
        self.work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = (owner.__name__, name)
        self.attribute = name

    def __get__(self, instance: HasMemory, owner: type | None = None) -> V:
        memory = instance.memory
        value = memory.recall(self.name, partial(self.work, instance))
        memory.keep(vars(instance), self.attribute, value)
        return value


def reached(kinds: Iterable[type[Row]]) -> frozenset[type[Row]]:
    """These worksheets and all on whose rows their titles may hang, by way of references."""
    found: set[type[Row]] = set()
    ahead = list(kinds)
    while ahead:
        kind = ahead.pop()
        if kind not in found:
            found.add(kind)
            ahead += [KINDS[field.target] for field in fields_of(kind).values() if field.target]
    return frozenset(found)
