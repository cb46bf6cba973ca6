"""Management consoles: as many as needed, where they survive, and ready to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from worksheets.failures.words import listed
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.site import Site
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.subnets import host

GUIDE = "PowerHA planning guide: HMC definitions"


def _consoles(design: Design) -> Sequence[Hmc]:
    return layout_of(design).ordered(Hmc)


def _frames(design: Design) -> list[tuple[Frame, tuple[Hmc, ...]]]:
    """Frames with the consoles that manage them."""
    rows = layout_of(design).ordered(Frame)
    return [(row, design.plan.pick(Hmc, dict.fromkeys(row.hmcs))) for row in rows]


def _is_asked(design: Design) -> bool:
    """Whether a takeover adds processors or memory through the consoles."""
    return bool(design.plan.rows(Provisioning))


@rule(
    "HMC-SINGLE",
    "Frame with one console",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P10", GUIDE),
    fix="Connect a second console to the frame.",
)
def hmc_single(design: Design, rule: Rule) -> Iterator[Finding]:
    """Without a console nobody adds processors and memory at a takeover, and nobody reaches a
    partition that hangs. Where no takeover asks for them, the second one is advice."""
    severity = Severity.WARNING if _is_asked(design) else Severity.ADVICE
    for frame, consoles in _frames(design):
        if len(consoles) == 1:
            yield rule.at(
                cell(frame, "hmcs"),
                cell(consoles[0]),
                title=f"{frame.name} has one console, {consoles[0].name}",
                severity=severity,
            )


@rule(
    "HMC-FAR",
    "Frame whose consoles all stand on the other site",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P10", "S10"),
    fix="Connect a console that stands on the frame's own site.",
)
def hmc_far(design: Design, rule: Rule) -> Iterator[Finding]:
    """The frame that has to take over is the one that needs a console. With the other site its
    consoles are gone, just then."""
    plan, site_of_rack = design.plan, layout_of(design).site_of_rack
    for frame, consoles in _frames(design):
        home = site_of_rack.get(frame.rack)
        sites = {console.site for console in consoles}
        if home and sites and "" not in sites and home not in sites:
            yield rule.at(
                cell(frame, "hmcs"),
                *(cell(console, "site") for console in consoles),
                title=f"{frame.name} stands on {plan.title(Site, home)}, all of its consoles on "
                f"{listed(plan.title(Site, site) for site in sites)}",
            )


@rule(
    "HMC-SERVES",
    "Site that fewer than two consoles serve",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P10", GUIDE),
    fix="Let two consoles serve each site.",
)
def hmc_serves(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA asks the consoles that serve the site of the node. A failed acquisition is tried
    again only on those."""
    plan, layout = design.plan, layout_of(design)
    consoles = _consoles(design)
    if not consoles or not _is_asked(design) or not has_powerha_sites(plan):
        return
    homes = layout.sites_of(node.key for node in layout.nodes)
    for site in layout.in_order(plan.pick(Site, homes)):
        serving = [row for row in consoles if not row.sites or site.key in row.sites]
        if len(serving) < 2:
            names = serving[0].name if serving else "no console"
            yield rule.at(
                cell(site),
                *(cell(row, "sites") for row in serving or consoles),
                title=f"{names} serves the nodes on {site.name}{' alone' if serving else ''}",
            )


