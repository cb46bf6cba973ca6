"""What the plan that an import would make cannot hold, told at the lines that bring it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from worksheets.exchange.headings import KEY, label_of
from worksheets.exchange.mistakes import Mistake
from worksheets.exchange.sheet_lines import Placed
from worksheets.exchange.tables import Table
from worksheets.plan.fields import fields_of
from worksheets.plan.integrity import Problem, problems
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet


def in_use_mistakes(plan: Plan, after: Plan, tables: Mapping[str, Table]) -> Iterator[Mistake]:
    """Rows that would go although others still refer to them."""
    users = _users(after)
    for slug, table in tables.items():
        for row in plan.rows(table.sheet.row):
            if after.get(table.sheet.row, row.key) is None:
                for user in users.get((slug, row.key), ())[:3]:
                    title = plan.title(table.sheet.row, row.key)
                    message = (
                        f"The file lacks {title}, but {user} refers to it; keep its line, or "
                        "change that reference first."
                    )
                    yield Mistake(table.where, 0, "", title, message)


def integrity_mistakes(
    plan: Plan,
    after: Plan,
    tables: Mapping[str, Table],
    placed: Mapping[str, Placed],
    told: Iterable[Mistake],
) -> Iterator[Mistake]:
    """Problems of the plan, but for cells that have been told of already."""
    known = {(mistake.where, mistake.line, mistake.column) for mistake in told}
    for problem in problems(after):
        sheet = sheets()[problem.sheet]
        if _refers_to_removed(plan, after, sheet, problem):
            continue
        mistake = _mistake(after, sheet, problem, tables, placed)
        if (mistake.where, mistake.line, mistake.column) not in known or not mistake.line:
            yield mistake


def _mistake(
    after: Plan,
    sheet: Sheet,
    problem: Problem,
    tables: Mapping[str, Table],
    placed: Mapping[str, Placed],
) -> Mistake:
    message = problem.message[:1].upper() + problem.message[1:] + "."
    column = problem.column if problem.column in sheet.fields else ""
    label = label_of(sheet, column) if column else ""
    found = placed.get(problem.sheet)
    line = found.lines.get(problem.key) if found else None
    if line is None:
        title = after.title(sheet.row, problem.key)
        return Mistake(sheet.title, 0, label, title, f"In the row {title}: {message}")
    text = line.texts.get(column or KEY, "")[:60]
    return Mistake(tables[problem.sheet].where, line.number, label, text, message)


def _refers_to_removed(plan: Plan, after: Plan, sheet: Sheet, problem: Problem) -> bool:
    """Whether the problem is a reference to a row that goes, which is told at that row."""
    field = sheet.fields.get(problem.column)
    row = after.get(sheet.row, problem.key)
    if field is None or row is None or not field.target:
        return False
    value = getattr(row, field.name)
    target = KINDS[field.target]
    keys = value if isinstance(value, tuple) else (value,)
    return any(plan.get(target, key) and not after.get(target, key) for key in keys)


def _users(plan: Plan) -> dict[tuple[str, str], list[str]]:
    """Who refers to a row, by its worksheet and key."""
    users: dict[tuple[str, str], list[str]] = {}
    for kind in KINDS.values():
        fields = [field for field in fields_of(kind).values() if field.target]
        for row in plan.rows(kind) if fields else ():
            name = f"{sheets()[kind.slug].title}, {plan.title(kind, row.key)}"
            for field in fields:
                value = getattr(row, field.name)
                for key in value if isinstance(value, tuple) else (value,):
                    users.setdefault((field.target, key), []).append(name)
    return users
