"""Judging clusters again without a change to their worksheets, after the rules have changed."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from planner.audit import record
from worksheets.models import Cluster, Revision
from worksheets.queries.workbook import open_workbook
from worksheets.services.judging import Verdict, judge_and_store

ACTOR = "system"


def rejudge_cluster(cluster: Cluster) -> Verdict:
    """Judge the current revision of a cluster by the rules and the policy as they are now.

    For the command line only: it asks for no person's right. Leaves an event when findings
    appear or go.
    """
    with transaction.atomic():
        revisions = Revision.objects.select_related("cluster").select_for_update(of=("self",))
        current = revisions.get(cluster=cluster, cluster__current_id=F("id"))
        before = open_workbook(current)
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
                subject=f"cluster:{cluster.pk}/revision:{current.number}",
                details={"new": len(verdict.new), "fixed": len(verdict.fixed)},
            )
    return verdict
