"""Judges plan files without a database, for plans that are kept in git."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from worksheets.exchange.checks import as_json, junit, sarif, text
from worksheets.exchange.checks.checked import (
    UNREADABLE,
    Checked,
    CheckedPlan,
    UnreadableFile,
    check,
    plainly,
)
from worksheets.rules.finding import Severity
from worksheets.rules.policy import NO_POLICY, Policy
from worksheets.rules.policy_file import PolicyFileError, read_policy

STDIN = "-"
NEVER = "never"


class Command(BaseCommand):
    help = (
        "Judges plan files by all rules, without a database. Exit code 0: nothing as grave as "
        "--fail-on; 1: there are such findings; 2: a file cannot be read; 3: a rule failed, so "
        "that the plan counts as not judged. Of several files the highest code counts."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="plan file; - is stdin")
        parser.add_argument("--format", choices=("text", "json", "sarif", "junit"), default="text")
        parser.add_argument(
            "--fail-on",
            choices=(*(severity.value for severity in Severity), NEVER),
            default=Severity.BLOCKER.value,
            help="the least grave finding that gives exit code 1 (default: blocker)",
        )
        parser.add_argument(
            "--policy", metavar="FILE", help="the organisation's naming rules and settings of rules"
        )
        parser.add_argument("--output", metavar="FILE", help="write the report here")

    def handle(self, *args: Any, **options: Any) -> None:
        fail_on = None if options["fail_on"] == NEVER else Severity(options["fail_on"])
        policy = _policy(options["policy"])
        checked = [_check(name, policy) for name in options["files"]]
        report = _report(options["format"], checked, fail_on)
        if options["output"]:
            _write(options["output"], report)
            self._summary(checked)
        else:
            self._print(report)
        code = max(file.code(fail_on) for file in checked)
        if code:
            sys.exit(code)

    def _summary(self, checked: list[Checked]) -> None:
        """A line for each file, for the log of the build; the report is elsewhere."""
        for file in checked:
            if isinstance(file, CheckedPlan):
                counts = ", ".join(plainly(severity, n) for severity, n in file.counts.items())
                self.stdout.write(f"{file.name}: {counts}")
            else:
                self.stderr.write(f"{file.name}: {file.problems[0]}")

    def _print(self, report: bytes) -> None:
        # The bytes as they are: a terminal's encoding must not change or refuse them.
        binary = getattr(self.stdout, "buffer", None)
        if binary is not None:
            binary.write(report)
            binary.flush()
        else:
            self.stdout.write(report.decode(), ending="")


def _policy(name: str | None) -> Policy:
    if name is None:
        return NO_POLICY
    try:
        return read_policy(Path(name).read_bytes())
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}", returncode=UNREADABLE) from None
    except PolicyFileError as error:
        lines = "\n".join(f"{name}: {message}" for message in error.messages)
        raise CommandError(lines, returncode=UNREADABLE) from None


def _check(name: str, policy: Policy) -> Checked:
    if name == STDIN:
        return check("stdin", sys.stdin.buffer.read(), policy)
    # What is not UTF-8 in a file name can be opened, but not written into a report.
    shown = os.fsencode(name).decode(errors="replace")
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        return UnreadableFile(shown, (f"{error.strerror}; name a plan file",))
    return check(shown, data, policy)


def _report(form: str, checked: list[Checked], fail_on: Severity | None) -> bytes:
    if form == "json":
        return as_json.report(checked, fail_on)
    return {"text": text.report, "sarif": sarif.report, "junit": junit.report}[form](checked)


def _write(name: str, report: bytes) -> None:
    try:
        Path(name).write_bytes(report)
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}", returncode=UNREADABLE) from None
