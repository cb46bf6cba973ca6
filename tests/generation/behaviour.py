"""Applications, monitors, resource groups and what ties them together."""

from __future__ import annotations

from typing import Any

from tests.generation.machines import Host, Machines
from tests.generation.recipe import Recipe
from tests.generation.storage import Storage
from tests.generation.wiring import Wiring
from tests.rules.builders import DUTIES
from worksheets.plan.row import Row
from worksheets.plan.rows.application_controller import (
    ApplicationController,
    DataLocation,
    StartupMode,
)
from worksheets.plan.rows.application_monitor import (
    ApplicationMonitor,
    FailureAction,
    MonitorMode,
    MonitorType,
)
from worksheets.plan.rows.dependency import Dependency, DependencyKind, LocationPriority
from worksheets.plan.rows.resource_group import (
    Fallback,
    Fallover,
    NodePriority,
    ResourceGroup,
    SitePolicy,
    Startup,
)

_SUBJECTS = ("ledger", "cards", "portal", "archive", "swift", "rates", "loans", "mail")
_CALM = (
    (Startup.OFAN, Fallover.FNPN, Fallback.NFB),
    (Startup.OHN, Fallover.FNPN, Fallback.NFB),
)
_ODD = (
    (Startup.OFAN, Fallover.FNPN, Fallback.FBHPN),
    (Startup.OHN, Fallover.FNPN, Fallback.FBHPN),
    (Startup.OHN, Fallover.BO, Fallback.NFB),
    (Startup.OUDP, Fallover.FNPN, Fallback.NFB),
)
_DYNAMIC = (Startup.OFAN, Fallover.FUDNP, Fallback.NFB)


def node_lists(recipe: Recipe, built: Machines) -> list[list[str]]:
    """Keys of nodes per resource group, home first, then the others of its place.

    Takeover nodes stand well away from the home; the last node is home of nothing.
    """
    lists = []
    for group in range(recipe.groups):
        home = built.hosts[group % (len(built.hosts) - 1)]
        others = [host for host in built.hosts if host is not home]
        recipe.dice.shuffle(others)
        if not recipe.flawed():
            others.sort(key=lambda host: _nearness(home, host))
        length = 0 if recipe.flawed() else recipe.dice.choice((1, 1, 1, 2, 3))
        takeover = sorted(others[:length], key=lambda host: host.place is not home.place)
        lists.append([home.node, *(host.node for host in takeover)])
    return lists


def _nearness(home: Host, host: Host) -> tuple[bool, bool, bool]:
    """Sorts nodes of another site, rack and frame first."""
    return (host.place is home.place, host.rack == home.rack, host.frame == home.frame)


def behaviour(recipe: Recipe, wired: Wiring, stored: Storage, lists: list[list[str]]) -> list[Row]:
    """One application per resource group, and dependencies between neighbours."""
    rows: list[Row] = []
    groups = []
    for number, nodes in enumerate(lists):
        stem = f"{_SUBJECTS[number % len(_SUBJECTS)]}{number + 1:02d}"
        rows += _application(recipe, number, stem)
        groups.append(_group(recipe, wired, stored, number, stem, nodes))
    return [*rows, *groups, *_dependencies(recipe, groups)]


def _application(recipe: Recipe, number: int, stem: str) -> list[Row]:
    key = f"app-{number + 1:02d}"
    duties: dict[str, Any] = {duty: recipe.answer(not recipe.flawed(), None) for duty in DUTIES}
    rows: list[Row] = [
        ApplicationController(
            key=key,
            name=recipe.name(f"{stem}_app"),
            application=f"{stem.capitalize()} server",
            start_script=f"/usr/local/ha/{stem}/start",
            stop_script=f"/usr/local/ha/{stem}/stop",
            startup_mode=recipe.answer(StartupMode.BACKGROUND, None),
            location=recipe.answer(DataLocation.SHARED, None),
            asks_for_input=recipe.answer(recipe.flawed(), None),
            bound_to="uname -m" if recipe.flawed() else "",
            kills_by_name=recipe.flawed(),
            **duties,
        )
    ]
    if not recipe.flawed():
        rows.append(_process_monitor(key, number, stem))
    if not recipe.flawed():
        rows.append(_custom_monitor(key, number, stem))
    return rows


