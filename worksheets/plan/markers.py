"""What a column of a row holds, written beside its type.

A column is declared once, as an annotated attribute of a row class. The base type gives the
storage form; the markers below say what msgspec's own constraints cannot: that a text names
another row, or that it is an address.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from worksheets.plan.formats import (
    address,
    addresses,
    date,
    file_path,
    file_paths,
    host_names,
    mac_address,
    multicast_address,
    name,
    netmask,
    processing_units,
    pvid,
    wwpn,
)


@dataclass(frozen=True)
class To:
    """The text is the key of a row of the named worksheet, or empty.

    `owner`: that row owns this one, as a node owns its cards; it is copied with its owner.
    """

    slug: str
    owner: bool = False


@dataclass(frozen=True)
class Unique:
    """No two rows of the worksheet may hold the same non-empty value."""


class Identity(StrEnum):
    """What a text that belongs to one machine or one place in the network identifies."""

    ADDRESS = "address"
    DISK = "disk"
    SERIAL = "serial"


@dataclass(frozen=True)
class Identifies:
    """The text tells one real thing from all others, so no other cluster can have it too."""

    what: Identity


@dataclass(frozen=True)
class Prose:
    """The text may run over several lines."""


@dataclass(frozen=True)
class Format:
    """The text, when not empty, passes `check` (which returns what is wrong, or None)."""

    expects: str
    check: Callable[[str], str | None]


NAME_LENGTH = 64
TEXT_LENGTH = 200
PROSE_LENGTH = 10_000
KEY_PATTERN = r"^[a-z0-9][a-z0-9_.-]{0,63}\Z"

Key = Annotated[str, Meta(pattern=KEY_PATTERN, max_length=64)]
Name = Annotated[
    str,
    Meta(min_length=1, max_length=NAME_LENGTH),
    Format("a name of at most 64 characters without commas", name),
]
Text = Annotated[str, Meta(max_length=TEXT_LENGTH)]
LongText = Annotated[str, Meta(max_length=PROSE_LENGTH), Prose()]
Percent = Annotated[int, Meta(ge=0, le=100)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Address = Annotated[
    str,
    Meta(max_length=45),
    Format("an IPv4 or IPv6 address such as 10.1.1.11 or 2001:db8::11", address),
    Identifies(Identity.ADDRESS),
]
Addresses = Annotated[
    str,
    Meta(max_length=TEXT_LENGTH),
    Format("addresses separated by commas, such as 10.1.1.53, 10.1.2.53", addresses),
]
MulticastAddress = Annotated[
    str,
    Meta(max_length=45),
    Format("a multicast address such as 228.168.101.43 or ff05::7f01", multicast_address),
    Identifies(Identity.ADDRESS),
]
Netmask = Annotated[
    str, Meta(max_length=15), Format("an IPv4 netmask such as 255.255.255.0", netmask)
]
Pvid = Annotated[
    str,
    Meta(max_length=32),
    Format("16 or 32 hexadecimal digits as lspv shows them", pvid),
    Identifies(Identity.DISK),
]
MacAddress = Annotated[
    str,
    Meta(max_length=17),
    Format("a hardware address such as 40:f2:e9:1c:00:a4", mac_address),
    Identifies(Identity.SERIAL),
]
Wwpn = Annotated[
    str,
    Meta(max_length=23),
    Format("a port name such as c0:50:76:08:1a:2b:00:04", wwpn),
    Identifies(Identity.SERIAL),
]
HostNames = Annotated[
    str,
    Meta(max_length=TEXT_LENGTH),
    Format("host names separated by blanks, such as ntp1.example.com ntp1", host_names),
]
FilePath = Annotated[
    str, Meta(max_length=256), Format("an absolute path such as /usr/local/ha/start_db", file_path)
]
FilePaths = Annotated[
    str,
    Meta(max_length=PROSE_LENGTH),
    Prose(),
    Format("absolute paths such as /etc/hosts, one on each line", file_paths),
]
Date = Annotated[
    str, Meta(max_length=10), Format("a date as year, month and day such as 2027-03-14", date)
]
ProcessingUnits = Annotated[
    str,
    Meta(max_length=8),
    Format("a number of processing units such as 2.5 or 0.75", processing_units),
]
