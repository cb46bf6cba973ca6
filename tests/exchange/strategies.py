"""Random plans that could be stored, with rows of every kind and nasty texts.

Everything is drawn from what the fields say of themselves, so new worksheets are in it at once.
"""

from __future__ import annotations

import ipaddress
import random
import re
from collections.abc import Iterable

import msgspec
from hypothesis import strategies as st

from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.formats import unprintable
from worksheets.plan.integrity import SINGLE_KEY, problems
from worksheets.plan.plan import Plan
from worksheets.plan.references import kinds_by_reference
from worksheets.plan.row import Row
from worksheets.plan.rows.cluster_options import ClusterOptions

NASTY = (
    *("=1+1", "+49 30 1234", "-1", "@SUM(A1)", "'=quoted", "''", "'tis", "=", "\t=1", "\n- a list"),
    *("0001", "00f60123456789ab", "1e5", "1,024", "4.0", "TRUE", "FALSE", "yes", "null", "#N/A"),
    *("#REF!", "12/05/2026", "2026-11-23", "a;b", "a,b", "a\tb", 'say "hi"', '"', '""', "|pipe"),
    *("  blanks around  ", " ", "\u00a0", "_x000D_", "_x005F_x0041_", "_xD83D_", "x_x0020_y"),
    *("<b>&amp;</b>", "]]>", "ümläut ß", "主控台", "🙂🙃", "e\u0301", "\ufeffmark", "sep=;", "Key"),
    *("line 1\nline 2", "line 1\r\nline 2", "line 1\rline 2", "ends\n", "\\N", "%s", "x" * 200),
)
_LETTERS = "abcXYZ019 .-_/:=+@'\"<&ß主🙂;,\t\n\r\u00a0_x000D_"


class _Draw:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.number = 0

    def text(self, most: int, *, lines: bool) -> str:
        """A text that a cell may hold; control characters only where lines may be."""
        if self.chance.random() < 0.3:
            return ""
        if self.chance.random() < 0.6:
            text = self.chance.choice(NASTY)
        else:
            text = "".join(self.chance.choice(_LETTERS) for _ in range(self.chance.randint(1, 40)))
        if lines and self.chance.random() < 0.05:
            text = (text or "x") * (most // max(1, len(text)))
        text = text[:most]
        return "" if unprintable(text, lines=lines) else text

    def name(self) -> str:
        """A name that no other row has."""
        self.number += 1
        stem = self.text(40, lines=False).replace(",", "").replace(";", "")
        return f"{stem.strip()}{self.number}".strip()

    def formatted(self, field: Field) -> str:
        """A text of the field's format, found by trying."""
        v4 = str(ipaddress.IPv4Address(self.chance.randrange(0x0A000001, 0x0AFFFFFF)))
        multicast = str(ipaddress.IPv4Address(self.chance.randrange(0xE4000000, 0xE4FFFFFF)))
        candidates = [
            *(v4, f"2001:db8::{self.chance.randrange(1, 0xFFFF):x}", multicast),
            *("255.255.254.0", f"{self.chance.randrange(10**12):016d}", "/usr/=1+1"),
            *(
                "0000000000000001",
                f"/opt/a b/{self.name()}",
                self.name(),
                "12345678901234567890123456789012",
            ),
        ]
        assert field.format is not None
        # What the format itself gives as an example, for those that nothing above fits.
        candidates += re.findall(r"[\w:./-]+", field.format.expects)
        self.chance.shuffle(candidates)
        fits = [text for text in candidates if field.format.check(text) is None]
        assert fits, f"no candidate fits {field.name}: {field.expects}"
        fitting = [text for text in fits if len(text) <= (field.max_length or 64)]
        return fitting[0] if self.chance.random() < 0.8 or field.required else ""

    def value(self, field: Field, keys: dict[str, list[str]]) -> object:
        known = keys.get(field.target, [])
        if field.holds is Holds.REFERENCE:
            return self.chance.choice([*known, ""])
        if field.holds is Holds.REFERENCES:
            return tuple(self.chance.sample(known, self.chance.randint(0, len(known))))
        if field.name == "name":
            return self.name()
        if field.format is not None:
            return self.formatted(field)
        if field.holds in (Holds.TEXT, Holds.PROSE):
            text = self.text(field.max_length or 200, lines=field.holds is Holds.PROSE)
            return text if text.strip() or not field.required else self.name()
        options: Iterable[object]
        if field.holds is Holds.FLAG:
            options = [True, False]
        elif field.choices is not None:
            options = list(field.choices)
        else:
            options = [
                field.minimum,
                field.maximum,
                self.chance.randint(field.minimum, field.maximum),
            ]
        unanswered = [None] if field.default is None and not field.required else []
        return self.chance.choice([*options, *unanswered])


def random_plan(seed: int) -> Plan:
    """Up to four rows of every worksheet, referring to each other in all ways."""
    draw = _Draw(seed)
    rows: list[Row] = []
    keys: dict[str, list[str]] = {}
    for kind in kinds_by_reference():
        count = 1 if kind is ClusterOptions else draw.chance.randint(0, 4)
        fields = fields_of(kind).values()
        made = [
            f"{'.-_'[n % 3].join('kz')}{draw.chance.randrange(10**6)}-{n}" for n in range(count)
        ]
        keys[kind.slug] = [SINGLE_KEY] if kind.single else made
        rows += [
            kind(key=key, **{field.name: draw.value(field, keys) for field in fields})
            for key in keys[kind.slug]
        ]
    return _storable(Plan(rows))


def _storable(plan: Plan) -> Plan:
    """The plan without what makes it unfit: names and addresses drawn twice."""
    while found := problems(plan):
        row = plan.get(_kind(plan, found[0].sheet), found[0].key)
        assert row is not None, found
        plan = _without(plan, row)
    return plan


def _kind(plan: Plan, slug: str) -> type[Row]:
    return next(type(row) for row in plan if row.slug == slug)


def _without(plan: Plan, gone: Row) -> Plan:
    """The plan without a row and without all references to it."""
    rows = []
    for row in plan.without(type(gone), gone.key):
        changes: dict[str, object] = {}
        for field in fields_of(type(row)).values():
            value = getattr(row, field.name)
            if field.target != gone.slug:
                continue
            if isinstance(value, tuple):
                changes[field.name] = tuple(key for key in value if key != gone.key)
            elif value == gone.key:
                changes[field.name] = ""
        rows.append(msgspec.structs.replace(row, **changes))
    return Plan(rows)


# A seed rather than a draw per cell: a hundred times as many plans in the same time.
plans = st.builds(random_plan, st.integers(0, 2**48))
