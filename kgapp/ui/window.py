"""The main window: areas, tabs and one project at a time. It is the desk that every panel lies on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from kgapp.domain.document import Document
from kgapp.domain.impact import ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services.events import ChangeCommitted
from kgapp.services.impact.assess import Question
from kgapp.services.reports.origin import Asked
from kgapp.services.workspace import Workspace
from kgapp.ui import actions, behind, crash, enabling, entity_commands, following, menus, places, places_table, screen
from kgapp.ui.bookmarks import Bookmarks
from kgapp.ui.doors import Doors
from kgapp.ui.drafts import Drafts
from kgapp.ui.dropping import Dropping
from kgapp.ui.exchange import Exchange
from kgapp.ui.findings import LiveFindings
from kgapp.ui.following import Following
from kgapp.ui.helping import Helping
from kgapp.ui.impacts import Impacts
from kgapp.ui.inspecting import Inspecting
from kgapp.ui.keeping import Keeping
from kgapp.ui.opening import Opening
from kgapp.ui.panels import parts
from kgapp.ui.panels.banners import Banners
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.explorer import ExplorerPanel
from kgapp.ui.panels.finding_counts import FindingCounts
from kgapp.ui.panels.findings import FindingsPanel
from kgapp.ui.panels.frame import Frame
from kgapp.ui.panels.inspector import Inspector
from kgapp.ui.panels.message import message
from kgapp.ui.panels.start import StartPage
from kgapp.ui.panels.states import States
from kgapp.ui.panels.status_line import StatusLine
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.top_bar import TopBar
from kgapp.ui.project import OpenProject, Status
from kgapp.ui.reports import Reports
from kgapp.ui.saving import Step
from kgapp.ui.slots import slots
from kgapp.ui.stepping import Steps
from kgapp.ui.tasks import Failure, Tasks
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.trail import Trail
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.reviewing import Review


class MainWindow(QMainWindow):
    """Opens projects, keeps the trail, and gives panels what they ask for (``Desk``)."""

    attended = Signal(str)
    """A place was visited, or a thing was selected: ``page IRI``."""
    project_opened = Signal()

    def __init__(self, doors: Doors, theme: Theme) -> None:
        super().__init__()
        self._doors, self._theme = doors, theme
        self.tasks = Tasks(self)
        self._project: OpenProject | None = None
        self._trail = Trail()
        self._status: Status | None = None
        self.tabs: Tabs | None = None
        self._findings = LiveFindings(self)
        self.bookmarks = Bookmarks(self)
        self._inspector = Inspector(theme)
        self.explorer = ExplorerPanel(theme)
        self.below: FindingsPanel = FindingsPanel(self)
        self.counts = FindingCounts(self._findings, theme)
        self.areas = Frame(self.explorer, self._inspector, self.below, theme)
        self.banners: Banners = Banners(theme)
        self.keeping = Keeping(self, doors, self.banners, self)
        self.exchange = Exchange(self, self, doors.rdf_files, self.banners)
        self.helping = Helping(self, doors)
        self.states = States(self.areas, theme)
        self.opening = Opening(self, doors, self.states, self._leave)
        self.impacts, self.reports = Impacts(self, doors), Reports(self, doors)
        self.steps = Steps(self)
        self.inspecting = Inspecting(self, doors)
        self._actions = actions.build(self, slots(self))
        self.top = TopBar(self._actions, theme, self)
        self._following: Following | None = None
        self._line = StatusLine(self.statusBar(), self.counts, lambda: self.open_place(places_table.ASSESSMENTS))
        self._lay_out()
        self._join()
        screen.fit(self, theme)
        self.areas.share()
        self.opening.opened.connect(self._opened)
        Dropping(self, self.open)
        self.helping.begin()
        self._enable()

    @property
    def project(self) -> OpenProject:
        """The open project; panels are there only while one is open."""
        assert self._project is not None, "no project is open"
        return self._project

    @property
    def has_project(self) -> bool:
        """Whether a project is open."""
        return self._project is not None

    def place_of(self, name: str) -> QWidget | None:
        """The widget that the tour points at."""
        known = {"search": self.top.search, "tabs": self.tabs, "findings": self.counts, "undo": self.top.undo_button}
        return known.get(name)

    @property
    def theme(self) -> Theme:
        """Colours and sizes."""
        return self._theme

    @property
    def findings(self) -> LiveFindings:
        """What the shapes say of the project."""
        return self._findings

    @property
    def drafts(self) -> Drafts:
        """Unsaved input, kept for the case of a crash."""
        return self.keeping.drafts

    @property
    def inspector(self) -> Inspector:
        """The panel at the right."""
        return self._inspector

    def action(self, name: str) -> QAction:
        """An action of the table, by its id."""
        return self._actions[name]

    @property
    def engine_state(self) -> str:
        """What the status bar says of the engine."""
        return self._line.engine

    def start(self) -> None:
        """Without a project: ways to begin."""
        page = StartPage(self.opening)
        self.states.show_page(page)
        page.demo.setFocus()

    def open(self, project: Path | str) -> None:
        """Open a project, or a server by its name or address, in place of the present one."""
        self.opening.open(project)

    def open_place(self, place: str) -> None:
        """Bring a place to the front and the keyboard to it."""
        if self.tabs is not None and place:
            view = self.tabs.go(place)
            if view is not None:
                view.take_focus()

    def open_entity(self, iri: Iri) -> None:
        """The page of a thing."""
        self.open_place(places_table.page_of(iri))

    def open_behind(self, iri: Iri) -> None:
        """The page of a thing in a tab behind the one in front."""
        if self.tabs is not None:
            self.tabs.open_behind(places_table.page_of(iri))

    def inspect(self, iri: Iri) -> None:
        """Show a thing in the inspector and where it stands on the map."""
        if self._project is not None:
            self.attended.emit(places_table.page_of(iri))
            self._inspector.look_at(self._project, iri)
            if self.tabs is not None:
                self.tabs.map.view.choose(iri)

    def inspect_all(self, iris: tuple[Iri, ...]) -> None:
        """Sum up several chosen things in the inspector."""
        if self._project is not None and iris:
            self._inspector.look_at_several(self._project, iris)

    def show_findings(self, iris: tuple[Iri, ...]) -> None:
        """The list of findings, narrowed to those about some things."""
        self.areas.show_findings()
        self.below.show_about(iris)

    def edit(self, iri: Iri, predicate: Iri | None = None) -> None:
        """The form of a thing, at a field."""
        self.open_entity(iri)
        if self.tabs is not None and isinstance(self.tabs.here, EntityPanel):
            self.tabs.here.edit(predicate)

    def create_thing(self, kind: Iri | None = None) -> None:
        """A form for a new thing."""
        if kind is not None:
            self.open_place(f"new {kind}")
        elif self._project is not None:
            entity_commands.new_thing(self)

    def assess(self, iri: Iri) -> None:
        """Ask what changes about a thing, then for its impact."""
        if self._project is not None:
            self.impacts.assess(iri)

    def ask_again(self, question: Question) -> None:
        """Ask the same question differently."""
        self.assess(question.entity)

    def open_impact(self, question: Question, name: str) -> None:
        """The impact of a change, in a tab of its own."""
        self.impacts.open(question, name)

    def lay_on_map(self, report: ImpactReport, item: Item | None = None, review: Review | None = None) -> None:
        """Show an impact on the process map, at one of its items."""
        if self.tabs is not None:
            self.open_place(places_table.MAP)
            self.tabs.map.show_report(report, item, review)

    def save_report(self, name: str, make: Callable[[Asked], Document]) -> None:
        """Ask for a file and write a report to it."""
        if self._status is not None:
            self.reports.save(name, self._status.path.name, make)

    def menu(self, iris: tuple[Iri, ...], place: QPoint) -> None:
        """The menu of one or several things."""
        if iris and self._project is not None:
            menus.popup(self, self, iris, place)

    def save(self, step: Step) -> None:
        """Ask for the reason and commit a step."""
        self.keeping.saver.save(step)

    def say(self, words: str) -> None:
        """A passing message."""
        self.statusBar().showMessage(line(words, 300), _SAID_MS)

    def tell(self, failure: Failure) -> None:
        """Say why something did not work."""
        message(self, failure.sentence, failure.hint)

    def search(self) -> None:
        """Give the keyboard to the search field."""
        self.top.search.start()

    def go_back(self) -> None:
        """To the place before this one."""
        self._move(self._trail.back())

    def go_forward(self) -> None:
        """To the place after this one."""
        self._move(self._trail.forward())

    def close_tab(self) -> None:
        """Close the tab in front."""
        if self.tabs is not None:
            self.tabs.close_at(self.tabs.currentIndex())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.hide()
        self._leave_panels()
        if self._project is not None:
            self._project.close()
        self.tasks.close(self.opening.close_all)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setWindowTitle("kgapp")
        centre = QWidget()
        layout = parts.column(centre)
        layout.addWidget(self.top)
        layout.addWidget(self.banners)
        layout.addWidget(self.states, 1)
        self.setCentralWidget(centre)

    def _join(self) -> None:
        self.counts.wanted.connect(self.areas.show_findings)
        self.top.search.opened.connect(self.open_entity)
        self.top.search.picked_for_change.connect(self.assess)
        self.explorer.chosen.connect(self.inspect)
        self.explorer.opened.connect(self.open_entity)
        self._inspector.join(self)
        self.areas.folded.connect(self._enable)
        self._theme.changed.connect(self._enable)
        self.keeping.saver.spell_changed.connect(lambda _: self._enable())

    def _may_leave(self) -> bool:
        """Whether every open view may be closed; the first that may not is brought to the front."""
        for view in self.tabs.views if self.tabs is not None and self._project is not None else ():
            if not view.may_close():
                assert self.tabs is not None
                self.tabs.setCurrentWidget(view)
                return False
        return True

    def _leave_panels(self) -> None:
        if self._project is not None:
            self.keeping.closed()
            self._findings.leave()

    def _leave(self) -> bool:
        """Close the present project, if there is one; whether there is none now."""
        if not self._may_leave():
            return False
        self._leave_panels()
        if self._project is not None:
            self._project.close()
            self._project.deleteLater()
            self._project = None
            self._following = None
            self.banners.clear()
            self.tasks.write(self.opening.close_all, done=lambda _: None, failed=self.tell)
        self._enable()
        return True

    def _opened(self, workspace: Workspace) -> None:
        project = OpenProject(workspace, self.tasks, self)
        project.changed.connect(self._changed)
        self._project = project
        self.keeping.opened(project)
        self._trail = Trail()
        self.tabs = Tabs(self)
        self.tabs.place_changed.connect(self._visit)
        self.tabs.steps_changed.connect(self._enable)
        self.areas.put(self.tabs)
        self._inspector.may_write(writable=project.writable)
        self._inspector.show_nothing()
        self.bookmarks.join(project)
        self.top.search.join(self)
        self.states.content()
        self.explorer.join(self)
        self._load_status()
        behind.begin(project, self._findings, self._line, self._doors.shape_checker)
        self._visit(places_table.MAP)
        self.tabs.map.take_focus()
        self.project_opened.emit()

    def _load_status(self) -> None:
        if self._project is not None:
            self._project.status(self._show_status, self.tell)

    def _show_status(self, status: Status) -> None:
        self._status = status
        if status.inspection:
            self.inspecting.show(status)
        else:
            places.remember(self.opening.shown or status.path)
        self.top.name(status.name)
        self.setWindowTitle(f"{line(status.name)} – kgapp")
        self._line.show_status(status)
        self.steps.name(status)
        if status.read_only_because and self._following is None and not (status.inspection or status.endpoint):
            self._following = following.begin(self, self._doors, status)
        self._enable()

    def _changed(self, event: ChangeCommitted) -> None:
        if self._project is None or self.tabs is None:
            return
        self.tabs.project_changed(event.subjects)
        self.explorer.project_changed(event.subjects)
        self._inspector.look_again(self._project)
        self._load_status()

    def _visit(self, place: str) -> None:
        crash.note(place.partition(" ")[0])
        self.attended.emit(place)
        self._trail = self._trail.visit(place)
        entity = self.tabs.entity_here() if self.tabs else None
        if entity is not None:
            self.explorer.choose(entity)
            self.top.search.remember(entity)
        self._enable()

    def _move(self, trail: Trail) -> None:
        self._trail = trail
        self.open_place(trail.here)

    def _enable(self) -> None:
        status = self._status if self._project is not None else None
        here = self.tabs.here if self.tabs is not None and self._project is not None else None
        before, after = here.view_steps() if here is not None else ("", "")
        actions.name(self._actions["view_undo"], tr("&Undo in this view"), before)
        actions.name(self._actions["view_redo"], tr("&Redo in this view"), after)
        actions.name(self._actions["end_spell"], tr("Ask for a reason at each save &again"), self.keeping.saver.spell)
        true = enabling.conditions(self, status, self._trail, here)
        actions.enable(self._actions, true, enabling.ticks(self))
        self.top.enable(project=self._project is not None)


_SAID_MS = 6_000
