from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, Literal, Namespace

pytestmark = pytest.mark.no_cover

KG = Namespace("https://w3id.org/kgapp/ontology#")
DEMO = Namespace("https://w3id.org/kgapp/demo/")

Ask = Callable[[str], list[tuple[str, ...]]]
Rows = Callable[[str], list[dict[str, str]]]

ROOT = Path(__file__).resolve().parents[2]
WORDS = {"published", "title-only", "not read", "practice"}


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("unit_operations", 12),
        ("parameters", 52),
        ("quality_attributes", 19),
        ("know_how", 38),
        ("interactions", 4),
        ("process_options", 8),
        ("materials", 19),
        ("suppliers", 9),
        ("equipment_models", 16),
        ("provisions", 48),
        ("sources", 45),
    ],
)
def test_every_row_of_the_facts_is_in_the_demo(demo: Graph, facts: Rows, name: str, count: int) -> None:
    rows = facts(name)
    assert len(rows) == count
    assert not [row["id"] for row in rows if (DEMO[row["id"]], RDF.type, None) not in demo]


@pytest.mark.parametrize("name", ["parameters", "know_how", "interactions"])
def test_every_published_row_cites_its_source_and_says_how_it_was_read(demo: Graph, facts: Rows, name: str) -> None:
    for row in facts(name):
        assert (DEMO[row["id"]], KG.cites, DEMO[row["source"]]) in demo
        assert (DEMO[row["id"]], KG.evidenceWord, Literal(row["evidence"])) in demo


def test_every_source_and_provision_says_how_it_was_read(demo: Graph, facts: Rows) -> None:
    for row in [*facts("sources"), *facts("provisions")]:
        assert (DEMO[row["id"]], KG.evidenceWord, Literal(row["evidence"])) in demo
        assert demo.value(DEMO[row["id"]], KG.citation)


def test_every_published_criterion_has_its_source_and_words(demo: Graph, facts: Rows) -> None:
    for number, row in enumerate(facts("acceptance_criteria"), start=1):
        criterion = DEMO[f"PC{number:02}"]
        assert (criterion, KG.establishedBy, DEMO[row["source"]]) in demo
        assert (criterion, KG.evidenceWord, Literal(row["evidence"])) in demo
        assert str(demo.value(criterion, KG.textValue)) == row["published_criterion"]


def test_every_reporting_category_cites_its_provision(demo: Graph, facts: Rows) -> None:
    rows = facts("reporting_categories")
    assert len(rows) == 21
    for number, row in enumerate(rows, start=1):
        assert (DEMO[f"RC{number:02}"], KG.citesProvision, DEMO[row["provision"]]) in demo


def test_every_factor_bears_on_the_attributes_of_its_row(demo: Graph, facts: Rows) -> None:
    for row in facts("parameters"):
        for attribute in row["quality_attributes"].split():
            if row["kind"] != "performance indicator":
                influence = DEMO[f"INF-{row['id']}-{attribute}"]
                assert (influence, KG.hasEvidence, DEMO[f"EV-{row['id']}"]) in demo


def test_the_words_of_evidence_are_the_four_of_the_facts(demo: Graph) -> None:
    assert {str(word) for word in demo.objects(None, KG.evidenceWord)} == WORDS


def test_a_publication_counts_as_another_product_at_most(ask: Ask) -> None:
    found = ask("""SELECT DISTINCT ?word ?level WHERE {
        ?s a kg:Evidence ; kg:evidenceWord ?word ; kg:evidenceLevel ?level }""")
    assert found == [("practice", "opinion"), ("published", "otherProduct")]


def test_an_influence_that_rests_on_a_publication_is_no_stronger(ask: Ask) -> None:
    assert not ask("""SELECT ?s WHERE {
        ?s a kg:Influence ; kg:evidenceLevel ?level ; kg:hasEvidence/kg:evidenceWord ?word
        FILTER ( ?level NOT IN ( kg:otherProduct, kg:opinion, kg:unknownEvidence ) ) }""")


