"""What follows from a change: filings by region, drafts marked, stages told apart, and no filing is never "nothing to file"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kgapp.domain.follows import Follows, Stage, Topic
from kgapp.domain.grades import Evidence
from kgapp.domain.impact import Change, ChangeKind, Coverage, Effect, ImpactReport, Item, Named, RangePosition
from kgapp.domain.quantity import Span
from kgapp.domain.rules import Group, Kind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import impact_follows
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
Tell = Callable[[str], None]

PROJECT = """
    US a Region
    US label "United States"
    EU a Region
    EU label "European Union"
    JP a Region
    JP label "Japan"
    BOS a Site
    BOS inRegion US
    LEI a Site
    LEI inRegion EU
    KOB a Site
    KOB inRegion JP
    SPB a SiteProcess
    SPB atSite BOS
    SPB lifecycleStage commercial
    SPC a SiteProcess
    SPC atSite BOS
    SPC lifecycleStage clinical
    SPL a SiteProcess
    SPL atSite LEI
    SPL lifecycleStage commercial
    SPK a SiteProcess
    SPK atSite KOB
    F a AcceptableRange
    F lowerLimit "2"
    F upperLimit "4"
    F unit TU-PER-CELL
    PROV a Provision
    PROV label "21 CFR 601.12"
    PROV status inForce
    DRAFT a Provision
    DRAFT label "Draft guidance"
    DRAFT status draft
    LATER a Announcement
    LATER label "Announced"
    RC label "US: PAS"
    RC citesProvision PROV
    EC a EstablishedCondition
    EC label "MOI filed, US"
    EC inRegion US
    EC filedRange F
    EC reportingCategory RC
    EC citesProvision DRAFT
    EC citesProvision LATER
    EC concerns P1
    P1 label "MOI"
    RD a RegistrationDetail
    RD label "MOI filed, EU"
    RD inRegion EU
    LOST a RegistrationDetail
    LOST label "Filed somewhere"
    OWN a RegistrationDetail
    OWN label "Trial"
    OWN inRegion JP
    OWN lifecycleStage clinical
    T1 a KnowledgeTransfer
    T1 competent "false"
    T1 toPerson EX1
    EX1 label "Analyst (invented)"
    R1 a RiskItem
    R2 a RiskItem
    R2 status closed
