"""API tokens: what is kept of them, how long they hold, and what the event log tells."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from planner.accounts.models import ApiToken
from planner.accounts.tokens import MOST, TokenRefused, make_token, revoke_token, token_of
from planner.audit.models import Event

pytestmark = pytest.mark.django_db

PAGE = "/account/tokens/"


@pytest.fixture
def anna(person):
    return person("anna")


def last_event():
    return Event.objects.order_by("number").last()


def test_only_the_digest_is_kept(anna):
    made = make_token(owner=anna, name="nightly", scope="read", days=90)
    stored = ApiToken.objects.values().get()
    assert made.secret.startswith("hcp_")
    assert stored["digest"] == hashlib.sha256(made.secret.encode()).hexdigest()
    assert made.secret not in str(stored)
    assert made.secret not in last_event().details


def test_secrets_differ(anna):
    secrets = {make_token(owner=anna, name=str(n), scope="read", days=1).secret for n in range(5)}
    assert len(secrets) == 5


def test_it_holds_for_the_days_asked_for(anna):
    token = make_token(owner=anna, name="nightly", scope="read", days=90).token
    left = token.expires_at - timezone.now()
    assert timedelta(days=89) < left <= timedelta(days=90)


def test_a_token_finds_its_owner_until_it_expires(anna):
    made = make_token(owner=anna, name="nightly", scope="read", days=1)
    assert token_of(made.secret).user == anna
    ApiToken.objects.update(expires_at=timezone.now())
    assert token_of(made.secret) is None


def test_a_closed_account_has_no_tokens(anna):
    made = make_token(owner=anna, name="nightly", scope="read", days=1)
    anna.is_active = False
    anna.save()
    assert token_of(made.secret) is None


def test_use_is_noted_but_not_every_time(anna, django_assert_num_queries):
    made = make_token(owner=anna, name="nightly", scope="read", days=1)
    with django_assert_num_queries(2):
        token_of(made.secret)
    first = ApiToken.objects.get().last_used_at
    assert timezone.now() - first < timedelta(minutes=1)
    with django_assert_num_queries(1):
        token_of(made.secret)
    ApiToken.objects.update(last_used_at=first - timedelta(minutes=6))
    token_of(made.secret)
    assert ApiToken.objects.get().last_used_at >= first


@pytest.mark.parametrize("secret", ["", "hcp_", "x" * 47, "hcp_" + "x" * 43, "hcp_" + "é" * 43])
def test_what_is_no_secret_finds_nobody(anna, secret):
    make_token(owner=anna, name="nightly", scope="read", days=1)
    assert token_of(secret) is None


def test_revoked_at_once_and_for_ever(anna):
    made = make_token(owner=anna, name="nightly", scope="read", days=1)
    assert revoke_token(owner=anna, token_id=made.token.pk)
    assert token_of(made.secret) is None
    assert not revoke_token(owner=anna, token_id=made.token.pk)


def test_nobody_revokes_the_token_of_another(anna, person):
    made = make_token(owner=anna, name="nightly", scope="read", days=1)
    assert not revoke_token(owner=person("ben"), token_id=made.token.pk)
    assert token_of(made.secret) is not None


def test_the_event_log_tells_of_both(anna):
    made = make_token(owner=anna, name="nightly", scope="write", days=1)
    subject = f"account:anna/token:{made.token.pk}"
    event = last_event()
    assert (event.action, event.actor, event.subject) == ("token.made", "anna", subject)
    assert (event.data["name"], event.data["scope"]) == ("nightly", "write")
    revoke_token(owner=anna, token_id=made.token.pk)
    event = last_event()
    assert (event.action, event.subject) == ("token.revoked", subject)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 65}, "name"),
        ({"name": "a\x00"}, "name"),
        ({"scope": "all"}, "scope"),
        ({"days": 0}, "days"),
        ({"days": 366}, "days"),
    ],
)
def test_what_makes_no_token(anna, change, field):
    with pytest.raises(TokenRefused) as refusal:
        make_token(owner=anna, **{"name": "nightly", "scope": "read", "days": 1, **change})
    assert list(refusal.value.errors) == [field]
    assert not ApiToken.objects.exists()


def test_names_are_told_apart_and_there_are_not_too_many(anna):
    for number in range(MOST):
        make_token(owner=anna, name=str(number), scope="read", days=1)
    with pytest.raises(TokenRefused, match="already have a token called 0"):
        make_token(owner=anna, name="0", scope="read", days=1)
    with pytest.raises(TokenRefused, match="Revoke one first"):
        make_token(owner=anna, name="more", scope="read", days=1)


def test_the_page_shows_a_secret_once(client, anna):
    client.force_login(anna)
    data = {"name": "nightly", "scope": "write", "days": "30"}
    response = client.post(PAGE, data)
    secret = re.search(rb"hcp_[\w-]{43}", response.content)[0].decode()
    assert token_of(secret).scope == "write"
    assert "no-store" in response["Cache-Control"]
    again = client.get(PAGE).content.decode()
    assert "nightly" in again
    assert "hcp_" not in again


def test_the_page_keeps_what_was_typed_wrongly(client, anna):
    client.force_login(anna)
    response = client.post(PAGE, {"name": "nightly", "scope": "write", "days": "9999"})
    assert response.status_code == 422
    assert b'value="9999"' in response.content
    assert b"from 1 to 365" in response.content


def test_the_page_revokes_ones_own_tokens_only(client, anna, person):
    mine = make_token(owner=anna, name="mine", scope="read", days=1).token
    theirs = make_token(owner=person("ben"), name="theirs", scope="read", days=1).token
    client.force_login(anna)
    for token in (mine, theirs):
        assert client.post(f"{PAGE}{token.pk}/revoke/").status_code == 302
    assert list(ApiToken.objects.values_list("name", flat=True)) == ["theirs"]
    assert b"theirs" not in client.get(PAGE).content


def test_a_token_opens_no_pages(client, anna):
    secret = make_token(owner=anna, name="nightly", scope="write", days=1).secret
    response = client.get(PAGE, headers={"Authorization": f"Bearer {secret}"})
    assert response.status_code == 302


def test_the_command(anna, capsys):
    call_command("token", "make", "anna", "ci", "--scope", "write", "--days", "10")
    secret = capsys.readouterr().out.strip()
    assert token_of(secret).scope == "write"
    assert last_event().actor.startswith("operator ")
    call_command("token", "list", "anna")
    assert capsys.readouterr().out.startswith("ci\twrite\texpires ")
    call_command("token", "revoke", "anna", "ci")
    assert token_of(secret) is None
    for arguments in (["make", "nobody", "x"], ["make", "anna", ""], ["revoke", "anna", "ci"]):
        with pytest.raises(CommandError):
            call_command("token", *arguments)
