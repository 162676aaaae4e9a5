"""A review as the window holds it: a question or a kept assessment, its report, and the verdicts given so far.

It knows no widget. Whoever shows it listens to its signals; whoever acts on it calls ``judge``, ``assign`` and so on. A report
is whole or there is none; while a new one is made, the old one stays and is marked as outdated.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar
from weakref import WeakValueDictionary

from PySide6.QtCore import QObject, Signal

from kgapp.domain.assessment import Assessment, Function, ItemKey, ItemStanding, State
from kgapp.domain.errors import ReadOnly
from kgapp.domain.follows import Follows
from kgapp.domain.history import Revision
from kgapp.domain.impact import ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services import impact_follows
from kgapp.services.assessments import changes, closing, judging, reading, risks, standing
from kgapp.services.assessments.changes import Opening, Other
from kgapp.services.assessments.judging import Charge, Judgement
from kgapp.services.assessments.risks import RiskRow, Scores
from kgapp.services.assessments.writing import Task
from kgapp.services.change_drafts import Drafted
from kgapp.services.impact import assess
from kgapp.services.impact.assess import Question
from kgapp.services.ports import RecordReader
from kgapp.services.workspace import Workspace
from kgapp.ui.models import work_rows
from kgapp.ui.models.work_rows import WorkRow
from kgapp.ui.tasks import Failure
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.project import OpenProject

T = TypeVar("T")
_NUMBERS: Final = itertools.count(1)
_OPEN: Final = WeakValueDictionary[str, "Review"]()


@dataclass(frozen=True)
class Found:
    """What a review shows. ``state`` is there once it is kept as an assessment."""

    report: ImpactReport
    state: State | None
    rows: tuple[WorkRow, ...]
    follows: Follows
    others: tuple[Other, ...] = ()

    @property
    def told(self) -> ImpactReport:
        """The report without the changes, risks and actions of the kept assessment: what the list holds."""
        return self.state.report if self.state is not None else self.report

    @cached_property
    def cells(self) -> int:
        """How many cells there are that nobody has assessed."""
        return sum(row.cell for row in self.rows)

    @property
    def items(self) -> int:
        """How many other rows there are."""
        return len(self.rows) - self.cells


class Review(QObject):
    """Asks for the report itself, and again when told to."""

    asking = Signal()
    """A report is being made and there is none to show."""
    arrived = Signal()
    """A new report is there."""
    judged = Signal()
    """The same report, with other verdicts."""
    kept = Signal(str)
    """It was kept as an assessment, whose address this is."""
    outdated_changed = Signal()
    failed = Signal(object)
    """Why there is no report: a ``Failure``."""

    def __init__(self, desk: Desk, asked: Question | Iri, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._project = desk, desk.project
        self.question = asked if isinstance(asked, Question) else None
        self.assessment_iri = None if isinstance(asked, Question) else asked
        self.drafted: Drafted | None = None  # what was entered for the question, to be kept with it
        self.topic = f"review-{next(_NUMBERS)}"
        _OPEN[self.topic] = self
        self.found: Found | None = None
        self.outdated = False
        self._saving = 0
        self._details: dict[ItemKey, Item] = {}
        self.function: Function | None = None
        self.typed: dict[tuple[ItemKey, ...], str] = {}
        """Reasons that were typed and not signed yet, by what they are about."""

    question: Question | None
    assessment_iri: Iri | None

    @property
    def name(self) -> str:
        """How places name it: the address of the assessment, or a name that holds while the window is open."""
        return self.assessment_iri or self.topic

    @property
    def project(self) -> OpenProject:
        """The project it is about."""
        return self._project

    @property
    def report(self) -> ImpactReport | None:
        """The report, once it is there."""
        return self.found.report if self.found is not None else None

    @property
    def shown_report(self) -> ImpactReport | None:
        """The report as it is told, once it is there."""
        return self.found.told if self.found is not None else None

    @property
    def state(self) -> State | None:
        """Where the verdicts stand, of a kept assessment."""
        return self.found.state if self.found is not None else None

    @property
    def assessment(self) -> Assessment | None:
        """The kept assessment."""
        return self.state.assessment if self.state is not None else None

    @property
    def rows(self) -> tuple[WorkRow, ...]:
        """Everything that is to be decided."""
        return self.found.rows if self.found is not None else ()

    @property
    def counts(self) -> tuple[int, int]:
        """How many items there are, and how many cells that nobody has assessed."""
        return (self.found.items, self.found.cells) if self.found is not None else (0, 0)

    @property
    def may_judge(self) -> bool:
        """Whether verdicts can be given: it is kept and not closed, and this window may write."""
        return self.assessment is not None and not self.assessment.closed and self._project.writable

    @property
    def functions(self) -> tuple[Function, ...]:
        """The functions that may judge: those that were asked, else all."""
        return (self.assessment.asks if self.assessment is not None else ()) or tuple(Function)

    def standing(self, key: ItemKey) -> ItemStanding | None:
        """Where one item stands; ``None`` while it is not kept."""
        return self.state.of(key) if self.state is not None else None

    def use_function(self, function: Function) -> None:
        """The function that judges from now on, until another is chosen."""
        self.function = function

    def ask(self) -> None:
        """Ask for the report (again); what is shown stays until the new one is there."""
        self.outdated = False
        if self.found is None:
            self.asking.emit()
        iri, question = self.assessment_iri, self.question

        def work(workspace: Workspace) -> Found:
            return kept(workspace, iri) if iri is not None else fresh(workspace, _not_none(question))

        self._project.ask(work, self._arrive, self._fail, self.topic)

    def stop(self) -> None:
        """Stop asking."""
        self._project.stop(self.topic)

    def forget(self) -> None:
        """Nobody looks at it any more."""
        self._project.forget(self.topic)
        self._project.forget(f"{self.topic} details")
        _OPEN.pop(self.topic, None)

    def project_changed(self) -> None:
        """A step was committed. Own ones are read again when they are done; a kept assessment is made anew at once."""
        if self._saving or self.found is None:
            return
        if self.assessment_iri is not None:
            self.ask()
        elif not self.outdated:
            self.outdated = True
            self.outdated_changed.emit()

    def details(self, key: ItemKey, done: Callable[[Item], None]) -> None:
        """The item with what is worked out for one item only: further paths, the smallest sets it rests on."""
        if key in self._details:
            done(self._details[key])
            return
        question = self._asked()

        def work(workspace: Workspace) -> Item | None:
            return assess.details_of(workspace, question, key.item, key.site)

        def arrived(item: Item | None) -> None:
            if item is not None:
                self._details[key] = item
                done(item)

        self._project.ask(work, arrived, self._desk.tell, f"{self.topic} details")

    def keep(self, opening: Opening, why: str) -> None:
        """Keep it as an assessment."""

        def work(workspace: Workspace) -> tuple[Iri, Revision]:
            return changes.open_assessment(workspace, opening, why)

        def done(made: tuple[Iri, Revision]) -> None:
            self.assessment_iri = made[0]
            self._said(made[1])
            self.kept.emit(made[0])
            self.ask()

        self._write(work, done)

    def judge(self, keys: tuple[ItemKey, ...], judgement: Judgement) -> None:
        """One verdict about one or many items, as one revision; its reason stays as typed until it is signed."""
        report, iri = self._open()

        def done(revision: Revision) -> None:
            if self.typed.get(keys, "").strip() == judgement.rationale:
                del self.typed[keys]
            self._committed(revision)

        self._write(lambda workspace: judging.judge(workspace, iri, report, keys, judgement), done)

    def confirm(self, key: ItemKey, function: Function, reason: str) -> None:
        """The verdict that a function gave, again, on what the report says now."""
        report, iri = self._open()
        self._commit(lambda workspace: judging.confirm(workspace, iri, report, (key,), (function, reason)))

    def assign(self, keys: tuple[ItemKey, ...], charge: Charge, why: str) -> None:
        """Who is to judge these items."""
        _, iri = self._open()
        self._commit(lambda workspace: judging.assign(workspace, iri, keys, charge, why))

    def raise_question(self, keys: tuple[ItemKey, ...], task: Task) -> None:
        """Ask somebody a question about these items."""
        _, iri = self._open()
        self._commit(lambda workspace: judging.ask(workspace, iri, keys, task, task.label)[1])

    def risk_row(self, key: ItemKey, done: Callable[[RiskRow], None]) -> None:
        """A row for the list of risks, filled in as far as the report tells."""
        report, _ = self._open()
        self._project.read(lambda reader: risks.prefilled(reader, report, key), done, self._desk.tell, "risk row")

    def add_risk(self, row: RiskRow, scores: Scores, why: str) -> None:
        """Put a row into the list of risks."""
        _, iri = self._open()
        self._commit(lambda workspace: risks.add(workspace, iri, row, scores, why)[1])

    def leave_out(self, rule: Iri, rationale: str) -> None:
        """Do without a rule in this assessment, for a reason; the report is made anew."""
        _, iri = self._open()
        self._write(lambda workspace: judging.switch_off(workspace, iri, rule, rationale), self._altered)

    def use_again(self, rule: Iri) -> None:
        """Use a rule again that was left out; the report is made anew."""
        _, iri = self._open()
        why = tr("the rule is used again")
        self._write(lambda workspace: judging.switch_on(workspace, iri, rule, why), self._altered)

    def _altered(self, revision: Revision | None) -> None:
        self._said(revision)
        self.ask()

    def close(self, conclusion: str) -> None:
        """Close it, on a report that is made of the newest revision first."""
        _, iri = self._open()

        def made(found: Found) -> None:
            self._arrive(found)
            self._commit(lambda workspace: closing.close(workspace, iri, found.report, conclusion))

        self._project.ask(lambda workspace: kept(workspace, iri), made, self._fail, self.topic)

    def _commit(self, work: Callable[[Workspace], Revision | None]) -> None:
        self._write(work, self._committed)

    def _committed(self, revision: Revision | None) -> None:
        self._said(revision)
        found, iri = self.found, self.assessment_iri
        if found is not None and iri is not None:
            self._project.read(lambda reader: again(reader, iri, found), self._take, self._fail, self.topic)

    def _said(self, revision: Revision | None) -> None:
        if revision is None:
            self._desk.say(tr("Nothing would change: nothing was saved."))
        else:
            words = tr("Saved as revision {number}: {summary}")
            self._desk.say(words.format(number=revision.seq, summary=revision.summary))

    def _write(self, work: Callable[[Workspace], T], done: Callable[[T], None]) -> None:
        if not self._project.writable:
            because = self._project.read_only_because
            hint = tr("Nothing was saved. Try again when nobody else writes.")
            self._desk.tell(Failure(because, hint, ReadOnly(because, hint=hint)))
            return
        self._saving += 1

        def finished(made: T) -> None:
            self._saving -= 1
            done(made)

        def failed(failure: Failure) -> None:
            self._saving -= 1
            self._desk.tell(failure)

        self._project.write(work, finished, failed)

    def _arrive(self, found: Found) -> None:
        self.found = found
        self._details.clear()
        self.arrived.emit()

    def _take(self, found: Found) -> None:
        self.found = found
        self.judged.emit()

    def _fail(self, failure: Failure) -> None:
        if self.found is None:
            self.failed.emit(failure)
            return
        self.outdated = True
        self.outdated_changed.emit()
        self._desk.tell(failure)

    def _open(self) -> tuple[ImpactReport, Iri]:
        return _not_none(self.report), _not_none(self.assessment_iri)

    def _asked(self) -> Question:
        return reading.question(self.assessment) if self.assessment is not None else _not_none(self.question)


def open_reviews(project: OpenProject) -> tuple[Review, ...]:
    """The reviews of a project that are open in tabs, in the order in which they were opened."""
    return tuple(each for each in _OPEN.values() if each.project is project)


def fresh(workspace: Workspace, question: Question) -> Found:
    """The answer to a question that nobody has kept."""
    report = assess.of_workspace(workspace, question)
    return Found(report, None, work_rows.rows(report, None), impact_follows.follows(workspace.reader, report))


def kept(workspace: Workspace, iri: Iri) -> Found:
    """A kept assessment, with its report as the graph is now."""
    assessment = reading.read(workspace.reader, iri)
    report = reading.report(workspace, assessment)
    state = standing.state(workspace.reader, assessment, report)
    follows = impact_follows.follows(workspace.reader, state.report)
    others = changes.other_open(workspace.reader, assessment)
    return Found(report, state, work_rows.rows(report, state), follows, others)


def again(reader: RecordReader, iri: Iri, found: Found) -> Found:
    """The same report with the verdicts as they are now."""
    assessment = reading.read(reader, iri)
    state = standing.state(reader, assessment, found.report)
    others = changes.other_open(reader, assessment)
    return replace(found, state=state, rows=work_rows.rows(found.report, state), others=others)


def _not_none(value: T | None) -> T:
    assert value is not None
    return value
