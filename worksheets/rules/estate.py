"""The other clusters of the installation, as the rules about one cluster see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from worksheets.failures.words import listed
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import Environment
from worksheets.rules.finding import Severity


class Kind(StrEnum):
    """What a plan can lay claim to."""

    ADDRESS = "address"
    LABEL = "label"
    NODE = "node"
    PARTITION = "partition"
    PORT = "port"
    PVID = "pvid"
    WWID = "wwid"
    UDID = "udid"
    LUN = "lun"
    VOLUME_GROUP = "volume group"
    MAJOR_NUMBER = "major number"
    BOOT_SUBNET = "boot subnet"
    MULTICAST = "multicast address"
    CLUSTER = "cluster"
    MIRRORS = "mirrors"


class Thing(NamedTuple):
    """What is claimed, in the one form in which all plans write it."""

    kind: Kind
    value: str


class Claim(NamedTuple):
    """A cell by which a plan claims a thing, and the words for the thing.

    `shared`: many clusters may have the thing, as the address of a switch; another claim is in
    its way only when that one is not shared.
    """

    thing: Thing
    sheet: str
    key: str
    column: str
    words: str
    shared: bool = False


class Neighbour(NamedTuple):
    """Another cluster: all that may be told of it to people of any team."""

    name: str
    team: str
    environment: Environment

    @property
    def words(self) -> str:
        return f"{self.name} ({self.team})"


class Twin(NamedTuple):
    """The cluster that this one must equal."""

    name: str
    plan: Plan


def _nobody() -> Mapping[Thing, tuple[Neighbour, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Estate:
    """What other clusters have to do with one cluster.

    `known`: false where a plan is judged for itself. `others`: by thing that this plan claims,
    the clusters whose claims are in its way. `twin`: the cluster of the same team that this one
    names in `mirrors`, None where there is none of that name. `mirrored_by`: clusters of the team
    that name this one.
    """

    known: bool = False
    others: Mapping[Thing, tuple[Neighbour, ...]] = field(default_factory=_nobody)
    twin: Twin | None = None
    mirrored_by: tuple[Neighbour, ...] = ()


NO_ESTATE = Estate()


def neighbours_listed(others: Iterable[Neighbour]) -> str:
    """The clusters with their teams, as people read them."""
    return listed(other.words for other in others)


def gravest(
    here: Environment, others: Iterable[Neighbour], weights: tuple[Severity, Severity, Severity]
) -> Severity:
    """The severity by how much production is among this cluster and the others.

    `weights`: where this one and another one are production, where one side is, where neither.
    """
    production = Environment.PRODUCTION
    theirs = any(other.environment is production for other in others)
    return weights[2 - (here is production) - theirs]
