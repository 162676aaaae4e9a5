"""The library: shipped questions, those of the project, and what cannot be asked is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain import question as questions
from kgapp.domain.errors import Ambiguous, BadInput, NotFound
from kgapp.domain.question import Question
from kgapp.domain.question_book import QUESTIONS
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.questions import library
from kgapp.services.workspace import Workspace

Tell = Callable[[str], None]

OWN = """
    Q a Question
    Q label "Steps and more"
    Q questionSentence "What about {step}?"
    Q questionQuery "SELECT ?a { VALUES ?step { } ?step ?p ?a }"
    Q hasParameter Q-step
    Q-step parameterName "step"
    Q-step takesClass UnitOperation
"""


def test_shipped_questions_come_in_their_groups(workspace: Workspace) -> None:
    found = library.library(workspace.reader)
    assert found.questions == QUESTIONS
    assert not found.broken
    headings = [heading for heading, _ in library.groups(found.questions)]
    assert headings[:2] == ["Know-how and its loss", "Change"]


def test_a_question_of_the_project_stands_among_them(workspace: Workspace, tell: Tell) -> None:
    tell(OWN)
    found = library.library(workspace.reader)
    mine = found.questions[-1]
    assert (mine.label, mine.own, mine.group, mine.explanation) == ("Steps and more", True, KG.ownQuestions, "")
    assert [(each.name, each.label, each.classes) for each in mine.parameters] == [
        ("step", "step", (KG.UnitOperation,))
    ]
    assert library.named(found, "Q") == library.named(found, "steps AND more") == mine


PROBLEMS = {
    'Q questionSentence "What about {step} at {site}?"': "a blank {site}",
    'Q questionQuery "SELECT ?a { SERVICE <http://x> { } }"': "Its query is refused",
    'Q questionQuery "SELECT ?a { ?step ?p ?a }"': "no place for “step”",
    'Q questionQuery "SELECT ?a { VALUES ?step { } VALUES ?b { } ?step ?p ?a }"': "a place for “b”",
    'Q-step parameterName "a step"': "cannot be the name",
    "Q-step takesClass Thing": "no class of the model",
    "Q-step takesScheme gradeScheme": "Nobody can tell",
    "Q-step unit DAY": "has a unit",
    "Q questionQuery": "It has no “query”",
}


@pytest.mark.parametrize("line", PROBLEMS)
def test_what_cannot_be_asked_is_told_with_a_sentence(workspace: Workspace, tell: Tell, line: str) -> None:
    about = " ".join(line.split(maxsplit=2)[:2])
    kept = [
        each
        for each in OWN.strip().splitlines()
        if not each.strip().startswith(about) or ("takesClass" in about and "Scheme" in line)
    ]
    told = "http://qudt.org/vocab/unit/DAY"
    tell("\n".join(kept) + "\n" + (line.replace("unit DAY", f"unit <{told}>") if len(line.split()) > 2 else ""))
    [broken] = library.library(workspace.reader).broken
    assert PROBLEMS[line] in broken.problem
    with pytest.raises(BadInput, match="cannot be asked"):
        library.named(library.library(workspace.reader), "Steps and more")
    with pytest.raises(NotFound):
        library.named(library.library(workspace.reader), "Steps and less")


MORE = {
    "Q-step takesClass UnitOperation": ("Q-step takesScheme Thing", "no list of the model"),
    "Q-step  takesClass UnitOperation": (
        "Q-step takesDatatype <http://www.w3.org/2001/XMLSchema#gYear>",
        "cannot be entered",
    ),
    "Q hasParameter Q-step": (
        'Q hasParameter Q-step\nQ hasParameter Q-2\nQ-2 parameterName "step"\nQ-2 takesClass Site',
        "Two of its parameters",
    ),
    'Q label "Steps and more"': (f'Q label "{"x" * 5000}"', "more than 4,000 characters"),
    "Q a Question": ("Q a Question\nQ questionGroup A\nQ questionGroup B", "more than one “group of questions”"),
}


@pytest.mark.parametrize("line", MORE)
def test_other_faults_are_told_too(workspace: Workspace, tell: Tell, line: str) -> None:
    new, problem = MORE[line]
    wanted = " ".join(line.split())
    tell("\n".join(each for each in OWN.strip().splitlines() if each.strip() != wanted) + "\n" + new)
    [broken] = library.library(workspace.reader).broken
    assert problem in broken.problem


def test_what_has_no_label_goes_by_its_sentence_or_address(workspace: Workspace, tell: Tell) -> None:
    lines = [each for each in OWN.strip().splitlines() if "label" not in each]
    tell(
        "\n".join(lines)
        + '\nB a Question\nQ-step label "the step"\nQ-step optionalParameter "true"\nQ questionGroup low'
    )
    found = library.library(workspace.reader)
    mine = found.questions[-1]
    assert mine.label == "What about {step}?"
    assert not mine.parameters[0].required
    assert [each.label for each in found.broken] == ["B"]


def test_parameters_that_a_sentence_does_not_name_come_last(workspace: Workspace, tell: Tell) -> None:
    tell(OWN.replace("VALUES ?step { }", "VALUES ?step { } VALUES ?a1 { }"))
    tell('Q hasParameter A\nA parameterName "a1"\nA takesDatatype <http://www.w3.org/2001/XMLSchema#date>')
    assert [each.name for each in library.library(workspace.reader).questions[-1].parameters] == ["step", "a1"]


def test_a_shipped_question_that_came_with_data_is_not_doubled_and_never_replaced(
    workspace: Workspace, tell: Tell
) -> None:
    shipped = next(each for each in QUESTIONS if not each.parameters and '"' not in each.query)
    lines = {
        "a": f"<{KG.Question}>",
        "label": f'"{shipped.label}"',
        "questionSentence": f'"{shipped.sentence}"',
        "questionGroup": f"<{shipped.group}>",
        "explanation": f'"{shipped.explanation}"',
    }
    quads = "\n".join(f"X {name} {value}" for name, value in lines.items())
    _tell_of(workspace, shipped, quads, shipped.query)
    found = library.library(workspace.reader)
    assert (found.questions, found.broken) == (QUESTIONS, ())
    _tell_of(workspace, shipped, 'X explanation "Another."', shipped.query)
    [broken] = library.library(workspace.reader).broken
    assert "would replace" in broken.problem or "more than one" in broken.problem


def _tell_of(workspace: Workspace, shipped: Question, lines: str, query: str) -> None:
    from kgapp.domain.changes import ChangeSet
    from kgapp.domain.history import Note
    from kgapp.domain.terms import Literal, Quad, Term, parse
    from kgapp.domain.vocabulary import PREFIXES, RDF, RDFS

    names = {"a": RDF.type, "label": RDFS.label}
    graph = Iri("https://w3id.org/kgapp/demo/graph/main")
    facts: list[tuple[Iri, Term]] = [(KG.questionQuery, Literal(query))]
    for line in lines.splitlines():
        _, name, value = line.split(maxsplit=2)
        facts.append((names.get(name, Iri(PREFIXES["kg"] + name)), parse(value)))
    quads = frozenset(Quad(shipped.iri, predicate, term, graph) for predicate, term in facts)
    workspace.commit(ChangeSet("told", added=quads), Note(workspace.author, "test"))


def test_questions_are_found_by_words_names_first() -> None:
    found = library.find(QUESTIONS, "overd revi")
    assert found[0].label == "Overdue for review"
    assert library.find(QUESTIONS, "dossier filed region")
    assert not library.find(QUESTIONS, "zebra")


def test_a_name_that_is_not_there_is_answered_with_near_ones(workspace: Workspace) -> None:
    found = library.library(workspace.reader)
    with pytest.raises(NotFound) as refused:
        library.named(found, "singelSource")
    assert "singleSource" in refused.value.hint
    with pytest.raises(NotFound) as refused:
        library.named(found, "zebra crossing")
    assert "kgapp ask PROJECT" in refused.value.hint
    twice = library.Library((*found.questions, *found.questions))
    with pytest.raises(Ambiguous):
        library.named(twice, "singleSource")
    assert library.named(found, found.questions[0].sentence) == found.questions[0]


def test_blocks_are_filled_everywhere_or_left_out() -> None:
    query = "SELECT * { VALUES ?a { } ?a ?b ?c # VALUES ?a { }\n FILTER NOT EXISTS { values $a {} ?c ?d 'VALUES ?a { }' } VALUES ?z { 1 } }"
    asked = Question(Iri("urn:q"), "q", "?", KG.ownQuestions, "", query)
    filled = questions.fill(asked, {"a": Iri("urn:x")})
    assert filled.count("VALUES ?a { <urn:x> }") == 2
    assert "# VALUES ?a { }" in filled
    assert "'VALUES ?a { }'" in filled
    assert "VALUES ?z { 1 }" in filled
    assert questions.fill(asked, {}).count("VALUES ?a { }") == 2  # in the comment and in the string
    assert questions.places(query) == ("a",)
    assert questions.worded("{a} and {b}", {"a": "x"}) == "x and {b}"
