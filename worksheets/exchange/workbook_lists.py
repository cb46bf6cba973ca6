"""What a workbook offers to choose from: the allowed values of choices and of yes or no."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from worksheets.exchange.tab_names import LISTS_TAB
from worksheets.plan.fields import Field, Holds

# How many lines below the last row are prepared for more.
_SPARE = 500


class Lists:
    """The lists of allowed values, each a column of a hidden tab."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, ...], str] = {}

    def offer(self, tab: Any, index: int, field: Field, rows: int) -> None:
        """Let the cells of a column be chosen from a list, when its values are few."""
        if field.choices is not None:
            options = tuple(member.label for member in field.choices)
        elif field.holds is Holds.FLAG:
            options = ("yes", "no")
        else:
            return
        letter = self._columns.setdefault(options, get_column_letter(len(self._columns) + 1))
        rule = DataValidation(
            type="list",
            formula1=f"{LISTS_TAB}!${letter}$1:${letter}${len(options)}",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle="Not allowed here",
            error="Choose one of the list, or leave the cell empty.",
        )
        column = get_column_letter(index)
        rule.add(f"{column}2:{column}{rows + 1 + _SPARE}")
        tab.data_validations.append(rule)

    def write(self, book: Workbook) -> None:
        """Write the hidden tab, when anything refers to it."""
        if not self._columns:
            return
        tab = book.create_sheet(LISTS_TAB)
        tab.sheet_state = "hidden"
        lists = list(self._columns)
        for line in range(max(map(len, lists))):
            tab.append([options[line] if line < len(options) else None for options in lists])
