"""The kinds of column that a worksheet table has; each is the table form of a plan column."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from worksheets.plan.choice import Choice
from worksheets.plan.markers import NAME_LENGTH, PROSE_LENGTH, TEXT_LENGTH


def name() -> models.Field[Any, Any]:
    """The name of the row, which it must have."""
    return models.CharField(max_length=NAME_LENGTH)


def text(max_length: int = TEXT_LENGTH) -> models.Field[Any, Any]:
    """One line of text, empty when not entered."""
    return models.CharField(max_length=max_length, blank=True, default="")


def prose() -> models.Field[Any, Any]:
    """Text over several lines."""
    return models.TextField(max_length=PROSE_LENGTH, blank=True, default="")


def number(
    minimum: int = 0, maximum: int = 1_000_000, default: int | None = None
) -> models.Field[Any, Any]:
    """A whole number; null when not answered, unless there is a default."""
    bounds = [MinValueValidator(minimum), MaxValueValidator(maximum)]
    if default is not None:
        return models.PositiveIntegerField(default=default, validators=bounds)
    return models.PositiveIntegerField(null=True, blank=True, validators=bounds)


def flag() -> models.Field[Any, Any]:
    """Yes or no, null when not answered."""
    return models.BooleanField(null=True, blank=True)


def choice(choices: type[Choice], default: Choice | None = None) -> models.Field[Any, Any]:
    """One of the allowed values; null when not answered, unless there is a default.

    The words people read stay in the plan, so that rewording needs no migration.
    """
    pairs = [(member.value, member.value) for member in choices]
    if default is not None:
        return models.CharField(max_length=20, choices=pairs, default=default.value)
    return models.CharField(max_length=20, choices=pairs, null=True, blank=True)


def reference(to: str) -> models.Field[Any, Any]:
    """A row of another worksheet. That row cannot go while it is referred to."""
    return models.ForeignKey(to, on_delete=models.RESTRICT, null=True, blank=True, related_name="+")


def references(to: str) -> models.ManyToManyField[Any, Any]:
    """An ordered list of rows of another worksheet.

    The order is that of the link table's ids: the one writer, `models.store`, always writes a
    whole list.
    """
    return models.ManyToManyField(to, blank=True, related_name="+")
