from __future__ import annotations

import pytest

from kgapp.domain.errors import BadInput, UserError
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import RDF_LANG_STRING, Iri, Literal, Term
from kgapp.domain.vocabulary import DCTERMS, KG, RDFS, SKOS, XSD
from kgapp.services import form_fields
from kgapp.services.form_fields import Entry, Kind, Weight


def shaped(kind: Iri, path: Iri) -> form_fields.Field:
    return form_fields.field_of(next(shape for shape in SHAPES[kind].properties if shape.path == path))


LOWER = shaped(KG.AcceptableRange, KG.lowerLimit)
FACTOR = shaped(KG.AcceptableRange, KG.forFactor)
TYPE = shaped(KG.AcceptableRange, KG.rangeType)
LABEL = shaped(KG.AcceptableRange, RDFS.label)
FINDING = shaped(KG.AcceptableRange, KG.finding)
WORD = shaped(KG.AcceptableRange, KG.evidenceWord)


def number(text: str) -> Literal:
    return Literal(text, XSD.decimal)


@pytest.mark.parametrize(
    ("kind", "path", "expected"),
    [
        (KG.AcceptableRange, KG.lowerLimit, Kind.DECIMAL),
        (KG.AcceptableRange, KG.rangeType, Kind.WORD),
        (KG.AcceptableRange, KG.forFactor, Kind.LINK),
        (KG.AcceptableRange, KG.evidenceWord, Kind.CHOICE),
        (KG.AcceptableRange, KG.finding, Kind.TEXT),
        (KG.Change, KG.effectiveFrom, Kind.DATE),
        (KG.Change, KG.changes, Kind.LINK),
        (KG.KnowHow, KG.seenTimes, Kind.INTEGER),
        (KG.KnowHow, KG.recoverable, Kind.BOOLEAN),
    ],
)
def test_a_shape_says_how_a_value_is_entered(kind: Iri, path: Iri, expected: Kind) -> None:
    assert shaped(kind, path).kind is expected


@pytest.mark.parametrize(
    ("path", "terms", "expected"),
    [
        (SKOS.notation, (), Kind.TEXT),
        (KG.doneBy, (), Kind.LINK),
        (KG.invented, (), Kind.BOOLEAN),
        (Iri("https://e.org/p"), (Literal("a"), Literal("b", RDF_LANG_STRING, "en")), Kind.TEXT),
        (Iri("https://e.org/p"), (Literal("1", XSD.double),), Kind.OTHER),
        (Iri("https://e.org/p"), (), Kind.OTHER),
        (KG.accepts, (), Kind.OTHER),
    ],
)
def test_without_a_shape_the_ontology_says_it_then_the_values(
    path: Iri, terms: tuple[Term, ...], expected: Kind
) -> None:
    field = form_fields.unknown_field(path, "p", terms)
    assert (field.kind, field.known) == (expected, False)
    assert {form_fields.term_of(field, entry) for entry in field.entries} == set(terms)


@pytest.mark.parametrize("text", ["007", "7.40", "1e5", "seven"])
def test_what_is_not_touched_keeps_its_written_form(text: str) -> None:
    for term in (number(text), Literal(text, XSD.double), Literal(text)):
        field = LOWER.holding((term,))
        assert form_fields.term_of(field, field.entries[0]) == term


def test_a_value_of_the_wrong_kind_stands_as_it_is_written() -> None:
    thing = Iri("https://e.org/x")
    assert LOWER.holding((thing,)).entries == (Entry("<https://e.org/x>", was="<https://e.org/x>", exact=True),)
    assert form_fields.term_of(LOWER, Entry('"7"^^<https://e.org/d>', exact=True)) == Literal(
        "7", Iri("https://e.org/d")
    )
    assert form_fields.problems(LOWER, LOWER.holding((thing,)).entries)[0].weight is Weight.REPORTED


