"""What a worksheet still lacks depends on the kind of cluster."""

from __future__ import annotations

from dataclasses import replace

from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType, Environment
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node, UsualRole
from worksheets.sheets import needs
from worksheets.sheets.completeness import completeness
from worksheets.sheets.registry import sheets

NODES = sheets()["node"]


def asking(**wanted):
    """The node worksheet, asking for the named columns only."""
    columns = tuple(
        replace(column, needed=wanted.get(column.name, needs.never)) for column in NODES.columns
    )
    return replace(NODES, columns=columns)


def test_required_columns_always_count():
    plan = Plan([Node(key="a", name="a"), Node(key="b", name="b")])
    found = completeness(plan, asking())
    assert (found.asked, found.filled, found.empty) == (2, 2, ())


def test_an_empty_cell_is_named_and_an_answer_of_no_or_zero_counts():
    plan = Plan([Node(key="a", name="a", memory=0), Node(key="b", name="b")])
    found = completeness(plan, asking(memory=needs.always))
    assert (found.asked, found.empty) == (4, (("b", "memory"),))


def test_needs_look_at_the_cluster():
    sheet = asking(aix_level=needs.in_production, powerha_level=needs.with_sites)
    for environment, kind, empty in (
        (Environment.PRODUCTION, ClusterType.LINKED, {"aix_level", "powerha_level"}),
        (Environment.TEST, ClusterType.STRETCHED, {"powerha_level"}),
        (Environment.TEST, ClusterType.STANDARD, set()),
    ):
        options = ClusterOptions(key="cluster", name="c", environment=environment, type=kind)
        plan = Plan([options, Node(key="a", name="a")])
        assert {column for _, column in completeness(plan, sheet).empty} == empty


def test_needs_look_at_the_row():
    sheet = asking(
        memory=needs.where("usual_role", UsualRole.STANDBY), cpu_peak=needs.where("frame")
    )
    rows = [
        Node(key="a", name="a", usual_role=UsualRole.STANDBY),
        Node(key="b", name="b", usual_role=UsualRole.ACTIVE, frame="f"),
        Node(key="c", name="c"),
    ]
    assert completeness(Plan(rows), sheet).empty == (("a", "memory"), ("b", "cpu_peak"))


def test_a_worksheet_that_must_not_be_empty_lacks_its_first_row():
    assert completeness(Plan(), replace(NODES, needed=needs.always)).empty == (("", ""),)
    assert completeness(Plan(), replace(NODES, needed=needs.never)).asked == 0


def test_one_of_two_columns_is_enough():
    sheet = asking(aix_level=needs.unless("powerha_level"), powerha_level=needs.unless("aix_level"))
    rows = [
        Node(key="a", name="a", aix_level="7.3"),
        Node(key="b", name="b", powerha_level="7.2.8"),
        Node(key="c", name="c"),
    ]
    found = completeness(Plan(rows), sheet)
    assert found.empty == (("c", "aix_level"), ("c", "powerha_level"))
    assert found.filled == 5


def test_two_needs_together_ask_only_where_both_do():
    sheet = asking(memory=needs.both(needs.in_production, needs.where("live_mobility", True)))
    rows = [
        Node(key="a", name="a", live_mobility=True),
        Node(key="b", name="b", live_mobility=False),
    ]
    test = ClusterOptions(key="cluster", name="c", environment=Environment.TEST)
    assert completeness(Plan(rows), sheet).empty == (("a", "memory"),)
    assert completeness(Plan([test, *rows]), sheet).empty == ()


def test_needs_look_at_other_worksheets_and_at_a_no():
    sheet = asking(memory=needs.when_planned(Frame))
    nodes = [Node(key="a", name="a"), Node(key="b", name="b")]
    assert completeness(Plan(nodes), sheet).empty == ()
    found = completeness(Plan([*nodes, Frame(key="f", name="f")]), sheet)
    assert found.empty == (("a", "memory"), ("b", "memory"))

    systems = sheets()["file_system"]
    rows = [
        FileSystem(key=key, mount_point=f"/{key}", logical_volume="lv", inline_log=inline)
        for key, inline in (("a", True), ("b", False), ("c", None))
    ]
    log = next(column for column in systems.columns if column.name == "log_volume")
    only = replace(systems, columns=(log,))
    assert completeness(Plan(rows), only).empty == (("b", "log_volume"),)
