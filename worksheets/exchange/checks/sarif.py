"""The report as SARIF 2.1.0, which code scanners of repositories show beside the lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from worksheets.exchange.checks.checked import Checked, CheckedPlan, Spot, UnreadableFile
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.judge import ENGINE_RULE
from worksheets.rules.registry import Rule, catalogue

TOOL = "HA cluster planner"
FINGERPRINT = "findingIdentity/v1"
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.BLOCKER: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_ENGINE = {
    "id": ENGINE_RULE,
    "shortDescription": {"text": "A rule could not be applied to the plan"},
    "fullDescription": {"text": "What a rule that fails would have found is not known."},
    "help": {"text": "Report it with the plan file; until then the plan counts as not judged."},
    "defaultConfiguration": {"level": "error"},
}


def report(checked: Sequence[Checked]) -> bytes:
    """One run over all files, with every rule that they were held against."""
    index = {id_: number for number, id_ in enumerate((*catalogue(), ENGINE_RULE))}
    notes = [note for file in checked for note in _notifications(file)]
    run = {
        "tool": {
            "driver": {
                "name": TOOL,
                "rules": [*map(_rule, catalogue().values()), _ENGINE],
            }
        },
        "invocations": [
            {"executionSuccessful": not notes, "toolExecutionNotifications": notes},
        ],
        "artifacts": [_artifact(file) for file in checked],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(file, finding, index[finding.rule])
            for file in checked
            if isinstance(file, CheckedPlan)
            for finding in file.findings
        ],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _rule(rule: Rule) -> dict[str, Any]:
    sources = ", ".join(rule.sources)
    elsewhere = rule.outside_production
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.why}\n\n{rule.fix}\n\nSources: {sources}",
            "markdown": f"{rule.why}\n\n**What to do:** {rule.fix}\n\n**Sources:** {sources}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "severity": rule.severity.value,
            "severityOutsideProduction": elsewhere.value if elsewhere else "not asked",
            "sources": rule.sources,
            "tags": ["high-availability", *([f"table1/{rule.table1}"] if rule.table1 else [])],
        },
    }


def _artifact(file: Checked) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": uri(file.name)}}
    if isinstance(file, CheckedPlan):
        artifact["properties"] = {
            "cluster": file.cluster,
            "environment": file.plan.options.environment.value,
            "planDigest": file.digest,
            "counts": {severity.value: count for severity, count in file.counts.items()},
        }
    return artifact


def _notifications(file: Checked) -> Iterator[dict[str, Any]]:
    """What kept a file, or a rule, from being judged."""
    if isinstance(file, UnreadableFile):
        found = [(problem, "unreadable-plan") for problem in file.problems]
    else:
        found = [(f"The rule {rule} failed", ENGINE_RULE) for rule in file.failed_rules]
    location = {"physicalLocation": {"artifactLocation": {"uri": uri(file.name)}}}
    for message, kind in found:
        yield {
            "descriptor": {"id": kind},
            "level": "error",
            "message": {"text": message},
            "locations": [location],
        }


def _result(file: CheckedPlan, finding: Finding, index: int) -> dict[str, Any]:
    first, *others = file.spots(finding)
    chain = " → ".join(", ".join(stage) for stage in finding.chain)
    words = (finding.title, finding.detail, chain, finding.fix)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(word for word in words if word)},
        "locations": [_location(file, first)],
        "partialFingerprints": {FINGERPRINT: finding.identity},
    }
    if others:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": spot.words}, **_location(file, spot)}
            for number, spot in enumerate(others, start=1)
        ]
    return result


def _location(file: CheckedPlan, spot: Spot) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(file.name)},
            "region": {"startLine": spot.line},
        },
        "logicalLocations": [
            {
                "name": spot.column or spot.row or spot.worksheet,
                "fullyQualifiedName": spot.path,
                "decoratedName": spot.words,
                "kind": "member",
            }
        ],
    }


def uri(name: str) -> str:
    """A file name as a reference: relative names stay relative to where the command ran."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
