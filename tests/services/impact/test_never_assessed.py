"""How much nobody has assessed is never rounded up to all of it, and no recorded factor is not told as no factor."""

from __future__ import annotations

from typing import Any

from kgapp.domain.impact import StepCoverage
from tests.services.impact.test_barriers import WORLD, report


def test_a_part_that_was_assessed_is_never_rounded_away(graph: Any) -> None:
    many = "".join(f"demo:Q{number} a kg:QualityAttribute . " for number in range(200))
    told = "More than 99 % of the effects of what moves on quality attributes were never assessed: unknown, not “no impact”."
    assert told in report(graph, WORLD + many).summary
    none = report(graph, WORLD.replace("kg:hasEffect demo:Q ;", "") + many)
    assert any(each.startswith("100 % of the effects") for each in none.summary)


def test_what_is_left_is_told_in_whole_percent() -> None:
    assert StepCoverage(None, 623, 0, 1).never_assessed == "1 %"
    assert StepCoverage(None, 3, 0, 0).never_assessed == "0 %"


def test_a_judgement_against_the_effect_is_told_and_stops_nothing(graph: Any) -> None:
    against = "demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:{} ; kg:strength kg:none ; kg:evidenceLevel kg:atScaleStudy . "
    told = "That MOI acts on copy number is disputed: one judgement says so, another says that it has no effect."
    made = report(graph, WORLD + against.format("Q"))
    assert told in made.notes
    assert "Q" in {item.iri.rpartition("/")[2] for item in made.items}
    assert not any("disputed" in each for each in report(graph, WORLD + against.format("D")).notes)
