"""What makes the grid quicker than a spreadsheet: blocks, filling, copying, moving, undo."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.test_main_line import cell, edit, open_sheet

STRONG = "vcl_payments"


def texts(page: Page, column: str) -> list[str]:
    cells = page.locator(f"tbody.row:not(#row-_new) td[data-col={column}] > .text")
    return cells.all_inner_texts()


def copy(page: Page) -> str:
    """Press Ctrl+C and give what is on the clipboard then."""
    page.keyboard.press("Control+C")
    return str(page.evaluate("navigator.clipboard.readText()"))


def paste(page: Page, text: str) -> None:
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+V")


@pytest.fixture
def sheet(open_page):
    def sheet(cluster: str, name: str, person: str = "anna") -> Page:
        page = open_page(person, permissions=["clipboard-read", "clipboard-write"])
        open_sheet(page, cluster, name)
        return page

    return sheet


def test_a_block_is_pasted_over_rows_and_beyond_the_last(sheet):
    page = sheet(STRONG, "Administrators")
    names = texts(page, "name")
    assert len(names) >= 2
    cell(page, names[-1], "name").click()
    paste(page, f'{names[-1]}\tlead\nCem Kaya\tdeputy\n"Dora ""Dee"" Lang"\tnight\n')
    expect(page.locator("#status")).to_contain_text("Pasted 3 rows")
    assert texts(page, "name") == [*names, "Cem Kaya", 'Dora "Dee" Lang']
    assert texts(page, "role")[-3:] == ["lead", "deputy", "night"]

    page.keyboard.press("Control+Z")
    expect(page.locator("#status")).to_contain_text("Undone: Pasted 3 rows")
    assert texts(page, "name") == names
    page.keyboard.press("Control+Y")
    expect(page.locator("#status")).to_contain_text("Redone: Pasted 3 rows")
    assert texts(page, "name") == [*names, "Cem Kaya", 'Dora "Dee" Lang']


def test_a_block_with_wrong_cells_changes_nothing_and_names_each(sheet):
    page = sheet(STRONG, "Nodes")
    before = texts(page, "memory")
    names = texts(page, "name")
    cell(page, names[0], "memory").click()
    paste(page, "lots\nmuch")
    refused = page.locator("#refused")
    expect(refused.get_by_role("alert")).to_contain_text("Nothing was saved")
    expect(refused.get_by_role("listitem")).to_have_count(2)
    expect(refused).to_contain_text("“much” is not a whole number")
    assert texts(page, "memory") == before
    refused.get_by_role("link", name=re.compile("Memory")).first.click()
    expect(cell(page, names[0], "memory")).to_be_focused()


def test_what_is_copied_can_be_pasted_back(sheet):
    page = sheet(STRONG, "Nodes")
    names = texts(page, "name")
    cell(page, names[0], "name").click()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    hosts = texts(page, "host_name")
    assert copy(page) == f"{names[0]}\t{hosts[0]}\n{names[1]}\t{hosts[1]}"


def test_fill_down_and_one_text_into_all_selected_cells(sheet):
    page = sheet(STRONG, "Nodes")
    names = texts(page, "name")
    cell(page, names[0], "memory").click()
    page.keyboard.type("333")
    page.keyboard.press("Enter")
    expect(cell(page, names[0], "memory").locator(".text")).to_have_text("333")
    cell(page, names[0], "memory").click()
    page.keyboard.press("Control+Space")
    page.keyboard.press("Control+D")
    expect(page.locator("#status")).to_contain_text("Filled")
    assert set(texts(page, "memory")) == {"333"}

    cell(page, names[0], "memory").click()
    page.keyboard.press("Control+Space")
    page.keyboard.type("444")
    page.keyboard.press("Control+Enter")
    expect(cell(page, names[-1], "memory").locator(".text")).to_have_text("444")
    assert set(texts(page, "memory")) == {"444"}
    for _ in range(3):
        page.keyboard.press("Control+Z")
        expect(page.locator("#status")).to_contain_text("Undone")


def test_rows_are_moved_and_copied_by_key(sheet):
    page = sheet(STRONG, "Administrators")
    names = texts(page, "name")
    cell(page, names[0], "name").click()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("tbody.row td[data-col=name] > .text").nth(1)).to_have_text(names[0])
    expect(cell(page, names[0], "name")).to_be_focused()
    page.reload()
    assert texts(page, "name")[:2] == [names[1], names[0]]
    cell(page, names[0], "name").click()
    page.keyboard.press("Alt+Shift+ArrowDown")
    expect(page.locator("#status")).to_contain_text("Copied")
    assert len(texts(page, "name")) == len(names) + 1


def test_a_node_is_copied_with_all_that_belongs_to_it(sheet):
    page = sheet(STRONG, "Nodes")
    nav = page.get_by_role("navigation", name="Worksheets")
    nodes = texts(page, "name")
    page.get_by_role("link", name="Interfaces").first.click()
    interfaces = len(texts(page, "name"))
    of_first = page.locator("td[data-col=node] .text", has_text=nodes[0]).count()
    nav.get_by_role("link", name=re.compile("^Nodes")).click()
    edit(page, nodes[0], "name")
    page.get_by_role("button", name="Copy with all that belongs to it").click()
    expect(page.locator("#status")).to_contain_text("Copied")
    expect(page.locator("tbody.row:not(#row-_new)")).to_have_count(len(nodes) + 1)
    page.locator("tbody.editing:not(#row-_new) [name=memory]").fill("555")
    page.keyboard.press("Enter")
    expect(cell(page, nodes[0], "memory").locator(".text")).to_have_text("555")
    nav.get_by_role("link", name=re.compile("^Interfaces")).click()
    expect(page.locator("tbody.row:not(#row-_new)")).to_have_count(interfaces + of_first)


def test_a_column_is_set_without_javascript(open_page):
    page = open_page(java_script_enabled=False)
    open_sheet(page, STRONG, "Nodes")
    page.get_by_role("link", name="Set a column").click()
    page.get_by_label("Column").select_option(label="Memory")
    page.get_by_label("Value").fill("plenty")
    page.get_by_label("every row").check()
    page.get_by_role("button", name="Set column").click()
    expect(page.get_by_role("alert")).to_contain_text("“plenty” is not a whole number")
    expect(page.get_by_label("Value")).to_have_value("plenty")
    page.get_by_label("Value").fill("777")
    page.get_by_role("button", name="Set column").click()
    assert set(texts(page, "memory")) == {"777"}
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("History")
    expect(page.locator(".messages")).to_contain_text("Undone: Set Memory")


def test_rows_are_copied_and_moved_without_javascript(open_page):
    page = open_page(java_script_enabled=False)
    open_sheet(page, STRONG, "Frames")
    names = texts(page, "name")
    page.get_by_role("link", name=f"Edit {names[0]}").click()
    page.get_by_role("button", name="Move down").click()
    assert texts(page, "name")[:2] == [names[1], names[0]]
    page.get_by_role("link", name=f"Edit {names[0]}").click()
    page.get_by_role("button", name="Copy row").click()
    assert len(texts(page, "name")) == len(names) + 1


def test_the_next_cell_to_fill_in_is_one_key_away(sheet):
    page = sheet(STRONG, "Nodes")
    if not page.locator("tbody.row:not(#row-_new) td.asked").count():
        name = texts(page, "name")[0]
        cell(page, name, "frame").click()
        page.keyboard.press("Delete")
        expect(cell(page, name, "frame").locator(".text")).to_have_text("")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("F9")
    expect(page.locator("td.asked:focus")).to_have_count(1)


def test_what_is_being_typed_survives_a_page_loaded_anew(sheet):
    page = sheet(STRONG, "Administrators")
    names = texts(page, "name")
    cell(page, names[0], "name").click()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("tbody.row td[data-col=name] > .text").nth(1)).to_have_text(names[0])
    new = page.locator("#row-_new [name=role]")
    new.fill("half typed")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("tbody.row td[data-col=name] > .text").nth(0)).to_have_text(names[0])
    expect(new).to_have_value("half typed")


def test_a_link_waits_for_the_row_to_be_saved_and_stays_when_it_is_refused(sheet):
    page = sheet(STRONG, "Nodes")
    nav = page.get_by_role("navigation", name="Worksheets")
    name = texts(page, "name")[0]
    edit(page, name, "memory")
    page.keyboard.type("lots")
    nav.get_by_role("link", name=re.compile("^Frames")).click()
    expect(page.locator("tbody.editing .error")).to_contain_text("“lots” is not a whole number")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nodes")
    page.locator("tbody.wrong [name=memory]").fill("601")
    nav.get_by_role("link", name=re.compile("^Frames")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Frames")
    nav.get_by_role("link", name=re.compile("^Nodes")).click()
    expect(cell(page, name, "memory").locator(".text")).to_have_text("601")
