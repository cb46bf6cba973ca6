"""Paths compared as AIX sees them, and how long restarts take."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.rules.paths import holder, plain, within
from worksheets.rules.restarts import least_restart_interval

STEPS = st.lists(st.sampled_from(["a", "ab", "b", "c.d"]), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/app", "/app"),
        ("//app//x/", "/app/x"),
        ("/", "/"),
        ("", ""),
        (" ", ""),
        ("/a/./b", "/a/b"),
    ],
)
def test_plain_path(path, expected):
    assert plain(path) == expected


@pytest.mark.parametrize(
    ("path", "directory", "expected"),
    [
        ("/app", "/app", True),
        ("/app/", "//app", True),
        ("/app/x", "/app/", True),
        ("/application", "/app", False),
        ("/app", "/app/x", False),
        ("/app", "/", True),
        ("", "/app", False),
        ("/app", "", False),
        ("", "", False),
    ],
)
def test_within(path, directory, expected):
    assert within(path, directory) is expected


@given(STEPS, STEPS)
def test_a_path_lies_in_what_its_steps_begin_with(steps, others):
    inner, outer = "/" + "/".join(steps), "/" + "/".join(others)
    assert within(inner, outer) is (steps[: len(others)] == others)
    assert within(inner + "/", "/" + outer) is within(inner, outer)


@given(st.lists(STEPS, max_size=5), STEPS)
def test_holder_is_the_deepest_directory_around_a_path(directories, steps):
    paths = ["/" + "/".join(each) for each in directories]
    path = "/" + "/".join(steps)
    found = holder(path, paths)
    around = [each for each in paths if within(path, each)]
    assert (found in around) if around else (found == "")
    assert all(len(each) <= len(found) for each in around)


@given(st.integers(1, 100), st.integers(1, 5000))
def test_restart_interval_is_the_least_whole_number_of_eleven_tenths(count, each):
    least = least_restart_interval(count, each)
    assert least - 1 < Fraction(11, 10) * count * each <= least
