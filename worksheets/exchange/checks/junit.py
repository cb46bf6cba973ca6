"""The report as JUnit XML, which build servers count as tests: one test for each rule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from worksheets.exchange.checks.checked import Checked, CheckedPlan, UnreadableFile
from worksheets.rules.finding import Finding
from worksheets.rules.judge import ENGINE_RULE
from worksheets.rules.registry import Rule, catalogue
from worksheets.rules.weighing import weight

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COUNTED = {"failure": "failures", "error": "errors", "skipped": "skipped"}


def report(checked: Iterable[Checked]) -> bytes:
    """One suite for each file; a rule with findings fails, one that is not asked is skipped."""
    root = Xml.Element("testsuites", name="check_plan")
    for file in checked:
        suite = Xml.SubElement(root, "testsuite", name=_clean(file.name))
        if isinstance(file, UnreadableFile):
            _unreadable(suite, file)
        else:
            _suite(suite, file)
        _count(suite)
    _count(root)
    Xml.indent(root)
    return Xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _suite(suite: Xml.Element, file: CheckedPlan) -> None:
    properties = Xml.SubElement(suite, "properties")
    facts = {
        "cluster": file.cluster,
        "environment": file.plan.options.environment.value,
        "digest": file.digest,
    }
    for name, value in facts.items():
        Xml.SubElement(properties, "property", name=name, value=_clean(value))
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in file.findings:
        found[finding.about if finding.rule == ENGINE_RULE else finding.rule].append(finding)
    for rule in catalogue().values():
        case = _case(suite, rule)
        if weight(rule, file.plan.options.environment, file.policy) is None:
            Xml.SubElement(case, "skipped", message="not asked here")
        elif found[rule.id]:
            _broken(case, file, found[rule.id])


def _case(suite: Xml.Element, rule: Rule) -> Xml.Element:
    chapter = rule.check.__module__.rpartition(".")[2]
    return Xml.SubElement(suite, "testcase", classname=f"rules.{chapter}", name=rule.id, time="0")


def _broken(case: Xml.Element, file: CheckedPlan, findings: list[Finding]) -> None:
    gravest = findings[0]
    failed = gravest.rule == ENGINE_RULE
    more = f" (and {len(findings) - 1:,} more)" if len(findings) > 1 else ""
    element = Xml.SubElement(
        case,
        "error" if failed else "failure",
        message=_clean(gravest.title + more),
        type=ENGINE_RULE if failed else gravest.severity.value,
    )
    element.text = _clean("\n\n".join(_words(file, finding) for finding in findings))


def _words(file: CheckedPlan, finding: Finding) -> str:
    lines = [f"{finding.severity.value}: {finding.title}"]
    lines += [f"at {spot.words} ({file.name}:{spot.line})" for spot in file.spots(finding)]
    lines += [line for line in (finding.detail, finding.fix) if line]
    return "\n".join(lines)


def _unreadable(suite: Xml.Element, file: UnreadableFile) -> None:
    case = Xml.SubElement(suite, "testcase", classname="plan_file", name="readable", time="0")
    message = _clean(file.problems[0])
    error = Xml.SubElement(case, "error", message=message, type="unreadable")
    error.text = _clean("\n".join(file.problems))


def _count(element: Xml.Element) -> None:
    element.set("tests", str(len(element.findall(".//testcase"))))
    for name, plural in _COUNTED.items():
        element.set(plural, str(len(element.findall(f".//{name}"))))


def _clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
