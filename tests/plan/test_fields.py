"""Columns read from annotations, and their table twins."""

from __future__ import annotations

import pytest
from django.db import models

from worksheets.models.store.mapping import table_of
from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.node import Node, RootvgProtection


def test_node_columns():
    fields = fields_of(Node)
    assert fields["name"].required
    assert fields["name"].max_length == 64
    assert fields["frame"].holds is Holds.REFERENCE
    assert fields["frame"].target == "frame"
    assert fields["rootvg_servers"].holds is Holds.REFERENCES
    assert fields["rootvg"].choices is RootvgProtection
    assert (fields["cpu_peak"].minimum, fields["cpu_peak"].maximum) == (0, 100)
    assert list(fields)[-2:] == ["notes", "rationale"]
    assert fields["cpu_peak"].expects == "a whole number from 0 to 100"


_TABLE_FORMS = {
    Holds.TEXT: models.CharField,
    Holds.PROSE: models.TextField,
    Holds.INTEGER: models.PositiveIntegerField,
    Holds.FLAG: models.BooleanField,
    Holds.CHOICE: models.CharField,
    Holds.REFERENCE: models.ForeignKey,
    Holds.REFERENCES: models.ManyToManyField,
}


@pytest.mark.parametrize("slug", KINDS)
def test_table_and_plan_row_have_the_same_columns(slug):
    kind = KINDS[slug]
    table = table_of(kind)
    own = {"id", "revision", "key", "version", "position"}
    stored = {field.name: field for field in table._meta.get_fields() if field.name not in own}
    planned = fields_of(kind)
    assert set(stored) == set(planned), f"models and plan row of {slug} differ"
    for name, field in planned.items():
        _assert_alike(f"{slug}.{name}", field, stored[name])


def _assert_alike(place: str, field: Field, stored: models.Field) -> None:
    assert type(stored) is _TABLE_FORMS[field.holds], place
    if field.holds is Holds.TEXT:
        assert stored.max_length == field.max_length, place
    if field.holds is Holds.CHOICE:
        assert [value for value, _ in stored.choices] == [m.value for m in field.choices], place
    if field.holds is Holds.INTEGER:
        limits = {type(v).__name__: v.limit_value for v in stored.validators}
        assert limits["MinValueValidator"] == field.minimum, place
        assert limits["MaxValueValidator"] == field.maximum, place
    if field.target:
        assert stored.related_model is table_of(KINDS[field.target]), place
    if field.holds in (Holds.INTEGER, Holds.FLAG, Holds.CHOICE):
        assert stored.null == (field.default is None and not field.required), place
        if field.default is not None:
            assert stored.default == field.default, place
