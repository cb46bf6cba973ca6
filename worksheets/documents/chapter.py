"""A chapter: the unit that a document is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string


@dataclass(frozen=True)
class Heading:
    """A place that the contents lead to. `anchor` is unique within the document."""

    anchor: str
    title: str


@dataclass(frozen=True)
class Chapter:
    """HTML that depends on nothing but what the chapter was made from.

    No page number, date or digest is in it, so equal inputs give equal chapters, which need not
    be laid out again. `sections` are in the contents below the chapter itself.
    """

    number: int
    heading: Heading
    sections: tuple[Heading, ...]
    html: str
    lasting: bool = False


def chapter(
    template: str,
    number: int,
    heading: Heading,
    context: dict[str, Any],
    sections: tuple[Heading, ...] = (),
    *,
    lasting: bool = False,
) -> Chapter:
    """A chapter from a template of templates/documents/."""
    words = {**context, "number": number, "heading": heading}
    html = render_to_string(f"documents/{template}", words)
    return Chapter(number, heading, sections, html, lasting)
