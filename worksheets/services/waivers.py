"""Waivers: proposing to tolerate a finding, and what others decide about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from planner.accounts.access import Action, may
from planner.accounts.confirmation import NotConfirmed, confirm_password
from planner.accounts.models import User
from planner.audit import record
from worksheets.models import Cluster, Revision, Waiver, WaiverStep
from worksheets.models.waiver import LONGEST, Verb, WaiverState
from worksheets.plan.formats import unprintable
from worksheets.queries.access import cluster_for, locked_revision
from worksheets.queries.waivers import live_waivers, waiver_of
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.rules.finding import Finding
from worksheets.rules.waiver import evidence_of, may_be_waived
from worksheets.services.errors import RowInvalid, WaiverRefused
from worksheets.services.judging import judge_and_store
from worksheets.services.waiver_ends import end_if_due
from worksheets.services.waiver_form import FIELDS, read_waiver


def propose_waiver(
    *, actor: User, cluster_id: int, identity: str, texts: Mapping[str, str]
) -> Waiver:
    """Propose to tolerate a finding; it stays open until somebody else signs.

    `texts`: what was entered, by the names in `waiver_form.FIELDS`. Raises RowInvalid with every
    bad text, WaiverRefused when the finding is gone or cannot be waived or already is, and what
    `locked_revision` raises.
    """
    today = timezone.localdate()
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        book = open_workbook(revision)
        finding = finding_of(book, identity)
        ended = _refuse_second(cluster_id, identity, today)
        values = read_waiver(texts, today)
        if ended:
            book = _count_again(revision, book)
            finding = finding_of(book, identity)
        last = Waiver.objects.filter(cluster_id=cluster_id).aggregate(last=Max("number"))["last"]
        waiver = Waiver.objects.create(
            cluster_id=cluster_id,
            number=(last or 0) + 1,
            identity=identity,
            evidence=evidence_of(book.plan, finding),
            rule=finding.rule,
            content=msgspec.json.encode(finding).decode(),
            proposed_by=actor,
            **values,
        )
        told = {name: str(values[name]) for name in FIELDS}
        _record(actor, "waiver.proposed", waiver, {"finding": finding.title, **told})
    return waiver


def sign_waiver(*, actor: User, cluster_id: int, number: int, password: str) -> Waiver:
    """Sign a proposed waiver with one's password: from now on the finding is tolerated.

    Raises RowInvalid for a wrong password, WaiverRefused when the waiver does not wait for a
    signature (any more) or is one's own, and what `locked_revision` raises.
    """
    _require_signer(actor, cluster_for(actor, cluster_id, Action.SIGN), number)
    try:
        confirm_password(actor, password)
    except NotConfirmed as error:
        raise RowInvalid({"password": str(error)}) from None
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.SIGN)
        waiver = _waiting(revision, number)
        _require_signer(actor, revision.cluster, number)
        # Opened before anything is written, so that memory keeps nothing that is taken back.
        book = open_workbook(revision)
        WaiverStep.objects.create(
            waiver=waiver,
            verb=Verb.SIGNED,
            by=actor,
            name=actor.get_full_name(),
            statement=statement_of(waiver, actor),
        )
        # Rules and settings may be others than those of the last save; what is signed must be
        # true by those of today.
        _require_true(waiver, _count_again(revision, book))
        _record(actor, "waiver.signed", waiver, {"statement": statement_of(waiver, actor)})
    return waiver


def reject_waiver(*, actor: User, cluster_id: int, number: int, reason: str) -> Waiver:
    """Refuse a proposed waiver, with a reason. Raises as `sign_waiver` does."""
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.SIGN)
        _require_signer(actor, revision.cluster, number)
        waiver = _waiting(revision, number)
        _decide(actor, waiver, Verb.REJECTED, reason)
    return waiver


def withdraw_waiver(*, actor: User, cluster_id: int, number: int, reason: str) -> Waiver:
    """Take a waiver back, signed or not, with a reason: the finding is open again.

    Raises as `sign_waiver` does.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.VIEW)
        if not may_withdraw(actor, revision.cluster):
            raise PermissionDenied("Your roles in this team do not let you withdraw a waiver.")
        waiver = waiver_of(revision.cluster, number)
        state = waiver.state(timezone.localdate())
        if state not in (WaiverState.PROPOSED, WaiverState.IN_FORCE, WaiverState.DUE):
            raise WaiverRefused(f"{waiver} is {state.label} already.")
        # Opened before anything is written, as in `sign_waiver`.
        book = open_workbook(revision)
        _decide(actor, waiver, Verb.WITHDRAWN, reason)
        if state is not WaiverState.PROPOSED:
            _count_again(revision, book)
    return waiver


