"""Import and export through the pages."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.plans import small_plan
from worksheets.exchange.workbook_reading import read_workbook
from worksheets.exchange.workbook_writing import write_workbook
from worksheets.models import Cluster, PendingImport, Revision
from worksheets.models.store.read import read_plan
from worksheets.plan.plan import Plan
from worksheets.plan.rows.node import Node
from worksheets.services.rows import add_row
from worksheets.sheets.registry import sheets
from worksheets.web import importing

pytestmark = pytest.mark.django_db
NODES = b"Key,Name,Frame,Notes\nn1,nodea,frameB,=1+1\n,<b>new</b>,frameA,\n"


@pytest.fixture
def upload(client, architect, cluster):
    client.force_login(architect)

    def upload(data: bytes, name: str = "nodes.csv", **fields):
        file = SimpleUploadedFile(name, data)
        return client.post(f"/clusters/{cluster.pk}/import/", {"file": file, **fields}, follow=True)

    return upload


def stored(cluster: Cluster) -> Plan:
    return read_plan(Revision.objects.get(cluster=cluster).pk)


def confirm(client, response):
    """Press the button of a preview."""
    digest = re.search(r'name="digest" value="([0-9a-f]{64})"', response.content.decode())
    assert digest, "the page has no button to confirm"
    return client.post(response.request["PATH_INFO"], {"digest": digest[1]})


def test_preview_confirm_and_land_on_the_worksheet(upload, client, cluster):
    response = upload(NODES)
    page = response.content.decode()
    assert response.status_code == 200
    assert "1 row added, 1 changed, 0 removed," in page
    assert "<del>frameA</del>" in page
    assert "<ins>frameB</ins>" in page
    assert "&lt;b&gt;new&lt;/b&gt;" in page
    assert "<b>new</b>" not in page
    assert stored(cluster) == small_plan()
    done = confirm(client, response)
    assert done["Location"] == f"/clusters/{cluster.pk}/node/"
    assert "Imported: 1 row added, 1 changed" in client.get(done["Location"]).content.decode()
    assert [node.name for node in stored(cluster).rows(Node)] == ["nodea", "nodeb", "<b>new</b>"]
    assert client.get(response.request["PATH_INFO"]).status_code == 404


def test_mistakes_are_listed_with_place_and_remedy_and_without_a_button(upload, client, cluster):
    response = upload(NODES + b",nodeb,frameX,\n,c,,\x07\n")
    page = response.content.decode()
    assert "2 mistakes in the file" in page
    assert "There is no frame called “frameX”; did you mean frame" in page
    assert "U+0007, which cannot be shown; remove it." in page
    assert '<td class="mono found">�</td>' in page
    assert ">4</td><td>Frame</td>" in page
    assert 'name="digest"' not in page
    forced = client.post(response.request["PATH_INFO"], {"digest": "x"})
    assert forced.status_code == 409
    assert stored(cluster) == small_plan()


def test_files_that_cannot_be_read_stay_on_the_form(upload):
    for data, name, message in [
        (b"Name\na\n", "x.csv", "choose the worksheet"),
        (b"PK\x03\x04", "x.xlsx", "not a readable XLSX workbook"),
        (b"{}", "x.json", "not a plan file"),
    ]:
        response = upload(data, name)
        assert response.status_code == 422
        assert message in response.content.decode()
    assert not PendingImport.objects.exists()


def test_no_file_and_unknown_worksheet(client, architect, cluster, upload):
    client.force_login(architect)
    empty = client.post(f"/clusters/{cluster.pk}/import/")
    assert empty.status_code == 422
    assert "Choose a file first." in empty.content.decode()
    assert upload(NODES, "nodes.csv", sheet="nonsense").status_code == 200


def test_the_worksheet_for_csv_can_be_chosen(upload, cluster, client):
    response = upload(b"Name\nnew\n", "x.csv", sheet="frame")
    assert "for the worksheet Frames" in response.content.decode()


def test_a_preview_that_is_out_of_date(upload, client, cluster, people):
    response = upload(NODES)
    cells = {"name": "frameC"}
    add_row(
        actor=people["administrator"], cluster_id=cluster.pk, sheet=sheets()["frame"], cells=cells
    )
    late = confirm(client, response)
    assert late.status_code == 409
    assert "have changed since this preview" in late.content.decode()
    assert stored(cluster).get(Node, "n1").frame == "f1"
    late.request["PATH_INFO"] = response.request["PATH_INFO"]
    assert confirm(client, late).status_code == 302
    assert stored(cluster).get(Node, "n1").frame == "f2"


def test_deleting_says_what_goes(upload, client, cluster):
    response = upload(b"Name\nframeA\n", "frames.csv", remove_missing="1")
    page = response.content.decode()
    assert "0 rows added, 0 changed, 1 removed" in page
    assert 'class="fate removed"' in page
    kept = upload(b"Name\nframeA\n", "frames.csv")
    assert "The worksheets hold all of this already." in kept.content.decode()


def test_cancel(upload, client, cluster):
    response = upload(NODES)
    gone = client.post(response.request["PATH_INFO"] + "cancel/")
    assert gone["Location"] == f"/clusters/{cluster.pk}/import/"
    assert not PendingImport.objects.exists()


def test_long_previews_come_in_pages(upload, client, monkeypatch):
    monkeypatch.setattr(importing, "ROWS_SHOWN", 50)
    response = upload(b"Name\n" + b"".join(b"n%d\n" % number for number in range(120)))
    page = response.content.decode()
    assert "120 rows added" in page
    assert "Rows 1–50 of 120 that change" in page
    assert page.count('class="fate added"') == 50
    last = client.get(response.request["PATH_INFO"] + "?page=3").content.decode()
    assert last.count('class="fate added"') == 20


def test_thousands_of_mistakes_are_cut(upload, monkeypatch):
    monkeypatch.setattr(importing, "MISTAKES_SHOWN", 10)
    page = upload(b"Name,CPU peak\n" + b"a,x\n" * 30).content.decode()
    assert page.count('class="mono found"') == 10
    assert re.search(r"And \d+ more\.", page)


def test_exports(client, people, cluster):
    client.force_login(people["viewer"])
    listed = client.get(f"/clusters/{cluster.pk}/export/?sheet=node").content.decode()
    for address in ("workbook.xlsx", "plan.json", "node/sheet.csv", "node/sheet.xlsx"):
        assert f'href="/clusters/{cluster.pk}/{address}"' in listed
    plain = client.get(f"/clusters/{cluster.pk}/node/sheet.csv")
    assert plain["Content-Disposition"] == 'attachment; filename="small-r1-nodes.csv"'
    rows = list(csv.reader(io.StringIO(plain.content.decode("utf-8-sig"), newline="")))
    assert [row[1] for row in rows] == ["Name", "nodea", "nodeb"]
    (one,) = read_workbook("x", client.get(f"/clusters/{cluster.pk}/node/sheet.xlsx").content)
    assert [line.texts["name"] for line in one.lines] == ["nodea", "nodeb"]
    whole = read_workbook("x", client.get(f"/clusters/{cluster.pk}/workbook.xlsx").content)
    assert len(whole) == len(sheets())


def test_the_schema_is_for_everybody_who_is_signed_in(client, people):
    assert client.get("/plan.schema.json").status_code == 302
    client.force_login(people["stranger"])
    response = client.get("/plan.schema.json")
    assert response["Content-Type"] == "application/schema+json"
    assert response.json()["properties"]["format"] == {"const": "ha-cluster-plan"}


def test_a_workbook_becomes_a_cluster(client, architect, team):
    client.force_login(architect)
    data = write_workbook(small_plan(), sheets().values())
    file = SimpleUploadedFile("small.xlsx", data)
    response = client.post("/clusters/import/", {"team": team.pk, "file": file})
    assert response.status_code == 302
    assert stored(Cluster.objects.get()) == small_plan()
    broken = write_workbook(Plan([Node(key="n1", name="a")]), [sheets()["node"]])
    again = client.post(
        "/clusters/import/", {"team": team.pk, "file": SimpleUploadedFile("b.xlsx", broken)}
    )
    assert again.status_code == 422
    assert "names no cluster" in again.content.decode()


def test_only_editors_see_import(client, people, cluster):
    for role, count in [("viewer", 0), ("architect", 1)]:
        client.force_login(people[role])
        page = client.get(f"/clusters/{cluster.pk}/node/").content.decode()
        assert page.count(f'href="/clusters/{cluster.pk}/import/"') == count
        assert f"/clusters/{cluster.pk}/export/?sheet=node" in page
