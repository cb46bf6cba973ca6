"""Typesetting: HTML to pages, pages to PDF."""

from __future__ import annotations

import atexit
import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache

from weasyprint import CSS, HTML
from weasyprint.document import Document, DocumentMetadata, Page
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.text.fonts import FontConfiguration

from worksheets.documents.fetcher import BASE_URL, StaticFilesOnly

STYLE_SHEET = BASE_URL + "documents/document.css"

# Fonts and style sheet are read once and shared, and Pango's font maps know one thread only.
_PRESS = threading.Lock()


@dataclass(frozen=True)
class _Type:
    fonts: FontConfiguration
    style: CSS
    fetcher: StaticFilesOnly


@contextmanager
def _at_press() -> Iterator[_Type]:
    """One document at a time, without garbage collection.

    All that a layout makes lives until the document is written; looking through it for cycles
    again and again takes a third of the time.
    """
    with _PRESS:
        collecting = gc.isenabled()
        gc.disable()
        try:
            yield _type()
        finally:
            if collecting:
                gc.enable()


@cache
def _type() -> _Type:
    fonts = FontConfiguration()
    fetcher = StaticFilesOnly()
    return _Type(fonts, CSS(url=STYLE_SHEET, font_config=fonts, url_fetcher=fetcher), fetcher)


def lay_out(html: str) -> list[Page]:
    """Lay out a complete HTML text in the documents' style; returns its pages."""
    with _at_press() as ours:
        source = HTML(string=html, base_url=BASE_URL, url_fetcher=ours.fetcher)
        document = source.render(font_config=ours.fonts, stylesheets=[ours.style])
    pages: list[Page] = document.pages
    return pages


@lru_cache(maxsize=8)
def lay_out_once(html: str) -> list[Page]:
    """The same for a text that comes again and again; its pages are kept."""
    return lay_out(html)


@atexit.register
def _close() -> None:
    """Let go of the fonts, whose temporary folder goes with the last reference to them."""
    lay_out_once.cache_clear()
    _type.cache_clear()
    gc.collect()


def furnish(pages: list[Page], furniture: list[Page]) -> list[Page]:
    """Pages with the running heads and feet of the page at the same place in `furniture`.

    Heads and feet know the number of pages and the digest. Laid out apart, they need no second
    layout of the content, and content that did not change can be kept from one issue of a
    document to the next.
    """
    furnished = []
    for page, around in zip(pages, furniture, strict=True):
        box = page._page_box
        margins = [part for part in around._page_box.children if isinstance(part, MarginBox)]
        furnished.append(Page(box.copy_with_children([*box.children, *margins])))
    return furnished


def write(pages: list[Page], metadata: DocumentMetadata, identifier: bytes) -> bytes:
    """Paint pages into one PDF; the same input gives the same bytes."""
    with _at_press() as ours:
        document = Document(pages, metadata, ours.fetcher, ours.fonts, {}, None)
        pdf: bytes = document.write_pdf(pdf_identifier=identifier)
    return pdf
