"""How often a rule matches: counted as the impact would follow it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from kgapp.domain.answers import Table
from kgapp.domain.errors import QueryTimeout
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import Hop
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, OWL
from kgapp.services import rules_counts
from kgapp.services.ports import ProjectMeta, RecordReader, SparqlSource

WAY = (Hop(KG.hasFactor, inverse=True), Hop(KG.precedes))
BY_NAME = {rule.name: rule for rule in RULE_BOOK.rules}
WORLD = """
demo:P a kg:ProcessParameter ; rdfs:label "MOI" . demo:Q a kg:QualityAttribute ; rdfs:label "copy {from} number" .
demo:I a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q . demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q .
demo:K a kg:Influence ; kg:hasCause demo:Own ; kg:hasEffect demo:Q . demo:L a kg:Influence ; kg:hasCause demo:Person ; kg:hasEffect demo:Q .
demo:Person a kg:Person . demo:Own a demo:OwnClass .
"""


class Names:
    """A record that only knows what things are called."""

    def labels(self, iris: Iterable[Iri]) -> dict[Iri, str]:
        return {
            each: {"P": "MOI", "Q": "copy {from} number"}.get(each[-1], "a person or what has a class of its own")
            for each in iris
        }

    def meta(self) -> ProjectMeta:
        return ProjectMeta(Path("a"), "", Iri("https://e.org/"), ())


READER = cast("RecordReader", Names())


def test_links_are_counted_between_the_classes_of_a_rule_and_what_has_none_that_is_known(graph: Any) -> None:
    source = graph(WORLD)
    assert rules_counts.count(source, BY_NAME["influenceOnAttribute"]) == 3, "a person is no factor"
    assert rules_counts.count(source, BY_NAME["influenceOnFactor"]) == 0
    assert rules_counts.example(source, READER, BY_NAME["influenceOnFactor"]) is None
    assert rules_counts.count(source, BY_NAME["flowOn"]) == 0, "also of a set that is off"


def test_a_path_of_several_properties_is_found_from_both_ends(graph: Any) -> None:
    source = graph(
        "demo:U a kg:UnitOperation ; kg:hasFactor demo:P ; kg:precedes demo:V . demo:V a kg:UnitOperation ; kg:precedes demo:U . "
        "demo:P a kg:HoldTime . demo:Z kg:hasFactor demo:W ; kg:precedes demo:V ."
    )
    assert rules_counts.count(source, BY_NAME["flowFromFactor"]) == 1
    assert rules_counts.count(source, BY_NAME["flowOn"]) == 3, "steps in a circle, and one without a class"
    found = rules_counts.example(source, READER, BY_NAME["flowFromFactor"])
    assert found is not None
    assert (found.source[-1], found.target[-1]) == ("P", "V")
    third = replace(BY_NAME["flowFromFactor"], way=(*WAY, Hop(KG.precedes)), to_class=OWL.Thing)
    assert rules_counts.count(source, third) == 1


def test_an_example_is_a_sentence_with_the_names_as_they_are(graph: Any) -> None:
    found = rules_counts.example(graph(WORLD.replace("demo:K", "demo:I")), READER, BY_NAME["influenceOnAttribute"])
    assert found is not None
    assert found.target.endswith("Q")
    assert "bears on copy {from} number (" in found.sentence
    assert KG.Influence not in found.sentence


class Slow:
    """A source that never answers in time."""

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        raise QueryTimeout("Stopped at its limit.")


def test_what_takes_too_long_to_count_is_not_none() -> None:
    source = cast("SparqlSource", Slow())
    assert rules_counts.count(source, BY_NAME["flowOn"]) is None
    assert rules_counts.example(source, READER, BY_NAME["flowOn"]) is None
