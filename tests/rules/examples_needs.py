"""Examples: requirements, today's environment, software levels, local storage."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, emptied, group, sound, two_sites
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.current_system import CurrentSystem, Fate
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.maintenance_task import Frequency, MaintenanceTask
from worksheets.plan.rows.monitoring_item import MonitoringItem
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.operation_guide import OperationGuide
from worksheets.plan.rows.replication import Replication, ReplicationMode
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.software_level import InstallState, SoftwareLevel
from worksheets.plan.rows.support_team import SupportTeam

SOUND, SITES = sound(), two_sites()


def req(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Requirement, "req", **cells)


def rsct(node: str, /, **cells: Any) -> Plan:
    return edit(SOUND, SoftwareLevel, f"rsct_{node}", **cells)


def _lag(seconds: int | None, rpo: int) -> Plan:
    copy = Replication(key="pprc", name="pprc_app", mode=ReplicationMode.ASYNC, lag=seconds)
    plan = edit(SOUND, ResourceGroup, "rg", replications=("pprc",))
    return req(plan.replace(copy), rpo=rpo)


def _today(**cells: Any) -> Plan:
    return edit(SOUND, CurrentSystem, "t_server", **cells)


def _frames(first: str, second: str) -> Plan:
    plan = edit_all(SOUND, Frame, model="9080-HEX")
    return edit(edit(plan, Frame, "f1", firmware=first), Frame, "f2", firmware=second)


CASES = {
    "REQ-NONE": Case(
        emptied(SOUND, Requirement), SOUND, "requirement", "how much outage may be tolerated"
    ),
    "REQ-UNSERVED": Case(
        SOUND.replace(group("g1", controllers=("app",))),
        SOUND.replace(group("g1")),
        "resource_group/g1/",
        "No requirement names rg_g1",
    ),
    "REQ-AVAILABILITY": Case(
        req(availability="99.99% a month"),
        req(availability="99,97 % a month", outage=14),
        "requirement/req/availability",
        "Payments promises 99.99% a month, which leaves 5 min, and tolerates one outage of 15 min",
    ),
    "REQ-AVAILABILITY-FIGURE": Case(
        req(availability="high"),
        req(availability=""),
        "requirement/req/availability",
        "Payments holds no percentage: high",
    ),
    "REQ-ABSOLUTE": Case(
        req(availability="100%", longer_outage=0, rto=15),
        req(longer_outage=1),
        "requirement/req/longer_outage",
        "Payments accepts no chance",
        times=2,
    ),
    "REQ-RECOVERY": Case(
        req(longer_outage=0),
        req(longer_outage=0, rto=15),
        "requirement/req/rto",
        "Payments recovers within 60 min, tolerates 15 min, and accepts none",
    ),
    "REQ-CURRENCY": Case(
        req(currency=" "),
        req(currency="", cost=None),
        "requirement/req/currency",
        "Payments costs 45000",
    ),
    "REQ-TAKEOVER": Case(
        edit(SOUND, ApplicationController, "app", start_time=871),
        edit(SOUND, ApplicationController, "app", start_time=870),
        "requirement/req/outage",
        "Payments has to be back within 15 min; a takeover of rg_app takes at least 901 s",
    ),
    "REQ-DATA-LOSS": Case(
        _lag(61, 1),
        _lag(60, 1),
        "requirement/req/rpo",
        "Payments may lose 1 min of work, but the copy pprc_app may miss 61 s of data",
    ),
    "REQ-SITE": Case(
        req(edit(SITES, ResourceGroup, "rg", nodes=("n1",)), site_loss=True),
        req(SITES, site_loss=True),
        "requirement/req/site_loss",
        "Payments shall survive its site, but all nodes of rg_app stand on north",
    ),
    "REQ-SITE-DATA": Case(
        req(edit(SITES, Disk, "d2", storage_unit="u1"), site_loss=True),
        req(SITES, site_loss=True),
        "requirement/req/site_loss",
        "Payments shall survive its site, but all disks of vg_app stand on north",
    ),
    "TODAY-NONE": Case(
        emptied(SOUND, CurrentSystem), SOUND, "current_system", "what the service runs on today"
    ),
    "TODAY-KINDS": Case(
        SOUND.without(CurrentSystem, "t_place", "t_power"),
        SOUND,
        "current_system/kind",
        "has no row for: power and cooling; building or room",
    ),
    "TODAY-SUCCESSOR": Case(
        _today(fate=Fate.REPLACE),
        _today(fate=Fate.REPLACE, successor="nodea"),
        "current_system/t_server/successor",
        "server is replaced, but nobody says by what",
    ),
    "TODAY-WEAKNESS": Case(
        _today(weakness="old"),
        _today(weakness="None."),
        "current_system/t_server/fate",
        "server is kept with its weakness",
    ),
    "TODAY-UNPROTECTED": Case(
        _today(protection="none"),
        _today(protection="none", weakness="it may break"),
        "current_system/t_server/weakness",
        "Nothing protects server",
    ),
    "SOFT-NONE": Case(
        emptied(SOUND, SoftwareLevel), SOUND, "software_level", "beyond AIX and PowerHA"
    ),
    "SOFT-LEVEL": Case(
        rsct("n1", level="3.2.6.4"),
        rsct("n1", level=" 3.3.1.2 ", product="rsct"),
        "software_level/rsct_n1/level",
        "nodea has RSCT 3.2.6.4, others have 3.3.1.2",
    ),
    "SOFT-FIXES": Case(
        rsct("n1", fixes="IJ1, IJ2"),
        edit_all(SOUND, SoftwareLevel, fixes="IJ1"),
        "software_level/rsct_n2/fixes",
        "nodeb lacks IJ1 and IJ2 for RSCT",
    ),
    "SOFT-MISSING": Case(
        SOUND.without(SoftwareLevel, "rsct_n2"),
        edit(SOUND, ResourceGroup, "rg", nodes=("n1",)).without(SoftwareLevel, "rsct_n2"),
        "software_level/rsct_n1/",
        "RSCT is entered for other nodes, not for nodeb",
    ),
    "SOFT-TWICE": Case(
        SOUND.replace(SoftwareLevel(key="z", node="n1", product=" rsct")),
        SOUND.replace(SoftwareLevel(key="z", node="n1", product="rsct.basic")),
        "software_level/z/product",
        "rsct is entered twice for nodea",
    ),
    "SOFT-UNCHECKED": Case(
        rsct("n1", checked=False),
        rsct("n1", checked=None, evidence=""),
        "software_level/rsct_n1/checked",
        "Nobody has checked that RSCT on nodea is supported",
    ),
    "SOFT-STATE": Case(
        rsct("n1", state=InstallState.PARTLY),
        edit_all(SOUND, SoftwareLevel, state=InstallState.APPLIED),
        "software_level/rsct_n1/state",
        "RSCT is partly committed on nodea",
    ),
    "SOFT-COMMIT": Case(
        edit_all(SOUND, SoftwareLevel, state=InstallState.APPLIED),
        edit(
            edit_all(SOUND, SoftwareLevel, state=InstallState.APPLIED),
            MaintenanceTask,
            "m_update",
            next_due="",
        ),
        "software_level/state",
        "RSCT will be applied, not committed, on 2026-11-02, when an update is due",
    ),
    "SOFT-CONTRADICTION": Case(
        SOUND.replace(SoftwareLevel(key="z", node="n1", product="IBM  AIX", level="7200-05")),
        SOUND.replace(SoftwareLevel(key="z", node="n1", product="PowerHA", level="7.2.8 SP1")),
        "software_level/z/level",
        "IBM AIX on nodea is 7200-05 here and 7300-02-01 on the node worksheet",
    ),
    "LEVEL-PAIR": Case(
        edit(SOUND, Node, "n1", aix_level="7100-05-09"),
        edit(SOUND, Node, "n1", aix_level="7200-05-09"),
        "node/n1/powerha_level",
        "PowerHA 7.2.8 needs AIX 7.2 or later, which nodea has not",
    ),
    "LEVEL-FIRMWARE": Case(
        _frames("1030", "1050"),
        _frames("1050", "1050"),
        "frame/f1/firmware",
        "frame1 has firmware 1030, others have 1050",
    ),
    "LOCAL-ROOTVG": Case(
        edit(SOUND, LocalVolumeGroup, "root_n1", mirrored=False),
        edit_all(SOUND, Node, rootvg=RootvgProtection.RAID),
        "local_volume_group/root_n1/mirrored",
        "rootvg of nodea is not mirrored here, but mirrored by LVM on the node",
    ),
    "LOCAL-NODES": Case(
        SOUND.without(LocalVolumeGroup, "root_n2"),
        emptied(SOUND, LocalVolumeGroup),
        "node/n2/",
        "nodeb has no rootvg row",
    ),
    "LOCAL-ONE-DISK": Case(
        edit(SOUND, LocalVolumeGroup, "root_n1", disks="hdisk12 (internal)"),
        edit(SOUND, LocalVolumeGroup, "root_n1", disks="two NVMe drives"),
        "local_volume_group/root_n1/disks",
        "nodea rootvg is mirrored, but has hdisk12 only",
    ),
    "LOCAL-COPIES": Case(
        edit(SOUND, LocalFileSystem, "hd6_n1", copies=1),
        SOUND,
        "local_file_system/hd6_n1/copies",
        "nodea rootvg hd6 has one copy in a mirrored",
    ),
    "LOCAL-SEPARATE": Case(
        edit(SOUND, LocalFileSystem, "hd6_n1", separate_disks=False),
        edit(SOUND, LocalFileSystem, "hd6_n1", separate_disks=False, copies=1),
        "local_file_system/hd6_n1/separate_disks",
        "The copies of nodea rootvg hd6 share a disk",
    ),
    "LOCAL-PAGING": Case(
        edit(
            edit(SOUND, LocalVolumeGroup, "root_n1", mirrored=False),
            LocalFileSystem,
            "hd6_n1",
            copies=1,
        ),
        edit(SOUND, LocalVolumeGroup, "root_n1", mirrored=False),
        "local_file_system/hd6_n1/copies",
        "The paging space nodea rootvg hd6 has one copy",
    ),
    "LOCAL-SPACE": Case(
        SOUND.without(LocalFileSystem, "dump_n1"),
        emptied(SOUND, LocalFileSystem),
        "local_volume_group/root_n1/",
        "nodea rootvg has no dump device",
    ),
    "LOCAL-PURPOSE": Case(
        SOUND.replace(LocalVolumeGroup(key="z", name="appvg", node="n1")),
        SOUND.replace(LocalVolumeGroup(key="z", name="appvg", node="n1", purpose="logs")),
        "local_volume_group/z/purpose",
        "nodea appvg stays with its node",
    ),
    "LOCAL-MOUNT": Case(
        SOUND.replace(
            LocalFileSystem(key="z", name="lv9", local_volume_group="root_n1", mount_point="//app/")
        ),
        SOUND.replace(
            LocalFileSystem(key="z", name="lv9", local_volume_group="root_n1", mount_point="/apps")
        ),
        "local_file_system/z/mount_point",
        "nodea rootvg lv9 is mounted at //app/",
    ),
    "OPEN-REQUIREMENT": Case(
        req(groups=(), rto=None),
        SOUND,
        "requirement/groups",
        "Which groups serve it is not entered for Payments",
        times=2,
    ),
    "OPEN-TODAY": Case(
        _today(fate=None),
        SOUND,
        "current_system/fate",
        "What becomes of it is not entered for server",
    ),
    "OPEN-SOFTWARE": Case(
        rsct("n2", checked=None),
        SOUND,
        "software_level/checked",
        "Whether support is checked is not entered for nodeb: RSCT",
    ),
    "OPEN-TEAM": Case(
        edit(SOUND, SupportTeam, "team_network", telephone=""),
        SOUND,
        "support_team/telephone",
        "Telephone is not entered for network team",
    ),
    "OPEN-WATCH": Case(
        edit(SOUND, MonitoringItem, "trap", channel=None),
        SOUND,
        "monitoring_item/channel",
        "Channel of alerts is not entered for changes",
    ),
    "OPEN-TASK": Case(
        edit(SOUND, MaintenanceTask, "m_other", frequency=None),
        SOUND,
        "maintenance_task/frequency",
        "How often is not entered for other",
    ),
    "OPEN-TASK-DATE": Case(
        edit(SOUND, MaintenanceTask, "m_review", next_due="", frequency=Frequency.WEEKLY),
        edit(SOUND, MaintenanceTask, "m_review", next_due="", frequency=Frequency.DAILY),
        "maintenance_task/next_due",
        "Next date is not entered for review",
    ),
    "OPEN-GUIDE": Case(
        edit(SOUND, OperationGuide, "g_split", last_rehearsed=""),
        SOUND,
        "operation_guide/last_rehearsed",
        "Last rehearsal is not entered for split",
    ),
}

EXAMPLES = examples(CASES)
