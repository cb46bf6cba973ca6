"""Finding out that the event log is not what was recorded."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from planner.audit import chain, guard, record
from planner.audit.models import ChainHead, Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def log():
    """Six events, and the triggers that guard them taken away."""
    with transaction.atomic():
        for number in range(1, 7):
            record(
                actor="anna",
                action="row.saved",
                subject=f"cluster:{number}",
                details={"cpu": number},
            )
    assert chain.verify() == chain.Verdict(6, chain.head())
    guard.remove(connection)


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


CHANGES = {
    "details": "'{\"cpu\":99}'",
    "actor": "'eve'",
    "actor_id": "77",
    "action": "'row.deleted'",
    "subject": "'cluster:9'",
    "at": "'2020-01-01 00:00:00+00:00'",
    "previous": "'" + "a" * 64 + "'",
    "digest": "'" + "b" * 64 + "'",
}


def test_every_field_can_be_caught():
    assert set(CHANGES) | {"number"} == {field.column for field in Event._meta.fields}


@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize("number", [1, 3, 6])
def test_a_changed_field_is_found_at_its_event(log, field, number):
    execute(f"UPDATE audit_event SET {field} = {CHANGES[field]} WHERE number = {number}")
    verdict = chain.verify()
    assert (verdict.intact, verdict.broken_at) == (False, number)


@pytest.mark.parametrize("number", [1, 3])
def test_a_removed_event_is_found(log, number):
    execute(f"DELETE FROM audit_event WHERE number = {number}")
    verdict = chain.verify()
    assert (verdict.broken_at, verdict.checked) == (number, number - 1)
    assert verdict.reason == f"Event {number} is missing."


def test_a_cut_off_end_is_found(log):
    execute("DELETE FROM audit_event WHERE number >= 5")
    verdict = chain.verify()
    assert verdict.broken_at == 5
    assert "should end at 6" in verdict.reason


def test_an_emptied_log_is_found(log):
    execute("DELETE FROM audit_event")
    assert chain.verify().broken_at == 1


def test_a_removed_head_is_found(log):
    ChainHead.objects.all().delete()
    verdict = chain.verify()
    assert not verdict.intact
    assert "head of the event log is missing" in verdict.reason


def test_a_forged_event_with_a_fitting_digest_breaks_the_next_link(log):
    event = Event.objects.get(number=3)
    event.actor = "eve"
    event.digest = chain.digest_of(event)
    event.save()
    verdict = chain.verify()
    assert verdict.broken_at == 4
    assert verdict.reason == "Event 4 does not follow from event 3."


def test_a_forged_last_event_does_not_fit_the_head(log):
    event = Event.objects.get(number=6)
    event.actor = "eve"
    event.digest = chain.digest_of(event)
    event.save()
    assert chain.verify().broken_at == 6


def test_an_event_added_past_the_chain_is_found(log):
    event = Event.objects.get(number=6)
    event.number, event.previous = 7, event.digest
    event.digest = chain.digest_of(event)
    event.save(force_insert=True)
    assert chain.verify().broken_at == 7


def test_checking_may_start_late_and_then_sees_only_the_later_part(log):
    execute("UPDATE audit_event SET actor = 'eve' WHERE number = 2")
    assert chain.verify(start=4) == chain.Verdict(3, chain.head())
    assert chain.verify(start=2).broken_at == 2
    assert chain.verify(start=7).checked == 0
    assert not chain.verify(start=9).intact
    with pytest.raises(ValueError, match="from 1"):
        chain.verify(start=0)


def test_a_log_shortened_with_its_head_is_caught_by_a_head_on_paper(log):
    noted = chain.head()
    execute("DELETE FROM audit_event WHERE number >= 5")
    last = Event.objects.get(number=4)
    ChainHead.objects.update(number=4, digest=last.digest)
    assert chain.verify().intact
    verdict = chain.verify(expected=noted)
    assert verdict.broken_at == 6
    assert "the log ends before" in verdict.reason


def test_a_log_written_anew_is_caught_by_a_head_on_paper(log):
    noted = chain.head()
    previous = None
    for event in Event.objects.order_by("number"):
        event.actor = "eve"
        event.previous = previous or event.previous
        previous = event.digest = chain.digest_of(event)
        event.save()
    ChainHead.objects.update(digest=previous)
    assert chain.verify().intact
    assert chain.verify(expected=noted).broken_at == 6


def test_an_older_head_on_paper_stays_good(log):
    event = Event.objects.get(number=2)
    assert chain.verify(expected=chain.Head(2, event.digest)).intact
    assert chain.verify(expected=chain.Head(0, "0" * 64)).intact


def test_the_command_prints_the_head_that_it_later_accepts(log, capsys):
    call_command("verify_audit")
    printed = capsys.readouterr().out
    head = printed.split()[-1]
    assert "6 events checked" in printed
    assert head == str(chain.head())
    call_command("verify_audit", "--head", head, "--start", "3")
    assert "4 events checked" in capsys.readouterr().out


def test_the_command_fails_and_names_the_broken_event(log):
    execute("UPDATE audit_event SET actor = 'eve' WHERE number = 3")
    with pytest.raises(CommandError, match=r"broken\. Event 3 is not what was recorded") as raised:
        call_command("verify_audit")
    assert raised.value.returncode == 1


@pytest.mark.parametrize("head", ["", "6", "6:abc", "x:" + "0" * 64, "-1:" + "0" * 64])
def test_the_command_explains_a_malformed_head(log, head):
    with pytest.raises(CommandError, match="64 hexadecimal digits"):
        call_command("verify_audit", f"--head={head}")
