from __future__ import annotations

import pytest

from kgapp.domain import shapes
from kgapp.domain.errors import BadInput
from kgapp.domain.findings import Finding, Severity, worst_first
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import NodeShape, PropertyShape
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import KG, RDFS, XSD


def shape_for(kind: Iri, path: Iri) -> PropertyShape:
    return {shape.path: shape for shape in shapes.properties_of([kind], SHAPES)}[path]


def test_classes_bring_the_properties_of_their_superclasses_general_ones_first() -> None:
    paths = [shape.path for shape in shapes.properties_of([KG.HoldTime], SHAPES)]
    assert paths[0] == RDFS.label
    assert paths.index(KG.unit) < paths.index(KG.startEvent)


def test_a_subclass_may_sharpen_a_property() -> None:
    general, special = PropertyShape(KG.unit, "unit", 1, "m"), PropertyShape(KG.unit, "unit", 1, "sharper")
    table = {KG.Factor: NodeShape(KG.Factor, "f", (general,)), KG.HoldTime: NodeShape(KG.HoldTime, "h", (special,))}
    assert shapes.properties_of([KG.HoldTime], table) == (special,)


def test_class_hierarchies_expand_both_ways() -> None:
    assert shapes.with_superclasses([KG.HoldTime]) == (KG.Factor, KG.HoldTime)
    assert shapes.with_subclasses([KG.RegistrationDetail]) == {KG.RegistrationDetail, KG.EstablishedCondition}
    foreign = Iri("https://example.org/C")
    assert shapes.with_superclasses([foreign]) == (foreign,)


@pytest.mark.parametrize("text", ["7.40", "7", "-0.5", ".5", "+3."])
def test_a_number_keeps_its_written_form(text: str) -> None:
    assert shapes.literal(shape_for(KG.SiteSetting, KG.setpoint), text) == Literal(text, XSD.decimal)


@pytest.mark.parametrize(
    ("kind", "path", "text"),
    [
        (KG.SiteSetting, KG.setpoint, "three"),
        (KG.SiteSetting, KG.setpoint, "1e3"),
        (KG.SiteSetting, KG.setpoint, ""),
        (KG.SiteStep, KG.automationLevel, "6"),
        (KG.SiteStep, KG.automationLevel, "-1"),
        (KG.SiteStep, KG.automationLevel, "2.5"),
        (KG.Person, KG.leavesOn, "31.8.2026"),
        (KG.Person, KG.leavesOn, "20260831"),
        (KG.Person, KG.leavesOn, "2026-02-30"),
        (KG.KnowledgeTransfer, KG.competent, "yes"),
        (KG.Document, KG.sha256, "abc"),
        (KG.KnowHow, KG.cue, "?"),
        (KG.Evidence, KG.evidenceWord, "hearsay"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_message_of_the_shape(kind: Iri, path: Iri, text: str) -> None:
    shape = shape_for(kind, path)
    with pytest.raises(BadInput, match="does not fit") as refused:
        shapes.literal(shape, text)
    assert refused.value.hint == shape.message


@pytest.mark.parametrize(
    ("kind", "path", "text", "datatype"),
    [
        (KG.Person, KG.leavesOn, "2026-08-31", XSD.date),
        (KG.SiteStep, KG.automationLevel, "5", XSD.integer),
        (KG.KnowledgeTransfer, KG.competent, "true", XSD.boolean),
        (KG.KnowHow, KG.cue, "Cells look grainy", XSD.string),
        (KG.Evidence, KG.evidenceWord, "title-only", XSD.string),
    ],
)
def test_values_get_the_type_of_their_shape(kind: Iri, path: Iri, text: str, datatype: Iri) -> None:
    assert shapes.literal(shape_for(kind, path), text) == Literal(text, datatype)


def test_date_times_are_read_whole() -> None:
    shape = PropertyShape(KG.eventDate, "at", 1, "m", datatype=XSD.dateTime)
    assert shapes.literal(shape, "2026-03-31T12:00:00Z").datatype == XSD.dateTime
    for text in ("2026-03-31", "noon"):
        with pytest.raises(BadInput):
            shapes.literal(shape, text)


@pytest.mark.parametrize("text", ["atScale", "at-scale study", "ATSCALE", "atScaleStudy", KG.atScaleStudy, " atScale "])
def test_a_word_is_found_by_notation_label_name_or_iri(text: str) -> None:
    assert shapes.word(shape_for(KG.Evidence, KG.evidenceLevel), text) == KG.atScaleStudy


def test_an_unknown_word_lists_the_known_ones() -> None:
    with pytest.raises(BadInput, match="none of the words") as refused:
        shapes.word(shape_for(KG.Influence, KG.strength), "huge")
    assert refused.value.hint == "One of: none, low, medium, high."


def test_words_that_no_table_knows_go_by_their_names() -> None:
    own = Iri("https://example.org/words#blue")
    assert shapes.word(PropertyShape(KG.shape, "s", 1, "m", words=(own,)), "blue") == own


def test_things_words_and_literals_are_told_apart() -> None:
    assert shapes.holds_literals(shape_for(KG.SiteSetting, KG.setpoint))
    assert not shapes.holds_literals(shape_for(KG.SiteSetting, KG.forFactor))
    assert not shapes.holds_literals(shape_for(KG.Influence, KG.strength))
    assert not shapes.holds_literals(shape_for(KG.KnowHow, KG.concerns))


def test_findings_sort_by_severity_and_reach_a_limit() -> None:
    warning = Finding("a", "", "", Severity.WARNING, "m", "s", "c")
    violation = Finding("b", "", "", Severity.VIOLATION, "m", "s", "c")
    assert sorted([warning, violation], key=worst_first) == [violation, warning]
    assert Severity.WARNING.reaches(Severity.WARNING)
    assert not Severity.INFO.reaches(Severity.WARNING)
