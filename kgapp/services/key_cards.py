"""Key cards and revocations as files: canonical JSON, signed by the key that they are about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, Protocol

from kgapp.domain import keys
from kgapp.domain.errors import BadInput
from kgapp.domain.keys import KeyCard, Revocation, SignedCard
from kgapp.services import strict_json
from kgapp.services.strict_json import Fields

CARD: Final = "kgapp-key-card/1"
REVOCATION: Final = "kgapp-key-revocation/1"
MOST_BYTES: Final = 20_000
VALID: Final = timedelta(days=3 * 365)
"""How long a key holds when nobody says otherwise."""
CARD_TYPE: Final = "application/vnd.kgapp.key-card+json"
REVOCATION_TYPE: Final = "application/vnd.kgapp.key-revocation+json"


class Seals(Protocol):
    """Signatures, locked keys and canonical JSON; each is described in ``adapters.signatures``."""

    def new_private(self) -> bytes: ...
    def public(self, private: bytes) -> bytes: ...
    def sign(self, private: bytes, message: bytes) -> bytes: ...
    def verified(self, public: bytes, message: bytes, signature: bytes) -> bool: ...
    def lock(self, content: bytes, password: str, about: bytes) -> bytes: ...
    def unlock(self, locked: bytes, password: str, about: bytes) -> bytes: ...
    def canonical(self, value: Any) -> bytes: ...


def pae(kind: str, content: bytes) -> bytes:
    """What is signed in the place of content of a kind: the pre-authentication encoding of DSSE 1.0.

    >>> pae("http://example.com/HelloWorld", b"hello world")
    b'DSSEv1 29 http://example.com/HelloWorld 11 hello world'
    """
    named = kind.encode()
    return b"DSSEv1 %d %s %d %s" % (len(named), named, len(content), content)


def said(card: KeyCard) -> Mapping[str, Any]:
    """What is signed of a card."""
    return {
        "name": card.name,
        "organization": card.organization,
        "public_key": strict_json.base64(card.public),
        "made": strict_json.written(card.made),
        "until": strict_json.written(card.until),
        "encryption": card.encryption,
        "replaces": card.replaces,
    }


def to_sign(seals: Seals, card: KeyCard) -> bytes:
    return pae(CARD_TYPE, seals.canonical(said(card)))


def row(signed: SignedCard) -> Mapping[str, Any]:
    """A signed card as it stands in files."""
    return {
        "card": said(signed.card),
        "signature": strict_json.base64(signed.signature),
        "signature_of_replaced": strict_json.base64(signed.by_replaced),
    }


def of_row(seals: Seals, told: object) -> SignedCard:
    """A signed card of a stranger, its own signature checked. Raises ``BadInput``."""
    fields = Fields(told, "The key card")
    inner = Fields(fields.object("card"), "The key card")
    card = KeyCard(
        inner.text("name"),
        inner.text("organization"),
        inner.raw("public_key"),
        inner.time("made"),
        inner.time("until"),
        inner.text("encryption"),
        inner.text("replaces"),
    )
    inner.done()
    signed = SignedCard(keys.checked(card), fields.raw("signature"), fields.raw("signature_of_replaced"))
    fields.done()
    if not seals.verified(card.public, to_sign(seals, card), signed.signature):
        raise BadInput(
            f"The key card of {card.holder} was altered: its signature does not fit.", hint="Ask for it once more."
        )
    return signed


def card_file(seals: Seals, signed: SignedCard) -> bytes:
    """A key card to be sent."""
    return seals.canonical({"format": CARD, **row(signed)})


def revocation_to_sign(seals: Seals, key: str, at: str, why: str) -> bytes:
    return pae(REVOCATION_TYPE, seals.canonical({"key": key, "at": at, "why": why}))


def revocation_file(seals: Seals, revoked: Revocation) -> bytes:
    """A revocation to be sent."""
    return seals.canonical(
        {
            "format": REVOCATION,
            "at": strict_json.written(revoked.at),
            "why": revoked.why,
            "revocation_signature": strict_json.base64(revoked.signature),
            **row(revoked.signed),
        }
    )


def content_of(file: Path) -> bytes:
    """The bytes of a file that should be a card, one more than a card has at most. Raises ``BadInput``."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{file.name} cannot be read: {error.strerror}.") from error


def read(seals: Seals, content: bytes) -> SignedCard | Revocation:
    """What a file that came in is. Raises ``BadInput`` for what is neither, or was altered."""
    if len(content) > MOST_BYTES:
        raise BadInput("This is no key card: it is too large.")
    told = dict(strict_json.read(content, seals.canonical))
    kind = told.pop("format", None)
    if kind == CARD:
        return of_row(seals, told)
    if kind != REVOCATION:
        raise BadInput("This is no key card of kgapp.", hint="A card is made by: kgapp key card")
    fields = Fields(
        {name: told.pop(name) for name in ("at", "why", "revocation_signature") if name in told}, "The revocation"
    )
    signed = of_row(seals, told)
    at, why, signature = fields.time("at"), fields.text("why"), fields.raw("revocation_signature")
    message = revocation_to_sign(seals, signed.card.key, strict_json.written(at), why)
    if not seals.verified(signed.card.public, message, signature):
        raise BadInput("The revocation was altered: its signature does not fit.", hint="Ask for it once more.")
    return Revocation(signed, at, why, signature)
