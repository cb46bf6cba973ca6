"""Nothing of a worksheet may be missing: help, source, form, files, address for scripts, print."""

from __future__ import annotations

import html
from functools import cache

import pytest

from tests.plans import plan_with
from worksheets.documents.chapters import design_chapters
from worksheets.exchange.csv_files import write_csv
from worksheets.exchange.propose import propose
from worksheets.exchange.uploads import read_upload
from worksheets.plan.plan_file import digest, encode
from worksheets.plan.rows import KINDS
from worksheets.rules.judge import judge
from worksheets.rules.policy import NO_POLICY
from worksheets.rules.waiver import Standing
from worksheets.services.clusters import import_plan
from worksheets.sheets.cells import text_of
from worksheets.sheets.guide import GUIDE, beyond_the_guide
from worksheets.sheets.registry import sheets

each_worksheet = pytest.mark.parametrize("slug", KINDS)


@cache
def printed(plan_digest):
    """The text of all chapters of the plan with that digest."""
    plan = next(plan for plan in map(plan_with, KINDS) if digest(plan) == plan_digest)
    return " ".join(
        " ".join(html.unescape(chapter.html).split())
        for chapter in design_chapters(Standing(plan, judge(plan)), NO_POLICY)
    )


@each_worksheet
def test_it_says_what_it_is_for_and_who_asks_for_it(slug):
    sheet = sheets()[slug]
    assert sheet.lead
    assert sheet.sources
    for column in sheet.all_columns:
        assert column.help, column.name
        assert column.sources, column.name
    of_the_guide = {name for line in GUIDE for name in line.slugs}
    assert slug in of_the_guide or slug in beyond_the_guide(tuple(KINDS))


@pytest.mark.django_db
@each_worksheet
def test_it_has_a_page_with_a_form_and_the_help_of_each_column(client, architect, cluster, slug):
    client.force_login(architect)
    page = client.get(f"/clusters/{cluster.pk}/{slug}/?edit=cluster").content.decode()
    for column in sheets()[slug].all_columns:
        assert f' name="{column.name}"' in page, column.name
        assert f'id="help-{column.name}"' in page, column.name


@each_worksheet
def test_its_csv_comes_back_as_it_went(slug):
    plan, sheet = plan_with(slug), sheets()[slug]
    upload = read_upload(f"{slug}.csv", write_csv(plan, sheet), sheet)
    found = propose(plan, upload.tables, remove_missing=True)
    assert found.plan == plan
    assert not found.mistakes
    without = plan.without(KINDS[slug], *(row.key for row in plan.rows(KINDS[slug])))
    assert without != plan


@pytest.mark.django_db
@each_worksheet
def test_scripts_reach_its_rows(client, architect, team, slug):
    cluster = import_plan(actor=architect, team_id=team.pk, data=encode(plan_with(slug)))
    client.force_login(architect)
    response = client.get(f"/api/v1/clusters/{cluster.pk}/worksheets/{slug}/rows")
    assert response.status_code == 200
    keys = [row["key"] for row in response.json()["rows"]]
    assert keys == [row.key for row in plan_with(slug).rows(KINDS[slug])]


@pytest.mark.django_db
@each_worksheet
def test_each_of_its_cells_is_printed(slug):
    plan, sheet = plan_with(slug), sheets()[slug]
    text = printed(digest(plan))
    assert f'id="sheet-{slug}"' in text
    for row in plan.rows(sheet.row):
        for name, field in sheet.fields.items():
            cell = " ".join(text_of(plan, field, getattr(row, name)).split())
            assert cell in text, (row.key, name)