def test_no_published_range_is_a_proven_range(ask: Ask) -> None:
    types = ask("SELECT DISTINCT ?type WHERE { ?s a kg:AcceptableRange ; kg:evidenceWord ?w ; kg:rangeType ?type }")
    assert types == [("publishedObservation",)]


def test_proven_normal_and_filed_ranges_are_marked_as_invented(ask: Ask) -> None:
    assert not ask("""SELECT ?s WHERE { ?s a kg:AcceptableRange ; kg:rangeType ?type
        FILTER ( ?type != kg:publishedObservation ) FILTER NOT EXISTS { ?s kg:invented true } }""")


def test_an_announcement_is_no_provision_and_bears_on_nothing(ask: Ask) -> None:
    assert ask("SELECT ?s WHERE { ?s a kg:Announcement }") == [("US-FLEX26",)]
    assert not ask("SELECT ?o WHERE { demo:US-FLEX26 kg:bearsOn|kg:bearsOnTopic|kg:bearsOnClass ?o }")


def test_drafts_are_marked_as_drafts(ask: Ask, facts: Rows) -> None:
    drafts = {row["id"] for row in facts("provisions") if "DRAFT" in row["status"]}
    assert {s for (s,) in ask("SELECT ?s WHERE { ?s kg:status kg:draft ; a kg:Provision }")} == drafts


def test_people_have_no_names(demo: Graph) -> None:
    labels = [str(demo.value(person, RDFS.label)) for person in demo.subjects(RDF.type, KG.Person)]
    assert len(labels) == 5
    role = re.compile(r"(Expert|Reviewer|Process scientist|Operator|QC analyst) EX\d \(invented\)")
    assert all(role.fullmatch(label) for label in labels)


def test_what_is_not_from_the_facts_is_marked_as_invented(demo: Graph, facts: Rows) -> None:
    named = {row["id"] for path in (ROOT / "data" / "facts").glob("*.csv") for row in facts(path.stem) if "id" in row}
    known = {DEMO[name] for name in named}
    marked = set(demo.subjects(KG.invented, Literal(True)))
    plain = {KG.Region, KG.ReportingCategory, KG.PublishedCriterion}
    for subject in set(demo.subjects()) - known - marked:
        kind = demo.value(subject, RDF.type)
        unjudged = kind == KG.Influence and demo.value(subject, KG.strength) is None
        assert kind in plain or demo.value(subject, KG.evidenceWord) or unjudged, subject


@pytest.mark.parametrize(
    "kind", ["Person", "Site", "SupplyEvent", "Deviation", "Batch", "ElicitationSession", "KnowledgeTransfer"]
)
def test_invented_people_sites_and_events_say_so_in_their_label(demo: Graph, kind: str) -> None:
    for subject in demo.subjects(RDF.type, KG[kind]):
        assert str(demo.value(subject, RDFS.label)).endswith("(invented)")


def test_strengths_are_the_experts_and_a_quarter_is_unknown(ask: Ask) -> None:
    strengths = [
        strength
        for _, strength in ask("""SELECT ?s ?strength WHERE {
        ?s a kg:Influence OPTIONAL { ?s kg:strength ?strength } }""")
    ]
    assert 0.2 <= strengths.count("") / len(strengths) <= 0.3
    assert 5 <= strengths.count("none") <= 15
    assert not ask("""SELECT ?s WHERE { ?s a kg:Influence ; kg:strength ?strength
        FILTER NOT EXISTS { ?s kg:invented true ; kg:hasEvidence/kg:attributedTo demo:EX1 } }""")


def test_influences_are_of_every_status(ask: Ask) -> None:
    found = {status for (status,) in ask("SELECT DISTINCT ?x WHERE { ?s a kg:Influence ; kg:status ?x }")}
    assert found == {"accepted", "hypothesis", "rejected", "retired"}
