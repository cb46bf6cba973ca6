"""Recording events."""

from __future__ import annotations

import hashlib
import json
import threading
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError

from planner.audit import chain, guard, record
from planner.audit.models import GENESIS, ChainHead, Event

SAVED = {"action": "row.saved", "subject": "cluster:12/revision:3/node:n1", "details": {}}


def save(number=1, **changed):
    for _ in range(number):
        event = record(**{"actor": "anna", **SAVED, **changed})
    return event


@pytest.mark.django_db
def test_an_event_holds_who_did_what_to_what_and_follows_the_last(person):
    anna = person("anna")
    first = save(actor=anna, details={"b": 1, "a": ["é", None]})
    second = save(actor="system")
    stored = Event.objects.get(number=1)
    assert (stored.actor, stored.actor_id) == ("anna", anna.pk)
    assert (stored.action, stored.subject) == (SAVED["action"], SAVED["subject"])
    assert stored.details == '{"a":["\\u00e9",null],"b":1}'
    assert stored.data == {"a": ["é", None], "b": 1}
    assert (first.previous, second.previous) == (GENESIS, first.digest)
    assert (second.number, second.actor_id) == (2, None)
    assert chain.head() == chain.Head(2, second.digest)


def test_the_digest_is_sha256_over_a_text_anyone_can_write_down():
    event = Event(
        number=7,
        at=datetime(2026, 11, 23, 1, 2, 3, 4, tzinfo=UTC),
        actor="anna",
        actor_id=5,
        action="row.saved",
        subject="cluster:12",
        details='{"a":1}',
        previous="0" * 64,
    )
    text = (
        r'{"action":"row.saved","actor":"anna","actor_id":5,"at":"2026-11-23T01:02:03.000004Z",'
        r'"details":"{\"a\":1}","number":7,"previous":"' + "0" * 64 + '","subject":"cluster:12"}'
    )
    assert json.loads(text)
    assert chain.digest_of(event) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.django_db
@pytest.mark.parametrize("microsecond", [0, 1, 120000, 999999])
def test_times_come_back_from_the_database_to_the_microsecond(microsecond, monkeypatch):
    at = datetime(2026, 3, 29, 1, 30, 0, microsecond, tzinfo=UTC)
    monkeypatch.setattr(chain, "_now", lambda: at)
    save()
    assert Event.objects.get(number=1).at == at
    assert chain.verify().intact


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["naïve ✓ 𝄞", 'quote " back \\ slash', "nul \0", "\ud800"])
def test_any_text_in_the_details_survives(text):
    save(details={"text": text, text: 1})
    assert Event.objects.get(number=1).data == {"text": text, text: 1}
    assert chain.verify().intact


@pytest.mark.django_db
def test_three_queries_each(django_assert_num_queries):
    with django_assert_num_queries(3):
        save()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"actor": ""},
        {"actor": "x" * 151},
        {"action": "saved"},
        {"action": "Row.Saved"},
        {"action": "row." + "x" * 100},
        {"subject": ""},
        {"subject": "x" * 256},
        {"subject": "nul \0"},
        {"details": {"x": object()}},
        {"details": {"x": float("nan")}},
    ],
)
def test_malformed_events_are_refused_and_leave_nothing(wrong):
    with pytest.raises(ValueError):
        save(**wrong)
    assert not Event.objects.exists()
    assert chain.head().number == 0


@pytest.mark.django_db(transaction=True)
def test_recording_outside_a_transaction_is_refused():
    with pytest.raises(TransactionManagementError, match="atomic"):
        save()
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_leaves_no_gap():
    with transaction.atomic():
        save()
    with transaction.atomic():
        save(3)
        transaction.set_rollback(True)
    with transaction.atomic():
        assert save().number == 2
    assert chain.verify() == chain.Verdict(2, chain.head())


@pytest.mark.django_db
def test_without_a_head_nothing_is_recorded():
    ChainHead.objects.all().delete()
    with pytest.raises(chain.ChainMissing):
        save()
    assert not Event.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET details = '{}' WHERE number = 1",
        "UPDATE audit_event SET number = 9 WHERE number = 2",
        "DELETE FROM audit_event WHERE number = 2",
        "DELETE FROM audit_event",
    ],
)
def test_the_database_itself_refuses_to_change_or_remove_events(statement):
    save(2)
    before = list(Event.objects.values())
    with (
        pytest.raises(IntegrityError, match=guard.MESSAGE),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert list(Event.objects.values()) == before


@pytest.mark.django_db
def test_the_database_refuses_the_roundabout_ways_too():
    save(2)
    before = list(Event.objects.values())
    statement = {
        "sqlite": "INSERT OR REPLACE INTO audit_event SELECT number, at, 'eve', actor_id, action, "
        "subject, details, previous, digest FROM audit_event WHERE number = 1",
        "postgresql": "TRUNCATE audit_event",
    }[connection.vendor]
    with (
        pytest.raises(IntegrityError, match=guard.MESSAGE),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert list(Event.objects.values()) == before


@pytest.mark.django_db(transaction=True)
def test_racing_writers_line_up():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite in memory has one connection, so two threads cannot race")
    start = threading.Barrier(2)
    failures: list[BaseException] = []

    def write(name: str) -> None:
        try:
            start.wait()
            for _ in range(25):
                with transaction.atomic():
                    save(2, actor=name)
        except BaseException as failure:
            failures.append(failure)
        finally:
            connection.close()

    writers = [threading.Thread(target=write, args=(name,)) for name in ("anna", "bert")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=60)
    assert failures == []
    assert chain.verify() == chain.Verdict(100, chain.head())
    assert Event.objects.filter(actor="anna").count() == 50
