"""The rules say about the samples what somebody has approved, to the byte."""

from __future__ import annotations

import difflib

import pytest

from tests.samples_approved import FOLDER, RENEW, approved_file, samples, told

SAMPLES = samples()


@pytest.mark.parametrize("name", SAMPLES)
def test_findings_are_those_that_were_approved(name):
    approved = approved_file(name).read_bytes().decode()
    now = told(name, SAMPLES[name])
    if now != approved:
        lines = difflib.unified_diff(
            approved.splitlines(), now.splitlines(), "approved", "now", lineterm=""
        )
        difference = "\n".join(lines) or "(ends of lines only)"
        pytest.fail(f"{difference}\n\nIf this is right, renew it: {RENEW}", pytrace=False)


def test_every_sample_has_its_text_and_nothing_else_is_there():
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(SAMPLES)
