"""How plan columns map to table columns and link tables."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import models

from worksheets.models.base import WorksheetRow
from worksheets.models.rows import TABLES
from worksheets.plan.choice import Choice
from worksheets.plan.fields import Field, Holds
from worksheets.plan.row import Row

if TYPE_CHECKING:
    from worksheets.models.store.ids import Ids

BATCH = 500


def table_of(kind: type[Row]) -> type[WorksheetRow]:
    """The table that holds the rows of a kind."""
    return TABLES[kind.__name__]


class LinkTable:
    """The link table of a list column."""

    def __init__(self, table: type[WorksheetRow], name: str) -> None:
        field: Any = table._meta.get_field(name)
        self.model: Any = field.remote_field.through
        self.source: str = f"{field.m2m_field_name()}_id"
        self.target: str = f"{field.m2m_reverse_field_name()}_id"
        self.revision: str = f"{field.m2m_field_name()}__revision_id"

    def link(self, source: int, target: int) -> models.Model:
        record: models.Model = self.model(**{self.source: source, self.target: target})
        return record


@cache
def link_table(table: type[WorksheetRow], name: str) -> LinkTable:
    """The link table of the list column of that name."""
    return LinkTable(table, name)


def attribute(field: Field) -> str:
    """Attribute of the table row that holds the column."""
    return f"{field.name}_id" if field.holds is Holds.REFERENCE else field.name


def stored(field: Field, value: Any, ids: Ids) -> Any:
    """What the table holds for a plan value; `ids` must know the row that it refers to."""
    if field.holds is Holds.REFERENCE:
        return ids.of(field.target, ())[value] if value else None
    return value.value if isinstance(value, Choice) else value
