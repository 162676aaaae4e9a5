"""What a report says of a change that cannot be, of an empty graph, of large ones; and its JSON contract."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kgapp.domain.errors import BadInput, IncompleteAnswer, NotFound
from kgapp.domain.impact import ChangeKind, Effect, ImpactReport
from kgapp.domain.terms import Iri
from kgapp.services.impact import assess, contract, summary
from kgapp.services.impact.asking import Asking, Branch, batches

DEMO = "https://w3id.org/kgapp/demo/"
WORLD = """
demo:LEI a kg:Site ; rdfs:label "Leiden" . demo:BOS a kg:Site ; rdfs:label "Boston" .
demo:P a kg:ProcessParameter ; rdfs:label "MOI" ; kg:unit kg:TU-PER-CELL .
demo:U a kg:ProcessParameter ; rdfs:label "no unit" .
demo:C a kg:MaterialChoice ; rdfs:label "enhancer" .
demo:H a kg:HoldTime ; rdfs:label "rest" ; kg:unit unit:HR .
demo:A a kg:QualityAttribute ; rdfs:label "copy number"@en , "Kopienzahl"@de .
demo:Z a kg:QualityAttribute ; rdfs:label "sterility" .
demo:I a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:A ; kg:evidenceLevel kg:opinion .
demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Z ; kg:strength kg:none ; kg:evidenceLevel kg:smallScale .
demo:K a kg:Influence ; kg:hasCause demo:U ; kg:hasEffect demo:A ; kg:strength kg:high ; kg:status kg:rejected .
demo:X a kg:Person ; rdfs:label "Somebody" ; kg:worksAt demo:BOS .
demo:S a kg:SiteSetting ; rdfs:label "MOI at Leiden" ; kg:forFactor demo:P ; kg:atSite demo:LEI .
demo:B a kg:Batch ; rdfs:label "batch 7" ; kg:atSite demo:LEI .
"""


def report(graph: Any, entity: str = "P", kind: str = "value", world: str = WORLD, **more: Any) -> ImpactReport:
    question = assess.Question(Iri(f"{DEMO}{entity}"), ChangeKind(kind), **more)
    return assess.report(graph(world), question, revision_hash="abc")


@pytest.mark.parametrize(
    ("entity", "kind", "more", "sentence"),
    [
        ("X", "value", {}, "cannot be about Somebody, which is a person"),
        ("P", "departure", {}, "cannot be about MOI"),
        ("P", "value", {"new": "five"}, "“five” is not a number"),
        ("P", "value", {"new": "5 min"}, "is in min, but MOI is in TU/cell"),
        ("U", "value", {"new": "5 min"}, "no recorded unit"),
        ("P", "range", {"new": "5"}, "“5” is not a range"),
        ("P", "range", {"new": "12-3"}, "ends below its start"),
        ("P", "range", {"new": "3-12 h"}, "is in h, but MOI"),
        ("P", "value", {"site": Iri(f"{DEMO}A")}, "is not a site of this project"),
        ("P", "value", {"site": Iri(f"{DEMO}nowhere")}, "is not a site of this project"),
        ("S", "value", {"site": Iri(f"{DEMO}BOS")}, "does not belong to Boston"),
        ("P", "value", {"effective": "tomorrow"}, "is not a date"),
        ("P", "excursion", {"duration": "30"}, "is not a duration"),
        ("P", "excursion", {"duration": "30 °C"}, "is not a duration"),
    ],
)
def test_a_change_that_cannot_be_is_refused_with_a_sentence(
    graph: Any, entity: str, kind: str, more: Any, sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence) as refused:
        report(graph, entity, kind, **more)
    assert refused.value.hint


def test_an_empty_graph_and_an_unknown_entity_are_said(graph: Any) -> None:
    with pytest.raises(NotFound, match="says nothing about P"):
        report(graph, world="")
    with pytest.raises(NotFound):
        report(graph, "nothing")


def test_what_nothing_leads_on_from_is_unknown_and_never_no_impact(graph: Any) -> None:
    made = report(graph, "U")
    assert made.items == ()
    assert "never “no impact”" in made.notes[0]


def test_units_that_convert_are_accepted_and_words_stay_words(graph: Any) -> None:
    assert str(report(graph, "H", "timing", old="2", new="960 min").change.new) == "960 min"
    assert report(graph, "C", "value", new="polybrene").change.new == "polybrene"
    assert report(graph, "P", "replacement", old="this", new="that").change.old == "this"
    assert "No unit is recorded for no unit" in " ".join(report(graph, "U", new="3").notes)


def test_an_excursion_names_batch_and_duration(graph: Any) -> None:
    made = report(graph, "P", "excursion", new="9", batch=Iri(f"{DEMO}B"), duration="30 h", effective="2026-11-30")
    assert made.change.batch is not None
    assert "Batch 7 needs a disposition" in " ".join(made.notes)
    assert (str(made.change.duration), made.change.effective) == ("30 h", "2026-11-30")


def test_assessed_without_effect_is_not_followed_and_counts_as_assessed(graph: Any) -> None:
    made = report(graph)
    assert {item.label for item in made.items if item.effect is Effect.AFFECTED} == {"copy number"}
    total = made.coverage.total
    assert (total.with_effect, total.without_effect, total.not_assessed) == (0, 1, 1)
    assert [each.label for each in made.not_covered[0].attributes] == ["copy number"], (
        "a strength nobody recorded is not assessed"
    )


def test_a_rejected_judgement_is_not_followed(graph: Any) -> None:
    assert report(graph, "U").items == ()


def test_a_settings_change_is_a_change_of_its_factor_at_its_site(graph: Any) -> None:
    made = report(graph, "S", new="5")
    assert {item.site.label for item in made.items if item.site} == {"Leiden"}
    assert {"MOI", "copy number"} <= {item.label for item in made.items}


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ({"old": "3", "new": "5", "site": Iri(f"{DEMO}LEI")}, "MOI at Leiden: 3 → 5 TU/cell"),
        ({"new": "5"}, "MOI: value to 5 TU/cell"),
        ({}, "MOI: value"),
        ({"kind": "range", "old": "2-4", "new": "3-12"}, "MOI: 2–4 → 3–12 TU/cell"),
        ({"kind": "replacement", "old": "this", "new": "that"}, "MOI: this → that"),
    ],
)
def test_the_title_is_the_change_in_one_line(graph: Any, more: Any, title: str) -> None:
    assert summary.title(report(graph, **more).change) == title


ITEM = [
    "iri",
    "label",
    "class",
    "group",
    "site",
    "grade_low",
    "grade_high",
    "held_grade_high",
    "held_by",
    "severity",
    "detected_by",
    "best",
    "evidence",
    "hops",
    "path",
    "disjoint_paths",
    "load_bearing",
    "smallest_set",
    "decided_by",
    "opposing",
    "effect",
]
STEP = ["id", "from", "rule", "via", "to", "kind_in", "kind_out", "strength", "evidence", "sentence", "quads"]


@pytest.mark.parametrize("details", [False, True])
def test_the_json_has_exactly_the_keys_of_the_contract(graph: Any, details: bool) -> None:
    made = contract.to_json(report(graph, old="3", new="5", site=Iri(f"{DEMO}LEI"), details=details))
    assert list(made) == [
        "format",
        "complete",
        "change",
        "revision_hash",
        "rules_hash",
        "graph_hash",
        "items",
        "coverage",
        "not_covered",
        "also",
        "switched_off",
    ]
    assert (made["also"], made["switched_off"], made["change"]["new_thing"]) == (None, None, None)
    assert (made["format"], made["complete"], made["revision_hash"]) == ("kgapp-impact/1", True, "abc")
    for item in made["items"]:
        assert list(item) == ITEM
        assert all(list(step) == STEP for step in item["path"])
        assert (item["grade_high"] is None) == (item["effect"] != "affected")
        assert (item["disjoint_paths"] is None) != details
    assert json.loads(json.dumps(made)) == made
    affected = next(item for item in made["items"] if item["effect"] == "affected")
    assert (affected["grade_low"], affected["grade_high"], affected["decided_by"]) == (
        "none",
        "high",
        [affected["path"][0]["id"]],
    )
    assert affected["smallest_set"]["size"] == 1
    assert affected["path"][0]["quads"][0].endswith("<https://w3id.org/kgapp/demo/graph/main> .")


def test_ids_of_links_are_the_same_in_every_report(graph: Any) -> None:
    one, other = report(graph), report(graph, old="3", new="5")
    assert [step.id for step in one.items[0].path] == [step.id for step in other.items[0].path]


def wide(width: int) -> str:
    """A factor that bears on many factors, each of which bears on one attribute."""
    lines = ["demo:P a kg:ProcessParameter . demo:A a kg:QualityAttribute ."]
    for number in range(width):
        lines.append(
            f"demo:F{number} a kg:ProcessParameter . demo:I{number} a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:F{number} ."
        )
        lines.append(f"demo:J{number} a kg:Influence ; kg:hasCause demo:F{number} ; kg:hasEffect demo:A .")
    return "\n".join(lines)


@pytest.mark.parametrize("may_cut", [False, True])
def test_a_report_asks_at_most_twice_a_batch_and_three_times_more(graph: Any, may_cut: bool) -> None:
    source = graph(wide(450))
    question = assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE)
    made = assess.report(source, question, revision_hash="", may_cut=may_cut)
    found = [sum(item.hops == hop for item in made.items) for hop in (1, 2)]
    assert found == [450, 1]
    batches_summed = 1 + sum(-(-number // 200) for number in found)
    assert made.requests == len(source.queries)
    assert made.requests <= 2 * batches_summed + 3
    for query in source.queries:
        assert (
            max(block.count("<https://w3id.org/kgapp/demo/") for block in query.split("VALUES ?a {")[1:] or [""]) <= 202
        )


def test_a_cut_answer_is_split_until_it_is_whole(graph: Any) -> None:
    source = graph(wide(120))
    question = assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE)
    whole = assess.report(source, question, revision_hash="")
    source.most_rows = 100
    with pytest.raises(IncompleteAnswer):
        assess.report(source, question, revision_hash="", may_cut=True)
    source.says_so = True
    with pytest.raises(IncompleteAnswer):
        assess.report(source, question, revision_hash="", may_cut=True)
    for says_so in (True, False):
        source.most_rows, source.says_so = 130, says_so
        assert assess.report(source, question, revision_hash="", may_cut=True).items == whole.items


def test_one_pattern_about_many_is_halved_until_each_answer_is_whole(graph: Any) -> None:
    source = graph(wide(60))
    source.most_rows = 20
    asking = Asking(source, may_cut=True)
    about = tuple(Iri(f"{DEMO}F{number}") for number in range(60))
    rows = list(asking.rows(("a", "b"), [Branch("?b ?p ?a", about)]))
    assert len(rows) == 120
    assert asking.requests > 1


def test_nothing_asked_is_nothing_answered_and_batches_hold_two_hundred(graph: Any) -> None:
    asking = Asking(graph(WORLD))
    assert list(asking.rows(("a",), [])) == []
    assert asking.requests == 0
    assert [len(batch) for batch in batches(Iri(f"urn:{number}") for number in range(401))] == [200, 200, 1]
    assert Branch("?a ?b ?c").halves() == ()


def test_statements_outside_any_graph_are_found_and_told_without_one(graph: Any) -> None:
    source = graph("")
    for quad in list(graph(WORLD).store):
        source.store.add(type(quad)(quad.subject, quad.predicate, quad.object))
    question = assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE)
    made = contract.to_json(assess.report(source, question, revision_hash=""))
    quads = [line for item in made["items"] for step in item["path"] for line in step["quads"]]
    assert quads
    assert all(source.holds(line) for line in quads)


def test_two_graphs_are_told_apart_in_the_quads(graph: Any) -> None:
    source = graph(WORLD)
    quad = next(each for each in source.store if each.predicate.value.endswith("hasEffect"))
    source.store.add(type(quad)(quad.subject, quad.predicate, quad.object, type(quad.subject)("urn:another")))
    question = assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE)
    made = contract.to_json(assess.report(source, question, revision_hash=""))
    assert all(source.holds(line) for item in made["items"] for step in item["path"] for line in step["quads"])


def test_a_path_that_ends_in_no_entity_is_no_link(graph: Any) -> None:
    made = report(graph, world=WORLD + 'demo:W a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect "text" .')
    assert {item.label for item in made.items if item.effect is Effect.AFFECTED} == {"copy number"}


def test_material_flow_is_followed_only_when_asked_for(graph: Any) -> None:
    flow = "demo:O1 a kg:UnitOperation ; kg:hasFactor demo:P ; kg:precedes demo:O2 . demo:O2 a kg:UnitOperation ; rdfs:label 'next' ; kg:precedes demo:O1 ."
    assert "next" not in {item.label for item in report(graph, world=WORLD + flow).items}
    asked = report(graph, world=WORLD + flow, switched_on=frozenset({"material flow"}))
    assert "next" in {item.label for item in asked.items}
