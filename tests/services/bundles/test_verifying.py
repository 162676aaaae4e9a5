"""Every state that a bundle can arrive in, and how it stands to its receiver and to those before."""

from __future__ import annotations

import hashlib
import json
import os
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kgapp.domain import bundle
from kgapp.domain.bundle import Audience, BundledFile, Checked, Standing, State
from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import RDFS
from kgapp.services.bundles import building, manifest, sending, verifying
from kgapp.services.bundles.building import Shipped
from kgapp.services.bundles.containers import Entry
from tests.services.bundles.conftest import BASE, LEIDEN, NOW, PARTNER, Record, User, user
from tests.services.bundles.conftest import manifest as manifest_of
from tests.services.bundles.pairs import MAIN

Make = Callable[..., Path]


@pytest.fixture
def record() -> Record:
    return Record([(NOW, frozenset({Quad(Iri(f"{BASE}a"), RDFS.label, Literal("A"), MAIN)}))])


def check(receiver: User, file: Path) -> Checked:
    return verifying.check(receiver.checker, file)


def know(receiver: User, sender: User) -> None:
    """The receiver takes in the sender's card and compares the fingerprint."""
    keys, card = receiver.keys, sender.opened.signed
    keys.trust(keys.card_file(card))
    keys.confirm(card.card.key, card.card.fingerprint.words, "by phone with Ann")


def entries(ann: User, file: Path) -> dict[str, bytes]:
    with ann.exchange.containers.open(file) as container:
        return {path: b"".join(container.pieces(path)) for path in container.sizes}


def packed(ann: User, file: Path, content: dict[str, bytes]) -> Path:
    ann.exchange.containers.write(file, [Entry(path, (raw,)) for path, raw in content.items()])
    return file


def signed(ann: User, file: Path, told: Any) -> dict[str, bytes]:
    """The files of a bundle with another manifest, properly signed."""
    seals = ann.keys.seals
    raw = told if isinstance(told, bytes) else seals.canonical(told)
    signature = ann.opened.sign(manifest.to_sign(raw))
    found = entries(ann, file)
    found[bundle.MANIFEST] = raw
    found[bundle.SIGNATURE] = manifest.signature(seals, ann.opened.signed.card.key, signature)
    return found


def test_a_bundle_of_an_unknown_key_is_new(make: Make, record: Record, bob: User) -> None:
    found = check(bob, make(record))
    assert found.state is State.NEW_KEY
    assert found.manifest is not None
    assert "calls themselves Ann, Innovator" in found.sentence
    assert "phone" in found.hint


def test_a_bundle_of_a_confirmed_key_is_verified_and_says_who_confirmed_it(
    make: Make, record: Record, bob: User, ann: User
) -> None:
    know(bob, ann)
    found = verifying.check(bob.strict_checker, make(record))
    assert found.state is State.VERIFIED
    assert "confirmed on 2026-11-24 by Bob, by phone with Ann" in found.sentence
    assert found.standings == ()
    assert found.manifest is not None
    assert found.manifest.purpose == "A transfer"


def test_another_key_of_a_known_organisation_is_a_different_key(
    make: Make, record: Record, bob: User, tmp_path: Path
) -> None:
    know(bob, user(tmp_path / "eve", "Eve", "innovator "))
    found = check(bob, make(record))
    assert found.state is State.DIFFERENT_KEY
    assert "by the key of Eve" in found.sentence


def test_a_replaced_key_is_a_different_key(make: Make, record: Record, bob: User, tmp_path: Path) -> None:
    old = user(tmp_path / "old", "Ann", "Innovator")
    know(bob, old)
    file = tmp_path / "old.kgbundle"
    content = building.content(record.reader, PARTNER, Shipped(()), None)
    sending.write(old.tools, old.opened, manifest_of(old, content, PARTNER), content.entries, file)
    assert check(bob, file).state is State.VERIFIED
    new = old.keys.rotate("correct horse", "correct horse", NOW + timedelta(days=99))
    assert bob.keys.trust(old.keys.card_file(new)).trust.value == "confirmed"
    found = check(bob, file)
    assert found.state is State.DIFFERENT_KEY
    assert "replaced this key" in found.sentence


