"""Keys: what is compared by phone, and which public keys are refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kgapp.domain import ed25519_points, keys
from kgapp.domain.errors import BadInput
from kgapp.domain.keys import FINGERPRINT_BITS, Fingerprint, KeyCard

P = 2**255 - 19
NOW = datetime(2026, 11, 24, tzinfo=UTC)
# The public key of RFC 8032, 7.1, test 1.
SOUND = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
# The canonical points of order 1, 2, 4 and 8 (y and sign).
LOW = [
    (1).to_bytes(32, "little"),
    (P - 1).to_bytes(32, "little"),
    (0).to_bytes(32, "little"),
    (1 << 255).to_bytes(32, "little"),
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"),
    bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"),
]


@pytest.mark.parametrize("public", LOW)
def test_points_of_low_order_are_refused(public: bytes) -> None:
    assert ed25519_points.problem(public) == "it is a point of low order"


@pytest.mark.parametrize("y", range(19))
@pytest.mark.parametrize("sign", [0, 1])
def test_second_spellings_are_refused(y: int, sign: int) -> None:
    public = (P + y | sign << 255).to_bytes(32, "little")
    assert ed25519_points.problem(public) == "it is a second spelling of another key"


@pytest.mark.parametrize("y", [1, P - 1])
def test_a_sign_of_nought_is_a_second_spelling(y: int) -> None:
    assert "second spelling" in ed25519_points.problem((y | 1 << 255).to_bytes(32, "little"))


def test_sound_keys_pass_and_others_do_not() -> None:
    assert ed25519_points.problem(SOUND) == ""
    flipped = SOUND[:31] + bytes([SOUND[31] ^ 0x80])
    assert ed25519_points.problem(flipped) == ""
    found = {ed25519_points.problem((y).to_bytes(32, "little")) for y in range(2, 40)}
    assert found == {"", "it is no point of the curve", "it is no point of the group that keys are made of"}


def test_a_fingerprint_says_the_same_bits_as_digits_and_words() -> None:
    one = Fingerprint(keys.key_id(SOUND))
    assert FINGERPRINT_BITS == 128
    assert len(one.groups.split()) == len(one.words.split()) == 8
    assert one.fits(one.groups)
    assert one.fits(one.groups.replace(" ", ""))
    assert one.fits(one.words.upper().replace(" ", "-"))
    assert not one.fits(one.groups[:-1])
    assert not one.fits("")


def test_each_bit_of_a_fingerprint_is_heard() -> None:
    said = {Fingerprint(f"{1 << bit:032x}" + "0" * 32).words for bit in range(128)}
    read = {Fingerprint(f"{1 << bit:032x}" + "0" * 32).groups for bit in range(128)}
    assert len(said) == len(read) == 128


def card(**altered: object) -> KeyCard:
    return replace(KeyCard("Ann", "Innovator", SOUND, NOW, NOW + timedelta(days=1)), **altered)  # type: ignore[arg-type]


def test_a_card_is_checked() -> None:
    assert keys.checked(card()).holder == "Ann, Innovator"
    for wrong in (
        {"name": ""},
        {"name": " Ann"},
        {"organization": "a\nb"},
        {"name": "x" * 201},
        {"name": "Ann\u202eevil"},
        {"public": LOW[0]},
        {"until": NOW},
        {"replaces": "x"},
    ):
        with pytest.raises(BadInput):
            keys.checked(card(**wrong))


def test_organisations_are_the_same_to_a_reader() -> None:
    assert keys.same_organization("Leiden  CDMO ", "leiden cdmo")
    assert not keys.same_organization("Leiden", "Leiden CDMO")
