"""Rules of a project in an impact: circles end, a rule from a class to itself leads on, hostile words stay words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kgapp.domain.grades import Grade
from kgapp.domain.impact import ChangeKind, ImpactReport
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import Group, Hop, Kind, Rule
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, OWL
from kgapp.services.impact import assess

DEMO = "https://w3id.org/kgapp/demo/"
NEXT = Iri(DEMO + "next")
CIRCLE = "".join(
    f'demo:P{at} a kg:ProcessParameter ; rdfs:label "P{at}" ; <{NEXT}> demo:P{(at + 1) % 5} , demo:P{at} . '
    for at in range(5)
)


def own(label: str, *hops: Hop, sentence: str = "{to} follows {from}.") -> Rule:
    return Rule(
        Iri(DEMO + label),
        Group.CAUSAL,
        label,
        KG.Factor,
        KG.Factor,
        hops,
        frozenset({Kind.PRODUCT}),
        Kind.PRODUCT,
        Grade.MEDIUM,
        crosses_sites=True,
        sentence=sentence,
    )


def report(source: Any, *rules: Rule) -> ImpactReport:
    book = replace(RULE_BOOK, rules=(*RULE_BOOK.rules, *rules))
    question = assess.Question(Iri(DEMO + "P0"), ChangeKind.REMOVAL, details=True)
    return assess.report(source, question, revision_hash="", book=book)


def test_rules_in_a_circle_and_from_a_class_to_itself_end_and_reach_each_thing_once(graph: Any) -> None:
    there, back = own("there", Hop(NEXT)), own("back", Hop(NEXT, inverse=True))
    anything = replace(own("anything", Hop(NEXT), Hop(NEXT, inverse=True)), from_class=OWL.Thing, to_class=OWL.Thing)
    made = report(graph(CIRCLE), there, back, anything)
    reached = [item.iri for item in made.items if item.iri.startswith(DEMO + "P")]
    assert sorted(reached) == [f"{DEMO}P{at}" for at in range(1, 5)]
    for item in made.items:
        met = [step.source for step in item.path]
        assert len(met) == len(set(met)), "a path meets no thing twice"
        assert item.high is None or item.high <= Grade.MEDIUM


def test_labels_and_sentences_are_words_whatever_they_hold(graph: Any) -> None:
    hostile = "{to} {from} {verb} {{x}} %s <b>"
    source = graph(CIRCLE.replace('"P0"', f'"{hostile}"').replace('"P1"', f'"{"y" * 100_000}"'))
    made = report(source, own("there", Hop(NEXT), sentence="{from} → {to} {unknown}"))
    step = next(item for item in made.items if item.iri == DEMO + "P1").path[0]
    assert step.sentence.startswith(f"{hostile} → yyy")
    assert step.sentence.endswith(" {unknown}")


def test_a_rule_of_the_project_makes_another_digest(graph: Any) -> None:
    assert report(graph(CIRCLE)).rules_hash != report(graph(CIRCLE), own("there", Hop(NEXT))).rules_hash
