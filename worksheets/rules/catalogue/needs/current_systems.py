"""The environment as it is today: what is looked at, what is carried over."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.current_system import CurrentSystem, Fate, SystemKind
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.registry import Rule, rule

_NOTHING = frozenset({"", "-", "no", "none", "n/a", "nothing"})


def _is_nothing(text: str) -> bool:
    """Whether a text is empty or a word for nothing."""
    return text.strip().rstrip(".").lower() in _NOTHING


@rule(
    "TODAY-NONE",
    "Today's environment is not recorded",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("R1",),
    fix="Enter what the service runs on today, part by part, with its protection.",
)
def today_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """A risk analysis begins with what is there. Weak points that nobody wrote down come along
    into the new design."""
    if not design.plan.rows(CurrentSystem):
        yield rule.at(
            sheet(CurrentSystem), title="Nobody has recorded what the service runs on today"
        )


@rule(
    "TODAY-KINDS",
    "Parts of today's environment that nobody looked at",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("R1", "R3"),
    fix="Enter a row for each kind, if only to say that nothing is wrong with it.",
)
def today_kinds(design: Design, rule: Rule) -> Iterator[Finding]:
    """Power, buildings and people are forgotten most easily, and fail like machines do."""
    rows = design.plan.rows(CurrentSystem)
    missing = set(SystemKind) - {row.kind for row in rows}
    if rows and missing:
        names = "; ".join(kind.label for kind in SystemKind if kind in missing)
        yield rule.at(
            sheet(CurrentSystem, "kind"), title=f"Today's environment has no row for: {names}"
        )


@rule(
    "TODAY-SUCCESSOR",
    "Part that is replaced by nothing",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("R1", "R5"),
    fix="Name what takes its place.",
)
def today_successor(design: Design, rule: Rule) -> Iterator[Finding]:
    """What goes away without a successor is missed on the first day of the new cluster."""
    for row in design.plan.rows(CurrentSystem):
        if row.fate is Fate.REPLACE and not row.successor.strip():
            yield rule.at(
                cell(row, "successor"),
                cell(row, "fate"),
                title=f"{row.name} is replaced, but nobody says by what",
            )


@rule(
    "TODAY-WEAKNESS",
    "Known weakness that is carried over",
    severity=Severity.ADVICE,
    sources=("R3", "R5", "R6"),
    fix="Change or replace the part, or write into its rationale who accepts the weakness and why.",
)
def today_weakness(design: Design, rule: Rule) -> Iterator[Finding]:
    """A weakness that is known is either handled or accepted by somebody with a name."""
    for row in design.plan.rows(CurrentSystem):
        known = row.fate is Fate.KEEP and not _is_nothing(row.weakness)
        if known and not row.rationale.strip():
            yield rule.at(
                cell(row, "fate"),
                cell(row, "weakness"),
                title=f"{row.name} is kept with its weakness",
                detail=row.weakness.strip(),
            )


@rule(
    "TODAY-UNPROTECTED",
    "Unprotected part without a weakness entered",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("R1", "R3"),
    fix="Say what happens when this part fails.",
)
def today_unprotected(design: Design, rule: Rule) -> Iterator[Finding]:
    """What nothing protects has at least one weakness: it can fail."""
    for row in design.plan.rows(CurrentSystem):
        said = bool(row.protection.strip())
        if said and _is_nothing(row.protection) and not row.weakness.strip():
            yield rule.at(
                cell(row, "weakness"),
                cell(row, "protection"),
                title=f"Nothing protects {row.name}, but no weakness is entered",
            )
