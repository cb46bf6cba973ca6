"""A workbook goes out, is changed in a spreadsheet, and comes back: first with mistakes."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.journeys.test_grid import texts
from tests.journeys.test_head import from_menu
from tests.journeys.test_main_line import open_sheet
from worksheets.plan.plan_file import decode
from worksheets.plan.rows.node import Node

CLUSTER = "vcl_payments"
CONFIRM = "Import all of it"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def exported(page: Page) -> bytes:
    """The workbook of the whole cluster, as the page hands it out."""
    from_menu(page, "Export")
    with page.expect_download() as download:
        page.get_by_role("heading", name="The whole cluster").locator("xpath=..").get_by_role(
            "link", name="Workbook (XLSX)"
        ).first.click()
    return download.value.path().read_bytes()


def upload(page: Page, name: str, data: bytes) -> None:
    from_menu(page, "Import")
    file = {"name": name, "mimeType": XLSX, "buffer": data}
    page.locator("input[type=file]").set_input_files(files=[file])
    page.get_by_role("button", name="Look at the changes").click()


def with_cells(data: bytes, **cells: object) -> bytes:
    """The workbook with other values in the columns of the first node, by label."""
    book = load_workbook(io.BytesIO(data))
    tab = book["Nodes"]
    heads = [str(cell.value).split(" (")[0] for cell in tab[1]]
    for label, value in cells.items():
        tab.cell(row=2, column=heads.index(label) + 1).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_mistakes_are_all_told_then_the_mended_file_is_taken(open_page, script):
    page = open_page(java_script_enabled=script)
    open_sheet(page, CLUSTER, "Nodes")
    sheet = page.url
    name = texts(page, "name")[0]
    memory = 301 if script else 302
    data = exported(page)

    upload(page, "workbook.xlsx", with_cells(data, Memory="plenty", Frame="frame Z"))
    problems = page.locator("main")
    expect(problems).to_contain_text("“plenty” is not a whole number")
    expect(problems).to_contain_text("There is no frame called “frame Z”")
    expect(page.get_by_role("button", name=CONFIRM)).to_have_count(0)

    upload(page, "workbook.xlsx", with_cells(data, Memory=memory))
    expect(page.locator("main")).to_contain_text(str(memory))
    plan = decode(page.request.get(sheet.replace("node/", "plan.json")).body())
    assert plan.rows(Node)[0].memory != memory, "nothing is written before it is confirmed"
    page.get_by_role("button", name=CONFIRM).first.click()
    plan = decode(page.request.get(sheet.replace("node/", "plan.json")).body())
    assert (plan.rows(Node)[0].name, plan.rows(Node)[0].memory) == (name, memory)
