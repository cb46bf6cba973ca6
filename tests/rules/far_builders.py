"""Two sound designs whose data are copied to the other site: by storage units, and by GLVM."""

from __future__ import annotations

from functools import cache

from tests.rules.builders import edit, two_sites
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, Edition
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.glvm_volume_group import CacheUnit, GlvmMode, GlvmVolumeGroup
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.replication import (
    RecoveryAction,
    Replication,
    ReplicationMethod,
    ReplicationMode,
)
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup


def _enterprise() -> Plan:
    return edit(two_sites(), ClusterOptions, "cluster", edition=Edition.ENTERPRISE)


@cache
def replicated() -> Plan:
    """Storage unit u1 (north, s1) copies the disk d1 of `vg` to d2 on u2 (south, s2): keys m, p.

    Each node has a path to the disk of its own site only.
    """
    plan = edit(_enterprise(), Disk, "d2", volume_group="", mirror_pool="")
    plan = edit(plan, Disk, "d1", mirror_pool="")
    plan = edit(plan, VolumeGroup, "vg", mirror_pools=MirrorPools.NO)
    plan = edit(plan, LogicalVolume, "lv", copies=1)
    plan = edit(plan, ResourceGroup, "rg", replications=("m",), forced_varyon=None)
    plan = plan.without(DiskPath, "n1d2", "n2d1")
    return plan.replace(
        Replication(
            key="m",
            name="mm_app",
            method=ReplicationMethod.SVC,
            mode=ReplicationMode.SYNC,
            relationship="CG_APP",
            primary="u1",
            secondary="u2",
            recovery_action=RecoveryAction.AUTO,
            links="4 FC links, two routes",
            agent="svc-cluster",
            takeover_conditions="only while the pairs are in step",
        ),
        ReplicatedPair(key="p", replication="m", primary="d1", secondary="d2"),
    )


@cache
def glvm() -> Plan:
    """GLVM mirrors `vg` from d1 (north) to d2 (south) over net2 and net1, synchronously: key g."""
    plan = _enterprise()
    for key in ("net1", "net2"):
        plan = edit(plan, Network, key, kind=NetworkKind.XD_DATA)
    plan = edit(plan, ResourceGroup, "rg", forced_varyon=True)
    return plan.replace(
        GlvmVolumeGroup(
            key="g",
            volume_group="vg",
            mode=GlvmMode.SYNC,
            first_disks=("d1",),
            second_disks=("d2",),
            networks=("net2", "net1"),
            rpv_servers="nodeb: rpvserver0 for lun2",
            rpv_clients="nodea: hdisk2 for lun2",
        )
    )


@cache
def asynchronous() -> Plan:
    """As `glvm()`, with a cache on each site; the business can do without the last hour."""
    return edit(
        edit(glvm(), Requirement, "req", rpo=60),
        GlvmVolumeGroup,
        "g",
        mode=GlvmMode.ASYNC,
        cache_size=20,
        cache_unit=CacheUnit.GIB,
        cache_volumes="aio_north, aio_south",
        high_water_mark=90,
    )
