"""The report of an impact and of an assessment: what stands on the first page, in the work list and in the trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

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
    Block,
    Bullets,
    Counts,
    Document,
    Facts,
    Heading,
    Note,
    Paragraph,
    Signatures,
    Table,
    Trace,
    line_text,
    text_of,
)
from kgapp.domain.follows import Citation, Filing, FollowGroup, Following, Follows, RegionFilings, Stage, Told, Topic
from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.history import Author
from kgapp.domain.impact import (
    Barrier,
    Best,
    Change,
    ChangeKind,
    Coverage,
    Detection,
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
from kgapp.domain.terms import XSD_STRING, Iri, Literal, Quad
from kgapp.domain.vocabulary import KG
from kgapp.services.reports import impact
from kgapp.services.reports.origin import Asked

EVIL = "#evil"
ASKED = Asked("demo.kgproject", Author("A. Reviewer", "KGAPP_USER"), datetime(2026, 11, 23, 12, tzinfo=UTC), "c" * 64)
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


def lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield block.title
            yield block.hint
            yield from (column.head for column in block.columns)
            yield from (text_of(cell) for row in block.rows for cell in row.cells)
        elif isinstance(block, Facts):
            yield from (f"{name}: {text_of(cell)}" for name, cell in block.rows)
        elif isinstance(block, Paragraph | Note):
            yield line_text(block.runs)
        elif isinstance(block, Bullets):
            yield from map(line_text, block.lines)
        elif isinstance(block, Counts):
            yield from (f"{count.number} {count.words}" for count in block.counts)
        elif isinstance(block, Trace):
            yield from (text for entry in block.entries for text in (f"{entry.number}. {entry.claim}", *entry.lines))
        elif isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Signatures):
            yield from block.roles


def front(document: Document) -> str:
    return "\n".join(lines(document.front))


def section(document: Document, title: str) -> str:
    return "\n".join(text for each in document.sections if each.title == title for text in lines(each.blocks))


def sheet(document: Document, name: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    (found,) = (each for each in document.sheets if each.name == name)
    return tuple(column.head for column in found.columns), [tuple(map(text_of, row)) for row in found.rows]


def test_the_first_page_has_what_a_change_board_needs(report: ImpactReport) -> None:
    document = impact.document(report, follows(report), ASKED)
    page = front(document)

    for wanted in (
        "One affected.",
        "Change: MOI #evil at Leiden",
        "Number: no number of the quality system recorded",
        "Batches in process: none named: ask manufacturing",
        "Filed range",
        "2–4 TU/cell",
        "outside",
        "EU",
        "Quality attributes, most severe first (all 2)",
        "European Union",
        "2–4 TU/cell: new value outside",
        "EU: Type II variation, commercial",
        "Regulation, Guideline [draft]",
        "no filing recorded for what is reached",
        "no region recorded",
        "Verdicts: none; this report was made without an assessment.",
        "Studies: T14",
        "To be looked at: methods 1",
        "Never assessed: 2 of 4 pairs",
        "A note #evil",
        "1 affected, high",
        "1 held, to be confirmed",
    ):
        assert wanted in page, wanted
    assert document.kind == "Impact of a change"
    assert document.origin.hashes == (("Revision", "a" * 64), ("Rules", "b" * 64), ("Graph", "c" * 64))
    said = " ".join(document.purpose)
    assert "is no record of one" in said
    assert "not a risk rating in the sense of ICH Q9" in said
    assert "Complete" in said


def test_the_work_list_says_why_what_it_rests_on_what_holds_it_and_what_detects_it(report: ImpactReport) -> None:
    work = section(impact.document(report, follows(report), ASKED), "Affected")

    for wanted in (
        "copy number #evil",
        "Leiden #evil",
        "MOI raises #evil.\N{NO-BREAK SPACE}[1]",
        "This rests on one statement.",
        "At least 2 paths of this grade share no link.",
        "Paths act on it in opposite directions.",
        "Nothing holds it; void: void one",
        "Held, to be confirmed: good one holds",
        "Nothing detects it: no method #evil",
        "Decided by a strength that nobody has recorded.",
        "the result, not the product",
        "none–high",
        "held: none",
        "severity high",
        "1 hop",
    ):
        assert wanted in work, wanted


def test_what_is_less_usual_is_told_too(report: ImpactReport) -> None:
    detection = Detection(
        Named(Iri("urn:s"), "S"), Named(Iri("urn:m"), "Flow"), None, True, None, "15 %", "Detected by Flow."
    )
    after = replace(detection, before_infusion=False, method=Named(Iri("urn:n"), "qPCR"))
    first = report.items[0]
    two = (*first.path, replace(first.path[0], id="second"))
    unsure = replace(_barrier("unsure one", ("its basis is not recorded",)), unsure=True)
    odd = replace(
        first,
        label="odd",
        class_label="",
        severity=None,
        site=None,
        step=Named(Iri("urn:uo"), "Transduction"),
        detected_by=(detection, after),
        best=(Best(Grade.HIGH, Evidence.OPINION), Best(Grade.LOW, Evidence.AT_SCALE)),
        path=two,
        decided_by=(first.path[0],),
        low=Grade.LOW,
        held_by=(_barrier("good one"), _barrier("void one", ("x",)), unsure, replace(unsure, label="listed")),
        smallest_set=None,
        disjoint_paths=1,
        opposing=False,
    )
    plain_one = replace(
        odd, label="plain", detected_by=(), undetected_because=(), held_by=(), best=first.best, decided_by=()
    )
    only_unsure = replace(plain_one, label="only unsure", held_by=(unsure,))
    changed = replace(report, items=(odd, plain_one, only_unsure), barriers=(unsure, _barrier("good one")))
    document = impact.document(changed, NOTHING_FOLLOWS, ASKED)
    work = section(document, "Affected")

    for wanted in (
        "Not classified (3)",
        "every site",
        "Transduction",
        "severity not recorded",
        "2 hops",
        "Other balance: low on study at scale",
        "Decided by what nobody has recorded: MOI raises #evil.",
        "Held on one path, not on another: good one holds",
        "Void: void one",
        "Not known whether it holds: unsure one, listed",
        "Detected by Flow.",
        "Other tests do not: no method",
    ):
        assert wanted in work, wanted
    page = front(document)
    assert "Flow (before infusion), qPCR (after infusion)" in page
    assert "Affected items, most severe first (all 3)" in page
    assert "nothing; of 1 candidate not known" in page
    assert "good one: to high, to be confirmed" in page
    assert "no region with a process or a filing is recorded" in page
    assert "not known" in section(document, "What could hold it")
    assert "Nothing else that is recorded follows" in section(document, "What follows")


def test_every_sentence_of_a_path_leads_to_its_statements(report: ImpactReport) -> None:
    quad = Quad(Iri("urn:a"), Iri("urn:p"), Literal("x", XSD_STRING), Iri("urn:g"))
    first = report.items[0]
    told = replace(first, path=(replace(first.path[0], quads=(quad,)),))
    document = impact.document(replace(report, items=(told, *report.items[1:])), follows(report), ASKED)

    assert '<urn:a> <urn:p> "x" <urn:g> .' in section(document, "Trace")
    assert "urn:filed" in section(document, "Trace")
    links = {
        run.link
        for table in document.tables()
        for row in table.rows
        for cell in row.cells
        for line in getattr(cell, "lines", ())
        for run in line
        if run.link.startswith("claim-")
    }
    (trace,) = (block for each in document.sections for block in each.blocks if isinstance(block, Trace))
    assert links <= {entry.anchor for entry in trace.entries}
    assert sheet(document, "Trace")[1] == [("1", "MOI raises #evil.", '<urn:a> <urn:p> "x" <urn:g> .')]


def test_what_the_page_cannot_hold_is_counted(report: ImpactReport) -> None:
    many = tuple(replace(report.items[0], iri=Iri(f"urn:{n}"), label=f"attribute {n}") for n in range(7))
    positions = tuple(
        replace(
            report.positions[0], region=Named(Iri(f"urn:{n}"), f"region {n}"), site=Named(Iri(f"urn:s{n}"), f"S{n}")
        )
        for n in range(9)
    )
    also = tuple(replace(report.change, entity=Named(Iri(f"urn:x{n}"), f"factor {n}")) for n in range(5))
    changed = replace(
        report, items=(*many, *report.items), positions=positions, also=also, notes=tuple(map(str, range(7)))
    )
    document = impact.document(changed, follows(report, 8), ASKED)
    page = front(document)

    assert document.title.endswith("and 5 more changes")
    assert "(the first 5 of 9)" in page
    assert "1 more under “The change”." in page
    assert "and 3 more: see “The change”" in page
    assert "3 more regions under “What follows”." in page
    assert "and 3 more: see “What a reader must know”" in page
    whole = section(document, "The change")
    assert all(f"region {n}" in whole for n in range(9))
    assert all(f"factor {n}" in whole for n in range(5))


def test_equal_ranges_share_a_row_and_a_reason_is_told_once(report: ImpactReport) -> None:
    (filed,) = report.positions
    other = replace(filed, range=Named(Iri("urn:us"), "Filed in US"), region=Named(Iri("urn:us"), "US"))
    odd = replace(filed, reason="another assay", new=Position.INSIDE, region=None)
    odder = replace(odd, range_type=KG.NOR)
    away = replace(odd, new=Position.NOT_COMPARABLE, words="in words", factor=Named(Iri("urn:f"), "titre"))
    document = impact.document(replace(report, positions=(filed, other, odd, odder, away)), NOTHING_FOLLOWS, ASKED)
    told = section(document, "The change")

    assert "EU · US" in told
    assert told.count("another assay") == 1
    assert told.count("inside as a figure only") == 2
    assert "not comparable" in told
    assert "of titre" in told
    assert "in words" in told
    assert "no site or region" in told
    heads, rows = sheet(document, "Ranges")
    assert rows[0][heads.index("Lower limit")] == "2 TU/cell"
    open_end = replace(filed, limits=Span(None, filed.limits.high))
    assert (
        sheet(impact.document(replace(report, positions=(open_end,)), NOTHING_FOLLOWS, ASKED), "Ranges")[1][0][2] == ""
    )
    practice = replace(report, positions=(replace(filed, range_type=KG.studied),))
    assert "No normal, proven or filed range is recorded" in front(impact.document(practice, NOTHING_FOLLOWS, ASKED))


def test_a_change_says_all_that_was_entered(report: ImpactReport) -> None:
    change = replace(
        report.change,
        old="3",
        new=None,
        site=None,
        effective="2026-12-01",
        batch=Named(Iri("urn:batch"), "Batch 7"),
        duration=Quantity(Decimal(30), KG.TU_PER_CELL, "30"),
        against=Named(Iri("urn:sending"), "Boston"),
        new_thing=Named(Iri("urn:new"), "Dynabeads"),
    )
    document = impact.document(replace(report, change=change), NOTHING_FOLLOWS, ASKED)
    told = section(document, "The change")

    for wanted in (
        "From: 3",
        "To: not stated",
        "everywhere",
        "2026-12-01",
        "Batch: Batch 7",
        "Lasted: 30",
        "Against: Boston",
        "In its place: Dynabeads",
    ):
        assert wanted in told, wanted
    assert "Batches in process: Batch 7" in front(document)


def test_a_report_of_nothing_says_so(report: ImpactReport) -> None:
    empty = replace(report, items=(), positions=(), barriers=(), coverage=Coverage(()), not_covered=(), notes=())
    document = impact.document(empty, NOTHING_FOLLOWS, replace(ASKED, graph=""))

    assert "Nothing that the graph knows is affected" in front(document)
    assert "0 affected" in front(document)
    assert "Nothing that the graph knows is affected" in section(document, "Affected")
    assert "The change moves no factor" in section(document, "Never assessed")
    assert [each.name for each in document.sheets] == ["Work list"]
    assert dict(document.origin.hashes).keys() == {"Revision", "Rules"}


def test_what_only_loses_support_stands_on_the_first_page_too(report: ImpactReport) -> None:
    lost = item_of(report, "T14")
    change = replace(report.change, kind=ChangeKind.DEPARTURE, old=None, new=None)
    one = replace(report, change=change, items=(lost,))
    many = replace(one, items=tuple(replace(lost, iri=Iri(f"urn:{n}"), label=f"T{n}") for n in range(9)))

    page = front(impact.document(one, NOTHING_FOLLOWS, ASKED))
    assert "What loses support (all 1)" in page
    assert "MOI raises #evil." in page
    assert "departure (departure)" not in page
    assert "(the first 5 of 9)" in front(impact.document(many, NOTHING_FOLLOWS, ASKED))


# ---- an assessment


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
