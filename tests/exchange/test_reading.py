"""Files as spreadsheet programs of all countries write them, and files that are none."""

from __future__ import annotations

import contextlib
import csv
import datetime
import io
import random
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from tests.plans import small_plan
from worksheets.exchange import limits, workbook_archive
from worksheets.exchange.csv_files import read_csv, write_csv
from worksheets.exchange.mistakes import ExchangeError
from worksheets.exchange.numbers import AmbiguousNumber, whole_number
from worksheets.exchange.tables import Table
from worksheets.exchange.workbook_reading import read_workbook
from worksheets.exchange.workbook_writing import write_workbook
from worksheets.plan.plan import Plan
from worksheets.plan.rows.node import Node
from worksheets.sheets.registry import sheets

NODE = sheets()["node"]
MARK = "\ufeff"


def refused(read) -> str:
    with pytest.raises(ExchangeError) as caught:
        read()
    return "\n".join(map(str, caught.value.mistakes))


def workbook(rows: list[list[object]], title: str = "Nodes") -> bytes:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def texts(table: Table) -> list[dict[str, str]]:
    return [line.texts for line in table.lines]


# CSV


def test_csv_opens_in_spreadsheets_and_begins_with_the_key():
    data = write_csv(small_plan(), NODE)
    assert data.startswith(b"\xef\xbb\xbfKey,Name,")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    frame = lines[0].index("Frame")
    assert [(line[0], line[1], line[frame]) for line in lines[1:]] == [
        ("n1", "nodea", "frameA"),
        ("n2", "nodeb", "frameA"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r"])
def test_nothing_in_a_csv_file_begins_like_a_formula(start):
    plan = Plan([Node(key="n1", name="a", notes=f"{start}cmd|' /C calc'!A0")])
    data = write_csv(plan, NODE).decode("utf-8-sig")
    cells = next(row for row in csv.reader(io.StringIO(data, newline="")) if row[0] == "n1")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
@pytest.mark.parametrize(
    ("separator", "word"), [(",", "commas"), (";", "semicolons"), ("\t", "tabs")]
)
def test_encodings_and_separators_are_found_out(codec, encoding, separator, word):
    text = f'Name{separator}Notes\r\nküche{separator}"a, b; c\td"\r\n'
    read = read_csv("x.csv", text.encode(codec), NODE)
    assert (read.encoding, read.separator) == (encoding, word)
    assert texts(read.table) == [{"name": "küche", "notes": "a, b; c\td"}]


def test_latin_1_is_the_last_resort():
    read = read_csv("x.csv", b"Name;Notes\na\x81;\xe9\n", NODE)
    assert read.encoding == "Latin-1"
    assert texts(read.table)[0]["notes"] == "é"


def test_the_line_in_which_excel_tells_the_separator():
    read = read_csv("x.csv", b"sep=;\r\nName;Notes\r\n\r\na;b,c\r\n", NODE)
    assert [(line.number, line.texts["notes"]) for line in read.table.lines] == [(4, "b,c")]


@pytest.mark.parametrize(
    ("name", "head", "slug"),
    [
        ("nodes.csv", "Name", "node"),
        ("small-r3-nodes.csv", "Name", "node"),
        ("/tmp/Resource groups.csv", "Name", "resource_group"),
        ("disk_path.csv", "Name", "disk_path"),
        ("export.csv", ",".join(column.label for column in NODE.columns), "node"),
    ],
)
def test_the_worksheet_is_told_by_name_or_headings(name, head, slug):
    assert read_csv(name, f"{head}\na\n".encode()).table.sheet.slug == slug


def test_a_file_that_could_be_any_worksheet():
    assert "choose the worksheet" in refused(lambda: read_csv("x.csv", b"Key,Name,Notes\n,a,b\n"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no headings"),
        (b"\n\n , \n", "no such column|no headings"),
        (b"Name\n\x00\n", "not a CSV file"),
        (b"PK\x03\x04\x00\x00", "not a CSV file"),
        (b"\xff\xfe\x00", "UTF-16, but is damaged"),
        (b'Name,Notes\na,"open', "Line 2 is damaged"),
        (b'Name,Notes\na,"b"c\n', "Line 2 is damaged"),
        (b"Name\n" + b"a\n" * 20_001, "more than 20,000 lines"),
        (b"Name" + b"," * 300 + b"\n", "more than 256 columns"),
    ],
)
def test_files_that_cannot_be_read(data, message):
    def read():
        table = read_csv("x.csv", data, NODE).table
        if table.mistakes:
            raise ExchangeError(table.mistakes)

    assert any(part in refused(read) for part in message.split("|"))


def test_headings_in_any_order_case_and_by_column_name():
    data = b"  FRAME ,memory,cpu_peak,Name*,\nframeA,64,50,nodea,\n"
    table = read_csv("x.csv", data, NODE).table
    assert table.mistakes == ()
    assert texts(table) == [{"frame": "frameA", "memory": "64", "cpu_peak": "50", "name": "nodea"}]


def test_wrong_headings_are_all_told_with_the_nearest():
    table = read_csv("n.csv", b"Nmae,Fraem,Qwertz,Name,name\na,b,c,d,e\n", NODE).table
    found = [str(mistake) for mistake in table.mistakes]
    assert "n.csv, line 1: The worksheet Nodes has no such column; did you mean Name?" in found[0]
    assert "did you mean Frame?" in found[1]
    assert f"they are: Key, Name, {NODE.columns[1].label}," in found[2]
    assert "Two columns are called “name”" in found[3]
    assert all(mistake.line == 2 for mistake in table.mistakes[4:])


def test_cells_without_a_heading_are_not_passed_over():
    table = read_csv("n.csv", b"Name,,Notes\na,lost,b\nc,,d,behind\n", NODE).table
    assert [(m.line, m.found) for m in table.mistakes] == [(2, "lost"), (3, "behind")]


# Numbers


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        *(("4", "4"), ("4.0", "4"), ("4,00", "4"), ("1,024", "1024"), ("1,024.0", "1024")),
        *(
            ("1.024,00", "1024"),
            ("1.024.000", "1024000"),
            ("1 024", "1024"),
            ("1\u202f024", "1024"),
        ),
        *(("1'024", "1024"), ("-4.0", "-4"), ("0001", "0001"), ("4.5", "4.5"), ("x", "x")),
        *(("1,02", "1,02"), ("1,0245", "1,0245"), ("1,024,5", "1,024,5"), ("", "")),
    ],
)
def test_whole_numbers(text, digits):
    assert whole_number(text) == digits


