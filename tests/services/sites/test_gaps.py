"""The impact of every difference: each asked once, the most severe first, and what was not run is named."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.impact import Effect, ImpactReport
from kgapp.domain.sites import Comparison, Dimension, Row, State
from kgapp.services.impact.assess import Question
from kgapp.services.sites import contract, gaps

Two = Callable[..., Comparison]
Find = Callable[[Comparison, Dimension, str], Row]

TEXT = """
U1 hasFactor P
U1 hasFactor R
P a ProcessParameter
R a ProcessParameter
P unit HR
R unit HR
Q severity high
I hasCause R
I hasEffect Q
S1 a SiteSetting
S1 forFactor P
S1 atSite BOS
S1 setpoint "1"
S2 a SiteSetting
S2 forFactor P
S2 atSite LEI
S2 setpoint "2"
S3 a SiteSetting
S3 forFactor R
S3 atSite BOS
S3 setpoint "1"
S4 a SiteSetting
S4 forFactor R
S4 atSite LEI
S4 setpoint "2"
"""


def item(
    effect: Effect, low: Grade | None, high: Grade | None, severity: Grade | None = None, *, seen: bool = False
) -> object:
    return SimpleNamespace(effect=effect, low=low, high=high, severity=severity, detected_by=(1,) if seen else ())


def report(*items: object) -> ImpactReport:
    return cast("ImpactReport", SimpleNamespace(items=items))


def test_the_most_severe_is_asked_first_and_no_more_than_allowed(two: Two, row: Find) -> None:
    asked: list[Question] = []

    def ask(question: Question) -> ImpactReport:
        asked.append(question)
        return report()

    comparison = two(TEXT)
    assessed = gaps.assess(comparison, ask, most=1)
    assert [(each.entity[-1], each.old, each.new) for each in asked] == [("R", "1 h", "2 h")]
    reach = assessed.of(row(comparison, Dimension.SETTING, "R"))
    assert reach is not None
    assert (reach.word, reach.affected) == ("nothing affected", 0)
    other = row(comparison, Dimension.SETTING, "P")
    assert assessed.of(other) is None
    assert assessed.why_not(other) == "Only 1 differences are assessed in one run."


def test_reach_is_the_furthest_affected_and_counts_the_rest(two: Two, row: Find) -> None:
    found = report(
        item(Effect.AFFECTED, Grade.LOW, Grade.LOW),
        item(Effect.AFFECTED, Grade.NONE, Grade.HIGH, Grade.MEDIUM),
        item(Effect.AFFECTED, None, None, Grade.HIGH, seen=True),
        item(Effect.TOUCHED, None, None),
    )
    comparison = two(TEXT)
    reach = gaps.assess(comparison, lambda _: found).of(row(comparison, Dimension.SETTING, "P"))
    assert reach is not None
    assert (reach.word, reach.affected, reach.touched) == ("none–high", 3, 1)
    assert (reach.severity, reach.undetected) == (Grade.HIGH, 1)
    same = gaps.assess(comparison, lambda _: report(item(Effect.AFFECTED, Grade.LOW, Grade.LOW)))
    assert {each.word for each in same.reaches} == {"low"}


def test_what_cannot_be_assessed_says_why(two: Two, row: Find) -> None:
    def refuse(question: Question) -> ImpactReport:
        raise BadInput(f"Not {question.kind.value}.", hint="")

    comparison = two(TEXT)
    assessed = gaps.assess(comparison, refuse)
    assert not assessed.reaches
    assert {each.why for each in assessed.not_run} == {"Not value."}
    assert assessed.why_not(row(comparison, Dimension.PEOPLE, "U1")) == ""
    assert assessed.of(row(comparison, Dimension.PEOPLE, "U1")) is None


def test_json_is_the_contract(two: Two) -> None:
    comparison = two(TEXT)
    plain = contract.to_json(comparison)
    assert plain["format"] == "kgapp-sites/1"
    assert plain["not_run"] is None
    assert {row["reach"] for row in plain["rows"]} == {None}
    assert plain["counts"]["differs"] == comparison.count(State.DIFFERS) == 2
    assessed = contract.to_json(comparison, gaps.assess(comparison, lambda _: report(), most=1))
    assert len(assessed["not_run"]) == 1
    assert sum(row["reach"] is not None for row in assessed["rows"]) == 1
    start = next(row["start"] for row in assessed["rows"] if row["start"])
    assert set(start) == {"entity", "change", "from", "to", "site"}
    sides = [row["sending"] for row in assessed["rows"] if row["sending"]]
    assert sides
    assert all(side["quads"] and side["text"] for side in sides)
