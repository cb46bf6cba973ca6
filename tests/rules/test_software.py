"""Levels and software beside their examples."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import only
from tests.rules.builders import edit, edit_all, emptied, sound
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.maintenance_task import MaintenanceTask, TaskKind
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.software_level import InstallState, SoftwareLevel
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.finding import Severity
from worksheets.rules.limits import (
    OLDEST_AIX_FOR,
    OLDEST_POWERHA_FOR,
    limits_of,
    oldest_for,
)

SOUND = sound()


def req(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Requirement, "req", **cells)


# Levels


@pytest.mark.parametrize(
    ("aix", "powerha", "says"),
    [
        ("7100-05-09", "7.2.8", "PowerHA 7.2.8 needs AIX 7.2 or later, which nodea has not"),
        ("6100-09", "7.2.1", "PowerHA 7.2.1 needs AIX 7.1 or later, which nodea has not"),
        ("5300-12", "7.1.3", "PowerHA 7.1.3 needs AIX 6.1 or later, which nodea has not"),
        (
            " 7300-00\t",
            "7.2.4 SP2",
            "AIX 7300-00 needs PowerHA 7.2.5 or later, which nodea has not",
        ),
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


def test_levels_that_differ_or_are_old_are_told_with_their_product():
    plan = edit(SOUND, Node, "n2", aix_level=" 7300-01-02", powerha_level="7.2.7 ")
    assert only("LEVEL-AIX", plan).title == "nodeb has AIX 7300-01-02, others have 7300-02-01"
    assert only("LEVEL-POWERHA", plan).title == "nodeb has PowerHA 7.2.7, others have 7.2.8"
    old = edit(SOUND, Node, "n2", aix_level="7", powerha_level="7.1.3")
    assert [item.title for item in found("LEVEL-OLD", old)] == [
        "nodeb has PowerHA 7.1.3, older than 7.2"
    ]
    servers = [VirtualIoServer(key=f"v{n}", name=f"v{n}", level=f"3.1.4.{n}0") for n in (1, 2)]
    told = only("LEVEL-VIOS", Plan(servers))
    assert told.title == "v1 has level 3.1.4.10, others have 3.1.4.20"


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
    named = software(("n1", {"level": "8 SR5"}), ("n2", {"level": "8 SR6"}))
    assert only("SOFT-LEVEL", named).title == "nodea has Java 8 SR5, others have 8 SR6"
    two = software(("n1", {"level": "8.0.9"}), ("n2", {"level": "8.0.10"}))
    assert only("SOFT-LEVEL", two).title == "nodea has Java 8.0.9, others have 8.0.10"


def test_equal_products_and_open_levels_hide_no_other():
    rows = (
        ("n1", {"product": "Equal", "level": "1"}),
        ("n2", {"product": "Equal", "level": "1"}),
        ("n1", {"level": "8"}),
        ("n2", {"level": "9"}),
        ("n2", {"level": " "}),
    )
    assert [item.places[0].key for item in found("SOFT-LEVEL", software(*rows))] == ["k2"]


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
    assert told.severity is Severity.ADVICE
    assert [place.column for place in told.places] == ["evidence", "checked"]
    assert told.title == "RSCT on nodea counts as checked, but no evidence is named"
    unchecked = edit(plan, SoftwareLevel, "rsct_n1", checked=False)
    assert only("SOFT-UNCHECKED", unchecked).severity is Severity.WARNING


def test_states_that_differ_are_advice_and_a_part_commit_is_a_warning():
    applied = edit(SOUND, SoftwareLevel, "rsct_n2", state=InstallState.APPLIED)
    applied = edit(applied, SoftwareLevel, "rsct_n1", product=" RSCT ")
    told = only("SOFT-STATE", applied)
    assert (told.severity, told.places[0].key) == (Severity.ADVICE, "rsct_n1")
    assert told.title == "RSCT is committed on nodea and applied elsewhere"
    assert told.places[0].column == "state"
    partly = edit(SOUND, SoftwareLevel, "rsct_n2", state=InstallState.PARTLY)
    told = only("SOFT-STATE", partly)
    assert (told.severity, told.places[0].column) == (Severity.WARNING, "state")
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
