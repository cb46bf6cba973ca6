"""Changing many cells of one worksheet at once: pasting, filling down, setting a column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.db import transaction

from planner.accounts.access import Action
from planner.accounts.models import User
from worksheets.models import Revision
from worksheets.plan.difference import difference
from worksheets.plan.fields import Field
from worksheets.plan.integrity import SINGLE_KEY, change_problems
from worksheets.plan.keys import new_key
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.queries.access import locked_revision
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.changes import change_plan
from worksheets.services.errors import BlockInvalid, Fault, PlanInvalid, RowConflict, RowInvalid
from worksheets.services.judging import Verdict
from worksheets.services.typed import merged_row, row_of, touched
from worksheets.sheets.cells import text_of
from worksheets.sheets.sheet import Sheet

MAX_LINES = 5_000
GONE = "Somebody else deleted this row meanwhile; nothing was saved."
CHANGED = "Somebody else changed this cell meanwhile to “{}”; look at it, then try again."


class Line(NamedTuple):
    """Cells of one row to be changed, as texts by column; an empty key adds a row.

    `base`: what the cells held when the person looked, by column, and `version` the row's then.
    """

    key: str
    version: int
    cells: Mapping[str, str]
    base: Mapping[str, str] | None = None


class SavedBlock(NamedTuple):
    """Keys of the rows of the block, in its order, and what the judgement says."""

    keys: tuple[str, ...]
    revision: Revision
    verdict: Verdict


def save_block(
    *, actor: User, cluster_id: int, sheet: Sheet, lines: Sequence[Line], label: str = ""
) -> SavedBlock:
    """Change and add rows of a worksheet, all or nothing.

    New rows come last, in order. A text may name a row that the block itself adds. Raises
    BlockInvalid with every cell that cannot be stored, and what `locked_revision` raises.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        book = open_workbook(revision)
        _refuse_shape(book, sheet, lines)
        keys = _keys(book.plan, sheet, lines)
        after = _applied(book, sheet, lines, keys)
        try:
            verdict = change_plan(
                actor=actor, revision=revision, book=book, after=after, label=label
            )
        except PlanInvalid as error:
            raise BlockInvalid(_faults(lines, keys, error)) from None
        return SavedBlock(keys, revision, verdict)


def _refuse_shape(book: Workbook, sheet: Sheet, lines: Sequence[Line]) -> None:
    if len(lines) > MAX_LINES:
        message = f"The block has {len(lines):,} rows; at most {MAX_LINES:,} go in at once."
        raise BlockInvalid([Fault(0, "", "", "", message)])
    named = [line.key for line in lines if line.key]
    if len(set(named)) < len(named):
        message = "The block names the same row twice; keep one line for each row."
        raise BlockInvalid([Fault(0, "", "", "", message)])
    if sheet.single and (book.plan.rows(sheet.row) or len(lines) > 1) and len(named) < len(lines):
        message = f"The worksheet {sheet.title} has one row only."
        raise BlockInvalid([Fault(0, "", "", "", message)])


def _keys(plan: Plan, sheet: Sheet, lines: Sequence[Line]) -> tuple[str, ...]:
    made: set[str] = set()
    keys = []
    for line in lines:
        key = line.key or (SINGLE_KEY if sheet.single else new_key(plan, sheet.row, made))
        made.add(key)
        keys.append(key)
    return tuple(keys)


def _applied(book: Workbook, sheet: Sheet, lines: Sequence[Line], keys: Sequence[str]) -> Plan:
    """The plan with all lines in it; raises BlockInvalid.

    References of a sheet to itself are read last, when the names of the block are known.
    """
    own = {name for name, field in sheet.fields.items() if _names_own_row(sheet, field)}
    plan, faults = _pass(book, book.plan, sheet, lines, keys, set(sheet.fields) - own)
    if own and not faults:
        plan, faults = _pass(book, plan, sheet, lines, keys, own)
    if faults:
        raise BlockInvalid([*faults, *_further(book, plan, lines, keys, faults)])
    return plan


def _further(
    book: Workbook, plan: Plan, lines: Sequence[Line], keys: Sequence[str], faults: list[Fault]
) -> list[Fault]:
    """What else is wrong with the lines that could be read, so that all is told at once."""
    told = {fault.line for fault in faults}
    found = change_problems(book.plan, plan, difference(book.plan, plan))
    return [fault for fault in _faults(lines, keys, PlanInvalid(found)) if fault.line not in told]


def _names_own_row(sheet: Sheet, field: Field) -> bool:
    return field.target == sheet.slug


def _pass(
    book: Workbook,
    plan: Plan,
    sheet: Sheet,
    lines: Sequence[Line],
    keys: Sequence[str],
    columns: set[str],
) -> tuple[Plan, list[Fault]]:
    rows: list[Row] = []
    faults: list[Fault] = []
    for number, (line, key) in enumerate(zip(lines, keys, strict=True)):
        stored = plan.get(sheet.row, key)
        if line.key and stored is None:
            faults.append(Fault(number, key, "", "", GONE))
            continue
        part = {n: t for n, t in line.cells.items() if n in columns or n not in sheet.fields}
        try:
            rows.append(_row(book, plan, sheet, line._replace(cells=part), key, stored))
        except RowInvalid as error:
            faults += [
                Fault(number, line.key, column, line.cells.get(column, ""), message)
                for column, message in error.errors.items()
            ]
        except RowConflict as error:
            faults += [
                Fault(
                    number,
                    line.key,
                    clash.column,
                    line.cells.get(clash.column, ""),
                    CHANGED.format(text_of(plan, sheet.fields[clash.column], clash.theirs)),
                )
                for clash in error.clashes
            ]
    return plan.replace(*rows), faults


def _row(book: Workbook, plan: Plan, sheet: Sheet, line: Line, key: str, stored: Row | None) -> Row:
    if stored is None:
        return row_of(plan, sheet, key, line.cells, None)
    if not line.key:
        return row_of(plan, sheet, key, line.cells, stored)
    cells = touched(line.cells, line.base)
    mine = row_of(plan, sheet, key, cells, stored)
    if book.versions[sheet.slug, key] != line.version:
        mine = merged_row(plan, sheet, stored, mine, cells, line.base)
    return mine


def _faults(lines: Sequence[Line], keys: Sequence[str], error: PlanInvalid) -> list[Fault]:
    places = {key: number for number, key in enumerate(keys)}
    found = []
    for problem in error.problems:
        number = places.get(problem.key, 0)
        message = problem.message[:1].upper() + problem.message[1:].rstrip(".") + "."
        text = lines[number].cells.get(problem.column, "") if lines else ""
        found.append(Fault(number, lines[number].key, problem.column, text, message))
    return found
