"""Which files may be attached."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from worksheets.services.attachment_kinds import BY_ENDING, NotAccepted, kind_of


def archive(*members, stored=()):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members:
            packed = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            file.writestr(name, text, compress_type=packed)
    return data.getvalue()


def ooxml(*members):
    return archive(("[Content_Types].xml", "<Types/>"), *((name, "<x/>") for name in members))


def odf(kind, *members):
    media_type = f"application/vnd.oasis.opendocument.{kind}"
    rest = [(name, "<x/>") for name in ("content.xml", *members)]
    return archive(("mimetype", media_type), *rest, stored=("mimetype",))


PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
DOCX = ooxml("_rels/.rels", "word/document.xml")
XLSX = ooxml("_rels/.rels", "xl/workbook.xml")
ODT, ODS = odf("text"), odf("spreadsheet")
RIGHT = {
    "a.pdf": (PDF, "application/pdf"),
    "a.PDF": (PDF, "application/pdf"),
    "a.png": (PNG, "image/png"),
    "a.jpg": (JPEG, "image/jpeg"),
    "a.jpeg": (JPEG, "image/jpeg"),
    "a.docx": (DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "a.xlsx": (XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "a.odt": (ODT, "application/vnd.oasis.opendocument.text"),
    "a.ods": (ODS, "application/vnd.oasis.opendocument.spreadsheet"),
    "a.txt": ("Kabel für Süd\r\n\t1\f".encode(), "text/plain"),
    "latin.txt": ("Kabel für Süd".encode("latin-1"), "text/plain"),
    "notepad.txt": ("Kabel für Süd".encode("utf-16"), "text/plain"),
    "a.tar.log": (b"\x1b[31merror\x1b[0m", "text/plain"),
    "a.csv": (b"a;b\n1;2\n", "text/csv"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_accepted(name):
    content, media_type = RIGHT[name]
    assert kind_of(name, content).media_type == media_type


@pytest.mark.parametrize("ending", BY_ENDING)
def test_every_ending_has_an_example_and_refuses_the_others(ending):
    own = next(media_type for name, (_, media_type) in RIGHT.items() if name.endswith(f".{ending}"))
    for content, media_type in RIGHT.values():
        if media_type == own or {media_type, own} == {"text/plain", "text/csv"}:
            continue
        with pytest.raises(NotAccepted, match=r"but holds|not one"):
            kind_of(f"x.{ending}", content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b"<script>alert(1)</script>"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.exe", b"MZ\x90\x00"),
        ("a.zip", archive(("setup.exe", "MZ"))),
        ("a.docm", ooxml("word/document.xml", "word/vbaProject.bin")),
        ("a.gif", b"GIF89a"),
        ("pdf", PDF),
        ("a.pdf.exe", PDF),
        ("", PDF),
    ],
)
def test_kinds_that_cannot_be_attached(name, content):
    with pytest.raises(NotAccepted, match=r"accepted are \.pdf, \.png"):
        kind_of(name, content)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("plan.pdf", PNG, "holds a PNG picture. Give it the ending .png"),
        ("plan.pdf", b"MZ\x90\x00" + PDF, "not one"),
        ("plan.txt", b"MZ\x90\x00\x03", "not one"),
        ("plan.docx", archive(("setup.exe", "MZ")), "not one"),
        ("plan.docx", XLSX, "Give it the ending .xlsx"),
        ("plan.docx", DOCX[:-30], "not one"),
        ("plan.docx", b"\xd0\xcf\x11\xe0" + DOCX, "without a password"),
        ("plan.docx", ooxml("word/document.xml", "word/vbaProject.bin"), "holds macros"),
        ("plan.xlsx", ooxml("xl/workbook.xml", "xl/VBAPROJECT.BIN"), "holds macros"),
        ("plan.odt", odf("text", "Basic/Standard/Module1.xml"), "holds macros"),
        ("plan.ods", odf("spreadsheet", "Scripts/python/run.py"), "holds macros"),
        ("plan.odt", odf("text-master"), "not one"),
        ("plan.png", PNG[:8], "not one"),
        ("plan.csv", PDF, "Give it the ending .pdf"),
        ("plan.csv", b"", "not one"),
    ],
)
def test_what_the_content_is_not(name, content, says):
    with pytest.raises(NotAccepted, match=says.replace(".", r"\.")):
        kind_of(name, content)


@given(
    st.sampled_from(["a.docx", "a.xlsx", "a.odt", "a.ods", "a.txt", "a.pdf"]),
    st.sampled_from([DOCX, XLSX, ODT, ODS, PDF]),
    st.integers(0, 400),
    st.binary(max_size=40),
)
@example("a.docx", DOCX, len(DOCX) - 22, b"PK\x05\x06" + b"\xff" * 18)
def test_damaged_files_are_refused_or_taken_never_more(name, content, at, noise):
    damaged = content[:at] + noise + content[at + len(noise) :]
    try:
        kind = kind_of(name, damaged)
    except NotAccepted:
        return
    assert kind.holds(damaged)
    assert name.endswith(kind.endings)
