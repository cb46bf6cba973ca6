"""Examples: applications, their scripts, files and monitors."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import DUTIES, edit, emptied, sound
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application import Application, TakeoverStrategy
from worksheets.plan.rows.application_controller import (
    ApplicationController,
    DataLocation,
    StartupMode,
)
from worksheets.plan.rows.application_file import ApplicationFile, FileKind, FileLocation
from worksheets.plan.rows.application_monitor import (
    ApplicationMonitor,
    FailureAction,
    MonitorMode,
)
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.node import Node, UsualRole
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import Fallover, ResourceGroup, Startup

SOUND = sound()
INTERNAL, EXTERNAL = FileLocation.INTERNAL, FileLocation.EXTERNAL
DATA, PROGRAMS = FileKind.DATA, FileKind.EXECUTABLES


def app(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, ApplicationController, "app", **cells)


def pay(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Application, "pay", **cells)


def custom(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, ApplicationMonitor, "mc", **cells)


def rg(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, ResourceGroup, "rg", **cells)


def files(path: str = "/app/data", plan: Plan = SOUND, /, **cells: Any) -> Plan:
    row = {"key": "file", "path": path, "application": "pay", "kind": PROGRAMS, **cells}
    return plan.replace(ApplicationFile(**row))


def two(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    """A second controller that follows the first one in the group and in the application."""
    second: dict[str, Any] = {
        "name": "app_web", "start_script": "/usr/local/ha/start_web",
        "stop_script": "/usr/local/ha/stop_web", **cells,
    }  # fmt: skip
    plan = plan.replace(ApplicationController(key="web", **second))
    return rg(pay(plan, controllers=("app", "web")), controllers=("app", "web"))


def local(*nodes: str, mount_point: str = "/usr/local/ha") -> Plan:
    """Node n1 and n2 with a local volume group, the file system on some of them."""
    rows: list[Any] = []
    for node in ("n1", "n2"):
        rows.append(LocalVolumeGroup(key=f"{node}vg", name="rootvg", node=node))
        point = mount_point if node in nodes else "/home"
        rows.append(
            LocalFileSystem(
                key=f"{node}fs", name="hd", local_volume_group=f"{node}vg", mount_point=point
            )
        )
    return SOUND.replace(*rows)


def monitored(*controllers: str) -> Plan:
    """A second custom monitor with the same script."""
    row = ApplicationMonitor(
        key="mc2",
        name="web_answers",
        controllers=controllers,
        monitor_method="/usr/local/ha/ask_app",
    )
    return two().replace(row)


def required(rto: int | None, **cells: Any) -> Plan:
    row = Requirement(key="req", name="Clearing", groups=("rg",), rto=rto)
    return custom(SOUND.replace(row), **cells)


def active(*nodes: str) -> Plan:
    plan = SOUND
    for node in nodes:
        plan = edit(plan, Node, node, usual_role=UsualRole.ACTIVE)
    return plan


BACKGROUND = {"startup_mode": StartupMode.BACKGROUND}
DUTY_RULES = (
    *("RUNNING", "ENVIRONMENT", "HOST", "DATA", "NEEDS", "ALERT"),
    *("CHILDREN", "UNMOUNT", "FORCE", "RETURN", "LOG", "COMMANDS"),
)

CASES = {
    **{
        f"SCRIPT-{rule}": Case(
            app(**{column: False}),
            app(**{column: None}),
            f"application_controller/app/{column}",
            ": app_main",
        )
        for rule, column in zip(DUTY_RULES, DUTIES, strict=True)
    },
    "OPEN-DUTIES": Case(
        app(returns_zero=None),
        SOUND,
        "application_controller/returns_zero",
        "Whether the stop script returns 0 is not entered for app_main",
    ),
    "OPEN-SERVICE": Case(
        pay(owner="", controllers=()), SOUND, "application/controllers",
        "Controllers is not entered for Payments", times=2,
    ),
    "APP-SCRIPT-SHARED": Case(
        app(start_script="/app/bin/start"),
        app(start_script="/application/start"),
        "application_controller/app/start_script",
        "The start script of app_main lies on the shared file system /app",
    ),
    "APP-SCRIPT-ONE-NODE": Case(
        local("n1"),
        local("n1", "n2"),
        "application_controller/app/start_script",
        "The start script of app_main lies on /usr/local/ha, which nodeb does not have",
        times=2,
    ),
    "APP-SCRIPT-TWICE": Case(
        two(start_script="/usr/local/ha/start_app"),
        two(start_script="/usr/local/ha/stop_app"),
        "application_controller/app/start_script",
        "app_main and app_web have one start script, /usr/local/ha/start_app",
    ),
    "APP-CPU-MONITOR": Case(
        app(cpu_monitor=True, cpu_process="/app/bin/appd"),
        app(cpu_monitor=True, cpu_process="/app/bin/appd", cpu_interval=10),
        "application_controller/app/cpu_interval",
        "app_main watches processor time, but at no interval",
    ),
    "APP-CPU-IDLE": Case(
        app(cpu_interval=10), SOUND, "application_controller/app/cpu_monitor",
        "app_main has settings of a processor monitor",
    ),
    "APP-COLLECTION": Case(
        app(emptied(SOUND, FileCollection), location=DataLocation.COLLECTION),
        app(location=DataLocation.COLLECTION),
        "application_controller/app/location",
        "app_main relies on a file collection",
    ),
    "FILE-DATA-LOCAL": Case(
        files(kind=DATA, location=INTERNAL),
        files(kind=DATA, location=EXTERNAL),
        "application_file/file/location",
        "The data in /app/data lie on a disk of one node",
    ),
    "FILE-LOCAL": Case(
        files("/opt/pay", location=INTERNAL, kept_equal="None."),
        files("/opt/pay", location=INTERNAL, kept_equal="rsync at night"),
        "application_file/file/kept_equal",
        "Nothing keeps /opt/pay equal on all nodes",
    ),
    "FILE-COLLECTION": Case(
        files("/opt/pay", kept_equal="by HA_scripts"),
        files("/usr/local/ha/", kept_equal="file collection"),
        "application_file/file/kept_equal",
        "No file collection lists anything in /opt/pay",
    ),
    "FILE-PATH": Case(
        files("/opt/pay", file_system="fs"),
        files("/app", file_system="fs"),
        "application_file/file/path",
        "/opt/pay does not lie under /app",
    ),
    "FILE-PLACE": Case(
        files(location=INTERNAL, file_system="fs"),
        files(location=EXTERNAL, file_system="fs", shared=True),
        "application_file/file/location",
        "/app/data is on an internal disk and on /app, which is shared",
    ),
    "FILE-OTHER-GROUP": Case(
        files("/x/data", SOUND.replace(FileSystem(key="fx", mount_point="/x")), file_system="fx"),
        files(file_system="fs"),
        "application_file/file/file_system",
        "/x/data lies on /x, which rg_app does not mount",
    ),
    "SERVICE-NONE": Case(
        SOUND.replace(ApplicationController(key="more", name="app_more")),
        SOUND,
        "application_controller/more/",
        "app_more belongs to no application",
    ),
    "SERVICE-SHARED": Case(
        SOUND.replace(Application(key="other", name="Cards", controllers=("app", "app"))),
        SOUND.replace(Application(key="other", name="Cards")),
        "application_controller/app/",
        "app_main serves Cards and Payments",
    ),
    "SERVICE-INTERACTIVE": Case(
        pay(prompts=True), SOUND, "application/pay/prompts", "Payments waits for input of a person"
    ),
    "SERVICE-BOUND": Case(
        pay(host_bindings="the serial number\nof nodea"),
        pay(host_bindings="None; by label only"),
        "application/pay/host_bindings",
        "Payments is bound to the serial number",
    ),
    "SERVICE-LICENCE": Case(
        pay(licence="bound to the Host ID"),
        pay(licence="a key by host id for both nodes"),
        "application/pay/licence",
        "The licence of Payments speaks of host id, not of every node",
    ),
    "SERVICE-ORDER": Case(
        app(two(), **BACKGROUND),
        custom(app(two(), **BACKGROUND), mode=MonitorMode.BOTH),
        "application_controller/app/startup_mode",
        "app_web starts while app_main, which Payments begins with, may not be up",
    ),
    "SERVICE-CONCURRENT": Case(
        pay(strategy=TakeoverStrategy.CONCURRENT),
        rg(pay(strategy=TakeoverStrategy.CONCURRENT), startup=Startup.OAAN),
        "application/pay/strategy",
        "Payments is planned for concurrent access, but rg_app runs on one node at a time",
    ),
    "SERVICE-STANDBY": Case(
        active("n1", "n2"),
        active("n1"),
        "application/pay/strategy",
        "Payments counts on a standby node, but nodea and nodeb are all active",
    ),
    "SERVICE-MUTUAL": Case(
        pay(strategy=TakeoverStrategy.MUTUAL_TAKEOVER),
        pay(
            SOUND.replace(ResourceGroup(key="g", name="rg_g", nodes=("n2", "n1"))),
            strategy=TakeoverStrategy.MUTUAL_TAKEOVER,
        ),
        "application/pay/strategy",
        "Payments is planned for mutual takeover, but no group starts on nodeb",
    ),
    "MON-UNTESTED": Case(
        custom(tested=False),
        custom(tested=None),
        "application_monitor/mc/tested",
        "app_answers has not been tested",
    ),
    "MON-EARLY": Case(
        app(custom(mode=MonitorMode.BOTH), start_time=61),
        app(custom(mode=MonitorMode.BOTH), start_time=60),
        "application_monitor/mc/stabilization_interval",
        "app_answers looks after 60 s, but app_main takes 61 s to start",
    ),
    "MON-METHOD-TWICE": Case(
        monitored("web"),
        monitored("app"),
        "application_monitor/mc/monitor_method",
        "app_answers and web_answers all call /usr/local/ha/ask_app",
    ),
    "MON-METHOD-START": Case(
        custom(monitor_method="/usr/local/ha/stop_app"),
        SOUND,
        "application_monitor/mc/monitor_method",
        "app_answers calls the stop script of app_main",
    ),
    "MON-CELLS": Case(
        custom(processes="appd"),
        SOUND,
        "application_monitor/mc/processes",
        "app_answers is a custom monitor with settings of a process monitor",
    ),
    "MON-SIGNAL": Case(
        custom(hung_signal=20),
        custom(hung_signal=15),
        "application_monitor/mc/hung_signal",
        "app_answers ends a hung script by signal 20",
    ),
    "MON-NO-RESTART": Case(
        custom(failure_action=FailureAction.NOTIFY, restart_count=0),
        custom(failure_action=FailureAction.NOTIFY, restart_count=None),
        "application_monitor/mc/restart_count",
        "app_answers restarts nothing and only notifies",
    ),
    "MON-FALLOVER": Case(
        rg(fallover=Fallover.BO),
        rg(custom(failure_action=FailureAction.NOTIFY)),
        "application_monitor/mc/failure_action",
        "app_answers asks for a fallover of rg_app, but its policy takes it offline",
        times=2,
    ),
    "MON-SLOW": Case(
        required(4, stabilization_interval=51),
        required(4, stabilization_interval=50),
        "application_monitor/mc/restart_count",
        "app_answers restarts for up to 243 s, but Clearing is to be back within 4 min",
    ),
}  # fmt: skip
EXAMPLES = examples(CASES)
