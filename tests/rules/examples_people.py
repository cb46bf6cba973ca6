"""Examples: administrators, teams, operation guides, monitoring."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, emptied, sound
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator, PowerhaRole
from worksheets.plan.rows.monitoring_item import Channel, MonitoringItem, WatchedBy
from worksheets.plan.rows.operation_guide import OperationGuide
from worksheets.plan.rows.support_team import LooksAfter, SupportTeam

SOUND = sound()


def ben(**cells: Any) -> Plan:
    return edit(SOUND, Administrator, "ben", **cells)


def team(part: str, /, **cells: Any) -> Plan:
    return edit(SOUND, SupportTeam, f"team_{part}", **cells)


def guide(topic: str, /, **cells: Any) -> Plan:
    return edit(SOUND, OperationGuide, f"g_{topic}", **cells)


def item(key: str, /, **cells: Any) -> Plan:
    return edit(SOUND, MonitoringItem, key, **cells)


def _slow(minutes: int) -> Plan:
    plan = edit_all(SOUND, SupportTeam, reaction_time=None)
    plan = edit(plan, Administrator, "ada", reaction_time=minutes)
    return edit(plan, Administrator, "ben", reaction_time=90)


def _vendor(contract: str) -> Plan:
    row = SupportTeam(key="ibm", name="IBM", looks_after=LooksAfter.VENDOR, contract=contract)
    return SOUND.replace(row)


CASES = {
    "PEOPLE-FEW": Case(
        edit(SOUND.without(Administrator, "ben"), Administrator, "ada", operation_guide="part 2"),
        SOUND.without(Administrator, "ben"),
        "administrator",
        "Ada is the only administrator",
    ),
    "ADMIN-STAND-IN": Case(
        ben(trained=False, root_access=None, powerha_role=None),
        ben(trained=False),
        "administrator/ada/backup",
        "Ben stands in for Ada, but is not trained",
    ),
    "ADMIN-ROLE-UNTRAINED": Case(
        ben(trained=False, root_access=False),
        ben(trained=False),
        "administrator/ben/powerha_role",
        "Ben has the role administrator (ha_admin) and no training",
    ),
    "ADMIN-ROLE-ROOT": Case(
        ben(powerha_role=PowerhaRole.MONITOR),
        ben(powerha_role=PowerhaRole.MONITOR, root_access=False),
        "administrator/ben/root_access",
        "Ben has root access and the role monitor (ha_mon)",
    ),
    "ADMIN-ROLES": Case(
        edit_all(SOUND, Administrator, powerha_role=None),
        ben(powerha_role=None),
        "administrator/powerha_role",
        "Everybody works as root",
    ),
    "ADMIN-MAILBOX": Case(
        ben(contact="ben@example.com"),
        ben(contact="ben@example.com, +49 30 1234"),
        "administrator/ben/contact",
        "Ben is reached by ben@example.com only",
    ),
    "PEOPLE-REACTION": Case(
        _slow(61),
        _slow(60),
        "requirement/req/rto",
        "Payments has to be back within 60 min; Ada, the first to react, needs 61 min",
    ),
    "TEAM-NONE": Case(
        emptied(SOUND, SupportTeam), SOUND, "support_team", "which groups manage the cluster"
    ),
    "TEAM-PARTS": Case(
        SOUND.without(SupportTeam, "team_storage", "team_network"),
        SOUND.without(SupportTeam, "team_facilities", "team_virtualisation"),
        "support_team/looks_after",
        "No team looks after: network, storage",
    ),
    "TEAM-SIGNS": Case(
        team("storage", signs_changes=False),
        team("facilities", signs_changes=False),
        "support_team/team_storage/signs_changes",
        "storage team looks after the storage and signs no change",
    ),
    "TEAM-MEMBERS": Case(
        team("storage", members=("ada",)),
        _vendor("4711"),
        "support_team/team_storage/members",
        "storage team consists of Ada alone",
    ),
    "TEAM-LEADER": Case(
        team("storage", leader="ben", members=("ada",)),
        team("storage", leader="ben", members=()),
        "support_team/team_storage/leader",
        "Ben leads storage team, but is no member",
    ),
    "TEAM-CONTRACT": Case(
        _vendor(" "),
        _vendor("4711"),
        "support_team/ibm/contract",
        "No contract is entered with IBM",
    ),
    "TEAM-UNREACHABLE": Case(
        team("storage", telephone="", members=()),
        team("storage", telephone=""),
        "support_team/team_storage/telephone",
        "Neither storage team nor a member has a number",
    ),
    "GUIDE-NONE": Case(
        emptied(SOUND, OperationGuide), SOUND, "operation_guide", "No topic of an operation guide"
    ),
    "GUIDE-TOPICS": Case(
        SOUND.without(OperationGuide, "g_restore", "g_start"),
        SOUND.without(OperationGuide, "g_split", "g_site_failure", "g_other"),
        "operation_guide/topic",
        "says nothing about: start, restore",
    ),
    "GUIDE-GROUP": Case(
        guide("stop", resource_groups=("other",)),
        guide("stop", resource_groups=("rg",)),
        "resource_group/rg/",
        "The guides to stop leave rg_app out",
    ),
    "GUIDE-TEXT": Case(
        guide("start", procedure=" "),
        guide("start", procedure="", location="wiki"),
        "operation_guide/g_start/procedure",
        "start has neither steps nor a place",
    ),
    "GUIDE-OWN": Case(
        guide("start", rehearsed_by="ada"),
        guide("start", rehearsed_by="", written_by=""),
        "operation_guide/g_start/rehearsed_by",
        "start was rehearsed only by the one who wrote it",
    ),
    "GUIDE-SLOW": Case(
        guide("takeover", duration=61),
        guide("takeover", duration=60),
        "operation_guide/g_takeover/duration",
        "takeover takes 61 min; Payments has to be back within 60 min",
    ),
    "GUIDE-INSIDE": Case(
        guide("start", location="nodea:x, (/app/doc/start.txt)"),
        guide("start", location="/application/doc"),
        "operation_guide/g_start/location",
        "start lies on the shared file system /app",
    ),
    "WATCH-NONE": Case(
        emptied(SOUND, MonitoringItem), SOUND, "monitoring_item", "Nothing is entered that watches"
    ),
    "WATCH-WAYS": Case(
        item("trap", method=WatchedBy.LOG),
        item("trap", method=WatchedBy.SNMP_QUERY),
        "monitoring_item/method",
        "Neither SNMP traps nor SNMP queries",
    ),
    "WATCH-UNHEARD": Case(
        item("trap", alert_teams=()),
        item("trap", alert_teams=(), alert_people=("ada", "ben")),
        "monitoring_item/trap/alert_people",
        "Nobody is told when changes goes wrong",
    ),
    "WATCH-ONE-PERSON": Case(
        item("trap", alert_teams=(), alert_people=("ada",)),
        item("trap", alert_people=("ada",)),
        "monitoring_item/trap/alert_people",
        "Only Ada is told when changes goes wrong",
    ),
    "WATCH-NOBODY-WAKES": Case(
        edit(item("trap", channel=Channel.TICKET), MonitoringItem, "state", channel=Channel.EMAIL),
        item("trap", channel=Channel.TELEPHONE),
        "monitoring_item/channel",
        "Alerts go out by e-mail, ticket only",
    ),
    "WATCH-INTERVAL": Case(
        item("state", interval=None),
        item("trap", interval=None),
        "monitoring_item/interval",
        "No interval is entered for state",
    ),
    "WATCH-SLOW": Case(
        item("state", interval=901).without(MonitoringItem, "trap"),
        item("state", interval=900).without(MonitoringItem, "trap"),
        "monitoring_item/state/interval",
        "state is looked at every 901 s, nothing more often; Payments may be away for 15 min",
    ),
    "WATCH-NODES": Case(
        edit_all(SOUND, MonitoringItem, nodes=("n1",)),
        item("trap", nodes=("n1",)),
        "node/n2/",
        "No monitoring item covers nodeb",
    ),
    "WATCH-UNREACHABLE": Case(
        edit(SOUND, SupportTeam, "team_cluster", telephone=""),
        edit(SOUND, SupportTeam, "team_storage", telephone=""),
        "monitoring_item/trap/alert_teams",
        "changes is told by SMS, but cluster team has no number",
        times=2,
    ),
}

EXAMPLES = examples(CASES)
