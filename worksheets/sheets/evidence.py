"""What a plan says where a checklist or a demand of the paper refers to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.rules.checklists.item import Item
from worksheets.rules.evidence import Evidence
from worksheets.sheets.needs import never
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet

NOTHING = (None, "", ())


class Told(Enum):
    """What the plan says: all of it, a part, the contrary, nothing yet, or it does not apply."""

    ALL = "answered"
    PART = "partly answered"
    DENIED = "answered no"
    NOTHING = "not entered"
    UNUSED = "not used here"


@dataclass(frozen=True)
class Telling:
    """What the plan says about one reference. `rows`: those that say nothing, or the contrary."""

    evidence: Evidence
    told: Told
    rows: tuple[Row, ...] = ()

    @property
    def label(self) -> str:
        return label_of(self.evidence)


def label_of(evidence: Evidence) -> str:
    """The reference in the words of the worksheets: "Nodes, Peak load"."""
    sheet = sheets()[evidence.worksheet]
    words = [sheet.title]
    if evidence.where:
        name, value = evidence.where
        choices = sheet.fields[name].choices
        words.append(choices(value).label if choices else value)
    if evidence.column:
        words.append(sheet.column(evidence.column).label)
    return ", ".join(words)


def tell(plan: Plan, evidence: Evidence) -> Telling:
    """What the plan says about a reference.

    A cell counts as missing where the worksheet asks for it; a column that is never asked for by
    its worksheet is asked for by the reference, in every row.
    """
    sheet = sheets()[evidence.worksheet]
    every = plan.rows(sheet.row)
    rows = [row for row in every if _concerns(evidence, row)]
    if not rows:
        asked = bool(every) or sheet.needed(plan, None)
        return Telling(evidence, Told.NOTHING if asked else Told.UNUSED)
    if not evidence.column:
        return Telling(evidence, Told.ALL)
    return _tell_column(plan, evidence, sheet, rows)


def _concerns(evidence: Evidence, row: Row) -> bool:
    return evidence.where is None or getattr(row, evidence.where[0]) == evidence.where[1]


def _tell_column(plan: Plan, evidence: Evidence, sheet: Sheet, rows: list[Row]) -> Telling:
    column = sheet.column(evidence.column)
    values = [(row, getattr(row, column.name)) for row in rows]
    if evidence.says is not None:
        against = tuple(row for row, value in values if value not in (None, evidence.says))
        if against:
            return Telling(evidence, Told.DENIED, against)
    filled = [row for row, value in values if value not in NOTHING]
    empty = tuple(
        row
        for row, value in values
        if value in NOTHING and (column.needed is never or column.needed(plan, row))
    )
    if not empty:
        return Telling(evidence, Told.ALL if filled else Told.UNUSED)
    return Telling(evidence, Told.PART if filled else Told.NOTHING, empty)


def tell_item(plan: Plan, item: Item) -> tuple[Told | None, tuple[Telling, ...]]:
    """What the plan says about an item of a checklist as a whole, and about each reference.

    None where no cell can answer it.
    """
    tellings = tuple(tell(plan, evidence) for evidence in item.done_when)
    return together(tellings), tellings


def together(tellings: tuple[Telling, ...]) -> Told | None:
    """Several answers as one: the contrary before gaps, and gaps before what is answered."""
    told = {telling.told for telling in tellings} - {Told.UNUSED}
    if not tellings:
        return None
    if not told:
        return Told.UNUSED
    if Told.DENIED in told:
        return Told.DENIED
    return told.pop() if len(told) == 1 else Told.PART
