"""Whatever is sent, the answer is JSON and the fault is never ours; what is taken can be read."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from worksheets.models.store.read import read_plan
from worksheets.plan.fields import Holds
from worksheets.plan.integrity import problems
from worksheets.plan.plan_file import decode, encode
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db

ANY_TEXT = st.text(max_size=30) | st.sampled_from(["n1", "f1", "", "\x00", "\ud800", "10.1.1.1"])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | ANY_TEXT
)
ANY_JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(ANY_TEXT | st.just("title"), inner, max_size=4)
    ),
    max_leaves=8,
)
SLUGS = st.sampled_from(list(sheets()))
steady = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _fitting(field):
    """Values that the column takes, or nearly."""
    if field.choices:
        return st.sampled_from([member.value for member in field.choices])
    keys = st.sampled_from(["n1", "n2", "f1", "g1", "a1"]) | st.just({"title": "nodea"})
    match field.holds:
        case Holds.INTEGER:
            return st.integers(field.minimum or 0, field.maximum or 100)
        case Holds.FLAG:
            return st.booleans()
        case Holds.REFERENCE:
            return st.just("") | keys
        case Holds.REFERENCES:
            return st.lists(keys, max_size=2)
    return st.text("abc", min_size=1, max_size=8)


@st.composite
def bodies(draw):
    """A worksheet and some of its cells, most of them as they should be."""
    slug = draw(SLUGS)
    fields = sheets()[slug].fields
    cells = {}
    for name, field in fields.items():
        if field.required or draw(st.integers(0, 3)) == 0:
            odd = draw(st.integers(0, 9)) == 0
            cells[name] = draw(ANY_JSON if odd else _fitting(field))
    if draw(st.integers(0, 9)) == 0:
        cells[draw(ANY_TEXT)] = draw(ANY_JSON)
    return slug, cells


def _is_fine(response):
    assert response.status_code < 500
    if response.status_code >= 400:
        assert response["Content-Type"] == "application/problem+json"
        assert json.loads(response.content)["status"] == response.status_code


@pytest.fixture
def tireless(call, monkeypatch):
    """The architect's script, without a limit on how often it asks."""
    monkeypatch.setattr("planner.accounts.api_access.PerCaller.allow_request", lambda *a: True)
    return call


@steady
@given(sent=bodies(), method=st.sampled_from(["post", "put", "patch"]))
def test_rows(tireless, cluster, sent, method):
    slug, cells = sent
    address = f"clusters/{cluster.pk}/worksheets/{slug}/rows"
    rows = read_plan(cluster.current_id).rows(sheets()[slug].row)
    keys = [row.key for row in rows] if method == "patch" else []
    if method != "post":
        address += f"/{keys[-1] if keys else 'k1'}"
    new = method == "put" and "k1" not in {row.key for row in rows}
    headers = {"If_None_Match": "*"} if new else {"If_Match": "*"}
    response = tireless(method, address, cells, **headers)
    _is_fine(response)
    event(f"status {response.status_code}")
    plan = read_plan(cluster.current_id)
    assert problems(plan) == []
    if response.status_code in (200, 201):
        key = response.data["key"]
        lead = f"clusters/{cluster.pk}/worksheets/{slug}/rows/{key}"
        assert tireless("get", lead).data == response.data
        assert decode(encode(plan)) == plan


@steady
@given(document=ANY_JSON, wrapped=st.booleans())
def test_plans(tireless, cluster, document, wrapped):
    if wrapped:
        document = {"format": "ha-cluster-plan", "version": 1, "sheets": {"node": document}}
    before = read_plan(cluster.current_id)
    _is_fine(tireless("put", f"clusters/{cluster.pk}/plan", document, If_Match="*"))
    assert read_plan(cluster.current_id) == before


@steady
@given(body=st.binary(max_size=60), method=st.sampled_from(["post", "put", "patch", "delete"]))
def test_bytes(tireless, cluster, body, method):
    below = "" if method == "post" else "/n1"
    address = f"clusters/{cluster.pk}/worksheets/node/rows{below}"
    _is_fine(tireless(method, address, body, If_Match='"x"'))


@steady
@given(tag=st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=40))
def test_conditions(tireless, rows, tag):
    _is_fine(tireless("get", rows("node", "n1"), If_None_Match=tag))
    _is_fine(tireless("patch", rows("node", "n1"), {}, If_Match=tag))


@steady
@given(
    name=st.sampled_from(["q", "sort", "page", "environment", "having", "team", "severity"]),
    value=st.text(max_size=20),
    below=st.sampled_from(["clusters", "clusters/{c}/findings", "rules"]),
)
def test_queries(tireless, cluster, name, value, below):
    query = urlencode({name: value}, errors="surrogatepass")
    _is_fine(tireless("get", f"{below.format(c=cluster.pk)}?{query}"))
