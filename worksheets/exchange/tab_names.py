"""What the tabs of a workbook are called, and which worksheet a tab is."""

from __future__ import annotations

import difflib
import re
from functools import cache

from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet

HELP_TAB = "Help"
LISTS_TAB = "Lists"
# Tabs that workbooks of ours have and no worksheet is on.
OWN_TABS = frozenset({HELP_TAB.casefold(), LISTS_TAB.casefold()})
_REFUSED = re.compile(r"[\[\]:*?/\\']+")
_LONGEST = 31


@cache
def tab_names() -> dict[str, str]:
    """Names of tabs by worksheet slug: the titles, as far as a spreadsheet allows them."""
    names: dict[str, str] = {}
    for slug, sheet in sheets().items():
        name = _REFUSED.sub("-", sheet.title)[:_LONGEST].strip()
        used = OWN_TABS | {other.casefold() for other in names.values()}
        names[slug] = slug[:_LONGEST] if name.casefold() in used else name
    return names


def sheet_of_tab(name: str) -> Sheet | None:
    """The worksheet of a tab, by the name we give it, its title or its slug."""
    plain = name.strip().casefold()
    for slug, sheet in sheets().items():
        if plain in (tab_names()[slug].casefold(), sheet.title.casefold(), slug):
            return sheet
    return None


def unknown_tab(name: str) -> str:
    """What to say of a tab that is no worksheet."""
    known = {tab.casefold(): tab for tab in tab_names().values()}
    near = difflib.get_close_matches(name.casefold(), known, n=1, cutoff=0.5)
    hint = f"; did you mean {known[near[0]]}?" if near else "."
    return f"No worksheet is called {name}{hint} Rename the tab or remove it."
