"""Dependencies on location: same node, different nodes, same site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from worksheets.failures.words import listed
from worksheets.plan.plan import Plan
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.resource_group import Fallover, ResourceGroup, SitePolicy, Startup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import Layout, layout_of
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: resource group dependencies"
_SAME = (DependencyKind.SAME_NODE, DependencyKind.SAME_SITE)


def _sets(
    design: Design, kind: DependencyKind
) -> Iterator[tuple[Dependency, Sequence[ResourceGroup]]]:
    """Location dependencies of a kind with their members as entered."""
    for row in layout_of(design).ordered(Dependency):
        if row.kind is kind:
            yield row, design.plan.pick(ResourceGroup, dict.fromkeys(row.groups))


def _names(plan: Plan, keys: Sequence[str] | set[str]) -> str:
    return listed(plan.title(ResourceGroup, key) for key in keys)


@rule(
    "DEP-SAME-NODES",
    "Groups of one node with different node lists",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Give all members the same nodes in the same order.",
)
def dep_same_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """Groups that are always online on the same node must be able to go to the same nodes, in
    the same order of preference."""
    for row, groups in _sets(design, DependencyKind.SAME_NODE):
        first = groups[0].nodes if groups else ()
        others = [group for group in groups if group.nodes != first]
        if others:
            yield rule.at(
                cell(row, "groups"),
                *(cell(group, "nodes") for group in groups),
                title=f"{listed(group.name for group in groups)} belong on one node, "
                "but their node lists differ",
            )


@rule(
    "DEP-SAME-POLICY",
    "Groups of one node with different policies",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Give all members the same startup, fallover and fallback policy.",
)
def dep_same_policy(design: Design, rule: Rule) -> Iterator[Finding]:
    """Groups that move together must want to move at the same moments. Their policies have to
    be alike, the dynamic node priority included."""
    columns = ["startup", "fallover", "fallback"]
    for row, groups in _sets(design, DependencyKind.SAME_NODE):
        dynamic = any(group.fallover is Fallover.FUDNP for group in groups)
        for column in [*columns, "node_priority"] if dynamic else columns:
            values = {getattr(group, column) for group in groups}
            if len(values) > 1:
                words = column.replace("_", " ")
                yield rule.at(
                    cell(row, "groups"),
                    *(cell(group, column) for group in groups),
                    title=f"{listed(group.name for group in groups)} belong on one node and "
                    f"differ in {words}",
                    about=column,
                )


@rule(
    "DEP-SAME-DISTRIBUTION",
    "Distributed groups that belong on one node",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Choose another startup policy for the members.",
)
def dep_same_distribution(design: Design, rule: Rule) -> Iterator[Finding]:
    """The node distribution policy starts one group on each node, which contradicts that these
    are always together."""
    for row, groups in _sets(design, DependencyKind.SAME_NODE):
        spread = [group for group in groups if group.startup is Startup.OUDP]
        if spread:
            yield rule.at(
                cell(row, "groups"),
                *(cell(group, "startup") for group in spread),
                title=f"{listed(group.name for group in spread)} are distributed over the nodes, "
                "but belong on one",
            )


@rule(
    "DEP-SAME-TWICE",
    "Group in two sets of one kind",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Join the two sets, or take the group out of one.",
)
def dep_same_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group may be in one "same node" set and in one "same site" set at most."""
    for kind in _SAME:
        holders: dict[str, list[Dependency]] = defaultdict(list)
        for row, groups in _sets(design, kind):
            for group in groups:
                holders[group.key].append(row)
        for key, rows in holders.items():
            if len(rows) > 1:
                yield rule.at(
                    *(cell(row, "groups") for row in rows),
                    title=f"{design.plan.title(ResourceGroup, key)} is in {len(rows)} sets "
                    f"({kind.label})",
                    about=key,
                )


def _sites_in_order(layout: Layout, group: ResourceGroup) -> tuple[str, ...]:
    """Known sites of a group's nodes, the site of its first node first."""
    known = (layout.site_of_node.get(node, "") for node in group.nodes)
    return tuple(dict.fromkeys(site for site in known if site))


