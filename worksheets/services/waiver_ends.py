"""The end of waivers that are no longer true. Nobody asks for it: writes and days bring it."""

from __future__ import annotations

from datetime import date

from planner.audit import record
from worksheets.models import Waiver as StoredWaiver
from worksheets.models import WaiverStep
from worksheets.models.waiver import Verb
from worksheets.plan.plan import Plan
from worksheets.queries.waivers import live_waivers, signed
from worksheets.rules.judge import Judgement
from worksheets.rules.waiver import Waiver, evidence_of

GONE = "The finding is gone."
CHANGED = "The row or what the rule says about it has changed."
DUE = "The review date has passed."
ACTOR = "system"


def keep_true_waivers(cluster_id: int, plan: Plan, judgement: Judgement) -> tuple[Waiver, ...]:
    """End each live waiver whose finding is gone or rests on something else now.

    What ended stays ended, also when the change is taken back. While a rule cannot be applied
    nobody knows whether its findings are gone, so their waivers stay until it can be. Returns the
    signed ones that hold on. Must run inside the transaction of the write.
    """
    live = live_waivers(cluster_id)
    if not live:
        return ()
    findings = {finding.identity: finding for finding in judgement.findings}
    failed = {finding.about for finding in judgement.unjudged}
    kept = []
    for waiver in live:
        finding = findings.get(waiver.identity)
        if waiver.rule in failed:
            kept.append(waiver)
        elif finding is None:
            end(waiver, GONE)
        elif evidence_of(plan, finding) != waiver.evidence:
            end(waiver, CHANGED)
        else:
            kept.append(waiver)
    return signed(kept)


def end_if_due(waiver: StoredWaiver, day: date) -> bool:
    """End a live waiver whose last day is over; whether it was."""
    if waiver.review_by >= day:
        return False
    end(waiver, DUE)
    return True


def end(waiver: StoredWaiver, reason: str) -> None:
    """Add the last step of a live waiver and tell the event log."""
    WaiverStep.objects.create(waiver=waiver, verb=Verb.ENDED, reason=reason)
    record(
        actor=ACTOR,
        action="waiver.ended",
        subject=f"cluster:{waiver.cluster_id}/waiver:{waiver.number}",
        details={"rule": waiver.rule, "finding": waiver.finding.title, "reason": reason},
    )
