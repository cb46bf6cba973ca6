"""Resource groups and sites."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from worksheets.failures.words import listed
from worksheets.plan.rows.resource_group import ResourceGroup, SitePolicy, Startup
from worksheets.plan.rows.site import Site
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule


def _with_policy(design: Design) -> Iterator[tuple[ResourceGroup, SitePolicy]]:
    for group in design.plan.rows(ResourceGroup):
        if group.site_policy not in (None, SitePolicy.IGNORE):
            yield group, group.site_policy


@rule(
    "RG-SITE-POLICY",
    "Site policy without two sites",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: inter-site management policies",),
    fix="Choose Ignore or leave it empty, or plan a stretched or linked cluster.",
)
def rg_site_policy(design: Design, rule: Rule) -> Iterator[Finding]:
    """A policy between sites needs a stretched or linked cluster with two sites."""
    if has_powerha_sites(design.plan) and len(design.plan.rows(Site)) > 1:
        return
    for group, policy in _with_policy(design):
        yield rule.at(
            cell(group, "site_policy"),
            title=f"{group.name} has the site policy {policy.label}, "
            "but PowerHA knows no two sites here",
        )


@rule(
    "RG-SITE-BOTH",
    "Online on both sites, but not on all nodes",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: inter-site management policies", "per IBM guides"),
    fix="Choose Online On All Available Nodes, or another site policy.",
)
def rg_site_both(design: Design, rule: Rule) -> Iterator[Finding]:
    """Only a concurrent group can be online on both sites at the same time."""
    for group, policy in _with_policy(design):
        if policy is SitePolicy.BOTH and group.startup is not Startup.OAAN:
            yield rule.at(
                cell(group, "site_policy"),
                cell(group, "startup"),
                title=f"{group.name} shall be online on both sites, but runs on one node",
            )


@rule(
    "RG-SITE-NODES",
    "Node list that mixes the sites",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: inter-site management policies", "per IBM guides"),
    fix="List all nodes of the first site, then those of the second.",
)
def rg_site_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """With a site policy the list has primary nodes on one site and secondary nodes on the
    other. All on one site leaves nothing for the policy to do; a mixture cannot be entered.
    Where only one site has nodes at all, that is what has to be told."""
    site_of = layout_of(design).site_of_node
    if len(set(site_of.values())) < 2 or not has_powerha_sites(design.plan):
        return
    for group, _ in _with_policy(design):
        sites = [site_of.get(node, "") for node in group.nodes]
        runs = [site for site, _ in groupby(sites)]
        if not sites or "" in sites or len(runs) == 2:
            continue
        if len(runs) == 1:
            title = f"All nodes of {group.name} stand on {design.plan.title(Site, runs[0])}"
        else:
            title = f"The node list of {group.name} changes between sites {len(runs) - 1} times"
        yield rule.at(cell(group, "nodes"), cell(group, "site_policy"), title=title)


@rule(
    "RG-SITE-OPEN",
    "Group across sites without a site policy",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("S10", "PowerHA planning guide: inter-site management policies"),
    fix="Say what shall happen between the sites; Ignore is an answer too.",
)
def rg_site_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group that can run on two sites may prefer one of them. An empty cell leaves open
    whether anybody thought about it."""
    layout = layout_of(design)
    for group in design.plan.rows(ResourceGroup) if has_powerha_sites(design.plan) else ():
        sites = layout.sites_of(group.nodes)
        if group.site_policy is None and len(sites) > 1:
            names = listed(design.plan.title(Site, site) for site in sites)
            yield rule.at(
                cell(group, "site_policy"),
                title=f"{group.name} can run on {names} and has no site policy",
            )