@rule(
    "DEP-SAME-SITE",
    "Groups of one site with different site policies",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Give all members the same site policy, and nodes on the same sites.",
)
def dep_same_site(design: Design, rule: Rule) -> Iterator[Finding]:
    """Groups that are always on one site need the same policy between sites, and node lists with
    the same primary and the same secondary site."""
    layout = layout_of(design)
    for row, groups in _sets(design, DependencyKind.SAME_SITE):
        policies = {group.site_policy or SitePolicy.IGNORE for group in groups}
        sites = {_sites_in_order(layout, group) for group in groups}
        for column, values, words in (
            ("site_policy", policies, "site policy"),
            ("nodes", sites, "the sites of their nodes, or in the order of these"),
        ):
            if len(values) > 1:
                yield rule.at(
                    cell(row, "groups"),
                    *(cell(group, column) for group in groups),
                    title=f"{listed(group.name for group in groups)} belong on one site and "
                    f"differ in {words}",
                    about=column,
                )


@rule(
    "DEP-DIFFERENT-ALL-NODES",
    "Concurrent group that needs a node for itself",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Take the group out of the set, or choose another startup policy.",
)
def dep_different_all_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group that runs on all nodes cannot avoid the nodes of others."""
    for row, groups in _sets(design, DependencyKind.DIFFERENT_NODES):
        for group in groups:
            if group.startup is Startup.OAAN:
                yield rule.at(
                    cell(row, "groups"),
                    cell(group, "startup"),
                    title=f"{group.name} is online on all nodes and shall avoid other groups",
                    about=group.key,
                )


@rule(
    "DEP-DIFFERENT-PRIORITY",
    "Group without one priority among those on different nodes",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Give each group of the set one priority: high, intermediate or low.",
)
def dep_different_priority(design: Design, rule: Rule) -> Iterator[Finding]:
    """When nodes get scarce the group of the higher priority keeps its node. PowerHA knows one
    such set in a cluster, and each group in it has one priority."""
    holders: dict[str, list[Dependency]] = defaultdict(list)
    for row, groups in _sets(design, DependencyKind.DIFFERENT_NODES):
        for group in groups:
            holders[group.key].append(row)
        if row.priority is None and groups:
            yield rule.at(
                cell(row, "priority"),
                title=f"{listed(group.name for group in groups)} avoid each other "
                "without a priority",
            )
    for key, rows in holders.items():
        if len({row.priority for row in rows}) > 1:
            yield rule.at(
                *(cell(row, "groups") for row in rows),
                title=f"{design.plan.title(ResourceGroup, key)} has several priorities",
                about=key,
            )


@rule(
    "DEP-DIFFERENT-HOME",
    "Groups on different nodes with one home",
    severity=Severity.ADVICE,
    sources=(_GUIDE, "per IBM guides"),
    fix="Put another node first in the list of one of them.",
)
def dep_different_home(design: Design, rule: Rule) -> Iterator[Finding]:
    """Groups that avoid each other should begin on different nodes; otherwise one of them moves
    or stays offline at every start."""
    homes: dict[str, dict[str, ResourceGroup]] = defaultdict(dict)
    for _, groups in _sets(design, DependencyKind.DIFFERENT_NODES):
        for group in groups:
            if group.nodes:
                homes[group.nodes[0]][group.key] = group
    for home, found in homes.items():
        if len(found) > 1:
            yield rule.at(
                *(cell(found[key], "nodes") for key in sorted(found)),
                title=f"{listed(group.name for group in found.values())} avoid each other and "
                "have the same home node",
                about=home,
            )


@rule(
    "DEP-CONTRADICTION",
    "Groups that belong together and apart",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Take the groups out of one of the two dependencies.",
)
def dep_contradiction(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two groups cannot be always on the same node and never on the same node."""
    apart: dict[str, Dependency] = {}
    for row, groups in _sets(design, DependencyKind.DIFFERENT_NODES):
        for group in groups:
            apart.setdefault(group.key, row)
    for row, groups in _sets(design, DependencyKind.SAME_NODE):
        both = sorted(group.key for group in groups if group.key in apart)
        if len(both) > 1:
            yield rule.at(
                cell(row, "groups"),
                *(cell(apart[key], "groups") for key in both),
                title=f"{_names(design.plan, both)} belong on one node and on different nodes",
            )
