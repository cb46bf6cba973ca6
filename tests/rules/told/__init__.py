"""What each rule says about its failing examples, as somebody has read and approved it.

One text for each module of examples: severity, title, detail, remedy, all places, and what else a
finding carries. `make approve` writes them anew; read the difference before it is committed. Tests
never write them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from worksheets.rules.finding import Finding, Place

FOLDER = Path(__file__).parent


def approved_file(module: str) -> Path:
    """The text of a module of examples, such as `examples_nfs`."""
    return FOLDER / f"{module.removeprefix('examples_')}.txt"


def told(examples: list[list[Finding]]) -> str:
    """The findings of each example as readable text, gravest first."""
    ordered = [sorted(findings, key=lambda finding: finding.order) for findings in examples]
    texts = ["".join(f"{line}\n" for item in found for line in _lines(item)) for found in ordered]
    return "  -- another example\n".join(texts)


def approved(module: str) -> dict[str, str]:
    """The approved text of each rule of a module of examples."""
    texts: dict[str, str] = {}
    rule = ""
    for line in approved_file(module).read_text(encoding="utf-8").splitlines(keepends=True):
        rule = rule if line.startswith(" ") else line.split(" ")[0]
        texts[rule] = texts.get(rule, "") + line
    return texts


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.rule} {finding.severity}: {finding.title}"
    yield from (f"  {text}" for text in (finding.detail, finding.fix) if text)
    yield f"  at {', '.join(_place(place) for place in finding.places)}"
    if finding.chain:
        yield "  chain: " + " -> ".join(", ".join(stage) for stage in finding.chain)
    if finding.about:
        yield f"  about {finding.about}"


def _place(place: Place) -> str:
    return "/".join((place.sheet, place.key, place.column)).rstrip("/")
