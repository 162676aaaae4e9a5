"""The report of an impact: what stands on the first page, in the work list and in the trace."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kgapp.domain.document import (
    Trace,
)
from kgapp.domain.follows import Follows, RegionFilings
from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.impact import (
    Best,
    ChangeKind,
    Coverage,
    Detection,
    ImpactReport,
    Named,
)
from kgapp.domain.quantity import Position, Quantity, Span
from kgapp.domain.terms import XSD_STRING, Iri, Literal, Quad
from kgapp.domain.vocabulary import KG
from kgapp.services.reports import impact
from tests.services.reports.conftest import ASKED, NOTHING_FOLLOWS, barrier, follows, item_of
from tests.services.reports.reading import front, section, sheet


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


def test_what_is_filed_and_not_touched_is_told_on_the_first_page_and_in_its_section(report: ImpactReport) -> None:
    there = RegionFilings(
        Named(Iri("urn:us"), "United States"), (), "US: Rest filed. Not touched.", "Rest filed (0–8 h)"
    )
    document = impact.document(report, Follows((there,), ()), ASKED)
    page = front(document)
    assert "filed, not touched" in page
    assert "Rest filed (0–8 h)" in page
    assert "no filing recorded" not in page
    assert "US: Rest filed. Not touched." in section(document, "What follows")


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
    unsure = replace(barrier("unsure one", ("its basis is not recorded",)), unsure=True)
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
        held_by=(barrier("good one"), barrier("void one", ("x",)), unsure, replace(unsure, label="listed")),
        smallest_set=None,
        disjoint_paths=1,
        opposing=False,
    )
    plain_one = replace(
        odd, label="plain", detected_by=(), undetected_because=(), held_by=(), best=first.best, decided_by=()
    )
    only_unsure = replace(plain_one, label="only unsure", held_by=(unsure,))
    changed = replace(report, items=(odd, plain_one, only_unsure), barriers=(unsure, barrier("good one")))
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
    assert "what it moves is unknown" in section(document, "Never assessed")
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