def test_an_expired_key_is_said_whenever_the_bundle_was_sent(make: Make, record: Record, bob: User, ann: User) -> None:
    know(bob, ann)
    file = make(record)
    bob.at[0] = NOW + timedelta(days=901)
    assert check(bob, file).state is State.EXPIRED
    bob.at[0] = NOW
    assert check(bob, make(record, sent=NOW + timedelta(days=902))).state is State.EXPIRED
    found = check(bob, make(record, sent=NOW - timedelta(days=1)))
    assert found.state is State.EXPIRED
    assert "valid from 2026-11-24 to 2029-05-12" in found.sentence


def test_a_revoked_key_is_said(make: Make, record: Record, bob: User, ann: User) -> None:
    know(bob, ann)
    bob.keys.revoke(ann.opened.signed.card.key, "Ann lost her laptop")
    found = check(bob, make(record))
    assert found.state is State.REVOKED
    assert "Ann lost her laptop" in found.sentence


def test_a_bundle_without_signature_is_unsigned(make: Make, record: Record, bob: User, ann: User) -> None:
    file = make(record)
    content = entries(ann, file)
    del content[bundle.SIGNATURE]
    found = check(bob, packed(ann, file, content))
    assert found.state is State.UNSIGNED
    assert found.manifest is None


@pytest.mark.parametrize("way", ["graph", "manifest", "signature", "extra", "missing", "other key", "two signatures"])
def test_whatever_was_altered_is_noticed(make: Make, record: Record, bob: User, ann: User, way: str) -> None:
    know(bob, ann)
    file = make(record)
    content = entries(ann, file)
    if way == "graph":
        content[bundle.GRAPH] = content[bundle.GRAPH].replace(b'"A"', b'"B"')
    elif way == "manifest":
        content[bundle.MANIFEST] = content[bundle.MANIFEST].replace(b"A transfer", b"B transfer")
    elif way == "signature":
        content[bundle.SIGNATURE] = b"{}"
    elif way == "extra":
        content["report.html"] = b"<p>"
    elif way == "missing":
        del content[bundle.GRAPH]
    elif way == "other key":
        content[bundle.SIGNATURE] = manifest.signature(bob.keys.seals, bob.opened.signed.card.key, bytes(64))
    else:
        told = json.loads(content[bundle.SIGNATURE])
        told["signatures"] *= 2
        content[bundle.SIGNATURE] = ann.keys.seals.canonical(told)
    found = check(bob, packed(ann, file, content))
    assert found.state is State.ALTERED
    assert found.manifest is None
    assert "Do not use it" in found.hint


def test_what_is_no_bundle_is_not_understood(bob: User, tmp_path: Path, ann: User) -> None:
    text = tmp_path / "text.kgbundle"
    text.write_bytes(b"hello")
    assert check(bob, text).state is State.NOT_UNDERSTOOD
    empty = packed(ann, tmp_path / "e.kgbundle", {bundle.GRAPH: b""})
    assert "holds no manifest" in check(bob, empty).sentence
    with pytest.raises(BadInput, match="cannot be read"):
        check(bob, tmp_path / "nothing.kgbundle")


def test_another_zip_is_altered_or_not_understood(bob: User, tmp_path: Path) -> None:
    other = tmp_path / "other.kgbundle"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert check(bob, other).state in {State.ALTERED, State.NOT_UNDERSTOOD}


