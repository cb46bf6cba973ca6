"""Examples: split and merge policies, tie breakers, manual decisions, quarantine."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, emptied, group, sound, two_sites
from tests.rules.cases import Case, examples
from tests.rules.far_builders import replicated
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import (
    ClusterOptions,
    ClusterType,
)
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.disk_path import DiskPath, ReservePolicy
from worksheets.plan.rows.resource_group import Fallover, ResourceGroup, Startup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.split_merge_policy import (
    MergePolicy,
    Quarantine,
    SplitMergePolicy,
    SplitPolicy,
)
from worksheets.plan.rows.storage_unit import StorageUnit

SOUND, SITES = sound(), two_sites()
BY_DISK: dict[str, Any] = {
    "split_policy": SplitPolicy.TIE_BREAKER,
    "merge_policy": MergePolicy.TIE_BREAKER,
    "tie_breaker_disk": "d9",
    "nfs_server": "",
    "nfs_local_directory": "",
    "nfs_remote_directory": "",
}
BY_HAND: dict[str, Any] = {
    **BY_DISK,
    "split_policy": SplitPolicy.MANUAL,
    "merge_policy": MergePolicy.MANUAL,
    "tie_breaker_disk": "",
    "notify_method": "/usr/local/ha/split_alert",
    "operator_steps": "Ask the other control room.",
    "surviving_site": "s1",
}


def policy(plan: Plan = SITES, /, **cells: Any) -> Plan:
    """The design with two sites and some cells of its split policy changed."""
    return edit(plan, SplitMergePolicy, "cluster", **cells)


def standard(**cells: Any) -> Plan:
    """The design on one site, with a split policy row of these cells."""
    return SOUND.replace(SplitMergePolicy(key="cluster", **cells))


def by_disk(**cells: Any) -> Plan:
    """A tie breaker disk on a unit at a third place, reached by both nodes."""
    plan = policy(**BY_DISK).replace(
        StorageUnit(key="u3", name="ds3"),
        Disk(key="d9", name="lun9", storage_unit="u3", role=DiskRole.TIE_BREAKER),
        *(DiskPath(key=f"{node}d9", node=node, disk="d9") for node in ("n1", "n2")),
    )
    return edit(plan, Disk, "d9", **cells)


def by_hand(plan: Plan = SITES, /, **cells: Any) -> Plan:
    return policy(plan, **{**BY_HAND, **cells})


def fenced(plan: Plan = SITES, /, quarantine: Quarantine = Quarantine.FENCING) -> Plan:
    return edit_all(
        policy(plan, quarantine=quarantine), DiskPath, reserve_policy=ReservePolicy.PR_SHARED
    )


def mutual() -> Plan:
    """A second group with its home and its own volume group on the other node."""
    return SITES.replace(group("two", nodes=("n2", "n1"), volume_groups=("vg2",)))


CASES = {
    "SPLIT-PAIR": Case(
        policy(merge_policy=MergePolicy.MAJORITY),
        policy(),
        "split_merge_policy/cluster/merge_policy",
        "The split policy tie breaker on an NFS server does not go with the merge policy majority",
    ),
    "SPLIT-OPEN": Case(
        policy(merge_policy=None),
        emptied(SOUND, SplitMergePolicy),
        "split_merge_policy/cluster/merge_policy",
        "No merge policy is chosen",
    ),
    "SPLIT-NONE": Case(
        policy(split_policy=SplitPolicy.NONE),
        standard(split_policy=SplitPolicy.NONE),
        "split_merge_policy/cluster/split_policy",
        "After a split all sites go on (north and south)",
    ),
    "SPLIT-TWO-NODES": Case(
        standard(split_policy=SplitPolicy.NONE),
        standard(split_policy=SplitPolicy.NONE, rationale="four heartbeat ways"),
        "split_merge_policy/cluster/split_policy",
        "nodea and nodeb have no tie breaker, and nobody says why",
    ),
    "SPLIT-INCOMPLETE": Case(
        policy(nfs_server=" ", nfs_remote_directory=""),
        policy(),
        "split_merge_policy/cluster/nfs_server",
        "The policy tie breaker on an NFS server has no NFS server",
        times=2,
    ),
    "SPLIT-IDLE": Case(
        policy(tie_breaker_disk="d9", notify_interval=60),
        policy(operator_steps="Call the carrier first."),
        "split_merge_policy/cluster/tie_breaker_disk",
        "The tie breaker disk belongs to the policy tie breaker disk, which is not chosen",
        times=2,
    ),
    "SPLIT-PRIORITY": Case(
        edit(policy(merge_policy=MergePolicy.PRIORITY), Site, "s2", priority=None),
        policy(merge_policy=MergePolicy.PRIORITY),
        "site/s2/priority",
        "south has no priority, but the merge goes by it",
    ),
    "SPLIT-ACTION": Case(
        policy(action_plan=None),
        policy(action_plan=None, split_policy=SplitPolicy.NONE),
        "split_merge_policy/cluster/action_plan",
        "The policy tie breaker on an NFS server has no action plan",
    ),
    "SPLIT-DISK-USED": Case(
        by_disk(volume_group="vg"),
        by_disk(),
        "split_merge_policy/cluster/tie_breaker_disk",
        "The tie breaker disk lun9 is also a disk of vg_app",
    ),
    "SPLIT-DISK-REACH": Case(
        by_disk().without(DiskPath, "n2d9"),
        by_disk(),
        "split_merge_policy/cluster/tie_breaker_disk",
        "nodeb cannot reach the tie breaker disk lun9",
    ),
    "SPLIT-DISK-SITE": Case(
        by_disk(storage_unit="u2"),
        by_disk(),
        "split_merge_policy/cluster/tie_breaker_disk",
        "The tie breaker disk lun9 stands on south, where nodes are too",
    ),
    "SPLIT-DISK-ROLE": Case(
        by_disk(role=DiskRole.RAW),
        by_disk(role=None),
        "disk/d9/role",
        "The tie breaker disk lun9 has the role raw disk of a group",
    ),
    "SPLIT-NFS-INSIDE": Case(
        policy(nfs_server="NodeB.plant.example.com"),
        policy(),
        "split_merge_policy/cluster/nfs_server",
        "The NFS server NodeB.plant.example.com of the tie breaker is nodeb, a part of the cluster",
    ),
    "SPLIT-NFS-NEAR": Case(
        policy(nfs_server="10.1.1.77"),
        policy(nfs_server="10.9.1.77"),
        "split_merge_policy/cluster/nfs_server",
        "The NFS server 10.1.1.77 has an address in the subnet of app_svc, nodea_boot1 and "
        "nodeb_boot1",
    ),
    "SPLIT-NFS-SHARED": Case(
        policy(nfs_local_directory="/app/quorum"),
        policy(nfs_local_directory="/apple/quorum"),
        "split_merge_policy/cluster/nfs_local_directory",
        "The tie breaker is mounted at /app/quorum, below the shared file system /app",
    ),
    "SPLIT-MANUAL-CALLS": Case(
        by_hand(notify_interval=9, maximum_notifications=2),
        by_hand(notify_interval=10, maximum_notifications=3),
        "split_merge_policy/cluster/notify_interval",
        "The notify interval is 9 s; PowerHA takes 10 to 3600 s",
        times=2,
    ),
    "SPLIT-MANUAL-WAITS": Case(
        by_hand(surviving_site=""),
        by_hand(surviving_site="", notes="The duty manager decides, always."),
        "split_merge_policy/cluster/surviving_site",
        "No site goes on while nobody answers",
    ),
    "SPLIT-SURVIVOR": Case(
        by_hand(edit(SITES, ClusterOptions, "cluster", type=ClusterType.STANDARD)),
        by_hand(),
        "split_merge_policy/cluster/surviving_site",
        "north shall survive, but a standard cluster has no sites",
    ),
    "SPLIT-PPRC": Case(
        by_hand(applies_to_pprc=True),
        by_hand(replicated(), applies_to_pprc=True),
        "split_merge_policy/cluster/applies_to_pprc",
        "A person decides about replicated volumes, but no replication is planned",
    ),
    "QUARANTINE-NONE": Case(
        policy(quarantine=Quarantine.DISABLE, critical_group=""),
        policy(quarantine=Quarantine.DISABLE),
        "split_merge_policy/cluster/quarantine",
        "Quarantine is turned off",
    ),
    "QUARANTINE-CRITICAL": Case(
        policy(critical_group=""),
        policy(critical_group="", quarantine=Quarantine.DISABLE),
        "split_merge_policy/cluster/critical_group",
        "Quarantine shall halt the active node, but no group is critical",
    ),
    "QUARANTINE-IDLE": Case(
        policy(quarantine=Quarantine.DISABLE),
        policy(quarantine=None),
        "split_merge_policy/cluster/critical_group",
        "rg_app is the critical group, but quarantine is turned off",
    ),
    "QUARANTINE-GROUP": Case(
        edit(SITES, ResourceGroup, "rg", volume_groups=()),
        SITES,
        "split_merge_policy/cluster/critical_group",
        "The critical group rg_app holds no disks",
    ),
    "QUARANTINE-CONCURRENT": Case(
        fenced(edit(SITES, ResourceGroup, "rg", startup=Startup.OAAN, fallover=Fallover.BO)),
        fenced(),
        "split_merge_policy/cluster/quarantine",
        "Disks are fenced, but rg_app is open on several nodes at once",
    ),
    "QUARANTINE-MUTUAL": Case(
        fenced(mutual()),
        mutual(),
        "split_merge_policy/cluster/quarantine",
        "Disks are fenced, but groups have their homes on nodea and nodeb",
    ),
    "QUARANTINE-RESERVE": Case(
        edit(fenced(), DiskPath, "n1d1", reserve_policy=ReservePolicy.NO_RESERVE),
        edit(fenced(), DiskPath, "n1d3", reserve_policy=ReservePolicy.NO_RESERVE),
        "disk_path/n1d1/reserve_policy",
        "nodea to lun1 is to be fenced with the reserve policy no_reserve",
    ),
    "QUARANTINE-SPLIT": Case(
        fenced(policy(split_policy=SplitPolicy.NONE)),
        fenced(),
        "split_merge_policy/cluster/quarantine",
        "Disks are fenced, but after a split both sites go on",
    ),
}
EXAMPLES = examples(CASES)
