"""The page of an impact report: whole, escaped, without script, and nothing fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from importlib import metadata

import pytest

from kgapp.adapters.html_report.impact import page
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

EVIL = '<script>alert("x")</script>'
ASKED_BY = Author(f"A. Reviewer {EVIL}", "KGAPP_USER")
SITE = Named(Iri("urn:site"), f"Leiden {EVIL}")


def _barrier(label: str, void: tuple[str, ...] = ()) -> Barrier:
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


def _step(strength: Grade | None) -> Step:
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


def _item(**more: object) -> Item:
    step = _step(Grade.HIGH)
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
        held_by=(_barrier("void one", (f"other site {EVIL}",)),),
        severity=Grade.HIGH,
        detected_by=(),
        undetected_because=(f"no method {EVIL}",),
        best=(Best(Grade.HIGH, Evidence.OPINION),),
        evidence=Evidence.OPINION,
        path=(step,),
        disjoint_paths=2,
        load_bearing=(step,),
        smallest_set=SmallestSet(SmallestSize.ONE, (step,)),
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
    touched = _item(
        label="EC1",
        class_label="registration detail",
        group=Group.OBLIGATION,
        effect=Effect.TOUCHED,
        low=None,
        high=None,
        held=None,
    )
    unknown = _item(
        label="potency",
        low=Grade.NONE,
        decided_by=(_step(None),),
        held=Grade.NONE,
        held_by=(_barrier("good one"),),
        kind=Kind.RESULT,
    )
    lost = _item(
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
        items=(_item(), unknown, lost, touched),
        positions=(filed,),
        barriers=(_barrier("void one", (f"other site {EVIL}",)), _barrier("good one")),
        coverage=Coverage((StepCoverage(Named(Iri("urn:uo"), "Transduction"), 1, 1, 2),)),
        not_covered=(NotCovered(Named(Iri("urn:a"), "MOI"), None, (Named(Iri("urn:z"), "sterility"),)),),
        summary=("One affected.",),
        notes=(f"A note {EVIL}",),
        requests=5,
    )


def test_everything_from_the_graph_is_escaped_and_nothing_runs(report: ImpactReport) -> None:
    html = page(report, f"demo {EVIL}.kgproject", ASKED_BY)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") > 8
    assert not re.search(r"(?:src|href|action)\s*=\s*[\"'](?!#)", html)
    assert not re.search(r"\son\w+\s*=", html)
    assert "style=" not in html


def test_the_policy_allows_the_one_style_and_nothing_else(report: ImpactReport) -> None:
    html = page(report, "demo.kgproject", ASKED_BY)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    assert (
        policy[1].replace("&#43;", "+")
        == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_a_reviewer_finds_the_change_the_reasons_and_what_nobody_assessed(report: ImpactReport) -> None:
    html = page(report, "demo.kgproject", ASKED_BY)
    for wanted in (
        "One affected.",
        "5 TU/cell",
        "2–4 TU/cell",
        "outside",
        "severity high",
        "opinion",
        "Nothing holds it; void",
        "void one",
        "Held, to be confirmed",
        "Nothing detects it",
        "Strength never assessed",
        "A. Reviewer",
        "sterility",
        "Loses support",
        "Touched",
        "Transduction",
        "not a risk rating in the sense of ICH Q9",
        "it does not decide",
        "a" * 64,
        "b" * 64,
        "2026-11-23 12:00:00 UTC",
        "Decided by a strength that nobody has recorded",
        "the result, not the product",
        "none–high",
    ):
        assert wanted in html, wanted


def test_equal_ranges_are_one_row_and_a_reason_is_told_once(report: ImpactReport) -> None:
    (filed,) = report.positions
    other = replace(filed, range=Named(Iri("urn:us"), "Filed in US"), region=Named(Iri("urn:us"), "US"))
    odd = replace(filed, reason="another assay", new=Position.INSIDE)
    odder = replace(odd, range_type=KG.NOR)
    html = page(replace(report, positions=(filed, other, odd, odder)), "demo.kgproject", ASKED_BY)
    assert "EU · US" in html
    assert html.count("another assay") == 1
    assert html.count("for the reason given above") == 1
    assert html.count("inside as a figure only") == 2


@pytest.mark.parametrize(("known", "told"), [(True, "kgapp 9.9"), (False, "kgapp (run from a checkout)")])
def test_the_page_names_the_version(
    report: ImpactReport, monkeypatch: pytest.MonkeyPatch, known: bool, told: str
) -> None:
    def version(name: str) -> str:
        if not known:
            raise metadata.PackageNotFoundError(name)
        return "9.9"

    monkeypatch.setattr(metadata, "version", version)
    assert told in page(report, "demo.kgproject", ASKED_BY)


def test_a_report_of_nothing_says_so(report: ImpactReport) -> None:
    empty = replace(report, items=(), positions=(), barriers=(), coverage=Coverage(()), not_covered=())
    html = page(empty, "demo.kgproject", ASKED_BY)
    assert "Nothing that the graph knows is affected" in html
    assert "The change moves no factor" in html
