"""Tables and plan are twins."""

from __future__ import annotations

import uuid
from importlib import resources

import pytest
from django.utils import timezone
from msgspec import structs

from tests.generator import generate
from tests.plans import small_plan, version_of
from worksheets.models import Cluster, Revision
from worksheets.models.store.bulk import insert_plan
from worksheets.models.store.read import read_plan
from worksheets.models.store.write import write_difference
from worksheets.plan.difference import difference
from worksheets.plan.fields import Holds, fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import decode
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.queries import workbook
from worksheets.services.rows import save_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db


@pytest.fixture
def revision(team):
    cluster = Cluster.objects.create(team=team, name="c", environment="test")
    return Revision.objects.create(cluster=cluster, number=1, edited_at=timezone.now())


@pytest.mark.parametrize("seed", range(4))
def test_generated_plan_comes_back_as_it_was(revision, seed):
    plan = generate(seed, nodes=2 + seed, groups=4)
    insert_plan(revision.pk, plan)
    assert read_plan(revision.pk) == plan


def turn(revision, after):
    """Write `after` over what the revision holds."""
    write_difference(revision.pk, difference(read_plan(revision.pk), after))


@pytest.mark.parametrize("name", ["vcl_payments", "scl_clearing"])
def test_a_sample_comes_back_as_it_was(revision, name):
    data = (resources.files("worksheets.samples") / f"{name}.json").read_bytes()
    insert_plan(revision.pk, decode(data))
    assert read_plan(revision.pk) == decode(data)


def test_order_of_lists_is_kept(revision):
    insert_plan(revision.pk, small_plan())
    frame = read_plan(revision.pk).get(Frame, "f1")
    assert frame.circuits == ("p2", "p1")
    turned = Frame(key="f1", name="frameA", circuits=("p1", "p2"))
    turn(revision, small_plan().replace(turned))
    assert read_plan(revision.pk).get(Frame, "f1") == turned


def test_rows_of_other_revisions_are_left_alone(revision, team):
    other = Revision.objects.create(cluster=revision.cluster, number=2, edited_at=timezone.now())
    insert_plan(revision.pk, small_plan())
    insert_plan(other.pk, small_plan())
    turn(revision, small_plan().replace(Node(key="n1", name="renamed", frame="f1")))
    nodes = [node.key for node in small_plan().rows(Node)]
    turn(revision, read_plan(revision.pk).ordered(Node, reversed(nodes)))
    turn(revision, read_plan(revision.pk).without(Node, "n2"))
    assert read_plan(other.pk) == small_plan()
    assert version_of(other.pk, "node", "n1") == 1
    assert version_of(revision.pk, "node", "n1") == 2


def test_new_rows_come_last_unless_they_are_put_elsewhere(revision):
    insert_plan(revision.pk, small_plan())
    turn(revision, small_plan().replace(Node(key="aaa", name="nodec", frame="f2")))
    assert [node.key for node in read_plan(revision.pk).rows(Node)] == ["n1", "n2", "aaa"]
    plan = read_plan(revision.pk).replace(Node(key="bbb", name="noded"))
    turn(revision, plan.ordered(Node, ["n2", "bbb", "n1"]))
    assert [node.key for node in read_plan(revision.pk).rows(Node)] == ["n2", "bbb", "n1", "aaa"]


def test_rows_that_refer_to_each_other_come_and_go_in_one_write(revision):
    """Cards need their node, and administrators each other."""
    insert_plan(revision.pk, small_plan())
    more = small_plan().replace(
        Card(key="c9", name="C9", node="n9"),
        Node(key="n9", name="nodez"),
        Administrator(key="a1", name="Anna", backup="a2"),
        Administrator(key="a2", name="Ben", backup="a1"),
    )
    turn(revision, more)
    assert read_plan(revision.pk) == more
    turn(revision, small_plan())
    assert read_plan(revision.pk) == small_plan()


@pytest.mark.parametrize("seed", range(3))
def test_any_plan_can_be_turned_into_any_other(revision, seed):
    before = generate(seed, nodes=2 + seed, groups=4)
    after = generate(seed + 10, nodes=5 - seed, groups=3)
    insert_plan(revision.pk, before)
    turn(revision, after)
    assert read_plan(revision.pk) == after


def test_rows_that_get_the_same_values_are_written_together(revision, django_assert_num_queries):
    rows = [Node(key=f"n{number}", name=f"node{number}") for number in range(60)]
    insert_plan(revision.pk, Plan(rows))
    before = read_plan(revision.pk)
    after = before.replace(*(structs.replace(row, memory=64) for row in rows))
    with django_assert_num_queries(1):
        write_difference(revision.pk, difference(before, after))
    assert read_plan(revision.pk) == after


def test_reading_takes_a_query_per_worksheet_and_list_in_use(revision, django_assert_num_queries):
    plan = generate(1, nodes=4, groups=8)
    insert_plan(revision.pk, plan)
    lists = [
        field
        for kind in KINDS.values()
        if plan.rows(kind)
        for field in fields_of(kind).values()
        if field.holds is Holds.REFERENCES
    ]
    with django_assert_num_queries(len(KINDS) + len(lists)):
        read_plan(revision.pk)


def test_a_read_that_somebody_wrote_into_is_begun_anew(cluster, architect, monkeypatch):
    """What is opened is one state, never half of one and half of another."""
    revision = Revision.objects.select_related("cluster").get(pk=cluster.current_id)
    revision.stamp = uuid.uuid4()
    revision.save(update_fields=["stamp"])
    real, calls = workbook.read_rows, []

    def interrupted(revision_id):
        found = real(revision_id)
        if not calls:
            calls.append(revision_id)
            where = {"actor": architect, "cluster_id": cluster.pk}
            save_row(**where, sheet=sheets()["node"], key="n1", version=1, cells={"memory": "7"})
        return found

    monkeypatch.setattr(workbook, "read_rows", interrupted)
    book = workbook.open_workbook(revision)
    assert book.plan.get(Node, "n1").memory == 7
    assert book.plan == read_plan(revision.pk)


def test_rows_that_get_values_of_their_own_are_written_with_few_statements(
    revision, django_assert_max_num_queries
):
    rows = [Node(key=f"n{number}", name=f"node{number}") for number in range(300)]
    insert_plan(revision.pk, Plan(rows))
    before = read_plan(revision.pk)
    after = before.replace(*(structs.replace(row, memory=i) for i, row in enumerate(rows)))
    with django_assert_max_num_queries(12):
        write_difference(revision.pk, difference(before, after))
    assert read_plan(revision.pk) == after
    assert version_of(revision.pk, "node", "n7") == 2