def test_a_number_that_countries_read_differently():
    with pytest.raises(AmbiguousNumber):
        whole_number("1.024")


# XLSX


def test_what_people_type_in_a_workbook():
    when = datetime.date(2026, 5, 12)
    table = read_workbook(
        "x.xlsx",
        workbook(
            [
                [],
                ["Name", "CPU peak", "Memory", "AIX level", "Notes", "Rationale"],
                ["a", 4.0, 1024, 7.25, when, True],
                [None, None, None],
                [1, 50, "1,024", "0001", "_x000D_x", None],
            ]
        ),
    )[0]
    assert [line.number for line in table.lines] == [3, 5]
    assert [list(line.texts.values()) for line in table.lines] == [
        ["a", "4", "1024", "7.25", "2026-05-12", "TRUE"],
        ["1", "50", "1,024", "0001", "\rx", ""],
    ]


def test_cells_without_a_value_that_could_be_taken():
    book = [["Name", "Notes"], ["=A1", 1234567890123456], ["a", "#REF!"]]
    data = workbook(book).replace(b"", b"")
    (table,) = read_workbook("x.xlsx", data)
    found = {mistake.line: mistake.message for mistake in table.mistakes}
    assert "fifteen digits" in found[2]
    assert "ends in an error" in found[3]
    assert any("no stored result" in mistake.message for mistake in table.mistakes)
    assert "name" not in table.lines[0].texts


def test_formulas_count_with_their_stored_result():
    parts = unpacked(workbook([["Name", "Memory"], ["a", "=32*2"]]))
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert b"<v />" in sheet or b"<v></v>" in sheet or b"<v/>" in sheet
    for empty in (b"<v />", b"<v></v>", b"<v/>"):
        sheet = sheet.replace(b"<f>32*2</f>" + empty, b"<f>32*2</f><v>64</v>")
    parts["xl/worksheets/sheet1.xml"] = sheet
    (table,) = read_workbook("x.xlsx", packed(parts))
    assert table.mistakes == ()
    assert texts(table) == [{"name": "a", "memory": "64"}]


