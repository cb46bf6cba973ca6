"""Levels, and the limits that hang on them."""

from __future__ import annotations

import pytest

from worksheets.plan.plan import Plan
from worksheets.plan.rows.node import Node
from worksheets.rules.limits import level, limits_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("7.2.8 SP1", (7, 2, 8)),
        ("7.1.3.1", (7, 1, 3, 1)),
        ("7300-02-01-2346", (7, 3)),
        ("AIX 7200-05", (7, 2)),
        ("PowerHA 7.2", (7, 2)),
        ("newest", ()),
        ("", ()),
    ],
)
def test_level_reads_what_people_write(text, numbers):
    assert level(text) == numbers


@pytest.mark.parametrize(
    ("levels", "groups"),
    [(("7.2.8", "7.2.9"), 256), (("7.2.8", "7.2.7"), 64), (("", "7.3"), 256), ((), 64)],
)
def test_the_oldest_known_level_binds_the_cluster(levels, groups):
    nodes = [Node(key=f"n{n}", name=f"n{n}", powerha_level=x) for n, x in enumerate(levels)]
    assert limits_of(Plan(nodes)).groups == groups
