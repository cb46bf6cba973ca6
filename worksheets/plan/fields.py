"""Reads the columns of a row class from its annotations."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import msgspec

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Format, Identifies, Identity, Prose, To, Unique
from worksheets.plan.row import Row


class Holds(StrEnum):
    """What one cell of a column holds."""

    TEXT = "text"
    PROSE = "prose"
    INTEGER = "integer"
    FLAG = "flag"
    CHOICE = "choice"
    REFERENCE = "reference"
    REFERENCES = "references"


@dataclass(frozen=True)
class Field:
    """One column of a row class, as its annotation says.

    `minimum`/`maximum` bound integers, `max_length` texts (characters). `target` is the slug of
    the worksheet that a reference names; `owner`: that row owns this one. `required`: the row
    cannot exist without a value.
    `identifies`: what the text tells from all others in the world, if anything.
    """

    name: str
    holds: Holds
    required: bool
    default: object
    minimum: int | None = None
    maximum: int | None = None
    max_length: int | None = None
    choices: type[Choice] | None = None
    target: str = ""
    owner: bool = False
    unique: bool = False
    format: Format | None = None
    identifies: Identity | None = None

    @property
    def expects(self) -> str:
        """What to enter, in words that fit behind "enter"."""
        if self.holds is Holds.INTEGER:
            return _number_range(self.minimum, self.maximum)
        if self.holds is Holds.FLAG:
            return "yes or no"
        if self.choices is not None:
            return "one of: " + "; ".join(member.label for member in self.choices)
        if self.holds is Holds.REFERENCE:
            return f"the name of a {self.target.replace('_', ' ')}"
        if self.holds is Holds.REFERENCES:
            sheet = self.target.replace("_", " ")
            return f"names of {sheet} rows, separated by commas"
        if self.format is not None:
            return self.format.expects
        return f"text of at most {self.max_length:,} characters"


def _number_range(minimum: int | None, maximum: int | None) -> str:
    if minimum is not None and maximum is not None:
        return f"a whole number from {minimum:,} to {maximum:,}"
    return "a whole number"


@cache
def fields_of(kind: type[Row]) -> dict[str, Field]:
    """Columns of a row class by name, in order of declaration, without `key`.

    The columns that every row has, notes and rationale, come last.
    """
    hints = typing.get_type_hints(kind, include_extras=True)
    fields = {}
    for info in msgspec.structs.fields(kind):
        if info.name != "key":
            fields[info.name] = _field(info.name, hints[info.name], info)
    for info in msgspec.structs.fields(Row):
        if info.name != "key":
            fields[info.name] = fields.pop(info.name)
    return fields


def _field(name: str, hint: object, info: msgspec.structs.FieldInfo) -> Field:
    required = info.required
    default = None if required else info.default
    base, markers = _unwrap(hint)
    many = typing.get_origin(base) is tuple
    if many:
        base, inner = _unwrap(typing.get_args(base)[0])
        markers = [*markers, *inner]
    to = next((m for m in markers if isinstance(m, To)), To(""))
    minimum = maximum = max_length = None
    for meta in (m for m in markers if isinstance(m, msgspec.Meta)):
        minimum = meta.ge if meta.ge is not None else minimum
        maximum = meta.le if meta.le is not None else maximum
        max_length = meta.max_length if meta.max_length is not None else max_length
    return Field(
        name=name,
        holds=_holds(base, markers, to.slug, many),
        required=required,
        default=default,
        minimum=typing.cast("int | None", minimum),
        maximum=typing.cast("int | None", maximum),
        max_length=max_length,
        choices=base if isinstance(base, type) and issubclass(base, Choice) else None,
        target=to.slug,
        owner=to.owner,
        unique=any(isinstance(m, Unique) for m in markers),
        format=next((m for m in markers if isinstance(m, Format)), None),
        identifies=next((m.what for m in markers if isinstance(m, Identifies)), None),
    )


def _unwrap(hint: object) -> tuple[typing.Any, list[object]]:
    """Split a type into its bare form and all markers, looking through `| None`."""
    markers: list[object] = []
    while True:
        if typing.get_origin(hint) is typing.Annotated:
            hint, *more = typing.get_args(hint)
            markers += more
        elif typing.get_origin(hint) in (typing.Union, types.UnionType):
            hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
        else:
            return hint, markers


def _holds(base: object, markers: list[object], target: str, many: bool) -> Holds:
    if target:
        return Holds.REFERENCES if many else Holds.REFERENCE
    if isinstance(base, type) and issubclass(base, Choice):
        return Holds.CHOICE
    if base is bool:
        return Holds.FLAG
    if base is int:
        return Holds.INTEGER
    if base is str:
        return Holds.PROSE if any(isinstance(m, Prose) for m in markers) else Holds.TEXT
    raise TypeError(f"a column cannot hold {base!r}")