ALTERED: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a newer version": lambda told: {**told, "format": "kgapp-bundle/2"},
    "another program": lambda told: {**told, "format": "other"},
    "a field more": lambda told: {**told, "more": 1},
    "a field less": lambda told: {name: value for name, value in told.items() if name != "purpose"},
    "a number for a text": lambda told: {**told, "purpose": 1},
    "a text for a number": lambda told: {**told, "sequence": "1"},
    "number nought": lambda told: {**told, "sequence": 0},
    "a first one with one before": lambda told: {**told, "previous": "a" * 64},
    "no digest": lambda told: {**told, "graph_sha256": "x"},
    "another graph": lambda told: {**told, "graph_sha256": "a" * 64},
    "no file": lambda told: {**told, "files": []},
    "no list": lambda told: {**told, "files": {}},
    "a path that leads out": lambda told: {**told, "files": [{**told["files"][0], "path": "../graph.nq"}]},
    "a file twice": lambda told: {**told, "files": told["files"] * 2},
    "no time": lambda told: {**told, "sent": "yesterday"},
    "a time without zone": lambda told: {**told, "sent": "2026-11-24T09:00:00"},
    "no level": lambda told: {**told, "profile": {**told["profile"], "levels": ["personal"]}},
    "texts that are none": lambda told: {**told, "profile": {**told["profile"], "parts": [1]}},
    "a part that is no IRI": lambda told: {**told, "profile": {**told["profile"], "parts": ["x y"]}},
    "no truth": lambda told: {**told, "profile": {**told["profile"], "people": 1}},
    "a base that is no IRI": lambda told: {**told, "base": "x"},
    "an audience with a bad key": lambda told: {**told, "audience": {**told["audience"], "key": "x"}},
    "no audience": lambda told: {**told, "audience": None},
    "no sender": lambda told: {**told, "sender": None},
    "a weak key": lambda told: {**told, "sender": {"card": {"public_key": "A" * 43 + "="}}},
    "a key in another spelling": lambda told: {**told, "sender": {"card": {"public_key": "A" * 42 + "B="}}},
    "no base64": lambda told: {**told, "sender": {"card": {"public_key": "%"}}},
    "no JSON": lambda told: b"{",
    "no object": lambda told: b"[]",
    "a fraction": lambda told: b'{"format":1.5}',
    "a name twice": lambda told: b'{"format":"a","format":"a"}',
    "not canonical": lambda told: b'{ "format":"a"}',
    "too deep": lambda told: b"[" * 100_000,
    "a huge number": lambda told: b'{"format":' + b"9" * 40 + b"}",
    "half a character": lambda told: b'{"a":"\\ud800"}',
}


@pytest.mark.parametrize("way", ALTERED)
def test_a_manifest_that_cannot_be_is_not_understood(
    make: Make, record: Record, bob: User, ann: User, way: str
) -> None:
    file = make(record)
    told = json.loads(entries(ann, file)[bundle.MANIFEST])
    found = check(bob, packed(ann, file, signed(ann, file, ALTERED[way](told))))
    assert found.state is State.NOT_UNDERSTOOD
    assert found.manifest is None


def test_a_card_that_was_altered_inside_is_not_understood(make: Make, record: Record, bob: User, ann: User) -> None:
    file = make(record)
    told = json.loads(entries(ann, file)[bundle.MANIFEST])
    told["sender"]["card"]["name"] = "Eve"
    found = check(bob, packed(ann, file, signed(ann, file, told)))
    assert found.state is State.NOT_UNDERSTOOD
    assert "altered" in found.sentence


@pytest.mark.parametrize(
    ("graph", "statements", "said"),
    [
        (b"nonsense\n", 1, "cannot be read"),
        (
            b"<https://e.org/a> <https://e.org/p>  <https://e.org/b> <https://e.org/g> .\n",
            1,
            "not in the canonical form",
        ),
        (b"<https://e.org/a> <https://e.org/p> <https://e.org/b> <https://e.org/g> .\n", 2, "another number"),
        (b"_:a <https://e.org/p> <https://e.org/b> <https://e.org/g> .\n", 1, "not in the canonical form"),
    ],
)
def test_a_graph_that_is_not_what_it_says_is_not_understood(
    make: Make, record: Record, bob: User, ann: User, graph: bytes, statements: int, said: str
) -> None:
    digest = hashlib.sha256(graph).hexdigest()
    file = make(
        record, graph_sha256=digest, statements=statements, files=(BundledFile(bundle.GRAPH, digest, len(graph)),)
    )
    content = entries(ann, file)
    content[bundle.GRAPH] = graph
    found = verifying.check(bob.strict_checker, packed(ann, file, content))
    assert found.state is State.NOT_UNDERSTOOD
    assert said in found.sentence


def test_a_graph_of_the_same_size_with_other_content_is_altered(
    make: Make, record: Record, bob: User, ann: User
) -> None:
    file = make(record)
    content = entries(ann, file)
    content[bundle.GRAPH] = content[bundle.GRAPH].replace(b'"A"', b'"Z"')
    assert check(bob, packed(ann, file, content)).state is State.ALTERED


