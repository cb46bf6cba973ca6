"""The next free name by the organisation's naming rule."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.rules.mask import Piece
from worksheets.rules.policy import Policy, setting_of

_TRIED = 10_000


def suggest_name(plan: Plan, slug: str, policy: Policy) -> str:
    """The first free name for a new row of a worksheet; "" where none can be told.

    Numbers count up from 1. Words come from the last row of the worksheet whose name follows
    the rule, then from the cluster's own name, then from other worksheets, wherever their rules
    have a word of the same name. No name is suggested while a word is known from nowhere.
    """
    naming = policy.naming.get(slug)
    if naming is None:
        return ""
    setting = setting_of(plan)
    words = _words(plan, slug, policy, naming.mask.words)
    taken = {getattr(row, "name", "").lower() for row in plan.rows(KINDS[slug])}
    before = None
    for number in range(1, _TRIED):
        name = naming.mask.write(words, number, setting)
        if name is None or name == before:
            return ""
        if name.lower() not in taken and naming.mask.read(name, setting) is not None:
            return name
        before = name
    return ""


def _words(plan: Plan, slug: str, policy: Policy, wanted: tuple[Piece, ...]) -> dict[str, str]:
    missing = {piece.name for piece in wanted}
    words: dict[str, str] = {}
    for source in _sources(slug, policy):
        if not missing:
            break
        for found in _read(plan, source, policy):
            known = {name: found[name] for name in missing & found.keys()}
            words |= known
            missing -= known.keys()
    return words


def _sources(slug: str, policy: Policy) -> Iterator[str]:
    """Worksheets to take words from, each once."""
    yield from dict.fromkeys((slug, ClusterOptions.slug, *sorted(policy.naming)))


def _read(plan: Plan, slug: str, policy: Policy) -> Iterator[dict[str, str]]:
    """Words of the names of a worksheet that follow its rule, the last row first."""
    naming = policy.naming.get(slug)
    if naming is not None:
        for row in reversed(plan.rows(KINDS[slug])):
            found = naming.mask.read(getattr(row, "name", ""), setting_of(plan))
            if found is not None:
                yield found
