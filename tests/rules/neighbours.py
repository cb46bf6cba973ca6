"""Estates for tests: what several plans have to do with each other, worked out the slow way."""

from __future__ import annotations

from worksheets.plan.plan import Plan
from worksheets.rules.claims import claims_of
from worksheets.rules.estate import Estate, Kind, Neighbour, Thing, Twin


def neighbour(plan: Plan, team: str = "Payments") -> Neighbour:
    return Neighbour(plan.options.name, team, plan.options.environment)


def estate_among(here: Plan, *others: Plan) -> Estate:
    """What `here` sees of the other plans, all of one team: every claim against every other."""
    found: dict[Thing, set[Neighbour]] = {}
    for other in others:
        for mine in claims_of(here):
            for its in claims_of(other):
                own = mine.thing.kind not in (Kind.CLUSTER, Kind.MIRRORS)
                if own and mine.thing == its.thing and not (mine.shared and its.shared):
                    found.setdefault(mine.thing, set()).add(neighbour(other))
    twins = [plan for plan in others if plan.options.name == here.options.mirrors]
    return Estate(
        known=True,
        others={thing: tuple(sorted(them)) for thing, them in found.items()},
        twin=Twin(twins[0].options.name, twins[0]) if twins else None,
        mirrored_by=tuple(
            sorted(neighbour(plan) for plan in others if plan.options.mirrors == here.options.name)
        ),
    )
