"""What is recorded more than once, or no longer in use: nothing is told of the first one alone, nothing retired counts."""

from __future__ import annotations

from typing import Any

from kgapp.domain.grades import Grade
from kgapp.domain.vocabulary import KG
from tests.services.impact.test_barriers import WORLD, attribute, report

ANOTHER_FILING = (
    'demo:US a kg:Region ; rdfs:label "US" . demo:EC2 a kg:RegistrationDetail ; kg:concerns demo:P ; '
    "kg:filedRange demo:F ; kg:inRegion demo:US . "
)
RETIRED = (
    "demo:EC a kg:RegistrationDetail ;",
    "demo:EC a kg:RegistrationDetail ; kg:status kg:retired ;",
)


def test_a_range_that_is_filed_in_two_regions_is_left_in_both(graph: Any) -> None:
    made = report(graph, WORLD + ANOTHER_FILING, new="5")
    assert "3 → 5 TU/cell leaves the filed range 2–4 TU/cell (EU, US)." in made.summary


def test_a_range_of_two_sites_is_recorded_at_both(graph: Any) -> None:
    both = WORLD.replace(
        "kg:atSite demo:LEI ; kg:onEquipmentModel", "kg:atSite demo:BOS, demo:LEI ; kg:onEquipmentModel"
    )
    made = report(graph, both)
    assert {each.site.label for each in made.positions if each.range_type == KG.PAR and each.site} == {
        "Boston",
        "Leiden",
    }
    assert "No normal operating range is recorded at Leiden." in made.summary


def test_a_range_that_was_proven_at_two_scales_holds_at_either(graph: Any) -> None:
    both = WORLD.replace("kg:atScale kg:commercialScale", "kg:atScale kg:commercialScale, kg:clinicalScale")
    assert attribute(report(graph, both)).held is Grade.NONE


def test_a_filed_range_that_is_retired_is_neither_left_nor_kept(graph: Any) -> None:
    narrow = "demo:F2 a kg:AcceptableRange ; kg:status kg:retired ; kg:forFactor demo:P ; kg:rangeType kg:filed ; kg:upperLimit 3.2 ."
    made = report(graph, WORLD + narrow)
    assert "3 → 3.5 TU/cell stays inside the filed range 2–4 TU/cell (EU)." in made.summary
    assert attribute(made).held is Grade.NONE
    gone = report(
        graph, WORLD.replace("demo:F a kg:AcceptableRange ;", "demo:F a kg:AcceptableRange ; kg:status kg:retired ;")
    )
    assert "No filed range is recorded: whether the move stays inside what is filed is unknown." in gone.summary
    assert attribute(gone).held is Grade.HIGH


def test_what_only_a_retired_registration_detail_filed_is_not_filed(graph: Any) -> None:
    gone = report(graph, WORLD.replace(*RETIRED))
    assert not [each for each in gone.positions if each.range_type == KG.filed]
    assert attribute(gone).held is Grade.HIGH
    kept = report(graph, WORLD.replace(*RETIRED) + ANOTHER_FILING)
    assert "3 → 3.5 TU/cell stays inside the filed range 2–4 TU/cell (US)." in kept.summary


def test_a_retired_setting_says_nothing_of_what_is_done_now(graph: Any) -> None:
    made = report(
        graph, WORLD.replace("demo:SET a kg:SiteSetting ;", "demo:SET a kg:SiteSetting ; kg:status kg:retired ;")
    )
    assert attribute(made).held is Grade.HIGH, "how it is measured now, and on what, is not recorded"
    changed = report(graph, WORLD + "demo:SET kg:status kg:retired .", about="SET")
    assert changed.positions, "one that changes itself is looked at all the same"


def test_a_normal_range_that_a_detail_names_is_a_filed_one_too(graph: Any) -> None:
    made = report(graph, WORLD.replace("kg:rangeType kg:filed", "kg:rangeType kg:NOR"), new="5")
    assert "3 → 5 TU/cell leaves the filed range 2–4 TU/cell (EU)." in made.summary
    assert {each.range_type for each in made.positions} == {KG.filed, KG.NOR, KG.PAR}
