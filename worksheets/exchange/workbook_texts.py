"""How workbooks spell characters that XML does not carry: `_x000D_` for a carriage return.

ISO/IEC 29500-1, 22.9.2.19 (ST_Xstring). openpyxl leaves both directions to its callers.
"""

from __future__ import annotations

import re

# Excel's limit is 32,767 UTF-16 units; a character takes one or two of them.
PART_LENGTH = 16_000
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def spelled(text: str) -> str:
    """The text as it is written into a cell."""
    return _LOOKS_ESCAPED.sub("_x005F_", text).replace("\r", "_x000D_")


def unspelled(text: str) -> str:
    """The text that a cell stands for. Halves of characters stay spelled."""
    return _ESCAPED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def parts(text: str) -> list[str]:
    """The text cut into pieces that a cell can hold; at least one."""
    return [text[i : i + PART_LENGTH] for i in range(0, len(text), PART_LENGTH)] or [""]
