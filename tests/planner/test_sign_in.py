"""Signing in and out, and what the event log remembers of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from planner.accounts import throttle
from planner.audit.chain import verify
from planner.audit.models import Event

pytestmark = pytest.mark.django_db

WRONG = "wrong pass phrase"


def events():
    return [(event.action, event.actor, event.subject) for event in Event.objects.all()]


def sign_in(client, username, password, **data):
    return client.post("/sign-in/", {"username": username, "password": password, **data})


def test_a_stranger_is_led_to_sign_in_and_back_to_the_page_they_wanted(client, person, password):
    person("anna")
    response = client.get("/rules/?q=spof")
    assert response.status_code == 302
    assert response.url == "/sign-in/?next=/rules/%3Fq%3Dspof"
    page = client.get(response.url)
    assert page.status_code == 200
    assert b'name="next" value="/rules/?q=spof"' in page.content
    response = sign_in(client, "anna", password, next="/rules/?q=spof")
    assert response.status_code == 302
    assert response.url == "/rules/?q=spof"
    assert client.get(response.url).status_code == 200


def test_signing_in_never_leads_to_another_site(client, person, password):
    person("anna")
    response = sign_in(client, "anna", password, next="https://evil.example/")
    assert (response.status_code, response.url) == (302, "/")


def test_signing_in_and_out_is_recorded(client, person, password):
    anna = person("anna")
    sign_in(client, "anna", password)
    response = client.post("/sign-out/")
    assert (response.status_code, response.url) == (302, "/sign-in/")
    assert client.get("/").status_code == 302
    assert events() == [
        ("account.signed_in", "anna", "account:anna"),
        ("account.signed_out", "anna", "account:anna"),
    ]
    assert Event.objects.get(number=1).actor_id == anna.pk
    assert Event.objects.get(number=1).data == {"username": "anna", "address": "127.0.0.1"}
    assert verify().intact


def test_a_link_cannot_sign_anybody_out(client, person):
    client.force_login(person("anna"))
    assert client.get("/sign-out/").status_code == 405
    assert client.get("/rules/").status_code == 200


@pytest.mark.parametrize("username", ["anna", "nobody"])
def test_a_failed_sign_in_keeps_the_name_says_why_and_is_recorded_without_password(
    client, person, username
):
    person("anna")
    response = sign_in(client, username, WRONG)
    assert response.status_code == 422
    assert b"do not fit together" in response.content
    assert f'value="{username}"'.encode() in response.content
    assert events() == [("account.sign_in_failed", "not signed in", f"account:{username}")]
    assert all(WRONG not in event.details for event in Event.objects.all())


def test_a_closed_account_cannot_sign_in(client, person, password):
    person("anna", is_active=False)
    assert sign_in(client, "anna", password).status_code == 422
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("username", ["", "a\0b", "x" * 151, "<script>alert(1)</script>", "\ud7ff​"])
def test_odd_names_are_form_errors(client, username):
    response = sign_in(client, username, WRONG)
    assert response.status_code == 422
    assert b"<script>alert" not in response.content
    assert verify().intact


def test_guessing_closes_the_name_for_a_while_even_for_the_right_password(
    client, person, password, monkeypatch
):
    person("anna")
    person("bert")
    for _ in range(throttle.ATTEMPTS):
        assert sign_in(client, "anna", WRONG).status_code == 422
    response = sign_in(client, "anna", password)
    assert response.status_code == 429
    assert b"Wait ten minutes" in response.content
    assert Event.objects.count() == throttle.ATTEMPTS, "a refused attempt does not fill the log"
    assert sign_in(Client(), "bert", password).status_code == 302
    now = throttle.timezone.now()
    monkeypatch.setattr(throttle.timezone, "now", lambda: now + throttle.WINDOW + timedelta(1))
    assert sign_in(client, "anna", password).status_code == 302


def test_a_success_in_between_starts_the_count_again(client, person, password):
    person("anna")
    for word in [WRONG] * (throttle.ATTEMPTS - 1) + [password] + [WRONG]:
        sign_in(Client(), "anna", word)
    assert sign_in(Client(), "anna", password).status_code == 302


def test_an_unknown_name_is_closed_just_the_same(client):
    for _ in range(throttle.ATTEMPTS):
        sign_in(client, "nobody", WRONG)
    assert sign_in(client, "nobody", WRONG).status_code == 429


def test_the_form_needs_its_token(person, password):
    person("anna")
    response = sign_in(Client(enforce_csrf_checks=True), "anna", password)
    assert response.status_code == 403
    assert b"Reload the page" in response.content


def test_someone_signed_in_is_not_asked_again(client, person):
    client.force_login(person("anna"))
    assert client.get("/sign-in/").status_code == 302
