"""Examples: events, notifications, file collections, custom methods."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, emptied, sound
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.cluster_event import ClusterEvent
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.custom_event import CustomEvent
from worksheets.plan.rows.custom_method import CustomMethod, MethodType
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.remote_notification import NotificationKind, RemoteNotification

SOUND = sound()
SCRIPTS = SOUND.rows(FileCollection)[0].files
VERIFY, SNAPSHOT = MethodType.VERIFY, MethodType.SNAPSHOT


def event(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return plan.replace(ClusterEvent(**{"key": "ev", "event": "node_down_complete", **cells}))


def custom(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    """A custom event that the cluster event runs first."""
    row = {"key": "ce", "name": "ev_save", "script": "/usr/local/ha/start_app", **cells}
    return event(plan.replace(CustomEvent(**row)), pre_events=("ce",))


def note(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, RemoteNotification, "note", **cells)


def coll(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, FileCollection, "coll", **cells)


def second(**cells: Any) -> Plan:
    row = {"key": "coll2", "name": "Other_Files", "files": "/etc/motd", **cells}
    return SOUND.replace(FileCollection(**row))


def method(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    row = {"key": "me", "name": "chk_app", "type": VERIFY, "nightly": True, "description": "x"}
    script = {"script": "/usr/local/ha/ask_app"}
    return plan.replace(CustomMethod(**{**row, **script, **cells}))


def slow(start_time: int, plan: Plan = SOUND, **options: Any) -> Plan:
    plan = edit(plan, ApplicationController, "app", start_time=start_time)
    return edit(plan, ClusterOptions, "cluster", **options)


CASES = {
    "OPEN-EVENT": Case(
        custom(log="/var/hacmp/log/save", maintained_by="ada"),
        custom(log="/var/hacmp/log/save", maintained_by="ada", documented_only=False),
        "custom_event/documented_only",
        "Whether the script uses documented commands only is not entered for ev_save",
    ),
    "OPEN-COLLECTION": Case(
        coll(sync_with_cluster=None),
        coll(sync_with_cluster=False),
        "file_collection/sync_with_cluster",
        "Whether it is sent when the cluster is synchronised is not entered for HA_Scripts",
    ),
    "OPEN-METHOD": Case(
        method(type=None), method(), "custom_method/type", "Type is not entered for chk_app"
    ),
    "EVENT-SCRIPT": Case(
        custom(script=""), custom(), "custom_event/ce/script", "ev_save has no script"
    ),
    "EVENT-DOCUMENTED": Case(
        custom(documented_only=False),
        custom(),
        "custom_event/ce/documented_only",
        "ev_save uses commands of PowerHA that have no man page",
    ),
    "EVENT-IDLE": Case(
        event(custom(), time_until_warning=60),
        event(custom(), post_events=("ce",)),
        "custom_event/ce/",
        "No cluster event runs ev_save",
    ),
    "EVENT-REPLACED": Case(
        event(event_command="/usr/local/ha/down"),
        event(notify_command="/usr/local/ha/down"),
        "cluster_event/ev/event_command",
        "/usr/local/ha/down runs in place of PowerHA's own node_down_complete",
    ),
    "EVENT-RECOVERY": Case(
        event(recovery_command="/usr/local/ha/mend", recovery_counter=0),
        event(recovery_command="/usr/local/ha/mend", recovery_counter=1),
        "cluster_event/ev/recovery_counter",
        "The recovery command of node_down_complete is tried no time",
    ),
    "EVENT-NO-EFFECT": Case(
        event(time_until_warning=None),
        event(time_until_warning=0),
        "cluster_event/ev/",
        "Nothing is entered for node_down_complete",
    ),
    "EVENT-LIMIT": Case(
        slow(361),
        slow(360),
        "resource_group/rg/controllers",
        "rg_app takes 361 s to start; PowerHA warns after 360 s",
    ),
    "EVENT-TIME": Case(
        event(slow(91), event="rg_move", time_until_warning=90),
        event(slow(90), event="rg_move", time_until_warning=90),
        "cluster_event/ev/time_until_warning",
        "rg_move warns after 90 s, but rg_app takes 91 s to start",
    ),
    "NOTIFY-NONE": Case(
        emptied(SOUND, RemoteNotification),
        event(emptied(SOUND, RemoteNotification), notify_command="/usr/local/ha/tell"),
        "remote_notification",
        "PowerHA itself tells nobody when something happens",
    ),
    "NOTIFY-UNTOLD": Case(
        note(events="node_down, network_down, rg_move, server_down"),
        note(events="node_down,network_down_complete, rg_online ,server_down, config_too_long"),
        "remote_notification/events",
        "Nobody is told about an event that failed or hangs",
    ),
    "NOTIFY-INCOMPLETE": Case(
        note(contacts=" ", events="", message_file=""),
        SOUND,
        "remote_notification/note/events",
        "sms_duty has no event that sends it",
        times=3,
    ),
    "NOTIFY-ADDRESS": Case(
        note(kind=NotificationKind.EMAIL, contacts="ops@bank.example, +49 30 1234"),
        note(kind=NotificationKind.SMS, contacts="ops@bank.example, +49 30 1234,"),
        "remote_notification/note/contacts",
        "sms_duty cannot reach +49 30 1234 by e-mail",
    ),
    "NOTIFY-CHANNEL": Case(
        note(kind=NotificationKind.EMAIL),
        edit(
            note(kind=NotificationKind.EMAIL, people=("ada",)),
            Administrator,
            "ada",
            email="ada@bank.example",
        ),
        "remote_notification/note/people",
        "sms_duty is for Ben, of whom no mail address is entered",
        times=2,
    ),
    "NOTIFY-ONE-PERSON": Case(
        note(people=("ada",)),
        note(people=("ada",), contacts="+49 30 1, +49 30 2"),
        "remote_notification/note/people",
        "Only Ada is told by sms_duty",
    ),
    "NOTIFY-ONE-NODE": Case(
        note(nodes=("n2",)),
        note(nodes=("n2", "n1")),
        "remote_notification/note/nodes",
        "Only nodeb can send sms_duty",
    ),
    "NOTIFY-PAGE-NODES": Case(
        note(kind=NotificationKind.TEXT_PAGE),
        note(kind=NotificationKind.TEXT_PAGE, nodes=("n1",)),
        "remote_notification/note/nodes",
        "No node is named that can send sms_duty",
    ),
    "COLL-NONE": Case(
        emptied(SOUND, FileCollection),
        coll(files=""),
        "file_collection",
        "No file collection keeps the scripts equal on all nodes",
    ),
    "COLL-SCRIPT": Case(
        coll(files="/usr/local/ha/start_app\n/usr/local/ha/ask_app"),
        coll(files="", name="hacmp_files"),
        "application_controller/app/stop_script",
        "No file collection has /usr/local/ha/stop_app of app_main",
    ),
    "COLL-NAMED": Case(
        method(script="/usr/local/ha/chk", file_collection="coll"),
        method(file_collection="coll"),
        "custom_method/me/file_collection",
        "HA_Scripts does not have /usr/local/ha/chk of chk_app",
    ),
    "COLL-TWICE": Case(
        second(files="/usr/local/ha/start_app"),
        second(),
        "file_collection/coll/files",
        "/usr/local/ha/start_app is in HA_Scripts and Other_Files",
    ),
    "COLL-FILE": Case(
        second(files="/etc/*.conf\n/dev/tty\n/etc/\n/etc/hosts"),
        second(files="/device/x\n/procs"),
        "file_collection/coll2/files",
        "Other_Files lists /etc/*.conf, which is a pattern",
        times=3,
    ),
    "COLL-SHARED": Case(
        second(files="/app/etc/pay.conf\n/app2/x"),
        second(files="/app2/x"),
        "file_collection/coll2/files",
        "Other_Files lists /app/etc/pay.conf on the shared file system /app",
    ),
    "COLL-OFF": Case(
        coll(sync_with_cluster=False),
        coll(sync_with_cluster=None),
        "file_collection/coll/sync_with_cluster",
        "HA_Scripts is sent neither with the cluster nor when a file changes",
    ),
    "COLL-EMPTY": Case(
        coll(files=" \n"),
        coll(files="", name="HACMP_Files"),
        "file_collection/coll/files",
        "HA_Scripts has no files",
    ),
    "COLL-INTERVAL": Case(
        coll(check_interval=9),
        coll(check_interval=10),
        "file_collection/coll/check_interval",
        "HA_Scripts looks for changed files every 9 min",
    ),
    "COLL-INTERVALS": Case(
        slow(0, coll(check_interval=10), fc_sync_interval=20),
        slow(0, coll(check_interval=10), fc_sync_interval=10),
        "file_collection/coll/check_interval",
        "File collections are checked every 10 min and 20 min, but there is one interval only",
    ),
    "METHOD-SCRIPT": Case(
        method(script=""), method(), "custom_method/me/script", "chk_app has no script"
    ),
    "METHOD-NIGHTLY": Case(
        method(nightly=False),
        method(type=SNAPSHOT, nightly=False),
        "custom_method/me/nightly",
        "chk_app does not run at night",
    ),
    "METHOD-NIGHTLY-IDLE": Case(
        method(type=SNAPSHOT),
        method(type=SNAPSHOT, nightly=False),
        "custom_method/me/nightly",
        "chk_app belongs to snapshots",
    ),
}
EXAMPLES = examples(CASES)
