"""Checks of the texts that have a form: addresses, masks, identifiers, paths, dates, shares.

Each takes a non-empty text and returns what is wrong with it, or None.
"""

from __future__ import annotations

import datetime
import ipaddress
import re
import unicodedata

_REFUSED = frozenset({"Cc", "Cs", "Cn", "Zl", "Zp"})
_TURNING = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
_UNITS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?\Z")
_PVID = re.compile(r"[0-9a-fA-F]{16}(?:[0-9a-fA-F]{16})?\Z")
_MAC = re.compile(r"[0-9a-fA-F]{2}(?::?[0-9a-fA-F]{2}){5}\Z")
_WWPN = re.compile(r"[0-9a-fA-F]{2}(?::?[0-9a-fA-F]{2}){7}\Z")
_HOST_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,253}[A-Za-z0-9_])?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def address(text: str) -> str | None:
    """Accept an IPv4 or IPv6 host address without prefix or scope."""
    try:
        parsed = ipaddress.ip_address(text)
    except ValueError:
        return "is not an IPv4 or IPv6 address"
    if "%" in text:
        return "carries a zone; give the address alone"
    if parsed.is_unspecified or parsed.is_multicast:
        return "is not an address that an interface can hold"
    return None


def addresses(text: str) -> str | None:
    """Accept host addresses separated by commas."""
    for part in text.split(","):
        wrong = address(part.strip())
        if wrong:
            return f"holds {part.strip()[:45]!r}, which {wrong}"
    return None


def multicast_address(text: str) -> str | None:
    """Accept an IPv4 or IPv6 multicast address without prefix or scope."""
    try:
        parsed = ipaddress.ip_address(text)
    except ValueError:
        return "is not an IPv4 or IPv6 address"
    if "%" in text:
        return "carries a zone; give the address alone"
    return None if parsed.is_multicast else "is not a multicast address"


def name(text: str) -> str | None:
    """Accept a name that can stand in a list of names."""
    if text != text.strip():
        return "begins or ends with a blank"
    if "," in text or ";" in text:
        return "contains a comma or semicolon, which separate names in lists"
    return None


def netmask(text: str) -> str | None:
    """Accept an IPv4 mask in dotted form whose one-bits are contiguous."""
    try:
        bits = int(ipaddress.IPv4Address(text))
    except ValueError:
        return "is not a dotted IPv4 netmask"
    inverse = bits ^ 0xFFFFFFFF
    if bits == 0 or inverse & (inverse + 1):
        return "is not a netmask: its one-bits are not contiguous"
    return None


def pvid(text: str) -> str | None:
    """Accept a physical volume identifier, 16 or 32 hexadecimal digits."""
    return None if _PVID.match(text) else "is not 16 or 32 hexadecimal digits"


def mac_address(text: str) -> str | None:
    """Accept a hardware address of six bytes, with or without colons."""
    return None if _MAC.match(text) else "is not 12 hexadecimal digits, with or without colons"


def wwpn(text: str) -> str | None:
    """Accept a Fibre Channel port name of eight bytes, with or without colons."""
    return None if _WWPN.match(text) else "is not 16 hexadecimal digits, with or without colons"


def host_names(text: str) -> str | None:
    """Accept host names separated by blanks, as they stand behind an address in /etc/hosts."""
    for part in text.split():
        if not _HOST_NAME.match(part):
            return f"holds {part[:45]!r}, which is not a host name"
    return None


def file_path(text: str) -> str | None:
    """Accept an absolute path without blanks at its ends or parent steps."""
    if not text.startswith("/"):
        return "is not an absolute path (it does not start with /)"
    if ".." in text.split("/"):
        return "contains a step to the parent directory"
    return None


def file_paths(text: str) -> str | None:
    """Accept absolute paths, one on each line; empty lines do not count."""
    seen = set()
    for line in text.split("\n"):
        path = line.strip()
        wrong = file_path(path) if path else None
        if wrong:
            return f"has the line {path[:60]!r}, which {wrong}"
        if path and path in seen:
            return f"has the line {path[:60]!r} twice"
        seen.add(path)
    return None


def date(text: str) -> str | None:
    """Accept a day of the calendar as YYYY-MM-DD."""
    if not _DATE.match(text):
        return "is not written as YYYY-MM-DD"
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return "is not a day of the calendar"
    return None


def processing_units(text: str) -> str | None:
    """Accept a number of processing units: up to 256, at most two decimals, more than none."""
    if not _UNITS.match(text):
        return "is not a number with at most two decimals"
    return None if 0 < float(text) <= 256 else "is not between 0.01 and 256"


def unprintable(text: str, *, lines: bool) -> str | None:
    """Name the first character that no cell may hold, or None.

    Those are control characters, surrogates, characters that do not exist, line separators,
    and marks that turn the direction of the text, which make a name read as another. `lines`:
    whether line breaks are allowed; tabs are allowed wherever lines are.
    """
    allowed = "\n\r\t" if lines else ""
    for character in text:
        if character in allowed:
            continue
        if unicodedata.category(character) in _REFUSED or character in _TURNING:
            return f"contains the character U+{ord(character):04X}, which cannot be shown"
    return None
