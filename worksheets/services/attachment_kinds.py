"""Which files may be attached, decided by what they hold.

The content has to be what the ending of the name promises: each accepted kind has a test of its
own, and what passes none is refused. Nothing is unpacked; of the office formats, which are ZIP
archives, only the list of members is read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

_CONTROLS_OF_TEXT = frozenset("\t\n\r\f\x1b")
_MACROS = ("vbaproject.bin", "basic/", "scripts/")
_ODF = "application/vnd.oasis.opendocument"
_OOXML = "application/vnd.openxmlformats-officedocument"


class NotAccepted(Exception):
    """A file that cannot be attached; the message says why and what to do."""


@dataclass(frozen=True)
class Kind:
    """A kind of file: what people call it, its endings without dot, and how it is recognised."""

    label: str
    media_type: str
    endings: tuple[str, ...]
    holds: Callable[[bytes], bool]


def kind_of(name: str, content: bytes) -> Kind:
    """The kind of a file; raises NotAccepted when it is none, or not what its name says."""
    _, dot, ending = name.rpartition(".")
    named = BY_ENDING.get(ending.lower()) if dot else None
    if named is None:
        raise NotAccepted(f"{name} is of a kind that cannot be attached; accepted are {ACCEPTED}.")
    if not named.holds(content):
        found = next((kind for kind in KINDS if kind.holds(content)), None)
        if found is None:
            raise NotAccepted(
                f"{name} is named as {named.label}, but what it holds is not one. Save it anew "
                "with the program it comes from, without a password, and attach that."
            )
        raise NotAccepted(
            f"{name} is named as {named.label}, but holds {found.label}. Give it the ending "
            f".{found.endings[0]} and attach it again."
        )
    if "zip" in _outer(content) and _has_macros(content):
        raise NotAccepted(f"{name} holds macros. Save it without them and attach that.")
    return named


def _outer(content: bytes) -> str:
    """The form that the first bytes tell."""
    for form, start in (
        ("pdf", b"%PDF-"),
        ("png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("jpeg", b"\xff\xd8\xff"),
        ("zip", b"PK\x03\x04"),
    ):
        if content.startswith(start):
            return form
    return ""


def _begins_as(form: str) -> Callable[[bytes], bool]:
    return lambda content: _outer(content) == form


def _is_text(content: bytes) -> bool:
    if _outer(content) or not content:
        return False
    utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if utf_16 else "utf-8")
    except UnicodeDecodeError:
        # AIX and older Windows programs write one byte a character, with signs above 127.
        text = content.decode("latin-1")
    return all(sign >= " " or sign in _CONTROLS_OF_TEXT for sign in set(text))


def _members(content: bytes) -> dict[str, zipfile.ZipInfo]:
    """The members of a ZIP archive by name; none when it is damaged."""
    if _outer(content) != "zip":
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {member.filename: member for member in archive.infolist()}
    # What zipfile raises for a damaged list of members is not written down anywhere.
    except Exception:
        return {}


def _is_ooxml(main: str) -> Callable[[bytes], bool]:
    def holds(content: bytes) -> bool:
        members = _members(content)
        return "[Content_Types].xml" in members and main in members

    return holds


def _is_odf(media_type: str) -> Callable[[bytes], bool]:
    """The standard puts the type first, not packed, so that it stands at a fixed place."""
    start = b"mimetype" + media_type.encode("ascii") + b"PK"

    def holds(content: bytes) -> bool:
        return content[30 : 30 + len(start)] == start and "content.xml" in _members(content)

    return holds


def _has_macros(content: bytes) -> bool:
    for name in _members(content):
        low = name.lower()
        if low.rpartition("/")[2] == _MACROS[0] or low.startswith(_MACROS[1:]):
            return True
    return False


KINDS = (
    Kind("a PDF document", "application/pdf", ("pdf",), _begins_as("pdf")),
    Kind("a PNG picture", "image/png", ("png",), _begins_as("png")),
    Kind("a JPEG picture", "image/jpeg", ("jpg", "jpeg"), _begins_as("jpeg")),
    Kind(
        "a Word document",
        f"{_OOXML}.wordprocessingml.document",
        ("docx",),
        _is_ooxml("word/document.xml"),
    ),
    Kind(
        "an Excel workbook",
        f"{_OOXML}.spreadsheetml.sheet",
        ("xlsx",),
        _is_ooxml("xl/workbook.xml"),
    ),
    Kind("an OpenDocument text", f"{_ODF}.text", ("odt",), _is_odf(f"{_ODF}.text")),
    Kind(
        "an OpenDocument spreadsheet",
        f"{_ODF}.spreadsheet",
        ("ods",),
        _is_odf(f"{_ODF}.spreadsheet"),
    ),
    Kind("a text", "text/plain", ("txt", "log"), _is_text),
    Kind("a CSV table", "text/csv", ("csv",), _is_text),
)
BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}
ACCEPTED = ", ".join(f".{ending}" for ending in BY_ENDING)
