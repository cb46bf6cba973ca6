"""The design document: the whole plan and what was found about it, as PDF."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from django.template.loader import render_to_string
from weasyprint.document import DocumentMetadata, Page

from worksheets.documents.chapter import Chapter, Heading
from worksheets.documents.chapters import counts, design_chapters
from worksheets.documents.press import furnish, lay_out, lay_out_once, write
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import digest
from worksheets.rules.policy import Policy
from worksheets.rules.waiver import Standing

TITLE = "Design document"


@dataclass(frozen=True)
class RevisionFacts:
    """The revision that a document shows. `label` as on the page: "draft r7".

    `outdated`: the rules or the policy have changed since it was judged.
    """

    cluster_id: int
    number: int
    label: str
    outdated: bool = False

    @property
    def state(self) -> str:
        """First word of the label: draft, proposed, baseline, superseded."""
        return self.label.partition(" ")[0]


@dataclass(frozen=True)
class ContentsLine:
    """A line of the contents: a chapter with its number, or a section without."""

    heading: Heading
    number: int | None
    page: int


def design_document(
    *,
    standing: Standing,
    policy: Policy,
    revision: RevisionFacts,
    issued_at: datetime,
    issued_by: str,
) -> bytes:
    """The design document of a plan, as its findings stand under a policy, as PDF.

    `issued_at` must carry a time zone and is printed in UTC, to the minute. The same arguments
    give the same bytes.
    """
    plan = standing.plan
    issued_at = issued_at.astimezone(UTC)
    facts = {
        "plan": plan,
        "options": plan.options,
        "revision": revision,
        "digest": digest(plan),
        "issued_at": issued_at,
        "issued_by": issued_by,
        "document": TITLE,
    }
    chapters = design_chapters(standing, policy)
    bodies = [
        lay_out_once(chapter.html) if chapter.lasting else lay_out(chapter.html)
        for chapter in chapters
    ]
    cover = lay_out(
        render_to_string(
            "documents/cover.html", {**facts, "counts": counts(standing), "standing": standing}
        )
    )
    contents = _contents(chapters, bodies, len(cover))
    heads = [*[""] * len(cover), *["Contents"] * len(contents)]
    for chapter, body in zip(chapters, bodies, strict=True):
        heads += [f"{chapter.number}  {chapter.heading.title}"] * len(body)
    pages = [*cover, *contents, *(page for body in bodies for page in body)]
    furniture = lay_out(
        render_to_string("documents/furniture.html", {**facts, "pages": _furniture(pages, heads)})
    )
    return write(
        furnish(pages, furniture),
        _metadata(plan, revision, issued_at, issued_by),
        _identifier(facts["digest"], revision, issued_at, issued_by),
    )


def _contents(chapters: list[Chapter], bodies: list[list[Page]], before: int) -> list[Page]:
    """The pages of the contents, whose own number moves the numbers that they show."""
    length = 1
    while True:
        lines = _lines(chapters, bodies, before + length)
        pages = lay_out(render_to_string("documents/contents.html", {"lines": lines}))
        if len(pages) == length:
            return pages
        length = len(pages)


def _lines(chapters: list[Chapter], bodies: list[list[Page]], before: int) -> list[ContentsLine]:
    lines = []
    for chapter, body in zip(chapters, bodies, strict=True):
        lines.append(ContentsLine(chapter.heading, chapter.number, before + 1))
        for section in chapter.sections:
            place = next(i for i, page in enumerate(body, 1) if section.anchor in page.anchors)
            lines.append(ContentsLine(section, None, before + place))
        before += len(body)
    return lines


def _furniture(pages: list[Page], heads: list[str]) -> list[dict[str, object]]:
    return [
        {"head": head, "landscape": page.width > page.height}
        for page, head in zip(pages, heads, strict=True)
    ]


def _metadata(
    plan: Plan, revision: RevisionFacts, issued_at: datetime, issued_by: str
) -> DocumentMetadata:
    stamp = issued_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return DocumentMetadata(
        title=f"{TITLE} of {plan.options.name}, {revision.label}",
        authors=[issued_by],
        lang="en-GB",
        created=stamp,
        modified=stamp,
    )


def _identifier(digest: object, revision: RevisionFacts, when: datetime, who: str) -> bytes:
    parts = (str(digest), str(revision), when.isoformat(), who)
    return hashlib.sha256("\x1f".join(parts).encode()).digest()[:16]
