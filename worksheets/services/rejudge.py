"""Judging clusters again without a change to their worksheets: rules or other clusters changed."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from planner.audit import record
from worksheets.models import Claim, Cluster, Revision
from worksheets.models.store.claims import restore_claims
from worksheets.queries.estate import estate_of
from worksheets.queries.policy import current_policy
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.rules.judge import judge
from worksheets.rules.rulebook import rulebook
from worksheets.services.judging import Verdict, judge_and_store

ACTOR = "system"


def rejudge_cluster(cluster: Cluster) -> Verdict:
    """Judge the current revision of a cluster by the rules, the policy and the other clusters.

    Not for pages: it asks for no person's right. Leaves an event when findings appear or go.
    """
    with transaction.atomic():
        current = _locked(cluster.pk)
        return _store(current, open_workbook(current))


def refresh_findings(cluster_id: int) -> Verdict | None:
    """Judge a cluster again because another one has changed; None when that changes nothing.

    A cluster whose findings stay keeps its stamp, so that nobody who works on it is disturbed.
    """
    with transaction.atomic():
        current = _locked(cluster_id)
        before = open_workbook(current)
        estate = estate_of(current.cluster, before.plan)
        policy = current_policy()
        judgement = judge(before.plan, policy, estate, since=before.judgement)
        if judgement.findings == before.judgement.findings:
            Revision.objects.filter(pk=current.pk).update(judged_by=rulebook(policy))
            return None
        return _store(current, before)


def restore_claims_of(cluster: Cluster) -> int:
    """Make the stored claims of a cluster those of its plan, for clusters written before they
    were kept, and drop those of other revisions. Returns how many things changed.
    """
    with transaction.atomic():
        current = _locked(cluster.pk)
        Claim.objects.filter(revision__cluster=cluster).exclude(revision=current).delete()
        return len(restore_claims(current.pk, open_workbook(current).plan))


def _locked(cluster_id: int) -> Revision:
    revisions = Revision.objects.select_related("cluster").select_for_update(of=("self",))
    return revisions.get(cluster_id=cluster_id, cluster__current_id=F("id"))


def _store(current: Revision, before: Workbook) -> Verdict:
    verdict = judge_and_store(
        revision=current,
        actor=None,
        before=before,
        plan=before.plan,
        versions=before.versions,
    )
    if verdict.new or verdict.fixed:
        record(
            actor=ACTOR,
            action="cluster.rejudged",
            subject=f"cluster:{current.cluster_id}/revision:{current.number}",
            details={"new": len(verdict.new), "fixed": len(verdict.fixed)},
        )
    return verdict
