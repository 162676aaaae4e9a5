"""Keys of senders: what a key card says, the fingerprint that two people compare, and what is known of a key.

The fingerprint is the first 128 bits of SHA-256 over a prefix of ours and the 32 bytes of the public key: to make another
key with the same one takes about 2^128 tries.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from kgapp.domain import ed25519_points
from kgapp.domain.errors import BadInput

LONGEST_NAME: Final = 200
FINGERPRINT_BITS: Final = 128
_ABOUT: Final = b"kgapp key fingerprint 1\n"
_CONSONANTS: Final = "bdfghjklmnprstvz"
_VOWELS: Final = "aiou"
_KEY_ID: Final = re.compile(r"[0-9a-f]{64}\Z")


class Trust(StrEnum):
    """What is known of a key here."""

    NEW = "new"
    CONFIRMED = "confirmed"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What two people compare to know that they mean the same key: 128 bits, as digits or as words."""

    key: str

    @property
    def groups(self) -> str:
        """Eight groups of five digits, each for 16 bits.

        >>> Fingerprint("00010203" * 8).groups
        '00001 00515 00001 00515 00001 00515 00001 00515'
        """
        return " ".join(f"{each:05d}" for each in self._parts())

    @property
    def words(self) -> str:
        """Eight words that can be said aloud, each for the 16 bits of one group.

        >>> Fingerprint("00010203" * 8).words
        'babad bamag babad bamag babad bamag babad bamag'
        """
        return " ".join(_word(each) for each in self._parts())

    def fits(self, said: str) -> bool:
        """Whether somebody said this fingerprint, whole, as digits or as words."""
        parts = said.casefold().replace("-", " ").split()
        joined = "".join(parts)
        return joined in {self.groups.replace(" ", ""), self.words.replace(" ", "")}

    def _parts(self) -> list[int]:
        return [int(self.key[start : start + 4], 16) for start in range(0, FINGERPRINT_BITS // 4, 4)]


@dataclass(frozen=True, slots=True)
class KeyCard:
    """What the holder of a key says of it. ``encryption`` is an age recipient, or empty; ``replaces`` a key's id, or empty."""

    name: str
    organization: str
    public: bytes
    made: datetime
    until: datetime
    encryption: str = ""
    replaces: str = ""

    @property
    def key(self) -> str:
        """The id of the key: 64 hexadecimal digits."""
        return key_id(self.public)

    @property
    def fingerprint(self) -> Fingerprint:
        return Fingerprint(self.key)

    @property
    def holder(self) -> str:
        """Name and organisation, for sentences."""
        return f"{self.name}, {self.organization}"


@dataclass(frozen=True, slots=True)
class SignedCard:
    """A card with the signature of its own key and, where it replaces another key, of that one (else empty)."""

    card: KeyCard
    signature: bytes
    by_replaced: bytes = b""


@dataclass(frozen=True, slots=True)
class Trusted:
    """A key of the trust list: its card and how it came to be trusted or not: ``who`` said so, ``at`` when, and ``how``."""

    signed: SignedCard
    trust: Trust
    who: str
    at: datetime
    how: str
    successor: str = ""

    @property
    def card(self) -> KeyCard:
        return self.signed.card

    def become(self, trust: Trust, who: str, at: datetime, how: str, successor: str = "") -> Trusted:
        """The same key in another state."""
        return replace(self, trust=trust, who=who, at=at, how=how, successor=successor)


@dataclass(frozen=True, slots=True)
class Revocation:
    """The holder's own word that a key is not to be trusted any more, signed by that key."""

    signed: SignedCard
    at: datetime
    why: str
    signature: bytes


def key_id(public: bytes) -> str:
    """The id of a public key: SHA-256 in hex over a prefix of ours and its bytes."""
    return hashlib.sha256(_ABOUT + public).hexdigest()


def is_key_id(text: str) -> bool:
    return _KEY_ID.match(text) is not None


def same_organization(one: str, other: str) -> bool:
    """Whether two names of organisations are the same to a reader."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def checked(card: KeyCard) -> KeyCard:
    """The card, or ``BadInput`` with what is wrong with it."""
    for what, text in (("name", card.name), ("organization", card.organization)):
        if not text.strip() or text != text.strip() or len(text) > LONGEST_NAME or not text.isprintable():
            raise BadInput(f"The {what} on a key card is one line of 1 to {LONGEST_NAME} characters.")
    why = ed25519_points.problem(card.public)
    if why:
        raise BadInput(
            f"The public key of {card.name} is refused: {why}.",
            hint="Ask for another card; keys made by kgapp are sound.",
        )
    if card.until <= card.made:
        raise BadInput("A key is valid until a time after it was made.")
    if card.replaces and not is_key_id(card.replaces):
        raise BadInput("The card names a key it replaces, but not by its id.")
    return card


def _word(bits: int) -> str:
    return (
        _CONSONANTS[bits >> 12 & 15]
        + _VOWELS[bits >> 10 & 3]
        + _CONSONANTS[bits >> 6 & 15]
        + _VOWELS[bits >> 4 & 3]
        + _CONSONANTS[bits & 15]
    )
