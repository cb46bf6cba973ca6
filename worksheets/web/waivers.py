"""Waivers of a cluster: the register, proposing one, and deciding about it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from planner.accounts.access import Action, may
from worksheets.models import Cluster, Waiver
from worksheets.models.waiver import LONGEST, MOST_COST, Verb, WaiverState
from worksheets.queries.access import cluster_for
from worksheets.queries.waivers import register, waiver_of
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.errors import RowInvalid, WaiverRefused
from worksheets.services.waiver_form import FIELDS, REVIEW_WITHIN
from worksheets.services.waivers import (
    finding_of,
    may_withdraw,
    propose_waiver,
    reject_waiver,
    sign_waiver,
    statement_of,
    withdraw_waiver,
)
from worksheets.web.questions import Question, asked
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import finding_view, frame_context, revision_of

QUESTIONS = (
    Question(
        "risk", "Risk", "What can happen, and what it does to the service.", "lines", most=LONGEST
    ),
    Question(
        "probability",
        "Probability in percent a year",
        "How likely it is that this happens within a year: 1 is once in a hundred years.",
        "number",
        most=100,
    ),
    Question(
        "cost_of_failure",
        "Cost of the failure",
        "What one such failure costs: lost business, penalties, repair.",
        "number",
        most=MOST_COST,
    ),
    Question(
        "cost_of_countermeasure",
        "Cost of the countermeasure",
        "What it would cost to remove the finding, in the same currency.",
        "number",
        most=MOST_COST,
    ),
    Question("currency", "Currency", "For example EUR.", most=10),
    Question(
        "decision",
        "Decision and reason",
        "Why the risk is carried rather than removed, and what is done instead.",
        "lines",
        most=LONGEST,
    ),
    Question("owner", "Owner of the risk", "The person who answers for it by name.", most=200),
    Question(
        "review_by",
        "Review date",
        "The last day on which the waiver holds, within two years. The finding is open again "
        "the day after.",
        "date",
    ),
)
PASSWORD = (
    Question(
        "password", "Your password", "The one you sign in with; it makes the signature.", "password"
    ),
)
REJECTION, WITHDRAWAL = (
    (Question("reason", "Reason", "It stays in the register.", "lines", most=LONGEST, form=form),)
    for form in ("reject", "withdraw")
)


@require_safe
def listing(request: SignedIn, cluster_id: int) -> HttpResponse:
    """Every waiver of a cluster, the newest first, with where it stands today."""
    cluster = cluster_for(request.user, cluster_id)
    book = open_workbook(revision_of(cluster))
    today = timezone.localdate()
    context = frame_context(request.user, cluster, book, "waivers")
    context["lines"] = [(waiver, waiver.state(today)) for waiver in register(cluster)]
    return render(request, "worksheets/waivers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedIn, cluster_id: int, identity: str) -> HttpResponse:
    """The form for a finding; 422 keeps what was typed."""
    cluster = cluster_for(request.user, cluster_id, Action.EDIT)
    texts = {name: request.POST.get(name, "") for name in FIELDS}
    errors: dict[str, str] = {}
    refused = ""
    if request.method == "POST":
        try:
            waiver = propose_waiver(
                actor=request.user, cluster_id=cluster_id, identity=identity, texts=texts
            )
        except RowInvalid as error:
            errors = error.errors
        except WaiverRefused as error:
            refused = str(error)
        else:
            messages.success(request, f"{waiver} is proposed; an approver has to sign it.")
            return redirect("worksheets:waiver", cluster_id, waiver.number)
    book = open_workbook(revision_of(cluster))
    try:
        finding = finding_of(book, identity)
    except WaiverRefused as error:
        raise Http404(str(error)) from None
    context = frame_context(request.user, cluster, book, "waivers")
    context |= {
        "view": finding_view(cluster_id, book, finding),
        "questions": asked(QUESTIONS, texts, errors),
        "refused": refused,
        "latest": timezone.localdate() + REVIEW_WITHIN,
    }
    status = 422 if errors or refused else 200
    return render(request, "worksheets/waiver_new.html", context, status=status)


@require_safe
def page(request: SignedIn, cluster_id: int, number: int) -> HttpResponse:
    """One waiver with its steps, and what the person may do about it."""
    cluster = cluster_for(request.user, cluster_id)
    return _page(request, cluster, number)


@require_POST
def sign(request: SignedIn, cluster_id: int, number: int) -> HttpResponse:
    """Sign with one's password."""
    return _decided(request, cluster_id, number, Verb.SIGNED)


