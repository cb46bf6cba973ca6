"""Proposals: which rows a file means, what becomes of them, and everything that is wrong."""

from __future__ import annotations

import msgspec
import pytest

from tests.plans import small_plan
from worksheets.exchange import propose as module
from worksheets.exchange.csv_files import read_csv
from worksheets.exchange.proposal import CellChange, Fate, Proposal
from worksheets.exchange.propose import propose, propose_plan
from worksheets.plan.integrity import problems
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.sheets.registry import sheets


def bring(plan: Plan, *, remove: bool = False, **files: str) -> Proposal:
    """What CSV texts by worksheet slug propose, in the order given."""
    tables = [
        read_csv(f"{slug}.csv", text.encode(), sheets()[slug]).table for slug, text in files.items()
    ]
    return propose(plan, tables, remove)


def fates(proposal: Proposal, slug: str) -> list[tuple[str, str]]:
    return [(row.title, row.fate.value) for row in proposal.rows if row.slug == slug]


def told(proposal: Proposal) -> list[str]:
    assert proposal.plan is None
    return [str(mistake) for mistake in proposal.mistakes]


def test_rows_are_found_by_key_then_by_title_else_they_are_new():
    found = bring(small_plan(), node="Key,Name,Memory\nn2,nodeX,65\n,nodea,66\nother,nodec,\n")
    assert found.mistakes == ()
    assert fates(found, "node") == [
        ("nodea", "changed"),
        ("nodeX", "changed"),
        ("nodec", "added"),
    ]
    nodes = found.plan.rows(Node)
    assert [(node.key, node.memory) for node in nodes] == [("n1", 66), ("n2", 65), ("other", None)]
    assert (nodes[1].frame, nodes[1].cpu_peak) == ("f1", 60)
    changed = next(row for row in found.rows if row.title == "nodeX")
    assert changed.cells == (CellChange("name", "nodeb", "nodeX"), CellChange("memory", "64", "65"))
    assert changed.line == 2
    assert (found.count(Fate.ADDED), found.count(Fate.CHANGED), found.count(Fate.REMOVED)) == (
        1,
        2,
        0,
    )


def test_a_key_of_another_cluster_does_not_hide_the_row_of_that_title():
    found = bring(small_plan(), node="Key,Name,Memory\nzzz,nodea,65\n")
    assert fates(found, "node") == [("nodea", "changed"), ("nodeb", "unchanged")]


def test_new_rows_without_a_key_get_keys_of_their_own():
    found = bring(small_plan(), node="Name\nx\ny\n")
    keys = [node.key for node in found.plan.rows(Node)]
    assert len(set(keys)) == 4
    assert problems(found.plan) == []


def test_rows_without_a_name_are_found_by_what_they_refer_to():
    plan = Plan(
        [
            *small_plan(),
            Disk(key="d1", name="d1"),
            DiskPath(key="x1", node="n1", disk="d1", hdisk="hdisk2"),
        ]
    )
    text = "Node,Disk,Name there\nnodea,d1,hdisk7\nnodeb,d1,hdisk3\n"
    label = sheets()["disk_path"].column("hdisk").label
    found = bring(plan, disk_path=text.replace("Name there", label))
    assert fates(found, "disk_path") == [("nodea to d1", "changed"), ("nodeb to d1", "added")]
    assert found.plan.get(DiskPath, "x1").hdisk == "hdisk7"


def test_references_resolve_among_the_rows_as_they_will_be():
    """Cards stand before nodes, name a new and a renamed node, and ports name the cards."""
    found = bring(
        small_plan(),
        port="Name,Card\nent0,nodeZ C1\nent0,new C2\n",
        card="Name,Node\nC1,nodeZ\nC2,new\n",
        node="Key,Name\nn1,nodeZ\n,new\n",
    )
    assert found.mistakes == ()
    new = found.plan.rows(Node)[-1]
    assert [card.node for card in found.plan.rows(Card)] == ["n1", new.key]
    assert set(found.plan.titles(Port).values()) == {"nodeZ ent0", "new ent0"}


