"""Tables and plan are twins."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.generator import generate
from tests.plans import small_plan, version_of
from worksheets.models import Cluster, Revision
from worksheets.models.store import write
from worksheets.models.store.bulk import insert_plan
from worksheets.models.store.read import read_plan
from worksheets.plan.fields import Holds, fields_of
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node

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


def test_order_of_lists_is_kept(revision):
    insert_plan(revision.pk, small_plan())
    frame = read_plan(revision.pk).get(Frame, "f1")
    assert frame.circuits == ("p2", "p1")
    turned = Frame(key="f1", name="frameA", circuits=("p1", "p2"))
    write.update_row(revision.pk, frame, turned)
    assert read_plan(revision.pk).get(Frame, "f1") == turned


def test_rows_of_other_revisions_are_left_alone(revision, team):
    other = Revision.objects.create(cluster=revision.cluster, number=2, edited_at=timezone.now())
    insert_plan(revision.pk, small_plan())
    insert_plan(other.pk, small_plan())
    node = read_plan(revision.pk).get(Node, "n1")
    write.update_row(revision.pk, node, Node(key="n1", name="renamed"))
    write.delete_row(revision.pk, read_plan(revision.pk).get(Frame, "f2"))
    assert read_plan(other.pk) == small_plan()
    assert version_of(other.pk, "node", "n1") == 1
    assert version_of(revision.pk, "node", "n1") == 2


def test_new_row_comes_last(revision):
    insert_plan(revision.pk, small_plan())
    write.insert_row(revision.pk, Node(key="aaa", name="nodec", frame="f2"))
    assert [node.key for node in read_plan(revision.pk).rows(Node)] == ["n1", "n2", "aaa"]


def test_reading_takes_a_bounded_number_of_queries(revision, django_assert_max_num_queries):
    insert_plan(revision.pk, generate(1, nodes=4, groups=8))
    columns = [field for kind in KINDS.values() for field in fields_of(kind).values()]
    lists = sum(field.holds is Holds.REFERENCES for field in columns)
    with django_assert_max_num_queries(len(KINDS) + lists):
        read_plan(revision.pk)
