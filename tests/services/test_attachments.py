"""Attaching and removing files."""

from __future__ import annotations

import hashlib

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from planner.audit.models import Event
from tests.services.test_attachment_kinds import PDF
from worksheets.models import Attachment, Revision
from worksheets.plan.rows.frame import Frame
from worksheets.queries.attachments import bytes_used, counts, listing
from worksheets.queries.workbook import open_workbook
from worksheets.services import attachments as service
from worksheets.services.attachments import attach, clean_name, remove
from worksheets.services.clusters import create_cluster
from worksheets.services.errors import AttachmentRefused
from worksheets.services.rows import delete_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(architect, cluster):
    return {"actor": architect, "cluster_id": cluster.pk}


def last_event():
    return Event.objects.order_by("number").last()


def test_a_file_and_its_event(here, cluster, architect):
    stamp = cluster.revisions.get().stamp
    made = attach(
        **here, name="plan.pdf", content=PDF, description="  rack  R14 ", worksheet="node", key="n1"
    )
    found = Attachment.objects.get()
    assert (bytes(found.content), found.size, found.media_type) == (
        PDF,
        len(PDF),
        "application/pdf",
    )
    assert found.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (found.row_title, found.description, found.uploaded_by) == (
        "nodea",
        "rack R14",
        architect,
    )
    event = last_event()
    assert event.action == "attachment.added"
    assert event.subject == f"cluster:{cluster.pk}/attachment:{made.pk}"
    assert event.data["sha256"] == found.sha256
    assert (event.data["row"], event.data["bytes"]) == ("nodea", len(PDF))
    assert cluster.revisions.get().stamp == stamp, "the plan has not changed"


def test_removing_leaves_the_digest_in_the_log(here, attachment):
    remove(**here, attachment_id=attachment.pk)
    assert not Attachment.objects.exists()
    event = last_event()
    assert event.action == "attachment.removed"
    assert event.subject.endswith(f"attachment:{attachment.pk}")
    assert event.data["sha256"] == attachment.sha256
    for gone in (attachment.pk, 10**30):
        with pytest.raises(Http404):
            remove(**here, attachment_id=gone)


def test_an_attachment_of_another_cluster_is_not_removed(here, attachment, architect, team):
    other = create_cluster(actor=architect, team_id=team.pk, name="other", environment="test")
    with pytest.raises(Http404):
        remove(actor=architect, cluster_id=other.pk, attachment_id=attachment.pk)
    assert Attachment.objects.exists()


@pytest.mark.parametrize(
    ("role", "refusal"),
    [("viewer", PermissionDenied), ("approver", PermissionDenied), ("stranger", Http404)],
)
def test_rights(people, cluster, attachment, role, refusal):
    with pytest.raises(refusal):
        attach(actor=people[role], cluster_id=cluster.pk, name="a.pdf", content=PDF)
    with pytest.raises(refusal):
        remove(actor=people[role], cluster_id=cluster.pk, attachment_id=attachment.pk)
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "what", "says"),
    [
        ({"content": b""}, "file", "a.pdf is empty"),
        ({"content": PDF + b"x" * service.FILE_BYTES}, "file", "larger than 10 MiB"),
        ({"name": "a.exe"}, "file", "cannot be attached"),
        ({"name": " ./"}, "file", "no name"),
        ({"name": "a.png"}, "file", "holds a PDF document"),
        ({"description": "x" * 201}, "description", "shorten it to 200"),
        ({"description": "a\u202eb"}, "description", r"U\+202E"),
        ({"worksheet": "node", "key": "zzz"}, "place", "does not exist"),
        ({"worksheet": "nonsense", "key": "n1"}, "place", "does not exist"),
        ({"worksheet": "node"}, "place", "does not exist"),
        ({"key": "n1"}, "place", "does not exist"),
    ],
)
def test_refusals_store_nothing(here, values, what, says):
    events = Event.objects.count()
    with pytest.raises(AttachmentRefused, match=says) as caught:
        attach(**{**here, "name": "a.pdf", "content": PDF, **values})
    assert set(caught.value.errors) == {what}
    assert not Attachment.objects.exists()
    assert Event.objects.count() == events


