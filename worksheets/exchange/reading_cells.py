"""Texts of a file as values of cells."""

from __future__ import annotations

from worksheets.exchange.marking import unmarked
from worksheets.exchange.numbers import AmbiguousNumber, whole_number
from worksheets.plan.fields import Field, Holds
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.sheets.cells import CellError, text_of, value_of

# Looking for names alike takes long; after this many one sees what is wrong.
_SUGGESTIONS = 100


class CellReader:
    """Turns texts into values, against the plan that the references are to resolve in."""

    def __init__(self) -> None:
        self._suggestions = _SUGGESTIONS

    def value(self, plan: Plan, field: Field, text: str) -> object:
        """The value that a text of a file stands for. Raises CellError."""
        bare, exact = unmarked(text)
        if field.holds in (Holds.TEXT, Holds.PROSE) and exact:
            if field.max_length is not None and len(bare) > field.max_length:
                raise CellError(f"The text has {len(bare):,} characters; enter {field.expects}.")
            return bare
        if field.holds is Holds.INTEGER:
            return value_of(plan, field, self._number(field, bare))
        if field.target:
            self._refuse_unknown(plan, field, bare)
        return value_of(plan, field, bare)

    def _number(self, field: Field, text: str) -> str:
        try:
            return whole_number(text)
        except AmbiguousNumber:
            raise CellError(
                f"“{text.strip()}” is a thousand in some countries and a fraction in others; "
                f"enter {field.expects}, without points."
            ) from None

    def _refuse_unknown(self, plan: Plan, field: Field, text: str) -> None:
        """Refuse names that no row has, without looking for names alike once that was enough."""
        known = plan.keys_by_title(KINDS[field.target])
        names = text.replace("\n", ",").split(",") if field.holds is Holds.REFERENCES else [text]
        wrong = next((name for name in map(str.strip, names) if name and name not in known), "")
        if not wrong:
            return
        if self._suggestions:
            self._suggestions -= 1
            return
        raise CellError(
            f"There is no {field.target.replace('_', ' ')} called “{wrong[:60]}”; choose another "
            "or add it on that worksheet first."
        )


def is_untouched(plan: Plan, field: Field, value: object, text: str) -> bool:
    """Whether a text says what the cell holds already.

    Such a cell stays as it is, even when the name that it shows now means another row.
    """
    bare, exact = unmarked(text)
    stored = text_of(plan, field, value)
    return bare == stored if exact else _plain(bare) == _plain(stored)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
