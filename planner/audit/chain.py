"""Appending to the chain and finding where it is broken."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from planner.audit.models import GENESIS, ChainHead, Event

CHUNK = 2000


class ChainMissing(Exception):
    """The row that says where the chain ends is gone; nothing more can be recorded."""


@dataclass(frozen=True)
class Head:
    """The end of the chain at some moment: the number of the last event and its digest."""

    number: int
    digest: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads ``N:digest`` as printed on documents; raises ValueError otherwise."""
        match = re.fullmatch(r"\s*([0-9]{1,18}):([0-9a-fA-F]{64})\s*", text)
        if match is None:
            raise ValueError(
                "A chain head is the number of an event, a colon and 64 hexadecimal digits."
            )
        return cls(int(match[1]), match[2].lower())

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"


@dataclass(frozen=True)
class Verdict:
    """What a check of the chain found.

    ``checked`` counts the events that were read. ``broken_at`` is the number of the first event
    that does not fit, and ``reason`` says why; both are None for an intact chain.
    """

    checked: int
    head: Head | None
    broken_at: int | None = None
    reason: str | None = None

    @property
    def intact(self) -> bool:
        return self.reason is None


def canonical(value: Mapping[str, Any]) -> str:
    """JSON with sorted keys, no blanks and only ASCII: the same text on every machine.

    Raises TypeError for what JSON cannot hold and ValueError for infinite numbers.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest_of(event: Event) -> str:
    """SHA-256, in hexadecimal, over every field of an event and the digest before it."""
    fields = {
        "number": event.number,
        "at": event.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "actor": event.actor,
        "actor_id": event.actor_id,
        "action": event.action,
        "subject": event.subject,
        "details": event.details,
        "previous": event.previous,
    }
    return hashlib.sha256(canonical(fields).encode("ascii")).hexdigest()


def head() -> Head:
    """Where the chain ends now. Raises ChainMissing."""
    row = ChainHead.objects.filter(pk=ChainHead.ROW).first()
    if row is None:
        raise ChainMissing("The head of the event log is missing; run verify_audit.")
    return Head(row.number, row.digest)


def record(
    *, actor: AbstractBaseUser | str, action: str, subject: str, details: Mapping[str, Any]
) -> Event:
    """Append one event in the transaction that also makes the change it tells of.

    ``actor`` is an account, or the name of whatever acts without one. ``action`` is a dotted
    verb like ``row.saved``, ``subject`` a path like ``cluster:12/revision:3``. An account that
    acts through an API token has its name added to the details. Takes three queries and holds
    the end of the chain until the transaction ends, so call it late.

    Raises TransactionManagementError outside a transaction, ValueError for an actor without
    a name, a malformed action or subject, or details that JSON cannot hold, and ChainMissing.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "An event is recorded in the transaction of the change it tells of: call record() "
            "inside transaction.atomic()."
        )
    event = _event(actor, action, subject, details)
    end = ChainHead.objects.select_for_update().filter(pk=ChainHead.ROW).first()
    if end is None:
        raise ChainMissing("The head of the event log is missing; run verify_audit.")
    event.number = end.number + 1
    event.previous = end.digest
    event.at = _now()
    event.digest = digest_of(event)
    event.save(force_insert=True)
    ChainHead.objects.filter(pk=ChainHead.ROW).update(number=event.number, digest=event.digest)
    return event


def _now() -> datetime:
    return timezone.now()


def _event(
    actor: AbstractBaseUser | str, action: str, subject: str, details: Mapping[str, Any]
) -> Event:
    name = actor if isinstance(actor, str) else actor.get_username()
    if through := getattr(actor, "acts_through", ""):
        details = {**details, "token": through}
    if not re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+", action) or len(action) > 100:
        raise ValueError(f"{action!r} is no action; write a dotted verb like row.saved.")
    for what, text, longest in (("actor", name, 150), ("subject", subject, 255)):
        # isprintable() is false for NUL and lone surrogates, which PostgreSQL cannot store.
        if not 0 < len(text) <= longest or not text.isprintable():
            raise ValueError(
                f"The {what} of an event has 1 to {longest} printable characters; "
                f"this one is {text[:longest]!r}."
            )
    try:
        written = canonical(details)
    except TypeError as problem:
        raise ValueError(f"The details of {action} cannot be written as JSON: {problem}") from None
    return Event(
        actor=name,
        actor_id=None if isinstance(actor, str) else actor.pk,
        action=action,
        subject=subject,
        details=written,
    )


def verify(start: int = 1, expected: Head | None = None) -> Verdict:
    """Read the chain from event ``start`` on and report the first event that does not fit.

    ``expected`` is a head noted earlier, on paper for example; the chain must still pass
    through it. Reads a few thousand events at a time and blocks nobody who appends.
    Raises ValueError for a start below 1.
    """
    if start < 1:
        raise ValueError("Events are numbered from 1.")
    try:
        end = head()
    except ChainMissing as problem:
        return Verdict(0, None, 1, str(problem))
    events = Event.objects.filter(number__gte=start, number__lte=end.number)
    before = Event.objects.filter(number=start - 1).first()
    if start > end.number + 1 or (start > 1 and before is None):
        return Verdict(0, end, start - 1, f"There is no event {start - 1} to start after.")
    verdict = _follow(
        events.order_by("number").iterator(chunk_size=CHUNK),
        Head(start - 1, before.digest if before else GENESIS),
        end,
    )
    if verdict.intact:
        verdict = _beyond(verdict)
    if verdict.intact and expected is not None:
        verdict = _passes(verdict, expected)
    return verdict


def _follow(events: Iterable[Event], last: Head, end: Head) -> Verdict:
    checked = 0
    for event in events:
        number = last.number + 1
        if event.number != number:
            return Verdict(checked, end, number, f"Event {number} is missing.")
        checked += 1
        if event.previous != last.digest:
            return Verdict(
                checked, end, number, f"Event {number} does not follow from event {last.number}."
            )
        if digest_of(event) != event.digest:
            return Verdict(
                checked,
                end,
                number,
                f"Event {number} is not what was recorded: its digest differs.",
            )
        last = Head(event.number, event.digest)
    if last.number != end.number:
        number = last.number + 1
        return Verdict(
            checked, end, number, f"Event {number} is missing; the log should end at {end.number}."
        )
    if last.digest != end.digest:
        return Verdict(
            checked,
            end,
            end.number,
            f"Event {end.number} is not the one that the chain ended with.",
        )
    return Verdict(checked, end)


def _beyond(verdict: Verdict) -> Verdict:
    # The events first and the head after it: whoever appends meanwhile moves both at once.
    last = Event.objects.aggregate(last=Max("number"))["last"] or 0
    end = head()
    if last > end.number:
        number = end.number + 1
        return Verdict(
            verdict.checked, end, number, f"Event {number} was not appended through the chain."
        )
    return verdict


def _passes(verdict: Verdict, expected: Head) -> Verdict:
    event = Event.objects.filter(number=expected.number).first()
    found = GENESIS if expected.number == 0 else event and event.digest
    if found is None:
        reason = (
            f"Event {expected.number} is missing: the noted head names it, the log ends before."
        )
    elif found != expected.digest:
        reason = f"Event {expected.number} is not the one that the noted head names."
    else:
        return verdict
    return Verdict(verdict.checked, verdict.head, expected.number, reason)
