"""From tables of a file to a proposal: which rows they mean, and what the plan becomes.

Worksheets are taken in the order in which they refer to each other, whatever the order of the
tabs, so every reference is looked up among the rows as they will be: a workbook may bring nodes
and the cards in them, and may rename what other lines name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from worksheets.exchange.limits import MAX_ROWS
from worksheets.exchange.mistakes import Mistake
from worksheets.exchange.proposal import Proposal, proposal
from worksheets.exchange.reading_cells import CellReader
from worksheets.exchange.refusals import in_use_mistakes, integrity_mistakes
from worksheets.exchange.sheet_lines import Placed, place_lines
from worksheets.exchange.tables import Table
from worksheets.plan.plan import Plan
from worksheets.plan.references import kinds_by_reference
from worksheets.plan.row import Row


def propose(plan: Plan, tables: Iterable[Table], remove_missing: bool = False) -> Proposal:
    """What these tables would make of a plan.

    A line means the row with its key, else the row of its title, else a new one. Columns that a
    table lacks stay as they are. `remove_missing`: rows of its worksheets that a table lacks go.
    """
    by_slug = {table.sheet.slug: table for table in tables}
    mistakes = [mistake for table in by_slug.values() for mistake in table.mistakes]
    reader = CellReader()
    after = plan
    placed: dict[str, Placed] = {}
    for kind in kinds_by_reference():
        table = by_slug.get(kind.slug)
        if table is None:
            continue
        found = place_lines(plan, after, table, reader)
        placed[kind.slug] = found
        mistakes += found.mistakes
        after = _with(after, kind, found.rows, remove_missing and not kind.single)
    mistakes += in_use_mistakes(plan, after, by_slug)
    mistakes += integrity_mistakes(plan, after, by_slug, placed, mistakes)
    if len(after) > MAX_ROWS:
        message = f"With this the plan would have {len(after):,} rows; at most {MAX_ROWS:,} can be."
        mistakes.append(Mistake("", 0, "", "", message))
    lines = {
        (slug, key): line.number
        for slug, found in placed.items()
        for key, line in found.lines.items()
    }
    return proposal(plan, after, _in_file_order(mistakes, by_slug), lines)


def propose_plan(plan: Plan, after: Plan) -> Proposal:
    """What it takes to make a plan equal to another, such as that of a plan file."""
    return proposal(plan, after)


def _with(plan: Plan, kind: type[Row], rows: Mapping[str, Row], remove: bool) -> Plan:
    """The plan with these rows in their places and new ones at the end."""
    stored = plan.rows(kind)
    kept = [rows.get(row.key, row) for row in stored if not remove or row.key in rows]
    known = {row.key for row in stored}
    added = [row for key, row in rows.items() if key not in known]
    others = (row for row in plan if type(row) is not kind)
    return Plan([*others, *kept, *added])


def _in_file_order(mistakes: Iterable[Mistake], tables: Mapping[str, Table]) -> tuple[Mistake, ...]:
    order = {table.where: number for number, table in enumerate(tables.values())}
    return tuple(sorted(mistakes, key=lambda m: (order.get(m.where, len(order)), m.line)))
