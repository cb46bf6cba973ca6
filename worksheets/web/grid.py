"""The worksheet as the grid shows it: rows of cells with texts, marks and errors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from worksheets.plan.fields import Field, Holds
from worksheets.plan.merge import Clash
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS
from worksheets.queries.workbook import Workbook
from worksheets.rules.finding import Finding
from worksheets.rules.registry import catalogue
from worksheets.sheets.cells import text_of
from worksheets.sheets.sheet import Column, Sheet

TEMPLATE_KEY = "-key-"
SYMBOLS = {"blocker": "■", "warning": "▲", "advice": "●"}


class Mark(NamedTuple):
    """What stands in a cell with a finding: `level` is the gravest severity, `word` its name."""

    level: str
    symbol: str
    word: str
    title: str
    finding: str


@dataclass
class CellView:
    """One cell. `text` is what stands in it; `base` what it held when editing began; `asked`:
    it has to be filled in and is not.
    """

    column: Column
    field: Field
    text: str
    mark: Mark | None = None
    asked: bool = False
    base: str = ""
    error: str = ""
    theirs: str | None = None
    was: str = ""

    @property
    def input(self) -> str:
        """Which control edits the cell."""
        return _INPUTS[self.field.holds]


_INPUTS = {
    Holds.TEXT: "text",
    Holds.PROSE: "prose",
    Holds.INTEGER: "number",
    Holds.FLAG: "select",
    Holds.CHOICE: "select",
    Holds.REFERENCE: "reference",
    Holds.REFERENCES: "references",
}


@dataclass
class RowView:
    """One row. An empty key is the row yet to be added."""

    key: str
    version: int
    title: str
    cells: list[CellView]
    mark: Mark | None = None
    error: str = ""
    users: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def wrong(self) -> bool:
        """Whether the row was refused."""
        cells = any(cell.error or cell.theirs is not None for cell in self.cells)
        return bool(cells or self.error or self.users)


@dataclass(frozen=True)
class Head:
    """A column's head with what its control needs."""

    column: Column
    field: Field
    options: tuple[str, ...]


def heads(sheet: Sheet) -> list[Head]:
    """The columns of a sheet; `options` are the allowed texts of choices and yes/no cells."""
    return [
        Head(column, sheet.fields[column.name], _options(sheet.fields[column.name]))
        for column in sheet.all_columns
    ]


def _options(field: Field) -> tuple[str, ...]:
    if field.holds is Holds.FLAG:
        return ("", "yes", "no")
    if field.choices is None:
        return ()
    labels = tuple(member.label for member in field.choices)
    return labels if field.default is not None else ("", *labels)


def names(sheet: Sheet, plan: Plan) -> dict[str, list[str]]:
    """Names that the reference columns of a sheet can take, by worksheet."""
    targets = sorted({field.target for field in sheet.fields.values() if field.target})
    return {target: list(plan.titles(KINDS[target]).values()) for target in targets}


def own_names(sheet: Sheet, plan: Plan) -> dict[str, list[str]]:
    """Names of the sheet's own rows, where its rows refer to each other."""
    if all(field.target != sheet.slug for field in sheet.fields.values()):
        return {}
    return {sheet.slug: list(plan.titles(sheet.row).values())}


def row_view(book: Workbook, sheet: Sheet, row: Row) -> RowView:
    """A stored row."""
    marks = book.marks.get((sheet.slug, row.key), {})
    asked = book.asked.get((sheet.slug, row.key), ())
    plan = book.plan
    cells = []
    for column in sheet.all_columns:
        field = sheet.fields[column.name]
        text = text_of(plan, field, getattr(row, column.name))
        found = marks.get(column.name)
        mark = mark_of(found) if found else None
        cells.append(CellView(column, field, text, mark, column.name in asked, text))
    version = book.versions[sheet.slug, row.key]
    return RowView(row.key, version, plan.title(sheet.row, row.key), cells, mark_of(marks.get("")))


def new_row_view(plan: Plan, sheet: Sheet) -> RowView:
    """The row yet to be added, with the defaults filled in."""
    cells = []
    for column in sheet.all_columns:
        field = sheet.fields[column.name]
        text = "" if field.required else text_of(plan, field, field.default)
        cells.append(CellView(column, field, text, base=text))
    return RowView("", 0, "", cells)


def template_row_view(plan: Plan, sheet: Sheet) -> RowView:
    """The pattern from which the page makes an editor for any row."""
    view = new_row_view(plan, sheet)
    view.key = TEMPLATE_KEY
    return view


def with_input(
    view: RowView,
    cells: Mapping[str, str],
    base: Mapping[str, str],
    errors: Mapping[str, str],
) -> RowView:
    """The row with what was typed in place of what is stored, and what is wrong with it."""
    for cell in view.cells:
        cell.text = cells.get(cell.column.name, cell.text)
        cell.base = base.get(cell.column.name, cell.base)
        cell.error = errors.get(cell.column.name, "")
    view.error = errors.get("", "")
    return view


def with_clashes(
    view: RowView, plan: Plan, sheet: Sheet, cells: Mapping[str, str], clashes: Iterable[Clash]
) -> RowView:
    """The row as stored now, with mine, theirs and base where both changed a cell."""
    clashing = {clash.column: clash for clash in clashes}
    for cell in view.cells:
        clash = clashing.get(cell.column.name)
        if clash is None:
            continue
        cell.theirs = cell.text
        cell.was = text_of(plan, cell.field, clash.base)
        cell.text = cells.get(cell.column.name, cell.text)
        cell.base = cell.theirs
    return view


def mark_of(findings: list[Finding] | None) -> Mark | None:
    """The mark for a cell with these findings, or None."""
    if not findings:
        return None
    worst = min(findings, key=lambda finding: finding.severity.rank)
    rules = catalogue()
    spof = any(f.rule in rules and rules[f.rule].table1 for f in findings)
    level = worst.severity.value
    title = "; ".join(finding.title for finding in findings[:3])
    return Mark(level, SYMBOLS[level], "SPOF" if spof else level, title, worst.identity)
