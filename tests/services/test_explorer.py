"""The project as trees, branch by branch."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import CLASSES, KG, OWL, RDF, RDFS, XSD
from kgapp.services import explorer
from kgapp.services.explorer import By
from kgapp.services.explorer_branches import Branch
from kgapp.services.explorer_levels import LEVELS
from kgapp.services.ports import Having, Pattern, RecordReader
from kgapp.services.workspace import Workspace

Tell = Callable[[str], None]
BASE = "https://w3id.org/kgapp/demo/"

STEP = """
GR a GeneralProcess
GR label "CAR-T"
U1 a UnitOperation
U1 label "Transduction"
U1 partOf GR
U1 order "1"
U1 hasFactor P1
U1 hasIndicator P2
P1 a ProcessParameter
P1 label "MOI"
P1 criticality CPP
P2 a PerformanceIndicator
P2 label "Yield"
R a ReleaseTesting
R label "Release"
R partOf GR
"""
SITES = """
BOS a Site
BOS label "Boston"
BOS inRegion US
US notation "US"
US label "United States"
LEI a Site
LEI label "Leiden"
SP a SiteProcess
SP label "The process"
SP atSite BOS
ST a SiteStep
ST inSiteProcess SP
ST label "Transduction at Boston"
E1 a Equipment
E1 locatedAt BOS
E1 label "Xuri 1"
N1 a Person
N1 worksAt BOS
N1 label "Ann"
S1 a SiteSetting
S1 forFactor P1
S1 atSite BOS
S1 atStep ST
S1 setpoint "3"
S2 a SiteSetting
S2 forFactor P1
S2 textValue "as before"
"""


def rows(reader: RecordReader, branch: Branch) -> tuple[Branch, ...]:
    """Everything inside a branch, page by page."""
    found: tuple[Branch, ...] = ()
    while True:
        page = explorer.children(reader, branch.inside, limit=3, offset=len(found))
        found += page.branches
        if not page.branches or len(found) >= page.total:
            assert len(found) == page.total
            return found


def below(reader: RecordReader, *labels: str, by: By = By.WORK) -> tuple[Branch, ...]:
    """What stands below a path of labels."""
    here = explorer.roots(reader, by)
    for label in labels:
        branch = next(one for one in here if one.label == label)
        here = rows(reader, branch)
    return here


def told(branches: tuple[Branch, ...]) -> list[tuple[str, str, int]]:
    return [(branch.label, branch.note, branch.count) for branch in branches]


def test_an_empty_project_has_no_trees(workspace: Workspace) -> None:
    assert explorer.roots(workspace.reader) == ()
    assert explorer.roots(workspace.reader, By.CLASS) == ()


def test_steps_hold_their_factors_and_these_their_settings(workspace: Workspace, tell: Tell) -> None:
    tell(STEP + SITES)
    reader = workspace.reader
    assert told(below(reader, "Process")) == [("Transduction", "", 2), ("Release", "", 0)]
    assert told(below(reader, "Process", "Transduction")) == [("MOI", "CPP", 2), ("Yield", "", 0)]
    settings_of = below(reader, "Process", "Transduction", "MOI")
    assert [(one.label, one.note) for one in settings_of] == [("Boston", "3"), ("demo:S2", "as before")]


def test_several_processes_are_told_apart(workspace: Workspace, tell: Tell) -> None:
    tell(STEP + 'G2 a GeneralProcess\nG2 label "AAV"')
    assert told(below(workspace.reader, "Process")) == [("AAV", "", 0), ("CAR-T", "", 2)]
    assert told(below(workspace.reader, "Process", "CAR-T")) == [("Transduction", "", 2), ("Release", "", 0)]


def test_sites_hold_what_is_there_in_groups(workspace: Workspace, tell: Tell) -> None:
    tell(STEP + SITES)
    reader = workspace.reader
    assert told(below(reader, "Sites")) == [("Boston", "US", 3), ("Leiden", "", 0)]
    assert told(below(reader, "Sites", "Boston")) == [("Processes", "", 1), ("Equipment", "", 1), ("People", "", 1)]
    steps = below(reader, "Sites", "Boston", "Processes", "The process")
    assert told(steps) == [("Transduction at Boston", "", 1)]
    assert told(rows(reader, steps[0])) == [("MOI", "3", 0)]


def test_know_how_stands_by_step_and_all_together(workspace: Workspace, tell: Tell) -> None:
    know_how = 'T1 a TacitAssertion\nT1 label "look"\nT1 concerns P1\nT2 a PublishedKnowHow\nT2 label "read"'
    tell(STEP + know_how + "\nT1 heldBy N1\nN1 a Person")
    reader = workspace.reader
    assert told(below(reader, "Knowledge")) == [("Know-how", "", 2), ("People", "", 1)]
    assert told(below(reader, "Knowledge", "Know-how")) == [("Transduction", "", 1), ("All, by name", "", 2)]
    assert told(below(reader, "Knowledge", "Know-how", "Transduction")) == [("look", "T1", 0)]
    assert told(below(reader, "Knowledge", "Know-how", "All, by name")) == [("look", "T1", 0), ("read", "T2", 0)]
    assert told(below(reader, "Knowledge", "People", "demo:N1")) == [("look", "T1", 0)]


def test_know_how_of_several_processes_stands_by_process_first(workspace: Workspace, tell: Tell) -> None:
    tell(STEP + 'G2 a GeneralProcess\nG2 label "AAV"\nT1 a TacitAssertion\nT1 concerns U1')
    found = below(workspace.reader, "Knowledge", "Know-how")
    assert told(found) == [("CAR-T", "", 1), ("All, by name", "", 1)]
    assert told(rows(workspace.reader, found[0])) == [("Transduction", "", 1)]


def test_materials_and_suppliers_lead_to_each_other(workspace: Workspace, tell: Tell) -> None:
    tell(
        'M a Material\nM label "Vector"\nS a Supplier\nS label "Lonza"\nO a SupplyOffering\nO label "Vector of Lonza"\n'
        "O offersMaterial M\nO offeredBy S\nA a MaterialAtSite\nA ofMaterial M"
    )
    reader = workspace.reader
    assert told(below(reader, "Knowledge", "Materials")) == [("Vector", "", 2)]
    assert told(below(reader, "Knowledge", "Materials", "Vector")) == [("Offered", "", 1), ("At sites", "", 1)]
    assert told(below(reader, "Knowledge", "Suppliers", "Lonza")) == [("Vector of Lonza", "O", 0)]


def test_equipment_without_a_model_is_not_lost(workspace: Workspace, tell: Tell) -> None:
    tell('M a EquipmentModel\nM label "Xuri"\nE1 a Equipment\nE1 ofModel M\nE2 a Equipment')
    reader = workspace.reader
    assert told(below(reader, "Knowledge")) == [("Equipment", "", 2)]
    assert told(below(reader, "Knowledge", "Equipment")) == [("Xuri", "", 1), ("Without a model", "", 1)]
    assert told(below(reader, "Knowledge", "Equipment", "Without a model")) == [("demo:E2", "E2", 0)]


def test_equipment_is_there_without_any_model(workspace: Workspace, tell: Tell) -> None:
    tell("E2 a Equipment")
    assert told(below(workspace.reader, "Knowledge", "Equipment")) == [("Without a model", "", 1)]


def test_regulations_stand_by_region(workspace: Workspace, tell: Tell) -> None:
    tell('V1 a Provision\nV1 inRegion US\nUS label "United States"\nV2 a Provision')
    reader = workspace.reader
    assert told(below(reader, "Knowledge", "Regulations")) == [("United States", "", 1), ("No region", "", 1)]
    assert told(below(reader, "Knowledge", "Regulations", "United States")) == [("demo:V1", "V1", 0)]
    assert told(below(reader, "Knowledge", "Regulations", "No region")) == [("demo:V2", "V2", 0)]


def test_regulations_all_with_a_region_need_no_other_group(workspace: Workspace, tell: Tell) -> None:
    tell("V1 a Provision\nV1 inRegion US")
    assert told(below(workspace.reader, "Knowledge", "Regulations")) == [("demo:US", "", 1)]


def test_what_is_retired_comes_last_and_says_so(workspace: Workspace, tell: Tell) -> None:
    tell('C1 a Change\nC1 label "a"\nC1 status retired\nC2 a Change\nC2 label "b"\nC3 a Change\nC3 label "c"')
    deprecated = Quad(Iri(BASE + "C2"), OWL.deprecated, Literal("true", XSD.boolean), Iri(BASE + "g"))
    workspace.commit(ChangeSet("x", added=frozenset({deprecated})), Note(workspace.author, "why"))
    found = below(workspace.reader, "Quality system", "Changes")
    assert [(one.label, one.retired) for one in found] == [("c", False), ("a", True), ("b", True)]


def test_by_class_there_are_classes_with_subclasses_then_things(workspace: Workspace, tell: Tell) -> None:
    tell('A a Material\nA label "a"\nB a SingleUseKit\nB label "b"\nX a Foo\nX label "x"\nX a Bar\nX a "text"')
    reader = workspace.reader
    sections = explorer.roots(reader, By.CLASS)
    assert [(one.label, one.count) for one in sections] == [("Classes", 1), ("Other classes", 2)]
    assert told(below(reader, "Classes", by=By.CLASS)) == [("material", "", 2)]
    assert told(below(reader, "Classes", "material", by=By.CLASS)) == [("single use kit", "", 1), ("a", "A", 0)]
    assert told(below(reader, "Other classes", by=By.CLASS)) == [("demo:Bar", "", 1), ("demo:Foo", "", 1)]
    assert told(below(reader, "Other classes", "demo:Foo", by=By.CLASS)) == [("x", "X", 0)]


def test_a_foreign_project_is_shown_by_class(workspace: Workspace, tell: Tell) -> None:
    tell('A a Foo\nA label "one"\nB a Foo')
    (section,) = explorer.roots(workspace.reader)
    assert section.label == "Other classes"
    assert told(section.children) == [("demo:Foo", "", 2)]


def test_a_group_of_any_size_comes_page_by_page(workspace: Workspace, tell: Tell) -> None:
    tell("\n".join(f'C{at} a Change\nC{at} label "{at:03}"' for at in range(40)))
    found = explorer.children(workspace.reader, "changes", limit=15, offset=30)
    assert (len(found.branches), found.total, found.offset) == (10, 40, 30)
    assert found.branches[0].label == "030"


def test_a_tree_is_looked_up_again_as_far_as_it_was_open(workspace: Workspace, tell: Tell) -> None:
    tell(STEP)
    fresh = explorer.refresh(workspace.reader, By.WORK, (("factors " + BASE + "U1", 1), ("changes", 3)))
    assert [one.label for one in fresh.roots] == ["Process"]
    assert told(fresh.pages["factors " + BASE + "U1"].branches) == [("MOI", "CPP", 0), ("Yield", "", 0)]
    assert fresh.pages["changes"].total == 0


KINDS = (
    KG.GeneralProcess, KG.UnitOperation, KG.ProcessParameter, KG.SiteSetting, KG.Site, KG.SiteProcess, KG.Person,
    KG.TacitAssertion, KG.KnowHow, KG.Material, KG.SingleUseKit, KG.Supplier, KG.SupplyOffering, KG.Equipment,
    KG.EquipmentModel, KG.Provision, KG.Change, Iri("https://e.org/Foo"),
)  # fmt: skip
LINKS = (
    KG.partOf, KG.hasFactor, KG.forFactor, KG.atSite, KG.worksAt, KG.locatedAt, KG.ofModel, KG.concerns, KG.heldBy,
    KG.offersMaterial, KG.offeredBy, KG.inRegion, KG.inSiteProcess,
)  # fmt: skip
THINGS = [Iri(f"{BASE}x{at}") for at in range(9)]
thing = st.sampled_from(THINGS)
graph = st.sampled_from([Iri(BASE + "g1"), Iri(BASE + "g2")])
statement = st.one_of(
    st.builds(Quad, thing, st.just(RDF.type), st.sampled_from(KINDS), graph),
    st.builds(Quad, thing, st.sampled_from(LINKS), thing, graph),
    st.builds(Quad, thing, st.just(RDFS.label), st.sampled_from([Literal("b"), Literal("a")]), graph),
)


def every(reader: RecordReader, branch: Branch, depth: int = 0) -> Iterator[Branch]:
    """A branch and all below it, some levels deep: things may stand in each other in a circle."""
    yield branch
    if branch.inside and depth < 6:
        for row in rows(reader, branch):
            yield from every(reader, row, depth + 1)


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(statement, max_size=40))
def test_counts_are_those_of_a_slow_count_and_nothing_is_left_out(workspace: Workspace, said: list[Quad]) -> None:
    reader = workspace.reader
    before = frozenset(reader.quads(Pattern()))
    workspace.commit(ChangeSet("x", removed=before, added=frozenset(said)), Note(workspace.author, "why"))
    types: dict[Iri, set[Iri]] = {}
    for quad in said:
        if quad.predicate == RDF.type and isinstance(quad.object, str):
            types.setdefault(quad.subject, set()).add(quad.object)
    for word, level in LEVELS.items():
        members = {one for one, kinds in types.items() if kinds & with_subclasses((level.kind,))}
        if level.link is None:
            assert reader.count_of((level.having,)) == len(members), word
            continue
        for parent in THINGS:
            inside = {quad.subject for quad in said if quad.predicate == level.link and quad.object == parent} & members
            assert reader.count_of((Having(level.link, (parent,)), level.having)) == len(inside)
            assert reader.tally(level.link, (parent,), having=(level.having,)).get(parent, 0) == len(inside)
    shown = {row.iri for section in explorer.roots(reader, By.CLASS) for row in every(reader, section)}
    assert shown - {None} == set(types)
    for section in explorer.roots(reader):
        assert len(rows(reader, section)) == section.count
        for branch in every(reader, section):
            if branch.iri is None and not branch.heading and branch.classes[0] in CLASSES and branch.count:
                assert rows(reader, branch)


def test_tests_that_nothing_can_pass_find_nothing(workspace: Workspace, tell: Tell) -> None:
    tell("C1 a Change")
    reader, nowhere = workspace.reader, Iri("https://e.org/none")
    change = Having(RDF.type, (KG.Change,))
    for tests in ((Having(nowhere),), (Having(RDF.type, (nowhere,)),), (change, Having(nowhere, (nowhere,)))):
        assert reader.count_of(tests) == 0
        assert reader.listed(tests, limit=5) == ()
        assert reader.values_of(tests, RDF.type) == {}
    assert reader.tally(RDF.type, (KG.Change,), having=(Having(nowhere),)) == {}
    assert reader.count_of((change, Having(nowhere, lacking=True))) == 1
    assert reader.values_of((change,), RDF.type) == {KG.Change: 1}


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_of_any_size_give_the_same_rows(workspace: Workspace, tell: Tell, limit: int) -> None:
    tell('A a Material\nA label "a"\nB a SingleUseKit\nB label "b"\nC a Material\nC label "c"\nD a StartingMaterial')
    for key in (f"class {KG.Material}", "with-loose models", "classes", "materials"):
        whole = explorer.children(workspace.reader, key)
        found: tuple[Branch, ...] = ()
        while len(found) < whole.total:
            found += explorer.children(workspace.reader, key, limit=limit, offset=len(found)).branches
        assert found == whole.branches


def test_many_things_are_counted_together(workspace: Workspace, tell: Tell) -> None:
    tell("\n".join(f"M{at} a Material\nO{at} a SupplyOffering\nO{at} offersMaterial M{at % 3}" for at in range(12)))
    found = below(workspace.reader, "Knowledge", "Materials")
    assert {branch.label: branch.count for branch in found if branch.count} == {
        "demo:M0": 4,
        "demo:M1": 4,
        "demo:M2": 4,
    }
    assert [branch.opens for branch in found] == [bool(branch.count) for branch in found]
