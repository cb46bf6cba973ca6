"""Numbers and words that PowerHA sets, by release: data for rules, never written into them.

Sources: the paper (16 nodes) and the planning and administration guides; where a number changed
with a release, the release that brought it has a row of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from worksheets.plan.plan import Plan
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.volume_group import VolumeGroupType

Level = tuple[int, ...]
_NUMBERS = re.compile(r"\d+(?:\.\d+)*")
_OSLEVEL = re.compile(r"(?<!\d)(\d)(\d)00(?:-|$)")


@dataclass(frozen=True)
class Limits:
    """How many of each a cluster may have; `levels` counts parents and children in a chain."""

    nodes: int = 16
    sites: int = 2
    groups: int = 64
    networks: int = 48
    labels: int = 256
    xd_data_networks: int = 4
    repository_backups: int = 6
    volume_groups: int = 512
    file_systems: int = 512
    levels: int = 3


# The first release is also what holds while no node says its level.
RELEASES: tuple[tuple[Level, Limits], ...] = (
    ((7, 1), Limits()),
    ((7, 2, 8), Limits(groups=256)),
)


@dataclass(frozen=True)
class Span:
    """Smallest and largest value accepted, and the value below which false alarms are likely."""

    lowest: int
    highest: int
    low: int = 0


HEARTBEAT_FREQUENCY = Span(10, 600, low=20)  # seconds
GRACE_PERIOD = Span(5, 30, low=10)  # seconds
NETWORK_FAILURE_DETECTION_TIME = Span(5, 590, low=20)  # seconds; 0 stands for the default
SITE_HEARTBEAT_CYCLE = Span(10, 600, low=20)  # seconds
SITE_GRACE_PERIOD = Span(10, 30, low=10)  # seconds
REPOSITORY_SIZE = Span(1, 460)  # GiB; PowerHA takes 512 MiB, which whole GiB cannot say
CRITICAL_DAEMON_GRACE = Span(0, 240)  # seconds
CPU_PEAK = 85  # percent
EVENT_TIME = 180  # seconds until config_too_long warns, unless the cluster says otherwise
GROUP_TIME = 180  # seconds added for events that acquire or release groups
COLLECTION_INTERVAL = Span(10, 1440)  # minutes between two looks at file collections
HARMLESS_SIGNALS = frozenset({16, 18, 19, 20, 21, 22, 28, 33})  # of AIX: they end no process
PREDEFINED_COLLECTION = "HACMP_Files"  # comes with PowerHA and holds all scripts it knows of
GLVM_HIGH_WATER_MARK = Span(1, 100, low=50)  # percent of the cache
GLVM_MIRROR_POOLS = 3  # of one volume group
SAN_DISTANCE = 2  # km, shared SAN with LVM mirroring
REPLICATION_DISTANCE = 100  # km, replication between storage units

OLDEST_CURRENT_AIX: Level = (7, 2)
OLDEST_CURRENT_POWERHA: Level = (7, 2)

# What each release needs at least of the other product, by the first release that needs it.
OLDEST_AIX_FOR: tuple[tuple[Level, Level], ...] = (
    ((7, 1, 3), (6, 1)),
    ((7, 2, 1), (7, 1)),
    ((7, 2, 8), (7, 2)),
)
OLDEST_POWERHA_FOR: tuple[tuple[Level, Level], ...] = (
    ((7, 2), (7, 1, 3)),
    ((7, 3), (7, 2, 5)),
)
BREAKER_LOAD = 80  # percent of a breaker's rating that may be used for good

LVM_NAME_LENGTH = 15
LABEL_LENGTH = 63  # characters of a host name between two dots


@dataclass(frozen=True)
class VolumeGroupLimits:
    """What AIX takes in a volume group: disks, logical volumes, and partitions on one disk.

    Of the logical volumes of a scalable group, as long as nobody asks for more.
    """

    disks: int
    volumes: int
    partitions_per_disk: int | None = None


VOLUME_GROUPS = {
    VolumeGroupType.ORIGINAL: VolumeGroupLimits(32, 256, 1016),
    VolumeGroupType.BIG: VolumeGroupLimits(128, 512, 1016),
    VolumeGroupType.SCALABLE: VolumeGroupLimits(1024, 256),
}

# How much there is to try out: see the rule COMPLEX-TEST for what is counted.
TESTABLE_CASES = 100

# Names that verification refuses as they stand; with digits or another word added they are fine.
_RESERVED = """
    adapter alias all any atm cluster command custom daemon disk diskhb ether event fcs fddi
    fscsi grep group hps ip name network nim node nodename private public resource resource_group
    root rs232 scsi serial slip socc subnet tmscsi tmssa token tty volume vpath vscsi
    ohn ofan oudp oaan fnpn fudnp bo fbhpn nfb
"""
RESERVED_WORDS = frozenset(_RESERVED.split())


@lru_cache(maxsize=1024)
def level(text: str) -> Level:
    """Numbers of a level: "7.2.8 SP1" and "7300-02-01" become (7, 2, 8) and (7, 3); or ()."""
    oslevel = _OSLEVEL.search(text.strip())
    if oslevel:
        return int(oslevel[1]), int(oslevel[2])
    numbers = _NUMBERS.search(text)
    return tuple(int(part[:9]) for part in numbers[0].split(".")) if numbers else ()


def oldest_for(needs: tuple[tuple[Level, Level], ...], found: Level) -> Level:
    """What a level needs at least of the other product; () where nothing is known."""
    least: Level = ()
    for release, needed in needs:
        if found and found >= release:
            least = needed
    return least


def limits_of(plan: Plan) -> Limits:
    """Limits of the oldest PowerHA level among the nodes, which binds the whole cluster."""
    known = [found for node in plan.rows(Node) if (found := level(node.powerha_level))]
    oldest = min(known, default=())
    limits = RELEASES[0][1]
    for release, its_limits in RELEASES:
        if oldest >= release:
            limits = its_limits
    return limits
