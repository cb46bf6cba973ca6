"""Subnets of labels: address and mask as numbers, cheap to compare."""

from __future__ import annotations

import ipaddress
from functools import lru_cache
from typing import NamedTuple

from worksheets.plan.rows.network import Network

_WIDTH = {4: 32, 6: 128}


class Subnet(NamedTuple):
    """`first`: the lowest address as a number; `prefix`: bits; `version`: 4 or 6."""

    version: int
    first: int
    prefix: int

    @property
    def last(self) -> int:
        return self.first | ((1 << (_WIDTH[self.version] - self.prefix)) - 1)

    def __str__(self) -> str:
        maker = ipaddress.IPv4Address if self.version == 4 else ipaddress.IPv6Address
        return f"{maker(self.first)}/{self.prefix}"


class Host(NamedTuple):
    """An address as a number."""

    version: int
    number: int


@lru_cache(maxsize=8192)
def host(text: str) -> Host | None:
    """The address of a text, or None where it is none."""
    try:
        parsed = ipaddress.ip_address(text)
    except ValueError:
        return None
    return Host(parsed.version, int(parsed))


@lru_cache(maxsize=8192)
def address_text(text: str) -> str:
    """The address of a text as it is written shortest, or an empty text where it is none."""
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return ""


@lru_cache(maxsize=1024)
def _mask_bits(netmask: str) -> int | None:
    try:
        return int(ipaddress.IPv4Address(netmask)).bit_count()
    except ValueError:
        return None


def prefix_for(network: Network, version: int) -> int | None:
    """Length in bits that the network gives addresses of this version, or None."""
    if version == 4 and network.netmask:
        return _mask_bits(network.netmask)
    if network.prefix is None or network.prefix > _WIDTH[version]:
        return None
    return network.prefix


def subnet(address: Host, prefix: int) -> Subnet:
    """The subnet that holds the address."""
    free = _WIDTH[address.version] - prefix
    return Subnet(address.version, address.number >> free << free, prefix)


def does_not_fit(network: Network, version: int) -> bool:
    """Whether the mask of a network is entered and belongs to addresses of the other family."""
    return bool(network.netmask or network.prefix) and prefix_for(network, version) is None
