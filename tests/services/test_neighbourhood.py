from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services import neighbourhood, retiring
from kgapp.services.neighbourhood import Step, Way
from kgapp.services.ports import Link, Pattern
from kgapp.services.workspace import Workspace
from tests.services.conftest import BASE

Tell = Callable[[str], None]


def thing(name: str) -> Iri:
    return Iri(BASE + name)


@pytest.fixture
def told(workspace: Workspace, tell: Tell) -> Workspace:
    tell(
        """
        P17 a ProcessParameter
        P17 label "MOI"
        P17 notation "P17"
        P17 criticality CPP
        UO05 a UnitOperation
        UO05 label "Transduction"
        UO05 hasFactor P17
        UO05 hasFactor P18
        P18 a HoldTime
        P18 label "Time"
        T1 a TacitAssertion
        T1 label "Advice"
        T1 concerns P17
        D1 concerns P17
        D1 label "aaa"
        P17 concerns P17
        """
    )
    return workspace


def test_links_are_told_both_ways_in_words_and_words_of_the_vocabulary_are_no_things(told: Workspace) -> None:
    found = [(one.label, one.count) for one in neighbourhood.branches(told.reader, thing("P17"))]
    assert found == [("concerns", 1), ("used by: concerns", 3), ("used by: has factor", 1)]


def test_a_page_has_useful_kinds_first_then_names_and_leaves_out_what_is_known(told: Workspace) -> None:
    step = Step(KG.concerns, Way.FROM)
    page = neighbourhood.page(told.reader, thing("P17"), step, 10)
    assert [one.label for one in page.neighbours] == ["Advice", "aaa"]
    assert page.total == 3
    again = neighbourhood.page(told.reader, thing("P17"), step, 1, {thing("T1")})
    assert [one.iri for one in again.neighbours] == [thing("D1")]
    out = neighbourhood.page(told.reader, thing("UO05"), Step(KG.hasFactor, Way.TO), 1)
    assert ([one.label for one in out.neighbours], out.total) == (["MOI"], 2)


def test_a_thing_has_its_id_and_its_most_special_kind(told: Workspace) -> None:
    (found, plain) = neighbourhood.things(told.reader, (thing("P17"), thing("D1"), thing("P17")))
    assert (found.label, found.notation, found.kind) == ("MOI", "P17", "process parameter")
    assert (plain.kind, plain.notation) == ("", "")


def test_a_class_from_elsewhere_names_the_kind(workspace: Workspace) -> None:
    other = Iri("https://e.org/a#Widget")
    quads = {
        Quad(thing("W"), RDF.type, other, thing("graph/main")),
        Quad(other, RDFS.label, Literal("Widget"), thing("graph/main")),
    }
    workspace.commit(ChangeSet("w", added=frozenset(quads)), Note(workspace.author, "test"))
    assert neighbourhood.things(workspace.reader, (thing("W"),))[0].kind == "Widget"


def test_surroundings_know_links_among_things_what_a_rest_stands_for_and_what_is_gone(told: Workspace) -> None:
    step = Step(KG.hasFactor, Way.TO)
    wanted = (thing("P17"), thing("UO05"), thing("nothing"), thing("T1"))
    rests = ((thing("UO05"), step), (thing("P17"), Step(KG.hasFactor, Way.FROM)), (thing("T1"), step))
    found = neighbourhood.surroundings(told.reader, wanted, rests)
    assert [one.label for one in found.things] == ["MOI", "Transduction", "Advice"]
    assert set(found.links) == {
        Link(thing("UO05"), KG.hasFactor, thing("P17")),
        Link(thing("T1"), KG.concerns, thing("P17")),
        Link(thing("P17"), KG.concerns, thing("P17")),
    }
    assert [count for _, _, count in found.counts] == [2, 1, 0]
    assert found.gone == (thing("nothing"),)
    assert dict(found.words)[KG.hasFactor] == "has factor"


def test_a_step_reads_a_link_from_its_own_end() -> None:
    link = Link(thing("a"), KG.concerns, thing("b"))
    assert Step(KG.concerns, Way.TO).of(link) == (thing("a"), thing("b"))
    assert Step(KG.concerns, Way.FROM).of(link) == (thing("b"), thing("a"))
    assert Step(KG.hasFactor, Way.TO).of(link) is None


NAMES = st.sampled_from([thing(name) for name in "abcd"])
VALUES = st.one_of(NAMES, st.sampled_from([KG.CPP, Literal("a")]))
QUADS = st.sets(
    st.builds(
        Quad,
        NAMES,
        st.sampled_from([KG.concerns, KG.hasFactor, RDF.type, KG.partOf]),
        VALUES,
        st.sampled_from([thing("graph/main"), thing("graph/other")]),
    ),
    max_size=30,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(QUADS)
def test_counts_are_those_of_brute_force(workspace: Workspace, quads: set[Quad]) -> None:
    reader, things = workspace.reader, [thing(name) for name in "abcd"]
    before = frozenset(reader.quads(Pattern()))
    change = ChangeSet("x", removed=before - quads, added=frozenset(quads) - before)
    workspace.commit(change, Note(workspace.author, "test"))
    links = {
        Link(quad.subject, quad.predicate, Iri(quad.object))
        for quad in quads
        if isinstance(quad.object, str) and quad.object in things and quad.predicate != RDF.type
    }
    assert set(reader.between(things)) == links
    for one in things:
        wanted: dict[Step, set[Iri]] = {}
        for link in links:
            for step in (Step(link.predicate, Way.TO), Step(link.predicate, Way.FROM)):
                ends = step.of(link)
                if ends is not None and ends[0] == one:
                    wanted.setdefault(step, set()).add(ends[1])
        counts = {branch.step: branch.count for branch in neighbourhood.branches(reader, one)}
        assert counts == {step: len(others) for step, others in wanted.items()}
        for step, others in wanted.items():
            assert {each.iri for each in neighbourhood.page(reader, one, step, 10).neighbours} == others - {one}
        assert set(reader.around([one])) == {link for link in links if one in {link.subject, link.object}}


def test_what_is_retired_is_told_of_what_is_drawn(told: Workspace, tell: Tell) -> None:
    retiring.retire(told, thing("P18"), "not used")
    found = neighbourhood.surroundings(told.reader, (thing("P17"), thing("P18")), ())
    assert [(one.label, one.retired) for one in found.things] == [("MOI", False), ("Time", True)]
