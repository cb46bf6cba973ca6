"""The table of single points of failure for a design."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from tests.rules.builders import edit, emptied, two_sites, virtual
from tests.rules.examples_spof import CASES
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.finding import Finding
from worksheets.rules.judge import Judgement, judge
from worksheets.rules.policy import Policy, RuleSetting, settings_of
from worksheets.rules.registry import catalogue
from worksheets.rules.table1 import NOTHING, Table1Row, table1
from worksheets.rules.waiver import Standing

TWO = two_sites()


def rows(plan: Plan) -> dict[str, Table1Row]:
    return {row.id: row for row in table1(Standing(plan, judge(plan)))}


def test_ten_rows_in_the_order_of_the_paper() -> None:
    found = table1(Standing(TWO, Judgement(())))
    assert [row.id for row in found] == [f"S{number}" for number in range(1, 11)]
    assert [row.object for row in found] == [
        "Node",
        "Power source",
        "Network adapter",
        "Network",
        "TCP/IP subsystem",
        "Disk adapter",
        "Disk",
        "Application",
        "Administrator",
        "Site",
    ]


def test_a_design_on_two_sites_eliminates_all() -> None:
    found = rows(TWO)
    assert {id_ for id_, row in found.items() if not row.eliminated} == set()
    assert {id_: row.how for id_, row in found.items()} == {
        "S1": "2 nodes in 2 frames",
        "S2": "4 circuits (P1A, P1B, P2A and P2B), all with UPS",
        "S3": "4 network cards in 2 partitions",
        "S4": "2 IP networks (net_ether_01 and net_ether_02) over sw1 and sw2",
        "S5": "repository on lun3 and lun4; SAN heartbeat over net_san_01",
        "S6": "4 Fibre Channel cards in 2 partitions; 2 paths from a node to a disk; "
        "over san1 and san2",
        "S7": "2 data disks in 2 storage units, 2 on RAID; 1 of 1 volume group mirrored by LVM; "
        "rootvg protected on 2 of 2 nodes",
        "S8": "1 of 1 application monitored; 1 of 1 group with a takeover node",
        "S9": "2 administrators, 2 with a stand-in, 0 with an operation guide",
        "S10": "2 sites (north and south)",
    }


def test_an_empty_plan_eliminates_nothing() -> None:
    found = rows(Plan())
    assert {row.how for row in found.values()} == {NOTHING}
    assert not any(row.eliminated for row in found.values())


@pytest.mark.parametrize("rule_id", sorted(CASES))
def test_a_finding_leaves_its_row_open(rule_id: str) -> None:
    row_id = catalogue()[rule_id].table1 or "S1"
    row = rows(CASES[rule_id].fails)[row_id]
    assert not row.eliminated
    assert rule_id in {finding.rule for finding in row.findings}


def test_other_rules_leave_no_row_open() -> None:
    findings = judge(edit(TWO, Node, "n2", cpu_peak=99)).findings
    assert {item.rule for item in findings} == {"NODE-BUSY"}
    assert all(row.eliminated for row in table1(Standing(TWO, Judgement(tuple(findings)))))


def test_virtual_adapters_are_told() -> None:
    how = rows(virtual())["S3"].how
    assert "8 network cards in 4 partitions" in how
    assert "4 Shared Ethernet Adapters on 4 Virtual I/O Servers" in how


def test_ups_in_words() -> None:
    def how(*backed: str) -> str:
        plan = TWO
        for row in TWO.rows(PowerCircuit):
            plan = edit(plan, PowerCircuit, row.key, ups=row.key in backed)
        return rows(plan)["S2"].how

    assert how().endswith("none with UPS")
    assert how("p1a", "p2a").endswith("with UPS: P1A and P2A")
    only = Plan([PowerCircuit(key="p", name="P", ups=True)])
    assert rows(only)["S2"].how == "1 circuit (P), with UPS"


@pytest.mark.parametrize(
    ("row_id", "plan", "says"),
    [
        ("S1", emptied(TWO, ResourceGroup), "no resource group entered"),
        ("S2", edit(TWO, Rack, "r1", circuits=()), "no circuit entered for ds1 and frame1"),
        ("S3", edit(TWO, Interface, "i11", ports=()), "no port or adapter entered for nodea en4"),
        ("S4", emptied(TWO, Interface), "no interface entered"),
        ("S6", emptied(TWO, DiskPath), "no path with ports entered to lun1 and lun2"),
        ("S7", edit(TWO, Node, "n1", rootvg=None), "rootvg protection not entered for nodea"),
        (
            "S8",
            TWO.replace(ApplicationController(key="x", name="spare_app")),
            "in no resource group: spare_app",
        ),
        ("S10", edit(TWO, Rack, "r2", site=""), "no site known for ds2 and frame2"),
    ],
)
def test_what_is_not_entered_keeps_a_row_open(row_id: str, plan: Plan, says: str) -> None:
    row = rows(plan)[row_id]
    assert says in row.how
    assert not row.eliminated


def test_disk_adapters_without_cards_entered() -> None:
    assert rows(emptied(TWO, Card, DiskPath))["S6"].how == NOTHING


def test_a_rule_that_is_switched_off_eliminates_nothing() -> None:
    setting = RuleSetting("SPOF-FRAME", None, "decided")
    policy = Policy(settings=settings_of([setting]))
    standing = Standing(TWO, judge(TWO, policy))
    row = table1(standing, policy)[0]
    assert (row.id, row.eliminated, row.tolerated, row.unknown) == ("S1", False, False, "not asked")
    assert row.how == "2 nodes in 2 frames; SPOF-FRAME is not asked here"
    assert table1(standing)[0].eliminated, "the setting was asked for, not guessed"
    assert all(other.eliminated for other in table1(standing, policy)[1:])


def test_a_switched_off_rule_beside_an_open_finding_leaves_the_row_open() -> None:
    policy = Policy(settings=settings_of([RuleSetting("SPOF-NODE", None, "decided")]))
    plan = CASES["SPOF-FRAME"].fails
    row = table1(Standing(plan, judge(plan, policy)), policy)[0]
    assert row.findings
    assert (row.eliminated, row.tolerated, row.unknown) == (False, False, "")


def test_a_rule_that_fails_eliminates_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(design: object, rule: object) -> Iterator[Finding]:
        raise RuntimeError("no")

    rules = dict(catalogue())
    rules["SPOF-RACK"] = dataclasses.replace(rules["SPOF-RACK"], check=stop)
    monkeypatch.setattr("worksheets.rules.judge.catalogue", lambda: rules)
    row = rows(TWO)["S2"]
    assert (row.eliminated, row.unknown) == (False, "not judged")
    assert "SPOF-RACK is not judged here" in row.how
