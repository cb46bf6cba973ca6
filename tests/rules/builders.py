"""Small sound designs to break on purpose, and the two verbs that change them.

`sound()`: two nodes in two frames, everything twice, one site. `virtual()`: the same service
through two Virtual I/O Servers in each frame. `two_sites()`: a stretched cluster. None of them
gives a finding outside the single points of failure.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.administrator import Administrator, PowerhaRole
from worksheets.plan.rows.application import Application, TakeoverStrategy
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
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType
from worksheets.plan.rows.current_system import CurrentSystem, Fate, SystemKind
from worksheets.plan.rows.disk import Disk, DiskProtection
from worksheets.plan.rows.disk_path import DiskPath, ReservePolicy
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import ChannelMode, Interface, InterfaceKind
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.logical_volume import LogicalVolume, SeparateDisks
from worksheets.plan.rows.maintenance_task import Frequency, MaintenanceTask, TaskKind
from worksheets.plan.rows.monitoring_item import Channel, MonitoringItem, WatchedBy
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.node import Node, RootvgProtection, UsualRole
from worksheets.plan.rows.operation_guide import OperationGuide, Topic
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.remote_notification import NotificationKind, RemoteNotification
from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import ResourceGroup, SitePolicy
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.software_level import InstallState, SoftwareLevel
from worksheets.plan.rows.split_merge_policy import (
    ActionPlan,
    MergePolicy,
    Quarantine,
    SplitMergePolicy,
    SplitPolicy,
)
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.support_team import LooksAfter, SupportTeam
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType

# What start and stop script of a controller must do, by column.
DUTIES = (
    *("ends_if_running", "checks_environment", "branches_by_host", "checks_data"),
    *("checks_prerequisites", "raises_alerts", "ends_children", "frees_file_systems"),
    *("forces_leftovers", "returns_zero", "logs_verbosely", "documented_commands"),
)
# The events that send the notification, one for each kind of failure.
SOUND_EVENTS = (
    *("node_down_complete", "network_down", "rg_move", "server_down"),
    *("event_error", "site_down"),
)


def edit(plan: Plan, kind: type[Row], key: str, /, **changes: Any) -> Plan:
    """The plan with some cells of one row changed."""
    row = plan.get(kind, key)
    assert row is not None, f"no {kind.slug} {key}"
    return plan.replace(msgspec.structs.replace(row, **changes))


def edit_all(plan: Plan, kind: type[Row], /, **changes: Any) -> Plan:
    """The plan with some cells of every row of a worksheet changed."""
    return plan.replace(*(msgspec.structs.replace(row, **changes) for row in plan.rows(kind)))


def emptied(plan: Plan, *kinds: type[Row]) -> Plan:
    """The plan without any row of these worksheets."""
    return Plan(row for row in plan if not isinstance(row, kinds))


def group(key: str, /, **cells: Any) -> ResourceGroup:
    """A resource group of both nodes that holds nothing, which its note explains."""
    given: dict[str, Any] = {"name": f"rg_{key}", "nodes": ("n1", "n2"), "notes": "kept empty"}
    return ResourceGroup(key=key, **{**given, **cells})


def _places(sites: Iterable[str]) -> list[Row]:
    """Two racks, each with two UPS circuits of its own."""
    rows: list[Row] = []
    for number, site in enumerate(sites, start=1):
        circuits = (f"p{number}a", f"p{number}b")
        rows += [PowerCircuit(key=key, name=key.upper(), site=site, ups=True) for key in circuits]
        rows.append(Rack(key=f"r{number}", name=f"R{number}", site=site, circuits=circuits))
        rows.append(Frame(key=f"f{number}", name=f"frame{number}", rack=f"r{number}"))
        rows.append(StorageUnit(key=f"u{number}", name=f"ds{number}", rack=f"r{number}"))
        for key, kind in (("sw", DeviceKind.SWITCH), ("san", DeviceKind.SAN_SWITCH)):
            rows.append(
                NetworkDevice(
                    key=f"{key}{number}", name=f"{key}{number}", kind=kind, rack=f"r{number}"
                )
            )
    return rows


def _nodes() -> list[Row]:
    roles = (UsualRole.ACTIVE, UsualRole.STANDBY)
    return [
        Node(
            key=f"n{number}",
            name=f"node{letter}",
            frame=f"f{number}",
            usual_role=role,
            rootvg=RootvgProtection.MIRRORED,
            io_slots_free=8,
            io_slots_needed=6,
            cpu_peak=60,
            memory=128,
            aix_level="7300-02-01",
            powerha_level="7.2.8",
        )
        for number, letter, role in zip((1, 2), "ab", roles, strict=True)
    ]


def _cards(owner: str, cell: str, prefix: str) -> list[Row]:
    """Two Ethernet and two Fibre Channel cards of a partition, each with two ports."""
    rows: list[Row] = []
    for number in (1, 2):
        for letter, kind, device in (
            ("e", CardKind.ETHERNET, "sw"),
            ("c", CardKind.FIBRE_CHANNEL, "san"),
        ):
            key = f"{prefix}{letter}{number}"
            rows.append(Card(key=key, name=f"{letter.upper()}{number}", kind=kind, **{cell: owner}))
            name = "ent" if letter == "e" else "fcs"
            rows += [
                Port(
                    key=f"{key}p{port}",
                    name=f"{name}{number - 1 + 2 * port}",
                    card=key,
                    attached_to=f"{device}{number}",
                )
                for port in (0, 1)
            ]
    return rows


def _networks() -> list[Row]:
    """Two IP networks and SAN heartbeat; labels of both nodes, one service label."""
    rows: list[Row] = [
        Network(key="net1", name="net_ether_01", netmask="255.255.255.0", ipsec=False),
        Network(key="net2", name="net_ether_02", netmask="255.255.255.0", ipsec=False),
        Network(key="san", name="net_san_01", kind=NetworkKind.SANCOMM),
        IpLabel(
            key="svc", name="app_svc", function=LabelFunction.SERVICE, network="net1",
            address="10.1.1.100",
        ),
    ]  # fmt: skip
    for number, node in ((1, "nodea"), (2, "nodeb")):
        rows += [
            IpLabel(
                key=f"b{number}{net}", name=f"{node}_boot{net}", network=f"net{net}",
                address=f"10.1.{net}.1{number}", interface=f"i{number}{net}",
            )
            for net in (1, 2)
        ]  # fmt: skip
        rows.append(
            IpLabel(
                key=f"per{number}", name=f"{node}_adm", function=LabelFunction.PERSISTENT,
                network="net2", node=f"n{number}", address=f"10.1.2.2{number}",
            )
        )  # fmt: skip
        rows += _targets(number)
    return rows


def _targets(number: int) -> list[Row]:
    """Two routers that a node asks whether its interface is alive."""
    return [
        NetmonTarget(key=f"nm{number}{letter}", node=f"n{number}", target=target)
        for letter, target in (("", "10.1.1.1"), ("b", "10.1.1.2"))
    ]


def _interfaces() -> list[Row]:
    """One EtherChannel over two cards per node and network."""
    return [
        Interface(
            key=f"i{number}{net}",
            name=f"en{3 + net}",
            node=f"n{number}",
            network=f"net{net}",
            kind=InterfaceKind.ETHERCHANNEL,
            mode=ChannelMode.LACP,
            ports=(f"n{number}e1p{net - 1}", f"n{number}e2p{net - 1}"),
        )
        for number in (1, 2)
        for net in (1, 2)
    ]


def _storage(ports: dict[str, tuple[str, ...]]) -> list[Row]:
    """A mirrored volume group on two storage units, repository and backup, all paths."""
    rows: list[Row] = [
        VolumeGroup(
            key="vg", name="vg_app", type=VolumeGroupType.SCALABLE, concurrent=True,
            quorum=False, mirror_pools=MirrorPools.SUPER, major_number=101,
        ),
        LogicalVolume(
            key="lv", name="lv_app", volume_group="vg", copies=2,
            separate_disks=SeparateDisks.YES,
        ),
        FileSystem(key="fs", mount_point="/app", logical_volume="lv"),
        RepositoryDisk(key="repo1", disk="d3"),
        RepositoryDisk(key="repo2", disk="d4", state=RepositoryState.BACKUP),
    ]  # fmt: skip
    for number in (1, 2, 3, 4):
        unit = 2 - number % 2
        data = number < 3
        rows.append(
            Disk(
                key=f"d{number}", name=f"lun{number}", storage_unit=f"u{unit}",
                protection=DiskProtection.RAID5, size=50, pvid=f"00f6db2a1b2c3d{number:02x}",
                volume_group="vg" if data else "", mirror_pool=f"pool{unit}" if data else "",
            )
        )  # fmt: skip
        rows += [
            DiskPath(
                key=f"{node}d{number}", node=node, disk=f"d{number}", hdisk=f"hdisk{number}",
                ports=its_ports, reserve_policy=ReservePolicy.NO_RESERVE,
            )
            for node, its_ports in ports.items()
        ]  # fmt: skip
    return rows


def _application() -> list[Row]:
    """One application with both kinds of monitor, in one group."""
    common: dict[str, Any] = {
        "controllers": ("app",), "mode": MonitorMode.LONG_RUNNING, "stabilization_interval": 60,
        "restart_count": 3, "failure_action": FailureAction.FALLOVER, "tested": True,
    }  # fmt: skip
    return [
        ApplicationController(
            key="app", name="app_main", start_script="/usr/local/ha/start_app",
            stop_script="/usr/local/ha/stop_app", startup_mode=StartupMode.FOREGROUND,
            location=DataLocation.SHARED, asks_for_input=False, kills_by_name=False,
            **dict.fromkeys(DUTIES, True),
        ),
        ApplicationMonitor(
            key="mp", name="app_process", type=MonitorType.PROCESS, processes="appd",
            process_owner="app", instance_count=1, restart_interval=198, **common,
        ),
        ApplicationMonitor(
            key="mc", name="app_answers", monitor_method="/usr/local/ha/ask_app",
            monitor_interval=30, restart_interval=297, **common,
        ),
        ResourceGroup(
            key="rg", name="rg_app", nodes=("n1", "n2"), service_labels=("svc",),
            volume_groups=("vg",), forced_varyon=True, controllers=("app",),
        ),
    ]  # fmt: skip


def _service() -> list[Row]:
    """The application as its owner knows it, its scripts kept equal, and who hears of failures."""
    texts = ("licence", "start_procedure", "stop_procedure", "recovery", "script_maintainer")
    scripts = ("start_app", "stop_app", "ask_app")
    return [
        Application(
            key="pay", name="Payments", controllers=("app",), prompts=False,
            owner="Payments, Anna Berg", strategy=TakeoverStrategy.COLD_STANDBY,
            host_bindings="none", **dict.fromkeys(texts, "see the handbook"),
        ),
        FileCollection(
            key="coll", name="HA_Scripts", sync_with_cluster=True, sync_when_changed=False,
            files="\n".join(f"/usr/local/ha/{name}" for name in scripts),
        ),
        RemoteNotification(
            key="note", name="sms_duty", kind=NotificationKind.SMS, contacts="+49 30 1234",
            people=("ada", "ben"), message_file="/usr/local/ha/message",
            events=", ".join(SOUND_EVENTS),
        ),
    ]  # fmt: skip


def _people() -> list[Row]:
    common: dict[str, Any] = {
        "contact": "+49 30 1234", "trained": True, "root_access": True,
        "powerha_role": PowerhaRole.ADMIN,
    }  # fmt: skip
    return [
        Administrator(key="ada", name="Ada", backup="ben", **common),
        Administrator(key="ben", name="Ben", backup="ada", **common),
    ]


def _needs() -> list[Row]:
    """What the business asks, what is there today, and the levels of one more product."""
    rows: list[Row] = [
        Requirement(
            key="req", name="Payments", groups=("rg",), availability="99.9% a year", outage=15,
            longer_outage=2, planned_outage=240, rto=60, rpo=0, capacity=100, site_loss=False,
            cost=45_000, currency="EUR", decided_by="Anna Berg",
        ),
        *(
            CurrentSystem(
                key=f"t_{kind.value}", name=kind.value, kind=kind, protection="a spare",
                fate=Fate.KEEP,
            )
            for kind in SystemKind
        ),
    ]  # fmt: skip
    for node in ("n1", "n2"):
        rows += [
            SoftwareLevel(
                key=f"rsct_{node}", node=node, product="RSCT", level="3.3.1.2", checked=True,
                state=InstallState.COMMITTED, evidence="FLRT",
            ),
            LocalVolumeGroup(
                key=f"root_{node}", name="rootvg", node=node, disks="hdisk0, hdisk1", mirrored=True
            ),
            LocalFileSystem(
                key=f"hd6_{node}", name="hd6", local_volume_group=f"root_{node}", copies=2,
                separate_disks=True,
            ),
            LocalFileSystem(
                key=f"dump_{node}", name="lg_dumplv", local_volume_group=f"root_{node}"
            ),
        ]  # fmt: skip
    return rows


def _running() -> list[Row]:
    """A team for each part, two ways of watching, all topics of the guide, all duties."""
    parts = (part for part in LooksAfter if part is not LooksAfter.VENDOR)
    teams: list[Row] = [
        SupportTeam(
            key=f"team_{part.value}", name=f"{part.value} team", looks_after=part,
            members=("ada", "ben"), leader="ada", duty_hours="always", telephone="+49 30 1",
            reaction_time=15, escalation="duty manager", signs_changes=True,
        )
        for part in parts
    ]  # fmt: skip
    told: dict[str, Any] = {"channel": Channel.SMS, "alert_teams": ("team_cluster",)}
    guides = [
        OperationGuide(
            key=f"g_{topic.value}", name=topic.value, topic=topic, procedure="1. clmgr",
            written_by="ada", rehearsed_by="ben", last_rehearsed="2026-09-14",
        )
        for topic in Topic
    ]  # fmt: skip
    at_change = (TaskKind.SNAPSHOT, TaskKind.REPORT)
    tasks = [
        MaintenanceTask(
            key=f"m_{kind.value}", name=kind.value, kind=kind, responsible="ada",
            frequency=Frequency.EACH_CHANGE if kind in at_change else Frequency.DAILY,
            last_done="2026-11-01", next_due="2026-11-02",
            disruptive=kind is TaskKind.FALLOVER_TEST, procedure="test plan", duration=90,
        )
        for kind in TaskKind
    ]  # fmt: skip
    return [
        *teams,
        MonitoringItem(key="trap", name="changes", method=WatchedBy.SNMP_TRAP, **told),
        MonitoringItem(
            key="state", name="state", method=WatchedBy.COMMAND, interval=60, **told
        ),
        *guides,
        *tasks,
    ]  # fmt: skip


def _options(**cells: Any) -> ClusterOptions:
    given: dict[str, Any] = {
        "owner": "Payments", "daily_verification": True, "rootvg_event": True,
        "resolve_locally": True, "alerts": "SNMP trap to operations",
    }  # fmt: skip
    return ClusterOptions(key="cluster", name="pay_cluster", **{**given, **cells})


def _physical(options: ClusterOptions, places: list[Row]) -> Plan:
    ports = {node: (f"{node}c1p0", f"{node}c2p0") for node in ("n1", "n2")}
    return Plan(
        [
            options,
            *places,
            *_nodes(),
            *_cards("n1", "node", "n1"),
            *_cards("n2", "node", "n2"),
            *_networks(),
            *_interfaces(),
            *_storage(ports),
            *_application(),
            *_service(),
            *_people(),
            *_needs(),
            *_running(),
        ]
    )


@cache
def sound() -> Plan:
    """Keys: nodes n1 n2, frames f1 f2, networks net1 net2 san, interfaces i11 i12 i21 i22,
    labels b11 .. per1 per2 svc, disks d1-d4, vg, lv, fs, app, mp, mc, rg, pay, coll, note,
    ada, ben."""
    return _physical(
        _options(), [Site(key="s1", name="north", distance_km=0), *_places(("s1", "s1"))]
    )


def _site_rows() -> list[Row]:
    sites = [
        Site(key="s1", name="north", priority=1, distance_km=1),
        Site(key="s2", name="south", priority=2, distance_km=1),
    ]
    return [*sites, *_places(("s1", "s2"))]


def _split() -> SplitMergePolicy:
    """An NFS server at a third place decides a split, and a stalled node is halted."""
    return SplitMergePolicy(
        key="cluster",
        split_policy=SplitPolicy.NFS,
        merge_policy=MergePolicy.NFS,
        nfs_server="quorum1.example.com",
        nfs_local_directory="/ha/quorum",
        nfs_remote_directory="/export/quorum",
        action_plan=ActionPlan.REBOOT,
        quarantine=Quarantine.NODE_HALT,
        critical_group="rg",
    )


@cache
def two_sites() -> Plan:
    """As `sound()`, but each frame, rack and storage unit on a site of its own (s1, s2), and a
    split policy."""
    plan = _physical(_options(type=ClusterType.STRETCHED), _site_rows()).replace(_split())
    return edit(plan, ResourceGroup, "rg", site_policy=SitePolicy.PRIMARY)


@cache
def virtual() -> Plan:
    """As `sound()` through VIOS v11 v12 (frame f1) and v21 v22, SEA with the keys sea11 ..;
    one interface i11 and i21 per node."""
    rows: list[Row] = [*emptied(sound(), Card, Port, Interface, DiskPath, Node, Network, IpLabel)]
    rows += [
        msgspec.structs.replace(node, rootvg_servers=(f"v{number}1", f"v{number}2"))
        for number, node in enumerate(sound().rows(Node), start=1)
    ]
    networks = [row for row in _networks() if getattr(row, "network", "") != "net2"]
    rows += [row for row in networks if row.key != "net2" and not isinstance(row, NetmonTarget)]
    for number in (1, 2):
        for server in (1, 2):
            key = f"v{number}{server}"
            rows.append(
                VirtualIoServer(key=key, name=f"vio{key}", frame=f"f{number}", level="3.1.4.20")
            )
            rows += _cards(key, "server", key)
            rows.append(
                SharedEthernetAdapter(
                    key=f"sea{number}{server}", name="ent9", server=key, trunk_priority=server,
                    ports=(f"{key}e1p0", f"{key}e2p0"), vlans="10, 20",
                )
            )  # fmt: skip
        rows.append(
            Interface(
                key=f"i{number}1", name="en0", node=f"n{number}", network="net1",
                kind=InterfaceKind.VIRTUAL, adapters=(f"sea{number}1", f"sea{number}2"),
            )
        )  # fmt: skip
        rows.append(
            IpLabel(
                key=f"per{number}", name=f"adm{number}", function=LabelFunction.PERSISTENT,
                network="net1", node=f"n{number}", address=f"10.1.1.2{number}",
            )
        )  # fmt: skip
    ports = {f"n{n}": (f"v{n}1c1p0", f"v{n}2c1p0") for n in (1, 2)}
    rows += [row for row in _storage(ports) if isinstance(row, DiskPath)]
    return Plan(rows)
