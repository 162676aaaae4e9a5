"""From a thing to the impact of its change: the question, the tab with the answer, the map, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import change_choices, change_drafts
from kgapp.services.change_choices import Choices
from kgapp.services.change_drafts import Drafted
from kgapp.services.impact.assess import Question
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements
from kgapp.ui import places_table
from kgapp.ui.panels.change_form import ChangeForm
from kgapp.ui.panels.impact import ImpactPanel
from kgapp.ui.panels.message import message
from kgapp.ui.panels.triage_form import TriageForm
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.doors import Doors
    from kgapp.ui.window import MainWindow


class Impacts(QObject):
    """What the window does with changes and their impact."""

    def __init__(self, window: MainWindow, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._doors = window, doors

    def assess(self, thing: Iri) -> None:
        """Ask what changes about a thing, then for its impact; a recorded change or deviation says it itself."""
        self._window.project.read(lambda reader: _begin(reader, thing), self._begun, self._window.tell, "choices")

    def triage(self) -> None:
        """Ask what happened to which batch, then for its impact."""
        TriageForm(self._window, self.open_drafted, self._open_assessment).open()

    def assess_here(self) -> None:
        """Assess a change of the thing in front, or ask which."""
        window = self._window
        entity = window.tabs.entity_here() if window.tabs else None
        if entity is not None:
            window.assess(entity)
        else:
            window.top.search.start(for_change=True)

    def open(self, question: Question, name: str) -> ImpactPanel | None:
        """The impact of a change, in a tab of its own; none without a project."""
        window = self._window
        if window.tabs is None:
            return None
        view = ImpactPanel(window, question, name)
        window.tabs.add(view, tr("Impact: {name}").format(name=name))
        window.tabs.setCurrentWidget(view)
        return view

    def open_drafted(self, drafted: Drafted, name: str) -> None:
        """The impact of changes that were entered together."""
        view = self.open(drafted.question, name)
        if view is not None:
            view.review.drafted = drafted

    def _open_assessment(self, assessment: Iri) -> None:
        self._window.open_place(places_table.assessment_of(assessment))

    def _begun(self, found: Choices | tuple[Drafted, str]) -> None:
        if isinstance(found, Choices):
            self._ask_change(found)
        else:
            self.open_drafted(*found)

    def _ask_change(self, choices: Choices) -> None:
        name = choices.entity.label
        if not choices.kinds:
            sentence = tr("“{name}” cannot change by itself.").format(name=line(name))
            message(self._window, sentence, tr("Choose what it belongs to."))
            return
        ChangeForm(self._window, choices, self.open_drafted).open()


def _begin(reader: RecordReader, thing: Iri) -> Choices | tuple[Drafted, str]:
    """What can be said about a change of a thing; of a recorded change or deviation what it says."""
    known = Statements(reader)
    types = known.types(thing)
    if KG.Change in types:
        return Drafted(change_drafts.recorded(reader, (thing,))), known.name(thing)
    if KG.Deviation in types:
        return change_drafts.of_deviation(reader, thing), known.name(thing)
    return change_choices.choices(reader, thing)