def end_due_waivers(cluster: Cluster) -> int:
    """End the waivers of a cluster whose review date has passed; how many there were.

    For the command line only: it asks for no person's right.
    """
    today = timezone.localdate()
    with transaction.atomic():
        revisions = Revision.objects.select_related("cluster").select_for_update(of=("self",))
        revision = revisions.get(cluster=cluster, cluster__current_id=F("id"))
        ended = sum(end_if_due(waiver, today) for waiver in live_waivers(cluster.pk))
        if ended:
            _count_again(revision, open_workbook(revision))
    return ended


def statement_of(waiver: Waiver, signer: User) -> str:
    """What a signature under a waiver says; shown above it and stored with it."""
    return (
        f"I, {signer.get_full_name()}, have read the finding “{waiver.finding.title}” "
        f"({waiver.rule}) and the risk described in waiver {waiver}, and accept that the design "
        f"keeps it until {waiver.review_by.isoformat()}, unless the row or the finding changes "
        "before."
    )


def may_withdraw(actor: User, cluster: Cluster) -> bool:
    """Whether a person may take waivers of a cluster back: who may propose or sign them."""
    return any(may(actor, action, cluster.team_id) for action in (Action.EDIT, Action.SIGN))


def finding_of(book: Workbook, identity: str) -> Finding:
    """The finding that is to be tolerated. Raises WaiverRefused."""
    for finding in book.judgement.findings:
        if finding.identity == identity:
            if not may_be_waived(finding):
                raise WaiverRefused("That a rule could not be applied cannot be waived.")
            return finding
    raise WaiverRefused(
        "This finding is gone: the design or the rules have changed. Nothing needs a waiver."
    )


def _refuse_second(cluster_id: int, identity: str, today: date) -> bool:
    """Ends a waiver of the finding that is due; whether there was one."""
    ended = False
    for waiver in live_waivers(cluster_id):
        if waiver.identity == identity:
            if not end_if_due(waiver, today):
                raise WaiverRefused(
                    f"There is a waiver for this finding already, {waiver}; withdraw it first."
                )
            ended = True
    return ended


def _require_true(waiver: Waiver, book: Workbook) -> None:
    if book.judgement.unjudged:
        raise WaiverRefused(
            "Some rules could not be applied to this design, so nobody knows all of its "
            "findings. Nothing can be signed until they can."
        )
    finding = finding_of(book, waiver.identity)
    if evidence_of(book.plan, finding) != waiver.evidence:
        raise WaiverRefused("The finding says something else now; propose the waiver anew.")


def _require_signer(actor: User, cluster: Cluster, number: int) -> None:
    if waiver_of(cluster, number).proposed_by_id == actor.pk:
        raise PermissionDenied("You proposed this waiver; somebody else has to decide about it.")


def _waiting(revision: Revision, number: int) -> Waiver:
    waiver = waiver_of(revision.cluster, number)
    state = waiver.state(timezone.localdate())
    if state is not WaiverState.PROPOSED:
        raise WaiverRefused(f"{waiver} is {state.label} already.")
    if waiver.review_by <= timezone.localdate():
        raise WaiverRefused(f"The review date of {waiver} has come; propose it anew.")
    return waiver


def _decide(actor: User, waiver: Waiver, verb: Verb, reason: str) -> None:
    reason = reason.replace("\r\n", "\n").strip()
    wrong = unprintable(reason, lines=True)
    if not reason or wrong or len(reason) > LONGEST:
        message = f"The text {wrong}; remove it." if wrong else "Say why, in a sentence or two."
        raise RowInvalid({"reason": message})
    WaiverStep.objects.create(
        waiver=waiver, verb=verb, by=actor, name=actor.get_full_name(), reason=reason
    )
    _record(actor, f"waiver.{verb.value}", waiver, {"reason": reason})


def _count_again(revision: Revision, book: Workbook) -> Workbook:
    """Give the revision the counts and the stamp that go with its waivers as they are now."""
    verdict = judge_and_store(
        revision=revision, actor=None, before=book, plan=book.plan, versions=book.versions
    )
    return verdict.after


def _record(actor: User, action: str, waiver: Waiver, details: Mapping[str, str]) -> None:
    record(
        actor=actor,
        action=action,
        subject=f"cluster:{waiver.cluster_id}/waiver:{waiver.number}",
        details={"rule": waiver.rule, "finding": waiver.identity, **details},
    )
