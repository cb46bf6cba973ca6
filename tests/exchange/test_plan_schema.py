"""The JSON Schema takes what the program takes, and refuses what it can see to be wrong."""

from __future__ import annotations

import copy
import io
import json
from importlib import resources
from typing import Any

import jsonschema
import pytest
from django.core.management import call_command

from tests.exchange.strategies import random_plan
from worksheets.exchange.plan_schema import plan_schema, schema_bytes
from worksheets.plan.fields import fields_of
from worksheets.plan.plan_file import encode
from worksheets.plan.rows import KINDS

SAMPLES = sorted(
    file.name
    for file in resources.files("worksheets.samples").iterdir()
    if file.name.endswith("json")
)
VALIDATOR = jsonschema.Draft202012Validator(plan_schema())


def sample(name: str = "vcl_payments.json") -> dict[str, Any]:
    return json.loads((resources.files("worksheets.samples") / name).read_text(encoding="utf-8"))


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(plan_schema())
    assert json.loads(schema_bytes()) == plan_schema()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_fits(name):
    assert [error.message for error in VALIDATOR.iter_errors(sample(name))] == []
    named = {"$schema": "https://example.org/plan.schema.json", **sample(name)}
    assert VALIDATOR.is_valid(named)


def test_plans_with_rows_of_every_kind_fit():
    for seed in range(20):
        document = json.loads(encode(random_plan(seed)))
        assert [error.message for error in VALIDATOR.iter_errors(document)] == []


def put(document: dict[str, Any], slug: str, column: str, value: object) -> None:
    document["sheets"][slug][0][column] = value


@pytest.mark.parametrize(
    "damage",
    [
        lambda d: d.update(format="other"),
        lambda d: d.update(version=1),
        lambda d: d.pop("sheets"),
        lambda d: d["sheets"].update(nodes=[]),
        lambda d: d["sheets"].pop("cluster_options"),
        lambda d: d["sheets"]["cluster_options"].append(d["sheets"]["cluster_options"][0]),
        lambda d: d["sheets"].update(node={}),
        lambda d: put(d, "cluster_options", "key", "second"),
        lambda d: put(d, "node", "key", "N 1"),
        lambda d: put(d, "node", "colour", "red"),
        lambda d: put(d, "node", "name", ""),
        lambda d: put(d, "node", "name", "n" * 65),
        lambda d: put(d, "node", "cpu_peak", 101),
        lambda d: put(d, "node", "cpu_peak", "70"),
        lambda d: put(d, "node", "rootvg", "glass"),
        lambda d: put(d, "frame", "hmcs", "hmc1"),
        lambda d: d["sheets"]["node"][0].pop("name"),
        lambda d: d["sheets"]["node"].append(7),
    ],
)
def test_damaged_samples_do_not_fit(damage):
    document = copy.deepcopy(sample())
    damage(document)
    assert not VALIDATOR.is_valid(document)


def test_every_column_is_described_and_references_say_where_to():
    for kind in KINDS.values():
        properties = plan_schema()["$defs"][kind.__name__]["properties"]
        assert set(properties) == {"key", *fields_of(kind)}
        for name, field in fields_of(kind).items():
            assert properties[name]["title"]
            assert len(properties[name]["description"]) >= 40
            if field.target:
                assert f"({field.target})." in properties[name]["description"]
    defined = json.dumps(plan_schema())
    assert "\\\\Z" not in defined


def test_the_command_prints_it():
    out = io.StringIO()
    call_command("plan_schema", stdout=out)
    assert out.getvalue().encode() == schema_bytes()
