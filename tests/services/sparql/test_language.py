"""Completion, explanations and problems on a project."""

from collections.abc import Callable

import pytest

from kgapp.domain.sparql import editing, tokens
from kgapp.domain.terms import Iri
from kgapp.services.sparql.language import Language, Offer
from kgapp.services.workspace import Workspace

DATA = """
T1 a TacitAssertion
T1 label "Do not park the gradient"
T1 concerns P1
T2 a TacitAssertion
T2 concerns P1
T2 confidence high
P1 a ProcessParameter
P1 label "Agitation ratio"
S1 a Site
S1 label "Agitation site"
"""


@pytest.fixture
def language(workspace: Workspace, tell: Callable[[str], None]) -> Language:
    tell(DATA)
    made = Language(workspace.reader)
    made.prepare()
    return made


def offered(language: Language, text: str) -> Offer:
    return language.complete(text, len(text))


def names(language: Language, text: str) -> list[str]:
    return [each.insert for each in offered(language, text).candidates]


def test_properties_are_those_of_the_subject_with_what_the_data_holds(language: Language) -> None:
    offer = offered(language, "SELECT * { ?k a kg:TacitAssertion ; kg:con")
    assert [(each.insert, each.label, each.said) for each in offer.candidates][:2] == [
        ("kg:concerns", "concerns", "2 here"), ("kg:confidence", "confidence", "1 here"),
    ]  # fmt: skip
    assert offer.note == "for subjects of class tacit assertion"
    assert (offer.start, offer.end) == (36, 42)
    assert offer.candidates[0].prefix_iri == "https://w3id.org/kgapp/ontology#"
    assert "kg:hasCause" not in names(language, "SELECT * { ?k a kg:TacitAssertion ; kg:has")
    assert "kg:hasCause" in names(language, "SELECT * { ?k kg:has")


def test_with_two_classes_no_more_are_said_than_can_be(language: Language) -> None:
    offer = offered(language, "SELECT * { ?k a kg:TacitAssertion , kg:Site ; kg:concerns")
    assert [each.said for each in offer.candidates if each.insert == "kg:concerns"] in ([], ["none here"])
    assert "and" in offer.note


def test_classes_come_with_their_number(language: Language) -> None:
    first = offered(language, "ASK { ?x a Tac").candidates[0]
    assert (first.insert, first.kind, first.count, first.said) == ("kg:TacitAssertion", "class", 2, "2 here")


def test_values_are_words_of_the_property_or_things_it_leads_to(language: Language) -> None:
    assert set(names(language, "ASK { ?x kg:confidence ")) >= {"kg:high", "kg:medium", "kg:low"}
    assert "demo:S1" not in names(language, "ASK { ?x kg:hasCause agi")
    assert "demo:P1" in names(language, "ASK { ?x kg:hasCause agi")
    assert {"demo:S1", "demo:P1"} <= set(names(language, "ASK { ?x kg:unheard agi"))
    assert names(language, "ASK { ?x kg:hasCause a") == names(language, "ASK { ?x kg:hasCause a")


def test_words_and_variables_are_those_that_can_come(language: Language) -> None:
    assert names(language, "SEL") == ["SELECT"]
    assert names(language, "SELECT ?knowHow ?holder { ?kn") == ["?knowHow"]
    assert "FILTER" in names(language, "ASK { ?x ?y ?z . fi")
    assert "isIRI" in names(language, "ASK { FILTER(isi")
    assert "SELECT" in names(language, "ASK ASK sel")
    assert "demo:" in names(language, "ASK { ?x de")
    assert names(language, "ASK { ?x kg:p ?y ?z kg:")[:0] == []


@pytest.mark.parametrize("text", ["# kg:co", 'ASK { ?x ?y "kg:co', "ASK { <http://e>", "ASK { ?x nope:co"])
def test_in_texts_and_comments_nothing_is_offered(language: Language, text: str) -> None:
    assert names(language, text) == []


def test_the_note_says_what_the_counts_are_worth(workspace: Workspace, tell: Callable[[str], None]) -> None:
    tell(DATA)
    made = Language(workspace.reader)
    before = offered(made, "ASK { ?x a kg:Site")
    assert (before.note, before.candidates[0].said) == ("not counted yet", "")
    made.prepare()
    assert offered(made, "ASK { ?x a kg:Site").note == ""
    tell("S2 a Site")
    assert offered(made, "ASK { ?x a kg:Site").note == "counts are of an earlier revision"
    made.prepare()
    assert offered(made, "ASK { ?x a kg:Site").candidates[0].said == "2 here"


def test_a_text_that_is_too_long_gets_no_help(language: Language) -> None:
    long = "?x " * tokens.MAX_HELPED
    assert language.complete(long, 5).note == "The text is too long for help."
    assert language.hover(long, 5) is None
    assert language.problems(long) == ()
    assert editing.brackets(long, 0) is None


def test_a_word_under_the_pointer_is_explained(language: Language) -> None:
    def told(text: str, at: int) -> tuple[str, str, str] | None:
        found = language.hover(text, at)
        return (found.title, found.words, found.kind) if found else None

    text = "ASK { ?x a kg:Site ; kg:concerns demo:P1 , demo:nothing , <https://w3id.org/kgapp/demo/T2> }"
    assert told(text, 1) == ("ASK", "yes or no", "keyword")
    assert told(text, 9) == ("a", "is of the class", "keyword")
    assert told(text, 12) == ("site", "A place where the process is carried out.", "class")
    assert told(text, 35) == ("Agitation ratio", "process parameter", "thing")
    assert told(text, 45) is None
    assert told(text, 62) == ("T2", "tacit assertion", "thing")
    assert told(text, 7) is None
    assert told(text, 5000) is None


def test_a_name_the_model_lacks_is_told_with_the_nearest(language: Language) -> None:
    text = "PREFIX kg: <https://w3id.org/kgapp/ontology#>\nASK { ?x kg:conserns ?x ; kg:concerns kg: ; kg:qqqqqqqq ?x }"
    found = language.problems(text)
    assert [(each.line, each.severity, each.sentence) for each in found] == [
        (2, "warning", "The model has no name kg:conserns. Is kg:concerns meant?"),
        (2, "warning", "The model has no name kg:qqqqqqqq."),
    ]
    fix = found[0].fix
    assert fix is not None
    assert "?x kg:concerns ?x" in editing.changed(text, fix.changes)
    assert language.problems(" # only a comment") == ()


def test_an_engines_sentence_gets_its_place(language: Language) -> None:
    found = language.placed("ASK {\n nope }", "The query is not SPARQL at line 2, column 2: “nope” cannot stand there.")
    assert found is not None
    assert (found.start, found.end, found.line, found.severity) == (7, 11, 2, "error")
    assert language.placed("ASK", "It took too long.") is None
    assert language.placed("ASK", "line 7, column 2") is None
    assert language.placed("", "line 1, column 1") is None
    end = language.placed("ASK", "line 1, column 9")
    assert end is not None
    assert end.end == 3


def test_uses_are_counted_by_class_and_in_all(workspace: Workspace, tell: Callable[[str], None]) -> None:
    tell('A a Site\nA label "one"\nA label "two"\nB label "three"')
    uses = {(use.kind, use.predicate.rpartition("#")[2]): use.things for use in workspace.reader.term_uses()}
    assert uses == {(Iri("https://w3id.org/kgapp/ontology#Site"), "type"): 1,
                    (Iri("https://w3id.org/kgapp/ontology#Site"), "label"): 1,
                    (None, "type"): 1, (None, "label"): 2}  # fmt: skip
