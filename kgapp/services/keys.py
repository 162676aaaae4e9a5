"""The user's own key, and the keys of others: who confirmed them, when and how.

Guarantees: a key is *confirmed* only by somebody who typed its fingerprint, by a rotation that a confirmed key signed, or
because it was made here. A revoked key never becomes anything else again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from kgapp.domain import keys
from kgapp.domain.errors import Ambiguous, BadInput, NotFound
from kgapp.domain.keys import KeyCard, Revocation, SignedCard, Trust, Trusted
from kgapp.services import key_cards, strict_json
from kgapp.services.key_cards import Seals

SHORTEST_PASSWORD: Final = 8
MADE_HERE: Final = "made here"
_PAGE: Final = "exchange"
_SIGN: Final = "ed25519"
_OPEN: Final = "age"


class KeyStore(Protocol):
    """The trust list and the locked private keys of this user."""

    def trusted(self) -> tuple[Trusted, ...]: ...
    def keep(self, trusted: Iterable[Trusted]) -> None:
        """Write the whole list in place of the one there. Raises ``BadInput``."""

    def own(self) -> frozenset[str]:
        """The ids of the keys whose private part is kept here."""
        ...

    def private(self, key: str) -> bytes:
        """A locked private key. Raises ``NotFound``."""
        ...

    def keep_private(self, key: str, locked: bytes) -> None: ...


class Envelopes(Protocol):
    """Makes keys for encryption (age), where that is installed."""

    def new_identity(self) -> tuple[str, str]:
        """A new private identity and the recipient that others encrypt to."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """The user's own key, opened with its password. ``identity`` opens what was encrypted to it; empty for none."""

    signed: SignedCard
    private: bytes
    identity: str
    seals: Seals

    def sign(self, message: bytes) -> bytes:
        return self.seals.sign(self.private, message)


