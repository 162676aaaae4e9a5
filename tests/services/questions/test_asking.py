"""What fills the blanks of a question: typed, checked, and refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kgapp.domain.errors import Ambiguous, BadInput, NotFound
from kgapp.domain.question import Parameter, Question, fill
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import KG, UNIT, XSD
from kgapp.services.questions import asking
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"
STEP = Parameter("step", "unit operation", classes=(KG.UnitOperation,))
SITE = Parameter("site", "site", classes=(KG.Site,))
DAY = Parameter("day", "day", datatype=XSD.date, default_from=KG.referenceDate)
GRADE = Parameter("grade", "severity", scheme=KG.gradeScheme, default=KG.high)
TIME = Parameter("time", "time", datatype=XSD.decimal, unit=UNIT.MIN, required=False)
WHOLE = Parameter("days", "days", datatype=XSD.integer, unit=UNIT.DAY)


def question(*parameters: Parameter) -> Question:
    blanks = " ".join(f"{{{each.name}}}" for each in parameters)
    places = " ".join(f"VALUES ?{each.name} {{ }}" for each in parameters)
    return Question(
        Iri("urn:q"), "q", f"What of {blanks}?", KG.ownQuestions, "", f"SELECT * {{ {places} }}", parameters
    )


@pytest.mark.usefixtures("told")
def test_things_are_found_by_label_id_and_address(workspace: Workspace) -> None:
    for text in ("Expansion", "uo06", "demo:S1", f"<{DEMO}S1>"):
        assert asking.value(workspace.reader, STEP, text) == Iri(f"{DEMO}S1")


@pytest.mark.usefixtures("told")
def test_of_things_with_one_name_the_one_that_fits_is_meant(workspace: Workspace) -> None:
    assert asking.value(workspace.reader, SITE, "Leiden") == Iri(f"{DEMO}L")
    both = Parameter("both", "both", classes=(KG.Site, KG.Supplier))
    with pytest.raises(Ambiguous):
        asking.value(workspace.reader, both, "Leiden")


@pytest.mark.usefixtures("told")
def test_a_subclass_fits_and_another_class_does_not(workspace: Workspace) -> None:
    factor = Parameter("factor", "factor", classes=(KG.Factor,))
    assert asking.value(workspace.reader, factor, "demo:P") == Iri(f"{DEMO}P")
    with pytest.raises(BadInput, match="“Expansion” is a unit operation; “site” takes a site"):
        asking.value(workspace.reader, SITE, "Expansion")
    with pytest.raises(BadInput, match="is of no known kind"):
        asking.value(workspace.reader, SITE, "kg:high")


@pytest.mark.usefixtures("told")
def test_an_unknown_name_is_answered_with_what_it_could_be(workspace: Workspace) -> None:
    with pytest.raises(NotFound) as refused:
        asking.value(workspace.reader, STEP, "Exp")
    assert "Expansion" in refused.value.hint
    with pytest.raises(NotFound) as refused:
        asking.value(workspace.reader, Parameter("b", "batch", classes=(KG.Batch,)), "none")
    assert "kgapp find" in refused.value.hint


def test_values_are_typed_and_units_converted(workspace: Workspace) -> None:
    reader = workspace.reader
    assert asking.value(reader, DAY, "2026-03-31") == Literal("2026-03-31", XSD.date)
    assert asking.value(reader, GRADE, "Low") == KG.low
    assert asking.value(reader, TIME, "2 h") == Literal("120", XSD.decimal)
    assert asking.value(reader, TIME, "2.50") == Literal("2.50", XSD.decimal)
    for parameter, text in ((DAY, "31.3.2026"), (GRADE, "grim"), (TIME, "2 mL"), (WHOLE, "36 h"), (TIME, "soon")):
        with pytest.raises(BadInput):
            asking.value(reader, parameter, text)


@pytest.mark.usefixtures("told")
def test_usual_values_fill_what_nobody_said(workspace: Workspace) -> None:
    asked = question(STEP, DAY, GRADE, TIME)
    terms = asking.values(workspace.reader, asked, {"step": " Expansion ", "grade": ""})
    assert terms == {"step": Iri(f"{DEMO}S1"), "day": Literal("2026-03-01", XSD.date), "grade": KG.high}
    assert asking.said(workspace.reader, asked, terms) == "What of Expansion 2026-03-01 high any time?"
    assert "?time" not in fill(asked, terms)


def test_without_a_reference_date_it_is_today(workspace: Workspace, tell: Callable[[str], None]) -> None:
    today = Literal("2026-05-04", XSD.date)
    assert asking.usual(workspace.reader, DAY, date(2026, 5, 4)) == today
    assert asking.usual(workspace.reader, DAY) is not None
    tell("project a Project")
    assert asking.usual(workspace.reader, DAY, date(2026, 5, 4)) == today
    assert asking.usual(workspace.reader, Parameter("a", "a", default_from=KG.version)) is None


def test_a_blank_that_is_needed_and_a_name_that_is_not_there_are_refused(workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="Say what “step” is: a unit operation"):
        asking.values(workspace.reader, question(STEP), {})
    with pytest.raises(BadInput, match="no blank “stop”") as refused:
        asking.values(workspace.reader, question(STEP), {"stop": "x"})
    assert "step" in refused.value.hint
    with pytest.raises(BadInput) as refused:
        asking.values(workspace.reader, question(), {"stop": "x"})
    assert "none at all" in refused.value.hint


def test_personal_figures_are_noticed_by_name_and_address() -> None:
    asked = replace(question(STEP), query="SELECT ?a { ?p kg:attritionRisk ?a }")
    assert asking.shows_people(asked)
    assert asking.shows_people(replace(asked, query=f"SELECT ?a {{ ?p <{KG.leavesOn}> ?a }}"))
    assert not asking.shows_people(replace(asked, query="SELECT ?leavesOn { ?p kg:worksAt ?leavesOn }"))


def test_what_a_blank_takes_is_said() -> None:
    assert asking.takes(TIME) == "a number in min"
    assert (
        asking.takes(Parameter("k", "k", classes=(KG.UnitOperation, KG.Equipment)))
        == "a unit operation or an equipment"
    )
    assert asking.takes(GRADE) == "one of the words none, low, medium, high"
    assert asking.takes(Parameter("t", "t", datatype=XSD.string)) == "a text"


@pytest.mark.usefixtures("told")
def test_asking_hands_the_filled_query_to_the_source(workspace: Workspace) -> None:
    source: Any = Told()
    asked = question(STEP)
    with asking.ask(workspace.reader, source, asked, {"step": Iri(f"{DEMO}S1")}, timeout_s=3):
        pass
    assert source.asked == [(f"SELECT * {{ VALUES ?step {{ <{DEMO}S1> }} }}", 3)]


class Told:
    """A source that keeps what it is asked and answers nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, float]] = []

    def answer(self, query: str, *, timeout_s: float) -> Any:
        from contextlib import nullcontext

        from kgapp.domain.answers import Answer
        from kgapp.domain.sparql_text import Form

        self.asked.append((query, timeout_s))
        return nullcontext(Answer(Form.SELECT, 0, (), iter(())))
