"""What a plan says where a checklist or a demand refers to it."""

from __future__ import annotations

import pytest

from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor, MonitorType
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.maintenance_task import MaintenanceTask, TaskKind
from worksheets.plan.rows.node import Node
from worksheets.rules.checklists.item import Item
from worksheets.rules.evidence import Evidence
from worksheets.sheets.evidence import Told, label_of, tell, tell_item

_OPTIONS = ClusterOptions(key="cluster", name="c")


def plan(*rows):
    return Plan([_OPTIONS, *rows])


def nodes(*peaks):
    return [Node(key=f"n{at}", name=f"n{at}", cpu_peak=peak) for at, peak in enumerate(peaks)]


@pytest.mark.parametrize(
    ("peaks", "told", "lacking"),
    [
        ((50, 60), Told.ALL, ()),
        ((50, None), Told.PART, ("n1",)),
        ((None, None), Told.NOTHING, ("n0", "n1")),
        ((0, 0), Told.ALL, ()),
        ((), Told.NOTHING, ()),
    ],
)
def test_a_column_is_answered_when_no_row_lacks_it(peaks, told, lacking):
    telling = tell(plan(*nodes(*peaks)), Evidence("node.cpu_peak"))
    assert telling.told is told
    assert tuple(row.key for row in telling.rows) == lacking


def test_a_worksheet_that_is_not_needed_and_has_no_row_is_not_used():
    assert tell(plan(), Evidence("wpar.type")).told is Told.UNUSED
    assert tell(plan(), Evidence("node")).told is Told.NOTHING
    assert tell(plan(*nodes(1)), Evidence("node")).told is Told.ALL


def test_cells_that_their_row_does_not_need_are_not_missed():
    custom = ApplicationMonitor(key="m1", name="m1", type=MonitorType.CUSTOM)
    process = ApplicationMonitor(key="m2", name="m2", type=MonitorType.PROCESS)
    evidence = Evidence("application_monitor.processes")
    assert tell(plan(custom), evidence).told is Told.UNUSED
    assert tell(plan(custom, process), evidence).rows == (process,)


def test_a_no_goes_before_a_gap():
    def controllers(*answers):
        return plan(
            *(
                ApplicationController(key=f"c{at}", name=f"c{at}", returns_zero=answer)
                for at, answer in enumerate(answers)
            )
        )

    evidence = Evidence("application_controller.returns_zero", says=True)
    assert tell(controllers(True, True), evidence).told is Told.ALL
    assert tell(controllers(True, None), evidence).told is Told.PART
    telling = tell(controllers(True, None, False), evidence)
    assert telling.told is Told.DENIED
    assert [row.key for row in telling.rows] == ["c2"]
    any_entry = Evidence("application_controller.returns_zero")
    assert tell(controllers(True, False), any_entry).told is Told.ALL


def test_a_condition_asks_for_a_row_that_meets_it():
    snapshot = MaintenanceTask(key="t1", name="s", kind=TaskKind.SNAPSHOT, record="/snapshots")
    report = MaintenanceTask(key="t2", name="r", kind=TaskKind.REPORT)
    evidence = Evidence("maintenance_task.record", where=("kind", "snapshot"))
    assert label_of(evidence) == "Maintenance and tests, cluster snapshot, Record"
    assert tell(plan(snapshot, report), evidence).told is Told.ALL
    assert tell(plan(report), evidence).told is Told.NOTHING


def test_an_item_is_answered_by_all_of_its_cells_together():
    peak, memory = Evidence("node.cpu_peak"), Evidence("node.memory")
    both = Item("x", "Sizes are known.", "N10", done_when=(peak, memory, Evidence("wpar")))
    half = plan(Node(key="n", name="n", cpu_peak=1))
    whole = plan(Node(key="n", name="n", cpu_peak=1, memory=1))
    assert tell_item(half, both)[0] is Told.PART
    assert tell_item(whole, both)[0] is Told.ALL
    assert tell_item(plan(), Item("x", "x", "X1", done_when=(Evidence("wpar"),)))[0] is Told.UNUSED
    assert tell_item(whole, Item("x", "By hand.", "T1", see=(peak,)))[0] is None
