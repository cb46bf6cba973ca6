"""Events, notifications, file collections and provisioning beside the line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import SOUND_EVENTS, edit, emptied, sound, two_sites
from tests.rules.examples_capacity import OWNED, more, node
from tests.rules.examples_events import SNAPSHOT, coll, custom, event, method, note, second, slow
from tests.rules.examples_services import app
from tests.rules.test_capacity import found, titles
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController, StartupMode
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_event import ClusterEvent
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.custom_event import CustomEvent
from worksheets.plan.rows.custom_method import CustomMethod
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.monitoring_item import MonitoringItem
from worksheets.plan.rows.node import Node, ProcessorMode
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.remote_notification import NotificationKind, RemoteNotification
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.finding import Severity

SOUND = sound()
EMAIL, SMS = NotificationKind.EMAIL, NotificationKind.SMS
TEXT_PAGE, NUMERIC = NotificationKind.TEXT_PAGE, NotificationKind.NUMERIC_PAGE


def at_test(plan):
    return edit(plan, ClusterOptions, "cluster", environment=Environment.TEST)


def test_recovery_needs_command_and_counter():
    counter = event(recovery_counter=2)
    (finding,) = found("EVENT-RECOVERY", counter)
    assert finding.severity is Severity.ADVICE
    assert finding.title == "node_down_complete has a recovery counter but no recovery command"
    assert finding.places[0].column == "recovery_command"
    command = event(recovery_command="/a", recovery_counter=None)
    assert found("EVENT-RECOVERY", command)[0].severity is Severity.WARNING
    assert found("EVENT-RECOVERY", event(recovery_counter=0)) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"event_command": "/a"},
        {"notify_command": "/a"},
        {"pre_events": ("ce",)},
        {"post_events": ("ce",)},
        {"recovery_command": "/a"},
        {"time_until_warning": 60},
    ],
)
def test_any_of_these_makes_an_event_do_something(cells):
    assert found("EVENT-NO-EFFECT", event(**cells)) == []


def test_custom_events_run_before_or_after():
    assert found("EVENT-IDLE", custom()) == []
    assert found("EVENT-DOCUMENTED", custom(documented_only=True)) == []
    assert found("EVENT-DOCUMENTED", at_test(custom(documented_only=False)))[0].severity is (
        Severity.ADVICE
    )


@given(st.integers(0, 2000), st.integers(0, 900), st.integers(0, 900))
def test_a_start_is_held_against_both_times_of_the_cluster(start, event_time, group_time):
    plan = slow(start, max_event_time=event_time, max_rg_processing_time=group_time)
    assert bool(found("EVENT-LIMIT", plan)) == (start > event_time + group_time)


def test_what_a_group_waits_for_is_added_up():
    background = app(slow(400), startup_mode=StartupMode.BACKGROUND)
    assert found("EVENT-LIMIT", background) == []
    delayed = more(slow(300, OWNED), delay=61)
    (finding,) = found("EVENT-LIMIT", delayed)
    assert finding.title == "rg_app takes 361 s to start; PowerHA warns after 360 s"
    assert "180 s and 180 s where they are not entered" in finding.detail
    assert [place.column for place in finding.places] == ["controllers", "max_event_time"]
    assert found("EVENT-LIMIT", more(slow(300, OWNED), delay=60)) == []
    assert found("EVENT-LIMIT", more(slow(361, OWNED), delay=None))
    assert titles("EVENT-LIMIT", slow(500, max_event_time=100)) == [
        "rg_app takes 500 s to start; PowerHA warns after 280 s"
    ]
    assert titles("EVENT-LIMIT", slow(500, max_rg_processing_time=0)) == [
        "rg_app takes 500 s to start; PowerHA warns after 180 s"
    ]


def test_only_events_that_start_groups_wait_for_starts():
    other = event(slow(91), event="network_down", time_until_warning=90)
    assert found("EVENT-TIME", other) == []
    assert found("EVENT-TIME", event(slow(91), event="rg_move")) == []
    nobody = emptied(other, ResourceGroup)
    assert found("EVENT-TIME", event(nobody, event="rg_move", time_until_warning=0)) == []
    two = slow(91).replace(
        ApplicationController(
            key="web", name="web", start_time=95, startup_mode=StartupMode.FOREGROUND
        ),
        ResourceGroup(key="a", name="rg_web", controllers=("web",)),
    )
    assert titles("EVENT-TIME", event(two, event="rg_move", time_until_warning=90)) == [
        "rg_move warns after 90 s, but rg_web takes 95 s to start"
    ]


def test_one_rule_says_that_nobody_is_told():
    silent = emptied(SOUND, RemoteNotification)
    (finding,) = found("NOTIFY-NONE", silent)
    assert finding.severity is Severity.ADVICE
    assert found("NOTIFY-NONE", at_test(silent)) == []
    watched = edit(silent, ClusterOptions, "cluster", alerts=" ")
    assert found("NOTIFY-NONE", watched) != []
    assert found("RUN-ALERTS", watched) == []
    nobody = emptied(watched, MonitoringItem)
    assert found("NOTIFY-NONE", nobody) == []
    (finding,) = found("RUN-ALERTS", nobody)
    assert finding.severity is Severity.WARNING
    asked = nobody.replace(ClusterEvent(key="e", event="node_down", notify_command="/ha/tell"))
    assert found("RUN-ALERTS", asked) == []
    assert found("NOTIFY-NONE", edit(asked, ClusterOptions, "cluster", alerts="SMS")) == []
    told = edit(SOUND, ClusterOptions, "cluster", alerts="")
    assert found("RUN-ALERTS", emptied(told, MonitoringItem)) == []
    assert found("NOTIFY-UNTOLD", silent) == []


@pytest.mark.parametrize(
    ("dropped", "words"),
    [
        ("node_down_complete", "the loss of a node"),
        ("network_down", "the loss of a network"),
        ("rg_move", "the move or loss of a group"),
        ("server_down", "the failure of an application"),
        ("event_error", "an event that failed or hangs"),
        ("site_down", "the loss of a site"),
    ],
)
def test_every_kind_of_failure_is_told(dropped, words):
    rest = ", ".join(name for name in SOUND_EVENTS if name != dropped)
    plan = edit(two_sites(), RemoteNotification, "note", events=rest)
    (finding,) = found("NOTIFY-UNTOLD", plan)
    assert finding.title == f"Nobody is told about {words}"
    assert dropped in finding.detail
    command = event(plan, event=dropped, notify_command="/usr/local/ha/tell")
    assert found("NOTIFY-UNTOLD", command) == []
    only_one_site = note(events=rest)
    assert bool(found("NOTIFY-UNTOLD", only_one_site)) is (dropped != "site_down")


@pytest.mark.parametrize(
    ("kind", "contact", "fits"),
    [
        (EMAIL, "ops@bank.example", True),
        (EMAIL, "+49 30 1234", False),
        (EMAIL, "@bank", False),
        (SMS, "+49 (30) 12-34", True),
        (SMS, "4917@gateway.example", True),
        (SMS, "Ada", False),
        (NUMERIC, "0049*123#", True),
        (NUMERIC, "ops@bank.example", False),
        (TEXT_PAGE, "12a", False),
        (TEXT_PAGE, "+ ()", False),
        (None, "whoever", True),
    ],
)
def test_addresses_fit_the_kind(kind, contact, fits):
    assert bool(found("NOTIFY-ADDRESS", note(kind=kind, contacts=contact))) is not fits


@given(st.from_regex(r"\+[0-9]{1,15}", fullmatch=True))
def test_any_number_can_be_called(number):
    assert found("NOTIFY-ADDRESS", note(contacts=number)) == []


def test_people_need_the_channel_of_the_message():
    plan = edit(SOUND, Administrator, "ada", contact=" ", email="ada@example.com")
    unknown = edit(plan, Administrator, "ada", email=" ")
    assert titles("NOTIFY-CHANNEL", unknown) == []
    assert titles("NOTIFY-CHANNEL", plan) == ["sms_duty is for Ada, of whom no number is entered"]
    assert found("NOTIFY-CHANNEL", edit(plan, RemoteNotification, "note", kind=None)) == []
    assert len(found("NOTIFY-CHANNEL", note(kind=EMAIL))) == 2
    assert found("NOTIFY-CHANNEL", note(plan, kind=EMAIL)) != []


def test_one_person_or_node_is_too_few():
    assert found("NOTIFY-ONE-PERSON", note(people=())) == []
    assert found("NOTIFY-ONE-PERSON", note(people=("ada",)))
    assert found("NOTIFY-ONE-NODE", note(nodes=())) == []
    alone = note(SOUND.without(Node, "n1"), nodes=("n2",))
    assert found("NOTIFY-ONE-NODE", alone) == []
    assert found("NOTIFY-PAGE-NODES", note(kind=NUMERIC))
    assert found("NOTIFY-PAGE-NODES", note(kind=EMAIL)) == []
    assert titles("NOTIFY-INCOMPLETE", note(message_file="")) == ["sms_duty has no message file"]


SCRIPT_CELLS = [
    (ApplicationController(key="x", name="x", start_script="/s"), "start_script"),
    (ApplicationController(key="x", name="x", stop_script="/s"), "stop_script"),
    (ApplicationMonitor(key="x", name="x", monitor_method="/s"), "monitor_method"),
    (ApplicationMonitor(key="x", name="x", notify_method="/s"), "notify_method"),
    (ApplicationMonitor(key="x", name="x", cleanup_method="/s"), "cleanup_method"),
    (ApplicationMonitor(key="x", name="x", restart_method="/s"), "restart_method"),
    (ClusterEvent(key="x", event="x", event_command="/s"), "event_command"),
    (ClusterEvent(key="x", event="x", notify_command="/s"), "notify_command"),
    (ClusterEvent(key="x", event="x", recovery_command="/s"), "recovery_command"),
    (CustomEvent(key="x", name="x", script="/s"), "script"),
    (CustomMethod(key="x", name="x", script="/s"), "script"),
    (ResourceGroup(key="x", name="x", node_priority_script="/s"), "node_priority_script"),
]


@pytest.mark.parametrize(("row", "column"), SCRIPT_CELLS)
def test_scripts_of_every_worksheet_belong_in_a_collection(row, column):
    (finding,) = found("COLL-SCRIPT", SOUND.replace(row))
    assert (finding.places[0].sheet, finding.places[0].column) == (row.slug, column)
    assert finding.title == "No file collection has /s of x"
    assert finding.severity is Severity.ADVICE
    listed = coll(SOUND.replace(row), files=f"{SOUND.rows(FileCollection)[0].files}\n/s")
    assert found("COLL-SCRIPT", listed) == []


def test_without_any_collection_one_finding_is_enough():
    bare = emptied(SOUND, FileCollection)
    assert len(found("COLL-NONE", bare)) == 1
    assert found("COLL-SCRIPT", bare) == []
    assert found("COLL-NONE", at_test(bare)) == []
    no_scripts = emptied(bare, ApplicationController, ApplicationMonitor)
    assert found("COLL-NONE", no_scripts) == []


def test_a_named_collection_has_the_script():
    plan = custom(script="/x", file_collection="coll")
    assert titles("COLL-NAMED", plan) == ["HA_Scripts does not have /x of ev_save"]
    assert found("COLL-NAMED", custom(script="", file_collection="coll")) == []
    assert found("COLL-NAMED", custom(script="/x")) == []
    all_of_them = edit(plan, FileCollection, "coll", name="HACMP_Files")
    assert found("COLL-NAMED", all_of_them) == []


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/dev/null", "which belongs to one node"),
        ("/proc/1/x", "which belongs to one node"),
        ("/etc/a?", "which is a pattern"),
        ("/etc/[ab]", "which is a pattern"),
        ("/etc/ha/", "which is a directory"),
        ("/etc/dev/x", ""),
    ],
)
def test_plain_files_only(path, why):
    said = titles("COLL-FILE", second(files=path))
    assert said == ([f"Other_Files lists {path}, {why}"] if why else [])


def test_collections_are_sent_in_one_way_at_least():
    assert found("COLL-OFF", SOUND) == []
    assert found("COLL-OFF", coll(sync_with_cluster=False, sync_when_changed=True)) == []
    assert found("COLL-OFF", coll(sync_with_cluster=False, sync_when_changed=None)) == []


@given(st.integers(0, 3000))
def test_the_check_interval_has_two_ends(minutes):
    wrong = not 10 <= minutes <= 1440
    assert bool(found("COLL-INTERVAL", coll(check_interval=minutes))) == wrong


def test_the_interval_of_the_cluster_is_held_to_the_same():
    plan = slow(0, fc_sync_interval=9)
    (finding,) = found("COLL-INTERVAL", plan)
    assert finding.title == "pay_cluster looks for changed files every 9 min"
    assert finding.places[0].column == "fc_sync_interval"
    assert found("COLL-INTERVALS", plan) == []
    pair = coll(second(check_interval=20), check_interval=30)
    assert [place.key for place in found("COLL-INTERVALS", pair)[0].places] == ["coll", "coll2"]
    assert found("COLL-INTERVALS", coll(second(check_interval=30), check_interval=30)) == []


def test_methods_at_night():
    assert titles("METHOD-NIGHTLY", method(nightly=None)) == ["chk_app is not said to run at night"]
    off = edit(method(), ClusterOptions, "cluster", daily_verification=False)
    assert titles("METHOD-NIGHTLY-IDLE", off) == [
        "chk_app is to run nightly, but the daily verification is off"
    ]
    unknown = edit(method(), ClusterOptions, "cluster", daily_verification=None)
    assert found("METHOD-NIGHTLY-IDLE", unknown) == []
    assert found("METHOD-NIGHTLY-IDLE", edit(off, CustomMethod, "me", nightly=False)) == []
    assert len(found("METHOD-NIGHTLY-IDLE", method(off, type=SNAPSHOT))) == 1


def test_an_open_question_about_the_key_is_advice():
    (finding,) = found("PROV-KEY", more(cod_agreement=True))
    assert finding.severity is Severity.ADVICE
    assert finding.title.endswith("nobody has said whether its key is entered")
    assert found("PROV-KEY", more(cod_agreement=True, activation_key=False))[0].severity is (
        Severity.WARNING
    )
    assert found("PROV-KEY", more(activation_key=False)) == []


def test_provisioning_without_controller_or_frame():
    plan = more(controller="", names_agree=False)
    assert titles("PROV-IDLE", plan) == ["A row without controller adds nothing"]
    assert titles("PROV-NAMES", plan) == [
        "Partition, host and node names do not agree for A row without controller"
    ]
    assert found("PROV-HMC", node("n1", node("n2", more(SOUND), frame=""), frame="")) == []
    assert found("PROV-HMC", edit(more(), Frame, "f2", hmcs=()))[0].title == (
        "app_main is to get more on nodeb, but frame2 has no HMC"
    )


def test_host_names_agree_too():
    plan = node("n1", more(), host_name="alpha")
    assert titles("PROV-NAMES", plan) == [
        "The host of nodea is called alpha, and app_main gets its resources by the node's name"
    ]
    assert found("PROV-NAMES", node("n1", host_name="alpha")) == []


def test_desired_and_optimal_values_exclude_each_other():
    (finding,) = found("PROV-VALUES", more(use_desired=True))
    assert finding.severity is Severity.ADVICE
    assert finding.title == "app_main uses desired values; its optimal ones have no effect"
    assert [place.column for place in finding.places] == ["use_desired", "optimal_memory"]
    assert found("PROV-VALUES", more(use_desired=True, optimal_memory=None)) == []
    assert found("PROV-VALUES", more(optimal_memory=None, optimal_units="1")) == []


@given(st.integers(1, 2000), st.integers(0, 25))
def test_virtual_processors_hold_the_units(hundredths, processors):
    plan = more(optimal_units=f"{hundredths / 100:.2f}", optimal_virtual_cpus=processors)
    assert bool(found("PROV-VIRTUAL", plan)) == (processors * 100 < hundredths)


@pytest.mark.parametrize(
    ("column", "value", "mode", "words"),
    [
        ("optimal_cpus", 2, ProcessorMode.UNCAPPED, "dedicated processors on a shared partition"),
        ("optimal_virtual_cpus", 2, ProcessorMode.DEDICATED, "virtual processors on a dedicated"),
        ("optimal_cpus", 2, ProcessorMode.DEDICATED, ""),
        ("optimal_virtual_cpus", 2, ProcessorMode.CAPPED, ""),
        ("optimal_cpus", 0, ProcessorMode.CAPPED, ""),
        ("optimal_cpus", 2, None, ""),
    ],
)
def test_processors_are_of_the_kind_of_the_partition(column, value, mode, words):
    said = titles("PROV-KIND", node("n2", more(**{column: value}), processor_mode=mode))
    assert bool(said) is bool(words)
    assert not said or (words in said[0] and said[0].endswith(", nodeb"))


def test_starting_anyway_needs_no_reason():
    assert found("PROV-SHORT", more(start_anyway=None)) == []
    assert found("PROV-SHORT", more(start_anyway=True)) == []


def test_rows_of_provisioning_for_one_controller():
    plan = more(more(), key="again")
    (finding,) = found("PROV-TWICE", plan)
    assert [place.key for place in finding.places] == ["again", "more"]
    assert found("PROV-TWICE", plan.without(Provisioning, "more")) == []
