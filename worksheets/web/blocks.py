"""Changes to many cells of a worksheet: a pasted block, and a column set for many rows."""

from __future__ import annotations

from time import perf_counter
from typing import Any, NamedTuple

import msgspec
from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from planner.accounts.access import Action
from worksheets.queries.access import cluster_for
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.blocks import Line, save_block
from worksheets.services.errors import BlockInvalid, Fault
from worksheets.sheets.cells import text_of
from worksheets.sheets.sheet import Sheet
from worksheets.web import grid
from worksheets.web.refresh import changed_page
from worksheets.web.requests import SignedIn
from worksheets.web.sheet import sheet_for
from worksheets.web.workspace import frame_context, revision_of

_DONE = {"paste": "Pasted", "fill": "Filled", "clear": "Cleared"}
_EVERY, _EMPTY, _CHOSEN = "every", "empty", "chosen"


class _Sent(msgspec.Struct, frozen=True):
    """A line of a block as the browser sends it."""

    key: str
    version: int
    cells: dict[str, str]
    base: dict[str, str] = {}


class FaultView(NamedTuple):
    """A refused cell: where it is, in words and as an address, and what is wrong."""

    where: str
    href: str
    message: str


@require_POST
def save(request: SignedIn, cluster_id: int, slug: str) -> HttpResponse:
    """Save a block sent by the grid: `lines` as JSON, `how` it came about."""
    sheet = sheet_for(slug)
    sent = _sent(request)
    done = _DONE.get(request.POST.get("how", ""), "Changed")
    said = f"{done} {_rows(len(sent))}"
    lines = [Line(line.key, line.version, line.cells, line.base) for line in sent]
    started = perf_counter()
    try:
        saved = save_block(
            actor=request.user,
            cluster_id=cluster_id,
            sheet=sheet,
            lines=lines,
            label=f"{said} of {sheet.title}",
        )
    except BlockInvalid as error:
        return _refused(request, cluster_id, sheet, error, lines)
    return changed_page(
        request,
        sheet,
        saved.revision,
        saved.verdict,
        said=said,
        seconds=perf_counter() - started,
    )


def _sent(request: SignedIn) -> list[_Sent]:
    try:
        return msgspec.json.decode(request.POST.get("lines", ""), type=list[_Sent])
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        raise SuspiciousOperation(f"The block cannot be read: {error}") from None


def _refused(
    request: SignedIn, cluster_id: int, sheet: Sheet, error: BlockInvalid, lines: list[Line]
) -> HttpResponse:
    book = open_workbook(revision_of(cluster_for(request.user, cluster_id)))
    faults = [_fault_view(book, sheet, fault, lines) for fault in error.faults]
    cells = f"{len(faults)} cell{'s' if len(faults) > 1 else ''} cannot be stored"
    context = {
        "faults": faults,
        "lead": f"Nothing was saved: {cells}; correct them and do it again.",
    }
    return render(request, "worksheets/block_refused.html", context, status=422)


def _fault_view(book: Workbook, sheet: Sheet, fault: Fault, lines: list[Line]) -> FaultView:
    title = book.plan.titles(sheet.row).get(fault.key) if fault.key else None
    new = sum(not line.key for line in lines[: fault.line + 1])
    where = title or (f"New row {new}" if lines and not lines[fault.line].key else "The block")
    href = f"#row-{fault.key}" if title else ""
    if fault.column in sheet.fields:
        where += f", {sheet.column(fault.column).label}"
        href += f":{fault.column}" if href else ""
    return FaultView(where, href, fault.message)


def _rows(count: int) -> str:
    return f"{count} row{'s' if count != 1 else ''}"


@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: SignedIn, cluster_id: int, slug: str) -> HttpResponse:
    """Set one column of many rows to one value; the form that works without JavaScript."""
    sheet = sheet_for(slug)
    cluster = cluster_for(request.user, cluster_id, Action.EDIT)
    book = open_workbook(revision_of(cluster))
    chosen = {
        "column": request.POST.get("column", request.GET.get("column", "")),
        "value": request.POST.get("value", ""),
        "which": request.POST.get("which", _EMPTY),
        "keys": set(request.POST.getlist("row")),
    }
    faults: list[FaultView] = []
    if request.method == "POST":
        try:
            lines = _lines(book, sheet, chosen)
            if lines:
                _fill(request, cluster_id, sheet, lines, chosen["column"])
            else:
                messages.info(request, "No row was chosen, so nothing was changed.")
            return redirect("worksheets:sheet", cluster_id, slug)
        except BlockInvalid as error:
            faults = [_fault_view(book, sheet, fault, []) for fault in error.faults]
    context = frame_context(request.user, cluster, book, sheet.slug)
    context |= {"sheet": sheet, "heads": grid.heads(sheet), "chosen": chosen, "faults": faults}
    context["titles"] = list(book.plan.titles(sheet.row).items())
    context["names"] = grid.names(sheet, book.plan)
    status = 422 if faults else 200
    return render(request, "worksheets/fill.html", context, status=status)


def _lines(book: Workbook, sheet: Sheet, chosen: dict[str, Any]) -> list[Line]:
    """The cells to set; raises BlockInvalid when no column is chosen."""
    column = chosen["column"]
    if column not in sheet.fields:
        raise BlockInvalid([Fault(0, "", "", "", "Choose the column that is to be set.")])
    lines = []
    for row in book.plan.rows(sheet.row):
        text = text_of(book.plan, sheet.fields[column], getattr(row, column))
        wanted = {_EVERY: True, _EMPTY: not text, _CHOSEN: row.key in chosen["keys"]}
        if wanted.get(chosen["which"], False):
            version = book.versions[sheet.slug, row.key]
            lines.append(Line(row.key, version, {column: chosen["value"]}, {column: text}))
    return lines


def _fill(request: SignedIn, cluster_id: int, sheet: Sheet, lines: list[Line], column: str) -> None:
    label = sheet.column(column).label
    said = f"Set {label} of {_rows(len(lines))} of {sheet.title}"
    save_block(actor=request.user, cluster_id=cluster_id, sheet=sheet, lines=lines, label=said)
    messages.success(request, f"{said}.")
