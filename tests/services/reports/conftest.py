"""A report of an impact, small and with everything in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from kgapp.domain.follows import Citation, Filing, FollowGroup, Following, Follows, RegionFilings, Stage, Told, Topic
from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.history import Author
from kgapp.domain.impact import (
    Barrier,
    Best,
    Change,
    ChangeKind,
    Coverage,
    Effect,
    ImpactReport,
    Item,
    Named,
    NotCovered,
    RangePosition,
    SmallestSet,
    SmallestSize,
    Step,
    StepCoverage,
)
from kgapp.domain.quantity import Position, Quantity, Span
from kgapp.domain.rules import Group, Kind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.reports.origin import Asked

EVIL = "#evil"
ASKED = Asked("demo.kgproject", Author("A. Reviewer", "KGAPP_USER"), datetime(2026, 11, 23, 12, tzinfo=UTC), "c" * 64)
SITE = Named(Iri("urn:site"), f"Leiden {EVIL}")


def barrier(label: str, void: tuple[str, ...] = ()) -> Barrier:
    return Barrier(
        Iri(f"urn:{label}"),
        label,
        Iri("urn:kind"),
        "proven acceptable range",
        None,
        SITE,
        Evidence.OPINION,
        f"{label} holds {EVIL}",
        void,
    )


def step(strength: Grade | None) -> Step:
    return Step(
        "id",
        Iri("urn:a"),
        Iri("urn:rule"),
        Iri("urn:via"),
        Iri("urn:b"),
        Kind.PRODUCT,
        Kind.PRODUCT,
        Group.CAUSAL,
        strength,
        Evidence.OPINION,
        True,
        f"MOI raises {EVIL}.",
        (),
    )


def item(**more: object) -> Item:
    link = step(Grade.HIGH)
    plain = Item(
        iri=Iri("urn:b"),
        label=f"copy number {EVIL}",
        class_iri=KG.QualityAttribute,
        class_label="quality attribute",
        group=Group.CAUSAL,
        effect=Effect.AFFECTED,
        kind=Kind.PRODUCT,
        site=SITE,
        step=None,
        low=Grade.HIGH,
        high=Grade.HIGH,
        held=Grade.HIGH,
        held_by=(barrier("void one", (f"other site {EVIL}",)),),
        severity=Grade.HIGH,
        detected_by=(),
        undetected_because=(f"no method {EVIL}",),
        best=(Best(Grade.HIGH, Evidence.OPINION),),
        evidence=Evidence.OPINION,
        path=(link,),
        disjoint_paths=2,
        load_bearing=(link,),
        smallest_set=SmallestSet(SmallestSize.ONE, (link,)),
        decided_by=(),
        opposing=True,
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # the tests name fields of Item


@pytest.fixture
def report() -> ImpactReport:
    five = Quantity(Decimal(5), KG.TU_PER_CELL, "5")
    limits = Span(Quantity(Decimal(2), KG.TU_PER_CELL, "2"), Quantity(Decimal(4), KG.TU_PER_CELL, "4"))
    filed = RangePosition(
        Named(Iri("urn:filed"), "Filed"),
        KG.filed,
        limits,
        None,
        Named(Iri("urn:eu"), "EU"),
        None,
        None,
        Position.OUTSIDE,
        "",
        "outside",
    )
    touched = item(
        label="EC1",
        class_label="registration detail",
        group=Group.OBLIGATION,
        effect=Effect.TOUCHED,
        low=None,
        high=None,
        held=None,
    )
    unknown = item(
        label="potency",
        low=Grade.NONE,
        decided_by=(step(None),),
        held=Grade.NONE,
        held_by=(barrier("good one"),),
        kind=Kind.RESULT,
    )
    lost = item(
        label="T14", class_label="", group=Group.SUPPORT, effect=Effect.LOSES_SUPPORT, low=None, high=None, held=None
    )
    return ImpactReport(
        change=Change(
            Named(Iri("urn:a"), f"MOI {EVIL}", KG.ProcessParameter, "process parameter"),
            ChangeKind.VALUE,
            None,
            five,
            SITE,
        ),
        revision_hash="a" * 64,
        rules_hash="b" * 64,
        graph_hash=None,
        made_at=datetime(2026, 11, 23, 12, tzinfo=UTC),
        items=(item(), unknown, lost, touched),
        positions=(filed,),
        barriers=(barrier("void one", (f"other site {EVIL}",)), barrier("good one")),
        coverage=Coverage((StepCoverage(Named(Iri("urn:uo"), "Transduction"), 1, 1, 2),)),
        not_covered=(NotCovered(Named(Iri("urn:a"), "MOI"), None, (Named(Iri("urn:z"), "sterility"),)),),
        summary=("One affected.",),
        notes=(f"A note {EVIL}",),
        requests=5,
    )


def item_of(report: ImpactReport, label: str) -> Item:
    return next(item for item in report.items if item.label == label)


def follows(report: ImpactReport, regions: int = 2) -> Follows:
    detail = item_of(report, "EC1")
    filed = Filing(
        detail,
        established=True,
        section="3.2.S.2.2",
        filed="2–4 TU/cell",
        standing=report.positions,
        category="EU: Type II variation",
        citations=(
            Citation(Named(Iri("urn:reg"), "Regulation"), "Art. 3", "in force", settled=True),
            Citation(Named(Iri("urn:draft"), "Guideline"), "", "draft", settled=False),
        ),
        stage=Stage.COMMERCIAL,
        concerns=(),
    )
    bare = replace(
        filed, established=False, section="", filed="", standing=(), category="", citations=(), stage=Stage.UNKNOWN
    )
    lost = item_of(report, "T14")
    return Follows(
        (
            RegionFilings(Named(Iri("urn:eu"), "European Union"), (filed, bare)),
            *(
                RegionFilings(Named(Iri(f"urn:{n}"), f"Japan {n}"), (), "no filing recorded: unknown")
                for n in range(1, regions)
            ),
            RegionFilings(None, (bare,)),
        ),
        (
            FollowGroup(Topic.STUDIES, (Following(lost, (Told("margin", "10 %"), Told("due", ""))),)),
            FollowGroup(Topic.METHODS, (Following(replace(lost, site=None, note="a note"), ()),)),
        ),
    )


NOTHING_FOLLOWS = Follows((), ())
