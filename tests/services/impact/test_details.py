"""One item that is opened: its further paths, and how few statements it rests on."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from kgapp.domain.impact import ChangeKind, SmallestSize
from kgapp.domain.terms import Iri
from kgapp.services.impact import assess
from kgapp.services.workspace import Workspace
from tests.services.sites.conftest import reader_of

DEMO = "https://w3id.org/kgapp/demo/"
WORLD = """demo:LEI a kg:Site ; rdfs:label "Leiden" .
demo:P a kg:ProcessParameter ; rdfs:label "MOI" . demo:R a kg:ProcessParameter ; rdfs:label "density" .
demo:Q a kg:QualityAttribute ; rdfs:label "copy number" .
demo:I1 a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q ; kg:strength kg:high ; kg:evidenceLevel kg:opinion .
demo:I2 a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q ; kg:strength kg:high ; kg:evidenceLevel kg:smallScale .
demo:I3 a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:R ; kg:strength kg:high ; kg:evidenceLevel kg:smallScale .
demo:I4 a kg:Influence ; kg:hasCause demo:R ; kg:hasEffect demo:Q ; kg:strength kg:high ; kg:evidenceLevel kg:smallScale .
"""


def workspace(graph: Any) -> Workspace:
    return cast("Workspace", SimpleNamespace(engine=graph(WORLD), reader=reader_of("")))


QUESTION = assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE)


def test_an_opened_item_shows_further_paths_and_the_smallest_set(graph: Any) -> None:
    item = assess.details_of(workspace(graph), QUESTION, Iri(f"{DEMO}Q"), None)
    assert item is not None
    assert item.disjoint_paths == 3
    assert [len(path) for path in item.others] == [1, 2]
    assert {step.via for path in item.others for step in path}.isdisjoint({step.via for step in item.path})
    assert item.smallest_set is not None
    assert item.smallest_set.size is SmallestSize.THREE


def test_the_report_of_the_same_question_leaves_the_larger_sets_open(graph: Any) -> None:
    made = assess.of_workspace(workspace(graph), QUESTION)
    item = next(each for each in made.items if each.label == "copy number")
    assert (item.disjoint_paths, item.smallest_set, item.others) == (None, None, ())


def test_what_is_not_reached_has_no_details(graph: Any) -> None:
    assert assess.details_of(workspace(graph), QUESTION, Iri(f"{DEMO}LEI"), None) is None
    assert assess.details_of(workspace(graph), QUESTION, Iri(f"{DEMO}Q"), Iri(f"{DEMO}LEI")) is None
