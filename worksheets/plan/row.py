"""The row: one line of one worksheet, frozen, with an identity for life."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

import msgspec

from worksheets.plan.markers import Key, LongText

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan

_HUMP = re.compile(r"(?<!^)(?=[A-Z])")


class Row(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """Base of all worksheet rows.

    `key` stays with the row through every revision. References to other rows hold their keys;
    an empty text is a reference not made yet. `None` is a question not answered yet. A
    `single` worksheet has exactly one row, with the key "cluster". `notes` say what a reader
    should know, `rationale` why the row is as it is.
    """

    slug: ClassVar[str] = ""
    single: ClassVar[bool] = False

    key: Key
    notes: LongText = ""
    rationale: LongText = ""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.slug = _HUMP.sub("_", cls.__name__).lower()

    def title(self, plan: Plan) -> str:
        """Name of the row as people write it, unique on its sheet."""
        name: str = getattr(self, "name", "")
        return name or self.key
