"""A table from a spreadsheet is read word by word; what cannot be read is listed with its reason and nothing is guessed."""

from __future__ import annotations

import pytest

from kgapp.domain import tabbed
from kgapp.domain.coverage import Cell, Direction, Judgement, Line, Matrix, Place, StepRows
from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.terms import Iri
from kgapp.services import coverage_paste
from kgapp.services.coverage_paste import Plan, Scale
from kgapp.services.coverage_writing import Entry


def line(name: str, label: str) -> Line:
    return Line(Iri(name), name, label)


FACTORS = (line("P1", "MOI"), line("P2", "Rest time"), line("P3", "Speed"), line("P4", "Speed"))
EFFECTS = (line("Q1", "Viability"), line("Q2", "Dose"), line("P1", "MOI"))


def judged(grade: Grade, direction: Direction | None = None) -> Judgement:
    return Judgement(Iri("i"), "i", grade, direction, Evidence.OPINION, "accepted", False, True)


CELLS = {
    Place(Iri("P2"), Iri("Q1")): Cell((judged(Grade.HIGH, Direction.UP),)),
    Place(Iri("P2"), Iri("Q2")): Cell((judged(Grade.HIGH), judged(Grade.LOW))),
}
MATRIX = Matrix(None, (StepRows(None, FACTORS),), EFFECTS, CELLS)


def read(*rows: tuple[str, ...], scale: Scale = Scale.NOT_READ) -> Plan:
    return coverage_paste.read(MATRIX, tabbed.write(rows), scale)


def reasons(plan: Plan) -> list[str]:
    return [problem.because for problem in plan.problems]


def entry(factor: str, effect: str, said: Grade | Direction) -> Entry:
    return Entry(Place(Iri(factor), Iri(effect)), said)


def test_words_letters_and_directions_are_read_by_id_and_by_name() -> None:
    plan = read(("", "Q1 Viability", "dose"), ("P1", "H+", " low ↓"), ("p3", "N", "?"))
    assert plan.entries == (
        entry("P1", "Q1", Grade.HIGH),
        entry("P1", "Q1", Direction.UP),
        entry("P1", "Q2", Grade.LOW),
        entry("P1", "Q2", Direction.DOWN),
        entry("P3", "Q1", Grade.NONE),
    )
    assert (plan.cells, plan.blank, plan.problems) == (3, 1, ())
    assert read(("", "Q1"), ("P1", "~ medium")).entries[1].said is Direction.MIXED


def test_a_table_may_have_the_attributes_down() -> None:
    plan = read(("", "P3", "P4"), ("Viability", "H", "M"))
    assert plan.turned
    assert plan.entries[0] == entry("P3", "Q1", Grade.HIGH)


def test_what_is_not_known_is_listed_and_not_guessed() -> None:
    plan = read(("", "Q1", "Colour", ""), ("Speed", "H"), ("Sped", "H"), ("P1", "X", "H", "H", "H"), ("", "", ""))
    assert reasons(plan) == [
        "Nothing in this matrix is called so.",
        "It has no name.",
        "2 things are called so; use the id.",
        "Nothing in this matrix is called so.",
        "It is none of H, M, L, N, high, medium, low, none.",
        "It is longer than the heading row.",
    ]
    assert plan.entries == ()


@pytest.mark.parametrize(
    ("scale", "grades"),
    [
        (Scale.TO_THREE, [Grade.NONE, Grade.LOW, Grade.HIGH]),
        (Scale.TO_NINE, [Grade.NONE, Grade.LOW, Grade.MEDIUM]),
    ],
)
def test_figures_mean_what_was_chosen(scale: Scale, grades: list[Grade]) -> None:
    rows = (("", "Q1"), ("P1", "0"), ("P3", "1"), ("P4", "3"))
    assert [each.said for each in read(*rows, scale=scale).entries] == grades
    assert reasons(read(*rows)) == ["What figures mean was not chosen."] * 3
    assert reasons(read(("", "Q1"), ("P1", "7"), scale=scale)) == ["It is none of H, M, L, N, high, medium, low, none."]


def test_what_is_assessed_already_stays_as_it_is() -> None:
    plan = read(("", "Q1", "Q2"), ("P2", "H", "L"))
    assert (plan.same, reasons(plan)) == (1, ["2 influences are recorded here; it is not said which is meant."])
    assert read(("", "Q1"), ("P2", "H+")).same == 1
    assert reasons(read(("", "Q1"), ("P2", "H-"))) == ["It is recorded with another direction (increases)."]
    assert reasons(read(("", "Q1"), ("P2", "N"))) == [
        "It is assessed as high already; change it by hand if the table is right."
    ]


def test_a_recorded_strength_without_direction_says_so() -> None:
    cells = {Place(Iri("P2"), Iri("Q1")): Cell((judged(Grade.HIGH),))}
    plan = coverage_paste.read(Matrix(None, (StepRows(None, FACTORS),), EFFECTS, cells), "\tQ1\nP2\tH-")
    assert reasons(plan) == ["It is recorded with another direction (none recorded)."]


def test_a_cell_that_stands_twice_counts_once_or_not() -> None:
    plan = read(("", "Q1", "Viability"), ("P1", "H", "h"), ("P3", "H", "L"))
    assert (plan.cells, plan.same) == (2, 1)
    assert reasons(plan) == ["The table says something else of this cell before."]
    assert plan.entries == (entry("P1", "Q1", Grade.HIGH), entry("P3", "Q1", Grade.HIGH))


def test_nothing_bears_on_itself_and_a_mark_on_both_sides_is_no_direction() -> None:
    assert reasons(read(("", "P1", "Q1"), ("P1", "H", "+H-"))) == [
        "Nothing bears on itself.",
        "It is none of H, M, L, N, high, medium, low, none.",
    ]
    assert reasons(read(("", "Q1"), ("P1", "H↑↑↑")))


def test_what_is_no_table_or_of_another_process_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="no table"):
        coverage_paste.read(MATRIX, "just words")
    with pytest.raises(BadInput, match="names a parameter or an attribute"):
        read(("", "A"), ("B", "H"))
    monkeypatch.setattr(coverage_paste, "MOST_CELLS", 3)
    with pytest.raises(BadInput, match="more than"):
        read(("", "Q1"), ("P1", "H"))
