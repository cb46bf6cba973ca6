"""The report for scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from worksheets.exchange.checks.checked import Checked, CheckedPlan, UnreadableFile, rule_of
from worksheets.rules.finding import Finding, Severity

FORMAT = "ha-cluster-check"
VERSION = 1


def report(checked: Sequence[Checked], fail_on: Severity | None) -> bytes:
    """All files with their findings, gravest first; every member is always there.

    A newer program may add members; `version` rises when one goes or changes its meaning.
    """
    document = {
        "format": FORMAT,
        "version": VERSION,
        "fail_on": fail_on.value if fail_on else "never",
        "exit_code": max((file.code(fail_on) for file in checked), default=0),
        "files": [_file(file) for file in checked],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _file(file: Checked) -> dict[str, Any]:
    if isinstance(file, UnreadableFile):
        return {"file": file.name, "readable": False, "problems": file.problems}
    return {
        "file": file.name,
        "readable": True,
        "problems": [],
        "cluster": file.cluster,
        "environment": file.plan.options.environment.value,
        "digest": file.digest,
        "counts": {severity.value: count for severity, count in file.counts.items()},
        "failed_rules": file.failed_rules,
        "findings": [_finding(file, finding) for finding in file.findings],
    }


def _finding(file: CheckedPlan, finding: Finding) -> dict[str, Any]:
    rule = rule_of(finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "identity": finding.identity,
        "title": finding.title,
        "detail": finding.detail,
        "why": rule.why if rule else "",
        "fix": finding.fix,
        "chain": finding.chain,
        "sources": rule.sources if rule else [],
        "places": [
            {
                "sheet": spot.place.sheet,
                "key": spot.place.key,
                "column": spot.place.column,
                "worksheet": spot.worksheet,
                "row": spot.row,
                "label": spot.column,
                "line": spot.line,
            }
            for spot in file.spots(finding)
        ],
    }
