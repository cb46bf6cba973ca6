"""Why a write was refused. Nothing has been stored when one of these is raised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from worksheets.plan.merge import Clash


class RowInvalid(Exception):
    """Cells that cannot be stored: messages by column, "" for the row as a whole."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)
        super().__init__("; ".join(f"{column}: {text}" for column, text in errors.items()))


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


class AttachmentRefused(Exception):
    """A file that cannot be attached: messages by what is wrong, "file", "description", "place"."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)
        super().__init__(" ".join(errors.values()))


class NameTaken(Exception):
    """The team already has a cluster of that name."""
