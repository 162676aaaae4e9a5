"""Reports of two sites, of a gap list, of the control strategy and of knowledge at risk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from kgapp.domain.control import (
    AttributeControl,
    BatchOutcome,
    ControlStrategy,
    Element,
    ElementKind,
    Event,
    Force,
    Support,
    Uncontrolled,
)
from kgapp.domain.document import (
    Table,
    text_of,
)
from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.history import Author
from kgapp.domain.impact import ChangeKind, Named
from kgapp.domain.quantity import Position
from kgapp.domain.sites import Comparison, Dimension, Place, Readiness, Side, Start, State, StepReadiness
from kgapp.domain.sites import Row as Compared
from kgapp.domain.terms import XSD_STRING, Iri, Literal, Quad
from kgapp.services import knowledge_tables
from kgapp.services.knowledge_tables import NOT_DECIDING, Telling
from kgapp.services.reports import control, gaps, knowledge, sites
from kgapp.services.reports.origin import Asked
from kgapp.services.sites.gaps import Assessed, NotRun, Reach
from kgapp.services.transfer.gaps import KEYS, Meeting
from kgapp.services.transfer.gaps import Line as Listed
from tests.services.reports.reading import front, section

ASKED = Asked("demo.kgproject", Author("A. Reviewer", "KGAPP_USER"), datetime(2026, 3, 1, 12, tzinfo=UTC))


def thing(text: str) -> Named:
    return Named(Iri(f"urn:{text.replace(' ', '-')}"), text)


# ---- two sites

STEP, OTHER = thing("Transduction"), thing("Fill")
QUAD = Quad(Iri("urn:a"), Iri("urn:p"), Literal("3", XSD_STRING), Iri("urn:g"))


def start(entity: str) -> Start:
    return Start(Iri(f"urn:{entity}"), ChangeKind.VALUE, None)


def row(name: str, state: State, **more: object) -> Compared:
    here = Side() if state in (State.UNKNOWN, State.MISSING) else Side("5", (QUAD,))
    made = Compared(STEP, Dimension.SETTING, thing(name), Side("3", (QUAD,)), here, state, f"About {name}.")
    return replace(made, **more)  # type: ignore[arg-type]  # the tests name fields of a row


ROWS = (
    row("whole", State.DIFFERS, step=None, start=start("a"), severity=Grade.LOW),
    row("mild", State.WIDER, start=start("b"), severity=Grade.LOW, gaps=(thing("GAP-1"),)),
    row("severe", State.MISSING, start=start("c"), severity=Grade.HIGH),
    row("not run", State.NARROWER, start=start("d")),
    row("no start", State.DIFFERS, meaning=""),
    row("nobody knows", State.UNKNOWN),
    row("by design", State.NOT_APPLICABLE, sending=Side(), receiving=Side()),
    row("alike", State.SAME, step=OTHER),
    row("far", State.DIFFERS, step=OTHER, start=start("e")),
    row("further", State.DIFFERS, step=OTHER),
)
COMPARISON = Comparison(
    thing("general"),
    Place(thing("CAR-T at Boston"), thing("Boston"), "Boston", "US"),
    Place(thing("CAR-T at Leiden"), thing("Leiden"), "Leiden", ""),
    date(2026, 3, 1),
    ROWS,
    (
        StepReadiness(STEP, Readiness.NOT_READY, ("One.", "Two.", "Three."), 2),
        StepReadiness(OTHER, Readiness.READY, (), 0),
        StepReadiness(thing("Harvest"), Readiness.NOT_KNOWN, (), 4),
    ),
    "d" * 64,
)
ASSESSED = Assessed(
    (
        Reach(start("a"), 3, 4, Grade.NONE, Grade.HIGH, Grade.HIGH, 1),
        Reach(start("b"), 0, 2, None, None, None, 0),
        Reach(start("c"), 3, 4, Grade.LOW, Grade.LOW, Grade.HIGH, 2),
        Reach(start("e"), 3, 4, Grade.HIGH, Grade.HIGH, None, 0),
    ),
    (NotRun(start("d"), "Too many."),),
)


def test_a_transfer_lead_finds_counts_readiness_and_the_worst_first() -> None:
    document = sites.document(COMPARISON, ASSESSED, ASKED)
    page = front(document)

    for wanted in (
        "CAR-T at Boston (US) and CAR-T at Leiden (no region recorded), both derived from “general”.",
        "4 differs",
        "1 missing",
        "1 unknown",
        "What must be settled first (the first 6 of 7)",
        "Readiness by step",
        "and 2 more: see “Readiness”",
        "no reason against",
        "not known",
        "4 differences assessed, 1 not; each of these says why.",
        "never “the same”",
    ):
        assert wanted in page, wanted
    (first, *_) = [block for block in document.front if isinstance(block, Table)]
    assert [text_of(each.cells[0]).split("\n")[0] for each in first.rows[:3]] == ["whole", "severe", "mild"]
    assert text_of(first.rows[0].cells[5]) == "none–high\n3 affected"
    assert document.title == "Boston → Leiden"
    assert document.origin.hashes == (("Revision", "d" * 64),)


def test_gaps_stand_by_step_and_what_is_unknown_is_named() -> None:
    document = sites.document(COMPARISON, ASSESSED, ASKED)
    gaps_by_step = section(document, "To be closed")

    for wanted in (
        "Whole process (1)",
        "Transduction (4)",
        "Fill (2)",
        "severity high",
        "1 affected attribute that no test detects there",
        "2 affected attributes that no test detects there",
        "nothing affected",
        "impact not assessed: Too many.",
        "Recorded gap: GAP-1",
        "About severe.",
        "not recorded",
    ):
        assert wanted in gaps_by_step, wanted
    assert "nobody knows" in section(document, "Not known")
    assert "by design" in section(document, "Justified")
    assert "Too many." in section(document, "Differences whose impact was not assessed")
    same = section(document, "Appendix: what is the same")
    assert "1 line of 10 are the same" in same
    assert "alike" in same
    assert "Three." in section(document, "Readiness")
    assert '<urn:a> <urn:p> "3" <urn:g> .' in section(document, "Trace")
    comparison, readiness = document.sheets
    assert len(comparison.rows) == len(ROWS)
    assert [text_of(cell) for cell in comparison.rows[0]][7:12] == ["low", "none–high", "3", "4", "1"]
    assert len(readiness.rows) == 3


def test_without_impacts_nothing_is_said_of_reach() -> None:
    document = sites.document(COMPARISON, None, ASKED)

    assert "How far the differences reach was not assessed" in front(document)
    assert "not assessed" in front(document)
    assert "reach " not in section(document, "To be closed")
    assert "not asked for" in [text_of(cell) for cell in document.sheets[0].rows[0]]
    whole = replace(ASSESSED, not_run=())
    assert "each of these says why" not in front(sites.document(COMPARISON, whole, ASKED))


def test_two_sites_that_agree_in_everything_say_so() -> None:
    alike = tuple(replace(each, sending=Side("5"), receiving=Side("5")) for each in ROWS if each.state is State.SAME)
    document = sites.document(replace(COMPARISON, rows=alike), None, ASKED)

    assert "Nothing that is recorded differs." in front(document)
    assert "Nothing that is recorded differs." in section(document, "To be closed")
    assert [each.title for each in document.sections] == [
        "Readiness",
        "To be closed, justified or accepted",
        "Appendix: what is the same",
    ]
    few = sites.document(replace(COMPARISON, rows=ROWS[2:4]), ASSESSED, ASKED)
    assert "(all 2)" in front(few)
    assert "0 lines of 2 are the same" in section(few, "Appendix")


# ---- a gap list


def listed(name: str, state: State | None, gap: Named | None = None, **values: str) -> Listed:
    given = tuple(values.get(key, "") for key in KEYS)
    return Listed(STEP, thing(name), "setting", "3", "", state, f"About {name}.", Grade.HIGH, gap, given)


GAP_LINES = (
    listed("open", State.DIFFERS),
    listed(
        "late",
        State.MISSING,
        thing("GAP-7"),
        severity="low",
        disposition="close",
        owner="EX1",
        due="2026-02-01",
        status="open",
    ),
    replace(listed("bare", None, thing("GAP-8")), proposed=None, step=None, meaning="", actions=(thing("ACT-1"),)),
)
MEETING = Meeting(thing("Transfer"), "Boston → Leiden", "Boston", "Leiden", date(2026, 3, 1), 4, "e" * 64, GAP_LINES)


def test_a_gap_list_says_what_is_still_to_be_decided_and_what_is_late() -> None:
    document = gaps.document(MEETING, GAP_LINES, ASKED)
    page = front(document)

    for wanted in (
        "3 lines; 2 gaps recorded. 2 lack a severity, a decision, an owner or a day; 1 should have been done by 2026-03-01.",
        "1 missing",
        "To be decided, most severe first (2 of 2)",
        "severity, disposition, owner, due",
        "proposed from the attributes",
        "Overdue (1 of 1)",
        "GAP-7",
    ):
        assert wanted in page, wanted
    step = section(document, "Transduction")
    assert "severity low" in step
    assert "Owner: EX1" in step
    assert "About open." in step
    bare = section(document, "Whole process")
    assert "recorded gap" in bare
    assert "Action: ACT-1" in bare
    assert "severity not recorded" in bare
    (sheet,) = document.sheets
    assert len(sheet.rows) == 3
    assert "not recorded as a gap" in [text_of(cell) for cell in sheet.rows[0]]


def test_a_part_of_a_gap_list_says_that_it_is_a_part_and_why_there_is_no_comparison() -> None:
    done = GAP_LINES[1:2]
    closed = (replace(done[0], values=tuple("closed" if key == "status" else "x" for key in KEYS)),)
    document = gaps.document(replace(MEETING, why_not="One process only.", sending="", receiving=""), closed, ASKED)

    page = front(document)
    assert "1 of 3 lines" in page
    assert "One process only." in page
    assert "Sending: not recorded" in page
    assert "Overdue" not in page
    assert "To be decided" not in page


# ---- the control strategy

ELEMENT = Element(
    ElementKind.RANGE,
    thing("PAR of MOI"),
    thing("Boston"),
    STEP,
    thing("MOI"),
    Grade.HIGH,
    "1–5",
    "PAR",
    Force.IN_FORCE,
    (),
    (Support(thing("Study 1"), Evidence.AT_SCALE),),
)
CONTROL = AttributeControl(
    thing("Viability"),
    Grade.HIGH,
    "release",
    (
        ELEMENT,
        replace(
            ELEMENT,
            thing=thing("other"),
            strength=None,
            force=Force.UNKNOWN,
            why=("Its basis is not recorded.",),
            support=(),
            site=None,
            step=None,
            limit="",
        ),
        replace(ELEMENT, thing=thing("test"), through=None, strength=None, status="", force=Force.NOT_IN_FORCE),
    ),
    (Uncontrolled(thing("Cooling rate"), thing("Leiden"), None, None, "Nothing is in force at Leiden."),),
    (
        BatchOutcome(
            thing("B-1"), thing("Boston"), "2026-01-01", "81 %", thing("SPEC-1"), "at least 70 %", Position.INSIDE
        ),
        BatchOutcome(
            thing("B-2"), None, "", "60 %", thing("SPEC-1"), "at least 70 %", Position.NOT_COMPARABLE, "Another method."
        ),
    ),
    2,
    (Event(thing("DEV-1"), None, "", "", (thing("Viability"),), (), "QMS-1"),),
)


def test_the_control_strategy_names_what_nothing_controls() -> None:
    bare = AttributeControl(thing("Sterility"), None, "", (), (), (), 0, ())
    strategy = ControlStrategy(thing("Leiden"), (CONTROL, bare), 3, "f" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    document = control.document(strategy, ASKED)

    assert document.title == "Control strategy at Leiden"
    page = front(document)
    assert "2 quality attributes, as recorded in revision 3 of 2026-01-01 00:00 UTC." in page
    assert "1, 0\n1 not comparable\n2 without limit" in page
    told = section(document, "Viability")
    for wanted in (
        "through MOI",
        "strength high",
        "strength not recorded",
        "no site recorded",
        "Its basis is not recorded.",
        "Study 1 (study at scale)",
        "Nothing is in force at Leiden.",
        "Another method.",
        "2 results without a specification",
        "QMS-1",
        "none named",
        "no day recorded",
    ):
        assert wanted in told, wanted
    assert section(document, "Sterility") == "Nothing is recorded that controls it."
    assert [sheet.name for sheet in document.sheets] == ["Elements", "Without control", "Results", "Deviations"]
    assert "never counted as controlled" in " ".join(document.purpose)


def test_a_project_without_attributes_says_so() -> None:
    one = control.document(ControlStrategy(None, (CONTROL,), 1, "", None), ASKED)
    none = control.document(ControlStrategy(None, (), 0, "", None), ASKED)

    assert one.title == "Control strategy of Viability"
    assert "No quality attribute is recorded." in front(none)
    assert [sheet.name for sheet in none.sheets] == ["Elements"]
    assert none.origin.hashes == (("Revision", "none"),)


# ---- knowledge at risk


def test_knowledge_at_risk_is_what_was_told_and_nothing_else() -> None:
    table = knowledge_tables.Table("Know-how", ("What", "Held by"), (("T14", "EX1\nEX2"),), "Worst first.")
    document = knowledge.document(
        Telling("Knowledge at risk", ("Two of three.",), ("As of today.",), (table,)), "a" * 64, ASKED
    )

    assert front(document) == "Two of three.\nAs of today."
    assert section(document, "Know-how") == "\nWorst first.\nWhat\nHeld by\nT14\nEX1\nEX2"
    assert NOT_DECIDING in " ".join(document.purpose)
    assert "There is nothing to list." in front(knowledge.document(Telling("x", (), (), ()), "", ASKED))
