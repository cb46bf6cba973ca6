"""Undo, redo, and the list of the last writes."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from worksheets.models import Change
from worksheets.queries.access import cluster_for
from worksheets.queries.history import history, told
from worksheets.queries.workbook import open_workbook
from worksheets.services.errors import UndoRefused
from worksheets.services.history import TakenBack, redo, undo
from worksheets.sheets.registry import sheets
from worksheets.web.refresh import changed_page
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import frame_context, revision_of


@require_safe
def page(request: SignedIn, cluster_id: int) -> HttpResponse:
    """The last writes, each with a way to take it back."""
    cluster = cluster_for(request.user, cluster_id)
    revision = revision_of(cluster)
    book = open_workbook(revision)
    context = frame_context(request.user, cluster, book, "history")
    written = history(revision)
    contents = dict(
        Change.objects.filter(pk__in=[item.change.pk for item in written]).values_list(
            "pk", "content"
        )
    )
    context["written"] = [
        {
            "change": item.change,
            "in_effect": item.in_effect,
            "cells": told(book.plan, contents.get(item.change.pk, "")),
        }
        for item in written
    ]
    return render(request, "worksheets/history.html", context)


@require_POST
def undo_last(request: SignedIn, cluster_id: int) -> HttpResponse:
    """Take back one's own last write, or the one that `change` names."""
    text = request.POST.get("change", "")
    change_id = int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None

    def work() -> TakenBack:
        return undo(actor=request.user, cluster_id=cluster_id, change_id=change_id)

    return _answer(request, cluster_id, work)


@require_POST
def redo_last(request: SignedIn, cluster_id: int) -> HttpResponse:
    """Bring back what one took back last."""

    def work() -> TakenBack:
        return redo(actor=request.user, cluster_id=cluster_id)

    return _answer(request, cluster_id, work)


def _answer(request: SignedIn, cluster_id: int, work: Callable[[], TakenBack]) -> HttpResponse:
    sheet = sheets().get(request.POST.get("sheet", ""))
    started = perf_counter()
    try:
        done = work()
    except UndoRefused as error:
        return _refused(request, cluster_id, error)
    if request.htmx and sheet is not None:
        return changed_page(
            request,
            sheet,
            done.revision,
            done.verdict,
            said=done.label,
            seconds=perf_counter() - started,
        )
    messages.success(request, f"{done.label}.")
    target: Any = redirect("worksheets:history", cluster_id)
    return target


def _refused(request: SignedIn, cluster_id: int, error: UndoRefused) -> HttpResponse:
    if request.htmx:
        faults = [{"where": "", "href": "", "message": reason} for reason in error.reasons]
        context = {"faults": faults, "lead": "Nothing was changed."}
        return render(request, "worksheets/block_refused.html", context, status=409)
    messages.error(request, " ".join(error.reasons))
    target: Any = redirect("worksheets:history", cluster_id)
    return target
