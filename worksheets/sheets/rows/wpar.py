"""The workload partition worksheet."""

from __future__ import annotations

from worksheets.plan.rows.wpar import Wpar, WparStorage, WparType
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: workload partitions"
OVER_NFS = needs.where("storage", WparStorage.NFS)

SHEET = Sheet(
    row=Wpar,
    title="Workload partitions",
    singular="workload partition",
    group=Group.BEHAVIOUR,
    order=50,
    lead=(
        "AIX workload partitions (WPAR) in which groups run. Such a group holds a service label, "
        "an application and file systems, and nothing else."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The name of the partition. PowerHA finds it only when it is called like its "
            "resource group.",
            hint="as the group",
            example="rg_web",
            sources=("X3",),
            powerha="WPAR_NAME",
        ),
        Column(
            "resource_group",
            "Resource group",
            "The group that runs in it. It needs a service IP label, and no process monitor "
            "watches inside a partition.",
            example="rg_web",
            sources=("X5", "X6", "X8"),
            powerha="resource_group",
            needed=needs.always,
        ),
        Column(
            "nodes",
            "Defined on",
            "The nodes where the partition exists: all that may run the group. Elsewhere the "
            "group would start in the global environment.",
            hint="all nodes of the group",
            example="mhoracle1, mhoracle2",
            sources=("X3",),
            needed=needs.always,
            width=24,
        ),
        Column(
            "type",
            "Type",
            "A system partition, or a versioned one that runs an older AIX. PowerHA takes "
            "versioned ones only when they are non-shared system partitions.",
            example="system",
            sources=("X2",),
            needed=needs.always,
            width=16,
        ),
        Column(
            "shared_usr",
            "Shares /usr",
            "Yes when it uses /usr and /opt of the node, no when it has its own. A versioned "
            "partition always has its own.",
            hint="/usr and /opt",
            sources=("X2",),
            needed=needs.where("type", WparType.VERSIONED),
            width=8,
        ),
        Column(
            "aix_level",
            "AIX level inside",
            "The level that a versioned partition runs. Other partitions have that of their node.",
            hint="versioned only",
            example="5300-12-09",
            sources=("X2", "M7"),
            needed=needs.where("type", WparType.VERSIONED),
            width=16,
        ),
        Column(
            "storage",
            "File systems",
            "Whether its own file systems are local to the node or come over NFS. Over NFS, "
            "server and network are single points of failure of their own.",
            example="local file systems",
            sources=("X1", "X2"),
            needed=needs.always,
            width=18,
        ),
        Column(
            "nfs_server",
            "NFS server",
            "Who serves the partition's file systems. It must be as available as the cluster "
            "itself.",
            hint="NFS only",
            example="nfs7.example.com",
            sources=("X1",),
            needed=OVER_NFS,
            width=20,
        ),
        Column(
            "nfs_network",
            "NFS network",
            "The cluster network by which the nodes reach that server. Two interfaces per node "
            "are as needed here as for users.",
            hint="NFS only",
            example="net_ether_01",
            sources=("X1",),
            needed=OVER_NFS,
        ),
        Column(
            "script_directory",
            "Script directory",
            "Where start, stop and monitor scripts lie as seen inside the partition.",
            hint="inside",
            example="/usr/local/ha/web",
            sources=("X4",),
            needed=needs.always,
            width=24,
        ),
        Column(
            "same_path_outside",
            "Same path outside",
            "Yes when the scripts stand at that path too on nodes of the group that have no "
            "such partition.",
            sources=("X4",),
            width=8,
        ),
        Column(
            "reachable_from_global",
            "Address reachable",
            "Yes when the service label answers from the global environment of the node. PowerHA "
            "reaches into the partition by it.",
            hint="from the node",
            sources=("X9", "X5"),
            needed=needs.always,
            width=10,
        ),
        Column(
            "smart_assist",
            "Smart Assist scripts",
            "Yes when scripts of a Smart Assist are to run in it, which does not work; plan own "
            "scripts instead.",
            sources=("X7",),
            needed=needs.always,
            width=8,
        ),
    ),
    sources=("X1", "X3"),
)