"""


def item(name: str, kind: Iri, effect: Effect = Effect.TOUCHED) -> Item:
    iri = Iri(BASE + name)
    group = Group.CAUSAL if effect is Effect.AFFECTED else Group.OBLIGATION
    nothing = (None, None, None, ())
    return Item(
        iri, name, kind, "", group, effect, Kind.PRODUCT, None, None, *nothing, None, (), (), (), Evidence.RECORDED,
        (), None, (), None, (), opposing=False,
    )  # fmt: skip


def report(*items: Item) -> ImpactReport:
    change = Change(Named(Iri(BASE + "P1"), "MOI"), ChangeKind.VALUE)
    return ImpactReport(
        change, "", "", None, datetime(2026, 1, 1, tzinfo=UTC), items, (), (), Coverage(()), (), (), (), 0
    )


@pytest.fixture
def found(workspace: Workspace, tell: Tell) -> Follows:
    tell(PROJECT)
    return impact_follows.follows(
        workspace.reader,
        report(
            item("Q1", KG.QualityAttribute, Effect.AFFECTED),
            item("EC", KG.EstablishedCondition),
            item("RD", KG.RegistrationDetail),
            item("LOST", KG.RegistrationDetail),
            item("T1", KG.KnowledgeTransfer),
            item("R1", KG.RiskItem),
            item("R2", KG.RiskItem),
        ),
    )


def test_filings_stand_by_region_and_a_region_without_one_is_unknown(found: Follows) -> None:
    names = [(each.region.label if each.region else "", len(each.filings)) for each in found.regions]
    assert names == [("European Union", 1), ("United States", 1), ("Japan", 0), ("", 1)]
    assert "unknown" in found.regions[2].gap
    assert not found.regions[0].gap


def test_range_category_and_citations_are_told_as_stored_and_drafts_are_marked(found: Follows) -> None:
    filing = found.regions[1].filings[0]
    assert (filing.filed, filing.category) == ("2–4 TU/cell", "US: PAS")
    assert [each.words for each in filing.citations] == [
        "Draft guidance [draft]",
        "Announced [status not recorded]",
        "21 CFR 601.12",
    ]
    assert filing.established
    assert [each.label for each in filing.concerns] == ["MOI"]
    bare = found.regions[0].filings[0]
    assert (bare.filed, bare.category, bare.citations) == ("", "", ())


def test_clinical_and_commercial_stage_are_told_apart(found: Follows) -> None:
    assert found.regions[0].filings[0].stage is Stage.COMMERCIAL
    assert found.regions[1].filings[0].stage is Stage.BOTH
    assert found.regions[3].filings[0].stage is Stage.UNKNOWN


def test_the_stage_of_a_filing_itself_comes_first(workspace: Workspace, tell: Tell) -> None:
    tell(PROJECT)
    found = impact_follows.follows(workspace.reader, report(item("OWN", KG.RegistrationDetail)))
    assert found.regions[0].filings[0].stage is Stage.CLINICAL


def test_everything_that_is_not_affected_stands_there_once_under_its_topic(found: Follows) -> None:
    topics = {group.topic: [each.item.label for each in group.things] for group in found.groups}
    assert topics == {Topic.TRAININGS: ["T1"], Topic.RISKS: ["R1"], Topic.OTHERS: ["R2"]}
    assert found.total == 6


def test_a_training_says_who_learned_and_whether_competence_was_shown(found: Follows) -> None:
    training = found.groups[0].things[0]
    assert [(each.name, each.value) for each in training.told] == [
        ("to person", "Analyst"),
        ("transfers", ""),
        ("competence", "not shown"),
        ("on", ""),
    ]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ChangeKind.EXCURSION, "An excursion does not change what is filed"),
        (ChangeKind.VALUE, "By the rules applied, this change does not touch it"),
    ],
)
def test_what_is_filed_of_the_changed_factor_is_told_where_the_change_does_not_touch_it(
    workspace: Workspace, tell: Tell, kind: ChangeKind, said: str
) -> None:
    tell(PROJECT)
    tell("S1 forFactor P1\nOLD a RegistrationDetail\nOLD concerns P1\nOLD inRegion EU\nOLD status retired")
    tell('PLAIN a RegistrationDetail\nPLAIN label "Site filed"\nPLAIN concerns S1\nPLAIN inRegion US')
    kg_range = RangePosition(
        Named(Iri(BASE + "G"), "Filed range, Japan"), KG.filed, Span(None, None), None, Named(Iri(BASE + "JP"), "Japan"),
        None, None, None, "", "", words="0–8 h",
    )  # fmt: skip
    named_already = replace(
        kg_range, range=Named(Iri(BASE + "F"), "F"), region=Named(Iri(BASE + "US"), "United States")
    )
    normal, anywhere = replace(kg_range, range_type=KG.NOR), replace(kg_range, region=None)
    made = replace(
        report(),
        change=Change(Named(Iri(BASE + "S1"), "MOI at Boston"), kind),
        positions=(kg_range, named_already, normal, anywhere, replace(kg_range, words="")),
    )
    told = {each.region.label: each for each in impact_follows.follows(workspace.reader, made).regions if each.region}
    assert told["United States"].recorded == "Site filed; MOI filed, US (2–4 TU/cell)"
    assert said in told["United States"].gap
    assert "unknown" in told["United States"].gap
    assert "no filing recorded" not in told["United States"].gap
    assert told["Japan"].recorded.startswith("Filed range, Japan (0–8 h), without a registration detail")
    assert (told["European Union"].recorded, "no filing recorded" in told["European Union"].gap) == ("", True)