def test_what_is_entered_is_typed_by_the_shape() -> None:
    assert form_fields.term_of(LOWER, Entry(" 7.40 ")) == number("7.40")
    assert form_fields.term_of(TYPE, Entry("NOR")) == KG.NOR
    assert form_fields.term_of(FACTOR, Entry("https://e.org/x")) == Iri("https://e.org/x")
    assert form_fields.term_of(FINDING, Entry(" much ", "en")) == Literal(" much ", RDF_LANG_STRING, "en")
    assert form_fields.term_of(FINDING, Entry("much")) == Literal("much")
    assert form_fields.term_of(WORD, Entry("published")) == Literal("published")
    assert form_fields.new_entry(FINDING) == Entry("", "en")
    assert form_fields.new_entry(LOWER) == Entry("")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        (LOWER, "much", LOWER.shape.message),
        (LOWER, "2,5", "Write a point instead of the comma: 2.5."),
        (LOWER, "1,234,5", "Write a point instead of the comma: 3.5."),
        (FACTOR, "MO I", "Choose one from the list, or make a new one."),
        (WORD, "read", WORD.shape.message),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_the_words_of_the_shape(
    field: form_fields.Field, text: str, said: str
) -> None:
    problems = form_fields.problems(field, (Entry(text),))
    assert (problems[0].sentence, problems[0].weight, problems[0].at) == (said, Weight.STOPS, 0)
    with pytest.raises(UserError):
        form_fields.term_of(field, Entry(text))


def test_a_bad_language_is_refused() -> None:
    assert form_fields.problems(FINDING, (Entry("x", "no language"),))[0].weight is Weight.STOPS


def test_counts_are_told_but_do_not_stop() -> None:
    assert [each.weight for each in form_fields.problems(FACTOR, (Entry(""),))] == [Weight.REPORTED]
    assert [each.weight for each in form_fields.problems(LOWER, (Entry("1"), Entry("2")))] == [Weight.REPORTED]
    assert form_fields.problems(LOWER, ()) == ()
    recommended = shaped(KG.Action, KG.due)
    assert [each.weight for each in form_fields.problems(recommended, ())] == [Weight.ADVISED]
    assert form_fields.problems(recommended, (Entry("2026-01-31"),)) == ()


def test_an_untouched_value_of_another_kind_is_reported() -> None:
    assert form_fields.problems(TYPE, TYPE.holding((KG.CPP,)).entries)[0].weight is Weight.REPORTED
    assert form_fields.problems(LOWER, LOWER.holding((Literal("x", XSD.string),)).entries)[0].weight is Weight.REPORTED
    assert form_fields.problems(FACTOR, FACTOR.holding((Literal("x"),)).entries)[0].weight is Weight.REPORTED
    other = form_fields.unknown_field(DCTERMS.source, "source", (Iri("https://e.org/x"),))
    assert form_fields.problems(other, other.entries) == ()


def test_an_empty_text_that_was_there_counts_and_an_emptied_one_does_not() -> None:
    field = FINDING.holding((Literal(""), Literal("x")))
    empty, filled = sorted(field.entries, key=lambda entry: entry.text)
    assert form_fields.kept(field, empty)
    assert not form_fields.kept(field, Entry("", was=filled.was))
    assert not form_fields.kept(field, Entry(" "))


def test_what_a_field_asks_for() -> None:
    assert (LABEL.required, LABEL.many, LABEL.tagged) == (True, True, True)
    assert (LOWER.required, LOWER.many, LOWER.tagged, LOWER.links) == (False, False, False, False)
    assert FACTOR.links


def test_a_property_of_the_ontology_without_ranges_takes_any_thing() -> None:
    field = form_fields.unknown_field(KG.closes, "closes", ())
    assert field.kind is Kind.LINK


def test_a_shape_without_datatype_is_a_text() -> None:
    assert form_fields.field_of(PropertyShape(SKOS.notation, "id", 1, "")).tagged is False
    with pytest.raises(BadInput):
        form_fields.term_of(TYPE, Entry("none of them"))
