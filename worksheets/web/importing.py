"""Importing a file into a cluster: choose it, look at what it would do, confirm."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from planner.accounts.access import Action
from worksheets.exchange.limits import MAX_BYTES
from worksheets.exchange.mistakes import ExchangeError, Mistake
from worksheets.exchange.proposal import Fate, Proposal, RowChange
from worksheets.queries.access import cluster_for
from worksheets.queries.workbook import open_workbook
from worksheets.services.errors import ImportInvalid, ImportOutdated, PlanInvalid
from worksheets.services.importing import (
    cancel_import,
    confirm_import,
    prepare_import,
    preview_import,
)
from worksheets.sheets.registry import sheets
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import frame_context, revision_of

ROWS_SHOWN = 200
MISTAKES_SHOWN = 500


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: SignedIn, cluster_id: int) -> HttpResponse:
    """The form; a file that can be read leads to its preview, 422 says why one cannot."""
    cluster = cluster_for(request.user, cluster_id, Action.EDIT)
    wrong: list[Mistake] = []
    if request.method == "POST":
        upload = request.FILES.get("file")
        if upload is None:
            wrong = [Mistake("", 0, "", "", "Choose a file first.")]
        elif (upload.size or 0) > MAX_BYTES:
            wrong = [Mistake("", 0, "", "", "The file is larger than 16 MiB; import it in parts.")]
        else:
            try:
                pending = prepare_import(
                    actor=request.user,
                    cluster_id=cluster_id,
                    name=upload.name or "",
                    data=upload.read(),
                    sheet=_sheet(request),
                    remove_missing=bool(request.POST.get("remove_missing")),
                )
            except ExchangeError as error:
                wrong = list(error.mistakes)
            else:
                return redirect("worksheets:import-preview", cluster_id, pending.pk)
    context = frame_context(
        request.user, cluster, open_workbook(revision_of(cluster)), "import"
    ) | _told(wrong)
    context |= {"listed": list(sheets().values()), "typed": request.POST}
    context["sheet_slug"] = request.POST.get("sheet", "")
    return render(request, "worksheets/import.html", context, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: SignedIn, cluster_id: int, import_id: int) -> HttpResponse:
    """What the file would do; POST does it, 409 when the worksheets have changed meanwhile."""
    alert = ""
    status = 200
    if request.method == "POST":
        try:
            imported = confirm_import(
                actor=request.user,
                cluster_id=cluster_id,
                import_id=import_id,
                expected_digest=request.POST.get("digest", ""),
            )
        except ImportOutdated:
            status = 409
            alert = (
                "The worksheets have changed since this preview was made. Nothing was imported; "
                "here is what the file would do now."
            )
        except ImportInvalid:
            status = 422
            alert = "Nothing was imported: the file has mistakes."
        except PlanInvalid as error:
            status = 422
            alert = "Nothing was imported. " + " ".join(
                f"{problem.message[:1].upper()}{problem.message[1:]}." for problem in error.problems
            )
        else:
            messages.success(request, f"Imported: {_summary(imported.proposal)}.")
            return redirect("worksheets:sheet", cluster_id, _first_changed(imported.proposal))
    context = _preview_context(request, cluster_id, import_id)
    context["alert"] = alert
    return render(request, "worksheets/import_preview.html", context, status=status)


@require_POST
def cancel(request: SignedIn, cluster_id: int, import_id: int) -> HttpResponse:
    """Forget the file."""
    cancel_import(actor=request.user, cluster_id=cluster_id, import_id=import_id)
    return redirect("worksheets:import", cluster_id)


def _preview_context(request: SignedIn, cluster_id: int, import_id: int) -> dict[str, Any]:
    found = preview_import(request.user, cluster_id, import_id)
    cluster = cluster_for(request.user, cluster_id)
    context = frame_context(request.user, cluster, open_workbook(revision_of(cluster)), "import")
    changed = [row for row in found.proposal.rows if row.fate is not Fate.UNCHANGED]
    shown = Paginator(changed, ROWS_SHOWN).get_page(request.GET.get("page"))
    moved = [sheets()[slug].title for slug in found.proposal.reordered]
    return (
        context
        | _told(found.proposal.mistakes)
        | {
            "pending": found.pending,
            "expected_digest": found.digest,
            "notes": found.notes,
            "proposal": found.proposal,
            "summary": _summary(found.proposal),
            "page": shown,
            "parts": _parts(list(shown)),
            "moved": moved,
        }
    )


def _parts(rows: list[RowChange]) -> list[dict[str, Any]]:
    """Rows by worksheet, each with its changed cells as (label, before, after)."""
    parts = []
    for slug, members in groupby(rows, key=lambda row: row.slug):
        sheet = sheets()[slug]
        parts.append(
            {
                "sheet": sheet,
                "rows": [
                    (row, [(sheet.column(c.column).label, c.old, c.new) for c in row.cells])
                    for row in members
                ],
            }
        )
    return parts


def _told(mistakes: list[Mistake] | tuple[Mistake, ...]) -> dict[str, Any]:
    return {
        "mistakes": mistakes[:MISTAKES_SHOWN],
        "mistake_count": len(mistakes),
        "mistakes_more": max(0, len(mistakes) - MISTAKES_SHOWN),
    }


def _summary(proposal: Proposal) -> str:
    """3 rows added, 1 changed, 0 removed, 12 unchanged."""
    counts = [(fate.value, proposal.count(fate)) for fate in Fate]
    rows = "row" if counts[0][1] == 1 else "rows"
    return f"{counts[0][1]:,} {rows} {counts[0][0]}, " + ", ".join(
        f"{number:,} {word}" for word, number in counts[1:]
    )


def _first_changed(proposal: Proposal) -> str:
    """Slug of the first worksheet with a change; the first of all when there is none."""
    changed = (row.slug for row in proposal.rows if row.fate is not Fate.UNCHANGED)
    return next(changed, next(iter(proposal.reordered), next(iter(sheets()))))


def _sheet(request: SignedIn) -> str:
    slug = request.POST.get("sheet", "")
    return slug if slug in sheets() else ""