class Keys:
    """The keys of one user. ``who`` and ``now`` say who confirms something and when."""

    def __init__(
        self, seals: Seals, store: KeyStore, envelopes: Envelopes | None, who: str, now: Callable[[], datetime]
    ) -> None:
        self.seals = seals
        self._store = store
        self._envelopes = envelopes
        self._who = who
        self._now = now

    @property
    def can_encrypt(self) -> bool:
        """Whether what encryption needs is installed."""
        return self._envelopes is not None

    def all(self) -> tuple[Trusted, ...]:
        """Every key that is known here, the user's own ones first."""
        own = self._store.own()
        return tuple(sorted(self._store.trusted(), key=lambda each: (each.card.key not in own, each.at)))

    def own(self) -> frozenset[str]:
        """The ids of the user's own keys, also of earlier ones."""
        return self._store.own()

    def current(self) -> Trusted | None:
        """The user's own key that is in use."""
        own = self._store.own()
        found = [each for each in self._store.trusted() if each.card.key in own and each.trust is Trust.CONFIRMED]
        return max(found, key=lambda each: each.card.made, default=None)

    def new(self, name: str, organization: str, password: str, until: datetime) -> SignedCard:
        """Make the user's key. Raises ``BadInput`` when there is one already."""
        if self.current() is not None:
            raise BadInput(
                "You have a key already.", hint="Replace it with kgapp key rotate: others then follow.", page=_PAGE
            )
        made, locked = self._made(name, organization, password, until, None)
        self._add(made, locked, MADE_HERE)
        return made

    def rotate(self, password: str, new_password: str, until: datetime) -> SignedCard:
        """A new key in place of the present one, which signs that. Raises ``BadInput`` and ``NotFound``."""
        opened = self.open(password)
        card = opened.signed.card
        made, locked = self._made(card.name, card.organization, new_password, until, opened)
        self._add(made, locked, f"{MADE_HERE}, in place of {card.key[:16]}")
        self._become(card.key, Trust.SUPERSEDED, "replaced by a newer key", successor=made.card.key)
        return made

    def card(self, name: str = "") -> SignedCard:
        """The card of a key, by the start of its id or its holder's name; without a name the user's own. Raises ``NotFound``."""
        return self.find(name).signed if name else self._own().signed

    def card_file(self, signed: SignedCard) -> bytes:
        """A card as it is sent."""
        return key_cards.card_file(self.seals, signed)

    def open(self, password: str) -> Opened:
        """The user's own key, to sign with. Raises ``NotFound`` without one and ``BadInput`` for another password."""
        return self.open_one(self._own().card.key, password)

    def open_one(self, key: str, password: str) -> Opened:
        """One of the user's own keys, also an earlier one. Raises as ``open``."""
        signed = self.find(key).signed
        about = key_cards.to_sign(self.seals, signed.card)
        told = json.loads(self.seals.unlock(self._store.private(key), password, about))
        return Opened(signed, bytes.fromhex(told[_SIGN]), told[_OPEN], self.seals)

    def trust(self, content: bytes) -> Trusted:
        """Take in a key card or a revocation. Raises ``BadInput`` for what was altered or cannot be followed."""
        found = key_cards.read(self.seals, content)
        if isinstance(found, Revocation):
            return self._revoked(found)
        return self._trusted(found)

    def seen(self, signed: SignedCard) -> Trusted | None:
        """What is known of the key of a card; ``None`` for an unknown one."""
        return self._by_id(signed.card.key)

    def confirm(self, name: str, said: str, how: str) -> Trusted:
        """Mark a key as its holder's, because they read its fingerprint aloud. Raises ``BadInput`` when it differs."""
        one = self.find(name)
        if one.trust is not Trust.NEW:
            raise BadInput(f"This key is {one.trust.value}; only a new one can be confirmed.", page=_PAGE)
        if not how.strip():
            raise BadInput("Say how you compared the fingerprint, such as: by phone with A. Holder.", page=_PAGE)
        if not one.card.fingerprint.fits(said):
            raise BadInput(
                "This is not the fingerprint of that key.",
                hint="Compare it once more. If it differs, the card may not be your partner's: do not use it.",
                page=_PAGE,
            )
        return self._become(one.card.key, Trust.CONFIRMED, how.strip())

    def revoke(self, name: str, why: str, password: str = "") -> Revocation | None:
        """Trust a key no more; of an own key, which needs the ``password``, also the word of it to send to others.

        Raises ``BadInput`` and ``NotFound``.
        """
        one = self.find(name)
        if not why.strip():
            raise BadInput("Say why the key is revoked.", page=_PAGE)
        if one.trust is Trust.REVOKED:
            raise BadInput("This key is revoked already.", page=_PAGE)
        word = self._word(one, why.strip(), password) if one.card.key in self._store.own() else None
        self._become(one.card.key, Trust.REVOKED, why.strip())
        return word

    def find(self, name: str) -> Trusted:
        """A key by the start of its id (8 digits or more), its fingerprint or its holder. Raises ``NotFound`` or ``Ambiguous``."""
        wanted = name.strip()
        every = self._store.trusted()
        found = [each for each in every if _named(each, wanted)]
        if len(found) > 1:  # a holder with an earlier key: the one in use
            usable = [each for each in found if each.trust in {Trust.NEW, Trust.CONFIRMED}]
            found = usable if len(usable) == 1 else found
        if not found:
            raise NotFound(f"No key of “{wanted}” is known here.", hint="List them with: kgapp key list")
        if len(found) > 1:
            rows = tuple((each.card.key[:16], f"{each.card.holder} ({each.trust.value})") for each in found)
            raise Ambiguous(f"Several keys are called “{wanted}”.", rows, hint="Name one by the start of its id.")
        return found[0]

    def same_organization(self, card: KeyCard) -> tuple[Trusted, ...]:
        """The confirmed keys of the organisation that a card names, but for its own."""
        return tuple(
            each
            for each in self._store.trusted()
            if each.trust is Trust.CONFIRMED
            and each.card.key != card.key
            and keys.same_organization(each.card.organization, card.organization)
        )

    def _own(self) -> Trusted:
        found = self.current()
        if found is None:
            raise NotFound("You have no key yet.", hint="Make one with: kgapp key new --name NAME --organization NAME")
        return found

    def _made(
        self, name: str, organization: str, password: str, until: datetime, replaced: Opened | None
    ) -> tuple[SignedCard, bytes]:
        if len(password) < SHORTEST_PASSWORD:
            raise BadInput(f"The password of a key has at least {SHORTEST_PASSWORD} characters.", page=_PAGE)
        private = self.seals.new_private()
        identity, recipient = self._envelopes.new_identity() if self._envelopes else ("", "")
        earlier = replaced.signed.card.key if replaced else ""
        card = keys.checked(
            KeyCard(
                name.strip(),
                organization.strip(),
                self.seals.public(private),
                self._now().replace(microsecond=0),
                until.replace(microsecond=0),
                recipient,
                earlier,
            )
        )
        message = key_cards.to_sign(self.seals, card)
        signed = SignedCard(card, self.seals.sign(private, message), replaced.sign(message) if replaced else b"")
        content = self.seals.canonical({_SIGN: private.hex(), _OPEN: identity})
        return signed, self.seals.lock(content, password, message)

    def _add(self, signed: SignedCard, locked: bytes, how: str) -> None:
        self._store.keep_private(signed.card.key, locked)
        one = Trusted(signed, Trust.CONFIRMED, self._who, self._now(), how)
        self._store.keep((*self._store.trusted(), one))

    def _trusted(self, signed: SignedCard) -> Trusted:
        """Know a card, as what its signatures make it; one that is known stays what it is."""
        before = self._by_id(signed.card.key)
        if before is not None and (before.trust is not Trust.NEW or not signed.card.replaces):
            return before
        replaced = self._by_id(signed.card.replaces) if signed.card.replaces else None
        if replaced is None or not self._handed_over(signed, replaced):
            return before or self._known(Trusted(signed, Trust.NEW, self._who, self._now(), "its card came in"))
        how = f"its card is signed by the confirmed key {replaced.card.key[:16]}"
        one = self._known(Trusted(signed, Trust.CONFIRMED, self._who, self._now(), how))
        self._become(replaced.card.key, Trust.SUPERSEDED, "replaced by a newer key", successor=signed.card.key)
        return one

    def _handed_over(self, signed: SignedCard, replaced: Trusted) -> bool:
        """Whether a confirmed key of the same organisation gave its place to this one, while it was valid."""
        message = key_cards.to_sign(self.seals, signed.card)
        if not self.seals.verified(replaced.card.public, message, signed.by_replaced):
            raise BadInput(
                f"The card of {signed.card.holder} says that it replaces another key, but that key did not sign it.",
                hint="Do not use it. Ask your partner by phone.",
                page=_PAGE,
            )
        same = keys.same_organization(signed.card.organization, replaced.card.organization)
        return replaced.trust is Trust.CONFIRMED and same and self._now() <= replaced.card.until

    def _known(self, one: Trusted) -> Trusted:
        others = tuple(each for each in self._store.trusted() if each.card.key != one.card.key)
        self._store.keep((*others, one))
        return one

    def _revoked(self, word: Revocation) -> Trusted:
        one = self._by_id(word.signed.card.key)
        if one is not None and one.trust is Trust.REVOKED:
            return one
        signed = one.signed if one else word.signed
        how = f"its holder revoked it: {word.why}"
        return self._known(Trusted(signed, Trust.REVOKED, self._who, self._now(), how, one.successor if one else ""))

    def _word(self, one: Trusted, why: str, password: str) -> Revocation:
        at = self._now().replace(microsecond=0)
        message = key_cards.revocation_to_sign(self.seals, one.card.key, strict_json.written(at), why)
        return Revocation(one.signed, at, why, self.open_one(one.card.key, password).sign(message))

    def _become(self, key: str, trust: Trust, how: str, successor: str = "") -> Trusted:
        before = self._by_id(key)
        assert before is not None, "it was found before"
        return self._known(before.become(trust, self._who, self._now(), how, successor or before.successor))

    def _by_id(self, key: str) -> Trusted | None:
        return next((each for each in self._store.trusted() if each.card.key == key), None)


def _named(one: Trusted, wanted: str) -> bool:
    card, folded = one.card, wanted.casefold()
    by_id = len(folded) >= 8 and card.key.startswith(folded)
    return by_id or card.fingerprint.fits(wanted) or folded in {card.name.casefold(), card.organization.casefold()}