@require_POST
def reject(request: SignedIn, cluster_id: int, number: int) -> HttpResponse:
    """Refuse, with a reason."""
    return _decided(request, cluster_id, number, Verb.REJECTED)


@require_POST
def withdraw(request: SignedIn, cluster_id: int, number: int) -> HttpResponse:
    """Take back, with a reason."""
    return _decided(request, cluster_id, number, Verb.WITHDRAWN)


def _decided(request: SignedIn, cluster_id: int, number: int, verb: Verb) -> HttpResponse:
    cluster = cluster_for(request.user, cluster_id)
    common = {"actor": request.user, "cluster_id": cluster_id, "number": number}
    reason = request.POST.get("reason", "")
    try:
        if verb is Verb.SIGNED:
            sign_waiver(**common, password=request.POST.get("password", ""))
        elif verb is Verb.REJECTED:
            reject_waiver(**common, reason=reason)
        else:
            withdraw_waiver(**common, reason=reason)
    except RowInvalid as error:
        return _page(request, cluster, number, verb, error.errors, reason)
    except WaiverRefused as error:
        return _page(request, cluster, number, verb, {"": str(error)}, reason)
    messages.success(request, f"W-{number} is {verb.value}.")
    return redirect("worksheets:waiver", cluster_id, number)


def _page(
    request: SignedIn,
    cluster: Cluster,
    number: int,
    tried: Verb | None = None,
    errors: dict[str, str] | None = None,
    reason: str = "",
) -> HttpResponse:
    waiver = waiver_of(cluster, number)
    book = open_workbook(revision_of(cluster))
    errors = errors or {}
    context = frame_context(request.user, cluster, book, "waivers")
    context |= _about(request, cluster, waiver, book)
    context |= {
        "refused": errors.get("", ""),
        "password": asked(PASSWORD, {}, errors if tried is Verb.SIGNED else {}),
        "reject_reason": asked(REJECTION, *_typed(tried is Verb.REJECTED, reason, errors)),
        "withdraw_reason": asked(WITHDRAWAL, *_typed(tried is Verb.WITHDRAWN, reason, errors)),
    }
    return render(request, "worksheets/waiver.html", context, status=422 if errors else 200)


def _typed(
    here: bool, reason: str, errors: dict[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    return ({"reason": reason}, errors) if here else ({}, {})


def _about(request: SignedIn, cluster: Cluster, waiver: Waiver, book: Workbook) -> dict[str, Any]:
    state = waiver.state(timezone.localdate())
    live = state in (WaiverState.PROPOSED, WaiverState.IN_FORCE, WaiverState.DUE)
    proposed = state is WaiverState.PROPOSED
    signer = may(request.user, Action.SIGN, cluster.team_id)
    own = waiver.proposed_by_id == request.user.pk
    now = {finding.identity: finding for finding in book.judgement.findings}
    finding = now.get(waiver.identity)
    return {
        "waiver": waiver,
        "state": state,
        "finding": waiver.finding,
        "view": finding_view(cluster.pk, book, finding) if finding and live else None,
        "statement": statement_of(waiver, request.user),
        "may_sign": proposed and signer and not own,
        "own": proposed and signer and own,
        "may_withdraw": live and may_withdraw(request.user, cluster),
    }
