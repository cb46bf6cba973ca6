"""Allowed values of a column, each with the words people read."""

from __future__ import annotations

from enum import StrEnum


class Choice(StrEnum):
    """A stored value with its label: `OHN = "OHN", "Online On Home Node Only"`."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Choice:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value
        return member
