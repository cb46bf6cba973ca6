"""The part of a form that says what a new design takes over from an old one."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from worksheets.plan.markers import Identity
from worksheets.services.templates import Carry
from worksheets.sheets.sheet import Group

PAIRS = 3
IDENTITIES = (
    (Identity.ADDRESS, "IP addresses, also those in communication paths and netmon.cf targets"),
    (Identity.DISK, "PVIDs and other identifiers of disks"),
    (Identity.SERIAL, "serial numbers of machines"),
)


def read_carry(sent: QueryDict) -> Carry:
    """What was chosen; what the form does not know is passed over."""
    chapters = set(sent.getlist("chapter"))
    clear = set(sent.getlist("clear"))
    words = dict(zip(sent.getlist("old")[:PAIRS], sent.getlist("new")[:PAIRS], strict=False))
    return Carry(
        chapters=frozenset(group for group in Group if group.name in chapters),
        clear=frozenset(identity for identity in Identity if identity.value in clear),
        remarks="remarks" in sent,
        words={old: new for old, new in words.items() if old},
    )


def carry_context(sent: QueryDict | None, first: Carry) -> dict[str, Any]:
    """What the controls show: what was sent, or `first` when nothing has been sent yet."""
    chosen = read_carry(sent) if sent is not None else first
    old = sent.getlist("old")[:PAIRS] if sent is not None else []
    new = sent.getlist("new")[:PAIRS] if sent is not None else []
    pairs = list(zip(old, new, strict=False))
    return {
        "carry_chapters": [(group, group in chosen.chapters) for group in Group],
        "carry_clear": [(what, words, what in chosen.clear) for what, words in IDENTITIES],
        "carry_remarks": chosen.remarks,
        "carry_words": [*pairs, *[("", "")] * (PAIRS - len(pairs))],
    }
