"""Copies of rows: one alone, or one with everything that belongs to it."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import structs

from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.keys import new_key
from worksheets.plan.markers import NAME_LENGTH, Identity
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS

# An address may stand in several rows of a cluster: a netmon target is that of many nodes.
_OF_ONE_THING = (Identity.SERIAL, Identity.DISK)
# Columns that hold the name of their own row as well, by worksheet.
_NAMED_ALIKE = {"node": ("host_name", "partition", "communication_path")}
_NUMBER = re.compile(r"\d+$")


@cache
def owns(kind: type[Row]) -> bool:
    """Whether rows of other worksheets can belong to rows of this one."""
    return any(f.target == kind.slug for other in KINDS.values() for f in _owners(other))


def belongings(plan: Plan, row: Row) -> list[Row]:
    """The row, then all rows that it owns, directly or through others, owners first."""
    found = {(row.slug, row.key): row}
    queue = [row]
    while queue:
        owner = queue.pop(0)
        for kind in KINDS.values():
            columns = [f.name for f in _owners(kind) if f.target == owner.slug]
            for other in plan.rows(kind) if columns else ():
                mine = any(getattr(other, column) == owner.key for column in columns)
                if mine and (other.slug, other.key) not in found:
                    found[other.slug, other.key] = other
                    queue.append(other)
    return list(found.values())


def with_copy(plan: Plan, row: Row, *, deep: bool) -> tuple[Plan, Row]:
    """A plan with a copy of a row, and the copy; `deep` copies what belongs to it as well.

    The copy gets the next free name, and so do copies of what belongs to it, unless their
    titles follow from their owner. Names within names follow: the labels nodeb_boot1 of nodeb
    become those of nodec. References among the copied rows lead to the copies. What only one
    row may hold (addresses, serial numbers, PVIDs) is left empty.
    """
    rows = belongings(plan, row) if deep else [row]
    keys: dict[tuple[str, str], str] = {}
    for old in rows:
        keys[old.slug, old.key] = new_key(plan, type(old), keys.values())
    renames: dict[str, str] = {}
    copy = row
    for old in rows:
        made = _named(plan, _remapped(old, keys), old, renames)
        plan = plan.replace(made)
        if old is row:
            copy = made
    return plan, copy


def next_name(plan: Plan, kind: type[Row], name: str) -> str:
    """The next name like this one that no row of the worksheet has as its title.

    A number at the end counts on (node09, node10); a last letter does where the worksheet has
    such a series (nodea, nodeb, nodec); other names get a 2.
    """
    taken = plan.keys_by_title(kind)
    return next(candidate for candidate in _series(name, taken) if candidate not in taken)


def _series(name: str, taken: Mapping[str, str], length: int = NAME_LENGTH) -> Iterator[str]:
    """Names to try, endless."""
    letters = string.ascii_lowercase if name[-1:].islower() else string.ascii_uppercase
    last, stem = name[-1:], name[:-1]
    apart = not stem[-1:].isalpha() or (last.isupper() and stem[-1:].islower())
    if last in letters and (apart or any(stem + x in taken for x in letters if x != last)):
        yield from (stem + letter for letter in letters if letter > last)
    number = _NUMBER.search(name)
    stem, digits = (name[: number.start()], number[0]) if number else (name, "1")
    count = int(digits)
    while True:
        count += 1
        tail = f"{count:0{len(digits)}d}"
        yield stem[: length - len(tail)] + tail


def _owners(kind: type[Row]) -> list[Field]:
    return [field for field in fields_of(kind).values() if field.owner]


def _remapped(row: Row, keys: Mapping[tuple[str, str], str]) -> Row:
    """The copy with its new key, references led to copies, unique cells emptied."""
    values: dict[str, object] = {"key": keys[row.slug, row.key]}
    for name, field in fields_of(type(row)).items():
        value = getattr(row, name)
        if field.holds is Holds.REFERENCE:
            values[name] = keys.get((field.target, value), value)
        elif field.holds is Holds.REFERENCES:
            values[name] = tuple(keys.get((field.target, key), key) for key in value)
        elif not field.required and (field.unique or field.identifies in _OF_ONE_THING):
            values[name] = field.default
    return structs.replace(row, **values)


def _named(plan: Plan, made: Row, old: Row, renames: dict[str, str]) -> Row:
    """The copy with names that follow those of its owners, and a title of its own."""
    naming = next((f for f in fields_of(type(made)).values() if f.required), None)
    if naming:
        name = _followed(getattr(old, naming.name), renames)
        if len(name) <= (naming.max_length or len(name)):
            made = structs.replace(made, **{naming.name: name})
    if made.title(plan) in plan.keys_by_title(type(made)):
        made = _retitled(plan, made, naming)
    if naming and getattr(made, naming.name) != getattr(old, naming.name):
        renames[getattr(old, naming.name)] = getattr(made, naming.name)
    also = {
        name: renames[getattr(made, name)]
        for name in _NAMED_ALIKE.get(made.slug, ())
        if getattr(made, name) in renames
    }
    return structs.replace(made, **also)


def _followed(name: str, renames: Mapping[str, str]) -> str:
    """The name with the longest renamed name that stands in it as a word of its own replaced."""
    for was in sorted(renames, key=len, reverse=True):
        word = rf"(?<![A-Za-z0-9]){re.escape(was)}(?![A-Za-z0-9])"
        if re.search(word, name):
            return re.sub(word, renames[was].replace("\\", r"\\"), name)
    return name


def _retitled(plan: Plan, made: Row, naming: Field | None) -> Row:
    """The row under another title: the next free name, or without the rows it is called after."""
    taken = plan.keys_by_title(type(made))
    if naming:
        length = naming.max_length or NAME_LENGTH
        for candidate in _series(getattr(made, naming.name), taken, length):
            renamed = structs.replace(made, **{naming.name: candidate})
            if renamed.title(plan) not in taken:
                return renamed
    references = [field for field in fields_of(type(made)).values() if field.target]
    for field in sorted(references, key=lambda field: not field.owner):
        made = structs.replace(made, **{field.name: field.default})
        if made.title(plan) not in taken:
            break
    return made
