"""One demand of the paper, with the answers that are not rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from worksheets.rules.evidence import Evidence


class Kind(Enum):
    """What an answer refers to."""

    WORKSHEET = "worksheet"
    COLUMN = "column"
    SECTION = "section"
    ITEM = "item"


@dataclass(frozen=True)
class Answer:
    """Where a demand is answered, and how.

    `ref`: a worksheet ("maintenance_task"), a column ("node.cpu_peak"), a section of the design
    document by its anchor ("single-points") or an item of a checklist ("before_change.snapshot").
    """

    kind: Kind
    ref: str
    how: str

    @property
    def evidence(self) -> Evidence | None:
        """The cells that answer it, for answers given on a worksheet."""
        return Evidence(self.ref) if self.kind in (Kind.WORKSHEET, Kind.COLUMN) else None


@dataclass(frozen=True)
class Line:
    """One demand. Rules that answer it name its id among their sources."""

    id: str
    demand: str
    answers: tuple[Answer, ...] = ()


def line(id: str, demand: str, *answers: Answer) -> Line:  # noqa: A002
    """A demand with what answers it besides rules."""
    return Line(id, demand, answers)


def on(ref: str, how: str) -> Answer:
    """Answered on a worksheet, or in one of its columns."""
    return Answer(Kind.COLUMN if "." in ref else Kind.WORKSHEET, ref, how)


def printed(ref: str, how: str) -> Answer:
    """Answered by a section of the design document."""
    return Answer(Kind.SECTION, ref, how)


def ticked(ref: str, how: str) -> Answer:
    """Answered by an item of a checklist."""
    return Answer(Kind.ITEM, ref, how)
