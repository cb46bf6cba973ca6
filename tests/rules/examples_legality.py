"""Examples: fallback timers, dependencies as sets and orders, scripts, complexity, limits."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, group, sound, two_sites
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.custom_event import CustomEvent
from worksheets.plan.rows.dependency import Dependency, DependencyKind, LocationPriority
from worksheets.plan.rows.fallback_timer import FallbackTimer, Recurrence, Weekday
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import Fallback, Fallover, NodePriority, ResourceGroup
from worksheets.plan.rows.volume_group import VolumeGroup

SOUND, SITES = sound(), two_sites()
CHILD, START, STOP = (
    DependencyKind.PARENT_CHILD,
    DependencyKind.START_AFTER,
    DependencyKind.STOP_AFTER,
)
TOGETHER, APART, ONE_SITE = (
    DependencyKind.SAME_NODE,
    DependencyKind.DIFFERENT_NODES,
    DependencyKind.SAME_SITE,
)
HIGH, LOW = LocationPriority.HIGH, LocationPriority.LOW
ALONE = {"nodes": ("n1",)}


def rg(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, ResourceGroup, "rg", **cells)


def timed(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    """The group waits for a timer, daily at three unless said otherwise."""
    timer = FallbackTimer(key="t1", name="night", **{"hour": 3, **cells})
    return rg(plan.replace(timer), fallback=Fallback.FBHPN, fallback_timer="t1")


def dep(
    key: str,
    kind: DependencyKind,
    *groups: str,
    leader: str = "",
    priority: LocationPriority | None = None,
) -> Dependency:
    return Dependency(key=key, kind=kind, leader=leader, groups=groups, priority=priority)


def joined(*dependencies: Dependency, base: Plan = SOUND, **changed: dict[str, Any]) -> Plan:
    """Groups rg_g1 to rg_g4 and these dependencies; `changed`: cells of groups by key."""
    groups = (group(f"g{n}", **changed.get(f"g{n}", {})) for n in range(1, 5))
    return base.replace(*groups, *dependencies)


def scripted(**cells: Any) -> Plan:
    return rg(fallover=Fallover.FUDNP, node_priority_script="/usr/local/ha/rank", **cells)


def events(count: int) -> Plan:
    """Six cases of the design itself and this many scripts: four moves and failures of nodes,
    and a monitor's script."""
    return SOUND.replace(*(CustomEvent(key=f"e{n}", name=f"event{n}") for n in range(count)))


YEARLY = {"recurrence": Recurrence.YEARLY}
TWO_APART = (dep("a1", APART, "g1", priority=HIGH), dep("a2", APART, "g2", priority=LOW))
BOTH_HIGH = dep("a1", APART, "g1", "g2", priority=HIGH)
RING = (dep("c1", CHILD, "g2", leader="g1"), dep("c2", CHILD, "g3", leader="g2"))
SAME_BURN = {"fire_section": "hall 1"}

