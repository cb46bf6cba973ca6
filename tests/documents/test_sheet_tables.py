"""How worksheets are set out on paper."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.documents.sketches import LONG, renamed, sketch
from tests.generator import generate
from worksheets.documents.columns import LANDSCAPE, PORTRAIT, Fit, Form, fit, parts
from worksheets.documents.sheet_tables import PrintedSheet, printed_sheet
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.node import Node, RootvgProtection, UsualRole
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.sheet_remark import SheetRemark
from worksheets.plan.rows.site import Site
from worksheets.sheets.cells import text_of
from worksheets.sheets.completeness import completeness
from worksheets.sheets.registry import sheets


def printed_texts(sheet: PrintedSheet) -> list[str]:
    texts = []
    for table in sheet.tables:
        texts += [heading.label for heading in table.headings]
        for line in table.lines:
            texts += [cell.text for cell in line.cells]
            texts += [text for _, text in line.below]
    return texts


def noted() -> Plan:
    plan = generate(7, 3, 4)
    return Plan(replace(row, notes=f"note {number}") for number, row in enumerate(plan))


@pytest.mark.parametrize(
    "plan",
    [sketch(), renamed(sketch(), LONG), generate(1, 16, 64), generate(7, 3, 4), noted()],
    ids=["sketch", "long names", "16 nodes", "3 nodes", "notes everywhere"],
)
def test_every_answer_of_every_row_is_printed(plan):
    for sheet in sheets().values():
        texts = set(printed_texts(printed_sheet(plan, sheet)))
        for row in plan.rows(sheet.row):
            for name, field in sheet.fields.items():
                text = text_of(plan, field, getattr(row, name))
                assert not text or text in texts, (sheet.slug, name, text)


def test_widths_fill_the_table():
    for plan in (sketch(), generate(1, 16, 64), generate(7, 3, 4)):
        for sheet in sheets().values():
            for table in printed_sheet(plan, sheet).tables:
                assert sum(heading.width for heading in table.headings) == 200


def test_columns_keep_the_width_of_their_longest_word():
    fits = [fit("Name", ["node01", "node02"], bold=True), fit("Frame", ["cec101"])]
    fits += [fit("Communication path", ["10.71.1.11"]) for _ in range(6)]
    (part,) = parts(fits, PORTRAIT)
    for place, width in zip(part.columns, part.widths, strict=True):
        assert width * PORTRAIT / 200 >= fits[place].least - PORTRAIT / 200


def test_columns_that_do_not_fit_go_into_a_second_table_led_by_the_first():
    fits = [Fit(100, 150)] * 12
    found = parts(fits, LANDSCAPE)
    assert len(found) > 1
    assert all(part.columns[0] == 0 for part in found)
    rest = [place for part in found for place in part.columns[1:]]
    assert rest == list(range(1, 12))


def filled_node(number: int) -> Node:
    return Node(
        key=f"n{number}",
        name=f"{LONG[:40]}{number}",
        usual_role=UsualRole.ACTIVE,
        rootvg=RootvgProtection.MIRRORED,
        io_slots_free=3,
        io_slots_needed=2,
        cpu_peak=50,
        memory=512,
        aix_level="7.3.2.1",
        powerha_level="7.2.8",
        communication_path=f"{LONG[:30]}.example.com",
    )


def test_few_rows_with_many_columns_are_turned():
    plan = Plan([filled_node(1), filled_node(2)])
    turned = printed_sheet(plan, sheets()["node"])
    assert turned.form is Form.TURNED
    (table,) = turned.tables
    titles = [heading.label for heading in table.headings[1:]]
    assert titles == [node.name for node in plan.rows(Node)]
    assert "I/O slots free" in [line.cells[0].text for line in table.lines]


def test_many_rows_with_many_columns_are_printed_across():
    plan = Plan([filled_node(number) for number in range(9)])
    across = printed_sheet(plan, sheets()["node"])
    assert across.form is Form.LANDSCAPE
    assert sum(len(table.lines) for table in across.tables) == 9 * len(across.tables)


def test_empty_columns_are_not_printed_but_named_where_they_are_needed():
    rows = [Rack(key="r1", name="R1"), Rack(key="r2", name="R2", place="hall 1")]
    rack = sheets()["rack"]
    sheet = printed_sheet(Plan(rows), rack)
    assert [heading.label for heading in sheet.tables[0].headings] == ["Name", "Place"]
    needed = {name for _, name in completeness(Plan(rows), rack).empty}
    assert needed
    assert sheet.open == tuple(c.label for c in rack.columns if c.name in needed)


def test_what_is_said_of_a_worksheet_stands_at_its_head():
    remark = SheetRemark(key="r", worksheet="node", notes="Both at once.", rationale="Cheaper.")
    plan = Plan([Node(key="n1", name="a"), remark])
    assert printed_sheet(plan, sheets()["node"]).remarks == (
        ("Notes", "Both at once."),
        ("Rationale", "Cheaper."),
    )
    assert printed_sheet(plan, sheets()["frame"]).remarks == ()


def test_long_texts_stand_below_their_row():
    long = "word " * 60
    plan = Plan(
        [
            Site(
                key="s1",
                name="lyon",
                location=long[:180].strip(),
                notes=long.strip(),
                rationale="why",
            )
        ]
    )
    (table,) = printed_sheet(plan, sheets()["site"]).tables
    (line,) = table.lines
    assert [cell.text for cell in line.cells] == ["lyon", "see below"]
    assert line.below == (
        ("Location", long[:180].strip()),
        ("Notes", long.strip()),
        ("Rationale", "why"),
    )


def test_an_empty_sheet_has_no_table():
    sheet = printed_sheet(Plan(), sheets()["node"])
    assert (sheet.tables, sheet.open, sheet.unused) == ((), (), False)
    assert printed_sheet(Plan(), sheets()["tape_drive"]).unused


def test_numbers_are_aligned_right():
    plan = Plan([Node(key="n1", name="a", cpu_peak=50), Node(key="n2", name="b", cpu_peak=60)])
    (table,) = printed_sheet(plan, sheets()["node"]).tables
    assert [heading.number for heading in table.headings] == [False, True]
    assert [cell.number for cell in table.lines[0].cells] == [False, True]


def test_the_cluster_is_a_record_of_its_answers():
    sheet = printed_sheet(
        Plan([ClusterOptions(key="c", name="pay", owner="Ada")]), sheets()["cluster_options"]
    )
    assert sheet.form is Form.TURNED
    (table,) = sheet.tables
    assert "pay" in [heading.label for heading in table.headings]
