"""Whether a row or a plan can be stored at all.

Everything here is a refusal: the input is kept, nothing is saved, and the problem says where it
is and what to do. What can be stored but is unwise is a finding, never a problem.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from worksheets.plan.difference import Difference
from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.formats import unprintable
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS

SINGLE_KEY = "cluster"
MAX_ROWS = 10_000


class Problem(NamedTuple):
    """One reason why a row cannot be stored; `column` is empty when it is about the row."""

    sheet: str
    key: str
    column: str
    message: str


def problems(plan: Plan) -> list[Problem]:
    """All problems of a whole plan, in the order of its rows."""
    found = []
    for kind in KINDS.values():
        seen: dict[tuple[str, object], str] = {}
        for row in plan.rows(kind):
            found += row_problems(plan, row)
            found += _repeats(plan, row, seen)
    return found


def change_problems(before: Plan, after: Plan, found: Difference) -> list[Problem]:
    """Problems that a change brings into a plan that had none, each at a row that changed."""
    problems = []
    for change in found.rows:
        if change.after is not None:
            problems += row_problems(after, change.after)
    for kind in {type(change.row) for change in found.rows}:
        problems += _repeats_of_changed(after, kind, found)
    problems += _left_behind(before, after, found)
    if not problems and _renames(before, after, found):
        problems += _titles_used_twice(after, found)
    if found.rows and len(after) > MAX_ROWS:
        row = found.rows[0].row
        message = f"this makes {len(after):,} rows; a plan has at most {MAX_ROWS:,}"
        problems.append(Problem(row.slug, row.key, "", message))
    return problems


def _repeats_of_changed(after: Plan, kind: type[Row], found: Difference) -> list[Problem]:
    """Titles and unique values that a changed row shares with another row of its sheet."""
    changed = {c.row.key for c in found.rows if c.after is not None and type(c.row) is kind}
    seen: dict[tuple[str, object], str] = {}
    for row in after.rows(kind):
        if row.key not in changed:
            _note(after, row, seen)
    return [
        problem
        for row in after.rows(kind)
        if row.key in changed
        for problem in _repeats(after, row, seen)
    ]


def _left_behind(before: Plan, after: Plan, found: Difference) -> list[Problem]:
    """References of rows that stay to rows that would go."""
    gone = {(row.slug, row.key): row for row in found.removed}
    if not gone:
        return []
    problems = []
    changed = {(c.row.slug, c.row.key) for c in found.rows if c.after is not None}
    for row in after:
        if (row.slug, row.key) in changed:
            continue
        for slug, key in _references(row):
            if (slug, key) in gone:
                message = (
                    f"is still referred to by {before.title(type(row), row.key)} on the worksheet "
                    f"{row.slug}; change that row first"
                )
                problems.append(Problem(slug, key, "", message))
    return problems


def _references(row: Row) -> Iterator[tuple[str, str]]:
    for field in fields_of(type(row)).values():
        value = getattr(row, field.name)
        if field.holds is Holds.REFERENCE and value:
            yield field.target, value
        elif field.holds is Holds.REFERENCES:
            yield from ((field.target, key) for key in value)


def _renames(before: Plan, after: Plan, found: Difference) -> bool:
    return any(
        before.titles(type(change.row)).get(change.row.key)
        != after.titles(type(change.row)).get(change.row.key)
        for change in found.rows
    )


def _titles_used_twice(after: Plan, found: Difference) -> list[Problem]:
    """Rows that share a title now that rows they are called after have another one.

    A port is called after the partition that holds its card, so renaming a partition can make
    two ports share a name.
    """
    problems = []
    first = next(iter(found.rows)).row
    for kind in KINDS.values():
        titles = after.titles(kind)
        if len(set(titles.values())) == len(titles):
            continue
        twice = next(name for name, count in Counter(titles.values()).items() if count > 1)
        sheet = kind.slug.replace("_", " ")
        message = f"with this, two {sheet} rows would be called {twice!r}; choose another name"
        problems.append(Problem(first.slug, first.key, "name", message))
    return problems


def row_problems(plan: Plan, row: Row) -> list[Problem]:
    """Problems of one row of `plan` and of its cells, each looked at for itself."""
    found = []
    if row.single and row.key != SINGLE_KEY:
        message = f"this worksheet has one row, with the key {SINGLE_KEY!r}; keep that one"
        found.append(Problem(row.slug, row.key, "key", message))
    return found + [
        Problem(row.slug, row.key, field.name, message)
        for field in fields_of(type(row)).values()
        for message in _cell(plan, field, getattr(row, field.name))
    ]


def _cell(plan: Plan, field: Field, value: object) -> Iterator[str]:
    if field.holds is Holds.REFERENCE and value:
        yield from _unknown(plan, field, str(value))
    elif field.holds is Holds.REFERENCES:
        keys = value if isinstance(value, tuple) else ()
        for key in keys:
            yield from _unknown(plan, field, key)
        if len(set(keys)) < len(keys):
            yield "names the same row twice; keep one of them"
    elif isinstance(value, str) and value and field.holds in (Holds.TEXT, Holds.PROSE):
        wrong = unprintable(value, lines=field.holds is Holds.PROSE)
        if wrong:
            yield f"{wrong}; remove it"
        elif field.required and not value.strip():
            yield "is empty; enter a value"
        elif field.format:
            wrong = field.format.check(value)
            if wrong:
                yield f"{value[:60]!r} {wrong}; enter {field.format.expects}"


def _unknown(plan: Plan, field: Field, key: str) -> Iterator[str]:
    target = KINDS[field.target]
    if plan.get(target, key) is None:
        yield (
            f"refers to {key[:60]!r}, but no row of the worksheet {field.target} has that key; "
            "add that row or choose another"
        )


def _claims(plan: Plan, row: Row) -> Iterator[tuple[str, object]]:
    """What only one row of a sheet may have: its title, and each unique column."""
    yield "", plan.title(type(row), row.key)
    for field in fields_of(type(row)).values():
        value = getattr(row, field.name)
        if field.unique and value:
            yield field.name, value.lower() if isinstance(value, str) else value


def _note(plan: Plan, row: Row, seen: dict[tuple[str, object], str]) -> None:
    for claim in _claims(plan, row):
        seen.setdefault(claim, row.key)


def _repeats(plan: Plan, row: Row, seen: dict[tuple[str, object], str]) -> list[Problem]:
    found = []
    for claim in _claims(plan, row):
        first = seen.setdefault(claim, row.key)
        if first == row.key:
            continue
        column, value = claim
        if column:
            other = plan.title(type(row), first)
            message = f"{value} is already used by {other}; each row needs its own"
        else:
            message = f"there is already a row called {value!r}; choose another name"
        found.append(Problem(row.slug, row.key, column or "name", message))
    return found
