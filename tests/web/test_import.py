"""Importing and exporting plan files through the pages."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.plans import small_plan
from worksheets.models import Cluster
from worksheets.plan.plan_file import decode, encode

pytestmark = pytest.mark.django_db


@pytest.fixture
def upload(client, architect, team):
    client.force_login(architect)

    def upload(data: bytes):
        file = SimpleUploadedFile("plan.json", data, "application/json")
        return client.post("/clusters/import/", {"team": team.pk, "file": file})

    return upload


def test_import_then_export_is_the_same_plan(upload, client):
    assert upload(encode(small_plan())).status_code == 302
    cluster = Cluster.objects.get()
    response = client.get(f"/clusters/{cluster.pk}/plan.json")
    assert decode(response.content) == small_plan()
    assert response["Content-Disposition"] == 'attachment; filename="small-r1-plan.json"'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (encode(small_plan())[:-20], "truncated"),
        (b"", "Choose a plan file first|not a readable plan file|empty"),
        (b"\x00\xff\xfe", "not a readable plan file"),
        (b'{"format":"ha-cluster-plan","version":99}', "version 99"),
        (encode(small_plan()).replace(b'"f1"', b'"gone"', 1), "refers to"),
        (b'{"format":"ha-cluster-plan","version":1,"sheets":{"<b>":[]}}', "&lt;b&gt;"),
    ],
)
def test_bad_file_says_what_is_wrong(upload, data, message):
    response = upload(data)
    assert response.status_code == 422
    assert re.search(message, response.content.decode())
    assert not Cluster.objects.exists()


def test_second_import_says_the_name_is_taken(upload):
    upload(encode(small_plan()))
    response = upload(encode(small_plan()))
    assert response.status_code == 422
    assert "already has a cluster called small" in response.content.decode()


def test_too_large_a_file(upload):
    response = upload(b" " * (16 * 1024 * 1024 + 1))
    assert response.status_code in (413, 422)
    assert not Cluster.objects.exists()


def test_unknown_team(client, architect):
    client.force_login(architect)
    file = SimpleUploadedFile("plan.json", encode(small_plan()))
    for team in ("", "x", "999999", "9" * 30):
        file.seek(0)
        assert client.post("/clusters/import/", {"team": team, "file": file}).status_code == 404


def test_new_cluster_form(client, architect, team):
    client.force_login(architect)
    bad = client.post("/clusters/new/", {"team": team.pk, "name": "", "environment": "test"})
    assert bad.status_code == 422
    assert "cannot be empty" in bad.content.decode()
    good = client.post("/clusters/new/", {"team": team.pk, "name": "n", "environment": "test"})
    assert good.status_code == 302
    assert Cluster.objects.get().name == "n"