@rule(
    "HMC-READY",
    "Console that nodes cannot ask",
    severity=Severity.BLOCKER,
    sources=("P10", "D7"),
    fix="Exchange the ssh keys of root with the console, and enter the nodes in its name service.",
)
def hmc_ready(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA logs in on the console without a password and finds its partitions by the names of
    the nodes. Where every application starts without the resources too this is a warning, and
    where no takeover asks for any it is advice."""
    asked = design.plan.rows(Provisioning)
    severity = Severity.WARNING if asked else Severity.ADVICE
    if any(not row.start_anyway for row in asked):
        severity = Severity.BLOCKER
    for row in _consoles(design):
        if row.keys_exchanged is False:
            title = f"The nodes cannot log in on {row.name} without a password"
            yield rule.at(cell(row, "keys_exchanged"), title=title, severity=severity)
        if row.resolves_nodes is False:
            title = f"{row.name} does not know the names of the nodes"
            yield rule.at(cell(row, "resolves_nodes"), title=title, severity=severity)


@rule(
    "HMC-ADDRESS",
    "Console at an address of the cluster",
    severity=Severity.BLOCKER,
    sources=("P10", "W8"),
    fix="Correct the address of the console or of the label.",
)
def hmc_address(design: Design, rule: Rule) -> Iterator[Finding]:
    """One address belongs to one host. The console would be cut off as soon as the label comes
    up."""
    labels = {
        address: label
        for label in reversed(layout_of(design).ordered(IpLabel))
        if (address := host(label.address)) is not None
    }
    for row in _consoles(design):
        address = host(row.address)
        if address is not None and address in labels:
            label = labels[address]
            yield rule.at(
                cell(row, "address"),
                cell(label, "address"),
                title=f"{row.name} has the address {row.address} of the label {label.name}",
            )


@rule(
    "HMC-IDLE",
    "Console that manages no frame",
    severity=Severity.ADVICE,
    sources=("P10",),
    fix="Name it at its frames, or delete the row.",
)
def hmc_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """A console that no frame names helps nobody when one of the others fails."""
    frames = design.plan.rows(Frame)
    used = {key for frame in frames for key in frame.hmcs}
    for row in _consoles(design) if used else ():
        if row.key not in used:
            yield rule.at(cell(row), title=f"No frame names the console {row.name}")


@rule(
    "HMC-SITES",
    "Console that serves sites of a cluster without any",
    severity=Severity.ADVICE,
    sources=(GUIDE,),
    fix="Clear the sites that it serves, or choose a stretched or linked cluster.",
)
def hmc_sites(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA asks consoles by site only where it knows sites."""
    for row in _consoles(design) if not has_powerha_sites(design.plan) else ():
        if row.sites:
            yield rule.at(
                cell(row, "sites"),
                title=f"{row.name} serves {listed(design.plan.title(Site, k) for k in row.sites)}, "
                "but PowerHA knows no sites here",
            )


@rule(
    "HMC-TIME",
    "Attempts on a console that outlast the event",
    severity=Severity.ADVICE,
    sources=("P10", GUIDE),
    fix="Lower timeout, retries or their delay, or allow events more time.",
)
def hmc_time(design: Design, rule: Rule) -> Iterator[Finding]:
    """The takeover waits while a console is tried again. When that takes longer than an event may,
    PowerHA raises config_too_long in the middle of it. That it may is no fault, but somebody has to
    expect it."""
    most = design.plan.options.max_event_time
    options = design.plan.rows(ClusterOptions)
    for row in _consoles(design) if most and _is_asked(design) else ():
        if row.timeout is None and row.retry_delay is None:
            continue
        tries = (row.retry_count or 0) + 1
        waiting = tries * (row.timeout or 0) * 60 + (tries - 1) * (row.retry_delay or 0)
        if most is not None and waiting > most:
            yield rule.at(
                cell(row, "timeout"),
                *(cell(option, "max_event_time") for option in options),
                title=f"Attempts on {row.name} may take {waiting} s, an event {most} s",
                detail=f"{tries} times {row.timeout or 0} min, and {row.retry_delay or 0} s "
                "between two attempts.",
            )


@rule(
    "HMC-USER",
    "Nodes that log in on the console as its administrator",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("D4", "P10"),
    fix="Make a user with no more rights than moving resources and activating them.",
)
def hmc_user(design: Design, rule: Rule) -> Iterator[Finding]:
    """Root of a cluster node logs in on the console by key. As its administrator it may also delete
    the partitions of others."""
    for row in _consoles(design):
        if row.user.strip().casefold() in ("hscroot", "root"):
            yield rule.at(cell(row, "user"), title=f"Nodes log in on {row.name} as {row.user}")
