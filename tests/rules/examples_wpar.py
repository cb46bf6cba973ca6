"""Examples: workload partitions."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit
from tests.rules.cases import Case, examples
from tests.rules.resources import over_nfs, partition, process_monitor
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.nfs_export import NfsExport
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.wpar import Wpar, WparType

PARTITION = partition()


def wp(**cells: Any) -> Plan:
    return edit(PARTITION, Wpar, "wp", **cells)


def rg(**cells: Any) -> Plan:
    return edit(PARTITION, ResourceGroup, "rg", **cells)


CASES = {
    "WPAR-GROUP": Case(
        wp(resource_group=""), PARTITION, "wpar/wp/resource_group", "No group runs in rg_app"
    ),
    "WPAR-NAME": Case(
        wp(name="RG_app"), PARTITION, "wpar/wp/name", "RG_app is the workload partition of rg_app"
    ),
    "WPAR-TWICE": Case(
        PARTITION.replace(Wpar(key="wq", name="more", resource_group="rg")),
        PARTITION.replace(Wpar(key="wq", name="more")),
        "wpar/wp/resource_group",
        "rg_app has 2 workload partitions: more and rg_app",
    ),
    "WPAR-NODES": Case(
        wp(nodes=("n1",)), PARTITION, "wpar/wp/nodes", "rg_app is not defined on nodeb"
    ),
    "WPAR-NODE-IDLE": Case(
        rg(nodes=("n1",)),
        PARTITION,
        "wpar/wp/nodes",
        "rg_app is defined on nodeb, where rg_app never runs",
    ),
    "WPAR-TYPE": Case(
        wp(type=WparType.VERSIONED, shared_usr=True),
        wp(type=WparType.VERSIONED, shared_usr=False),
        "wpar/wp/shared_usr",
        "rg_app is versioned and shares /usr",
    ),
    "WPAR-LEVEL": Case(
        wp(type=WparType.VERSIONED, aix_level="7300-00"),
        wp(type=WparType.VERSIONED, aix_level="7200-05"),
        "wpar/wp/aix_level",
        "rg_app runs AIX 7300-00, which is not older than that of nodea and nodeb",
    ),
    "WPAR-SCRIPTS": Case(
        edit(PARTITION, ApplicationController, "app", stop_script="/opt/stop"),
        PARTITION,
        "application_controller/app/stop_script",
        "/opt/stop of app_main does not lie in /usr/local/ha, the script directory of rg_app",
    ),
    "WPAR-SAME-PATH": Case(
        wp(nodes=("n1",), same_path_outside=False),
        wp(same_path_outside=False),
        "wpar/wp/same_path_outside",
        "The scripts of rg_app have another path on nodeb",
    ),
    "WPAR-SMART-ASSIST": Case(
        wp(smart_assist=True), PARTITION, "wpar/wp/smart_assist", "rg_app is to run Smart Assist"
    ),
    "WPAR-PROCESS-MONITOR": Case(
        PARTITION.replace(process_monitor()),
        PARTITION,
        "application_monitor/mp2/type",
        "processes watches processes of app_main, which runs in rg_app",
    ),
    "WPAR-GLOBAL": Case(
        wp(reachable_from_global=False),
        wp(reachable_from_global=None),
        "wpar/wp/reachable_from_global",
        "The node cannot reach the service label of rg_app",
    ),
    "WPAR-ADDRESS": Case(
        rg(service_labels=()),
        PARTITION,
        "resource_group/rg/service_labels",
        "rg_app runs in a workload partition and has no service address",
    ),
    "WPAR-RESOURCES": Case(
        rg(volume_groups=("vg",), raw_disks=("d3",)),
        PARTITION,
        "resource_group/rg/volume_groups",
        "rg_app runs in a workload partition and holds the volume group vg_app",
        times=2,
    ),
    "WPAR-NFS": Case(
        PARTITION.replace(NfsExport(key="ex", path="/app", resource_group="rg")),
        PARTITION.replace(NfsExport(key="ex", path="/app")),
        "nfs_export/ex/resource_group",
        "rg_app runs in a workload partition and exports /app",
    ),
    "WPAR-NFS-OWN": Case(
        over_nfs(nfs_server="APP_SVC.example.com"),
        over_nfs(),
        "wpar/wp/nfs_server",
        "rg_app gets its file systems from app_svc, its own address",
    ),
    "WPAR-NFS-REACH": Case(
        over_nfs().without(Interface, "i12"),
        over_nfs(),
        "wpar/wp/nfs_network",
        "nodea cannot mount the file systems of rg_app: no interface on net_ether_02",
    ),
    "SPOF-WPAR-SERVER": Case(
        over_nfs(),
        over_nfs(notes="A cluster of its own."),
        "wpar/wp/nfs_server",
        "If the NFS server filer1 fails, rg_app fails on every node",
    ),
    "SPOF-WPAR-NETWORK": Case(
        edit(over_nfs(), Interface, "i12", ports=("n1e1p1",)),
        over_nfs(),
        "wpar/wp/nfs_network",
        "nodea reaches the NFS server of rg_app over one port, en5",
    ),
    "SPOF-WPAR-APPLICATION": Case(
        PARTITION.without(ApplicationMonitor, "mc").replace(process_monitor()),
        PARTITION,
        "application_controller/app/name",
        "No custom monitor watches app_main in rg_app",
    ),
    "OPEN-WPAR": Case(
        wp(storage=None), PARTITION, "wpar/storage", "The kind of file systems is not entered"
    ),
    "OPEN-WPAR-VERSIONED": Case(
        wp(type=WparType.VERSIONED, shared_usr=False),
        wp(type=WparType.SYSTEM),
        "wpar/aix_level",
        "The AIX level inside is not entered for rg_app",
    ),
    "OPEN-WPAR-NFS": Case(
        over_nfs(nfs_server=""),
        over_nfs(),
        "wpar/nfs_server",
        "The NFS server is not entered for rg_app",
    ),
}

EXAMPLES = examples(CASES)
