"""The eight things that go wrong in the demo are found without knowing where to look.

Boston transfers to Leiden. Nothing here asks about a thing that the story names: the comparison of the sites, the survey of
knowledge, the rehearsal of whoever goes and the assessment of whatever is proposed say it by themselves, at the top.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kgapp import bootstrap
from kgapp.domain.follows import Topic
from kgapp.domain.grades import Grade
from kgapp.domain.sites import Dimension, State
from kgapp.domain.vocabulary import KG
from kgapp.services import impact_follows
from kgapp.services.assessments import proposals
from kgapp.services.impact import assess
from kgapp.services.knowledge_departure import rehearse
from kgapp.services.knowledge_risk import reference_day, survey
from kgapp.services.statements import Statements

pytestmark = pytest.mark.no_cover

DEMO = "https://w3id.org/kgapp/demo/"
TODAY = date(2030, 1, 1)
"""Never asked for: the demo has a day of its own."""
GAPS = {State.DIFFERS.value, State.WIDER.value, State.NARROWER.value, State.MISSING.value}
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def top(sites_found: dict[str, Any]) -> Rows:
    """What a reviewer reads first: gaps of high severity that reach far, and what is missing."""
    gaps = [row for row in sites_found["rows"] if row["state"] in GAPS and row["severity"] == "high"]
    far = [row for row in gaps if row["reach"] and row["reach"]["grade_high"] == Grade.HIGH.word]
    return [*far, *(row for row in gaps if row["state"] == State.MISSING.value and row not in far)]


def about(rows: Rows, dimension: Dimension, thing: str) -> dict[str, Any]:
    (found,) = [row for row in rows if row["dimension"] == dimension.value and row["thing"] == DEMO + thing]
    return found


def test_1_the_same_moi_is_not_the_same_multiplicity(top: Rows) -> None:
    row = about(top, Dimension.SETTING, "P17")
    assert row["sending"]["text"] == row["receiving"]["text"]
    assert row["state"] == State.DIFFERS.value
    assert "no study bridges the two" in row["meaning"]
    assert "T14" in row["meaning"]


def test_2_the_rest_overnight_stands_in_a_conflict_of_the_literature(top: Rows) -> None:
    row = about(top, Dimension.HOLD_TIME, "P09")
    assert (row["sending"]["text"], row["receiving"]["text"]) == ("2 h", "16 h")
    assert "Know-how about it disagrees: T09, T10." in row["meaning"]


def test_3_the_static_vessel_lacks_its_own_settings_and_not_those_of_the_rocking_bag(
    top: Rows, sites_found: dict[str, Any]
) -> None:
    assert about(top, Dimension.EQUIPMENT, "E05")["receiving"]["text"].startswith("G-Rex")
    missing = {row["thing"].removeprefix(DEMO) for row in sites_found["rows"] if row["state"] == State.MISSING.value}
    assert {"P51", "P52", "P53"} <= missing
    for factor in ("P28", "P29"):
        row = about(sites_found["rows"], Dimension.SETTING, factor)
        assert row["state"] == State.NOT_APPLICABLE.value
        function = about(sites_found["rows"], Dimension.FUNCTION, factor)
        assert "act on the same" in function["meaning"]
    assert "Applies at Leiden only" in about(sites_found["rows"], Dimension.KNOW_HOW, "T24")["meaning"]


def test_4_the_activation_reagent_is_short_and_its_substitute_is_no_like_for_like(
    top: Rows, sites_project: str
) -> None:
    row = about(top, Dimension.MATERIAL, "M02")
    assert "Allocation of the activation reagent" in row["meaning"]
    assert "T20" in row["meaning"]
    with bootstrap.reading(Path(sites_project)) as workspace:
        reader = workspace.reader
        day = reference_day(reader, TODAY)
        said = [
            f"{loss.thing.label}: {loss.sentence}"
            for supplier in reader.instances((KG.Supplier,))
            for loss in rehearse(reader, supplier, day).losses
        ]
    assert any("TransAct" in each and "substitute: CTS Dynabeads" in each for each in said)


def test_5_selection_in_another_buffer_is_no_detail(top: Rows) -> None:
    row = about(top, Dimension.SETTING, "P12")
    assert row["receiving"]["text"] == "X-VIVO 15 (beads)"
    assert "T01" in row["meaning"]


def test_6_methods_are_not_there_one_gate_is_set_by_eye_and_two_freezers_are_two(top: Rows) -> None:
    for method in ("AM3", "AM4"):
        assert about(top, Dimension.METHOD, method)["state"] == State.MISSING.value
    assert "one gate set by eye" in about(top, Dimension.METHOD, "AM2")["meaning"]
    assert about(top, Dimension.EQUIPMENT, "E06")["receiving"]["text"].startswith("CryoMed")
    assert "no study bridges the two" in about(top, Dimension.SETTING, "P44")["meaning"]


def test_7_most_of_the_know_how_goes_with_one_person(sites_project: str, top: Rows) -> None:
    whole = about(top, Dimension.KNOW_HOW, "SP-LEI")
    assert "held by one person only" in whole["meaning"]
    with bootstrap.reading(Path(sites_project)) as workspace:
        reader = workspace.reader
        found = survey(reader, reference_day(reader, TODAY))
        alone = Counter(one.holders[0].person.iri for one in found.know_how if len(one.holders) == 1)
        (person, count), *_ = alone.most_common(1)
        leaves = Statements(reader).text(person, KG.leavesOn)
    assert (person, leaves) == (DEMO + "EX1", "2026-12-01")
    assert count > len(found.know_how) / 3


def test_8_a_guideline_that_is_a_draft_is_called_one(sites_project: str) -> None:
    with bootstrap.reading(Path(sites_project)) as workspace:
        known = Statements(workspace.reader)
        told: dict[str, set[str]] = defaultdict(set)
        for change in workspace.reader.instances((KG.Change,)):
            question, *_ = proposals.questions(proposals.read(known, change))
            follows = impact_follows.follows(workspace.reader, assess.of_workspace(workspace, question))
            for group in follows.groups:
                for each in group.things if group.topic is Topic.PROVISIONS else ():
                    told[each.item.label] |= {fact.value for fact in each.told}
    assert "draft" in told["FDA comparability draft 2023"]
    assert "in force" in told["21 CFR 600-680"]
