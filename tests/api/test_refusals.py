"""What cannot be served is refused in a document that a program can read, never with a page."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from rest_framework.settings import api_settings

from tests.api.conftest import Caller
from worksheets.queries.workbook import Workbook

pytestmark = pytest.mark.django_db


def is_problem(response, status):
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    body = json.loads(response.content)
    assert body["status"] == status
    assert body["title"]
    assert body["detail"].endswith(".")
    return body


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nonsense",
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b"\xff\xfe{}",
        b'{"name": "\\ud800"}',
        b"9" * 10_000,
        b"[1, 2]",
        b'"text"',
        b"null",
        b'{"name": NaN}',
    ],
)
@pytest.mark.parametrize("method", ["post", "put"])
def test_damaged_json(call, rows, cluster, body, method):
    address = rows("node") if method == "post" else f"clusters/{cluster.pk}/plan"
    response = call(method, address, body, If_Match="*")
    # An empty body is an empty object, which then lacks what is required.
    is_problem(response, 422 if body == b"" else 400)


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "nonsense", ""])
def test_other_types_of_body(call, rows, kind):
    response = call("post", rows("node"), b'{"name": "x"}', content_type=kind)
    is_problem(response, 415)


def test_merge_patch_is_for_patching(call, rows):
    kind = "application/merge-patch+json"
    is_problem(call("post", rows("node"), b'{"name": "x"}', content_type=kind), 415)


def test_too_long_a_body(call, rows):
    headers = {"Content_Length": str(17 * 1024 * 1024)}
    assert "16 MiB" in is_problem(call("post", rows("node"), b"{}", **headers), 413)["detail"]


def test_nul_in_the_address(call):
    is_problem(call("get", "clusters?q=a%00b"), 400)


def test_only_json_can_be_had(call):
    is_problem(call("get", "clusters", Accept="text/html"), 406)


def test_a_method_that_is_not_there_names_those_that_are(call):
    response = call("patch", "clusters", {})
    is_problem(response, 405)
    assert response["Allow"] == "GET, POST, HEAD, OPTIONS"
    asked = call("options", "clusters")
    assert (asked.status_code, asked["Allow"]) == (204, response["Allow"])


@pytest.mark.parametrize("address", ["clusters/", "nonsense/at/all", "clusters/x", "clusters/-1"])
def test_an_address_that_is_not_there(call, address):
    body = is_problem(call("get", address), 404)
    assert ("slash" in body["detail"]) == address.endswith("/")


@pytest.mark.parametrize("address", ["/api/", "/api/v2/clusters", "/api/v1"])
def test_addresses_beside_the_interface(call, address):
    response = call.client.get(address, headers=call.headers)
    is_problem(response, 404)


@pytest.mark.parametrize("number", [2**31, 2**63, 10**400])
@pytest.mark.parametrize(
    ("method", "below"),
    [("get", ""), ("get", "/plan"), ("put", "/plan"), ("patch", "/worksheets/node/rows/n1")],
)
def test_ids_that_no_database_holds(call, number, method, below):
    is_problem(call(method, f"clusters/{number}{below}", {"a": 1}, If_Match="*"), 404)


@pytest.mark.parametrize("key", ["%2E%2E", "a%20b", "%F0%9F%92%A9", "x" * 5000, "%ff"])
@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_keys_that_no_row_can_have(call, rows, key, method):
    condition = {"If_None_Match": "*"} if method == "put" else {"If_Match": "*"}
    response = call(method, rows("node", key), {"name": "x"}, **condition)
    is_problem(response, 422 if method == "put" else 404)


@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer ", "Bearer a b", "Basic YTpi", "Bearer \xe9\xe9", "Bearer hcp_"]
)
def test_a_header_that_is_no_token(header):
    response = Caller({"Authorization": header})("get", "clusters")
    is_problem(response, 401)
    assert response["WWW-Authenticate"] == "Bearer"


def test_a_session_needs_the_csrf_token_to_write(architect, rows):
    client = Client(enforce_csrf_checks=True)
    client.force_login(architect)
    caller = Caller(client=client)
    assert caller("get", rows("node")).status_code == 200
    is_problem(caller("post", rows("node"), {"name": "nodec"}), 403)
    client.cookies["csrftoken"] = "a" * 32
    response = caller("post", rows("node"), {"name": "nodec"}, X_CSRFToken="a" * 32)
    assert response.status_code == 201


def test_a_token_needs_none(architect, script, rows):
    caller = script(architect)
    caller.client = Client(enforce_csrf_checks=True)
    assert caller("post", rows("node"), {"name": "nodec"}).status_code == 201


def test_too_many_requests_say_how_long_to_wait(call, rows, monkeypatch):
    rates = {"read": "3/min", "write": "1/min"}
    monkeypatch.setattr(api_settings, "DEFAULT_THROTTLE_RATES", rates)
    assert [call("get", "teams").status_code for _ in range(4)] == [200, 200, 200, 429]
    response = call("get", "teams")
    is_problem(response, 429)
    assert 0 < int(response["Retry-After"]) <= 61
    assert call("post", rows("node"), {"name": "nodec"}).status_code == 201
    assert call("post", rows("node"), {"name": "noded"}).status_code == 429


def test_each_token_is_counted_by_itself(script, architect, people, monkeypatch):
    monkeypatch.setattr(api_settings, "DEFAULT_THROTTLE_RATES", {"read": "1/min"})
    first, second = script(architect, "read"), script(architect, "write")
    assert first("get", "teams").status_code == 200
    assert first("get", "teams").status_code == 429
    assert second("get", "teams").status_code == 200


def test_a_fault_of_ours_is_a_problem_too(call, cluster, monkeypatch):
    def fail(self):
        raise RuntimeError("boom")

    monkeypatch.setattr(Workbook, "digest", property(fail))
    response = call("get", f"clusters/{cluster.pk}")
    assert "boom" not in is_problem(response, 500)["detail"]
