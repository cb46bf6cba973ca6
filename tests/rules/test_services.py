"""Applications, scripts, files and monitors beside the line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import asked
from tests.rules.builders import DUTIES, edit, emptied, group
from tests.rules.examples_services import (
    BACKGROUND,
    DATA,
    EXTERNAL,
    INTERNAL,
    SOUND,
    active,
    app,
    custom,
    files,
    local,
    monitored,
    pay,
    required,
    rg,
    two,
)
from tests.rules.test_capacity import found, titles
from worksheets.plan.rows.application import Application, TakeoverStrategy
from worksheets.plan.rows.application_controller import ApplicationController, DataLocation
from worksheets.plan.rows.application_file import ApplicationFile, FileKind
from worksheets.plan.rows.application_monitor import (
    ApplicationMonitor,
    FailureAction,
    MonitorMode,
    MonitorType,
)
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.resource_group import Fallover, Startup
from worksheets.rules.catalogue.applications.script_duties import DUTIES as DUTY_RULES
from worksheets.rules.design import Design
from worksheets.rules.finding import Severity
from worksheets.rules.layout import layout_of
from worksheets.rules.paths import paths_in, upwards, within
from worksheets.rules.wording import denies

TEST = Environment.TEST
PATHS = st.lists(st.sampled_from("abc"), max_size=4).map(lambda steps: "/" + "/".join(steps))


def test_every_duty_is_asked_and_judged():
    plan = app(**dict.fromkeys(DUTIES, False))
    told = {item.places[0].column: item for item in asked("SCRIPT-", plan)}
    assert set(told) == set(DUTIES) == {duty.column for duty in DUTY_RULES}
    lighter = {item.rule for item in told.values() if item.severity is Severity.ADVICE}
    assert lighter == {"SCRIPT-HOST", "SCRIPT-LOG"}
    test = edit(plan, ClusterOptions, "cluster", environment=TEST)
    weights = {f.severity for f in asked("SCRIPT-", test)}
    assert weights == {Severity.ADVICE}


def test_open_duties_are_one_advice_for_each_column_and_in_production_only():
    plan = two(**dict.fromkeys(DUTIES, None))
    findings = found("OPEN-DUTIES", plan)
    assert len(findings) == len(DUTIES)
    assert {item.severity for item in findings} == {Severity.ADVICE}
    assert all("for app_web" in item.title for item in findings)
    test = edit(plan, ClusterOptions, "cluster", environment=TEST)
    assert found("OPEN-DUTIES", test) == []


@pytest.mark.parametrize(
    "text", ["", " - ", "None", "none; by label", "nothing at all", "No", "n/a"]
)
def test_words_that_deny(text):
    assert denies(text)


@pytest.mark.parametrize(
    "text", ["serial", "no licence on nodeb", "nonesuch host", "nodea; none else", "CPU id"]
)
def test_words_that_say_something(text):
    assert not denies(text)
    assert titles("SERVICE-BOUND", pay(host_bindings=text)) == [f"Payments is bound to {text}"]
    assert found("APP-BOUND", app(bound_to=text))


def test_long_bindings_are_cut():
    assert titles("SERVICE-BOUND", pay(host_bindings="x" * 80))[0].endswith("x" * 80)
    assert titles("SERVICE-BOUND", pay(host_bindings="x" * 81))[0].endswith("x" * 79 + "…")


@given(PATHS, PATHS)
def test_a_path_lies_under_what_is_met_on_the_way_up(path, directory):
    above = {"", *upwards(path)}
    assert within(path, directory) == (directory.rstrip("/") in above)


def test_paths_are_compared_by_steps():
    assert not within("/appl/x", "/app")
    assert within("/app/", "/app")
    assert list(upwards("/a/b/")) == ["/a/b", "/a"]
    assert list(upwards("/")) == []
    assert paths_in(" /a \n\n/b") == ["/a", "/b"]


@given(PATHS.filter(lambda path: path != "/"), PATHS)
def test_a_script_is_shared_exactly_below_a_shared_mount_point(point, script):
    plan = app(edit(SOUND, FileSystem, "fs", mount_point=point), stop_script=script)
    assert bool(found("APP-SCRIPT-SHARED", plan)) == within(script, point)


def test_the_deepest_shared_file_system_is_named_and_the_root_is_not():
    plan = SOUND.replace(FileSystem(key="f2", mount_point="/app/bin"))
    assert titles("APP-SCRIPT-SHARED", app(plan, stop_script="/app/bin/stop")) == [
        "The stop script of app_main lies on the shared file system /app/bin"
    ]
    root = edit(SOUND, FileSystem, "fs", mount_point="/")
    assert found("APP-SCRIPT-SHARED", root) == []


def test_nodes_without_any_local_file_system_are_not_known():
    assert found("APP-SCRIPT-ONE-NODE", local("n1").without(LocalFileSystem, "n2fs")) == []
    assert found("APP-SCRIPT-ONE-NODE", rg(local("n1"), nodes=("n1",))) == []
    assert found("APP-SCRIPT-ONE-NODE", local("n1", mount_point="/usr/local/hal")) == []
    assert found("APP-SCRIPT-ONE-NODE", local("n1", mount_point="/")) == []
    stray = LocalFileSystem(key="x", name="x", local_volume_group="gone", mount_point="/usr/local")
    assert found("APP-SCRIPT-ONE-NODE", SOUND.replace(stray)) == []
    places = found("APP-SCRIPT-ONE-NODE", local("n2"))[0].places
    assert [place.key for place in places] == ["app", "n1"]


def test_one_script_of_several_controllers_names_the_column():
    plan = two(stop_script="/usr/local/ha/stop_app")
    (finding,) = found("APP-SCRIPT-TWICE", plan)
    assert finding.title == "app_main and app_web have one stop script, /usr/local/ha/stop_app"
    assert [place.column for place in finding.places] == ["stop_script", "stop_script"]


def test_processor_monitor_needs_both_and_nothing_when_off():
    assert titles("APP-CPU-MONITOR", app(cpu_monitor=True, cpu_interval=1)) == [
        "app_main watches processor time, but of no process"
    ]
    assert found("APP-CPU-MONITOR", app(cpu_monitor=False)) == []
    assert len(found("APP-CPU-IDLE", app(cpu_monitor=False, cpu_process="/a"))) == 1
    assert found("APP-CPU-IDLE", app(cpu_monitor=True, cpu_process="/a", cpu_interval=1)) == []
    assert found("APP-CPU-IDLE", app(cpu_monitor=False)) == []


def test_a_collection_without_files_keeps_nothing_equal():
    plan = app(edit(SOUND, FileCollection, "coll", files=" "), location=DataLocation.COLLECTION)
    assert len(found("APP-COLLECTION", plan)) == 1
    assert found("APP-COLLECTION", emptied(SOUND, FileCollection)) == []


@pytest.mark.parametrize(
    ("kind", "location", "told"),
    [
        (FileKind.EXECUTABLES, INTERNAL, True),
        (FileKind.CONFIGURATION, INTERNAL, True),
        (FileKind.LOGS, INTERNAL, False),
        (DATA, INTERNAL, False),
        (FileKind.EXECUTABLES, EXTERNAL, False),
        (None, INTERNAL, False),
    ],
)
def test_programs_and_settings_on_internal_disks_are_kept_equal(kind, location, told):
    plan = files("/opt/pay", kind=kind, location=location)
    assert bool(found("FILE-LOCAL", plan)) is told
    local = app(plan, location=DataLocation.LOCAL)
    assert found("FILE-LOCAL", local) == []
    assert len(found("APP-LOCAL", local)) == 1
    assert bool(found("FILE-DATA-LOCAL", plan)) is (kind is DATA)


def test_listed_files_are_kept_equal_and_directories_by_what_is_below():
    for path in ("/usr/local/ha/start_app", "/usr/local/ha", "/usr/local/"):
        assert found("FILE-LOCAL", files(path, location=INTERNAL)) == []
        assert found("FILE-COLLECTION", files(path, kept_equal="HA_Scripts")) == []
    assert found("FILE-LOCAL", files("/usr/local/h", location=INTERNAL))
    assert found("FILE-COLLECTION", files("/opt", kept_equal="a File Collection"))
    assert found("FILE-COLLECTION", files("/opt", kept_equal="rsync")) == []


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        ({"location": INTERNAL, "shared": True}, "/app/data is shared and on an internal disk"),
        (
            {"location": EXTERNAL, "shared": False, "file_system": "fs"},
            "/app/data is on /app and yet not shared",
        ),
        ({"location": INTERNAL, "shared": False}, None),
        ({"shared": True}, None),
        ({"shared": None, "file_system": "fs"}, None),
        ({"location": EXTERNAL, "shared": False}, None),
    ],
)
def test_a_file_is_in_one_place(cells, title):
    assert titles("FILE-PLACE", files(**cells)) == ([title] if title else [])


def test_a_file_of_no_known_group_or_file_system_is_not_judged():
    assert found("FILE-OTHER-GROUP", files(application="", file_system="fs")) == []
    assert found("FILE-OTHER-GROUP", files(file_system="gone")) == []
    assert found("FILE-PATH", files("/x", file_system="")) == []


def test_a_file_that_is_both_shared_and_local_is_told_once():
    both = files("/opt/pay", kind=FileKind.EXECUTABLES, location=INTERNAL)
    for cells in ({"shared": True}, {"file_system": "fs"}):
        plan = edit(both, ApplicationFile, "file", **cells)
        assert found("FILE-LOCAL", plan) == []
        assert len(found("FILE-PLACE", plan)) == 1
    unowned = edit(both, ApplicationFile, "file", application="")
    assert len(found("FILE-LOCAL", unowned)) == 1


def test_a_group_mounts_what_it_names_or_else_all_it_has():
    extra = (
        LogicalVolume(key="lv2", name="lv2", volume_group="vg"),
        FileSystem(key="f2", mount_point="/two", logical_volume="lv2"),
    )
    plan = SOUND.replace(*extra)
    assert layout_of(Design(plan)).file_systems_of_group["rg"] == {"fs", "f2"}
    named = rg(plan, file_systems=("f2",))
    assert layout_of(Design(named)).file_systems_of_group["rg"] == {"f2"}
    assert found("FILE-OTHER-GROUP", files("/app", named, file_system="fs"))
    assert found("FILE-OTHER-GROUP", files("/two", named, file_system="f2")) == []


def test_controllers_without_any_application_are_one_finding():
    plan = emptied(SOUND, Application)
    assert titles("SERVICE-NONE", plan) == [
        "No application is entered, only application controllers"
    ]
    assert found("SERVICE-NONE", emptied(plan, ApplicationController)) == []
    test = edit(plan, ClusterOptions, "cluster", environment=TEST)
    assert found("SERVICE-NONE", test) == []


def test_prompts_against_the_word_of_the_controller():
    (finding,) = found("SERVICE-INTERACTIVE", pay(prompts=True))
    assert finding.detail == "Its controller says that it asks for nothing."
    assert [place.column for place in finding.places] == ["prompts", "asks_for_input"]
    (finding,) = found("SERVICE-INTERACTIVE", app(pay(prompts=True), asks_for_input=None))
    assert finding.detail == ""
    both = app(pay(prompts=True), asks_for_input=True)
    assert found("SERVICE-INTERACTIVE", both) == []
    assert len(found("APP-INTERACTIVE", both)) == 1


def test_one_rule_speaks_of_what_an_application_is_bound_to():
    both = app(pay(host_bindings="host name", licence="one server"), bound_to="uname")
    assert found("SERVICE-BOUND", both) == []
    assert len(found("APP-BOUND", both)) == 1
    assert len(found("SERVICE-BOUND", app(both, bound_to="none"))) == 1
    assert found("SERVICE-LICENCE", both) == []
    assert len(found("SERVICE-LICENCE", pay(both, host_bindings="none"))) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tied to the serial number", "serial"),
        ("CPU-ID", ""),
        ("node-locked key", "node-locked"),
        ("valid on one server", "one server"),
        ("serial numbers of all nodes", ""),
        ("serial, each node has one", ""),
        ("by processor", ""),
        ("wall clock serial", "serial"),
    ],
)
def test_licences_that_speak_of_one_machine(text, told):
    said = titles("SERVICE-LICENCE", pay(licence=text))
    expected = f"The licence of Payments speaks of {told}, not of every node"
    assert said == ([expected] if told else [])


def test_order_inside_an_application():
    plan = app(two(), **BACKGROUND)
    assert found("SERVICE-ORDER", rg(plan, controllers=("web", "app"))) == []
    assert found("SERVICE-ORDER", pay(plan, controllers=("web", "app"))) == []
    assert found("SERVICE-ORDER", pay(plan, controllers=("app",))) == []
    assert found("SERVICE-ORDER", app(plan, startup_mode=None)) == []
    assert found("SERVICE-ORDER", custom(plan, mode=MonitorMode.STARTUP)) == []
    assert found("SERVICE-ORDER", custom(plan, mode=MonitorMode.LONG_RUNNING))


def test_strategies_against_groups_and_roles():
    everywhere = rg(startup=Startup.OAAN)
    assert titles("SERVICE-CONCURRENT", everywhere) == [
        "Payments is planned for cold standby, but rg_app runs on all nodes"
    ]
    assert found("SERVICE-CONCURRENT", pay(everywhere, strategy=None)) == []
    both = active("n1", "n2")
    third_party = pay(both, strategy=TakeoverStrategy.THIRD_PARTY)
    assert found("SERVICE-STANDBY", third_party)
    assert found("SERVICE-STANDBY", pay(both, strategy=TakeoverStrategy.MUTUAL_TAKEOVER)) == []
    assert found("SERVICE-STANDBY", rg(both, nodes=())) == []
    assert found("SERVICE-STANDBY", rg(both, nodes=("n1",))) == []
    assert found("NODE-STANDBY", both) == found("NODE-STANDBY", third_party) == []
    for strategy in (None, TakeoverStrategy.MUTUAL_TAKEOVER, TakeoverStrategy.CONCURRENT):
        assert found("NODE-STANDBY", pay(both, strategy=strategy)) != []
    assert found("SERVICE-MUTUAL", SOUND) == []


def test_monitors_that_look_early():
    late = {"start_time": 61}
    assert found("MON-EARLY", app(**late)) == []
    assert len(found("MON-EARLY", app(**late, **BACKGROUND))) == 2
    assert len(found("MON-EARLY", app(custom(mode=MonitorMode.STARTUP), **late))) == 1
    unknown = custom(app(**late, **BACKGROUND), stabilization_interval=None)
    assert len(found("MON-EARLY", unknown)) == 1
    assert found("MON-EARLY", app(start_time=None, **BACKGROUND)) == []


@given(st.integers(1, 3600), st.integers(0, 4000))
def test_a_background_start_fits_into_the_stabilization_interval(interval, start):
    plan = custom(app(start_time=start, **BACKGROUND), stabilization_interval=interval)
    early = [f for f in found("MON-EARLY", plan) if f.places[0].key == "mc"]
    assert bool(early) == (start > interval)


def test_monitor_scripts_of_several_monitors():
    assert found("MON-METHOD-TWICE", SOUND) == []
    empty = edit(monitored("web"), ApplicationMonitor, "mc2", monitor_method="")
    assert found("MON-METHOD-TWICE", empty) == []
    process = edit(monitored("web"), ApplicationMonitor, "mc2", type=MonitorType.PROCESS)
    assert found("MON-METHOD-TWICE", process) == []


def test_monitor_script_that_starts():
    start = custom(monitor_method="/usr/local/ha/start_app")
    assert titles("MON-METHOD-START", start) == ["app_answers calls the start script of app_main"]
    assert found("MON-METHOD-START", edit(start, ApplicationMonitor, "mc", controllers=())) == []
    nothing = app(custom(monitor_method=""), start_script="")
    assert found("MON-METHOD-START", nothing) == []
    process = edit(start, ApplicationMonitor, "mc", type=MonitorType.PROCESS)
    assert found("MON-METHOD-START", process) == []


@pytest.mark.parametrize("cells", [{"monitor_interval": 5}, {"hung_signal": 9}])
def test_process_monitors_take_no_cells_of_custom_ones(cells):
    plan = edit(SOUND, ApplicationMonitor, "mp", **cells)
    assert titles("MON-CELLS", plan) == [
        "app_process is a process monitor with settings of a custom monitor"
    ]


def test_signals():
    assert titles("MON-SIGNAL", custom(hung_signal=33)) == [
        "app_answers ends a hung script by signal 33, which does not end it"
    ]
    assert found("MON-SIGNAL", custom(hung_signal=9)) == []
    assert found("MON-SIGNAL", edit(SOUND, ApplicationMonitor, "mp", hung_signal=33)) == []


def test_failures_that_lead_nowhere():
    notify = FailureAction.NOTIFY
    assert found("MON-NO-RESTART", custom(failure_action=notify, restart_count=1)) == []
    assert found("MON-NO-RESTART", custom(restart_count=0)) == []
    offline = rg(fallover=Fallover.BO)
    assert titles("MON-FALLOVER", offline)[0] == (
        "app_answers asks for a fallover of rg_app, but its policy takes it offline"
    )
    assert found("MON-FALLOVER", offline)[0].places[1].column == "fallover"
    assert found("MON-FALLOVER", rg(nodes=("n1",))) == []
    assert found("MON-FALLOVER", rg(offline, startup=Startup.OAAN)) == []
    assert found("MON-FALLOVER", rg(controllers=())) == []


def test_restarts_against_the_recovery_time():
    times = {"stabilization_interval": 50, "restart_count": 3}
    assert found("MON-SLOW", required(None, **times)) == []
    assert len(found("MON-SLOW", required(3, **times))) == 1
    assert len(found("MON-SLOW", required(2, **times))) == 2
    assert found("MON-SLOW", required(0, restart_count=None)) != []
    assert [f.places[0].key for f in found("MON-SLOW", required(0, restart_count=None))] == ["mp"]


def test_applications_of_one_controller_once_each():
    twice = SOUND.replace(Application(key="b", name="Billing", controllers=("app",)), group("g"))
    (finding,) = found("SERVICE-SHARED", twice)
    assert [place.key for place in finding.places] == ["app", "b", "pay"]


def test_files_of_unknown_places_are_left_alone():
    plan = SOUND.replace(ApplicationFile(key="f", path="/"))
    assert asked("FILE-", plan) == []
