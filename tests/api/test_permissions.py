"""Who gets which answer from which address of the interface, by session and by token."""

from __future__ import annotations

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.api.conftest import V1, Caller
from tests.plans import small_plan
from worksheets.plan.plan_file import encode
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db

ROLES = ["viewer", "architect", "approver", "administrator", "stranger", "anonymous"]
MINE = "clusters/{c}/worksheets/node/rows"

# (method, address, body, codes in the order of ROLES); {c} is a cluster, {t} its team.
TABLE = [
    ("get", "", None, [200, 200, 200, 200, 200, 401]),
    ("get", "clusters", None, [200, 200, 200, 200, 200, 401]),
    ("post", "clusters?team={t}", small_plan("third"), [403, 201, 403, 201, 404, 401]),
    ("get", "clusters/{c}", None, [200, 200, 200, 200, 404, 401]),
    ("get", "clusters/{c}/plan", None, [200, 200, 200, 200, 404, 401]),
    ("put", "clusters/{c}/plan", small_plan("third"), [403, 200, 403, 200, 404, 401]),
    ("get", "clusters/{c}/findings", None, [200, 200, 200, 200, 404, 401]),
    ("get", "clusters/{c}/worksheets", None, [200, 200, 200, 200, 404, 401]),
    ("get", MINE, None, [200, 200, 200, 200, 404, 401]),
    ("post", MINE, {"name": "nodec"}, [403, 201, 403, 201, 404, 401]),
    ("get", MINE + "/n1", None, [200, 200, 200, 200, 404, 401]),
    ("put", MINE + "/n1", {"name": "nodec"}, [403, 200, 403, 200, 404, 401]),
    ("patch", MINE + "/n1", {"memory": 1}, [403, 200, 403, 200, 404, 401]),
    ("delete", "clusters/{c}/worksheets/frame/rows/f2", None, [403, 204, 403, 204, 404, 401]),
    ("get", MINE + "/n9", None, [404, 404, 404, 404, 404, 401]),
    ("get", "clusters/{c}/worksheets/nonsense/rows", None, [404, 404, 404, 404, 404, 401]),
    ("get", "worksheets", None, [200, 200, 200, 200, 200, 401]),
    ("get", "rules", None, [200, 200, 200, 200, 200, 401]),
    ("get", "teams", None, [200, 200, 200, 200, 200, 401]),
    ("get", "schema/", None, [200, 200, 200, 200, 200, 401]),
    ("get", "nonsense", None, [404, 404, 404, 404, 404, 401]),
    ("post", "rules", {}, [405, 405, 405, 405, 405, 401]),
    ("delete", "clusters/{c}", None, [405, 405, 405, 405, 405, 401]),
]
CASES = [
    pytest.param(method, address, body, role, code, id=f"{method} {address} {role}")
    for method, address, body, codes in TABLE
    for role, code in zip(ROLES, codes, strict=True)
]


def _ask(caller, method, address, body, cluster, team):
    data = body if isinstance(body, dict | None) else encode(body)
    return caller(method, address.format(c=cluster.pk, t=team.pk), data, If_Match="*")


def _expect(response, code):
    assert response.status_code == code
    if code >= 400:
        assert response["Content-Type"] == "application/problem+json"
        assert (response.data["status"], bool(response.data["detail"])) == (code, True)


@pytest.mark.parametrize(("method", "address", "body", "role", "code"), CASES)
def test_session(people, session, team, cluster, method, address, body, role, code):
    caller = Caller() if role == "anonymous" else session(people[role])
    response = _ask(caller, method, address, body, cluster, team)
    _expect(response, code)
    if code == 401:
        assert response["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(("method", "address", "body", "role", "code"), CASES)
def test_token(people, script, team, cluster, method, address, body, role, code):
    if role == "anonymous":
        caller = Caller({"Authorization": "Bearer hcp_" + "x" * 43})
    else:
        caller = script(people[role])
    _expect(_ask(caller, method, address, body, cluster, team), code)


@pytest.mark.parametrize(
    ("method", "address", "body", "codes"), TABLE, ids=[f"{m} {a}" for m, a, _, _ in TABLE]
)
def test_read_only_token(people, script, team, cluster, method, address, body, codes):
    """A read-only token of the most powerful role reads what that role reads, no more."""
    caller = script(people["administrator"], "read")
    code = codes[ROLES.index("administrator")] if method == "get" else 403
    _expect(_ask(caller, method, address, body, cluster, team), code)


@pytest.mark.parametrize("slug", sheets())
def test_rows_of_every_worksheet_are_closed_to_strangers(people, script, cluster, slug):
    stranger, viewer = script(people["stranger"]), script(people["viewer"])
    address = f"clusters/{cluster.pk}/worksheets/{slug}/rows"
    assert stranger("get", address).status_code == 404
    assert viewer("get", address).status_code == 200
    for method, at in (("post", ""), ("put", "/k"), ("patch", "/k"), ("delete", "/k")):
        assert stranger(method, address + at, {"name": "x"}, If_Match="*").status_code == 404
        assert viewer(method, address + at, {"name": "x"}, If_Match="*").status_code == 403


def _routes(resolver, lead=""):
    for pattern in resolver.url_patterns:
        route = lead + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route


def test_every_address_is_in_the_table(cluster):
    """An address added without a line above fails here; those of rows are all alike."""
    resolver = get_resolver()
    known = {"api/v1/docs/", "api/"}
    for _, address, _, _ in TABLE:
        path = (V1 + address).format(c=cluster.pk, t=1).partition("?")[0]
        known.add(resolver.resolve(path).route)
    for slug in sheets():
        lead = f"api/v1/clusters/<int:cluster_id>/worksheets/{slug}/rows"
        known |= {lead, f"{lead}/<str:key>"}
    assert not {route for route in _routes(resolver) if route.startswith("api/")} - known
