"""The pages of attachments."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.services.test_attachment_kinds import PDF
from worksheets.models import Attachment
from worksheets.services import attachments as service
from worksheets.services.attachments import attach
from worksheets.services.clusters import create_cluster
from worksheets.services.rows import delete_row
from worksheets.sheets.registry import sheets
from worksheets.web.attachments import size_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, architect):
    client.force_login(architect)
    return client


@pytest.fixture
def address(cluster):
    return f"/clusters/{cluster.pk}/attachments/"


def upload(browser, address, name="plan.pdf", content=PDF, follow=True, **fields):
    data = {"file": SimpleUploadedFile(name, content), **fields}
    return browser.post(address, data, follow=follow)


def html(response):
    return response.content.decode()


def test_attach_to_a_row_chosen_from_the_list(browser, address, cluster):
    assert '<option value="node:n1">nodea</option>' in html(browser.get(address))
    response = upload(browser, address, description="rack R14", place="node:n1")
    assert response.redirect_chain == [(address, 302)]
    page = html(response)
    assert "plan.pdf is attached." in page
    assert f'<a href="/clusters/{cluster.pk}/node/#row-n1">Nodes · nodea</a>' in page
    assert "rack R14" in page
    assert (Attachment.objects.get().worksheet, Attachment.objects.get().key) == ("node", "n1")


def test_attach_on_the_page_of_a_row(browser, address, attachment):
    row = f"{address}?worksheet=node&key=n2"
    assert "cabling.txt" not in html(browser.get(row))
    response = upload(browser, row, place="node:n2")
    assert response.redirect_chain == [(row, 302)]
    page = html(response)
    assert "Attachments of nodeb" in page
    assert "plan.pdf" in page
    assert "cabling.txt" in html(browser.get(address))


@pytest.mark.parametrize("query", ["?worksheet=node&key=zzz", "?worksheet=x&key=n1", "?key=n1"])
def test_an_unknown_row_shows_the_whole_cluster(browser, address, attachment, query):
    response = browser.get(address + query)
    assert response.status_code == 200
    assert "cabling.txt" in html(response)


def test_a_refused_file_keeps_what_was_typed(browser, address):
    response = upload(
        browser, address, name="plan.png", description='the "new" rack', place="node:n2"
    )
    assert response.status_code == 422
    page = html(response)
    assert "plan.png is named as a PNG picture, but holds a PDF document." in page
    assert 'value="the &quot;new&quot; rack"' in page
    assert '<option value="node:n2" selected>' in page
    assert not Attachment.objects.exists()


def test_without_a_file_and_with_too_much(browser, address, monkeypatch):
    assert "Choose a file first." in html(browser.post(address, {"file": "text"}))
    monkeypatch.setattr("worksheets.web.attachments.FILE_BYTES", 10)
    response = upload(browser, address)
    assert response.status_code == 422
    assert "is larger than 10 MiB" in html(response)


@pytest.mark.parametrize("place", ["node", ":", "node:", "::", "x" * 3000, "node:n1:name"])
def test_a_nonsensical_place(browser, address, place):
    response = upload(browser, address, place=place)
    assert response.status_code == (200 if place == ":" else 422)


def test_the_file_is_to_be_stored_not_shown(browser, address, architect, cluster):
    made = attach(
        actor=architect, cluster_id=cluster.pk, name='Süd; "a".txt', content=b"<script>alert(1)"
    )
    response = browser.get(f"{address}{made.pk}/")
    assert response.content == b"<script>alert(1)"
    assert response["Content-Type"] == "text/plain"
    assert response["Content-Disposition"] == ("attachment; filename*=utf-8''S%C3%BCd%3B%20_a_.txt")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "private, no-store"
    for wrong in (made.pk + 1, 10**30):
        assert browser.get(f"{address}{wrong}/").status_code == 404


def test_an_attachment_is_reached_through_its_own_cluster_only(
    browser, architect, team, attachment
):
    other = create_cluster(actor=architect, team_id=team.pk, name="other", environment="test")
    assert browser.get(f"/clusters/{other.pk}/attachments/{attachment.pk}/").status_code == 404


def test_removing_asks_first(browser, address, attachment):
    question = f"{address}{attachment.pk}/remove/?worksheet=node&key=n1"
    page = html(browser.get(question))
    assert "Remove cabling.txt?" in page
    assert Attachment.objects.exists()
    action = re.search(r'<form class="bar" method="post" action="([^"]+)"', page)[1]
    response = browser.post(action.replace("&amp;", "&"), follow=True)
    assert response.redirect_chain == [(f"{address}?worksheet=node&key=n1", 302)]
    assert "cabling.txt has been removed." in html(response)
    assert not Attachment.objects.exists()


def test_a_viewer_downloads_only(client, people, address, attachment):
    client.force_login(people["viewer"])
    page = html(client.get(address))
    assert f'href="{address}{attachment.pk}/"' in page
    assert "Remove" not in page
    assert "<form" not in page.partition("<main")[2]


def test_files_of_deleted_rows(browser, address, architect, cluster):
    place = {"worksheet": "frame", "key": "f2"}
    attach(actor=architect, cluster_id=cluster.pk, name="old.pdf", content=PDF, **place)
    delete_row(actor=architect, cluster_id=cluster.pk, sheet=sheets()["frame"], key="f2", version=1)
    page = html(browser.get(address))
    assert "Rows that are gone" in page
    assert "Frames · frameB" in page


def test_the_sheet_shows_how_many(browser, cluster, attachment, django_assert_max_num_queries):
    row = f'/clusters/{cluster.pk}/attachments/?worksheet=node&amp;key=n1" title="1 attachment"'
    browser.get(f"/clusters/{cluster.pk}/node/")
    with django_assert_max_num_queries(9):
        page = html(browser.get(f"/clusters/{cluster.pk}/node/"))
    assert row in page
    edited = html(browser.get(f"/clusters/{cluster.pk}/node/?edit=n2"))
    assert '?worksheet=node&amp;key=n2">Attachments</a>' in edited
    saved = browser.post(
        f"/clusters/{cluster.pk}/node/rows/n2/",
        {"version": 1, "frame": "frameB"},
        headers={"HX-Request": "true"},
    )
    assert row in html(saved), "nodea lost its mark too and is sent again"


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 byte"), (1023, "1023 bytes"), (2048, "2 KiB"), (10 * service.MEBIBYTE, "10.0 MiB")],
)
def test_sizes(size, text):
    assert size_text(size) == text
