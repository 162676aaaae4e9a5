"""An endpoint says what the project file says: facts, search, impact, site comparison, knowledge at risk, coverage."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kgapp.adapters.sparql_endpoint.reader import EndpointReader
from kgapp.domain import question as questions
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, IncompleteAnswer, NotFound, QueryFailed, ReadOnly
from kgapp.domain.history import Note
from kgapp.domain.impact import ChangeKind
from kgapp.domain.names import local_name
from kgapp.domain.question_book import QUESTIONS
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri, Literal, Term, parse
from kgapp.domain.vocabulary import KG, RDF, XSD
from kgapp.services import browsing, control_strategy, coverage_matrix, knowledge_risk, queries, search
from kgapp.services.impact import assess, contract
from kgapp.services.impact.assess import Question
from kgapp.services.ports import Having, Pattern, RecordReader
from kgapp.services.sites import compare
from kgapp.services.sites import contract as sites_contract
from kgapp.services.workspace import Workspace
from tests.data.questions_on_demo import thing

pytestmark = pytest.mark.no_cover

DEMO = "https://w3id.org/kgapp/demo/"

_CHANGES = {
    "value": Question(Iri(DEMO + "P17"), ChangeKind.VALUE, old="3", new="5"),
    "value at a site": Question(Iri(DEMO + "P17"), ChangeKind.VALUE, old="3", new="5", site=Iri(DEMO + "LEI")),
    "relocation": Question(Iri(DEMO + "SP-LEI"), ChangeKind.RELOCATION),
    "several": Question(
        Iri(DEMO + "P17"), ChangeKind.VALUE, new="4", also=(Question(Iri(DEMO + "P06"), ChangeKind.REMOVAL),)
    ),
}
"""Changes by name, each assessed on the file and at the endpoint."""


@pytest.mark.parametrize("name", ["P17", "SP-BOS", "TP1", "GR", "Q10"])
def test_a_page_says_the_same(project: Workspace, remote: Workspace, name: str) -> None:
    here, there = (_page(each.reader, Iri(DEMO + name)) for each in (project, remote))
    assert there == here


@pytest.mark.parametrize("words", ["MOI", "multiplicity of infection", "P17", "boston", "vector copy", "q10"])
def test_a_name_finds_the_same_things(project: Workspace, remote: Workspace, words: str) -> None:
    here, there = (search.find(each.reader, words, limit=500) for each in (project, remote))
    named = {hit.entity for hit in here.hits if hit.by_name}
    assert {hit.entity for hit in there.hits if hit.by_name} == named
    assert there.hits[0].entity == here.hits[0].entity


@pytest.mark.parametrize("text", ["P17", "demo:P17", DEMO + "P17", "BOS"])
def test_an_entity_is_named_in_the_same_ways(project: Workspace, remote: Workspace, text: str) -> None:
    assert browsing.resolve(remote.reader, text) == browsing.resolve(project.reader, text)


@pytest.mark.parametrize("question", _CHANGES.values(), ids=list(_CHANGES))
def test_an_impact_report_is_equal_but_for_time_and_hashes(
    project: Workspace, remote: Workspace, question: Question
) -> None:
    here, there = (contract.to_json(assess.of_workspace(each, question)) for each in (project, remote))
    assert _timeless(there) == _timeless(here)
    assert there["complete"]
    assert not there["revision_hash"]


def test_two_sites_compare_alike(project: Workspace, remote: Workspace) -> None:
    sending, receiving = Iri(DEMO + "SP-BOS"), Iri(DEMO + "SP-LEI")
    here, there = (
        sites_contract.to_json(compare.compare(each.reader, sending, receiving), None) for each in (project, remote)
    )
    assert _timeless(there) == _timeless(here)


def test_knowledge_at_risk_coverage_and_control_are_alike(project: Workspace, remote: Workspace) -> None:
    on = date(2026, 11, 1)
    here, there = (
        (
            knowledge_risk.survey(each.reader, on),
            coverage_matrix.matrix(each.reader, None),
            control_strategy.strategy(each.reader).attributes,
        )
        for each in (project, remote)
    )
    assert _plain(repr(there)) == _plain(repr(here))


def test_lists_and_counts_are_alike(project: Workspace, remote: Workspace) -> None:
    here, there = project.reader, remote.reader
    steps = (Having(RDF.type, (KG.UnitOperation,)),)
    factors = (Having(RDF.type, (KG.ProcessParameter,)), Having(KG.criticality, (KG.CPP,)))
    lacking = (Having(RDF.type, (KG.ProcessParameter,)), Having(KG.criticality, lacking=True))
    for having in (steps, factors, lacking):
        assert there.count_of(having) == here.count_of(having)
        assert there.listed(having, limit=20, offset=2) == here.listed(having, limit=20, offset=2)
        assert there.values_of(having, KG.partOf) == here.values_of(having, KG.partOf)
    assert there.tally(RDF.type, (KG.Site, KG.ProcessParameter)) == here.tally(RDF.type, (KG.Site, KG.ProcessParameter))
    assert there.tally(KG.partOf, (Iri(DEMO + "GR"),), having=steps) == here.tally(
        KG.partOf, (Iri(DEMO + "GR"),), having=steps
    )
    classes, graphs = here.classes(), here.graphs()  # a server may have graphs of its own besides
    assert {each: n for each, n in there.classes().items() if each in classes} == classes
    assert set(graphs) <= set(there.graphs())
    assert there.count() >= here.count()


def test_links_are_alike(project: Workspace, remote: Workspace) -> None:
    here, there = project.reader, remote.reader
    one, others = Iri(DEMO + "P17"), [Iri(DEMO + name) for name in ("P17", "P06", "UO01", "GR", "SP-BOS")]
    assert there.incoming(one) == here.incoming(one)
    assert there.outgoing(one) == here.outgoing(one)
    assert set(there.around(others)) == set(here.around(others))
    assert set(there.between(others)) == set(here.between(others))
    assert there.degrees(others, limit=100) == here.degrees(others, limit=100)
    assert set(there.values(one, KG.partOf, limit=9)) == set(here.values(one, KG.partOf, limit=9))
    assert set(there.users(one, KG.hasCause, limit=99)) == set(here.users(one, KG.hasCause, limit=99))
    assert set(there.quads(Pattern(predicate=KG.hasCause))) == set(here.quads(Pattern(predicate=KG.hasCause)))
    assert set(there.quads(Pattern(object=one))) == set(here.quads(Pattern(object=one)))


def _rows(workspace: Workspace, question: questions.Question) -> list[tuple[object, ...]]:
    """The rows of a question in their order (of a graph: in none), numbers as values."""
    values: dict[str, Term] = {}
    for parameter in question.parameters:
        if parameter.default is not None:
            values[parameter.name] = parameter.default
        elif parameter.default_from == KG.referenceDate:
            values[parameter.name] = Literal("2026-03-01", XSD.date)
        else:
            values[parameter.name] = Iri(DEMO + thing(local_name(question.iri), parameter.name))
    with queries.run(workspace.reader, workspace.engine, questions.fill(question, values)) as result:
        rows = [tuple(map(_value, row)) for page in result.answer.pages for row in page]
        return sorted(rows, key=str) if result.answer.form is Form.CONSTRUCT else rows


def _value(cell: str | None) -> object:
    term = parse(cell) if cell is not None else None
    if isinstance(term, Literal) and term.datatype in {XSD.decimal, XSD.integer, XSD.double}:
        return f"{float(term.lexical):.9g}"
    return term


def _page(reader: RecordReader, entity: Iri) -> tuple[object, ...]:
    """A page, with numbers as values and without the order in which things came into the project."""
    page = browsing.page(reader, entity)
    facts = sorted((_plain(f"{fact.predicate.iri} {fact.value}"), fact.label, fact.graph) for fact in page.facts)
    used = [(use.predicate, use.count) for use in page.used_by]
    return page.entity, page.types, facts, used


def _timeless(value: Any) -> Any:
    """A report without time and hashes, its numbers as values."""
    if isinstance(value, dict):
        return {
            key: _timeless(each) for key, each in value.items() if key not in {"made_at", "revision_hash", "requests"}
        }
    if isinstance(value, list):
        return [_timeless(each) for each in value]
    return _plain(value) if isinstance(value, str) else value


def _plain(text: str) -> str:
    return re.sub(r"\b\d+\.\d+\b", lambda found: f"{Decimal(found[0]).normalize():f}", text)


def test_every_shipped_question_has_the_same_rows(project: Workspace, remote: Workspace) -> None:
    differing = {
        local_name(question.iri): (here, there)
        for question in QUESTIONS
        if (here := _rows(project, question)) != (there := _rows(remote, question))
    }
    assert not differing


def test_a_server_that_gives_few_rows_is_asked_in_parts_or_refused(project: Workspace, strict: Workspace) -> None:
    question = _CHANGES["value"]
    here = contract.to_json(assess.of_workspace(project, question))
    with suppress(IncompleteAnswer):
        assert _timeless(contract.to_json(assess.of_workspace(strict, question))) == _timeless(here)


def test_answers_that_are_cut_are_made_whole(project: Workspace, endpoint: Callable[[int], Workspace]) -> None:
    cut = endpoint(300)
    here, there = (contract.to_json(assess.of_workspace(each, _CHANGES["value"])) for each in (project, cut))
    assert _timeless(there) == _timeless(here)
    wide = Pattern(predicate=RDF.type)
    assert len(set(project.reader.quads(wide))) > 300
    assert set(cut.reader.quads(wide)) == set(project.reader.quads(wide))
    kinds = (KG.Influence, KG.Evidence, KG.SiteSetting)
    assert cut.reader.instances(kinds) == project.reader.instances(kinds)


def test_an_endpoint_keeps_no_history(endpoint: Callable[[int], Workspace]) -> None:
    reader = endpoint(10_000).reader
    assert reader.head() is None
    assert reader.revisions() == ()
    assert reader.graph_hash() == ""
    assert reader.views("any") == ()
    assert reader.attachment("0" * 64) is None
    assert reader.words() == ()
    for asked in (lambda: reader.revision(3), lambda: reader.change(3), lambda: reader.net(1, 3)):
        with pytest.raises(NotFound, match="An endpoint keeps no history"):
            asked()
    with pytest.raises(BadInput, match="not read as a whole"):
        reader.snapshot()


def test_an_endpoint_is_only_read(endpoint: Callable[[int], Workspace]) -> None:
    opened = endpoint(10_000)
    assert not opened.writable
    with pytest.raises(ReadOnly, match="An endpoint is only read"):
        opened.commit(ChangeSet("no"), Note(opened.author, "no"))


def test_after_its_end_an_endpoint_is_asked_nothing(endpoint: Callable[[int], Workspace]) -> None:
    opened = endpoint(10_000)
    opened.engine.start()
    opened.engine.stop()
    assert opened.engine.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1").rows
    opened.engine.end()
    with pytest.raises(QueryFailed, match="closed"):
        opened.engine.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")
    opened.close()


def test_what_cannot_be_completed_is_refused(endpoint: Callable[[int], Workspace]) -> None:
    opened = endpoint(2)
    with pytest.raises(IncompleteAnswer):
        assess.of_workspace(opened, _CHANGES["value"])
    with pytest.raises(IncompleteAnswer):
        compare.compare(opened.reader, Iri(DEMO + "SP-BOS"), Iri(DEMO + "SP-LEI"))
    with pytest.raises(IncompleteAnswer):
        search.find(opened.reader, "MOI")


def test_a_comparison_of_sites_needs_few_requests(endpoint: Callable[[int], Workspace]) -> None:
    reader = endpoint(10_000).reader
    compare.compare(reader, Iri(DEMO + "SP-BOS"), Iri(DEMO + "SP-LEI"))
    assert isinstance(reader, EndpointReader)
    assert reader.requests < 60


def test_the_base_and_its_prefix_come_from_the_names_of_the_graphs(endpoint: Callable[[int], Workspace]) -> None:
    meta = endpoint(10_000).reader.meta()
    assert (meta.base, meta.prefixes) == (DEMO, (("demo", DEMO),))
    assert (meta.endpoint, str(meta.path)) == ("https://endpoint.example.org/sparql", "endpoint.example.org")


def test_a_literal_is_found_by_its_value(endpoint: Callable[[int], Workspace]) -> None:
    reader = endpoint(10_000).reader
    found = reader.quads(Pattern(predicate=Iri("http://www.w3.org/2004/02/skos/core#notation"), object=Literal("P17")))
    assert {quad.subject for quad in found} == {DEMO + "P17"}
