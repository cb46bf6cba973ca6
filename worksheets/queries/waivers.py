"""Waivers of a cluster: those that hold, and the whole register."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from planner.accounts.access import team_ids
from planner.accounts.models import Role, User
from worksheets.models import Cluster
from worksheets.models import Waiver as StoredWaiver
from worksheets.models.waiver import FINAL, Verb
from worksheets.rules.waiver import Waiver


def live_waivers(cluster_id: int) -> list[StoredWaiver]:
    """Waivers of a cluster that are proposed or signed and that nobody has ended, with steps."""
    waivers = StoredWaiver.objects.filter(cluster_id=cluster_id)
    ended = waivers.filter(steps__verb__in=FINAL).values("pk")
    return list(with_steps(waivers.exclude(pk__in=ended)))


def signed(waivers: list[StoredWaiver]) -> tuple[Waiver, ...]:
    """Those of the waivers that are signed, as the rules see them."""
    return tuple(_as_rules_see(waiver) for waiver in waivers if waiver.step(Verb.SIGNED))


def register(cluster: Cluster) -> list[StoredWaiver]:
    """All waivers of a cluster, the newest first."""
    return list(with_steps(StoredWaiver.objects.filter(cluster=cluster)))


def awaiting(user: User) -> QuerySet[StoredWaiver]:
    """Proposals of all clusters that this person may sign, the oldest first."""
    waiting = StoredWaiver.objects.filter(
        steps=None, cluster__team_id__in=team_ids(user, Role.APPROVER)
    )
    return waiting.exclude(proposed_by=user).select_related("cluster").order_by("proposed_at", "id")


def waiver_of(cluster: Cluster, number: int) -> StoredWaiver:
    """One waiver of a cluster. Raises Http404."""
    waiver = with_steps(StoredWaiver.objects.filter(cluster=cluster, number=number)).first()
    if waiver is None:
        raise Http404("This cluster has no waiver of that number.")
    return waiver


def with_steps(waivers: QuerySet[StoredWaiver]) -> QuerySet[StoredWaiver]:
    """The waivers with what a page tells of them, in two queries."""
    return waivers.select_related("proposed_by").prefetch_related("steps__by")


def _as_rules_see(row: StoredWaiver) -> Waiver:
    signature = row.step(Verb.SIGNED)
    assert signature is not None, "only signed waivers hold"
    return Waiver(
        number=row.number,
        finding=row.identity,
        evidence=row.evidence,
        title=row.finding.title,
        risk=row.risk,
        probability=row.probability,
        cost_of_failure=row.cost_of_failure,
        cost_of_countermeasure=row.cost_of_countermeasure,
        currency=row.currency,
        decision=row.decision,
        owner=row.owner,
        review_by=row.review_by,
        proposed_by=row.proposed_by.get_full_name(),
        signed_by=signature.name,
        signed_at=signature.at,
    )
