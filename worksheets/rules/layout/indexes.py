"""Rows of a worksheet in an order that does not depend on the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

from worksheets.plan.row import Row
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.memory import remembered

R = TypeVar("R", bound=Row)
_KEY = attrgetter("key")


class Indexes:
    """Rows of the worksheets by their keys, never in the order of the sheet."""

    def __init__(self, design: Design) -> None:
        self.plan = design.plan
        self.memory = design.memory
        self._ordered: dict[type[Row], Any] = {}

    @staticmethod
    def in_order(rows: Iterable[R]) -> list[R]:
        """Rows of one kind by their keys, which says the same whatever the sheet's order."""
        return sorted(rows, key=_KEY)

    def ordered(self, kind: type[R]) -> Sequence[R]:
        """All rows of a worksheet by their keys."""
        rows: Sequence[R] | None = self._ordered.get(kind)
        if rows is None:
            rows = self.memory.recall(("ordered", kind), partial(self._in_order, kind))
            self.memory.keep(self._ordered, kind, rows)
        return rows

    def _in_order(self, kind: type[R]) -> Sequence[R]:
        return tuple(self.in_order(self.plan.rows(kind)))

    @remembered
    def nodes(self) -> Sequence[Node]:
        return self.ordered(Node)

    @remembered
    def groups(self) -> Sequence[ResourceGroup]:
        return self.ordered(ResourceGroup)
