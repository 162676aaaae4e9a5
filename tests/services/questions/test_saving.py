"""Saving questions: one revision, readable again, exported with the project; what cannot be asked is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.question import Parameter
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import KG, UNIT, XSD
from kgapp.services import history
from kgapp.services.ports import Pattern
from kgapp.services.questions import library, saving
from kgapp.services.questions.saving import Draft
from kgapp.services.workspace import Workspace

STEP = Parameter("step", "unit operation", classes=(KG.UnitOperation,))
DAYS = Parameter("days", "days", datatype=XSD.integer, unit=UNIT.DAY, default=Literal("5", XSD.integer), required=False)
DRAFT = Draft(
    "Mine",
    "What of {step} in {days} days?",
    "SELECT ?a { VALUES ?step { } VALUES ?days { } ?step ?p ?a }",
    "It lists all.",
    (STEP, DAYS),
)


def test_a_copy_of_a_shipped_question_is_read_as_it_was_saved(workspace: Workspace) -> None:
    for shipped in library.library(workspace.reader).questions[:6]:
        iri, revision = saving.save(workspace, saving.copy(shipped), "to alter it")
        mine = next(each for each in library.library(workspace.reader).questions if each.iri == iri)
        assert replace(mine, iri=shipped.iri, label=shipped.label, own=False) == shipped
        assert mine.label == f"Copy of {shipped.label}"
        assert revision.note.why == "to alter it"


def test_a_second_copy_has_a_label_of_its_own(workspace: Workspace) -> None:
    shipped = library.library(workspace.reader).questions[0]
    assert saving.free_label(workspace.reader, shipped) == f"Copy of {shipped.label}"
    saving.save(workspace, saving.copy(shipped), "one")
    assert saving.free_label(workspace.reader, shipped) == f"Copy of {shipped.label} 2"


def test_an_explanation_may_be_missing(workspace: Workspace) -> None:
    iri, _ = saving.save(workspace, replace(DRAFT, explanation=" "), "short")
    mine = next(each for each in library.library(workspace.reader).questions if each.iri == iri)
    assert not mine.explanation


def test_it_is_one_revision_in_the_graph_of_questions_and_can_be_undone(workspace: Workspace) -> None:
    iri, revision = saving.save(workspace, DRAFT, "for reviews")
    assert revision.seq == 1
    graphs = {quad.graph for quad in workspace.reader.quads(Pattern())}
    assert graphs == {Iri("https://w3id.org/kgapp/demo/graph/questions")}
    mine = library.named(library.library(workspace.reader), "mine")
    assert (mine.iri, mine.explanation, mine.parameters) == (iri, "It lists all.", (STEP, DAYS))
    history.undo(workspace, "no")
    assert not any(each.own for each in library.library(workspace.reader).questions)


def test_what_cannot_be_asked_is_not_saved(workspace: Workspace) -> None:
    for draft in (
        replace(DRAFT, label=" "),
        replace(DRAFT, label="Overdue for review"),
        replace(DRAFT, query="DROP ALL"),
        replace(DRAFT, query=""),
        replace(DRAFT, parameters=(STEP,)),
        replace(DRAFT, parameters=(STEP, replace(DAYS, unit=UNIT.DAY, datatype=XSD.date))),
    ):
        with pytest.raises(BadInput):
            saving.save(workspace, draft, "no")
    assert workspace.reader.head() is None
