"""Notes and rationale of a whole worksheet."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.markers import Format, Unique
from worksheets.plan.row import Row

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


def worksheet_slug(text: str) -> str | None:
    """Accept the slug of a worksheet; otherwise say what is wrong."""
    from worksheets.plan.rows import KINDS  # complete only once all rows are loaded

    if text in KINDS:
        return None
    slug = text.strip().lower().replace(" ", "_").replace("-", "_")
    near = difflib.get_close_matches(slug, KINDS, n=2, cutoff=0.6)
    hint = f" (perhaps {' or '.join(near)})" if near else ""
    return f"is not a worksheet{hint}"


class SheetRemark(Row, frozen=True):
    """`worksheet` holds a slug; the remark itself stands in notes and rationale."""

    worksheet: Annotated[
        str,
        Meta(min_length=1, max_length=64),
        Format("the short name of a worksheet such as resource_group", worksheet_slug),
        Unique(),
    ]

    def title(self, plan: Plan) -> str:
        return self.worksheet