def standings(found: Checked) -> set[Standing]:
    return {each.standing for each in found.standings}


def test_a_bundle_for_somebody_else_is_said(make: Make, record: Record, bob: User, ann: User, tmp_path: Path) -> None:
    other = make(record, replace(PARTNER, audience=Audience("Kobe", "Carl")), "kobe.kgbundle")
    assert standings(check(bob, other)) == {Standing.NOT_FOR_YOU}
    mine = make(record, replace(PARTNER, audience=replace(LEIDEN, key=bob.opened.signed.card.key)), "mine.kgbundle")
    assert standings(check(bob, mine)) == set()
    keyed = make(record, replace(PARTNER, audience=replace(LEIDEN, key="a" * 64)), "keyed.kgbundle")
    assert standings(check(bob, keyed)) == {Standing.NOT_FOR_YOU}
    assert standings(check(ann, keyed)) == set()  # the sender looks at it


def test_the_order_of_bundles_is_noticed(make: Make, record: Record, bob: User, ann: User) -> None:
    know(bob, ann)
    first = make(record, name="1.kgbundle")
    found = check(bob, first)
    verifying.remember(bob.checker, found)
    assert standings(check(bob, first)) == {Standing.AGAIN}
    assert standings(check(bob, make(record, name="1b.kgbundle", purpose="Other"))) == {Standing.OTHER_CONTENT}
    second = check(bob, make(record, name="2.kgbundle", sequence=2, previous=found.digest))
    assert standings(second) == set()
    assert standings(check(bob, make(record, name="2b", sequence=2, previous="a" * 64))) == {Standing.OTHER_CONTENT}
    fourth = check(bob, make(record, name="4.kgbundle", sequence=4, previous="a" * 64))
    assert standings(fourth) == {Standing.GAP}
    assert "bundles 2 to 3 did not arrive" in fourth.standings[0].sentence
    verifying.remember(bob.checker, fourth)
    older = check(bob, make(record, name="3.kgbundle", sequence=3, previous="b" * 64))
    assert standings(older) == {Standing.OLDER}
    assert "bundle 4 was received already" in older.standings[0].sentence


def test_a_gap_before_the_first_is_noticed(make: Make, record: Record, bob: User) -> None:
    found = check(bob, make(record, sequence=2, previous="a" * 64))
    assert "bundle 1 did not arrive" in found.standings[0].sentence


def test_only_what_is_verified_and_for_this_user_is_remembered(
    make: Make, record: Record, bob: User, ann: User
) -> None:
    with pytest.raises(BadInput, match="it is new key"):
        verifying.remember(bob.checker, check(bob, make(record)))
    know(bob, ann)
    other = make(record, replace(PARTNER, audience=Audience("Kobe")), "kobe.kgbundle")
    with pytest.raises(BadInput, match="not for you"):
        verifying.remember(bob.checker, check(bob, other))


def test_a_list_of_received_bundles_that_cannot_be_read_is_not_an_empty_one(
    make: Make, record: Record, bob: User, tmp_path: Path
) -> None:
    (tmp_path / "bob" / "received.json").write_text("{", "utf-8")
    with pytest.raises(BadInput, match="cannot be read"):
        check(bob, make(record))


def test_no_mutation_is_accepted_with_other_content(make: Make, record: Record, bob: User, ann: User) -> None:
    know(bob, ann)
    file = make(record)
    raw, content = file.read_bytes(), entries(ann, file)
    dice = random.Random(5)
    for _ in range(int(os.environ.get("KGAPP_MUTATIONS", "150"))):
        changed = bytearray(raw)
        for _ in range(dice.choice((1, 1, 1, 3))):
            place = dice.randrange(len(changed))
            way = dice.randrange(4)
            if way == 0:
                changed[place] ^= 1 << dice.randrange(8)
            elif way == 1:
                del changed[place : place + dice.randint(1, 9)]
            elif way == 2:
                changed[place:place] = dice.randbytes(dice.randint(1, 9))
            else:
                start = dice.randrange(len(changed))
                changed[place:place] = changed[start : start + dice.randint(1, 99)]
        file.write_bytes(changed)
        found = check(bob, file)
        assert found.manifest is None or entries(ann, file) == content
