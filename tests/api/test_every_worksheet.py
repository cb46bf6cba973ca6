"""Each worksheet through its own addresses, with rows of the samples."""

from __future__ import annotations

import pytest

from tests.plans import plan_with
from worksheets.models.store.read import read_plan
from worksheets.plan.plan_file import encode
from worksheets.services.clusters import import_plan
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db

# What a copied row is called, by the column that names rows of its worksheet.
NAMES = {"name": "a copy", "path": "/a/copy"}


@pytest.fixture
def sample(architect, team):
    """A cluster whose worksheet of that class has rows: ``sample(kind)``."""

    def sample(kind):
        plan = plan_with(kind.slug)
        return import_plan(actor=architect, team_id=team.pk, data=encode(plan))

    return sample


@pytest.mark.parametrize("slug", sheets())
def test_read_change_replace_delete_and_add_again(call, sample, slug):
    sheet = sheets()[slug]
    cluster = sample(sheet.row)
    address = f"clusters/{cluster.pk}/worksheets/{slug}/rows"
    listed = call("get", address).data
    assert [row["key"] for row in listed["rows"]] == list(listed["titles"])
    before = read_plan(cluster.current_id)
    for row in listed["rows"]:
        read = call("get", f"{address}/{row['key']}")
        assert (read.data, read["ETag"]) == (row, listed["etags"][row["key"]])
        put = call("put", f"{address}/{row['key']}", row, If_Match=read["ETag"])
        assert put.status_code == 200, put.data
    assert read_plan(cluster.current_id) == before

    row = listed["rows"][-1]
    own, tag = f"{address}/{row['key']}", listed["etags"][row["key"]]
    changed = call("patch", own, {"notes": "seen by a script"}, If_Match=tag)
    assert changed.data == {**row, "notes": "seen by a script"}
    if sheet.single:
        assert call("delete", own, If_Match="*").status_code == 422
        return
    gone = _a_row_that_can_go(call, address, listed["rows"])
    assert call("delete", f"{address}/{gone['key']}", If_Match="*").status_code == 204
    assert gone["key"] not in call("get", address).data["titles"]
    added = call("post", address, gone)
    assert (added.status_code, added.data) == (201, gone)
    assert call("get", f"{address}/{gone['key']}").data == gone


def _a_row_that_can_go(call, address, rows):
    """A row nobody refers to; where there is none, a copy of the last row by another name."""
    for row in reversed(rows):
        response = call("delete", f"{address}/{row['key']}", If_Match="*")
        if response.status_code == 204:
            return call("post", address, row).data
        assert response.status_code == 409
        assert response.data["errors"]
    fields = sheets()[address.split("/")[3]].fields.values()
    unique = {field.name: None for field in fields if field.unique}
    called = {name: text for name, text in NAMES.items() if name in rows[-1]}
    copy = {**rows[-1], **unique, **called, "key": "a-copy"}
    added = call("post", address, copy)
    assert added.status_code == 201, added.data
    return added.data
