"""What holds for every rule of needs, people and running, whatever its subject."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules import examples_needs, examples_people, examples_schedules
from tests.rules.test_every_rule import found
from worksheets.plan.fields import Holds, fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.rules.schedule import DUTIES

CASES = {**examples_needs.CASES, **examples_people.CASES, **examples_schedules.CASES}
WRITTEN = (
    *("requirement", "current_system", "software_level", "support_team", "administrator"),
    *("operation_guide", "monitoring_item", "maintenance_task", "local_volume_group", "node"),
    "frame",
)
# They weigh all rows of their worksheet together, so another row changes what they say.
TOGETHER = frozenset(
    {"PEOPLE-REACTION", "SOFT-MISSING", "TEAM-SIGNS", "WATCH-SLOW", *(duty.id for duty in DUTIES)}
)


def _padded(row: Row, before: str, after: str) -> Row:
    """The row with blanks around its free texts, the empty ones included."""
    if row.slug not in WRITTEN:
        return row
    cells = {
        field.name: f"{before}{getattr(row, field.name)}{after}"
        for field in fields_of(type(row)).values()
        if field.holds in (Holds.TEXT, Holds.PROSE) and field.format is None and not field.required
    }
    return msgspec.structs.replace(row, **cells)


@pytest.mark.parametrize("rule_id", sorted(id_ for id_ in CASES if not id_.startswith("OPEN-")))
@pytest.mark.parametrize("blanks", [(" ", "  "), ("\t", "\n")], ids=["blanks", "lines"])
def test_blanks_around_texts_change_nothing(rule_id, blanks):
    case = CASES[rule_id]
    padded = Plan(_padded(row, *blanks) for row in case.fails)
    assert found(rule_id, padded) == found(rule_id, case.fails)
    assert found(rule_id, Plan(_padded(row, *blanks) for row in case.passes)) == []


def _beside() -> Iterator[str]:
    """Rules that speak about one row each, which has a sound twin in the passing example."""
    for rule_id, case in CASES.items():
        kind = KINDS[case.place.sheet]
        twin = case.passes.get(kind, case.place.key)
        if twin is not None and kind is not ClusterOptions and rule_id not in TOGETHER:
            yield rule_id


@pytest.mark.parametrize("rule_id", sorted(_beside()))
def test_a_sound_row_ahead_hides_no_other(rule_id):
    case = CASES[rule_id]
    kind = KINDS[case.place.sheet]
    twin = case.passes.get(kind, case.place.key)
    assert twin is not None
    ahead = Plan([msgspec.structs.replace(twin, key="0ahead"), *case.fails])
    assert case.place in [item.places[0] for item in found(rule_id, ahead)]


@settings(max_examples=25)
@given(st.data())
def test_renaming_changes_words_only(data):
    """Names are no part of what is judged, or of what a finding is."""
    rule_id = data.draw(st.sampled_from(sorted(CASES)))
    word = data.draw(st.text("bcdfxyz", min_size=1, max_size=8))
    plan = CASES[rule_id].fails
    told = [item.identity for item in found(rule_id, plan)]
    kinds = ("requirement", "support_team", "administrator", "node", "resource_group", "site")
    renamed = Plan(
        msgspec.structs.replace(row, name=f"{word}{number}") if row.slug in kinds else row
        for number, row in enumerate(plan)
    )
    assert [item.identity for item in found(rule_id, renamed)] == told
