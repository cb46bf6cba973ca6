"""From typed texts to rows: what was touched, what it means, what somebody else did meanwhile."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any

import msgspec

from worksheets.plan.merge import Clash, merge_rows
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.services.errors import RowConflict, RowInvalid
from worksheets.sheets.cells import CellError, value_of
from worksheets.sheets.sheet import Sheet


def row_of(plan: Plan, sheet: Sheet, key: str, cells: Mapping[str, str], stored: Row | None) -> Row:
    """The row that the texts make, on top of `stored`; raises RowInvalid with every bad cell."""
    values: dict[str, Any] = {}
    errors = {name: "There is no such column." for name in cells if name not in sheet.fields}
    for name, field in sheet.fields.items():
        if name not in cells:
            if stored is None and field.required:
                errors[name] = f"This cell cannot be empty; enter {field.expects}."
            continue
        try:
            values[name] = value_of(plan, field, cells[name])
        except CellError as error:
            errors[name] = str(error)
    if errors:
        raise RowInvalid(errors)
    if stored is None:
        return sheet.row(key=key, **values)
    return msgspec.structs.replace(stored, **values)


def touched(cells: Mapping[str, str], base: Mapping[str, str] | None) -> dict[str, str]:
    """The cells whose text is no longer what it was when editing began.

    An untouched cell keeps what is stored even when the name it shows now means another row.
    """
    known = base or {}
    return {
        name: text
        for name, text in cells.items()
        if name not in known or _plain(text) != _plain(known[name])
    }


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def merged_row(
    plan: Plan,
    sheet: Sheet,
    stored: Row,
    mine: Row,
    cells: Mapping[str, str],
    base: Mapping[str, str] | None,
) -> Row:
    """Put my changes on top of what is stored now; raises RowConflict.

    A cell whose base is not known, or can no longer be read, clashes when it differs.
    """
    known: dict[str, object] = {}
    for name, text in (base or {}).items():
        with contextlib.suppress(CellError, KeyError):
            known[name] = value_of(plan, sheet.fields[name], text)
    blind = [
        Clash(name, None, getattr(mine, name), getattr(stored, name))
        for name in cells
        if name not in known and getattr(mine, name) != getattr(stored, name)
    ]
    started = msgspec.structs.replace(stored, **known)
    merged, clashes = merge_rows(started, mine, stored)
    if blind or clashes:
        raise RowConflict(blind or clashes)
    return merged
