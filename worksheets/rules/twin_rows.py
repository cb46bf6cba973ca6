"""Which row of one cluster stands for which row of its twin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import msgspec

from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS
from worksheets.rules.policy import Policy, setting_of

# By worksheet (slug): key of a row here, key of its counterpart there.
Pairs = Mapping[str, Mapping[str, str]]
Name = Callable[[Plan, type[Row], str], object]


def paired(here: Plan, there: Plan, kinds: Iterable[type[Row]], policy: Policy) -> Pairs:
    """Counterparts by key, else by title, else by what is left of a name without its environment.

    What titles hang on may have another name there: once two nodes are paired, their interfaces
    are looked for under one name. So pairing goes on until it finds nothing more.
    """
    chosen = list(kinds)
    pairs: dict[str, dict[str, str]] = {
        kind.slug: {row.key: row.key for row in here.rows(kind) if there.get(kind, row.key)}
        for kind in chosen
    }

    def neutral(plan: Plan, kind: type[Row], key: str) -> object:
        return _neutral(plan, kind, key, policy)

    while True:
        alike = _renamed(here, there, chosen, pairs)
        found = [
            _pair(here, alike, kind, pairs[kind.slug], name)
            for kind in chosen
            for name in (_title, neutral)
        ]
        if not any(found):
            return pairs


def alike(here: Plan, there: Plan, pairs: Pairs) -> Callable[[str, str], bool]:
    """Tells whether a text from here and one of the twin say the same, but for what the things
    that they name are called on either side.
    """
    known: dict[tuple[str, str], None] = {(here.options.name, there.options.name): None}
    for slug, keys in pairs.items():
        kind = KINDS[slug]
        for key, other in sorted(keys.items()):
            known[_name(here.get(kind, key)), _name(there.get(kind, other))] = None
    differing = [(mine, its) for mine, its in known if mine and its and mine != its]
    to_here = _translation((its, mine) for mine, its in differing)
    to_there = _translation(differing)
    return lambda mine, its: mine in (its, to_here(its)) or to_there(mine) == its


def _translation(words: Iterable[tuple[str, str]]) -> Callable[[str], str]:
    """Replaces words that stand for themselves in a text, the longest first."""
    names: dict[str, str] = {}
    for old, new in words:
        names.setdefault(old, new)
    if not names:
        return lambda text: text
    inner = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{inner})(?![A-Za-z0-9])")
    return lambda text: pattern.sub(lambda found: names[found[0]], text)


def named_alike(
    here: Plan, there: Plan, kind: type[Row], key: str, other: str, policy: Policy
) -> bool:
    """Whether two names differ in nothing but environment and cluster."""
    mine = _neutral(here, kind, key, policy)
    return mine is not None and mine == _neutral(there, kind, other, policy)


def _pair(here: Plan, there: Plan, kind: type[Row], known: dict[str, str], name: Name) -> bool:
    """Pair rows that have one name which no other row on either side has."""
    taken = set(known.values())
    mine = _by_name(here, kind, (r.key for r in here.rows(kind) if r.key not in known), name)
    its = _by_name(there, kind, (r.key for r in there.rows(kind) if r.key not in taken), name)
    common = mine.keys() & its.keys()
    known.update({mine[word]: its[word] for word in common})
    return bool(common)


def _by_name(plan: Plan, kind: type[Row], keys: Iterable[str], name: Name) -> dict[object, str]:
    names = {key: word for key in keys if (word := name(plan, kind, key)) is not None}
    count = Counter(names.values())
    return {word: key for key, word in names.items() if count[word] == 1}


def _title(plan: Plan, kind: type[Row], key: str) -> object:
    return plan.title(kind, key)


def _neutral(plan: Plan, kind: type[Row], key: str, policy: Policy) -> object:
    """The words of a name without those for environment and cluster; None where nothing tells."""
    row = plan.get(kind, key)
    name = _name(row)
    if not name:
        return None
    naming = policy.naming.get(kind.slug)
    if naming is not None:
        words = naming.mask.read(name, setting_of(plan))
        if words is not None:
            rest = {word: text for word, text in words.items() if word not in ("env", "cluster")}
            return tuple(sorted(rest.items())) if rest else None
    cluster = plan.options.name
    return name.replace(cluster, "{cluster}") if cluster in name else None


def _renamed(here: Plan, there: Plan, kinds: Iterable[type[Row]], pairs: Pairs) -> Plan:
    """The twin with the names from here in rows that have their counterpart, but with its own as
    a cluster, by which its other names are read.
    """
    changed = []
    for kind in kinds:
        if kind.single:
            continue
        for key, other in pairs[kind.slug].items():
            mine, its = here.get(kind, key), there.get(kind, other)
            if its is not None and _name(mine) and _name(its) and _name(mine) != _name(its):
                changed.append(msgspec.structs.replace(its, name=_name(mine)))
    return there.replace(*changed)


def _name(row: Row | None) -> str:
    name: str = getattr(row, "name", "")
    return name
