"""Keeping the findings of other clusters true when one cluster changes.

A write judges its own cluster only. What it does to others is worked out after it has been
committed: each of them is judged again in a transaction of its own, which locks one revision, as
every write does, so no two of them can wait for each other. Judging changes no claims, so nothing
follows from what follows.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import partial

from django.db import transaction

from worksheets.models import Cluster
from worksheets.models.store.claims import things_of
from worksheets.plan.plan import Plan
from worksheets.queries.estate import clusters_concerned, estate_of
from worksheets.rules.claims import claims_of
from worksheets.rules.estate import Kind, Thing
from worksheets.services.judging import Verdict
from worksheets.services.rejudge import refresh_findings

# How many other clusters a write judges again; the command `rejudge` does the rest.
MOST = 50
_log = logging.getLogger(__name__)


def judge_others_later(cluster: Cluster, verdict: Verdict) -> None:
    """Once the write has been committed, judge again the clusters that it has to do with.

    What goes wrong then is told to the log and fails nobody's write.
    """
    things = concerned_things(verdict)
    work = partial(_judge_others, cluster.pk, verdict, things)
    transaction.on_commit(work, robust=True)


def concerned_things(verdict: Verdict) -> frozenset[Thing]:
    """What a write touched that other clusters may have to do with.

    Those that must equal this cluster look at all of it. Who shares a thing is told name and
    environment, so a change of these concerns everything that is claimed.
    """
    before, after = verdict.before.plan, verdict.after.plan
    touched = verdict.claims | {Thing(Kind.CLUSTER, after.options.name)}
    if _introduced(before) != _introduced(after):
        touched |= things_of(claims_of(before)).keys() | things_of(claims_of(after)).keys()
    return touched


def _introduced(plan: Plan) -> tuple[object, ...]:
    return plan.options.name, plan.options.environment


def _judge_others(cluster_id: int, verdict: Verdict, things: Iterable[Thing]) -> None:
    cluster = Cluster.objects.get(pk=cluster_id)
    concerned = sorted(clusters_concerned(cluster, things))
    if not concerned:
        return
    for other in concerned[:MOST]:
        _judge_again(other)
    if len(concerned) > MOST:
        _log.warning(
            "%s shares things with %d clusters; %d of them keep their findings until "
            "manage.py rejudge",
            cluster,
            len(concerned),
            len(concerned) - MOST,
        )
    # Another write may have been committed between this judgement and its own commit.
    if estate_of(cluster, verdict.after.plan) != verdict.estate:
        _judge_again(cluster_id)


def _judge_again(cluster_id: int) -> None:
    try:
        refresh_findings(cluster_id)
    except Exception:
        _log.exception("Cluster %d could not be judged again", cluster_id)
