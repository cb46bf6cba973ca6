"""What people mean by the words in a free cell."""

from __future__ import annotations

import re

_FIRST = frozenset({"none", "nothing", "nil"})
_WHOLE = frozenset({"no", "n/a", "not applicable"})
_CLAUSE = re.compile(r"[;,.:(]")


def denies(text: str) -> bool:
    """Whether a cell says that there is nothing: it is empty, or begins with "none" or its like.

    "No" alone says so too, "no licence on the second node" says something.
    """
    clause = _CLAUSE.split(text, maxsplit=1)[0].strip(" -\n\t").casefold()
    return not clause or clause.split()[0] in _FIRST or clause in _WHOLE
