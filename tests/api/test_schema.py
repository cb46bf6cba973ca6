"""The OpenAPI document: valid, complete, and true of what is answered."""

from __future__ import annotations

import json
from functools import cache

import jsonschema
import pytest
import yaml
from django.core.management import call_command
from django.urls import reverse

from tests.plans import samples
from worksheets.api.schema.document import document
from worksheets.plan.fields import Holds
from worksheets.plan.plan_file import encode
from worksheets.sheets.registry import sheets
from worksheets.sheets.typed import typed_cells

METHODS = {"get", "post", "put", "patch", "delete"}
OPERATIONS = [
    pytest.param(path, method, id=f"{method} {path}")
    for path, item in document()["paths"].items()
    for method in sorted(METHODS & item.keys())
]


@cache
def as_json_schema(name: str):
    """A component as JSON schema: OpenAPI 3.0 says `nullable` where JSON schema lists null."""

    def translate(value):
        if isinstance(value, list):
            return [translate(item) for item in value]
        if not isinstance(value, dict):
            return value
        value = {key: translate(item) for key, item in value.items()}
        if value.pop("nullable", False) is True:
            inner = {key: value.pop(key) for key in list(value) if key not in ("description",)}
            return {"anyOf": [inner, {"type": "null"}]}
        return value

    components = translate(document()["components"])
    schema = {"$ref": f"#/components/schemas/{name}", "components": components}
    return jsonschema.Draft4Validator(schema)


def fits(name: str, data: object) -> list[str]:
    return [error.message for error in as_json_schema(name).iter_errors(data)]


def test_the_generator_has_nothing_to_complain_about(tmp_path):
    call_command(
        "spectacular", validate=True, fail_on_warn=True, file=str(tmp_path / "openapi.yaml")
    )


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_operation_says_how_it_refuses(path, method):
    operation = document()["paths"][path][method]
    assert operation["summary"]
    for parameter in operation.get("parameters", ()):
        assert parameter["description"].endswith(".")
    responses = operation["responses"]
    expected = {"401", "406", "429"}
    if "{cluster_id}" in path:
        expected |= {"404"}
    if method != "get":
        expected |= {"403", "422"}
        expected |= {"400", "413", "415"} if method != "delete" else {"409"}
    if method in ("put", "patch", "delete"):
        expected |= {"412", "428"}
    assert expected <= responses.keys()
    for status, response in responses.items():
        if status >= "400":
            assert list(response["content"]) == ["application/problem+json"]
        elif status in ("200", "201"):
            assert "ETag" in response["headers"]
            assert "application/json" in response["content"]


