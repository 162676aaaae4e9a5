"""Changes that are entered or recorded, as the question they ask together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.assessment import Function
from kgapp.domain.errors import BadInput
from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri
from kgapp.services.assessments import triage
from kgapp.services.change_drafts import ChangeDraft, Drafted, of_deviation, recorded
from kgapp.services.impact.assess import Question
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
Tell = Callable[[str], None]


def test_several_changes_are_one_question_and_the_same_one_is_asked_once() -> None:
    one, two = (Question(Iri(BASE + name), ChangeKind.VALUE) for name in ("P1", "P2"))
    drafted = Drafted(
        (
            ChangeDraft(one, asks=(Function.QUALITY,)),
            ChangeDraft(two, asks=(Function.PROCESS, Function.QUALITY)),
            ChangeDraft(one),
        )
    )
    assert drafted.question.entity == one.entity
    assert drafted.question.also == (two,)
    assert drafted.asks == (Function.PROCESS, Function.QUALITY)


def test_a_recorded_change_asks_for_each_thing_it_changes(workspace: Workspace, tell: Tell) -> None:
    tell(
        "P1 a ProcessParameter\nP2 a ProcessParameter\nC a Change\nC changes P1\nC changes P2\nC changeKind valueChange\n"
        f'C toValue "5"{DECIMAL}\nC affectsBatch B1\nC externalId "QS-1"'
    )
    found = recorded(workspace.reader, (Iri(BASE + "C"),))
    assert [(each.question.entity[-2:], each.question.new, each.external_id) for each in found] == [
        ("P1", "5", "QS-1"),
        ("P2", "5", "QS-1"),
    ]
    assert {each.existing for each in found} == {BASE + "C"}
    assert found[0].batches == (BASE + "B1",)


def test_a_deviation_is_an_excursion_of_each_factor_in_the_unit_that_fits(workspace: Workspace, tell: Tell) -> None:
    tell(
        "T a ProcessParameter\nT unit <http://qudt.org/vocab/unit/DEG_C>\nH a HoldTime\nH unit <http://qudt.org/vocab/unit/HR>\n"
        f'D a Deviation\nD label "Warm"\nD concerns T\nD concerns H\nD actualValue "15"{DECIMAL}\nD atSite BOS\n'
        f'D unit <http://qudt.org/vocab/unit/DEG_C>\nD duration "30"{DECIMAL}\nD durationUnit <http://qudt.org/vocab/unit/HR>\n'
        'D affectsBatch B1\nD externalId "DEV-1"'
    )
    drafted = of_deviation(workspace.reader, Iri(BASE + "D"))
    said = {each.question.entity[-1]: (each.question.new, each.question.duration) for each in drafted.changes}
    assert said == {"T": ("15 °C", "30 h"), "H": ("30 h", "30 h")}
    assert drafted.question.batch == BASE + "B1"
    assert drafted.asks == triage.ASKED
    assert {each.arises_from for each in drafted.changes} == {BASE + "D"}


def test_a_deviation_about_nothing_that_has_a_value_is_refused(workspace: Workspace, tell: Tell) -> None:
    tell('D a Deviation\nD label "Odd"\nD concerns K\nK a TacitAssertion')
    with pytest.raises(BadInput, match="concerns nothing that can be out of its value"):
        of_deviation(workspace.reader, Iri(BASE + "D"))
