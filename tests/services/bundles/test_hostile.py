"""What nobody should learn from a bundle, and what no bundle may do, however it was made: three companies with real projects."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kgapp.domain.bundle import Profile
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDF, RDFS, SKOS
from kgapp.services import history
from kgapp.services.bundles import exchanged, items, points, receiving
from kgapp.services.bundles.differences import Decision
from kgapp.services.bundles.items import Status, Word
from kgapp.services.ports import Pattern
from tests.services.bundles.companies import A, B, Company, company
from tests.services.bundles.hostile import bundle_of, files_of

U = Iri("https://utrecht.example/p/")
MOI, BAG = Iri(f"{A}MOI"), Iri(f"{A}Bag")
Three = tuple[Company, Company, Company]


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Three]:
    """An innovator and two partners who must not learn of each other."""
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    with ExitStack() as stack:
        every = (
            company(tmp_path, "Ann", "Innovator", A),
            company(tmp_path, "Bob", "Leiden", B),
            company(tmp_path, "Cid", "Utrecht", U),
        )
        for me in every:
            stack.callback(me.workspace.close)
            for other in every:
                if other is not me:
                    card = other.user.opened.signed
                    me.user.keys.trust(me.user.keys.card_file(card))
                    me.user.keys.confirm(card.card.key, card.card.fingerprint.words, "by phone")
        ann = every[0]
        for thing, kind, label in ((MOI, KG.ProcessParameter, "MOI"), (BAG, KG.Material, "Bag")):
            ann.change({ann.says(thing, RDF.type, kind), ann.says(thing, RDFS.label, Literal(label))})
        yield every


def material(side: Company, thing: Iri, label: str, graph: Iri | None = None) -> set[Quad]:
    return {side.says(thing, RDF.type, KG.Material, graph), side.says(thing, RDFS.label, Literal(label), graph)}


def test_naming_a_graph_does_not_open_it(three: Three) -> None:
    ann, bob, cid = three
    cid.change(material(cid, Iri(f"{U}Trick"), "utrecht-canary"))
    ann.accept(cid.send(ann))
    copies = Iri(f"{A}graph/copies")
    ann.change(material(ann, Iri(f"{A}Copy"), "copies-canary", copies))
    own = Iri(f"{B}x")
    named = (cid.graph(), copies, ann.graph(), Iri(f"{A}graph/none"))
    bad = bundle_of(bob, ann, {quad for graph in named for quad in material(bob, own, "x", graph)})
    ann.accept(bad)
    for answer in (True, False):
        sent = files_of(bob, ann.send(bob, answer=answer))
        told = b"".join(sent.values())
        assert b"canary" not in told
        assert b"graph/copies" not in told
        assert U.encode() not in told
        assert b"graph/none" not in told
    assert b'"x"' not in files_of(cid, ann.send(cid))["graph.nq"], "it does not go to others either"
    (placed,) = {quad.graph for quad in ann.workspace.reader.quads(Pattern(own, RDFS.label))}
    assert placed == bob.graph()


def test_what_a_partner_said_goes_back_with_the_answer(three: Three) -> None:
    ann, bob, _ = three
    own = Iri(f"{B}own")
    ann.accept(bundle_of(bob, ann, material(bob, own, "ours")))
    assert b'"ours"' in files_of(bob, ann.send(bob, answer=True))["graph.nq"]
    assert b'"ours"' not in files_of(bob, ann.send(bob))["graph.nq"]


def test_a_partner_who_says_to_be_another_one_gets_nothing_of_theirs(three: Three) -> None:
    ann, bob, cid = three
    cid.change(material(cid, Iri(f"{U}Trick"), "utrecht-canary"))
    ann.accept(cid.send(ann))
    own = Iri(f"{U}y")
    ann.accept(bundle_of(bob, ann, material(bob, own, "y", cid.graph()), base=U))
    assert b"utrecht-canary" not in files_of(bob, ann.send(bob, answer=True))["graph.nq"]
    assert b'"y"' not in files_of(cid, ann.send(cid, answer=True))["graph.nq"]


@pytest.mark.parametrize("graph", [f"{A}graph/copies", f"{A}graph/later", f"{U}graph/main"])
def test_who_may_see_a_graph_is_decided_here(three: Three, graph: str) -> None:
    ann, bob, cid = three
    cid.change(material(cid, Iri(f"{U}Trick"), "secret-canary"))
    ann.accept(cid.send(ann))
    ann.change(material(ann, Iri(f"{A}S"), "secret-canary", Iri(f"{A}graph/copies")))
    said = {bob.says(Iri(graph), KG.confidentiality, KG.public), bob.says(Iri(graph), RDFS.label, Literal("A bag"))}
    bad = bundle_of(bob, ann, said | material(bob, Iri(f"{B}z"), "z"))
    arrival = ann.accept(bad)
    assert any("about graphs" in each for each in arrival.left_out)
    ann.change(material(ann, Iri(f"{A}Late"), "secret-canary", Iri(f"{A}graph/later")))
    assert b"secret-canary" not in files_of(bob, ann.send(bob))["graph.nq"]


def test_a_bundle_that_was_never_handed_over_tells_nothing_later(three: Three) -> None:
    ann, bob, _ = three
    ann.change(material(ann, Iri(f"{A}Oops"), "secret-canary"))
    ann.send(bob)
    ann.change(set(), set(ann.workspace.reader.quads(Pattern(Iri(f"{A}Oops")))))
    sent = files_of(bob, ann.send(bob))
    assert b"secret-canary" not in b"".join(sent.values())
    assert b"Oops" not in b"".join(sent.values())
    assert items.read(sent["items.json"]).removed, "who has the bundle before finds it"


def test_nothing_is_told_of_what_became_confidential(three: Three) -> None:
    ann, bob, _ = three
    thing = Iri(f"{A}Sp")
    link = ann.says(MOI, KG.consumesMaterial, thing)
    number = ann.says(thing, KG.partNumber, Literal("5"))
    ann.change({*material(ann, thing, "sp"), number, link, ann.says(thing, KG.confidentiality, KG.partner)})
    bob.start(ann.send(bob))
    mark = ann.says(thing, KG.confidentiality, KG.internal)
    ann.change(
        {mark, ann.says(thing, KG.partNumber, Literal("7"))},
        {number, link, ann.says(thing, KG.confidentiality, KG.partner)},
    )
    points.say(ann.workspace, "Leiden", {thing: Word(Status.DONE, "point-canary")})
    sent = files_of(bob, ann.send(bob))
    assert "items.json" not in sent


def test_a_comment_that_no_file_can_hold_is_refused_before_anything_enters(three: Three) -> None:
    ann, bob, _ = three
    word = {"status": "open", "comment": ""}
    item = {"entity": MOI, "sender": {**word, "comment": "half a character: \ud800"}, "receiver": word}
    told = json.dumps({"format": items.FORMAT, "items": [item], "removed": []}).encode()
    bad = bundle_of(bob, ann, material(bob, Iri(f"{B}z"), "z"), items=told)
    with pytest.raises(BadInput):
        ann.look(bad)


def test_a_removal_that_nobody_decided_about_comes_again(three: Three) -> None:
    ann, bob, _ = three
    bob.start(ann.send(bob))
    ann.change({ann.says(MOI, SKOS.altLabel, Literal("2"))}, set(ann.workspace.reader.quads(Pattern(BAG))))
    bob.accept(ann.send(bob), {MOI: Decision(accepted=True)})
    assert [each.undecided for each in exchanged.received(bob.workspace.reader)][-1] == (BAG,)
    for number in ("3", "4"):
        ann.change({ann.says(MOI, SKOS.altLabel, Literal(number))})
        arrival = bob.accept(ann.send(bob), {MOI: Decision(accepted=True)})
        assert {each.difference.entity for each in arrival.arrived} == {MOI, BAG}
    last = ann.send(bob)
    bob.accept(last, {BAG: Decision(accepted=True)})
    assert bob.values(BAG, RDFS.label) == set()
    ann.change({ann.says(MOI, SKOS.altLabel, Literal("5"))})
    assert {each.difference.entity for each in bob.look(ann.send(bob)).arrived} == {MOI}


def test_a_text_is_seen_to_its_end_before_it_is_accepted(three: Three) -> None:
    ann, bob, _ = three
    text = f"harmless {'and so on ' * 100}but never above 4 degrees"
    bad = bundle_of(bob, ann, {*material(bob, Iri(f"{B}z"), "z"), bob.says(Iri(f"{B}z"), KG.rationale, Literal(text))})
    (arrived,) = ann.look(bad).arrived
    assert any("never above 4 degrees" in each for each in arrived.sentences)


def test_where_a_bundle_cannot_be_remembered_nothing_enters(three: Three, monkeypatch: pytest.MonkeyPatch) -> None:
    ann, bob, _ = three
    bad = bundle_of(bob, ann, material(bob, Iri(f"{B}z"), "z"))

    def full(*_: object) -> None:
        raise BadInput("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(type(ann.user.exchange.receipts), "keep", full)
        with pytest.raises(BadInput, match="full"):
            ann.accept(bad)
    assert ann.values(Iri(f"{B}z"), RDFS.label) == set()
    ann.accept(bad)
    assert ann.values(Iri(f"{B}z"), RDFS.label) == {"z"}


def test_what_one_partner_says_newly_does_not_go_to_another(three: Three) -> None:
    ann, bob, cid = three
    bob.start(ann.send(bob))
    bob.change({bob.says(MOI, KG.rationale, Literal("leiden-canary"))})
    ann.accept(bob.send(ann, answer=True))
    assert ann.values(MOI, KG.rationale) == {"leiden-canary"}
    assert b"leiden-canary" not in files_of(cid, ann.send(cid))["graph.nq"]
    assert b"leiden-canary" in files_of(bob, ann.send(bob, answer=True))["graph.nq"]


def test_a_key_that_was_revoked_meanwhile_is_not_believed(three: Three) -> None:
    ann, bob, _ = three
    bad = bundle_of(bob, ann, material(bob, Iri(f"{B}z"), "z"))
    arrival = ann.look(bad)
    ann.user.keys.revoke(bob.user.opened.signed.card.key, "lost")
    with pytest.raises(BadInput, match="no longer confirmed"):
        receiving.accept(ann.workspace, ann.user.checker, bad, arrival, receiving.everything(arrival), "why")
    assert ann.values(Iri(f"{B}z"), RDFS.label) == set()


def test_what_was_undone_was_never_received(three: Three) -> None:
    ann, bob, _ = three
    bob.change({bob.says(Iri(f"{B}own"), RDFS.label, Literal("own"))})
    first = ann.send(bob)
    bob.accept(first)
    history.undo(bob.workspace, "too early")
    assert exchanged.received(bob.workspace.reader) == ()
    with pytest.raises(NotFound):
        bob.send(ann, answer=True)
    assert {each.difference.entity for each in bob.look(first).arrived} == {MOI, BAG}
    bob.accept(first)
    assert {each.difference.what.value for each in ann.look(bob.send(ann, answer=True)).arrived} == {"new"}


def test_how_far_know_how_is_reviewed_is_decided_here(three: Three) -> None:
    ann, bob, _ = three
    tip = Iri(f"{A}Tip")
    said = {
        ann.says(tip, RDF.type, KG.PublishedKnowHow),
        ann.says(tip, RDFS.label, Literal("Tip")),
        ann.says(tip, KG.concerns, MOI),
        ann.says(tip, KG.confidentiality, KG.partner),
    }
    ann.change(said | {ann.says(tip, KG.status, KG.elicited)})
    bob.start(ann.send(bob))
    bob.change(
        {bob.says(tip, KG.status, KG.approved, ann.graph())}, {bob.says(tip, KG.status, KG.elicited, ann.graph())}
    )
    arrival = ann.look(bob.send(ann, answer=True))
    assert arrival.arrived == ()
    part, untyped = Iri(f"{B}.well-known/genid/abc-0-0"), Iri(f"{B}untyped")
    strange = {
        bob.says(Iri(f"{B}m"), KG.concerns, part),
        *material(bob, Iri(f"{B}m"), "m"),
        bob.says(part, RDF.type, KG.PublishedKnowHow),
        bob.says(part, KG.status, KG.approved),
        bob.says(untyped, KG.status, KG.approved),
    }
    ann.accept(bundle_of(bob, ann, strange, sequence=2), despite_gap=True)
    found = list(ann.workspace.reader.quads(Pattern(predicate=KG.status)))
    assert {quad.object for quad in found} == {KG.elicited}
    assert len(found) == 3


def test_nothing_is_taken_away_that_its_sender_was_not_asked_about(three: Three) -> None:
    ann, bob, _ = three
    known = set(ann.workspace.reader.quads(Pattern(BAG)))
    first = bundle_of(bob, ann, {*known, *material(bob, Iri(f"{B}z"), "z")})
    ann.accept(first)
    graph = files_of(bob, first)["graph.nq"]
    key = hashlib.sha256(graph).hexdigest()
    removed = frozenset(items.sealed(key, line) for line in graph.splitlines())
    told = items.written(items.Items((), removed))
    previous = exchanged.received(ann.workspace.reader)[0].digest
    second = bundle_of(bob, ann, material(bob, Iri(f"{B}y"), "y"), items=told, sequence=2, previous=previous)
    arrival = ann.look(second)
    assert {each.difference.entity for each in arrival.arrived} == {Iri(f"{B}z"), Iri(f"{B}y")}
    ann.accept(second)
    assert set(ann.workspace.reader.quads(Pattern(BAG))) == known
    assert ann.values(Iri(f"{B}z"), RDFS.label) == set(), "its own it may take away"


def test_what_is_internal_by_its_kind_is_not_changed(three: Three) -> None:
    ann, bob, _ = three
    tip = Iri(f"{A}Unmarked")
    ann.change({ann.says(tip, RDF.type, KG.PublishedKnowHow), ann.says(tip, RDFS.label, Literal("Unmarked"))})
    bad = bundle_of(bob, ann, {bob.says(tip, RDF.type, KG.Material), bob.says(tip, SKOS.altLabel, Literal("bag"))})
    (arrived,) = ann.look(bad).arrived
    assert "internal here" in arrived.blocked


def test_what_was_refused_is_not_taken_with_the_rest(three: Three) -> None:
    ann, bob, _ = three
    bob.change({bob.says(Iri(f"{B}own"), RDFS.label, Literal("own"))})
    file = ann.send(bob)
    bob.accept(file, {BAG: Decision(accepted=False, reason="not ours")})
    assert set(receiving.everything(bob.look(file))) == {MOI}


def test_ones_own_bundle_is_not_accepted(three: Three) -> None:
    ann, bob, _ = three
    own = ann.send(bob)
    with pytest.raises(BadInput):
        ann.accept(own)


def test_a_document_that_came_without_its_file_is_named(three: Three) -> None:
    ann, bob, _ = three
    document = Iri(f"{A}Doc")
    said = {ann.says(document, RDF.type, KG.Document), ann.says(document, RDFS.label, Literal("Batch record"))}
    digest = Literal(hashlib.sha256(b"x").hexdigest())
    said |= {ann.says(document, KG.confidentiality, KG.partner), ann.says(document, KG.sha256, digest)}
    ann.workspace.attach(b"x", ChangeSet("Attach", added=frozenset(said)), Note(ann.workspace.author, "test"))
    bob.accept(ann.send(bob))
    with pytest.raises(BadInput, match="Batch record"):
        bob.send(ann, answer=True, profile=Profile("files", attachments=True))
    assert "graph.nq" in files_of(ann, bob.send(ann, answer=True))


def test_a_kind_that_keeps_a_thing_here_is_not_taken_away(three: Three) -> None:
    ann, bob, cid = three
    person = Iri(f"{A}Eve")
    is_person = ann.says(person, RDF.type, KG.Person)
    ann.change({is_person, ann.says(person, RDFS.label, Literal("eve-canary"))})
    bob.start(ann.send(bob, profile=Profile("people", people=True)))
    assert bob.values(person, RDF.type) == {KG.Person}
    bob.change({bob.says(person, RDF.type, KG.Material)}, set(bob.workspace.reader.quads(Pattern(person, RDF.type))))
    ann.accept(bob.send(ann, answer=True, profile=Profile("people", people=True)))
    assert KG.Person in ann.values(person, RDF.type)
    assert b"eve-canary" not in files_of(cid, ann.send(cid))["graph.nq"]
