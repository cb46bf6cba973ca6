"""A whole cluster typed in: by keyboard alone, and without JavaScript."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page, expect

from tests.assistant.answered import ALL
from worksheets.assistant.cluster import two_node_cluster
from worksheets.plan.fields import Holds
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import decode
from worksheets.plan.references import kinds_by_reference
from worksheets.plan.row import Row
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.rules.finding import Severity
from worksheets.rules.judge import judge
from worksheets.sheets.cells import text_of
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet

CONTROL = "input:not([type=hidden]), select, textarea"
UNTYPED = {"notes", "rationale"}


@cache
def sound() -> Plan:
    """The cluster that is typed in."""
    return two_node_cluster(ALL)


def typed(plan: Plan, sheet: Sheet, row: Row) -> dict[str, str]:
    """Texts of a row by column, without remarks."""
    return {
        column.name: text_of(plan, sheet.fields[column.name], getattr(row, column.name))
        for column in sheet.all_columns
        if column.name not in UNTYPED
    }


def content(plan: Plan) -> dict[str, list[dict[str, str]]]:
    return {
        slug: [typed(plan, sheet, row) for row in plan.rows(sheet.row)]
        for slug, sheet in sheets().items()
    }


def stored(page: Page, cluster: str) -> Plan:
    return decode(page.request.get(f"{cluster}plan.json").body())


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element is in focus."""
    for _ in range(200):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {selector}")


def type_row(page: Page, sheet: Sheet, texts: dict[str, str], later: set[str]) -> None:
    """Fill in the row in focus from its first cell on, and save it with Enter."""
    fields = sheet.fields
    last = max(place for place, column in enumerate(sheet.columns) if texts[column.name])
    for place, column in enumerate(sheet.columns[: last + 1]):
        text = "" if column.name in later else texts[column.name]
        if text and text != text_of(Plan(), fields[column.name], fields[column.name].default):
            type_lines(page, text)
        if place < last:
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def type_lines(page: Page, text: str) -> None:
    """Type a text; Ctrl+Enter begins another line."""
    for number, line in enumerate(text.split("\n")):
        if number:
            page.keyboard.press("Control+Enter")
        page.keyboard.type(line)


def own(sheet: Sheet) -> set[str]:
    """Columns that refer to rows of the same sheet, which may not be there yet."""
    return {name for name, field in sheet.fields.items() if field.target == sheet.slug}


def type_rows(page: Page, sheet: Sheet) -> None:
    plan = sound()
    rows = plan.rows(sheet.row)
    page.keyboard.press("a")
    for number, row in enumerate(rows, start=1):
        type_row(page, sheet, typed(plan, sheet, row), own(sheet))
        expect(page.locator("tbody.row[data-key]:not(#row-_new)")).to_have_count(number)
        expect(page.locator("#row-_new td[data-col]").first.locator(CONTROL)).to_be_focused()
    for column in own(sheet):
        type_column(page, column, [typed(plan, sheet, row)[column] for row in rows])


def type_column(page: Page, column: str, texts: list[str]) -> None:
    """Go up from the row yet to be added and down through one column."""
    page.keyboard.press("Escape")
    page.locator("tbody.row td[data-col]").first.focus()
    for _ in range(40):
        if page.evaluate("document.activeElement.dataset.col") == column:
            break
        page.keyboard.press("ArrowRight")
    for number, text in enumerate(texts):
        cell = page.locator(f"tbody.row:not(#row-_new) td[data-col={column}]").nth(number)
        expect(cell).to_be_focused()
        if text:
            page.keyboard.type(text)
            page.keyboard.press("Enter")
            expect(cell.locator(".text")).to_have_text(text)
        else:
            page.keyboard.press("ArrowDown")


def test_a_whole_two_node_cluster_is_entered_by_keyboard_alone(open_page):
    page = open_page()
    tab_to(page, "a[href='/clusters/new/']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("New cluster")
    tab_to(page, "input[name=name]")
    page.keyboard.type(sound().options.name)
    page.keyboard.press("Enter")
    expect(page.locator("#grid")).to_be_visible()
    cluster = page.url.split("cluster_options")[0]

    for kind in kinds_by_reference():
        if sound().rows(kind) and kind is not ClusterOptions:
            page.goto(f"{cluster}{kind.slug}/")
            type_rows(page, sheets()[kind.slug])

    page.goto(f"{cluster}{ClusterOptions.slug}/")
    sheet = sheets()[ClusterOptions.slug]
    texts = typed(sound(), sheet, sound().options)
    page.locator("td[data-col=name]").focus()
    page.keyboard.press("Enter")
    for column in sheet.columns:
        if texts[column.name]:
            page.keyboard.press("Control+A")
            page.keyboard.type(texts[column.name])
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("Saved")

    entered = stored(page, cluster)
    for slug, rows in content(sound()).items():
        assert content(entered)[slug] == rows, slug
    assert judge(entered).count(Severity.BLOCKER) == judge(sound()).count(Severity.BLOCKER) == 0


def test_rows_are_entered_without_javascript(open_page):
    page = open_page(java_script_enabled=False)
    page.get_by_role("link", name="New cluster").click()
    page.get_by_label("Name").fill("noscript_cluster")
    page.get_by_role("button", name="Make cluster").click()
    cluster = page.url.split("cluster_options")[0]
    entered = [kind for kind in kinds_by_reference() if kind.slug in WITHOUT_SCRIPT]
    known = {kind.slug for kind in entered}
    for kind in entered:
        page.goto(f"{cluster}{kind.slug}/")
        for row in sound().rows(kind):
            type_controls(page, sheets()[kind.slug], row, known)
            page.locator("#row-_new").get_by_role("button", name="Add").click()
    found = content(stored(page, cluster))
    for kind in entered:
        open_columns = unknown(sheets()[kind.slug], known)
        assert found[kind.slug] == [
            {name: "" if name in open_columns else text for name, text in row.items()}
            for row in content(sound())[kind.slug]
        ]


WITHOUT_SCRIPT = {"site", "power_circuit", "rack", "frame", "node", "card", "port"}


def unknown(sheet: Sheet, known: set[str]) -> set[str]:
    """Columns that refer to worksheets that stay empty."""
    return {name for name, f in sheet.fields.items() if f.target and f.target not in known}


def type_controls(page: Page, sheet: Sheet, row: Row, known: set[str]) -> None:
    for name, text in typed(sound(), sheet, row).items():
        control = page.locator(f"#row-_new [name={name}]")
        if sheet.fields[name].holds in (Holds.CHOICE, Holds.FLAG):
            control.select_option(label=text)
        elif name not in unknown(sheet, known):
            control.fill(text)
