"""Figures of what is reached, and the ranges that every effect of a factor is measured by, make a verdict suspect too."""

from __future__ import annotations

import pytest

from kgapp.domain.assessment import Function, ItemKey, Outcome
from kgapp.domain.terms import Iri
from kgapp.services.assessments import changes, judging, reading, standing
from kgapp.services.assessments.changes import Opening
from kgapp.services.assessments.judging import Judgement
from kgapp.services.workspace import Workspace
from tests.services.assessments.conftest import edited, seen, thing

YES = Judgement(Function.PROCESS, Outcome.IMPACTED, "Because.")
Q = ItemKey(thing("Q"), thing("LEI"))


@pytest.fixture
def judged(workspace: Workspace) -> Iri:
    """An assessment in which everything is judged."""
    edited(
        workspace,
        "",
        "demo:N0 a kg:AcceptableRange ; kg:forFactor demo:P ; kg:rangeType kg:NOR ; kg:atSite demo:BOS ; kg:upperLimit 9.0 .",
    )
    iri, _ = changes.open_assessment(workspace, Opening(changes=(thing("CH"),)), "test")
    report = reading.report(workspace, reading.read(workspace.reader, iri))
    judging.judge(workspace, iri, report, standing.keys(report), YES)
    return iri


def of(workspace: Workspace, iri: Iri, key: ItemKey = Q) -> tuple[str, ...]:
    found = seen(workspace, iri).of(key)
    assert found is not None
    return tuple(each.sentence for verdict in found.verdicts for each in verdict.suspicions)


@pytest.mark.parametrize(
    ("item", "site", "removed", "added", "words"),
    [
        ("Q", "LEI", "", "demo:N a kg:AcceptableRange ; kg:forFactor demo:P ; kg:rangeType kg:NOR ; kg:atSite demo:LEI ; kg:upperLimit 3.2 .", "stands beside it now"),
        ("Q", "LEI", "demo:F kg:upperLimit 4.0 .", "demo:F kg:upperLimit 3.9 .", "was changed to 2–3.9 TU/cell"),
        ("Q", "LEI", "", "demo:Q kg:status kg:retired .", "Its “status” was not recorded, is now retired."),
        ("SET", "LEI", "", "demo:SET kg:setpoint 3.0 .", "Its “setpoint” was not recorded, is now 3."),
        ("SET", "LEI", "demo:SET kg:basis demo:B1 .", "demo:SET kg:basis demo:B2 .", "Its “basis” was one assay"),
        ("SET", "LEI", "", 'demo:SET kg:setpoint "by eye" .', "is now by eye."),
        ("Q", "LEI", "", "demo:SET kg:setpoint 3.0 .", ": “setpoint” was not recorded, is now 3."),
        ("Q", "LEI", "", "demo:P kg:status kg:retired .", ": “status” was not recorded, is now retired."),
    ],
)  # fmt: skip
def test_figures_of_an_item_and_what_every_effect_is_measured_by_count(
    workspace: Workspace, judged: Iri, item: str, site: str, removed: str, added: str, words: str
) -> None:
    edited(workspace, removed, added)
    found = of(workspace, judged, ItemKey(thing(item), thing(site)))
    assert any(words in each for each in found), found


def test_a_normal_range_of_another_site_is_no_matter(workspace: Workspace, judged: Iri) -> None:
    edited(
        workspace, "", "demo:N a kg:AcceptableRange ; kg:forFactor demo:P ; kg:rangeType kg:NOR ; kg:atSite demo:BOS ."
    )
    assert of(workspace, judged) == ()


def test_the_same_figure_in_another_writing_is_no_matter(workspace: Workspace, judged: Iri) -> None:
    edited(workspace, "demo:F kg:upperLimit 4.0 .", "demo:F kg:upperLimit 4.00 .")
    assert of(workspace, judged) == ()


def test_that_an_attribute_is_retired_is_not_told_as_its_cells_being_assessed(
    workspace: Workspace, judged: Iri
) -> None:
    report = seen(workspace, judged).report
    assert any(thing("D") in {each.iri for each in row.attributes} for row in report.not_covered)
    edited(workspace, "", "demo:D <http://www.w3.org/2002/07/owl#deprecated> true .")
    assert of(workspace, judged, ItemKey(thing("D"), thing("LEI"))) == (
        "Its “status” was not recorded, is now retired.",
    )
    cell = next(
        each for each in seen(workspace, judged).standings if each.key.item == thing("D") and each.key.about_factor
    )
    assert [one.sentence for each in cell.verdicts for one in each.suspicions] == [
        "It is no longer unassessed: the effect of MOI was judged or is not asked for, or it no longer moves."
    ]
