"""What holds for every request: sign-in, limits, headers, clear errors, health."""

from __future__ import annotations

import pytest
from django.conf import settings as site
from django.db import DatabaseError, connection

pytestmark = pytest.mark.django_db


def test_a_fragment_sends_the_whole_page_to_sign_in_instead_of_nesting_the_form(client):
    response = client.get(
        "/rules/",
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/clusters/3/?a=1#row-b"},
    )
    assert response.status_code == 200
    assert response["HX-Redirect"] == "/sign-in/?next=/clusters/3/%3Fa%3D1"
    assert response.content == b""


def test_a_fragment_from_elsewhere_leads_back_to_the_start(client):
    response = client.get(
        "/rules/", headers={"HX-Request": "true", "HX-Current-URL": "https://evil.example/x"}
    )
    assert response["HX-Redirect"] == "/sign-in/?next=/"


@pytest.mark.parametrize("content_type", ["application/json", "multipart/form-data; boundary=x"])
@pytest.mark.parametrize("length", [str(16 * 1024 * 1024 + 1), "9" * 5000])
def test_too_long_a_body_is_413_before_anything_reads_it(client, content_type, length):
    response = client.post("/sign-in/", b"{}", content_type=content_type, CONTENT_LENGTH=length)
    assert response.status_code == 413
    assert b"At most 16 MiB" in response.content
    assert "Content-Security-Policy" in response.headers


def test_a_length_that_is_no_number_counts_as_no_body(client):
    response = client.post("/sign-in/", b"x", content_type="text/plain", CONTENT_LENGTH="many")
    assert response.status_code == 422


def test_too_many_fields_are_413(client):
    data = {f"f{number}": "1" for number in range(site.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    response = client.post("/sign-in/", data)
    assert response.status_code == 413
    assert b"fewer rows" in response.content


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"--x\r\n"),
        ("multipart/form-data; boundary=\xff", b"x"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=a"),
        ("application/x-www-form-urlencoded; charset=klingon", b"a=%FF"),
    ],
)
def test_damaged_bodies_are_client_errors(client, content_type, body):
    response = client.generic("POST", "/sign-in/", body, content_type=content_type)
    assert 400 <= response.status_code < 500
    assert b"<h1>" in response.content


@pytest.mark.parametrize("address", ["/rules/?q=a%00b", "/clusters/%00/", "/%00"])
def test_nul_in_an_address_is_400(client, address):
    response = client.get(address)
    assert response.status_code == 400
    assert b"NUL" in response.content


def test_an_unknown_address_is_a_plain_404(client, person):
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert b"There is nothing here" in response.content
    client.force_login(person("anna"))
    assert client.get("/no/such/page/").status_code == 404


def test_a_foreign_host_name_is_refused(client):
    assert client.get("/sign-in/", headers={"Host": "evil.example"}).status_code == 400


def test_headers_allow_nothing_inline_and_nothing_foreign(client):
    response = client.get("/sign-in/")
    policy = dict(
        part.strip().partition(" ")[::2]
        for part in response["Content-Security-Policy"].split(";")
        if part.strip()
    )
    own = "'self'"
    nothing = "'none'"
    assert policy == {
        "default-src": nothing,
        "script-src": own,
        "style-src": own,
        "img-src": own,
        "font-src": own,
        "connect-src": own,
        "form-action": own,
        "base-uri": nothing,
        "frame-ancestors": nothing,
        "object-src": nothing,
    }
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"


def test_a_fault_of_ours_shows_a_page_that_needs_nothing_else(client, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("boom")

    monkeypatch.setattr("planner.accounts.sign_in.throttle.is_closed", fail)
    client.raise_request_exception = False
    response = client.post("/sign-in/", {"username": "anna", "password": "x"})
    assert response.status_code == 500
    assert b"The fault is on our side" in response.content
    assert b"boom" not in response.content


def test_health_needs_no_sign_in_and_asks_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz/")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]
    assert client.post("/healthz/").status_code == 405


def test_health_is_503_without_the_database(client):
    def gone(execute, sql, params, many, context):
        raise DatabaseError("server closed the connection")

    with connection.execute_wrapper(gone):
        response = client.get("/healthz/")
    assert response.status_code == 503
    assert b"server closed" not in response.content


def test_plain_http_is_redirected_but_for_the_health_check(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/sign-in/").status_code == 301
    assert client.get("/healthz/").status_code == 200


def test_a_write_by_htmx_after_the_session_ended_keeps_the_page(client, db):
    response = client.post("/rules/", headers={"HX-Request": "true"})
    assert response.status_code == 401
    assert "HX-Redirect" not in response