def test_an_untouched_reference_stays_with_its_row_when_names_move():
    """The cells of the other worksheet still show the old names; nobody typed them."""
    text = "Key,Name\nf1,frameB\nf2,frameA\n"
    found = bring(small_plan(), frame=text, node="Key,Name,Frame\nn1,nodea,frameA\n")
    assert found.mistakes == ()
    assert found.plan.get(Node, "n1").frame == "f1"
    assert [row.title for row in found.rows if row.fate is not Fate.UNCHANGED] == [
        "frameB",
        "frameA",
    ]


def test_rows_that_refer_to_their_own_worksheet():
    found = bring(small_plan(), administrator="Name,Backup\nCy,Dee\nDee,Cy\n")
    assert found.mistakes == ()
    people = {row.name: row for row in found.plan.rows(Administrator)}
    assert people["Cy"].backup == people["Dee"].key
    assert people["Dee"].backup == people["Cy"].key
    wrong = told(bring(small_plan(), administrator="Name,Backup\nCy,Nobody\n"))
    assert "administrator.csv, line 2, column Backup: There is no administrator" in wrong[0]


def test_missing_columns_stay_and_empty_cells_are_emptied():
    found = bring(small_plan(), node="Key,Memory,Frame\nn1,,\n")
    assert found.plan.get(Node, "n1") == Node(key="n1", name="nodea", cpu_peak=50)


def test_numbers_and_answers_as_spreadsheets_write_them():
    text = 'Key,CPU peak,Memory\nn1,51.0,"1,024"\nn2,60,64.00\n'
    found = bring(small_plan(), node=text, power_circuit="Name,UPS\nP1,TRUE\nP2,FALSE\n")
    assert found.mistakes == ()
    assert (found.plan.get(Node, "n1").cpu_peak, found.plan.get(Node, "n1").memory) == (51, 1024)
    assert fates(found, "node")[1] == ("nodeb", "unchanged")
    assert [circuit.ups for circuit in found.plan.rows(PowerCircuit)] == [True, False]
    assert dict(fates(found, "power_circuit")) == {"P1": "changed", "P2": "changed"}


def test_rows_go_only_when_asked_and_only_on_worksheets_of_the_file():
    assert not bring(small_plan(), node="Key\nn1\n").changes
    found = bring(
        small_plan(), node="Key\nn1\n", remove=True, resource_group="Name,Nodes\nrg_app,nodea\n"
    )
    assert fates(found, "node") == [("nodea", "unchanged"), ("nodeb", "removed")]
    assert len(found.plan.rows(Frame)) == 2
    removed = next(row for row in found.rows if row.fate is Fate.REMOVED)
    assert CellChange("memory", "64", "") in removed.cells


def test_a_row_that_others_need_does_not_go():
    found = bring(small_plan(), frame="Name\nframeB\n", remove=True)
    assert told(found) == [
        "frame.csv: The file lacks frameA, but Nodes, nodea refers to it; keep its line, or change "
        "that reference first.",
        "frame.csv: The file lacks frameA, but Nodes, nodeb refers to it; keep its line, or change "
        "that reference first.",
    ]


def test_the_one_row_of_the_cluster_worksheet():
    found = bring(small_plan(), remove=True, cluster_options="Name,Owner\nbig,Sales\n")
    assert (found.plan.options.name, found.plan.options.owner) == ("big", "Sales")
    fresh = bring(Plan(), cluster_options="Name\nbig\n")
    assert fresh.plan == Plan([ClusterOptions(key="cluster", name="big")])
    assert not bring(small_plan(), remove=True, cluster_options="Name\n").changes
    twice = told(bring(small_plan(), cluster_options="Name\na\nb\n"))
    assert "line 3" in twice[0]
    assert "one row only, on line 2 already" in twice[0]


