"""What the other clusters of the installation have to do with one cluster."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet

from worksheets.models import Claim, Cluster, Revision
from worksheets.models.store.claims import things_of
from worksheets.models.store.mapping import BATCH
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import Environment
from worksheets.queries.workbook import open_workbook
from worksheets.rules.claims import claims_of
from worksheets.rules.estate import Estate, Kind, Neighbour, Thing, Twin

# What a cluster says about itself and its twin; it takes nothing from others.
_TELLING = (Kind.CLUSTER, Kind.MIRRORS)


class Rival(NamedTuple):
    """A claim of another cluster, as of now."""

    thing: Thing
    shared: bool
    cluster_id: int
    team_id: int
    neighbour: Neighbour


def estate_of(cluster: Cluster, plan: Plan) -> Estate:
    """The estate as a cluster sees it whose current revision has the claims of `plan` stored.

    One query by an index, whatever the number of clusters; opening the twin takes more where the
    plan names one.
    """
    others: dict[Thing, set[Neighbour]] = defaultdict(set)
    mirrored_by: set[Neighbour] = set()
    twin_id = None
    rivals = list(_rivals_of(cluster))
    mine = things_of(claims_of(plan)) if rivals else {}
    for rival in rivals:
        if rival.thing.kind in _TELLING:
            if rival.team_id != cluster.team_id:
                continue
            if rival.thing == Thing(Kind.CLUSTER, plan.options.mirrors):
                twin_id = rival.cluster_id
            elif rival.thing == Thing(Kind.MIRRORS, plan.options.name):
                mirrored_by.add(rival.neighbour)
        elif rival.thing in mine and not (rival.shared and mine[rival.thing]):
            others[rival.thing].add(rival.neighbour)
    return Estate(
        known=True,
        others=MappingProxyType({thing: tuple(sorted(them)) for thing, them in others.items()}),
        twin=_twin(twin_id) if twin_id is not None else None,
        mirrored_by=tuple(sorted(mirrored_by)),
    )


def clusters_concerned(cluster: Cluster, things: Iterable[Thing]) -> set[int]:
    """Other clusters that also have to do with these things, which `cluster` claims or did."""
    wanted: set[tuple[Kind, str]] = set()
    for kind, value in things:
        kinds = _TELLING if kind in _TELLING else (kind,)
        wanted.update((kind, value) for kind in kinds)
    values = sorted({value for _, value in wanted})
    return {
        rival.cluster_id
        for start in range(0, len(values), BATCH)
        for rival in _rivals(_claims(cluster, Q(value__in=values[start : start + BATCH])))
        if rival.thing in wanted
        and (rival.thing.kind not in _TELLING or rival.team_id == cluster.team_id)
    }


def _rivals_of(cluster: Cluster) -> Iterator[Rival]:
    """Claims on values of which this cluster has a claim too, one of the two not shared.

    Kinds are compared by the caller. A union, because PostgreSQL uses no index where either of
    two subqueries may hold.
    """
    mine = Claim.objects.filter(revision=cluster.current_id)
    own = _claims(cluster, Q(value__in=mine.filter(shared=False).values("value")))
    lent = _claims(cluster, Q(value__in=mine.filter(shared=True).values("value"), shared=False))
    yield from _rivals(own.union(lent, all=True))


def _claims(cluster: Cluster, condition: Q) -> QuerySet[Claim, tuple[Any, ...]]:
    """Claims of the current revisions of other clusters, as `_rivals` reads them."""
    # A cluster's own claims match too, all of them; leaving them out keeps the answer short.
    others = Claim.objects.filter(condition, ~Q(revision=cluster.current_id))
    of_cluster = ("id", "team_id", "name", "team__name", "environment")
    return others.filter(revision__cluster__current=F("revision")).values_list(
        "kind", "value", "shared", *(f"revision__cluster__{column}" for column in of_cluster)
    )


def _rivals(claims: Iterable[tuple[Any, ...]]) -> Iterator[Rival]:
    for kind, value, shared, id_, team_id, name, team, environment in claims:
        if kind in _KINDS:
            neighbour = Neighbour(name, team, Environment(environment))
            yield Rival(Thing(Kind(kind), value), shared, id_, team_id, neighbour)


def _twin(cluster_id: int) -> Twin | None:
    revisions = Revision.objects.select_related("cluster")
    revision = revisions.filter(cluster_id=cluster_id, cluster__current=F("id")).first()
    if revision is None:
        return None
    return Twin(revision.cluster.name, open_workbook(revision).plan)


_KINDS = frozenset(kind.value for kind in Kind)
