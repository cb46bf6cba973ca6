"""The tool itself: which mutants it makes, and that they run in place of what they change."""

from __future__ import annotations

import sys
import textwrap
from functools import cached_property, lru_cache
from types import ModuleType

import pytest

pytest.importorskip("mutmut", reason="only make mutation installs mutmut")

from tests.mutation.mutants import Mutant, mutants
from tests.mutation.runner import (
    Outcome,
    Verdict,
    all_caches,
    functions_by_name,
    replace_code,
    scores,
)

SOURCE = textwrap.dedent(
    '''
    from __future__ import annotations

    LIMIT = 1 + 1

    def marked(function):
        return function

    @marked
    def is_more(value: int, least: int = 3 + 4) -> bool:
        """Whether it is more than 1."""
        text = "this is prose"
        return value > least

    def limited(most):
        def check(value):
            return value < most
        return check

    class Box:
        size = 2 + 2

        def fits(self, value):
            def inside(item: Unknown):
                return item < 5
            return inside(value)

        def __len__(self):
            return super().__sizeof__() * 0 + 1
    '''
)


def made(function: str) -> list[Mutant]:
    return [mutant for mutant in mutants(SOURCE, "boxes") if mutant.function == function]


def changes(function: str) -> set[tuple[str, str]]:
    return {(mutant.was.strip(), mutant.is_now.strip()) for mutant in made(function)}


def the(function: str, is_now: str) -> Mutant:
    (mutant,) = [item for item in made(function) if item.is_now.strip() == is_now]
    return mutant


@pytest.fixture
def boxes(monkeypatch):
    module = ModuleType("boxes")
    monkeypatch.setitem(sys.modules, "boxes", module)
    exec(compile(SOURCE, "boxes", "exec"), module.__dict__)
    return module


def test_functions_with_decorators_are_changed_and_what_is_outside_is_not():
    assert changes("is_more") == {
        ("> least", ">= least"),
        ('text = "this is prose"', "text = None"),
    }
    functions = {mutant.function for mutant in mutants(SOURCE)}
    assert functions == {"is_more", "limited", "Box.fits", "Box.__len__"}


def test_annotations_defaults_docstrings_and_prose_are_left_alone():
    told = " ".join(mutant.source for mutant in made("is_more"))
    assert "XX" not in told
    assert "least: int = 3 + 4) -> bool" in told
    assert "3 - 4" not in told


def test_every_mutant_has_its_line_and_differs_from_the_function():
    lines = SOURCE.splitlines()
    for mutant in mutants(SOURCE):
        assert mutant.was.strip() in lines[mutant.line - 1]
        assert mutant.was != mutant.is_now


def test_a_mutant_runs_wherever_its_function_is_known(boxes):
    is_more, box = boxes.is_more, boxes.Box()
    assert not is_more(7, 7)
    assert box.fits(4)
    assert not box.fits(5)
    known = functions_by_name(["boxes"])
    replace_code(the("is_more", ">= least"), known["boxes", "is_more"])
    assert is_more(7, 7)
    replace_code(the("Box.fits", "<= 5"), known["boxes", "Box.fits"])
    assert box.fits(5)


def test_functions_made_before_the_change_are_changed_too(boxes):
    made_before = boxes.limited(5)
    assert not made_before(5)
    replace_code(the("limited", "<= most"), functions_by_name(["boxes"])["boxes", "limited"])
    assert made_before(5)
    assert boxes.limited(6)(6)


def test_methods_that_call_their_class_can_be_changed(boxes):
    known = functions_by_name(["boxes"])
    (changed,) = [item for item in made("Box.__len__") if item.was == "1"]
    replace_code(changed, known["boxes", "Box.__len__"])
    assert len(boxes.Box()) == 2


def test_what_is_not_there_cannot_be_tried():
    with pytest.raises(ValueError, match="no function"):
        replace_code(made("is_more")[0], [])


def test_functions_are_found_behind_what_wraps_them(boxes):
    def lazy(self):
        return 1

    lazy.__module__, lazy.__qualname__ = "boxes", "Box.lazy"
    boxes.Box.lazy = cached_property(lazy)
    assert functions_by_name(["boxes"])["boxes", "Box.lazy"] == [lazy]


def test_answers_from_before_the_change_are_forgotten(boxes):
    remembered = lru_cache(boxes.is_more)
    remembered.__module__ = "worksheets.boxes"
    assert not remembered(7, 7)
    assert remembered in all_caches()
    replace_code(the("is_more", ">= least"), [boxes.is_more], [remembered])
    assert remembered(7, 7)


def test_a_mutant_that_hangs_is_killed_and_one_that_was_not_tried_does_not_count():
    mutant = made("is_more")[0]
    outcomes = (Outcome.SURVIVED, Outcome.KILLED, Outcome.HUNG, Outcome.NOT_TRIED)
    assert scores([Verdict(mutant, outcome, 1) for outcome in outcomes]) == {"boxes": (3, 2)}
