"""Software on the nodes beyond AIX and PowerHA: equal levels, fixes and states."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from worksheets.failures.words import by_name, listed
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.software_level import SoftwareLevel
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import level
from worksheets.rules.registry import Rule, rule


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()


def products(design: Design) -> dict[str, list[SoftwareLevel]]:
    """Rows that name a node of the plan, by product, in the order of their keys."""
    found: dict[str, list[SoftwareLevel]] = defaultdict(list)
    for row in layout_of(design).ordered(SoftwareLevel):
        if _squeezed(row.product) and design.plan.get(Node, row.node) is not None:
            found[_squeezed(row.product)].append(row)
    return found


def _words(text: str) -> set[str]:
    return set(text.replace(",", " ").split()) - {"none", "-"}


@rule(
    "SOFT-NONE",
    "No software levels are entered",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("M7", "U1"),
    fix="Enter the products that the applications need, once for each node.",
)
def soft_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """AIX and PowerHA are not all that has to be equal: drivers, Java, the database and the
    application meet on the takeover node too."""
    if not design.plan.rows(SoftwareLevel):
        yield rule.at(
            sheet(SoftwareLevel), title="No software beyond AIX and PowerHA is entered for any node"
        )


@rule(
    "SOFT-LEVEL",
    "Product at different levels",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("M7", "U4"),
    fix="Bring the product to one level on all nodes.",
)
def soft_level(design: Design, rule: Rule) -> Iterator[Finding]:
    """An application that meets other software after a takeover may not start, or may write data
    that the old node cannot read any more."""
    for rows in products(design).values():
        counted = Counter(text for row in rows if (text := _squeezed(row.level)))
        if len(counted) < 2:
            continue
        usual = max(counted, key=lambda text: (counted[text], level(text), text))
        shown = next(row.level.strip() for row in rows if _squeezed(row.level) == usual)
        for row in rows:
            if _squeezed(row.level) not in ("", usual):
                name = design.plan.title(Node, row.node)
                yield rule.at(
                    cell(row, "level"),
                    title=f"{name} has {row.product.strip()} {row.level.strip()}, "
                    f"others have {shown}",
                )


@rule(
    "SOFT-FIXES",
    "Interim fix that is not on all nodes",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("M7", "M3"),
    fix="Install the fix on the other nodes too, or remove it.",
)
def soft_fixes(design: Design, rule: Rule) -> Iterator[Finding]:
    """Interim fixes do not show in the level. The fault that one of them mends comes back with
    the first takeover to a node without it."""
    for rows in products(design).values():
        levels: dict[str, list[SoftwareLevel]] = defaultdict(list)
        for row in rows:
            levels[_squeezed(row.level)].append(row)
        for equal in levels.values():
            everywhere = {fix for row in equal for fix in _words(row.fixes)}
            for row in equal:
                missing = everywhere - _words(row.fixes)
                if missing:
                    name = design.plan.title(Node, row.node)
                    yield rule.at(
                        cell(row, "fixes"),
                        title=f"{name} lacks {listed(missing)} for {row.product.strip()}, "
                        "which another node has",
                    )


@rule(
    "SOFT-MISSING",
    "Product that a takeover node does not have",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("M7",),
    fix="Install it there too and enter its level; or leave a product out that nothing needs.",
)
def soft_missing(design: Design, rule: Rule) -> Iterator[Finding]:
    """Nodes that share a resource group need the same software. What is entered for one of them
    only is either missing on the other or was forgotten here."""
    partners: dict[str, set[str]] = defaultdict(set)
    for group in design.plan.rows(ResourceGroup):
        for key in group.nodes:
            partners[key].update(group.nodes)
    for rows in products(design).values():
        there = {row.node for row in rows}
        needed = {partner for key in there for partner in partners[key]}
        names = by_name(node.name for node in design.plan.pick(Node, needed - there))
        if names:
            product = min(row.product.strip() for row in rows)
            yield rule.at(
                cell(rows[0]),
                title=f"{product} is entered for other nodes, not for {listed(names)}",
            )


@rule(
    "SOFT-TWICE",
    "Product entered twice for a node",
    severity=Severity.ADVICE,
    sources=("M7",),
    fix="Keep one row for each node and product.",
)
def soft_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """Of two rows for one product one is out of date, and nobody can tell which."""
    for rows in products(design).values():
        seen: dict[str, SoftwareLevel] = {}
        for row in rows:
            first = seen.setdefault(row.node, row)
            if first is not row:
                name = design.plan.title(Node, row.node)
                yield rule.at(
                    cell(row, "product"),
                    cell(first, "product"),
                    title=f"{row.product.strip()} is entered twice for {name}",
                )


_AIX = frozenset({"aix", "ibm aix", "bos.rte"})
_POWERHA = frozenset(
    {"powerha", "ibm powerha", "powerha systemmirror", "ibm powerha systemmirror",
     "cluster.es.server.rte"}
)  # fmt: skip


def _agree(one: str, other: str) -> bool:
    """Whether two texts may mean one level; what only one of them says does not count."""
    left, right = level(one), level(other)
    shorter = min(len(left), len(right))
    return left[:shorter] == right[:shorter]


@rule(
    "SOFT-CONTRADICTION",
    "Level that contradicts the node's row",
    severity=Severity.WARNING,
    sources=("M7",),
    fix="Correct the level that is out of date.",
)
def soft_contradiction(design: Design, rule: Rule) -> Iterator[Finding]:
    """AIX and PowerHA have their cells on the node worksheet. Where the list of software says
    something else, commands and checks are made for the wrong level."""
    for row in design.plan.rows(SoftwareLevel):
        node, product = design.plan.get(Node, row.node), _squeezed(row.product)
        column = "aix_level" if product in _AIX else "powerha_level" if product in _POWERHA else ""
        if node is None or not column:
            continue
        other = getattr(node, column)
        if not _agree(row.level, other):
            yield rule.at(
                cell(row, "level"),
                cell(node, column),
                title=f"{' '.join(row.product.split())} on {node.name} is {row.level.strip()} "
                f"here and {other.strip()} on the node worksheet",
            )
