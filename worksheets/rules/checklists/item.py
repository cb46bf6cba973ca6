"""A checklist and its items."""

from __future__ import annotations

from dataclasses import dataclass

from worksheets.rules.evidence import Evidence


@dataclass(frozen=True)
class Item:
    """One thing to do or to make sure of.

    `line`: the demand of the paper that asks for it. `done_when`: cells that answer it once and
    for all, all of them together. `see`: cells that say who does it, how, and where the record
    lies; it is still to be done each time. `enforced`: the application refuses the next step
    without it; otherwise people tick it on paper.
    """

    id: str
    text: str
    line: str
    done_when: tuple[Evidence, ...] = ()
    see: tuple[Evidence, ...] = ()
    enforced: bool = False


@dataclass(frozen=True)
class Checklist:
    """The items of one occasion, in the order of doing. `lead` says when it is taken out."""

    id: str
    title: str
    lead: str
    items: tuple[Item, ...]

    def ref(self, item: Item) -> str:
        """What the demands of the paper call an item: "before_change.snapshot"."""
        return f"{self.id}.{item.id}"


def yes(*columns: str) -> tuple[Evidence, ...]:
    """These columns, saying yes in every row."""
    return tuple(Evidence(column, says=True) for column in columns)


def entered(*columns: str) -> tuple[Evidence, ...]:
    """These columns, filled in in every row that is asked for them."""
    return tuple(Evidence(column) for column in columns)


def tasks(kind: str, *columns: str) -> tuple[Evidence, ...]:
    """These columns of the maintenance tasks of a kind, of which there is at least one."""
    return tuple(Evidence(f"maintenance_task.{name}", where=("kind", kind)) for name in columns)