def test_a_workbook_of_ours():
    plan = Plan([*small_plan(), Node(key="n9", name="=1+1", notes="0001")])
    book = load_workbook(io.BytesIO(write_workbook(plan, sheets().values())))
    assert book.sheetnames[-2:] == ["Help", "Lists"]
    assert len(book.sheetnames) == len(sheets()) + 2
    assert book["Lists"].sheet_state == "hidden"
    tab = book["Nodes"]
    assert tab.freeze_panes == "C2"
    heads = [cell.value for cell in tab[1]]
    assert heads == ["Key", *(column.label for column in NODE.all_columns)]
    assert (tab["B4"].value, tab["B4"].data_type, tab["B4"].number_format) == ("=1+1", "s", "@")
    assert tab.column_dimensions["C"].width > NODE.columns[1].width
    rules = {str(rule.sqref): rule.formula1 for rule in tab.data_validations.dataValidation}
    letter = next(cell.column_letter for cell in tab[1] if cell.value == "Usual role")
    source = next(rule for place, rule in rules.items() if place.startswith(f"{letter}2:"))
    chosen = [
        cell[0].value for cell in book["Lists"][source.removeprefix("Lists!").replace("$", "")]
    ]
    assert chosen == ["active", "standby"]
    helped = {(row[0].value, row[1].value): row[2].value for row in book["Help"].iter_rows()}
    assert helped["Nodes", "Frame"] == NODE.column("frame").help


def test_tabs():
    assert "did you mean Nodes?" in refused(
        lambda: read_workbook("x", workbook([["Name"]], "Noeds"))
    )
    assert "no table" in refused(lambda: read_workbook("x", workbook([], "Anything")))
    (table,) = read_workbook("x", workbook([["Name"], ["a"]], "Sheet1"), NODE)
    assert table.sheet is NODE
    (table,) = read_workbook("x", workbook([["Name"], ["a"]], "node"), sheets()["rack"])
    assert table.sheet is NODE
    book = Workbook()
    book.active.title = "Nodes"
    book.active.append(["Name"])
    book.create_sheet("node").append(["Name"])
    stream = io.BytesIO()
    book.save(stream)
    assert "are one worksheet" in refused(lambda: read_workbook("x", stream.getvalue()))


# Files made to do harm


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


GOOD = workbook([["Name", "Notes"], ["a", "b"]])


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "docProps/app.xml"])
def test_zip_bombs(part):
    parts = unpacked(GOOD)
    parts[part] += b" " * (limits.MAX_UNPACKED + 1)
    data = packed(parts)
    assert len(data) < 200_000
    assert "unpacks to more than" in refused(lambda: read_workbook("x", data))


def test_a_bomb_that_lies_about_its_size(monkeypatch):
    parts = unpacked(GOOD)
    parts["xl/worksheets/sheet1.xml"] += b" " * 3_000_000
    data = bytearray(packed(parts))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        real = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    assert data.count(real) >= 2
    lie = bytes(data).replace(real, (500).to_bytes(4, "little"))
    assert "not a readable" in refused(lambda: read_workbook("x", lie))


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/passwd"', '"expanded"'])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_document_types_are_refused(codec, entity):
    parts = unpacked(GOOD)
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    start = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a {entity}>]>'
    parts["xl/worksheets/sheet1.xml"] = (start + sheet.replace(">a<", ">&a;<")).encode(codec)
    assert "not a readable" in refused(lambda: read_workbook("x", packed(parts)))


@pytest.mark.parametrize("corner", ["B30000", "XFD3", "ZZZ3", "B1048576"])
def test_cells_far_away(corner):
    parts = unpacked(GOOD)
    line = "".join(filter(str.isdigit, corner))
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    far = f'<row r="{line}"><c r="{corner}" t="n"><v>1</v></c></row></sheetData>'
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("</sheetData>", far).encode()
    found = refused(lambda: read_workbook("x", packed(parts)))
    assert "more than 20,000 lines" in found or "more than 256 columns" in found


def test_size_and_parts(monkeypatch):
    monkeypatch.setattr(workbook_archive, "MAX_BYTES", 100)
    assert "larger than" in refused(lambda: read_workbook("x", GOOD))
    monkeypatch.undo()
    many = packed(unpacked(GOOD) | {f"{number}.txt": b"" for number in range(3_000)})
    assert "not a readable" in refused(lambda: read_workbook("x", many))


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, GOOD[:-30], b"x" * 99]
)
def test_not_a_workbook(data):
    assert "not a readable" in refused(lambda: read_workbook("x", data))


def test_damage_anywhere_is_refused_and_nothing_else_happens():
    """Every part with some bytes changed, dropped or doubled: a table or a clear refusal."""
    parts = unpacked(write_workbook(small_plan(), [NODE]))
    chance = random.Random(7)
    for _ in range(150):
        name = chance.choice(list(parts))
        content = bytearray(parts[name])
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(content))
            cut = chance.choice(
                [b"", b"<", b">", b'"', b"9" * 30, b"\xff", content[place : place + 40]]
            )
            content[place : place + chance.randint(0, 30)] = cut
        with contextlib.suppress(ExchangeError):
            read_workbook("x", packed(parts | {name: bytes(content)}))
