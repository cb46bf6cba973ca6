"""Examples: applications, monitors, resource groups, dependencies."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, group, sound, two_sites
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_controller import (
    ApplicationController,
    DataLocation,
    StartupMode,
)
from worksheets.plan.rows.application_monitor import (
    ApplicationMonitor,
    FailureAction,
    MonitorMode,
)
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.dependency import Dependency, DependencyKind, LocationPriority
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import (
    Fallback,
    Fallover,
    NodePriority,
    ResourceGroup,
    SitePolicy,
    Startup,
)

SOUND, SITES = sound(), two_sites()
THREE = SOUND.replace(Node(key="n3", name="nodec"))
CHILD, START = DependencyKind.PARENT_CHILD, DependencyKind.START_AFTER
TOGETHER, APART = DependencyKind.SAME_NODE, DependencyKind.DIFFERENT_NODES
ONE_SITE = DependencyKind.SAME_SITE
HIGH, LOW = LocationPriority.HIGH, LocationPriority.LOW


def _app(**cells: Any) -> Plan:
    return edit(SOUND, ApplicationController, "app", **cells)


def _custom(**cells: Any) -> Plan:
    return edit(SOUND, ApplicationMonitor, "mc", **cells)


def _process(**cells: Any) -> Plan:
    return edit(SOUND, ApplicationMonitor, "mp", **cells)


def _rg(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, ResourceGroup, "rg", **cells)


def _dep(
    key: str,
    kind: DependencyKind,
    *groups: str,
    leader: str = "",
    priority: LocationPriority | None = None,
) -> Dependency:
    return Dependency(key=key, kind=kind, leader=leader, groups=groups, priority=priority)


def _with(*dependencies: Dependency, **changed: dict[str, Any]) -> Plan:
    """Groups rg_g1 to rg_g5 and these dependencies; `changed`: cells of groups by key."""
    groups = (group(f"g{n}", **changed.get(f"g{n}", {})) for n in range(1, 6))
    return SOUND.replace(*groups, *dependencies)


def _chain(length: int) -> Plan:
    return _with(
        *(_dep(f"c{n}", CHILD, f"g{n + 1}", leader=f"g{n}") for n in range(1, length)),
        _dep("c9", CHILD, "g2", leader="g1"),
    )


def _waiting(startup: StartupMode, mode: MonitorMode) -> Plan:
    plan = SOUND.replace(group("g1"), _dep("c1", START, "g1", leader="rg"))
    plan = edit(plan, ApplicationController, "app", startup_mode=startup)
    return edit(plan, ApplicationMonitor, "mc", mode=mode)


def _spread(count: int) -> Plan:
    return SOUND.replace(*(group(f"g{n}", startup=Startup.OUDP) for n in range(count)))


def _settling(startup: Startup) -> Plan:
    return edit(_rg(startup=startup), ClusterOptions, "cluster", rg_settling_time=300)


APARTS = (_dep("a1", APART, "g1", priority=HIGH), _dep("a2", APART, "g2", priority=LOW))
OTHER_HOME = {"nodes": ("n2", "n1")}

CASES = {
    "APP-SCRIPTS": Case(
        _app(stop_script=""), SOUND, "application_controller/app/stop_script", "app_main"
    ),
    "APP-ONE-SCRIPT": Case(
        _app(stop_script="/usr/local/ha/start_app"),
        _app(start_script="", stop_script=""),
        "application_controller/app/stop_script",
        "app_main",
    ),
    "APP-INTERACTIVE": Case(
        _app(asks_for_input=True), SOUND, "application_controller/app/asks_for_input", "app_main"
    ),
    "APP-BOUND": Case(
        _app(bound_to="the serial number"),
        _app(bound_to="None "),
        "application_controller/app/bound_to",
        "app_main is bound to the serial number",
    ),
    "APP-LOCAL": Case(
        _app(location=DataLocation.LOCAL),
        _app(location=DataLocation.COLLECTION),
        "application_controller/app/location",
        "app_main",
    ),
    "APP-KILL": Case(
        _app(kills_by_name=True), SOUND, "application_controller/app/kills_by_name", "app_main"
    ),
    "APP-MONITOR-KINDS": Case(
        SOUND.without(ApplicationMonitor, "mp"),
        SOUND,
        "application_controller/app/",
        "app_main has no process monitor",
    ),
    "APP-UNWATCHED": Case(
        edit_all(SOUND, ApplicationMonitor, mode=MonitorMode.STARTUP),
        _custom(mode=MonitorMode.STARTUP),
        "application_controller/app/",
        "app_main",
    ),
    "APP-BACKGROUND": Case(
        _waiting(StartupMode.BACKGROUND, MonitorMode.LONG_RUNNING),
        _waiting(StartupMode.BACKGROUND, MonitorMode.STARTUP),
        "application_controller/app/startup_mode",
        "Other groups wait for rg_app, but app_main",
    ),
    "MON-METHOD": Case(
        _custom(monitor_interval=None),
        SOUND,
        "application_monitor/mc/monitor_interval",
        "app_answers has no monitor interval",
    ),
    "MON-PROCESSES": Case(
        _process(processes=" , "),
        SOUND,
        "application_monitor/mp/processes",
        "app_process names no process",
    ),
    "MON-INSTANCES": Case(
        _process(processes="appd, lsnr", instance_count=2),
        _process(processes="appd", instance_count=2),
        "application_monitor/mp/instance_count",
        "app_process counts 2 instances of 2 processes",
    ),
    "MON-SHELL": Case(
        _process(processes="run_app.sh"),
        _process(processes="run_app.shd"),
        "application_monitor/mp/processes",
        "run_app.sh",
    ),
    "MON-RESTART": Case(
        _custom(restart_interval=296),
        _process(restart_interval=198),
        "application_monitor/mc/restart_interval",
        "3 restarts take up to 297 s",
    ),
    "MON-NOTIFY": Case(
        _custom(failure_action=FailureAction.NOTIFY),
        _custom(failure_action=FailureAction.NOTIFY, notify_method="/usr/local/ha/call"),
        "application_monitor/mc/notify_method",
        "app_answers",
    ),
    "MON-IDLE": Case(
        _custom(controllers=()), SOUND, "application_monitor/mc/controllers", "app_answers"
    ),
    "RG-RESOURCE-TWICE": Case(
        SOUND.replace(group("g1", volume_groups=("vg",))),
        SOUND.replace(group("g1")),
        "resource_group/g1/volume_groups",
        "The volume group vg_app is in rg_app and rg_g1",
    ),
    "RG-RESOURCE-IDLE": Case(
        _rg(service_labels=()), SOUND, "ip_label/svc/", "The service label app_svc is in no group"
    ),
    "RG-LABEL-KIND": Case(
        _rg(service_labels=("svc", "per1")),
        SOUND,
        "resource_group/rg/service_labels",
        "rg_app holds nodea_adm, a persistent label",
    ),
    "RG-NO-APPLICATION": Case(
        SOUND.replace(group("g1", notes="")),
        SOUND.replace(group("g1")),
        "resource_group/g1/controllers",
        "rg_g1",
    ),
    "RG-NO-ADDRESS": Case(
        _rg(SOUND.without(IpLabel, "svc"), service_labels=()),
        _rg(SOUND.without(IpLabel, "svc"), service_labels=(), startup=Startup.OAAN),
        "resource_group/rg/service_labels",
        "rg_app",
    ),
    "RG-CONCURRENT-RESOURCES": Case(
        _rg(startup=Startup.OAAN, service_labels=()),
        _rg(startup=Startup.OAAN, service_labels=(), volume_groups=()),
        "resource_group/rg/volume_groups",
        "rg_app is online on all nodes and holds the file system /app",
    ),
    "RG-POLICY-ALL-NODES": Case(
        _rg(startup=Startup.OAAN),
        _rg(startup=Startup.OAAN, fallover=Fallover.BO),
        "resource_group/rg/fallover",
        "rg_app",
    ),
    "RG-POLICY-DISTRIBUTION": Case(
        _rg(startup=Startup.OUDP, fallback=Fallback.FBHPN),
        _rg(startup=Startup.OUDP),
        "resource_group/rg/fallback",
        "rg_app",
    ),
    "RG-POLICY-OFFLINE": Case(
        _rg(fallover=Fallover.BO, fallback=Fallback.FBHPN),
        _rg(fallover=Fallover.BO),
        "resource_group/rg/fallback",
        "rg_app",
    ),
    "RG-FALLBACK-NOW": Case(
        _rg(fallback=Fallback.FBHPN),
        _rg(fallback=Fallback.FBHPN, notes="timer Sunday 03:00"),
        "resource_group/rg/fallback",
        "rg_app",
    ),
    "RG-DYNAMIC-SITES": Case(
        _rg(SITES, fallover=Fallover.FUDNP),
        _rg(fallover=Fallover.FUDNP),
        "resource_group/rg/fallover",
        "rg_app",
    ),
    "RG-DYNAMIC-NODES": Case(
        _rg(fallover=Fallover.FUDNP),
        _rg(THREE, fallover=Fallover.FUDNP, nodes=("n1", "n2", "n3")),
        "resource_group/rg/fallover",
        "rg_app uses dynamic node priority and lists 2 nodes",
    ),
    "RG-DYNAMIC-POLICY": Case(
        _rg(fallover=Fallover.FUDNP),
        _rg(fallover=Fallover.FUDNP, node_priority=NodePriority.CPU),
        "resource_group/rg/node_priority",
        "rg_app",
    ),
    "RG-DYNAMIC-SCRIPT": Case(
        _rg(fallover=Fallover.FUDNP, node_priority=NodePriority.LEAST),
        _rg(
            fallover=Fallover.FUDNP, node_priority=NodePriority.LEAST,
            node_priority_script="/usr/local/ha/rank", node_priority_timeout=10,
        ),
        "resource_group/rg/node_priority_script",
        "rg_app ranks nodes by a script that is not named",
        times=2,
    ),
    "RG-PRIORITY-IDLE": Case(
        _rg(node_priority=NodePriority.CPU),
        _rg(node_priority=NodePriority.DEFAULT),
        "resource_group/rg/node_priority",
        "rg_app",
    ),
    "RG-DISTRIBUTION-NODES": Case(
        _spread(3), _spread(2), "resource_group/startup", "3 groups are distributed over 2 nodes"
    ),
    "RG-SETTLING": Case(
        _settling(Startup.OHN),
        _settling(Startup.OFAN),
        "cluster_options/cluster/rg_settling_time",
        "300 s",
    ),
    "RG-SITE-POLICY": Case(
        _rg(site_policy=SitePolicy.EITHER),
        _rg(site_policy=SitePolicy.IGNORE),
        "resource_group/rg/site_policy",
        "rg_app",
    ),
    "RG-SITE-BOTH": Case(
        _rg(SITES, site_policy=SitePolicy.BOTH),
        _rg(SITES, site_policy=SitePolicy.BOTH, startup=Startup.OAAN),
        "resource_group/rg/site_policy",
        "rg_app",
    ),
    "RG-SITE-NODES": Case(
        _rg(SITES, nodes=("n1",)),
        SITES,
        "resource_group/rg/nodes",
        "All nodes of rg_app stand on north",
    ),
    "RG-SITE-OPEN": Case(
        _rg(SITES, site_policy=None),
        _rg(SITES, site_policy=SitePolicy.IGNORE),
        "resource_group/rg/site_policy",
        "rg_app can run on north and south",
    ),
    "DEP-OPEN": Case(
        _with(_dep("c1", CHILD, "g1")),
        _with(_dep("a1", APART, "g1", priority=HIGH)),
        "dependency/c1/leader",
        "parent / child: rg_g1: a group is missing",
    ),
    "DEP-SELF": Case(
        _with(_dep("c1", CHILD, "g1", "g2", leader="g1")),
        _with(_dep("c1", CHILD, "g2", leader="g1")),
        "dependency/c1/groups",
        "rg_g1",
    ),
    "DEP-LEADER": Case(
        _with(_dep("t1", TOGETHER, "g2", "g3", leader="g1")),
        _with(_dep("t1", TOGETHER, "g2", "g3")),
        "dependency/t1/leader",
        "rg_g1",
    ),
    "DEP-PRIORITY-IDLE": Case(
        _with(_dep("t1", TOGETHER, "g1", "g2", priority=HIGH)),
        _with(*APARTS),
        "dependency/t1/priority",
        "rg_g1 and rg_g2",
    ),
    "DEP-CYCLE": Case(
        _with(
            _dep("c1", CHILD, "g2", leader="g1"),
            _dep("c2", CHILD, "g3", leader="g2"),
            _dep("c3", CHILD, "g1", "g4", leader="g3"),
        ),
        _with(
            _dep("c1", CHILD, "g2", "g3", leader="g1"),
            _dep("c2", CHILD, "g3", leader="g2"),
            _dep("c3", START, "g1", leader="g3"),
        ),
        "dependency/c1/groups",
        "rg_g1, rg_g2 and rg_g3 wait for each other (parent / child)",
    ),
    "DEP-DEPTH": Case(
        _chain(4),
        _chain(3),
        "dependency/c3/groups",
        "4 levels of parents and children: rg_g1, rg_g2, rg_g3, rg_g4",
    ),
    "DEP-BOTH": Case(
        _with(_dep("c1", CHILD, "g2", leader="g1"), _dep("c2", START, "g1", leader="g2")),
        _with(_dep("c1", CHILD, "g2", leader="g1"), _dep("c2", START, "g3", leader="g2")),
        "dependency/c2/groups",
        "rg_g1 and rg_g2",
    ),
    "DEP-SAME-NODES": Case(
        _with(_dep("t1", TOGETHER, "g1", "g2"), g2=OTHER_HOME),
        _with(_dep("t1", TOGETHER, "g1", "g2")),
        "dependency/t1/groups",
        "rg_g1 and rg_g2 belong on one node",
    ),
    "DEP-SAME-POLICY": Case(
        _with(_dep("t1", TOGETHER, "g1", "g2"), g2={"startup": Startup.OFAN}),
        _with(_dep("t1", TOGETHER, "g1", "g2"), g3={"startup": Startup.OFAN}),
        "dependency/t1/groups",
        "rg_g1 and rg_g2 belong on one node and differ in startup",
    ),
    "DEP-SAME-DISTRIBUTION": Case(
        _with(_dep("t1", TOGETHER, "g1", "g2"), g2={"startup": Startup.OUDP}),
        _with(_dep("t1", ONE_SITE, "g1", "g2"), g2={"startup": Startup.OUDP}),
        "dependency/t1/groups",
        "rg_g2",
    ),
    "DEP-SAME-TWICE": Case(
        _with(_dep("t1", TOGETHER, "g1", "g2"), _dep("t2", TOGETHER, "g2", "g3")),
        _with(_dep("t1", TOGETHER, "g1", "g2"), _dep("t2", ONE_SITE, "g2", "g3")),
        "dependency/t1/groups",
        "rg_g2 is in 2 sets",
    ),
    "DEP-SAME-SITE": Case(
        _with(_dep("t1", ONE_SITE, "g1", "g2"), g2={"site_policy": SitePolicy.EITHER}),
        _with(_dep("t1", ONE_SITE, "g1", "g2"), g2={"site_policy": SitePolicy.IGNORE}),
        "dependency/t1/groups",
        "rg_g1 and rg_g2 belong on one site and differ in site policy",
    ),
    "DEP-DIFFERENT-ALL-NODES": Case(
        _with(*APARTS, g2={"startup": Startup.OAAN}),
        _with(*APARTS),
        "dependency/a2/groups",
        "rg_g2",
    ),
    "DEP-DIFFERENT-PRIORITY": Case(
        _with(*APARTS, _dep("a3", APART, "g1", priority=LOW)),
        _with(*APARTS, _dep("a3", APART, "g1", priority=HIGH)),
        "dependency/a1/groups",
        "rg_g1 has several priorities",
    ),
    "DEP-DIFFERENT-HOME": Case(
        _with(*APARTS),
        _with(*APARTS, g2=OTHER_HOME),
        "resource_group/g1/nodes",
        "rg_g1 and rg_g2 avoid each other",
    ),
    "DEP-CONTRADICTION": Case(
        _with(*APARTS, _dep("t1", TOGETHER, "g1", "g2", "g3")),
        _with(*APARTS, _dep("t1", TOGETHER, "g1", "g3")),
        "dependency/t1/groups",
        "rg_g1 and rg_g2",
    ),
}  # fmt: skip

EXAMPLES = examples(CASES)
