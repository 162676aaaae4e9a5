from __future__ import annotations

from collections.abc import Iterable

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.messages import Because, Reasoned
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, OWL, PREFIXES, RDF, RDFS
from kgapp.services import reasoning
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
OWL_ = PREFIXES["owl"]


class FakeReasoner:
    """Gives one answer and remembers what it was asked."""

    def __init__(self, answer: Reasoned) -> None:
        self._answer = answer
        self.given = b""
        self.explain = False

    def reason(self, chunks: Iterable[bytes], *, explain: bool) -> Reasoned:
        self.given, self.explain = b"".join(chunks), explain
        return self._answer

    def stop(self) -> None:
        """Nothing runs."""


def line(subject: str, predicate: str, value: str) -> str:
    return f"{subject} <{predicate}> {value} ."


def test_a_sound_project_says_so(workspace: Workspace) -> None:
    reasoner = FakeReasoner(Reasoned(True, (), (), (), False, 3, ()))
    found = reasoning.reason(workspace.reader, reasoner)
    assert found.sound
    assert (found.because, found.rules, found.revision_hash, reasoner.explain) == ((), (), "", False)


def test_statements_and_rules_are_said_in_words(workspace: Workspace) -> None:
    person = Quad(Iri(BASE + "EX1"), RDFS.label, Literal("Expert"), Iri(BASE + "graph/main"))
    workspace.commit(ChangeSet("label", frozenset(), frozenset({person})), Note(workspace.author, "test"))
    because = (
        line(f"<{BASE}EX1>", RDF.type, f"<{KG.Person}>"),
        line(f"<{BASE}EX1>", KG.atSite, "_:b9"),
        line(f"<{BASE}EX1>", KG.citation, '"a book"'),
    )
    rules = (
        line(f"<{KG.Person}>", RDF.type, f"<{OWL.Class}>"),
        line(f"<{KG.Person}>", OWL_ + "disjointWith", f"<{KG.Site}>"),
        line(f"<{KG.atSite}>", RDFS.range, f"<{KG.Site}>"),
        line(f"<{KG.citation}>", RDFS.domain, f"<{KG.Document}>"),
        line(f"<{KG.citation}>", RDF.type, f"<{OWL_}FunctionalProperty>"),
        line("_:b1", RDF.type, f"<{OWL_}Restriction>"),
        line("_:b1", OWL_ + "onProperty", f"<{KG.atSite}>"),
    )
    reasoner = FakeReasoner(Reasoned(False, (KG.Person,), because, rules, True, 9, ()))
    found = reasoning.reason(workspace.reader, reasoner, explain=True)
    assert not found.sound
    assert reasoner.explain
    assert b"Expert" in reasoner.given
    assert found.unsatisfiable == ("person",)
    assert found.because == (
        "“Expert” is of the kind “person”.",
        "“Expert” – at site – “a description”.",
        "“Expert” – citation – “a book”.",
    )
    assert found.rules == (
        "Nothing is both “person” and “site”.",
        "The values of “at site” are of the kind “site”.",
        "Only a “document” has “citation”.",
        "“citation” has one value only.",
        "A class limits one of its properties.",
    )
    assert found.revision_hash


def test_a_class_without_members_is_unsound(workspace: Workspace) -> None:
    answer = Reasoned(True, (KG.Person,), (), (), False, 3, ())
    assert not reasoning.reason(workspace.reader, FakeReasoner(answer)).sound


def test_each_class_without_members_and_what_nobody_stated_are_said_in_words(workspace: Workspace) -> None:
    under = line(f"<{KG.Person}>", RDFS.subClassOf, f"<{KG.Site}>")
    disjoint = line(f"<{KG.Person}>", OWL_ + "disjointWith", f"<{KG.Site}>")
    explained = (Because(KG.Person, (under,), (disjoint,), True), Because(KG.Batch, (), (), False))
    answer = Reasoned(
        True, (KG.Person, KG.Batch), (under,), (disjoint,), True, 9, (), explained,
        ((KG.Site, KG.Region),), ((BASE + "P17", KG.Region),), ("More was not looked at.",),
    )  # fmt: skip
    found = reasoning.reason(workspace.reader, FakeReasoner(answer), explain=True)
    first, second = found.explained
    assert (first.name, first.because, first.rules) == (
        "person",
        ("Every “person” is a “site”.",),
        ("Nothing is both “person” and “site”.",),
    )
    assert (second.about, second.because, second.minimal) == (KG.Batch, (), False)
    assert [each.sentence for each in found.wider] == ["Every “site” is a “region”."]
    assert [(each.thing, each.kind) for each in found.kinds] == [(BASE + "P17", KG.Region)]
    assert found.things == ((KG.Person, "person"),)
