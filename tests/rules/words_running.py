"""What the rules of needs, people and running say about their examples, word for word.

`python -m tests.rules.words_running` writes the file that the test compares with. Read the
difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

from tests.rules import examples_needs, examples_people, examples_schedules
from tests.rules.cases import Case
from tests.rules.test_every_rule import found
from worksheets.rules.finding import Finding, Place

FILE = Path(__file__).with_suffix(".txt")
CASES: dict[str, Case] = {
    **examples_needs.CASES,
    **examples_people.CASES,
    **examples_schedules.CASES,
}


def _place(place: Place) -> str:
    return "/".join((place.sheet, place.key, place.column)).rstrip("/")


def _lines(finding: Finding) -> list[str]:
    parts = [
        f"{finding.rule} {finding.severity}: {finding.title}",
        *(f"  {text}" for text in (finding.detail, finding.fix) if text),
        f"  at {', '.join(_place(place) for place in finding.places)}",
    ]
    return [*parts, f"  about {finding.about}"] if finding.about else parts


def words() -> str:
    """All findings of the failing examples as readable text, in the order of the rules."""
    findings = [item for rule in sorted(CASES) for item in found(rule, CASES[rule].fails)]
    return "".join(f"{line}\n" for item in findings for line in _lines(item))


if __name__ == "__main__":
    FILE.write_text(words(), encoding="utf-8")
