"""What the rules say about the sample plans, as somebody has read and approved it.

One text for each sample. `make approve` writes them anew; read the difference before it is
committed. Tests never write them.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from worksheets.exchange.checks.checked import CheckedPlan
from worksheets.plan.plan_file import decode
from worksheets.rules.finding import Finding

FOLDER = Path(__file__).parent
RENEW = "make approve"


def samples() -> dict[str, bytes]:
    """The sample plans by name."""
    folder = resources.files("worksheets.samples")
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".json"))
    return {name.removesuffix(".json"): (folder / name).read_bytes() for name in files}


def approved_file(name: str) -> Path:
    return FOLDER / f"{name}.txt"


def told(name: str, data: bytes) -> str:
    """What the rules say now about a sample."""
    checked = CheckedPlan(name, data, decode(data))
    counts = ", ".join(f"{severity} {count}" for severity, count in checked.counts.items())
    lines = [f"{name}: {counts}"]
    for finding in checked.findings:
        lines += ["", block(checked, finding)]
    return "\n".join(lines) + "\n"


def block(checked: CheckedPlan, finding: Finding) -> str:
    """What is told of one finding."""
    return "\n".join(_lines(checked, finding))


def _lines(checked: CheckedPlan, finding: Finding) -> Iterator[str]:
    yield f"{finding.severity.upper()} {finding.rule}"
    yield finding.title
    for spot in checked.spots(finding):
        yield f"  at {spot.words}"
    if finding.chain:
        yield "  chain: " + " -> ".join(", ".join(stage) for stage in finding.chain)
    if finding.detail:
        yield f"  detail: {finding.detail}"
    yield f"  fix: {finding.fix}"