def _process_monitor(controller: str, number: int, stem: str) -> ApplicationMonitor:
    return ApplicationMonitor(
        key=f"monitor-{number + 1:02d}-process",
        name=f"{stem}_proc",
        controllers=(controller,),
        type=MonitorType.PROCESS,
        mode=MonitorMode.LONG_RUNNING,
        processes=f"{stem}d",
        process_owner=stem,
        instance_count=1,
        stabilization_interval=60,
        restart_count=3,
        restart_interval=240,
        failure_action=FailureAction.FALLOVER,
        notify_method="/usr/local/ha/notify",
        tested=True,
    )


def _custom_monitor(controller: str, number: int, stem: str) -> ApplicationMonitor:
    return ApplicationMonitor(
        key=f"monitor-{number + 1:02d}-custom",
        name=f"{stem}_check",
        controllers=(controller,),
        mode=MonitorMode.BOTH,
        monitor_method=f"/usr/local/ha/{stem}/check",
        monitor_interval=30,
        hung_signal=9,
        stabilization_interval=60,
        restart_count=3,
        restart_interval=300,
        failure_action=FailureAction.FALLOVER,
        notify_method="/usr/local/ha/notify",
        tested=True,
    )


def _group(
    recipe: Recipe, wired: Wiring, stored: Storage, number: int, stem: str, nodes: list[str]
) -> ResourceGroup:
    startup, fallover, fallback = recipe.dice.choice(_ODD if recipe.flawed() else _CALM)
    if len(nodes) > 2 and recipe.sites < 2 and recipe.dice.random() < 0.2:
        startup, fallover, fallback = _DYNAMIC
    mirrored = all(stored.mirrored[key] for key in stored.volume_groups[number])
    return ResourceGroup(
        key=f"rg-{number + 1:02d}",
        name=recipe.name(f"rg_{stem}"),
        nodes=tuple(nodes),
        startup=startup,
        fallover=fallover,
        fallback=fallback,
        site_policy=SitePolicy.PRIMARY if recipe.sites == 2 else SitePolicy.IGNORE,
        node_priority=NodePriority.MEMORY if fallover is Fallover.FUDNP else None,
        service_labels=(wired.service_labels[number],),
        volume_groups=tuple(stored.volume_groups[number]),
        forced_varyon=recipe.answer(mirrored, None),
        controllers=(f"app-{number + 1:02d}",),
    )


def _dependencies(recipe: Recipe, groups: list[ResourceGroup]) -> list[Dependency]:
    """Now and then a parent with a child or a starting order; one pair that is kept apart."""
    rows = []
    for first, second in zip(groups[::3], groups[1::3], strict=False):
        draw = recipe.dice.random()
        if draw < 0.4:
            kind = DependencyKind.PARENT_CHILD if draw < 0.25 else DependencyKind.START_AFTER
            rows.append(
                Dependency(
                    key=f"dep-{first.key}", kind=kind, leader=first.key, groups=(second.key,)
                )
            )
    rows += _same_node(recipe, groups[2:])
    if len(groups) > 1 and groups[0].nodes[0] != groups[1].nodes[0]:
        rows += [
            Dependency(
                key=f"dep-apart-{priority.value}",
                kind=DependencyKind.DIFFERENT_NODES,
                groups=(group.key,),
                priority=priority,
            )
            for group, priority in zip(
                groups, (LocationPriority.HIGH, LocationPriority.LOW), strict=False
            )
        ]
    return rows


def _same_node(recipe: Recipe, groups: list[ResourceGroup]) -> list[Dependency]:
    """Groups with equal lists and policies, together; not always."""
    sets: dict[object, list[str]] = {}
    for group in groups:
        if group.startup is not Startup.OUDP:
            like = (group.nodes, group.startup, group.fallover, group.fallback)
            sets.setdefault(like, []).append(group.key)
    return [
        Dependency(key=f"dep-together-{keys[0]}", kind=DependencyKind.SAME_NODE, groups=tuple(keys))
        for keys in sets.values()
        if len(keys) > 1 and recipe.dice.random() < 0.3
    ]
