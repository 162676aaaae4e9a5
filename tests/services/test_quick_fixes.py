"""Quick fixes of findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.findings import Finding, Severity
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.services import quick_fixes
from kgapp.services.ports import Pattern
from kgapp.services.quick_fixes import Fix
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
SHAPE = "https://w3id.org/kgapp/shapes#"
Tell = Callable[[str], None]


def thing(name: str) -> Iri:
    return Iri(BASE + name)


def found(focus: str, path: str = "", value: str = "", shape: str = "AcceptableRange", constraint: str = "") -> Finding:
    return Finding(BASE + focus, path, value, Severity.VIOLATION, "m.", SHAPE + shape, constraint)


def fixes(workspace: Workspace, finding: Finding) -> tuple[Fix, ...]:
    return quick_fixes.offers(workspace.reader, finding).fixes


def values(workspace: Workspace, name: str, predicate: Iri) -> set[Term]:
    return {quad.object for quad in workspace.reader.quads(Pattern(subject=thing(name), predicate=predicate))}


def number(text: str) -> Literal:
    return Literal(text, XSD.decimal)


DECIMAL = f"^^<{XSD.decimal}>"


def test_a_reversed_range_is_exchanged_and_told_before(workspace: Workspace, tell: Tell) -> None:
    tell(f'R a AcceptableRange\nR label "Range"\nR lowerLimit "6"{DECIMAL}\nR upperLimit "2"{DECIMAL}')
    finding = found("R", KG.lowerLimit, f'"6"{DECIMAL}', "LimitsInOrder", "SPARQL")
    (fix,) = fixes(workspace, finding)
    assert fix.text == "Exchange the limits"
    assert fix.told == ("Range: lower limit was “6”, is “2”", "Range: upper limit was “2”, is “6”")
    revision = quick_fixes.apply(workspace, fix, "a typing mistake")
    assert revision is not None
    assert (revision.summary, revision.note.why) == ("Exchange the limits: Range", "a typing mistake")
    assert values(workspace, "R", KG.lowerLimit) == {number("2")}
    with pytest.raises(BadInput, match="changed meanwhile"):
        quick_fixes.apply(workspace, fix, "again")
    tell(f'R lowerLimit "1"{DECIMAL}')
    assert fixes(workspace, finding) == ()


@pytest.mark.parametrize(
    ("kind", "prop", "value", "written"),
    [
        ("AcceptableRange", KG.lowerLimit, '"3,5"', number("3.5")),
        ("AcceptableRange", KG.lowerLimit, '" 3.0 "@en', number("3.0")),
        ("AcceptableRange", KG.lowerLimit, f'"7"^^<{XSD.integer}>', number("7")),
        ("UnitOperation", KG.order, f'"3.0"{DECIMAL}', Literal("3", XSD.integer)),
        ("Change", KG.effectiveFrom, f'"2026-03-31T00:00:00Z"^^<{XSD.dateTime}>', Literal("2026-03-31", XSD.date)),
        ("KnowledgeTransfer", KG.competent, '"yes"', Literal("true", XSD.boolean)),
    ],
)
def test_a_number_of_another_datatype_is_written_properly(
    workspace: Workspace, tell: Tell, kind: str, prop: Iri, value: str, written: Literal
) -> None:
    tell(f"R a {kind}\nR {prop.rpartition('#')[2]} {value}")
    (fix,) = fixes(workspace, found("R", prop, value, kind, "Datatype"))
    quick_fixes.apply(workspace, fix, "why")
    assert values(workspace, "R", prop) == {written}


def test_what_is_no_number_at_all_is_left_to_the_form(workspace: Workspace, tell: Tell) -> None:
    tell('R a AcceptableRange\nR lowerLimit "wide"\nR upperLimit X')
    offers = quick_fixes.offers(workspace.reader, found("R", KG.lowerLimit, '"wide"', constraint="Datatype"))
    assert (offers.fixes, offers.field) == ((), KG.lowerLimit)
    assert fixes(workspace, found("R", KG.upperLimit, f"<{BASE}X>", constraint="Datatype")) == ()


@pytest.mark.parametrize("text", ["1,234", "1.234,5", "-12,500", "1,23,4", "1,2345,678"])
def test_a_figure_that_can_be_meant_in_two_ways_is_never_guessed(workspace: Workspace, tell: Tell, text: str) -> None:
    tell(f'R a AcceptableRange\nR lowerLimit "{text}"')
    assert fixes(workspace, found("R", KG.lowerLimit, f'"{text}"', constraint="Datatype")) == ()


@pytest.mark.parametrize(
    ("text", "figure"),
    [("1,234,567", "1234567"), ("1,234.5", "1234.5"), ("0,250", "0.250"), ("12345,678", "12345.678")],
)
def test_a_figure_with_commas_that_can_be_meant_in_one_way_is_read(
    workspace: Workspace, tell: Tell, text: str, figure: str
) -> None:
    tell(f'R a AcceptableRange\nR lowerLimit "{text}"')
    (fix,) = fixes(workspace, found("R", KG.lowerLimit, f'"{text}"', constraint="Datatype"))
    assert [quad.object for quad in fix.change.added] == [number(figure)]


def test_a_wrong_or_missing_word_is_chosen(workspace: Workspace, tell: Tell) -> None:
    tell("R a AcceptableRange\nR rangeType high")
    offered = fixes(workspace, found("R", KG.rangeType, f"<{KG.high}>", constraint="In"))
    assert {fix.choice for fix in offered} == {"Choose “range type”"}
    wanted = next(fix for fix in offered if "normal operating range" in fix.text)
    quick_fixes.apply(workspace, wanted, "why")
    assert values(workspace, "R", KG.rangeType) == {KG.NOR}
    tell("S a AcceptableRange")
    offered = fixes(workspace, found("S", KG.rangeType, constraint="MinCount"))
    quick_fixes.apply(workspace, offered[0], "why")
    assert len(values(workspace, "S", KG.rangeType)) == 1
    assert fixes(workspace, found("S", KG.rangeType, constraint="MinCount")) == ()
    tell('T a AcceptableRange\nT evidenceWord "Published"')
    texts = {fix.text for fix in fixes(workspace, found("T", KG.evidenceWord, '"Published"', constraint="In"))}
    assert "Set “evidence word” to “published”" in texts


def test_a_missing_unit_is_picked_the_factors_own_first(workspace: Workspace, tell: Tell) -> None:
    tell(
        'P a ProcessParameter\nP unit CELL-PER-CM2\nR a AcceptableRange\nR forFactor P\nS a AcceptableRange\nS label "S"'
    )
    offered = fixes(workspace, found("R", KG.unit, shape="FigureHasUnit", constraint="MinCount"))
    quick_fixes.apply(workspace, offered[0], "why")
    assert values(workspace, "R", KG.unit) == {KG.CELL_PER_CM2}
    assert fixes(workspace, found("R", KG.unit, shape="FigureHasUnit", constraint="MinCount")) == ()
    offered = fixes(workspace, found("S", KG.unit, shape="FigureHasUnit", constraint="MinCount"))
    assert [fix.text for fix in offered] == ["Set the unit to unitless"]
    tell('V a ProcessParameter\nV unit "a text"\nU a AcceptableRange\nU forFactor V')
    assert fixes(workspace, found("U", KG.unit, shape="FigureHasUnit", constraint="MinCount"))[0].text.endswith(
        "unitless"
    )
    tell("Q a ProcessParameter\nQ unit OWN\nT a AcceptableRange\nT forFactor Q")
    assert fixes(workspace, found("T", KG.unit, shape="FigureHasUnit", constraint="MinCount"))[0].text.endswith("OWN")


def test_a_unit_of_another_kind_gives_way_to_the_factors_own(workspace: Workspace, tell: Tell) -> None:
    tell("P a ProcessParameter\nP unit TU-PER-CELL\nR a AcceptableRange\nR forFactor P\nR unit CELL-PER-CM2")
    (fix,) = fixes(workspace, found("R", value=f"<{KG.CELL_PER_CM2}>", shape="UnitOfSetting", constraint="SPARQL"))
    quick_fixes.apply(workspace, fix, "why")
    assert values(workspace, "R", KG.unit) == {KG.TU_PER_CELL}
    tell("S a AcceptableRange\nS unit CELL-PER-CM2\nT a AcceptableRange\nT forFactor Q\nT unit OWN2\nQ unit OWN")
    assert fixes(workspace, found("S", shape="UnitOfSetting", constraint="SPARQL")) == ()
    (fix,) = fixes(workspace, found("T", shape="UnitOfSetting", constraint="SPARQL"))
    assert fix.text == "Set the unit to demo:OWN"


def test_a_thing_without_a_label_is_called_by_what_else_names_it(workspace: Workspace, tell: Tell) -> None:
    tell('P-1_a a ProcessParameter\nP-1_a notation "P17"')
    offered = fixes(workspace, found("P-1_a", RDFS.label, shape="Factor", constraint="MinCount"))
    assert [fix.text for fix in offered] == ["Call it “P17”", "Call it “P 1 a”"]
    quick_fixes.apply(workspace, offered[0], "why")
    assert values(workspace, "P-1_a", RDFS.label) == {Literal("P17", XSD.string)}


def test_a_dangling_link_is_removed(workspace: Workspace, tell: Tell) -> None:
    tell('R a AcceptableRange\nR atSite NOWHERE\nR basis P\nP label "a factor"')
    (fix,) = fixes(workspace, found("R", KG.atSite, f"<{BASE}NOWHERE>", constraint="Class"))
    assert fix.text == "Remove “demo:NOWHERE”, which is not described here"
    quick_fixes.apply(workspace, fix, "why")
    assert values(workspace, "R", KG.atSite) == set()
    (fix,) = fixes(workspace, found("R", KG.basis, f"<{BASE}P>", constraint="Or"))
    assert fix.text == "Remove “a factor”"
    tell('R basis "a text"')
    (fix,) = fixes(workspace, found("R", KG.basis, '"a text"', constraint="Class"))
    assert fix.text == "Remove “a text”"


def test_of_too_many_values_one_is_kept(workspace: Workspace, tell: Tell) -> None:
    tell(f'R a AcceptableRange\nR lowerLimit "1"{DECIMAL}\nR lowerLimit "2"{DECIMAL}\nR atSite A\nR atSite B')
    offered = fixes(workspace, found("R", KG.lowerLimit, constraint="MaxCount"))
    assert sorted(fix.text for fix in offered) == ["Keep “1” as “lower limit”", "Keep “2” as “lower limit”"]
    quick_fixes.apply(workspace, next(fix for fix in offered if "1" in fix.text), "why")
    assert values(workspace, "R", KG.lowerLimit) == {number("1")}
    assert fixes(workspace, found("R", KG.lowerLimit, constraint="MaxCount")) == ()
    assert {fix.text for fix in fixes(workspace, found("R", KG.atSite, constraint="MaxCount"))} == {
        "Keep “demo:A” as “at site”",
        "Keep “demo:B” as “at site”",
    }


def test_another_site_gives_way_to_that_of_the_site_process(workspace: Workspace, tell: Tell) -> None:
    tell('S a SiteSetting\nS inSiteProcess SP\nS atSite LEI\nSP atSite BOS\nBOS label "Boston"\nB a Batch\nB madeBy SP')
    path = f"<{KG.inSiteProcess}>/<{KG.atSite}>"
    for name, shape in (("S", "SiteOfSetting"), ("B", "BatchSite")):
        finding = found(name, path, shape=shape, constraint="Equals")
        (fix,) = fixes(workspace, finding)
        assert fix.text == "Set the site to “Boston”"
        quick_fixes.apply(workspace, fix, "why")
        assert values(workspace, name, KG.atSite) == {thing("BOS")}
        assert quick_fixes.field_of(finding) == KG.atSite
    tell("SP atSite LEI")
    assert fixes(workspace, found("S", path, shape="SiteOfSetting", constraint="Equals")) == ()


def test_misspelt_terms_are_written_as_what_is_most_like_them(workspace: Workspace, tell: Tell) -> None:
    tell("I hasCuase P1")
    finding = found("I", KG.unknownTerm, f"<{KG.hasCause.replace('hasCause', 'hasCuase')}>", "KnownTerm", "NodeKind")
    fix = fixes(workspace, finding)[0]
    assert fix.text == "Write “has cause” in place of “hasCuase”"
    quick_fixes.apply(workspace, fix, "why")
    assert values(workspace, "I", KG.hasCause) == {thing("P1")}
    wrong = Iri(KG.Influence.replace("Influence", "Influense"))
    said = Quad(thing("I"), RDF.type, wrong, Iri(BASE + "graph/main"))
    workspace.commit(ChangeSet("told", added=frozenset({said})), Note(workspace.author, "test"))
    finding = found("I", KG.unknownTerm, f"<{wrong}>", "KnownTerm", "NodeKind")
    quick_fixes.apply(workspace, fixes(workspace, finding)[0], "why")
    assert values(workspace, "I", RDF.type) == {KG.Influence}
    assert quick_fixes.field_of(finding) is None


def test_what_is_gone_meanwhile_offers_nothing(workspace: Workspace) -> None:
    assert quick_fixes.offers(workspace.reader, found("GONE", KG.unit)).fixes == ()


def test_a_value_that_is_no_term_offers_nothing(workspace: Workspace, tell: Tell) -> None:
    tell("R a AcceptableRange")
    assert fixes(workspace, found("R", KG.atSite, "_:b", constraint="Class")) == ()


@pytest.mark.parametrize(
    ("path", "shape", "field"),
    [
        ("", "GapIsJustified", KG.justification),
        (f"<{KG.choosesOption}>/(<{KG.excludes}>|^<{KG.excludes}>)", "Own", KG.choosesOption),
        ("()", "Own", None),
        ("", "https://example.org/S", None),
        (KG.basis, "AcceptableRange", KG.basis),
    ],
)
def test_each_finding_knows_its_field(path: str, shape: str, field: Iri | None) -> None:
    assert quick_fixes.field_of(found("R", path, shape=shape)) == field


def test_words_of_people_are_kept_short(workspace: Workspace, tell: Tell) -> None:
    long = "x" * 500
    tell(f'R a AcceptableRange\nR label "{long}"\nR lowerLimit "6"{DECIMAL}\nR upperLimit "2"{DECIMAL}')
    (fix,) = fixes(workspace, found("R", shape="LimitsInOrder"))
    assert len(fix.change.summary) <= 200
