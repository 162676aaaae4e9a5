"""What the demo has been through when its pictures are made: some edits, and an assessment with verdicts."""

from __future__ import annotations

from pathlib import Path

from kgapp import bootstrap
from kgapp.domain.assessment import Function, Outcome
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import editing, history
from kgapp.services.assessments import changes, judging, reading, standing
from kgapp.services.assessments.writing import Task
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"


def work(project: Path) -> None:
    """Some steps, so that there is a history to be seen."""
    with bootstrap.writing(project) as workspace:
        normal = Iri(f"{DEMO}NOR-BOS-P17")
        editing.set_values(workspace, Iri(f"{DEMO}GAP9"), KG.owner, ("demo:EX3",), "Agreed in the transfer meeting")
        editing.set_values(workspace, normal, KG.upperLimit, ("6",), "Wider, to be discussed with quality")
        history.undo(workspace, "The proven range ends at 5")
        judged(workspace)


def judged(workspace: Workspace) -> None:
    """An assessment with some verdicts, one of which needs a study."""
    asks = (Function.PROCESS, Function.QC, Function.REGULATORY)
    opening = changes.Opening(changes=(Iri(f"{DEMO}CH1"),), asks=asks, label="MOI at Leiden")
    assessment, _ = changes.open_assessment(workspace, opening, "Change board of June")
    report = reading.report(workspace, reading.read(workspace.reader, assessment))
    study = Task("Measure copy number at MOI 5", Iri(f"{DEMO}EX3"), "2026-09-01")
    keys = standing.keys(report)
    needs = judging.Judgement(Function.PROCESS, Outcome.NEEDS_STUDY, "Never measured above 3", action=study)
    judging.judge(workspace, assessment, report, keys[1:2], needs)
    found = judging.Judgement(Function.PROCESS, Outcome.IMPACTED, "Seen in the meeting of 3 June")
    judging.judge(workspace, assessment, report, (*keys[:1], *keys[2:20]), found)