def test_everything_wrong_is_told_at_once_with_its_place():
    found = bring(
        small_plan(),
        node=(
            "Key,Name,Frame,CPU peak,rootvg,Fraem\n"
            "n1,nodea,frameC,101,glass,x\n"
            "N 7,nodec,frameA,4.5,,\n"
            "n1,noded,,,,\n"
            ",nodeb2,,1.024,,\n"
            ',"e,f",,,,\n'
            ",,frameA,,,\n"
        ),
        frame="Name,Serial number\nframeA,S1\nframeB,S1\nframeB,\n",
        rack="Site\nnorth\n",
    )
    lines = told(found)
    for start, words in [
        ("node.csv, line 1:", "did you mean Frame?"),
        ("node.csv, line 2, column Frame:", "no frame called “frameC”"),
        ("node.csv, line 2, column CPU peak:", "from 0 to 100"),
        ("node.csv, line 2, column rootvg:", "mirrored by LVM"),
        ("node.csv, line 3, column Key:", "small letters"),
        ("node.csv, line 3, column CPU peak:", "“4.5” is not a whole number"),
        ("node.csv, line 4, column Key:", "on line 2 already"),
        ("node.csv, line 5, column CPU peak:", "a thousand in some countries"),
        ("node.csv, line 6, column Name:", "comma"),
        ("node.csv, line 7, column Name:", "cannot be empty"),
        ("frame.csv, line 3, column Serial number:", "already used by frameA"),
        ("frame.csv, line 4, column Name:", "already a row called"),
        ("rack.csv, line 2, column Name:", "A new row needs this"),
        ("rack.csv, line 2, column Site:", "There is no site yet"),
    ]:
        assert any(line.startswith(start) and words in line for line in lines), (start, lines)
    assert len(lines) == 14
    assert [line.partition(",")[0] for line in lines] == ["node.csv"] * 10 + ["frame.csv"] * 2 + [
        "rack.csv"
    ] * 2


def test_a_bad_name_is_one_mistake_and_not_one_for_each_that_refers_to_it():
    long = "n" * 70
    found = bring(Plan(), card=f"Name,Node\nC1,{long}\n", node=f"Name\n{long}\n")
    assert len(found.mistakes) == 1


def test_thousands_of_unknown_names_are_told_quickly():
    text = "Name,Frame\n" + "".join(f"x{i},frame{i}\n" for i in range(5_000))
    found = bring(small_plan(), node=text)
    assert len(found.mistakes) == 5_000


def test_a_plan_stays_within_its_size(monkeypatch):
    monkeypatch.setattr(module, "MAX_ROWS", len(small_plan()))
    assert bring(small_plan(), node="Name,Memory\nnodea,1\n").plan is not None
    assert "at most 10" in told(bring(small_plan(), node="Name\nnew\n"))[0]


def test_titles_that_come_to_be_shared_are_told_where_they_come_from():
    plan = Plan(
        [
            *small_plan(),
            Card(key="c1", name="C1", node="n1"),
            Card(key="c2", name="C1", node="n2"),
        ]
    )
    lines = told(bring(plan, card="Key,Node\nc2,nodea\n"))
    assert lines == [
        "card.csv, line 2, column Name: There is already a row called 'nodea C1'; choose another "
        "name."
    ]
    elsewhere = told(bring(plan, node="Key,Name\nn1,nodea\nn2,nodea\n"))
    assert any("In the row nodea C1: There is already a row called" in line for line in elsewhere)


def test_a_whole_plan_as_a_proposal():
    plan = small_plan()
    nodes = plan.rows(Node)
    others = [row for row in plan if not isinstance(row, Node)]
    moved = msgspec.structs.replace(nodes[0], frame="f2")
    found = propose_plan(plan, Plan([*others, nodes[1], moved]))
    assert found.reordered == ("node",)
    assert fates(found, "node") == [("nodeb", "unchanged"), ("nodea", "changed")]
    assert found.plan == Plan([*others, nodes[1], moved])
    assert not propose_plan(plan, plan).changes
    gone = propose_plan(plan, plan.without(Node, "n2").without(Frame, "f2"))
    assert gone.count(Fate.REMOVED) == 2
    assert gone.reordered == ()


@pytest.mark.parametrize("name", ["", "a", "b/c.csv"])
def test_tables_without_lines_change_nothing(name):
    table = read_csv(name, b"Key,Name\n", sheets()["node"]).table
    assert not propose(small_plan(), [table]).changes
