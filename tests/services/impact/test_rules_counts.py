"""How often a rule matches: counted as the impact would follow it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from kgapp.domain.answers import Table
from kgapp.domain.errors import QueryTimeout
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import rules_counts
from kgapp.services.ports import ProjectMeta, RecordReader, SparqlSource

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