def test_operations_have_names_of_their_own():
    names = [
        item[method]["operationId"]
        for item in document()["paths"].values()
        for method in sorted(METHODS & item.keys())
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("slug", sheets())
def test_every_worksheet_has_its_own_types(slug):
    sheet = sheets()[slug]
    item = document()["paths"][f"/api/v1/clusters/{{cluster_id}}/worksheets/{slug}/rows/{{key}}"]
    name = sheet.row.__name__
    body = item["put"]["requestBody"]["content"]["application/json"]["schema"]
    answer = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert body == {"$ref": f"#/components/schemas/{name}Input"}
    assert answer == {"$ref": f"#/components/schemas/{name}"}
    for form in ("", "Input", "Patch", "Line"):
        schema = document()["components"]["schemas"][name + form]
        assert list(schema["properties"]) == ["key", *(c.name for c in sheet.all_columns)]


@pytest.mark.parametrize("slug", sheets())
def test_every_column_is_described(slug):
    sheet = sheets()[slug]
    properties = document()["components"]["schemas"][f"{sheet.row.__name__}Input"]["properties"]
    for column in sheet.all_columns:
        field, described = sheet.fields[column.name], properties[column.name]
        assert column.help in described["description"]
        assert described["title"] == column.label
        assert described.get("x-refers-to", "") == field.target
        assert (described.get("minimum"), described.get("maximum")) == (
            field.minimum,
            field.maximum,
        )
        if field.choices:
            values = [member.value for member in field.choices]
            assert described["enum"][: len(values)] == values
        if field.holds in (Holds.TEXT, Holds.PROSE):
            assert described["maxLength"] == field.max_length
        if column.example and not field.target:
            assert fits(f"{sheet.row.__name__}Patch", {column.name: described["example"]}) == []


@pytest.mark.parametrize("plan", samples(), ids=lambda plan: plan.options.name)
def test_the_types_fit_every_sample(plan):
    assert fits("PlanFile", json.loads(encode(plan))) == []
    for row in plan:
        kind = type(row).__name__
        cells = json.loads(json.dumps(typed_cells(row)))
        assert fits(kind, cells) == []
        assert fits(f"{kind}Input", cells) == []


@pytest.mark.parametrize(
    ("cells", "good"),
    [
        ({"name": "a"}, True),
        ({"name": "a", "frame": {"title": "frameA"}, "memory": None}, True),
        ({}, False),
        ({"name": ""}, False),
        ({"name": "a", "cpu_peak": 101}, False),
        ({"name": "a", "cpu_peak": "7"}, False),
        ({"name": "a", "usual_role": "boss"}, False),
        ({"name": "a", "frame": {"name": "frameA"}}, False),
        ({"name": "a", "colour": "red"}, False),
        ({"name": "a", "key": "No Key"}, False),
    ],
)
def test_the_types_refuse_what_the_service_refuses(cells, good):
    assert (fits("NodeInput", cells) == []) is good


@pytest.mark.django_db
def test_answers_are_what_the_document_says(call, cluster, rows):
    """Every read of the interface, held against its own description."""
    arguments = {"cluster_id": cluster.pk, "key": "n1"}
    checked = 0
    for path, item in document()["paths"].items():
        if "{key}" in path and "/node/" not in path:
            continue
        answer = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        response = call("get", path.removeprefix("/api/v1/").format(**arguments))
        assert response.status_code == 200
        assert fits(answer["$ref"].rpartition("/")[2], response.data) == [], path
        checked += 1
    assert checked > len(sheets())


@pytest.mark.django_db
def test_refusals_are_what_the_document_says(call, rows):
    refusals = [
        call("get", "clusters/999"),
        call("post", rows("node"), {"memory": -1}),
        call("patch", rows("node", "n1"), {}, If_Match='"old"'),
        call("put", rows("node", "n9"), {}, If_Match='"old"'),
        call("delete", rows("frame", "f1"), If_Match="*"),
    ]
    assert [response.status_code for response in refusals] == [404, 422, 412, 412, 409]
    assert [fits("Problem", response.data) for response in refusals] == [[]] * 5


@pytest.mark.django_db
def test_the_document_as_json_and_as_yaml(call):
    assert call("get", "schema/").data == document()
    response = call("get", "schema/", Accept="application/yaml")
    assert response["Content-Type"] == "application/yaml"
    assert yaml.safe_load(response.content) == document()


@pytest.mark.django_db
def test_the_page_names_every_operation_and_type(client, architect, call, rows):
    client.force_login(architect)
    page = client.get(reverse("api:docs")).content.decode()
    operations = [path for path in document()["paths"] if "/worksheets/" not in path]
    for path in operations:
        assert f">{path}<" in page
    assert page.count("/worksheets/{worksheet}/rows") == 6
    for sheet in sheets().values():
        assert f'id="{sheet.row.__name__}Input"' in page
    for name in ("Cluster", "Finding", "Problem", "PlanFile"):
        assert f'id="{name}"' in page
    assert "<script>" not in page
    assert "style=" not in page
    kind = call("get", rows("node", "n1")) and call("post", rows("node"), {}).data["type"]
    assert f'id="{kind.partition("#")[2]}"' in page
