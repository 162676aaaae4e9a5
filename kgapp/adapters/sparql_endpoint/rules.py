"""Which addresses may be asked: every address that a host's name stands for is looked at before anything is sent there.

The connection is then made to one of the addresses that were looked at, never to the name again: a name service that
answers differently the second time changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.errors import QueryFailed, QueryRefused

Resolve = Callable[[str, int], tuple[str, ...]]
"""The addresses of a host. Raises ``OSError``."""

_INSIDE: Final = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that lead to the IPv4 address in their last 32 bits (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to connect for a host: its addresses, best first, and whether one of them is in a private network."""

    addresses: tuple[str, ...]
    private: bool


def look(host: str, port: int, resolve: Resolve, *, private_allowed: bool) -> Place:
    """The place of a host. Raises ``QueryRefused`` for one that may not be asked, ``QueryFailed`` for an unknown one."""
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise QueryFailed(
            f"There is no host “{host}”, or the name service does not answer.",
            hint="Check the address and the network.",
        ) from error
    private = False
    for address in addresses:
        found = _end(ipaddress.ip_address(address.partition("%")[0]))
        if found.is_multicast or found.is_unspecified or (found.is_reserved and not found.is_loopback):
            raise QueryRefused(f"“{host}” stands for {address}, which is no address of one computer.")
        private = private or not found.is_global
    if private and not private_allowed:
        raise QueryRefused(
            f"“{host}” lies on this computer or in a private network ({addresses[0]}), and this connection may not go there.",
            hint="If it is meant to, allow private addresses for this connection (KGAPP_ALLOW_PRIVATE=1 allows them once).",
        )
    return Place(addresses, private)


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses that this computer knows for a host, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(row[4][0]) for row in found))


def _end(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The address that is meant, where an IPv6 address only wraps one of IPv4."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _INSIDE:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else address)
