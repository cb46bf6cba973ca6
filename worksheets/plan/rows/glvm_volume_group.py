"""A volume group whose mirror AIX itself writes over an IP network to the other site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, LongText, Percent, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.volume_group import VolumeGroup

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class GlvmMode(Choice):
    SYNC = "sync", "synchronous"
    ASYNC = "async", "asynchronous"


class CacheUnit(Choice):
    KIB = "K", "KiB"
    MIB = "M", "MiB"
    GIB = "G", "GiB"


class GlvmVolumeGroup(Row, frozen=True):
    """A geographically mirrored volume group (GMVG).

    `first_disks` and `second_disks`: the disks of the first and of the second site, each
    reached by the nodes of its own site. The cache belongs to asynchronous mirroring;
    `high_water_mark`: percent of it that may be filled before writes wait.
    """

    volume_group: Annotated[Text, To("volume_group", owner=True)] = ""
    mode: GlvmMode | None = None
    first_disks: tuple[Annotated[str, To("disk")], ...] = ()
    second_disks: tuple[Annotated[str, To("disk")], ...] = ()
    networks: tuple[Annotated[str, To("network")], ...] = ()
    cache_size: Count | None = None
    cache_unit: CacheUnit | None = None
    cache_volumes: Text = ""
    high_water_mark: Percent | None = None
    rpv_servers: LongText = ""
    rpv_clients: LongText = ""

    def title(self, plan: Plan) -> str:
        return plan.title(VolumeGroup, self.volume_group) if self.volume_group else self.key
