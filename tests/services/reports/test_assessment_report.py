"""The report of an assessment: verdicts, what is missing, and what was switched off."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kgapp.domain.assessment import (
    Assessment,
    Doubt,
    Function,
    ItemKey,
    ItemStanding,
    Judged,
    Outcome,
    Proposal,
    Raised,
    RuleException,
    State,
    Suspicion,
    Verdict,
)
from kgapp.domain.document import (
    Note,
    line_text,
)
from kgapp.domain.impact import (
    ChangeKind,
    ImpactReport,
    Item,
    Named,
)
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.reports import impact
from tests.services.reports.conftest import ASKED, NOTHING_FOLLOWS, follows
from tests.services.reports.reading import front, section, sheet


def key(item: Item) -> ItemKey:
    return ItemKey(item.iri, item.site.iri if item.site else None)


def judged(item: Item, function: Function, outcome: Outcome, *doubts: Doubt) -> Judged:
    verdict = Verdict(
        Iri("urn:v"),
        key(item),
        function,
        outcome,
        "Seen at Boston.",
        "B. Analyst",
        datetime(2026, 5, 1, tzinfo=UTC),
        "",
        "",
    )
    return Judged(verdict, tuple(Suspicion(doubt, "The path changed.") for doubt in doubts))


def standing(item: Item, *verdicts: Judged, **more: object) -> ItemStanding:
    made = ItemStanding(key(item), item.label, item.site, None, item, verdicts, (), (), (), awaits_any=False)
    return replace(made, **more)  # type: ignore[arg-type]  # the tests name fields of it


@pytest.fixture
def state(report: ImpactReport) -> State:
    rule = Named(Iri("urn:rule"), "material flow")
    proposal = Proposal(
        Iri("urn:change"),
        "MOI at Leiden",
        (report.change.entity,),
        ChangeKind.VALUE,
        "3",
        "5",
        None,
        "",
        (Named(Iri("urn:b7"), "Batch 7"),),
        "",
        None,
        None,
        ("CHG-14",),
        None,
        (Named(Iri("urn:o"), "Owner"),),
        (Named(Iri("urn:dev"), "DEV-1"),),
    )
    raised = Raised(
        Iri("urn:act"),
        "Measure it",
        KG.studyAction,
        KG.open,
        (Named(Iri("urn:o"), "Owner"),),
        "2026-06-30",
        "",
        (),
        None,
    )
    done = replace(raised, status=KG.closed, label="Asked", due="", owners=(), kind=None, answer="Yes.")
    assessment = Assessment(
        Iri("urn:assessment"),
        "MOI up",
        False,
        (proposal,),
        (Function.PROCESS, Function.QC),
        (),
        None,
        (),
        exceptions=(RuleException(Iri("urn:ex"), rule, "Closed system"),),
        raised=(raised, done),
    )
    first, unknown, lost, touched = report.items
    standings = (
        standing(
            first, judged(first, Function.PROCESS, Outcome.IMPACTED), judged(first, Function.QC, Outcome.NEEDS_STUDY)
        ),
        standing(
            replace(unknown, iri=Iri("urn:u")),
            judged(unknown, Function.PROCESS, Outcome.NOT_IMPACTED, Doubt.PATH),
            missing=(Function.QC,),
        ),
        standing(replace(lost, iri=Iri("urn:l")), missing=(Function.PROCESS, Function.QC)),
        standing(replace(touched, iri=Iri("urn:t"), site=None), awaits_any=True),
        ItemStanding(
            ItemKey(Iri("urn:z"), None, Iri("urn:a")),
            "sterility",
            None,
            Named(Iri("urn:a"), "MOI"),
            None,
            (),
            (),
            (),
            (Function.QC,),
            awaits_any=False,
        ),
    )
    missing = ("One.", "Two.", "Three.", "Four.")
    return State(
        assessment,
        replace(report, switched_off=(rule, Named(Iri("urn:other"), "other rule"))),
        standings,
        missing,
        ("Look again.",),
    )


def test_the_report_of_an_assessment_names_verdicts_and_what_is_missing(state: State) -> None:
    document = impact.document(state.report, follows(state.report), ASKED, state)
    page = front(document)

    assert document.kind == "Assessment of a change"
    assert document.title == "MOI up"
    first = document.front[0]
    assert isinstance(first, Note)
    assert line_text(first.runs) == (
        "2 rules were switched off for this report. “material flow”: Closed system; “other rule”: no reason recorded"
    )
    for wanted in (
        "Number: CHG-14",
        "Batches in process: Batch 7",
        "3 of 5",
        "B. Analyst",
        "Before it can be closed: One. Two. and 2 more: see “Verdicts”",
        "Actions: 1 of 2 open: Measure it, due 2026-06-30",
    ):
        assert wanted in page, wanted
    told = section(document, "Verdicts")
    for wanted in (
        "1 of 5 decided, 4 not; 1 with a suspect verdict.",
        "Four.",
        "Look again.",
        "material flow",
        "Process: impacted Seen at Boston. (B. Analyst, 2026-05-01)",
        "Suspect: The path changed.",
        "Not yet judged by quality control",
        "Not yet judged",
        "MOI on sterility",
        "never assessed",
        "suspect",
    ):
        assert wanted in told, wanted
    assert "Needs study" in told or "needs study" in told
    assert "Yes." in section(document, "Actions and questions")
    assert "nobody yet" in section(document, "Actions and questions")
    assert "Process: name, date" in section(document, "Signatures")
    assert "Recorded as: MOI at Leiden" in section(document, "The change")
    assert "impacted Seen at Boston." in section(document, "Affected")
    stranger = replace(state.report.items[0], iri=Iri("urn:stranger"), label="stranger")
    strange = impact.document(replace(state.report, items=(stranger,)), NOTHING_FOLLOWS, ASKED, state)
    assert sheet(strange, "Work list")[1][0][-1] == ""
    heads, rows = sheet(document, "Work list")
    assert rows[0][heads.index("Standing")] == "decided"
    assert "impacted: Seen at Boston. (B. Analyst)" in rows[0]
    assert sheet(document, "Actions")[1][1][:2] == ("Asked", "")


def test_a_closed_assessment_says_by_whom_and_with_what_conclusion(state: State) -> None:
    at = datetime(2026, 6, 1, 8, tzinfo=UTC)
    closed = replace(
        state.assessment,
        closed=True,
        closed_at=at,
        closed_by="C. Board",
        conclusion="Accepted.",
        label="",
        changes=(),
        raised=(),
        asks=(),
        exceptions=(),
    )
    done = replace(state, assessment=closed, missing=(), review=(), report=replace(state.report, switched_off=()))
    document = impact.document(done.report, NOTHING_FOLLOWS, ASKED, done)

    assert "Closed on 2026-06-01 by C. Board. Accepted." in front(document)
    assert "Actions: none raised" in front(document)
    assert "Closed on 2026-06-01 08:00 UTC by C. Board: Accepted." in section(document, "Verdicts")
    assert not section(document, "Signatures")
    assert document.title.startswith("MOI #evil")
    bare = replace(done, assessment=replace(closed, closed_at=None, closed_by="", conclusion=""))
    assert "by somebody not recorded: no conclusion recorded" in section(
        impact.document(done.report, NOTHING_FOLLOWS, ASKED, bare), "Verdicts"
    )
    ready = replace(done, assessment=replace(closed, closed=False))
    assert "Before it can be closed" not in front(impact.document(done.report, NOTHING_FOLLOWS, ASKED, ready))
