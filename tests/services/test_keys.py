"""The user's key and the trust list, on files and with real signatures."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kgapp.adapters.encryption import Age
from kgapp.adapters.key_files import KeyFiles
from kgapp.adapters.signatures import Signatures
from kgapp.domain.errors import Ambiguous, BadInput, NotFound
from kgapp.domain.keys import SignedCard, Trust
from kgapp.services import key_cards
from kgapp.services.keys import Keys

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=900)
SEALS = Signatures(cost=10)
PASSWORD = "correct horse"


class Clock:
    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


def of(folder: Path, who: str, clock: Clock | None = None) -> Keys:
    return Keys(SEALS, KeyFiles(folder / who, SEALS), Age(), who, clock or Clock())


@pytest.fixture
def ann(tmp_path: Path) -> Keys:
    keys = of(tmp_path, "Ann")
    keys.new("Ann", "Innovator", PASSWORD, LATER)
    return keys


@pytest.fixture
def bob(tmp_path: Path) -> Keys:
    return of(tmp_path, "Bob")


def card(keys: Keys) -> bytes:
    return keys.card_file(keys.card())


def test_a_new_key_signs_and_only_its_password_opens_it(ann: Keys, tmp_path: Path) -> None:
    opened = ann.open(PASSWORD)
    assert SEALS.verified(opened.signed.card.public, b"message", opened.sign(b"message"))
    assert not SEALS.verified(opened.signed.card.public, b"other", opened.sign(b"message"))
    assert opened.identity.startswith("AGE-SECRET-KEY-")
    with pytest.raises(BadInput, match="the password is another one"):
        ann.open("correct horse ")
    again = of(tmp_path, "Ann")
    assert again.open(PASSWORD).private == opened.private


def test_the_private_key_is_readable_by_nobody_else_and_never_in_the_open(ann: Keys, tmp_path: Path) -> None:
    folder = tmp_path / "Ann"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    opened = ann.open(PASSWORD)
    for file in folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        content = file.read_bytes()
        assert opened.private not in content
        assert opened.private.hex().encode() not in content
        assert opened.identity.encode() not in content


def test_one_key_at_a_time_and_a_password_that_is_one(ann: Keys, bob: Keys) -> None:
    with pytest.raises(BadInput, match="have a key already"):
        ann.new("Ann", "Innovator", PASSWORD, LATER)
    with pytest.raises(BadInput, match="at least 8"):
        bob.new("Bob", "Leiden", "short", LATER)
    with pytest.raises(NotFound, match="no key yet"):
        bob.open(PASSWORD)
    assert bob.current() is None


def test_a_card_that_came_in_is_new_until_its_fingerprint_was_compared(ann: Keys, bob: Keys) -> None:
    one = bob.trust(card(ann))
    assert one.trust is Trust.NEW
    with pytest.raises(BadInput, match="not the fingerprint"):
        bob.confirm("Ann", "00000 " * 8, "by phone")
    with pytest.raises(BadInput, match="how you compared"):
        bob.confirm("Ann", one.card.fingerprint.groups, " ")
    done = bob.confirm("Ann", one.card.fingerprint.groups, "by phone with Ann")
    assert (done.trust, done.who, done.at, done.how) == (Trust.CONFIRMED, "Bob", NOW, "by phone with Ann")
    assert bob.seen(one.signed) == done
    with pytest.raises(BadInput, match="only a new one"):
        bob.confirm("Ann", one.card.fingerprint.groups, "again")
    assert bob.trust(card(ann)) == done  # the same card once more changes nothing


def test_a_rotation_signed_by_a_confirmed_key_is_followed(ann: Keys, bob: Keys) -> None:
    old = bob.trust(card(ann)).card
    bob.confirm("Innovator", old.fingerprint.words, "side by side")
    made = ann.rotate(PASSWORD, "another horse", LATER)
    one = bob.trust(card(ann))
    assert one.trust is Trust.CONFIRMED
    assert one.card == made.card
    assert old.key[:16] in one.how
    before = bob.find(old.key)
    assert before.trust is Trust.SUPERSEDED
    assert before.successor == made.card.key
    assert bob.find("Ann") == one  # by name: the one in use
    assert ann.open("another horse").signed == made
    assert ann.open_one(old.key, PASSWORD).signed.card == old
    assert [each.card.key in ann.own() for each in ann.all()] == [True, True]


def test_a_rotation_of_an_unconfirmed_unknown_or_expired_key_is_only_new(ann: Keys, tmp_path: Path) -> None:
    clock = Clock()
    bob, carl, dora = of(tmp_path, "Bob", clock), of(tmp_path, "Carl"), of(tmp_path, "Dora", clock)
    bob.trust(card(ann))
    old = dora.trust(card(ann)).card
    dora.confirm("Ann", old.fingerprint.words, "by phone")
    ann.rotate(PASSWORD, PASSWORD, LATER)
    assert bob.trust(card(ann)).trust is Trust.NEW
    assert carl.trust(card(ann)).trust is Trust.NEW
    clock.at = LATER + timedelta(days=1)
    assert dora.trust(card(ann)).trust is Trust.NEW
    assert dora.find(old.key).trust is Trust.CONFIRMED


def test_a_rotation_that_the_old_key_did_not_sign_is_refused(ann: Keys, bob: Keys) -> None:
    old = bob.trust(card(ann)).card
    bob.confirm("Ann", old.fingerprint.words, "by phone")
    ann.rotate(PASSWORD, PASSWORD, LATER)
    false = replace(ann.card(), by_replaced=bytes(64))
    with pytest.raises(BadInput, match="did not sign it"):
        bob.trust(bob.card_file(false))


def test_a_rotation_to_another_organisation_is_only_new(ann: Keys, bob: Keys) -> None:
    old = bob.trust(card(ann)).card
    bob.confirm("Ann", old.fingerprint.words, "by phone")
    opened = ann.open(PASSWORD)
    private = SEALS.new_private()
    other = replace(old, organization="Another", public=SEALS.public(private), replaces=old.key)
    message = key_cards.to_sign(SEALS, other)
    signed = SignedCard(other, SEALS.sign(private, message), opened.sign(message))
    assert bob.trust(bob.card_file(signed)).trust is Trust.NEW


def test_a_revoked_key_stays_revoked(ann: Keys, bob: Keys) -> None:
    one = bob.trust(card(ann)).card
    bob.confirm("Ann", one.fingerprint.words, "by phone")
    with pytest.raises(BadInput, match="Say why"):
        ann.revoke(one.key, " ", PASSWORD)
    word = ann.revoke(one.key, "Laptop lost", PASSWORD)
    assert word is not None
    found = bob.trust(key_cards.revocation_file(SEALS, word))
    assert found.trust is Trust.REVOKED
    assert "Laptop lost" in found.how
    assert bob.trust(key_cards.revocation_file(SEALS, word)) == found
    assert bob.trust(bob.card_file(one_card(ann, one.key))).trust is Trust.REVOKED
    with pytest.raises(BadInput, match="revoked already"):
        bob.revoke(one.key, "again")
    with pytest.raises(NotFound):
        ann.open(PASSWORD)
    assert ann.new("Ann", "Innovator", PASSWORD, LATER).card.key != one.key


def one_card(keys: Keys, key: str) -> SignedCard:
    return keys.find(key).signed


def test_a_revocation_of_an_unknown_key_is_kept_and_one_of_others_needs_no_password(ann: Keys, bob: Keys) -> None:
    one = bob.trust(card(ann)).card
    assert bob.revoke("Ann", "They left") is None
    assert bob.find(one.key).trust is Trust.REVOKED
    word = ann.revoke(one.key, "Gone", PASSWORD)
    assert word is not None
    false = replace(word, why="Other")
    with pytest.raises(BadInput, match="altered"):
        bob.trust(key_cards.revocation_file(SEALS, false))


def test_a_revocation_comes_before_its_card(ann: Keys, tmp_path: Path) -> None:
    word = ann.revoke("Ann", "Gone", PASSWORD)
    assert word is not None
    carl = of(tmp_path, "Carl")
    assert carl.trust(key_cards.revocation_file(SEALS, word)).trust is Trust.REVOKED


def test_names_that_mean_several_or_none(ann: Keys, bob: Keys, tmp_path: Path) -> None:
    other = of(tmp_path, "Eve")
    other.new("Eve", "Innovator", PASSWORD, LATER)
    bob.trust(card(ann))
    bob.trust(card(other))
    with pytest.raises(Ambiguous):
        bob.find("innovator")
    with pytest.raises(NotFound):
        bob.find("Nobody")
    assert bob.find(ann.card().card.key[:8]).card.name == "Ann"
    assert bob.find(ann.card().card.fingerprint.groups).card.name == "Ann"
    assert bob.same_organization(ann.card().card) == ()


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"format":"x"}', b'{"format":"kgapp-key-card/1"}', b"x" * 30_000],
)
def test_what_is_no_card_is_refused(bob: Keys, content: bytes) -> None:
    with pytest.raises(BadInput):
        bob.trust(content)


def test_an_altered_card_is_refused(ann: Keys, bob: Keys) -> None:
    told = json.loads(card(ann))
    told["card"]["name"] = "Eve"
    with pytest.raises(BadInput, match="altered"):
        bob.trust(SEALS.canonical(told))
    told = json.loads(card(ann))
    told["signature"] = "x"
    with pytest.raises(BadInput, match="signature"):
        bob.trust(SEALS.canonical(told))


def test_an_unreadable_list_of_keys_is_not_an_empty_one(ann: Keys, tmp_path: Path) -> None:
    file = tmp_path / "Ann" / "trust.json"
    for content in ("{", '{"format":"kgapp-trust-list/2","keys":[]}', "[" * 9_999):
        file.write_text(content, "utf-8")
        with pytest.raises(BadInput, match="cannot be read"):
            ann.all()
    file.unlink()
    file.mkdir()
    with pytest.raises(BadInput, match="cannot be read"):
        ann.all()


def test_a_key_that_cannot_be_kept_and_one_that_is_gone_are_sentences(ann: Keys, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    nowhere = KeyFiles(tmp_path / "file", SEALS)
    with pytest.raises(BadInput, match="cannot be kept"):
        nowhere.keep(())
    assert nowhere.own() == frozenset()
    with pytest.raises(NotFound, match="not here"):
        KeyFiles(tmp_path / "Ann", SEALS).private("0" * 64)


def test_a_damaged_private_key_is_a_sentence(ann: Keys) -> None:
    locked = SEALS.lock(b"secret", PASSWORD, b"about")
    assert SEALS.unlock(locked, PASSWORD, b"about") == b"secret"
    for damaged in (b"", b"x" * 60, locked[:8] + b"\x30" + locked[9:]):
        with pytest.raises(BadInput, match="damaged"):
            SEALS.unlock(damaged, PASSWORD, b"about")
    with pytest.raises(BadInput, match="does not open"):
        SEALS.unlock(locked, PASSWORD, b"other")
    with pytest.raises(BadInput, match="canonical"):
        SEALS.canonical(2**60)
