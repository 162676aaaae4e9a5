"""Changes as people enter them, the assessments of them, and deviations that become assessments in one step."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from kgapp.domain.assessment import Assessment, Function, ItemKey, Outcome
from kgapp.domain.errors import Ambiguous, BadInput, NotFound
from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import as_of, change_choices, rulebook
from kgapp.services.assessments import changes, comparing, contract, judging, past, reading, standing, templates, triage
from kgapp.services.assessments.changes import Opening, Proposed
from kgapp.services.assessments.judging import Judgement
from kgapp.services.assessments.triage import Excursion
from kgapp.services.assessments.writing import Task
from kgapp.services.ports import SparqlSource
from kgapp.services.workspace import Workspace
from tests.services.assessments.conftest import RecordEngine, edited, seen, thing

VALUE = Proposed(thing("P"), ChangeKind.VALUE, "3", "5", site=thing("LEI"))


def proposed(workspace: Workspace, *listed: Proposed) -> tuple[Assessment, Iri]:
    iri, _ = changes.open_assessment(workspace, Opening(listed), "t")
    return reading.read(workspace.reader, iri), iri


def test_an_assessment_is_opened_with_its_changes_as_one_revision(workspace: Workspace) -> None:
    before = workspace.reader.head()
    opening = Opening(
        (
            Proposed(thing("P"), ChangeKind.VALUE, "3", "5.0 TU/cell", None, thing("LEI"), " 2026-12-01 ", (thing("BA"),), " CC-7 ", thing("EX1")),
            Proposed(thing("T"), ChangeKind.TIMING, "90 min", "2 h"),
            Proposed(thing("T"), ChangeKind.TIMING, "90 min", "2 h"),
        ),
        (thing("CL"),),
        (Function.QC, Function.PROCESS),
        thing("EX1"),
        thing("DEV"),
    )  # fmt: skip
    iri, revision = changes.open_assessment(workspace, opening, "why")
    assert before is not None
    assert revision.seq == before.seq + 1
    found = reading.read(workspace.reader, iri)
    assert (found.asks, found.owners[0].label) == ((Function.PROCESS, Function.QC), "Expert")
    assert (found.closed, found.arises_from[0].label, found.label) == (
        False,
        "Too warm too long",
        "Assessment: A method at Leiden and 3 more",
    )
    by = {each.label: each for each in found.changes}
    assert len(found.changes) == 4, "two that are alike are two"
    moi = by["MOI 3 → 5.0 TU/cell at Leiden (change of value)"]
    assert (moi.old, moi.new, moi.effective, moi.external_ids) == ("3 TU/cell", "5.0 TU/cell", "2026-12-01", ("CC-7",))
    assert (moi.move, moi.batches[0].label, moi.owners[0].label, moi.status) == (
        "3 TU/cell → 5.0 TU/cell",
        "Batch 1",
        "Expert",
        KG.open,
    )
    hold = by["hold 90 min → 2 h (change of timing)"]
    assert (hold.old, hold.new) == ("90 min", "2 h"), "two units: as they were written"
    asked = reading.question(found)
    assert len(asked.also) == 3
    (row,) = reading.rows(workspace.reader)
    assert (row.verdicts, row.external_ids, len(row.changes), row.opened_at is not None) == (0, ("CC-7",), 4, True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Proposed(thing("P"), ChangeKind.VALUE, "3 h", "5"), "in h, but MOI is in TU/cell"),
        (Proposed(thing("P"), ChangeKind.VALUE, "three"), "“three” is not a number"),
        (Proposed(thing("P"), ChangeKind.RANGE, "4-2"), "ends below its start"),
        (Proposed(thing("P"), ChangeKind.DEPARTURE), "A change of the kind “departure” cannot be about “MOI”"),
        (Proposed(thing("none"), ChangeKind.VALUE), "cannot be about"),
        (Proposed(thing("P"), ChangeKind.VALUE, site=thing("P")), "“MOI” is not a site"),
        (Proposed(thing("P"), ChangeKind.VALUE, batches=(thing("P"),)), "“MOI” is not a batch"),
        (Proposed(thing("P"), ChangeKind.VALUE, owner=thing("P")), "“MOI” is not a person"),
        (Proposed(thing("P"), ChangeKind.VALUE, effective="soon"), "“soon” is not a date"),
        (Proposed(thing("M"), ChangeKind.REPLACEMENT, new_thing=thing("none")), "is not recorded"),
        (Proposed(thing("P"), ChangeKind.VALUE, arises_from=thing("P")), "is not a deviation or a gap"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_change_is_said(workspace: Workspace, change: Proposed, said: str) -> None:
    before = workspace.reader.head()
    with pytest.raises(BadInput, match=said):
        changes.open_assessment(workspace, Opening((change,)), "t")
    assert workspace.reader.head() == before


def test_a_figure_without_unit_is_refused_where_a_site_uses_another_one(workspace: Workspace) -> None:
    edited(workspace, added="demo:S2 a kg:SiteSetting ; kg:forFactor demo:T ; kg:atSite demo:LEI ; kg:unit unit:MIN .")
    with pytest.raises(BadInput, match="“2” has no unit, and hold is recorded in h and min"):
        proposed(workspace, Proposed(thing("T"), ChangeKind.TIMING, "2", site=thing("LEI")))
    found, _ = proposed(workspace, Proposed(thing("T"), ChangeKind.TIMING, "", "2e1", site=thing("BOS")))
    assert (found.changes[0].old, found.changes[0].new) == ("", "20 h")


def test_ranges_and_words_are_kept_as_they_were_meant(workspace: Workspace) -> None:
    wider = Proposed(thing("P"), ChangeKind.RANGE, "2-4", "3-12 TU/cell", site=thing("LEI"))
    words = Proposed(thing("C"), ChangeKind.VALUE, "X-VIVO", "DPBS")
    other = Proposed(thing("M"), ChangeKind.REPLACEMENT, new_thing=thing("E"))
    found, iri = proposed(workspace, wider, words, other)
    moves = {each.move for each in found.changes}
    assert moves == {"2-4 TU/cell → 3-12 TU/cell", "X-VIVO → DPBS", f"model one → {other.new_thing and 'demo:E'}"}
    replaced = next(each for each in found.changes if each.to_thing)
    assert replaced.from_thing is not None
    assert replaced.from_thing.iri == thing("M")
    assert seen(workspace, iri).total > 0
    edited(
        workspace,
        added="""demo:CR a kg:Change ; kg:changes demo:P ; kg:changeKind kg:rangeChange ; kg:status kg:open ;
        kg:fromRange demo:F ; kg:toRange demo:G . demo:G a kg:AcceptableRange ; kg:forFactor demo:P ; kg:lowerLimit 2.5 .""",
    )
    read = reading.read(workspace.reader, changes.open_assessment(workspace, Opening(changes=(thing("CR"),)), "t")[0])
    assert (read.changes[0].old, read.changes[0].new) == ("2.0-4.0 TU/cell", "≥ 2.5")
    assert Proposed(thing("P"), ChangeKind.VALUE, "3").old == "3"


def test_an_assessment_is_named_by_its_label_though_other_things_have_it(workspace: Workspace) -> None:
    iri, _ = changes.open_assessment(workspace, Opening(changes=(thing("CH"),), label="MOI at Leiden"), "t")
    assert reading.resolve(workspace.reader, " moi at LEIDEN ") == iri
    assert reading.resolve(workspace.reader, "demo:P") == thing("P")
    changes.open_assessment(workspace, Opening(changes=(thing("CX"),), label="MOI at Leiden"), "t")
    with pytest.raises(Ambiguous):
        reading.resolve(workspace.reader, "MOI at Leiden")


def test_what_is_assessed_already_is_not_opened_twice(workspace: Workspace, opened: Iri) -> None:
    with pytest.raises(BadInput, match="assesses this already and is open"):
        changes.open_assessment(workspace, Opening(changes=(thing("CH"),)), "t")
    changes.open_assessment(workspace, Opening(changes=(thing("CH"), thing("CT"))), "another question")
    with pytest.raises(BadInput, match="needs a change"):
        changes.open_assessment(workspace, Opening(), "t")
    with pytest.raises(BadInput, match="is not a change"):
        changes.open_assessment(workspace, Opening(changes=(thing("P"),)), "t")


def test_changes_join_and_leave_an_open_assessment(workspace: Workspace, opened: Iri) -> None:
    report = reading.report(workspace, reading.read(workspace.reader, opened))
    judging.judge(
        workspace, opened, report, [ItemKey(thing("Q"), thing("LEI"))], Judgement(Function.QC, Outcome.IMPACTED, "x")
    )
    made, _ = changes.add_change(workspace, opened, Proposed(thing("R"), ChangeKind.VALUE, "30", "32"), "t")
    same, revision = changes.add_change(workspace, opened, made, "t")
    assert (same, revision) == (made, None)
    found = seen(workspace, opened).of(ItemKey(thing("Q"), thing("LEI")))
    assert found is not None
    assert "More is assessed together now: temperature 30 °C → 32 °C (value)." in [
        each.sentence for each in found.verdicts[0].suspicions
    ]
    changes.drop_change(workspace, opened, made, "t")
    assert seen(workspace, opened).suspect == 0
    with pytest.raises(BadInput, match="is the only change of"):
        changes.drop_change(workspace, opened, thing("CH"), "t")
    with pytest.raises(BadInput, match="does not assess"):
        changes.drop_change(workspace, opened, made, "t")
    with pytest.raises(BadInput, match="is not a change"):
        changes.add_change(workspace, opened, thing("P"), "t")


def test_other_open_changes_of_the_same_thing_step_or_site_are_named(workspace: Workspace, opened: Iri) -> None:
    edited(workspace, added='demo:CY a kg:Change ; rdfs:label "Elsewhere" ; kg:changes demo:BOS ; kg:status kg:open .')
    second, _ = changes.open_assessment(workspace, Opening(changes=(thing("CX"),)), "t")
    found = changes.other_open(workspace.reader, reading.read(workspace.reader, opened))
    assert [(each.change.label, each.because) for each in found] == [
        ("MOI everywhere", ("Changes MOI too.", "Touches the step Transduction too.")),
        ("Other hold", ("Touches the step Transduction too.",)),
        ("A method at Leiden", ("Is at the site Leiden too.",)),
    ]
    assert [each.iri for each in found[0].assessments] == [second]


def test_an_assessment_without_a_change_that_can_be_assessed_says_so(workspace: Workspace, opened: Iri) -> None:
    found = reading.read(workspace.reader, opened)
    edited(workspace, "demo:CH kg:changeKind kg:valueChange .")
    with pytest.raises(BadInput, match="does not say of what kind it is"):
        reading.question(reading.read(workspace.reader, opened))
    edited(workspace, "demo:CH kg:changes demo:P .")
    with pytest.raises(BadInput, match="does not say what changes"):
        reading.question(reading.read(workspace.reader, opened))
    with pytest.raises(BadInput, match="assesses no change"):
        reading.question(replace(found, changes=()))
    report = seen(workspace, changes.open_assessment(workspace, Opening(changes=(thing("CT"),)), "t")[0]).report
    assert "It assesses no change." in standing.state(workspace.reader, replace(found, changes=()), report).missing
    assert replace(found.changes[0], old="", new="").move == ""


def test_a_deviation_becomes_its_assessment_at_once(workspace: Workspace) -> None:
    iri, _ = triage.from_deviation(workspace, thing("DEV"), "t")
    found = reading.read(workspace.reader, iri)
    assert (found.asks, found.arises_from[0].label) == (triage.ASKED, "Too warm too long")
    assert {(each.entities[0].label, each.new, each.duration) for each in found.changes} == {
        ("temperature", "15.0 °C", "30.0 h"),
        ("hold", "30.0 h", "30.0 h"),
    }, "a step has no value to leave"
    asked = reading.question(found)
    assert {(each.batch, each.duration) for each in (asked, *asked.also)} == {
        (thing("BA"), "30.0 h"),
        (thing("BB"), "30.0 h"),
    }
    assert seen(workspace, iri).report.change.kind is ChangeKind.EXCURSION
    with pytest.raises(BadInput, match="is not a deviation"):
        triage.from_deviation(workspace, thing("P"), "t")
    edited(workspace, added="demo:DV a kg:Deviation ; kg:concerns demo:UO ; kg:atSite demo:LEI .")
    with pytest.raises(BadInput, match="concerns nothing that can be out of its value"):
        triage.from_deviation(workspace, thing("DV"), "t")


def test_a_duration_in_the_unit_beside_it_is_read(workspace: Workspace) -> None:
    edited(
        workspace,
        added="""demo:DV a kg:Deviation ; kg:concerns demo:P , demo:T ; kg:atSite demo:LEI ; kg:duration 2.0 ; kg:unit unit:HR .
        demo:DW a kg:Deviation ; kg:concerns demo:P ; kg:atSite demo:LEI ; kg:actualValue 2.0 .""",
    )
    found = reading.read(workspace.reader, triage.from_deviation(workspace, thing("DV"), "t")[0])
    assert {(each.entities[0].label, each.new, each.duration) for each in found.changes} == {
        ("MOI", "", "2.0 h"),
        ("hold", "2.0 h", "2.0 h"),
    }
    found = reading.read(workspace.reader, triage.from_deviation(workspace, thing("DW"), "t")[0])
    assert (found.changes[0].new, found.changes[0].duration) == ("", ""), "a figure without unit is not guessed"


def test_what_happened_is_recorded_and_assessed_in_one_step(workspace: Workspace) -> None:
    before = workspace.reader.head()
    happened = Excursion(thing("R"), (thing("BA"),), thing("LEI"), "15", "30 h", "2026-01-02", "DEV-9")
    iri, revision = triage.excursion(workspace, happened, "t")
    assert before is not None
    assert revision.seq == before.seq + 1
    found = reading.read(workspace.reader, iri)
    (change,) = found.changes
    assert (found.label, change.new, change.duration, change.effective) == (
        "Assessment: temperature 15 for 30 h",
        "15 °C",
        "30 h",
        "2026-01-02",
    )
    (origin,) = found.arises_from
    assert origin.label == "temperature 15 for 30 h"
    assert [each.iri for each in change.arises_from] == [origin.iri]
    again, _ = triage.from_deviation(workspace, origin.iri, "the same from the record")
    assert reading.question(reading.read(workspace.reader, again)).new == "15 °C"
    short, _ = triage.excursion(workspace, Excursion(thing("R"), (thing("BA"),), thing("LEI"), "15", label="Warm"), "t")
    assert reading.read(workspace.reader, short).label == "Assessment: Warm"
    for wrong, said in (
        (Excursion(thing("R"), (), thing("LEI"), "15"), "No batch is named"),
        (Excursion(thing("R"), (thing("BA"),), thing("LEI"), " "), "The value that was found is missing"),
        (Excursion(thing("R"), (thing("BA"),), thing("LEI"), "15", "30"), "“30” is not a duration"),
        (Excursion(thing("R"), (thing("BA"),), thing("LEI"), "15 h"), "these do not convert"),
    ):
        with pytest.raises(BadInput, match=said):
            triage.excursion(workspace, wrong, "t")


def test_every_template_is_about_what_can_change_in_that_way() -> None:
    for each in templates.TEMPLATES:
        assert each.asks
        assert each.blanks
        for about in each.about:
            assert each.kind in change_choices.kinds_for((about,)), (each.key, about)
    assert [each.key for each in templates.fitting((KG.HoldTime,))] == ["hold", "excursion"]
    assert templates.fitting(()) == ()


def test_two_assessments_are_compared(workspace: Workspace, opened: Iri) -> None:
    one = seen(workspace, opened).report
    alike = comparing.compare(one, one)
    assert (alike.only_one, alike.only_other, alike.shifted, alike.same, alike.notes) == (
        (),
        (),
        (),
        len(one.items),
        (),
    )
    edited(
        workspace,
        "demo:I kg:strength kg:medium . demo:EC kg:concerns demo:P . demo:SPEC kg:upperLimit 5.0 .",
        """demo:I kg:strength kg:high . demo:W a kg:QualityAttribute ; rdfs:label "purity" .
        demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:R ; kg:strength kg:high .
        demo:K a kg:Influence ; kg:hasCause demo:R ; kg:hasEffect demo:U ; kg:strength kg:high ; kg:evidenceLevel kg:opinion .""",
    )
    other = seen(workspace, opened).report
    found = comparing.compare(one, other)
    assert "filing" in [each.label for each in found.only_one]
    assert "temperature" in [each.label for each in found.only_other]
    shift = next(each for each in found.shifted if each.one.label == "copy number")
    assert "Reach: medium in A, high in B." in shift.sentences
    assert any(
        each.startswith("Detected by: digital PCR") and each.endswith("in A, nothing in B.") for each in shift.sentences
    )
    assert (shift.graded_differently, shift.other_witness) == (True, False)
    assert ("MOI", "purity") in [(each.factor.label, each.attribute.label) for each in found.cells_only_other]
    assert found.notes == ("The two are of different revisions of the project.",)
    back = comparing.compare(
        other, replace(one, rules_hash="x", switched_off=one.switched_off or (other.change.entity,))
    )
    assert len(back.notes) == 3
    written = contract.comparison(found)
    assert (written["format"], len(written["only_a"])) == ("kgapp-comparison/1", len(found.only_one))


def test_another_path_to_the_same_grade_is_told(workspace: Workspace, opened: Iri) -> None:
    one = seen(workspace, opened).report
    edited(
        workspace,
        added="demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q ; kg:strength kg:medium ; kg:evidenceLevel kg:atScaleStudy .",
    )
    found = comparing.compare(one, seen(workspace, opened).report)
    shift = next(each for each in found.shifted if each.one.label == "copy number")
    assert shift.other_witness
    assert shift.sentences[-1].startswith("Another path is told: MOI ")


def test_the_same_question_is_asked_of_an_earlier_revision(workspace: Workspace, opened: Iri) -> None:
    head = workspace.reader.head()
    assert head is not None
    edited(workspace, "demo:I kg:strength kg:medium .", "demo:I kg:strength kg:high .")
    with past.snapshot(workspace.reader, head.seq)() as then:
        lines = b"".join(then.chunks)
        assert (then.seq, then.quads) == (head.seq, lines.count(b"\n"))
    source = RecordEngine(workspace.reader)
    source.load(lines)
    question = reading.question(reading.read(workspace.reader, opened))
    made = past.report(workspace.reader, cast("SparqlSource", source), question, head.seq)
    assert made.revision_hash == head.hash
    assert comparing.compare(made, seen(workspace, opened).report).shifted
    with pytest.raises(NotFound):
        past.snapshot(workspace.reader, 999)


def test_too_much_changed_since_is_said(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_of, "MOST", 1)
    edited(workspace, "demo:I kg:strength kg:medium .", "demo:I kg:strength kg:high .")
    with pytest.raises(BadInput, match="have changed since revision 1"), past.snapshot(workspace.reader, 1)():
        pass


def test_programs_read_everything_that_people_see(workspace: Workspace, opened: Iri) -> None:
    report = seen(workspace, opened).report
    key = ItemKey(thing("Q"), thing("LEI"))
    study = Judgement(Function.QC, Outcome.NEEDS_STUDY, "x", action=Task("Measure", thing("EX1")))
    judging.judge(workspace, opened, report, [key], study)
    judging.assign(workspace, opened, [key], judging.Charge(thing("EX1"), Function.QC), "t")
    judging.assign(workspace, opened, [key], judging.Charge(thing("EX1")), "t")
    judging.switch_off(workspace, opened, next(iter(rulebook.SHIPPED)), "Not here.")
    state = seen(workspace, opened)
    written = contract.state(state)
    (item,) = [each for each in written["items"] if each["iri"] == key.item]
    assert (item["standing"], item["verdicts"][0]["outcome"], item["severity"]) == ("suspect", "needs-study", "high")
    assert item["verdicts"][0]["suspect"][0]["reason"] == "the rules of impact changed"
    assert [each["function"] for each in item["assignments"]] in (["qc", None], [None, "qc"])
    assert written["assessment"]["rule_exceptions"][0]["reason"] == "Not here."
    assert written["assessment"]["changes"][0]["from"] == "3.0 TU/cell"
    (row,) = reading.rows(workspace.reader)
    assert contract.row(row, None)["suspect"] is None
    assert contract.row(row, state)["suspect"] == 1