def test_a_name_once_in_one_place(here):
    place = {"worksheet": "node", "key": "n1"}
    attach(**here, name="a.pdf", content=PDF, **place)
    attach(**here, name="a.pdf", content=PDF)
    attach(**here, name="b.pdf", content=PDF, **place)
    with pytest.raises(AttachmentRefused, match=r"called a\.pdf is attached here already"):
        attach(**here, name="x/a.pdf", content=PDF, **place)


def test_limits_of_number_and_size(here, monkeypatch):
    monkeypatch.setattr(service, "PER_ROW", 2)
    monkeypatch.setattr(service, "ON_CLUSTER", 1)
    place = {"worksheet": "node", "key": "n1"}
    attach(**here, name="1.pdf", content=PDF, **place)
    attach(**here, name="2.pdf", content=PDF, **place)
    with pytest.raises(AttachmentRefused, match="This row has 2 attachments"):
        attach(**here, name="3.pdf", content=PDF, **place)
    attach(**here, name="1.pdf", content=PDF)
    with pytest.raises(AttachmentRefused, match="The cluster itself has 1 attachments"):
        attach(**here, name="2.pdf", content=PDF)
    monkeypatch.setattr(service, "CLUSTER_BYTES", 4 * len(PDF) - 1)
    with pytest.raises(AttachmentRefused, match="would go beyond"):
        attach(**here, name="1.pdf", content=PDF, worksheet="node", key="n2")
    monkeypatch.setattr(service, "CLUSTER_BYTES", 4 * len(PDF))
    attach(**here, name="1.pdf", content=PDF, worksheet="node", key="n2")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("C:\\Users\\kim\\plan.pdf", "plan.pdf"),
        ("../../etc/plan.pdf", "plan.pdf"),
        ("  a   b .pdf ", "a b.pdf"),
        ("Kabel für Süd.pdf", "Kabel für Süd.pdf"),
        ("Su\u0308d.pdf", "Süd.pdf"),
        ("a\r\nb\x00.pdf", "a__b_.pdf"),
        ("gnp\u202efdp.exe", "gnp_fdp.exe"),
        ('a"b<c>.pdf', "a_b_c_.pdf"),
        ("x" * 400 + ".pdf", "x" * 146 + ".pdf"),
        ("x." + "y" * 400, "." + "y" * 149),
        (".pdf", "pdf"),
        ("", ""),
    ],
)
def test_names(name, clean):
    assert clean_name(name) == clean
    assert len(clean) <= 150


def test_files_of_deleted_rows_stay_on_the_cluster(here, cluster, django_assert_num_queries):
    attach(**here, name="own.pdf", content=PDF)
    attach(**here, name="frame.pdf", content=PDF, worksheet="frame", key="f2")
    attach(**here, name="node.pdf", content=PDF, worksheet="node", key="n2")
    attach(**here, name="early.pdf", content=PDF, worksheet="power_circuit", key="p1")
    delete_row(**here, sheet=sheets()["frame"], key="f2", version=1)
    plan = open_workbook(Revision.objects.get(cluster=cluster)).plan
    assert plan.get(Frame, "f2") is None
    with django_assert_num_queries(1):
        found = listing(cluster, plan)
    assert [file.name for file in found.cluster] == ["own.pdf"]
    order = [(place.title, [file.name for file in place.attachments]) for place in found.rows]
    assert order == [("P1", ["early.pdf"]), ("nodeb", ["node.pdf"])]
    (gone,) = found.gone
    assert (gone.sheet, gone.title, gone.attachments[0].name) == ("Frames", "frameB", "frame.pdf")
    assert bytes_used(cluster.pk) == 4 * len(PDF)


def test_counts(here, cluster, django_assert_num_queries):
    for name in ("1.pdf", "2.pdf"):
        attach(**here, name=name, content=PDF, worksheet="node", key="n1")
    attach(**here, name="3.pdf", content=PDF, worksheet="frame", key="f1")
    attach(**here, name="4.pdf", content=PDF)
    with django_assert_num_queries(1):
        assert counts(cluster.pk, "node") == {"n1": 2}
