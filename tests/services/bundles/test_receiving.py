"""What came in is looked at beside the project, and only what was accepted enters: two companies with real projects."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgapp.domain.bundle import Profile
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound, ReadOnly
from kgapp.domain.history import Note
from kgapp.domain.terms import GENID, Iri, Literal
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services import attachments
from kgapp.services.bundles import answering, arriving, exchanged, looking, points, receiving, visible
from kgapp.services.bundles.arriving import Rows
from kgapp.services.bundles.differences import Choice, Decision
from kgapp.services.bundles.items import Item, Status, Word
from kgapp.services.bundles.rules import written
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace
from tests.services.bundles.companies import A, B, Company, company, pair
from tests.services.bundles.conftest import User
from tests.services.bundles.pairs import open_part, records, unnamed

KEPT = {RDF.type, KG.forFactor, KG.confidentiality}
MOI, BAG, TIP = (Iri(f"{A}{name}") for name in ("MOI", "Bag", "Tip"))


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Company, Company]]:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    with ExitStack() as stack:
        ann, bob = pair(tmp_path, stack)
        ann.change(
            {
                ann.says(MOI, RDF.type, KG.ProcessParameter),
                ann.says(MOI, RDFS.label, Literal("MOI")),
                ann.says(BAG, RDF.type, KG.Material),
                ann.says(BAG, RDFS.label, Literal("Bag")),
                ann.says(TIP, RDF.type, KG.PublishedKnowHow),
                ann.says(TIP, RDFS.label, Literal("Tip")),
                ann.says(TIP, KG.status, KG.approved),
                ann.says(TIP, KG.concerns, MOI),
                ann.says(TIP, KG.confidentiality, KG.partner),
            }
        )
        yield ann, bob


Both = tuple[Company, Company]


@pytest.mark.parametrize("seed", range(12))
def test_a_project_started_from_a_bundle_shows_what_was_visible(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    with ExitStack() as stack:
        ann, bob = pair(tmp_path, stack)
        record, _, canaries = records(seed)
        ann.change({quad for _, added in record.steps for quad in added})
        bob.start(ann.send(bob))
        sent = ann.visible()
        there = [line.replace(f"{B}{GENID}".encode(), f"{A}{GENID}".encode()) for line in bob.visible(ann.graph())]
        assert sorted(there) == sent
        assert not any(word.encode() in line for word in canaries for line in there)
        answer = bob.send(ann, answer=True)
        assert ann.look(answer).arrived == (), "an answer that changes nothing is no difference"


@pytest.mark.parametrize("seed", range(8))
def test_whatever_they_change_is_the_same_on_both_sides_after_it_was_accepted(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    dice = random.Random(seed)
    with ExitStack() as stack:
        ann, bob = pair(tmp_path, stack)
        shown, things = open_part(dice)
        nodes = unnamed(dice, things, f"https://e.org/p/{GENID}file")
        ann.change({*shown, *nodes})
        bob.start(ann.send(bob))
        here = sorted(bob.workspace.reader.quads(Pattern(graph=ann.graph())), key=str)
        gone = {quad for quad in dice.sample(here, len(here) // 4) if quad.predicate not in KEPT}
        told = {bob.says(quad.subject, RDFS.comment, Literal("new")) for quad in dice.sample(here, 3)}
        bob.change(told | {bob.says(Iri(f"{B}own"), RDFS.label, Literal("own"))}, gone)
        with_notes = Profile("partner", notes=True)
        answer = bob.send(ann, answer=True, profile=with_notes)
        arrival = ann.accept(answer)
        assert not any(each.difference.conflicts for each in arrival.arrived)
        assert _seen(ann, bob, with_notes) == _seen(bob, ann, with_notes)
        assert ann.look(answer).arrived == ()


def _seen(one: Company, other: Company, profile: Profile) -> set[bytes]:
    """What a company may show, whoever said it, under the same names."""
    with one.workspace.reader.snapshot() as snapshot:
        seen = visible.of(list(snapshot.chunks), one.base, replace(profile, graphs=(other.graph(),)))
    return {
        line.replace(B.encode() + GENID.encode(), A.encode() + GENID.encode()).rpartition(b" <")[0]
        for line in seen.lines
    }


def test_a_correction_stands_where_the_thing_stands_and_what_is_new_with_who_said_it(both: Both) -> None:
    ann, bob = both
    bob.start(ann.send(bob))
    new = Iri(f"{B}New")
    bob.change(
        {bob.says(MOI, RDFS.label, Literal("Multiplicity")), bob.says(new, RDFS.label, Literal("New"))},
        {ann.says(MOI, RDFS.label, Literal("MOI"))},
    )
    arrival = ann.accept(bob.send(ann, answer=True))
    assert [each.difference.what.value for each in arrival.arrived] == ["changed", "new"]
    assert ann.values(MOI, RDFS.label) == {"Multiplicity"}
    graphs = {quad.graph for quad in ann.workspace.reader.quads(Pattern(MOI))}
    assert graphs == {ann.graph()}, "so the next bundle to somebody else holds the correction"
    assert {quad.graph for quad in ann.workspace.reader.quads(Pattern(new))} == {bob.graph()}
    head = ann.workspace.reader.head()
    assert head is not None
    assert head.note.source_digest == arrival.sha256
    assert "key confirmed on" in head.note.why
    (record,) = exchanged.received(ann.workspace.reader)
    assert (record.sender, record.sequence, record.refused, record.undecided) == ("Leiden", 1, (), ())
    assert exchanged.kept(ann.user.exchange, ann.workspace.reader, record.sha256).manifest.sequence == 1


def test_what_was_taken_away_is_said_and_what_became_confidential_is_not(both: Both) -> None:
    ann, bob = both
    bob.start(ann.send(bob))
    ann.change({ann.says(TIP, KG.confidentiality, KG.internal)}, {ann.says(TIP, KG.confidentiality, KG.partner)})
    ann.change(set(), set(ann.workspace.reader.quads(Pattern(BAG))))
    arrival = bob.accept(ann.send(bob))
    assert [each.name for each in arrival.arrived] == ["Bag"]
    assert [each.difference.what.value for each in arrival.arrived] == ["removed"]
    assert bob.values(BAG, RDFS.label) == set()
    assert bob.values(TIP, RDFS.label) == {"Tip"}


def test_what_nobody_decided_about_comes_again_and_what_was_refused_does_not(both: Both) -> None:
    ann, bob = both
    bob.change({bob.says(Iri(f"{B}x"), RDFS.label, Literal("x"))})
    refuse = {BAG: Decision(accepted=False, reason="not ours")}
    file = ann.send(bob)
    bob.accept(file, {MOI: Decision(accepted=True), **refuse})
    assert [each.name for each in bob.look(file).arrived] == ["Bag", "Tip"], "the same bundle can be decided on further"
    ann.change({ann.says(MOI, RDFS.label, Literal("MOI"))})
    later = bob.look(ann.send(bob))
    assert [each.name for each in later.arrived] == ["Tip"]
    assert later.arrived[0].draft
    talk = points.with_partner(bob.workspace.reader, "innovator")
    assert [(each.entity, each.here) for each in talk.points] == [(BAG, Word(Status.REFUSED, "not ours"))]
    back = ann.look(bob.send(ann, answer=True))
    assert [(item.entity, item.sender.comment) for item in back.items.items] == [(BAG, "not ours")]
    assert [each.name for each in back.arrived] == ["x"], "a refusal takes nothing away"


def test_know_how_comes_in_as_a_draft_and_a_draft_there_is_none_here(both: Both) -> None:
    ann, bob = both
    bob.accept(ann.send(bob))
    assert bob.values(TIP, KG.status) == {KG.elicited}
    assert ann.look(bob.send(ann, answer=True)).arrived == ()
    bob.change({bob.says(TIP, KG.status, KG.retired)}, set(bob.workspace.reader.quads(Pattern(TIP, KG.status))))
    (found,) = ann.look(bob.send(ann, answer=True)).arrived
    assert found.name == "Tip"
    assert "retired" in found.sentences[0]


def test_who_may_see_what_is_decided_here(both: Both) -> None:
    ann, bob = both
    bob.start(ann.send(bob))
    bob.change({bob.says(MOI, KG.confidentiality, KG.public), bob.says(BAG, RDFS.label, Literal("Big bag"))})
    ann.change({ann.says(BAG, KG.confidentiality, KG.internal)})
    answer = bob.send(ann, answer=True)
    (bag,) = ann.look(answer).arrived
    assert "internal or personal" in bag.blocked
    with pytest.raises(BadInput, match="cannot be accepted"):
        ann.accept(answer, {BAG: Decision(accepted=True)})
    bob.change({bob.says(MOI, RDFS.label, Literal("Multiplicity"))})
    moi = next(each for each in ann.look(bob.send(ann, answer=True)).arrived if each.name == "MOI")
    assert "not taken over" in moi.notes[0]


def test_both_changed_waits_for_a_choice_in_real_projects(both: Both) -> None:
    ann, bob = both
    bob.start(ann.send(bob))
    old = ann.says(MOI, RDFS.label, Literal("MOI"))
    for side, text in ((ann, "ours"), (bob, "theirs")):
        side.change({side.says(MOI, RDFS.label, Literal(text))}, {old})
    answer = bob.send(ann, answer=True)
    arrival = ann.look(answer)
    assert receiving.everything(arrival) == {}
    ann.accept(answer, {MOI: Decision(accepted=True, choices={(MOI, RDFS.label): Choice.THEIRS})})
    assert ann.values(MOI, RDFS.label) == {"theirs"}


def test_nothing_is_accepted_that_changed_meanwhile_or_is_not_there(both: Both) -> None:
    ann, bob = both
    file = ann.send(bob)
    arrival = bob.look(file)
    tools = bob.workspace, bob.user.checker, file, arrival
    with pytest.raises(BadInput, match="changes nothing about"):
        receiving.accept(*tools, {Iri(f"{A}Nothing"): Decision(accepted=True)}, "why")
    with pytest.raises(BadInput, match="not said why"):
        receiving.accept(*tools, {MOI: Decision(accepted=False)}, "why")
    bob.change({bob.says(Iri(f"{B}x"), RDFS.label, Literal("x"))})
    with pytest.raises(BadInput, match="project changed"):
        receiving.accept(*tools, receiving.everything(arrival), "why")
    arrival = bob.look(file)
    file.write_bytes(ann.send(bob).read_bytes())
    with pytest.raises(BadInput, match="changed since"):
        receiving.accept(bob.workspace, bob.user.checker, file, arrival, receiving.everything(arrival), "why")
    assert bob.values(MOI, RDFS.label) == set()
    shut = Workspace(bob.workspace.reader, None, bob.workspace.engine, bob.workspace.author, read_only_because="Shut.")
    with pytest.raises(ReadOnly, match="Shut"):
        receiving.accept(shut, bob.user.checker, file, bob.look(file), {}, "why")


def test_an_altered_bundle_or_an_answer_to_another_project_is_not_looked_at(both: Both, tmp_path: Path) -> None:
    ann, bob = both
    file = ann.send(bob)
    bob.accept(file)
    answer = bob.send(ann, answer=True)
    other = company(tmp_path, "Other", "Innovator", Iri("https://e.org/q/"))
    try:
        with pytest.raises(BadInput, match="not made in this project"):
            looking.look(other.workspace.reader, ann.user.checker, answer)
    finally:
        other.workspace.close()
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    with pytest.raises(BadInput, match="ltered"):
        bob.look(file)
    with pytest.raises(BadInput, match="came from Innovator"):
        answering.before(
            bob.user.exchange, bob.workspace.reader, "Third", answering.newest(bob.workspace.reader, "innovator"), ""
        )
    with pytest.raises(BadInput, match="not accepted"):
        answering.before(bob.user.exchange, bob.workspace.reader, "Innovator", "f" * 64, "")
    with pytest.raises(NotFound, match="none to answer"):
        answering.newest(bob.workspace.reader, "Third")


def test_attached_files_come_along_with_what_is_accepted(both: Both) -> None:
    ann, bob = both
    document = Iri(f"{A}Doc")
    ann.workspace.attach(
        b"content of the file",
        ChangeSet(
            "attach",
            added=frozenset(
                {
                    ann.says(document, RDF.type, KG.Document),
                    ann.says(document, KG.confidentiality, KG.partner),
                    ann.says(document, KG.sha256, Literal(_digest(b"content of the file"))),
                    ann.says(MOI, KG.attachment, document),
                }
            ),
        ),
        Note(ann.workspace.author, "test"),
    )
    bob.accept(ann.send(bob, profile=Profile("partner", attachments=True)))
    assert attachments.content(bob.workspace.reader, _digest(b"content of the file")) == b"content of the file"


def _digest(content: bytes) -> str:
    import hashlib

    return hashlib.sha256(content).hexdigest()


def test_how_a_side_works_and_what_it_asks_never_comes_in() -> None:
    said = said_with_base()
    lines = [
        _line(f"{A}rule", RDF.type, KG.PropagationRule, f"{A}graph/main"),
        _line(f"{A}question", RDF.type, KG.Question, f"{A}graph/main"),
        _line(f"{A}question", RDFS.label, KG.public, f"{A}graph/main"),
        _line(f"{A}x", RDFS.label, KG.public, f"{B}graph/rules"),
        _line(KG.Material, RDFS.subClassOf, KG.Person, f"{A}graph/main"),
        _line(f"{A}good", RDF.type, KG.Material, f"{A}graph/main"),
    ]
    incoming = arriving.of(Rows(said, (), lines, frozenset(), None), (), B)
    assert [each.entity for each in incoming.differences] == [f"{A}good"]
    assert len(incoming.left_out) == 3
    here = [_line(f"{A}good", RDF.type, KG.Verdict, f"{B}graph/assessments")]
    incoming = arriving.of(Rows(said, (), lines, frozenset(), None), here, B)
    assert "record of decisions" in incoming.blocked[Iri(f"{A}good")]


def said_with_base() -> Any:
    """A manifest of which only the base is asked."""

    @dataclass
    class Said:
        base: Iri = A

    return Said()


def _line(subject: str, predicate: Iri, value: Iri, graph: str) -> bytes:
    return visible.line((written(Iri(subject)), written(predicate), written(value), written(Iri(graph))))


def test_points_are_kept_by_partner_and_settled_when_nothing_is_open(both: Both) -> None:
    ann, _ = both
    workspace = ann.workspace
    points.say(workspace, "Leiden", {MOI: Word(Status.OPEN, "What is it?")})
    points.say(workspace, "LEIDEN ", {MOI: Word(Status.DONE)})
    points.say(workspace, "Utrecht", {BAG: Word()})
    assert [talk.partner for talk in points.every(workspace.reader)] == ["LEIDEN ", "Utrecht"]
    (talk, _) = points.every(workspace.reader)
    assert [each.entity for each in talk.open] == [MOI], "the other side did not say that it is done"
    assert points.items_for(points.with_partner(workspace.reader, "leiden"), {BAG}) == (), (
        "what they may not know of stays"
    )
    with pytest.raises(BadInput, match="The comment has"):
        points.say(workspace, "Leiden", {MOI: Word(Status.OPEN, "x" * 5_000)})
    workspace.keep_view("broken", points.KIND, "{")
    with pytest.raises(BadInput, match="cannot be read"):
        points.every(workspace.reader)
    workspace.keep_view("f" * 64, exchanged.RECEIVED, "[]")
    with pytest.raises(BadInput, match="cannot be read"):
        exchanged.received(workspace.reader)


def test_a_project_is_started_only_from_a_verified_bundle_and_with_other_addresses(both: Both, bob: User) -> None:
    ann, leiden = both
    file = ann.send(leiden)
    with pytest.raises(BadInput, match="No project was made"):
        receiving.check_startable(bob.checker, file, B)
    with pytest.raises(BadInput, match="of the sender's"):
        receiving.check_startable(leiden.user.checker, file, A)
    receiving.check_startable(leiden.user.checker, file, B)


@settings(max_examples=30)
@given(st.lists(st.binary(max_size=12).map(lambda one: one.replace(b"\r", b"")), max_size=5))
def test_pieces_become_whole_lines(pieces: list[bytes]) -> None:
    found = list(exchanged.lines(pieces))
    assert b"".join(found) == b"".join(pieces)
    assert all(one.endswith(b"\n") for one in found[:-1] if one)


def test_an_answer_of_comments_alone_is_received(both: Both) -> None:
    ann, bob = both
    bob.start(ann.send(bob))
    points.say(bob.workspace, "Innovator", {MOI: Word(Status.AGREED, "We know it")})
    answer = bob.send(ann, answer=True)
    arrival = ann.look(answer)
    assert (arrival.arrived, arrival.received) == ((), False)
    ann.accept(answer)
    assert points.with_partner(ann.workspace.reader, "Leiden").points[0].there == Word(Status.AGREED, "We know it")
    assert ann.look(answer).received
    assert answering.newest(ann.workspace.reader, "Leiden") == arrival.checked.digest, "it can be answered"


def test_comments_about_what_the_bundle_does_not_hold_are_left_out(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    ann, bob = both
    bob.start(ann.send(bob))
    strange = Iri(f"{A}never-sent")
    said = {MOI: Word(Status.OPEN, "Which?"), strange: Word(Status.OPEN, "Tell us")}
    points.say(bob.workspace, "Innovator", said)
    monkeypatch.setattr(
        points, "items_for", lambda *_: tuple(Item(entity, word) for entity, word in said.items())
    )  # a program that says more than kgapp would
    arrival = ann.look(bob.send(ann, answer=True))
    assert [each.entity for each in arrival.items.items] == [MOI]
    assert any("1 comments about things" in each for each in arrival.left_out)


def test_a_bundle_of_very_many_things_is_received_in_part(both: Both) -> None:
    ann, bob = both
    many = [Iri(f"{A}{'thing-with-a-rather-long-name-' * 4}{at}") for at in range(9_000)]
    ann.change({ann.says(each, RDFS.label, Literal(each[-12:])) for each in many})
    file = ann.send(bob)
    bob.accept(file, {MOI: Decision(accepted=True)})
    (record,) = exchanged.received(bob.workspace.reader)
    assert len(record.undecided) == len(many) + 2
    assert sum(map(len, record.undecided)) > 1_000_000, "more than a view holds"
    answer = bob.send(ann, answer=True)
    assert ann.look(answer).arrived == (), "what nobody decided about was not taken away"


def test_what_is_new_is_never_put_among_what_this_side_said(both: Both) -> None:
    ann, bob = both
    bob.start(ann.send(bob))
    new = Iri(f"{B}new")
    bob.change(
        {
            bob.says(new, RDF.type, KG.Material, ann.graph()),
            bob.says(new, RDFS.label, Literal("New"), ann.graph()),
            bob.says(BAG, KG.partNumber, Literal("x"), ann.graph()),
        }
    )
    ann.accept(bob.send(ann, answer=True))
    (said,) = ann.workspace.reader.quads(Pattern(new, RDFS.label))
    assert said.graph == bob.graph(), "a graph of the partner's"
    (more,) = ann.workspace.reader.quads(Pattern(BAG, KG.partNumber))
    assert more.graph == bob.graph(), "what is said newly about a thing here is the partner's, too"
    (old,) = bob.workspace.reader.quads(Pattern(BAG, RDFS.label))
    bob.change({bob.says(BAG, RDFS.label, Literal("Sack"), bob.graph())}, {old})
    ann.accept(bob.send(ann, answer=True))
    (corrected,) = ann.workspace.reader.quads(Pattern(BAG, RDFS.label))
    assert (corrected.object, corrected.graph) == (Literal("Sack"), ann.graph()), (
        "a correction stands where the thing stands"
    )
