"""Why a write was refused. Nothing has been stored when one of these is raised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from worksheets.plan.integrity import Problem
from worksheets.plan.merge import Clash
from worksheets.plan.row import Row


class Fault(NamedTuple):
    """One cell of a block that cannot be stored.

    `line`: place of its row in the block, from 0. `key` is empty for a new row; an empty
    `column` is about the row. `text`: what was to be entered.
    """

    line: int
    key: str
    column: str
    text: str
    message: str


class RowInvalid(Exception):
    """Cells that cannot be stored: messages by column, "" for the row as a whole."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)
        super().__init__("; ".join(f"{column}: {text}" for column, text in errors.items()))


class PlanInvalid(Exception):
    """A plan that cannot be stored; `problems` say where and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems[:5]))


class RowConflict(Exception):
    """Somebody else changed the same cells first.

    `clashes` name the cells with base, mine and theirs; none when the row was to be deleted.
    """

    def __init__(self, clashes: Sequence[Clash]) -> None:
        self.clashes = tuple(clashes)
        super().__init__(f"{len(self.clashes)} cells were changed by somebody else")


class RowGone(Exception):
    """The row has been deleted meanwhile."""


class RowInUse(Exception):
    """Other rows refer to the row; `users` are their (worksheet, key) pairs."""

    def __init__(self, users: Sequence[tuple[str, str]]) -> None:
        self.users = tuple(users)
        super().__init__(f"{len(self.users)} rows refer to this row")


class UndoRefused(Exception):
    """A write that cannot be taken back; `reasons` say why and what to do instead."""

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(self.reasons))


class BlockInvalid(Exception):
    """Cells of several rows that cannot be stored; `faults` in the order of the block."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(f"{len(self.faults)} cells cannot be stored")


class Outdated(Exception):
    """What was to be changed is not what the sender last read.

    `tag` names the present state, None where there is none. `row` is the row as it stands,
    None where it is not about one row or the row does not exist.
    """

    def __init__(self, tag: str | None, row: Row | None = None) -> None:
        self.tag = tag
        self.row = row
        super().__init__(f"now {tag}")


class AttachmentRefused(Exception):
    """A file that cannot be attached: messages by what is wrong, "file", "description", "place"."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)
        super().__init__(" ".join(errors.values()))


class NameTaken(Exception):
    """The team already has a cluster of that name, or the organisation such a template."""


class ImportOutdated(Exception):
    """The worksheets are no longer those that the preview of an import showed."""


class ImportInvalid(Exception):
    """An import that has mistakes cannot be confirmed; the preview lists them."""


class WaiverRefused(Exception):
    """A waiver that cannot be proposed or decided about as things stand; says why."""
