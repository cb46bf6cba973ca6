"""Three-way merge of one row, cell by cell."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import msgspec

from worksheets.plan.fields import fields_of
from worksheets.plan.row import Row

R = TypeVar("R", bound=Row)


class Clash(NamedTuple):
    """A cell that two people changed to different values since `base`."""

    column: str
    base: object
    mine: object
    theirs: object


def merge_rows(base: R, mine: R, theirs: R) -> tuple[R, list[Clash]]:
    """Merge two descendants of `base`; where both changed a cell differently, theirs stays.

    Returns the merged row and the clashes, in column order.
    """
    changes: dict[str, object] = {}
    clashes = []
    for name in fields_of(type(base)):
        old, my, their = (getattr(row, name) for row in (base, mine, theirs))
        if my in (old, their):
            continue
        if their == old:
            changes[name] = my
        else:
            clashes.append(Clash(name, old, my, their))
    return msgspec.structs.replace(theirs, **changes), clashes
