"""Measures the design document of the samples and of a generated plan with 16 nodes.

Run with `python -m tests.benchmarks.documents` and PLANNER_ENV=development. One document each in
one warm process; the first one, which loads fonts and styles, is not counted.
"""

from __future__ import annotations

import io
import os
import time
from datetime import UTC, datetime
from importlib import resources

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "planner.settings")
os.environ.setdefault("PLANNER_ENV", "development")

import django

django.setup()

from pypdf import PdfReader  # noqa: E402

from tests.generator import generate  # noqa: E402
from worksheets.documents.design_document import RevisionFacts, design_document  # noqa: E402
from worksheets.plan.plan import Plan  # noqa: E402
from worksheets.plan.plan_file import decode  # noqa: E402
from worksheets.rules.judge import judge  # noqa: E402
from worksheets.rules.policy import NO_POLICY  # noqa: E402
from worksheets.rules.waiver import Standing  # noqa: E402


def document(plan: Plan) -> bytes:
    """The design document as the page makes it."""
    return design_document(
        standing=Standing(plan, judge(plan)),
        policy=NO_POLICY,
        revision=RevisionFacts(cluster_id=1, number=1, label="draft r1"),
        issued_at=datetime(2026, 1, 1, tzinfo=UTC),
        issued_by="benchmark",
    )


def main() -> None:
    folder = resources.files("worksheets.samples")
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".json"))
    plans = {name: decode((folder / name).read_bytes()) for name in files}
    plans |= {"empty": Plan(), "16 nodes, 64 groups": generate(1, 16, 64)}
    document(plans[files[0]])
    for name, plan in plans.items():
        start = time.perf_counter()
        pdf = document(plan)
        seconds = time.perf_counter() - start
        pages = len(PdfReader(io.BytesIO(pdf)).pages)
        print(f"{name:24} {len(plan):5} rows  {seconds:6.2f} s  {pages:3} pages", flush=True)


if __name__ == "__main__":
    main()
