"""Keeps what each revision lays claim to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from worksheets.models.claim import Claim
from worksheets.models.store.mapping import BATCH
from worksheets.plan.plan import Plan
from worksheets.rules.claims import affected, claims_of
from worksheets.rules.estate import Claim as PlanClaim
from worksheets.rules.estate import Kind, Thing

Things = Mapping[Thing, bool]


def things_of(claims: Iterable[PlanClaim]) -> Things:
    """What is claimed, each thing once, and whether it is claimed as shared only."""
    found: dict[Thing, bool] = {}
    for claim in claims:
        found[claim.thing] = claim.shared and found.get(claim.thing, True)
    return found


def stored_things(revision_id: int) -> Things:
    """What the table has of a revision."""
    rows = Claim.objects.filter(revision_id=revision_id).values_list("kind", "value", "shared")
    return {Thing(Kind(kind), value): shared for kind, value, shared in rows if kind in _KINDS}


def refresh_claims(revision_id: int, before: Plan, after: Plan) -> frozenset[Thing]:
    """Bring the claims of a revision from one plan to the next; inside the write's transaction.

    Returns the things whose claims came, went or are of another kind now. `before` is an empty
    plan for a revision without claims.
    """
    claimants = affected(before, after)
    old = things_of(claims_of(before, claimants))
    return _write(revision_id, old, things_of(claims_of(after, claimants)))


def restore_claims(revision_id: int, plan: Plan) -> frozenset[Thing]:
    """Make the stored claims of a revision those of its plan, whatever they were."""
    Claim.objects.filter(revision_id=revision_id).exclude(kind__in=_KINDS).delete()
    return _write(revision_id, stored_things(revision_id), things_of(claims_of(plan)))


def _write(revision_id: int, old: Things, new: Things) -> frozenset[Thing]:
    gone = old.keys() - new.keys()
    changed = {thing for thing, shared in new.items() if old.get(thing) is not shared}
    claims = Claim.objects.filter(revision_id=revision_id)
    for kind in {thing.kind for thing in gone}:
        values = sorted(thing.value for thing in gone if thing.kind is kind)
        for start in range(0, len(values), BATCH):
            claims.filter(kind=kind, value__in=values[start : start + BATCH]).delete()
    if changed:
        Claim.objects.bulk_create(
            [
                Claim(
                    revision_id=revision_id,
                    kind=thing.kind.value,
                    value=thing.value,
                    shared=new[thing],
                )
                for thing in sorted(changed)
            ],
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["revision", "kind", "value"],
            update_fields=["shared"],
        )
    return frozenset(gone | changed)


_KINDS = frozenset(kind.value for kind in Kind)
