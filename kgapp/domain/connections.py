"""Connections to SPARQL endpoints as values: where, as whom, and what an answer may cost. Secrets are never in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import SplitResult, urlsplit

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import shorten

MIB: Final = 1024 * 1024
_NAME: Final = re.compile(r"[^\W_][\w .-]{0,59}")
_TARGET: Final = re.compile(r"https?://", re.IGNORECASE)
_NOT_IN_URL: Final = re.compile(r"[\x00-\x20\x7f\\<>\"]")


class SignIn(StrEnum):
    """How a connection says who asks."""

    NONE = "none"
    BASIC = "basic"
    DIGEST = "digest"
    BEARER = "bearer"


WITH_USER: Final = frozenset({SignIn.BASIC, SignIn.DIGEST})
"""The ways to sign in that name a user."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an answer may cost at most. ``silence_s`` is the longest wait for the next bytes, ``connect_s`` for a connection."""

    answer_bytes: int = 512 * MIB
    rows: int = 5_000_000
    row_characters: int = 16 * MIB
    connect_s: float = 15.0
    silence_s: float = 300.0


@dataclass(frozen=True, slots=True)
class Connection:
    """An endpoint with a name. ``allow_private``: the user said that it may lie on this computer or in a private network.

    ``update_url`` takes what is published; empty: the address that is asked.
    """

    name: str
    url: str
    sign_in: SignIn = SignIn.NONE
    user: str = ""
    allow_private: bool = False
    bounds: Bounds = Bounds()
    update_url: str = ""


def is_url(target: str) -> bool:
    """Whether a PROJECT on the command line is the address of an endpoint."""
    return bool(_TARGET.match(target))


def checked(connection: Connection) -> Connection:
    """The same connection. Raises ``BadInput`` for what cannot be one."""
    if not _NAME.fullmatch(connection.name):
        raise BadInput(
            f"“{shorten(connection.name)}” cannot be the name of a connection.",
            hint="Use up to 60 letters, digits, spaces, dots and dashes.",
        )
    check_url(connection.url)
    if connection.update_url:
        check_url(connection.update_url)
    if connection.sign_in in WITH_USER and (not connection.user or ":" in connection.user):
        raise BadInput(
            "Signing in with a password needs the name of a user, without a colon.",
            hint="Name the user, or choose another way to sign in.",
        )
    return connection


def check_url(url: str) -> None:
    """Raise ``BadInput`` for what is no address of an endpoint."""
    if not is_url(url) or _NOT_IN_URL.search(url):
        raise BadInput(
            f"“{shorten(url)}” is no address of an endpoint.", hint="Write it like https://example.org/sparql."
        )
    parts = _parts(url)
    if parts is None:
        raise BadInput(
            f"“{shorten(url)}” names no usable host or port.", hint="Write it like https://example.org/sparql."
        )
    if parts.username is not None or parts.password is not None:
        raise BadInput(
            "A name or password does not belong in an address: it would be kept and shown in clear.",
            hint="Leave it out of the address and keep it in a connection.",
        )
    if parts.fragment:
        raise BadInput(f"“{shorten(url)}” has a part after #, which no endpoint sees.", hint="Leave that part out.")


def _parts(url: str) -> SplitResult | None:
    """The parts of an address; ``None`` when its host or port is unusable."""
    try:
        parts = urlsplit(url)
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None
