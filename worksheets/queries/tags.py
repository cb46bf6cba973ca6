"""Entity tags: what a reader holds, so that a write can tell whether it is still so."""

from __future__ import annotations

import hashlib

import msgspec

from worksheets.plan.row import Row
from worksheets.queries.workbook import Workbook


def row_tag(book: Workbook, row: Row) -> str:
    """Strong tag of a row: changes whenever the row is written, never otherwise."""
    version = book.versions[row.slug, row.key]
    head = f"{row.slug}/{row.key}/{version}/".encode()
    return tag_of(head + msgspec.json.encode(row, order="sorted"))


def plan_tag(book: Workbook) -> str:
    """Strong tag of a plan: the digest of its canonical JSON, quoted."""
    return f'"{book.digest}"'


def tag_of(data: bytes) -> str:
    """Strong tag of these bytes."""
    return f'"{hashlib.sha256(data).hexdigest()[:32]}"'