CASES = {
    "TIMER-NEVER-FALLBACK": Case(
        rg(timed(), fallback=Fallback.NFB),
        timed(),
        "resource_group/rg/fallback_timer",
        "rg_app never falls back, but has the timer night",
    ),
    "TIMER-OPEN": Case(
        timed(recurrence=Recurrence.WEEKLY, hour=None),
        timed(recurrence=Recurrence.WEEKLY, weekday=Weekday.SUNDAY),
        "fallback_timer/t1/weekday",
        "The weekly timer night has no hour and weekday",
    ),
    "TIMER-IDLE-CELL": Case(
        timed(weekday=Weekday.SUNDAY, day=3),
        timed(recurrence=Recurrence.MONTHLY, day=3),
        "fallback_timer/t1/weekday",
        "The timer night is daily and has a day and weekday",
    ),
    "TIMER-DATE": Case(
        timed(**YEARLY, month=2, day=31),
        timed(**YEARLY, month=2, day=28),
        "fallback_timer/t1/day",
        "The timer night waits for day 31 of month 2, which never comes",
    ),
    "TIMER-UNUSED": Case(
        rg(timed(), fallback_timer=""),
        timed(),
        "fallback_timer/t1/",
        "No group waits for the timer night",
    ),
    "RG-SCRIPT-IDLE": Case(
        scripted(node_priority=NodePriority.CPU),
        scripted(node_priority=NodePriority.MOST),
        "resource_group/rg/node_priority_script",
        "rg_app names a script for the node priority, but does not rank by it",
    ),
    "DEP-SAME-TIMER": Case(
        joined(dep("s1", TOGETHER, "g1", "rg"), base=timed()),
        joined(dep("s1", TOGETHER, "g1", "rg"), base=timed(), g1={"fallback_timer": "t1"}),
        "dependency/s1/groups",
        "rg_app and rg_g1 belong on one node, but wait for different timers: night and none",
    ),
    "DEP-DIFFERENT-SETS": Case(
        joined(dep("a1", APART, "g1", priority=HIGH), dep("a2", APART, "g2", priority=HIGH)),
        joined(*TWO_APART),
        "dependency/a1/priority",
        "2 sets on different nodes have the priority high",
    ),
    "DEP-DIFFERENT-CROWD": Case(
        joined(*TWO_APART, dep("a3", APART, "g3", priority=LocationPriority.INTERMEDIATE)),
        joined(*TWO_APART),
        "dependency/a1/groups",
        "3 groups avoid each other on 2 nodes",
    ),
    "DEP-DIFFERENT-EQUAL": Case(
        joined(BOTH_HIGH),
        joined(*TWO_APART),
        "dependency/a1/priority",
        "rg_g1 and rg_g2 have the same priority, high, and cannot displace each other",
    ),
    "DEP-SITE-NONE": Case(
        joined(dep("s1", ONE_SITE, "g1", "g2")),
        joined(dep("s1", ONE_SITE, "g1", "g2"), base=SITES),
        "dependency/s1/kind",
        "rg_g1 and rg_g2 shall be on one site, but PowerHA knows no sites here",
    ),
    "DEP-SITE-CROWD": Case(
        joined(dep("s1", ONE_SITE, "g1", "g2"), *TWO_APART, base=SITES),
        joined(dep("s1", ONE_SITE, "g1", "g3"), *TWO_APART, base=SITES),
        "dependency/s1/groups",
        "rg_g1 and rg_g2 need a node each, and north has 1 for them",
        times=2,
    ),
    "DEP-CYCLE-START": Case(
        joined(*RING, dep("z1", START, "g1", leader="g3")),
        joined(*RING, dep("z1", START, "g3", leader="g1")),
        "dependency/c1/groups",
        "None of rg_g1, rg_g2 and rg_g3 can start first",
    ),
    "DEP-CYCLE-STOP": Case(
        joined(*RING, dep("z1", STOP, "g3", leader="g1")),
        joined(*RING, dep("z1", STOP, "g1", leader="g3")),
        "dependency/c1/groups",
        "None of rg_g1, rg_g2 and rg_g3 can stop first",
    ),
    "DEP-TWICE": Case(
        joined(*RING, dep("z1", CHILD, "g3", "g2", leader="g1")),
        joined(*RING, dep("z1", CHILD, "g3", leader="g1")),
        "dependency/c1/groups",
        "rg_g1 and rg_g2 are joined by 2 rows (parent / child)",
    ),
    "COMPLEX-TEST": Case(
        events(96), events(95), "resource_group", "There are 101 cases to test, more than 100"
    ),
    "PLACE-FIRE": Case(
        edit_all(SOUND, Rack, **SAME_BURN),
        edit(edit_all(SOUND, Rack, **SAME_BURN), Rack, "r2", fire_section="hall 2"),
        "rack/fire_section",
        "R1 and R2 are in one fire section, hall 1",
    ),
    "POWER-LOAD": Case(
        edit(SOUND, PowerCircuit, "p1a", load=81),
        edit(SOUND, PowerCircuit, "p1a", load=80),
        "power_circuit/p1a/load",
        "P1A is loaded to 81% of its breaker",
    ),
    "LIMIT-VOLUME-GROUPS": Case(
        SOUND.replace(*(VolumeGroup(key=f"v{n}", name=f"v{n}") for n in range(512))),
        SOUND.replace(*(VolumeGroup(key=f"v{n}", name=f"v{n}") for n in range(511))),
        "volume_group",
        "513 shared volume groups; PowerHA takes at most 512",
    ),
    "LIMIT-FILE-SYSTEMS": Case(
        SOUND.replace(*(FileSystem(key=f"v{n}", mount_point=f"/v{n}") for n in range(512))),
        SOUND.replace(*(FileSystem(key=f"v{n}", mount_point=f"/v{n}") for n in range(511))),
        "file_system",
        "513 shared file systems; PowerHA takes at most 512",
    ),
}
EXAMPLES = examples(CASES)
