"""Requirements, today's environment, levels and local storage beside their examples."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, edit_all, emptied, group, sound, two_sites
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_controller import ApplicationController, StartupMode
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.current_system import CurrentSystem, Fate, SystemKind
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.glvm_volume_group import GlvmMode, GlvmVolumeGroup
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.maintenance_task import MaintenanceTask, TaskKind
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.replication import Replication, ReplicationMode
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import Fallover, ResourceGroup, Startup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.software_level import InstallState, SoftwareLevel
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.judge import judge
from worksheets.rules.layout import Layout
from worksheets.rules.limits import (
    OLDEST_AIX_FOR,
    OLDEST_POWERHA_FOR,
    limits_of,
    oldest_for,
)
from worksheets.rules.promises import minutes_allowed, share_promised, tightest
from worksheets.rules.takeover_time import detection_time, start_time

SOUND, SITES = sound(), two_sites()


def req(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Requirement, "req", **cells)


def options(**cells: Any) -> Plan:
    return edit(SOUND, ClusterOptions, "cluster", **cells)


def controller(key: str, **cells: Any) -> ApplicationController:
    return ApplicationController(key=key, name=f"app_{key}", **cells)


def columns(rule_id: str, plan: Plan) -> list[str]:
    return sorted(item.places[0].column for item in found(rule_id, plan))


def only(rule_id: str, plan: Plan) -> Finding:
    (item,) = found(rule_id, plan)
    return item


# What a promise says


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("99.95% a year", 263),
        ("99.95%", 263),
        ("99,5 % per quarter", 657),
        ("99.99% a month", 5),
        ("99% of each WEEK", 101),
        ("99.9% a day", 2),
        ("100% a year", 0),
        ("120% a year", 0),
        ("0% a day", 1440),
        ("high", None),
        ("99.9", None),
        ("", None),
    ],
)
def test_availability_leaves_minutes(text, minutes):
    assert minutes_allowed(text) == minutes


@given(st.integers(0, 100_000), st.sampled_from(["year", "quarter", "month", "week", "day"]))
def test_minutes_are_the_share_of_the_period_that_is_not_promised(thousandths, period):
    share = Fraction(thousandths, 1000)
    text = f"{thousandths // 1000}.{thousandths % 1000:03}% a {period}"
    assert share_promised(text) == share
    whole = {"year": 525_600, "quarter": 131_400, "month": 43_800, "week": 10_080, "day": 1_440}
    left = minutes_allowed(text)
    assert left is not None
    assert 0 <= left - whole[period] * (1 - share / 100) < 1


def test_the_tightest_requirement_is_the_smallest_figure_then_the_first_key():
    rows = [
        Requirement(key=key, name=key, rto=rto)
        for key, rto in (("c", 5), ("b", 4), ("a", None), ("d", 4), ("z", 0))
    ]
    row, value = tightest(Plan(rows[:4]), "rto")  # type: ignore[misc]
    assert (row.key, value) == ("b", 4)
    assert tightest(Plan(rows), "rto")[1] == 0  # type: ignore[index]
    assert tightest(Plan(rows), "rpo") is None
    assert tightest(Plan(), "rto") is None


def test_an_outage_that_just_uses_up_the_promise_fits():
    assert not found("REQ-AVAILABILITY", req(availability="99.99% a month", outage=5))
    assert found("REQ-AVAILABILITY", req(availability="99.99% a month", outage=6))
    assert not found("REQ-AVAILABILITY", req(availability="99.99% a month", outage=None))
    assert not found("REQ-AVAILABILITY", req(availability="high"))


def test_only_a_hundred_percent_is_absolute():
    assert columns("REQ-ABSOLUTE", req(availability="100 % a year")) == ["availability"]
    assert columns("REQ-ABSOLUTE", req(availability="99.999%")) == []
    assert columns("REQ-ABSOLUTE", req(availability="high", longer_outage=0)) == ["longer_outage"]
    assert columns("REQ-ABSOLUTE", req(longer_outage=None)) == []


@pytest.mark.parametrize(
    ("cells", "severity"),
    [
        ({"longer_outage": 0}, Severity.WARNING),
        ({"longer_outage": None}, Severity.ADVICE),
        ({"longer_outage": 1}, None),
        ({"longer_outage": 0, "rto": 15}, None),
        ({"longer_outage": 0, "rto": 16}, Severity.WARNING),
        ({"longer_outage": 0, "rto": None}, None),
        ({"longer_outage": 0, "outage": None}, None),
    ],
)
def test_recovery_beyond_the_tolerated_outage(cells, severity):
    told = [item.severity for item in found("REQ-RECOVERY", req(**cells))]
    assert told == ([severity] if severity else [])


def test_recovery_that_nobody_accepted_says_so():
    assert "nobody has accepted that" in only("REQ-RECOVERY", req(longer_outage=None)).title


def test_groups_are_missed_only_when_some_requirement_names_groups():
    stray = SOUND.replace(group("g1", controllers=("app",)))
    assert found("REQ-UNSERVED", stray)
    assert not found("REQ-UNSERVED", req(stray, groups=()))
    assert not found("REQ-UNSERVED", emptied(stray, Requirement))


def test_cost_of_nothing_needs_a_currency_too():
    assert found("REQ-CURRENCY", req(cost=0, currency=""))
    assert not found("REQ-CURRENCY", req(cost=0, currency="EUR"))


# Times of a takeover


@pytest.mark.parametrize(
    ("cells", "seconds"),
    [
        ({}, 30),
        ({"heartbeat_frequency": 0, "grace_period": 0}, 30),
        ({"heartbeat_frequency": 60}, 70),
        ({"grace_period": 20}, 40),
        ({"heartbeat_frequency": 45, "grace_period": 15}, 60),
    ],
)
def test_detection_adds_both_times(cells, seconds):
    assert detection_time(options(**cells)) == seconds


def test_start_scripts_in_the_foreground_run_one_after_the_other():
    plan = Plan(
        [
            controller("a", start_time=10, startup_mode=StartupMode.FOREGROUND),
            controller("b", start_time=20, startup_mode=StartupMode.FOREGROUND),
            controller("c", start_time=7, startup_mode=StartupMode.BACKGROUND),
            controller("d", start_time=9),
            controller("e"),
            ApplicationMonitor(key="m", name="m", controllers=("e",), stabilization_interval=5),
            ApplicationMonitor(key="n", name="n", controllers=("d",), stabilization_interval=8),
            ApplicationMonitor(key="o", name="o", controllers=("e",)),
        ]
    )
    layout = Layout(plan)

    def seconds(*keys: str) -> int:
        return start_time(layout, ResourceGroup(key="g", name="g", controllers=keys))

    assert seconds() == 0
    assert seconds("a", "b") == 30
    assert seconds("a", "b", "c", "d", "gone") == 39
    assert seconds("c") == 7
    assert seconds("e") == 5
    assert seconds("d", "e") == 9


@given(outage=st.integers(0, 40), rto=st.integers(0, 40), start=st.integers(0, 1500))
def test_takeover_is_told_exactly_when_it_takes_longer_than_the_smaller_figure(outage, rto, start):
    plan = edit(SOUND, ApplicationController, "app", start_time=start)
    plan = edit_all(plan, ApplicationMonitor, stabilization_interval=None)
    told = found("REQ-TAKEOVER", req(plan, outage=outage, rto=rto))
    assert bool(told) == (30 + start > 60 * min(outage, rto))
    if told:
        assert told[0].places[0].column == ("rto" if rto < outage else "outage")
        assert f"at least {30 + start} s" in told[0].title
        assert told[0].detail.startswith(f"30 s pass until a failed node is believed dead, {start}")
        assert told[0].about == "rg"


def test_takeover_needs_a_figure_and_a_group_that_moves():
    slow = edit(SOUND, ApplicationController, "app", start_time=9000)
    assert found("REQ-TAKEOVER", req(slow, outage=None))
    assert found("REQ-TAKEOVER", req(slow, rto=None))
    assert not found("REQ-TAKEOVER", req(slow, outage=None, rto=None))
    everywhere = edit(slow, ResourceGroup, "rg", startup=Startup.OAAN, fallover=Fallover.BO)
    assert not found("REQ-TAKEOVER", everywhere)
    assert not found("REQ-TAKEOVER", req(slow, groups=("gone",)))


def test_each_group_of_a_requirement_is_told_once():
    slow = edit(SOUND, ApplicationController, "app", start_time=9000)
    slow = slow.replace(group("g1", controllers=("app",)))
    told = found("REQ-TAKEOVER", req(slow, groups=("rg", "g1", "rg")))
    assert sorted(item.about for item in told) == ["g1", "rg"]


# Loss of data and of a site


def _copied(mode: ReplicationMode | None, lag: int | None, **cells: Any) -> Plan:
    copy = Replication(key="pprc", name="pprc_app", mode=mode, lag=lag)
    return req(edit(SOUND, ResourceGroup, "rg", replications=("pprc",)).replace(copy), **cells)


@pytest.mark.parametrize(
    ("mode", "lag", "rpo", "times"),
    [
        (ReplicationMode.ASYNC, None, 0, 1),
        (ReplicationMode.ASYNC, 0, 0, 1),
        (ReplicationMode.ASYNC, None, 5, 0),
        (ReplicationMode.ASYNC, 300, 5, 0),
        (ReplicationMode.ASYNC, 301, 5, 1),
        (ReplicationMode.ASYNC, 301, None, 0),
        (ReplicationMode.SYNC, 301, 0, 0),
        (None, 301, 0, 0),
    ],
)
def test_loss_of_data_by_a_late_copy(mode, lag, rpo, times):
    assert len(found("REQ-DATA-LOSS", _copied(mode, lag, rpo=rpo))) == times


def test_loss_of_data_names_the_copy_of_each_kind():
    mirror = GlvmVolumeGroup(key="gm", volume_group="vg", mode=GlvmMode.ASYNC)
    other = GlvmVolumeGroup(key="go", volume_group="other", mode=GlvmMode.ASYNC)
    told = only("REQ-DATA-LOSS", SOUND.replace(mirror, other))
    assert told.title == (
        "Payments may lose 0 min of work, but the copy vg_app may miss the latest data"
    )
    assert told.about == "glvm_volume_group/gm"
    assert told.places[1].column == "mode"
    assert not found("REQ-DATA-LOSS", SOUND.replace(other))
    synchronous = GlvmVolumeGroup(key="gm", volume_group="vg", mode=GlvmMode.SYNC)
    assert not found("REQ-DATA-LOSS", SOUND.replace(synchronous))


def test_a_service_that_survives_its_site_needs_a_second_site():
    told = only("REQ-SITE", req(site_loss=True))
    assert told.title == "Payments shall survive its site, but no second site is planned"
    assert not found("REQ-SITE", req(site_loss=None))
    assert not found("REQ-SITE", req(site_loss=False))
    here = edit(SITES, ResourceGroup, "rg", nodes=("n1",))
    assert not found("REQ-SITE", req(here, site_loss=False))
    unknown = edit(req(here, site_loss=True), Rack, "r1", site="")
    assert not found("REQ-SITE", unknown)
    assert not found("REQ-SITE", req(edit(here, ResourceGroup, "rg", nodes=()), site_loss=True))


def test_data_on_one_site_are_told_unless_they_are_copied():
    here = req(edit(SITES, Disk, "d2", storage_unit="u1"), site_loss=True)
    assert only("REQ-SITE-DATA", here).about == "rg/vg"
    assert not found("REQ-SITE-DATA", req(here, site_loss=False))
    assert not found("REQ-SITE-DATA", here.replace(GlvmVolumeGroup(key="g", volume_group="vg")))
    assert not found("REQ-SITE-DATA", edit(here, ResourceGroup, "rg", replications=("x",)))
    assert not found("REQ-SITE-DATA", edit(here, Disk, "d2", storage_unit=""))
    assert not found("REQ-SITE-DATA", edit_all(here, Disk, storage_unit=""))
    assert not found("REQ-SITE-DATA", here.without(Site, "s2"))
    assert not found("REQ-SITE-DATA", edit_all(here, Disk, volume_group=""))
    other = GlvmVolumeGroup(key="g", volume_group="other")
    assert found("REQ-SITE-DATA", here.replace(other))


# Today's environment


@pytest.mark.parametrize("text", ["none", "None.", " - ", "n/a", "nothing", "NO", ""])
def test_words_for_no_weakness(text):
    assert not found(
        "TODAY-WEAKNESS", edit(SOUND, CurrentSystem, "t_place", weakness=text, fate=Fate.KEEP)
    )


def test_a_weakness_is_told_with_its_words_until_somebody_accepts_it():
    plan = edit(SOUND, CurrentSystem, "t_place", weakness=" by the river ", fate=Fate.KEEP)
    assert only("TODAY-WEAKNESS", plan).detail == "by the river"
    assert not found(
        "TODAY-WEAKNESS", edit(plan, CurrentSystem, "t_place", rationale="Accepted by Ada.")
    )
    assert not found("TODAY-WEAKNESS", edit(plan, CurrentSystem, "t_place", fate=Fate.CHANGE))
    assert not found("TODAY-WEAKNESS", edit(plan, CurrentSystem, "t_place", fate=None))


def test_an_open_protection_is_not_the_same_as_none():
    plan = edit(SOUND, CurrentSystem, "t_place", protection="")
    assert not found("TODAY-UNPROTECTED", plan)
    assert columns("OPEN-TODAY", plan) == ["protection"]
    assert not found("TODAY-SUCCESSOR", edit(SOUND, CurrentSystem, "t_place", fate=Fate.RETIRE))


@given(st.sets(st.sampled_from(list(SystemKind)), min_size=1))
def test_kinds_nobody_looked_at_are_those_without_a_row(kinds):
    plan = Plan(CurrentSystem(key=kind.value, name=kind.value, kind=kind) for kind in kinds)
    missing = [kind.label for kind in SystemKind if kind not in kinds]
    told = [item.title for item in found("TODAY-KINDS", plan)]
    expected = f"Today's environment has no row for: {'; '.join(missing)}"
    assert told == ([expected] if missing else [])


# Levels


@pytest.mark.parametrize(
    ("aix", "powerha", "says"),
    [
        ("7100-05-09", "7.2.8", "PowerHA 7.2.8 needs AIX 7.2 or later, which nodea has not"),
        ("6100-09", "7.2.1", "PowerHA 7.2.1 needs AIX 7.1 or later, which nodea has not"),
        ("5300-12", "7.1.3", "PowerHA 7.1.3 needs AIX 6.1 or later, which nodea has not"),
        ("7300-00", "7.2.4 SP2", "AIX 7300-00 needs PowerHA 7.2.5 or later, which nodea has not"),
        ("7200-05", "7.1.2", "AIX 7200-05 needs PowerHA 7.1.3 or later, which nodea has not"),
        ("6100-09", "7.2.0", ""),
        ("7200-05", "7.1.3", ""),
        ("7300-02", "7.2.5", ""),
        ("7300-02", "7.2", ""),
        ("7", "7.2.8", ""),
        ("", "7.2.8", ""),
        ("7300-02", "", ""),
        ("newest", "newest", ""),
    ],
)
def test_levels_that_go_together(aix, powerha, says):
    plan = Plan([Node(key="n1", name="nodea", aix_level=aix, powerha_level=powerha)])
    assert [item.title for item in found("LEVEL-PAIR", plan)] == ([says] if says else [])


@given(st.tuples(st.integers(5, 8), st.integers(0, 4), st.integers(0, 9)))
def test_a_newer_release_never_needs_less(release):
    for table in (OLDEST_AIX_FOR, OLDEST_POWERHA_FOR):
        assert oldest_for(table, release) <= oldest_for(table, (*release[:2], release[2] + 1))
        assert list(table) == sorted(table)
    assert oldest_for(OLDEST_AIX_FOR, ()) == ()
    assert limits_of(Plan()).nodes == 16


def _frames(firmware: tuple[str, str], **cells: Any) -> Plan:
    plan = edit_all(SOUND, Frame, model="9080-HEX")
    for key, level in zip(("f1", "f2"), firmware, strict=True):
        plan = edit(plan, Frame, key, firmware=level)
    return edit(plan, Frame, "f2", **cells)


def test_firmware_is_compared_among_frames_of_one_model_that_hold_nodes():
    assert found("LEVEL-FIRMWARE", _frames(("1030", "1050"), model=" 9080-hex"))
    assert not found("LEVEL-FIRMWARE", _frames(("1030", "1050"), model="9105-42A"))
    assert not found("LEVEL-FIRMWARE", edit_all(_frames(("1030", "1050")), Frame, model=" "))
    assert not found("LEVEL-FIRMWARE", _frames(("1030", "")))
    assert not found("LEVEL-FIRMWARE", edit(_frames(("1030", "1050")), Node, "n2", frame="f1"))


# Software


def software(*rows: tuple[str, dict[str, Any]]) -> Plan:
    """The sound design with these rows of software in place of its own."""
    added = [
        SoftwareLevel(key=f"k{number}", node=node, **{"product": "Java", **cells})
        for number, (node, cells) in enumerate(rows)
    ]
    return emptied(SOUND, SoftwareLevel).replace(*added)


def test_of_three_levels_the_usual_one_is_right_and_of_two_the_higher():
    three = SOUND.replace(Node(key="n3", name="nodec"))
    plan = emptied(three, SoftwareLevel).replace(
        *(
            SoftwareLevel(key=f"j{n}", node=f"n{n}", product="Java", level=text)
            for n, text in ((1, "8.0.9"), (2, "8.0.9"), (3, "8.0.10"))
        )
    )
    assert only("SOFT-LEVEL", plan).title == "nodec has Java 8.0.10, others have 8.0.9"
    two = software(("n1", {"level": "8.0.9"}), ("n2", {"level": "8.0.10"}))
    assert only("SOFT-LEVEL", two).title == "nodea has Java 8.0.9, others have 8.0.10"


def test_open_levels_and_unknown_nodes_are_not_compared():
    assert not found("SOFT-LEVEL", software(("n1", {"level": "8"}), ("n2", {"level": " "})))
    assert not found("SOFT-LEVEL", software(("n1", {"level": "8"}), ("gone", {"level": "9"})))
    assert not found("SOFT-LEVEL", software(("n1", {"level": "8"}), ("", {"level": "9"})))
    rows = (("n1", {"level": "8", "product": " "}), ("n2", {"level": "9", "product": ""}))
    assert not found("SOFT-LEVEL", software(*rows))
    rows = (("n1", {"level": "8"}), ("n2", {"level": "9", "product": "Db2"}))
    assert not found("SOFT-LEVEL", software(*rows))


def test_fixes_are_compared_where_the_levels_are_equal():
    plan = software(("n1", {"level": "8", "fixes": "IJ1"}), ("n2", {"level": "8", "fixes": "none"}))
    assert only("SOFT-FIXES", plan).title == "nodeb lacks IJ1 for Java, which another node has"
    assert not found(
        "SOFT-FIXES",
        software(
            ("n1", {"level": "8", "fixes": "IJ1 IJ2"}), ("n2", {"level": "8", "fixes": "IJ2,IJ1"})
        ),
    )
    assert not found(
        "SOFT-FIXES", software(("n1", {"level": "8", "fixes": "IJ1"}), ("n2", {"level": "9"}))
    )
    assert (
        len(found("SOFT-FIXES", software(("n1", {"fixes": "IJ1"}), ("n2", {"fixes": "IJ2"})))) == 2
    )


def test_a_product_is_missed_on_nodes_that_share_a_group_only():
    third = SOUND.replace(Node(key="n3", name="nodec"))
    assert not found("SOFT-MISSING", third)
    shared = edit(third, ResourceGroup, "rg", nodes=("n1", "n2", "n3"))
    told = only("SOFT-MISSING", shared)
    assert told.title == "RSCT is entered for other nodes, not for nodec"
    assert told.places[0].key == "rsct_n1"
    assert not found("SOFT-MISSING", edit(third, ResourceGroup, "rg", nodes=("n1", "n2", "gone")))


@given(st.permutations(["n1", "n2"]), st.sampled_from(["Java", "JAVA", " java "]))
def test_products_are_the_same_however_they_are_written(nodes, other):
    plan = software((nodes[0], {"level": "8"}), (nodes[1], {"level": "9", "product": other}))
    assert len(found("SOFT-LEVEL", plan)) == 1
    assert not found("SOFT-MISSING", plan)
    assert not found("SOFT-TWICE", plan)


def test_evidence_is_asked_of_what_counts_as_checked():
    plan = edit(SOUND, SoftwareLevel, "rsct_n1", evidence=" ")
    told = only("SOFT-UNCHECKED", plan)
    assert (told.severity, told.places[0].column) == (Severity.ADVICE, "evidence")
    assert told.title == "nodea: RSCT counts as checked, but no evidence is named"
    unchecked = edit(plan, SoftwareLevel, "rsct_n1", checked=False)
    assert only("SOFT-UNCHECKED", unchecked).severity is Severity.WARNING


def test_states_that_differ_are_advice_and_a_part_commit_is_a_warning():
    applied = edit(SOUND, SoftwareLevel, "rsct_n2", state=InstallState.APPLIED)
    told = only("SOFT-STATE", applied)
    assert (told.severity, told.places[0].key) == (Severity.ADVICE, "rsct_n1")
    assert told.title == "RSCT is committed on nodea and applied elsewhere"
    partly = edit(SOUND, SoftwareLevel, "rsct_n2", state=InstallState.PARTLY)
    assert only("SOFT-STATE", partly).severity is Severity.WARNING
    assert not found("SOFT-STATE", edit(SOUND, SoftwareLevel, "rsct_n2", state=None))


def test_fixes_are_committed_before_an_update_that_has_a_date():
    applied = edit_all(SOUND, SoftwareLevel, state=InstallState.APPLIED)
    told = only("SOFT-COMMIT", applied)
    assert [place.key for place in told.places] == ["", "rsct_n1", "rsct_n2"]
    later = MaintenanceTask(key="u2", name="next", kind=TaskKind.UPDATE, next_due="2026-10-01")
    assert "on 2026-10-01" in only("SOFT-COMMIT", applied.replace(later)).title
    assert not found("SOFT-COMMIT", applied.without(MaintenanceTask, "m_update"))
    assert not found("SOFT-COMMIT", emptied(applied, MaintenanceTask))
    assert not found("SOFT-COMMIT", SOUND)


@pytest.mark.parametrize(
    ("product", "level", "times"),
    [
        ("AIX", "7300-02", 0),
        ("aix", "7.3", 0),
        ("bos.rte", "7.2.5", 1),
        ("PowerHA SystemMirror", "7.2.8.1", 0),
        ("cluster.es.server.rte", "7.2.7", 1),
        ("PowerHA", "", 0),
        ("Java", "8", 0),
    ],
)
def test_levels_on_two_worksheets(product, level, times):
    plan = software(("n1", {"product": product, "level": level}))
    assert len(found("SOFT-CONTRADICTION", plan)) == times
    assert not found("SOFT-CONTRADICTION", edit_all(plan, Node, aix_level="", powerha_level=""))
    elsewhere = software(("gone", {"product": product, "level": level}))
    assert not found("SOFT-CONTRADICTION", elsewhere)


# Local storage


@pytest.mark.parametrize(
    ("told", "mirrored", "times"),
    [
        (RootvgProtection.MIRRORED, True, 0),
        (RootvgProtection.MIRRORED, False, 1),
        (RootvgProtection.MIRRORED, None, 0),
        (RootvgProtection.NONE, True, 1),
        (RootvgProtection.NONE, False, 0),
        (RootvgProtection.RAID, True, 0),
        (RootvgProtection.RAID, False, 0),
        (None, False, 0),
    ],
)
def test_rootvg_on_two_worksheets(told, mirrored, times):
    plan = edit(SOUND, Node, "n1", rootvg=told)
    plan = edit(plan, LocalVolumeGroup, "root_n1", mirrored=mirrored)
    assert len(found("LOCAL-ROOTVG", plan)) == times
    renamed = edit(plan, LocalVolumeGroup, "root_n1", name="othervg")
    assert not found("LOCAL-ROOTVG", renamed)
    assert not found("LOCAL-ROOTVG", edit(plan, LocalVolumeGroup, "root_n1", node=""))


def test_rootvg_says_what_each_worksheet_says():
    plan = edit(SOUND, Node, "n1", rootvg=RootvgProtection.NONE)
    assert only("LOCAL-ROOTVG", plan).title == (
        "rootvg of nodea is mirrored here, and one disk, unprotected on the node worksheet"
    )


def test_a_mirror_takes_two_disks():
    for disks, times in (("hdisk0", 1), ("hdisk0, hdisk0", 1), ("hdisk0 hdisk1", 0), ("", 0)):
        plan = edit(SOUND, LocalVolumeGroup, "root_n1", disks=disks)
        assert len(found("LOCAL-ONE-DISK", plan)) == times
        plain = edit(plan, LocalVolumeGroup, "root_n1", mirrored=False)
        assert not found("LOCAL-ONE-DISK", plain)


def local(name: str, mount_point: str = "", **cells: Any) -> Plan:
    given: dict[str, Any] = {"local_volume_group": "root_n1", **cells}
    return SOUND.replace(LocalFileSystem(key="z", name=name, mount_point=mount_point, **given))


@pytest.mark.parametrize(
    ("name", "mount_point", "times"),
    [
        ("hd4", "/", 1),
        ("lg_dumplv", "", 0),
        ("DUMPLV", "", 0),
        ("hd7", "", 0),
        ("lv_dump", "/dump", 1),
        ("paging00", "", 1),
    ],
)
def test_dump_devices_alone_may_have_one_copy(name, mount_point, times):
    assert len(found("LOCAL-COPIES", local(name, mount_point))) == times
    assert not found("LOCAL-COPIES", local(name, mount_point, copies=2))
    assert not found("LOCAL-COPIES", local(name, mount_point, local_volume_group="gone"))
    unmirrored = edit(local(name, mount_point), LocalVolumeGroup, "root_n1", mirrored=False)
    assert not found("LOCAL-COPIES", unmirrored)


def test_open_answers_about_separate_disks_are_one_advice():
    plan = edit_all(SOUND, LocalFileSystem, separate_disks=None)
    told = only("LOCAL-SEPARATE", plan)
    assert told.severity is Severity.ADVICE
    assert [place.key for place in told.places] == ["", "hd6_n1", "hd6_n2"]
    assert told.title == (
        "Nobody has said whether the copies of nodea rootvg hd6 and nodeb rootvg hd6 lie on "
        "separate disks"
    )
    no = edit_all(SOUND, LocalFileSystem, separate_disks=False)
    assert [item.severity for item in found("LOCAL-SEPARATE", no)] == [Severity.WARNING] * 2


@pytest.mark.parametrize(
    ("name", "mount_point", "rootvg", "group_cells", "times"),
    [
        ("paging00", "", RootvgProtection.NONE, {}, 1),
        ("PAG1", "", None, {}, 1),
        ("hd6", "", RootvgProtection.RAID, {}, 0),
        ("hd6", "", RootvgProtection.RAID, {"name": "pagevg"}, 1),
        ("hd6", "", RootvgProtection.NONE, {"mirrored": True}, 0),
        ("hd6", "", RootvgProtection.NONE, {"mirrored": None}, 1),
        ("hd6", "", RootvgProtection.NONE, {"node": ""}, 1),
        ("hd6", "/mnt", RootvgProtection.NONE, {}, 0),
        ("hd4", "", RootvgProtection.NONE, {}, 0),
        ("lv_pag", "", RootvgProtection.NONE, {}, 0),
        ("pagdump", "", RootvgProtection.NONE, {}, 0),
    ],
)
def test_paging_space_with_one_copy(name, mount_point, rootvg, group_cells, times):
    plan = edit(local(name, mount_point), Node, "n1", rootvg=rootvg)
    plan = edit(plan, LocalVolumeGroup, "root_n1", **{"mirrored": False, **group_cells})
    assert len(found("LOCAL-PAGING", plan)) == times
    assert not found("LOCAL-PAGING", edit(plan, LocalFileSystem, "z", copies=2))


def test_a_node_without_paging_space_is_told_besides_one_without_dump():
    plan = SOUND.without(LocalFileSystem, "hd6_n2", "dump_n1")
    told = {(item.places[0].key, item.about) for item in found("LOCAL-SPACE", plan)}
    assert told == {("root_n2", "paging space"), ("root_n1", "dump device")}
    assert not found("LOCAL-SPACE", edit_all(plan, LocalVolumeGroup, name="othervg"))


def test_rootvg_needs_no_purpose_and_no_row_while_no_node_has_one():
    assert not found("LOCAL-PURPOSE", SOUND)
    other = LocalVolumeGroup(key="z", name="appvg", node="n2", purpose="x")
    assert not found("LOCAL-NODES", emptied(SOUND, LocalVolumeGroup).replace(other))
    left = SOUND.without(LocalVolumeGroup, "root_n2").replace(other)
    assert only("LOCAL-NODES", left).places[0].key == "n2"


def test_a_local_mount_point_is_compared_with_shared_and_nfs_ones():
    assert only("LOCAL-MOUNT", local("lv", "/app/")).places[1].sheet == "file_system"
    plan = local("lv", "/nfs").replace(NfsMount(key="n", mount_point="/nfs"))
    assert only("LOCAL-MOUNT", plan).places[1].sheet == "nfs_mount"
    assert not found("LOCAL-MOUNT", local("lv", "").replace(FileSystem(key="r", mount_point="/")))
    assert found("LOCAL-MOUNT", local("lv", "/").replace(FileSystem(key="r", mount_point="/")))


def test_needs_are_asked_of_production_only():
    """Outside production the questions of this chapter are not asked, and warnings are advice."""
    plan = options(environment=Environment.TEST)
    plan = emptied(req(plan, rto=None), CurrentSystem, SoftwareLevel)
    told = {item.rule for item in judge(plan).findings}
    assert not told & {"OPEN-REQUIREMENT", "TODAY-NONE", "SOFT-NONE"}
    bare = [item for item in judge(emptied(plan, Requirement)).findings if item.rule == "REQ-NONE"]
    assert [item.severity for item in bare] == [Severity.ADVICE]
