"""The end of every write: judge the new plan, store what changed, tell the difference."""

from __future__ import annotations

import logging
import uuid
from typing import NamedTuple

import msgspec
from django.db import transaction
from django.utils import timezone

from planner.accounts.models import Team, User
from worksheets.models import Cluster, Revision
from worksheets.models import Finding as StoredFinding
from worksheets.models.store.claims import refresh_claims
from worksheets.models.store.read import Versions
from worksheets.models.store.search import refresh_entries
from worksheets.plan.plan import Plan
from worksheets.queries.estate import estate_of
from worksheets.queries.policy import current_policy
from worksheets.queries.workbook import Workbook, keep_workbook
from worksheets.rules.estate import NO_ESTATE, Estate, Thing
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.judge import judge
from worksheets.rules.rulebook import rulebook
from worksheets.services.errors import NameTaken
from worksheets.services.waiver_ends import keep_true_waivers

_log = logging.getLogger(__name__)


class Verdict(NamedTuple):
    """What a write did: the workbook before and after, the findings it brought and removed.

    `estate`: the other clusters as they were judged by. `claims`: what the cluster claims since,
    or claims no longer.
    """

    before: Workbook
    after: Workbook
    new: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    estate: Estate = NO_ESTATE
    claims: frozenset[Thing] = frozenset()


def judge_and_store(
    *,
    revision: Revision,
    actor: User | None,
    before: Workbook,
    plan: Plan,
    versions: Versions,
) -> Verdict:
    """Judge `plan`, the new content of the locked revision, by the rules and the policy,
    and by what other clusters have planned.

    `versions` are those of its rows. Stores findings, claims and search entries, ends waivers
    whose finding is gone or says something else, gives the revision a new stamp and its counts,
    and the cluster its copied columns. `actor` is None when nobody changed the worksheets and
    only the rules are new. Must run inside the transaction of the write.
    """
    claims = refresh_claims(revision.pk, before.plan, plan)
    estate = estate_of(revision.cluster, plan)
    policy = current_policy()
    judgement = judge(plan, policy, estate, since=before.judgement)
    for finding in judgement.unjudged:
        _log.error("%s: %s", finding.title, finding.detail)
    old = {finding.identity: finding for finding in before.judgement.findings}
    new = {finding.identity: finding for finding in judgement.findings}
    _store_difference(revision, old, new)
    refresh_entries(revision.pk, before.plan, plan)
    # Locks the team, so it has to come before any event, whose log is locked last.
    _copy_options(revision.cluster, plan)
    waivers = keep_true_waivers(revision.cluster_id, plan, judgement)
    after = Workbook(plan, versions, judgement, waivers)
    revision.judged_by = rulebook(policy)
    _stamp(revision, actor, after)
    transaction.on_commit(lambda: keep_workbook(revision.stamp, after))
    return Verdict(
        before,
        after,
        tuple(finding for identity, finding in new.items() if identity not in old),
        tuple(finding for identity, finding in old.items() if identity not in new),
        estate,
        claims,
    )


def _store_difference(revision: Revision, old: dict[str, Finding], new: dict[str, Finding]) -> None:
    stored = StoredFinding.objects
    gone = [identity for identity in old if identity not in new]
    if gone:
        stored.filter(revision=revision, identity__in=gone).delete()
    now = timezone.now()
    changed = [
        StoredFinding(
            revision=revision,
            identity=identity,
            rule=finding.rule,
            severity=finding.severity.value,
            content=msgspec.json.encode(finding).decode(),
            since=now,
        )
        for identity, finding in new.items()
        if old.get(identity) != finding
    ]
    if changed:
        stored.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["revision", "identity"],
            update_fields=["rule", "severity", "content"],
        )


def _stamp(revision: Revision, actor: User | None, book: Workbook) -> None:
    standing = book.standing
    revision.stamp = uuid.uuid4()
    if actor is not None:
        revision.edited_at = timezone.now()
        revision.edited_by = actor
    revision.rows = len(book.plan)
    revision.blockers = standing.count(Severity.BLOCKER)
    revision.warnings = standing.count(Severity.WARNING)
    revision.advice = standing.count(Severity.ADVICE)
    revision.spofs = standing.spofs
    revision.waived = len(standing.waived)
    revision.waived_until = standing.until
    revision.save()


def _copy_options(cluster: Cluster, plan: Plan) -> None:
    options = plan.options
    copied = {
        "name": options.name,
        "environment": options.environment.value,
        "owner": options.owner,
    }
    changed = {name: value for name, value in copied.items() if getattr(cluster, name) != value}
    if "name" in changed:
        refuse_taken_name(cluster.team_id, options.name, cluster.pk)
    if changed:
        Cluster.objects.filter(pk=cluster.pk).update(**changed)
        for name, value in changed.items():
            setattr(cluster, name, value)


def refuse_taken_name(team_id: int, name: str, cluster_id: int | None = None) -> None:
    """Raise NameTaken when another cluster of the team has the name; locks the team first."""
    team = Team.objects.select_for_update().get(pk=team_id)
    others = Cluster.objects.filter(team_id=team_id, name=name)
    if cluster_id is not None:
        others = others.exclude(pk=cluster_id)
    if others.exists():
        raise NameTaken(
            f"{team.name} already has a cluster called {name}; choose another name for one of them"
        )
