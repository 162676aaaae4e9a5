"""The main window: areas, tabs and one project at a time. It is the desk that every panel lies on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QMessageBox, QWidget

from kgapp.domain.errors import ProjectProblem
from kgapp.domain.impact import ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services import inspection
from kgapp.services.change_choices import Choices
from kgapp.services.events import ChangeCommitted
from kgapp.services.impact.assess import Question
from kgapp.services.workspace import Workspace
from kgapp.ui import actions, crash, entity_commands, menus, places, places_table
from kgapp.ui.actions import When
from kgapp.ui.bookmarks import Bookmarks
from kgapp.ui.doors import Doors
from kgapp.ui.drafts import Drafts
from kgapp.ui.dropping import Dropping
from kgapp.ui.exchange import Exchange
from kgapp.ui.findings import LiveFindings
from kgapp.ui.following import Following
from kgapp.ui.helping import Helping
from kgapp.ui.keeping import Keeping
from kgapp.ui.panels import parts, results_chart
from kgapp.ui.panels.banners import Banners
from kgapp.ui.panels.change_form import ChangeForm
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.explorer import ExplorerPanel
from kgapp.ui.panels.finding_counts import FindingCounts
from kgapp.ui.panels.findings import FindingsPanel
from kgapp.ui.panels.frame import Frame
from kgapp.ui.panels.impact import ImpactPanel
from kgapp.ui.panels.inspector import Inspector
from kgapp.ui.panels.new_project import NewProject, Wish
from kgapp.ui.panels.start import StartPage
from kgapp.ui.panels.states import States
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.top_bar import TopBar
from kgapp.ui.project import OpenProject, Status
from kgapp.ui.saving import Step
from kgapp.ui.slots import slots
from kgapp.ui.tasks import Failure, Tasks
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Look, Theme
from kgapp.ui.trail import Trail
from kgapp.ui.words import tr

_FRAME = 40
"""Room for the frame and title that the system draws around a window, in pixels at 100 %."""


class MainWindow(QMainWindow):
    """Opens projects, keeps the trail, and gives panels what they ask for (``Desk``)."""

    attended = Signal(str)
    """A place was visited, or a thing was selected: ``page IRI``."""
    project_opened = Signal()

    def __init__(self, doors: Doors, theme: Theme) -> None:
        super().__init__()
        self._doors, self._theme = doors, theme
        self.tasks = Tasks(self)
        self._workspaces: list[Workspace] = []  # opened by the writer thread and not yet closed
        self._project: OpenProject | None = None
        self._trail = Trail()
        self._status: Status | None = None
        self._engine = ""
        self.tabs: Tabs | None = None
        self._findings = LiveFindings(self)
        self.bookmarks = Bookmarks(self)
        self._inspector = Inspector(theme)
        self.explorer = ExplorerPanel(theme)
        self.below = FindingsPanel(self)
        self.counts = FindingCounts(self._findings, theme)
        self.areas = Frame(self.explorer, self._inspector, self.below, theme)
        self.banners = Banners(theme)
        self.keeping = Keeping(self, doors.drafts(), self.banners, self)
        self.exchange = Exchange(self, self, doors.rdf_files, self.banners)
        self.helping = Helping(self, doors)
        self._actions = actions.build(self, slots(self))
        self.top = TopBar(self._actions, theme, self)
        self.states = States(self.areas, theme)
        self._following: Following | None = None
        self._left, self._right = QLabel(), QLabel()
        self._lay_out()
        self._join()
        self._fit_screen()
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
        return self._engine

    def start(self) -> None:
        """Without a project: ways to begin."""
        page = StartPage(self)
        self.states.show_page(page)
        page.demo.setFocus()

    def open(self, path: Path) -> None:
        """Open a project in place of the present one."""
        if not self._may_leave():
            return
        self.states.busy(tr("Opening {name}…").format(name=line(path.name)))
        self._let_go()
        self.tasks.write(
            lambda: self._open_workspace(path),
            done=self._opened,
            failed=lambda failure: self.states.failed(failure, lambda: self.open(path)),
        )

    def open_demo(self) -> None:
        """Open the demo, made first where it is not there yet."""
        path = places.demo()
        if path.exists():
            self.open(path)
            return
        self.states.busy(tr("Making the CAR-T demo…"))
        self.tasks.write(
            lambda: self._make_demo(path),
            done=lambda _: self.open(path),
            failed=lambda failure: self.states.failed(failure, lambda: self.open(path)),
        )

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Open a project"), str(places.home()), _files())
        if chosen:
            self.open(Path(chosen))

    def choose_and_create(self) -> None:
        """Ask for name, place and base address, make an empty project there and open it."""
        form = NewProject(self._create, self._theme, self)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

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
            show, fail = self._inspector.show_one, self._inspector.show_failure
            self._project.read(lambda reader: inspection.one(reader, iri), show, fail, "inspector")
            if self.tabs is not None:
                self.tabs.map.view.choose(iri)

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
            self._project.choices(iri, self._ask_change, self.tell)

    def ask_again(self, question: Question) -> None:
        """Ask the same question differently."""
        self.assess(question.entity)

    def open_impact(self, question: Question, name: str) -> None:
        """The impact of a change, in a tab of its own."""
        if self.tabs is not None:
            view = ImpactPanel(self, question, name)
            self.tabs.add(view, tr("Impact: {name}").format(name=name))
            self.tabs.setCurrentWidget(view)

    def lay_on_map(self, report: ImpactReport, item: Item | None = None) -> None:
        """Show an impact on the process map, at one of its items."""
        if self.tabs is not None:
            self.open_place(places_table.MAP)
            self.tabs.map.show_report(report, item)

    def save_report(self, report: ImpactReport) -> None:
        """Ask for a file and write an impact report to it."""
        start = str(places.home() / "impact.html")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the report"), start, tr("Web page (*.html)"))
        if chosen and self._status is not None:
            path, project = Path(chosen), self._status.path.name
            self.tasks.read(
                lambda: self._doors.save_impact(report, project, path),
                done=lambda _: self.say(tr("Saved {path}").format(path=path)),
                failed=self.tell,
            )

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
        self._tell(failure.sentence, failure.hint)

    def search(self) -> None:
        """Give the keyboard to the search field."""
        self.top.search.start()

    def bookmark_here(self) -> None:
        """Mark the thing in front, or take its mark away."""
        entity = self.tabs.entity_here() if self.tabs is not None else None
        if entity is None:
            self.open_place(places_table.BOOKMARKS)
            return
        marked = self.bookmarks.toggle(entity)
        self.say(tr("Bookmarked.") if marked else tr("The bookmark was taken away."))

    def show_differences(self) -> None:
        """The map, with only what differs between the sites."""
        if self.tabs is not None:
            self.open_place(places_table.MAP)
            self.tabs.map.show_differences()

    def assess_here(self) -> None:
        """Assess a change of the thing in front, or ask which."""
        entity = self.tabs.entity_here() if self.tabs else None
        if entity is not None:
            self.assess(entity)
        else:
            self.top.search.start(for_change=True)

    def undo(self) -> None:
        """Take the newest step back."""
        if self._project is not None:
            self._project.undo(lambda _: None, self.tell)

    def redo(self) -> None:
        """Take the newest undo back."""
        if self._project is not None:
            self._project.redo(lambda _: None, self.tell)

    def undo_to(self, seq: int) -> None:
        """Take back all steps up to the revision with this number."""
        self.project.undo_to(seq, lambda _: None, self.tell)

    def redo_to(self, seq: int) -> None:
        """Take back undos up to the one with this number."""
        self.project.redo_to(seq, lambda _: None, self.tell)

    def open_history(self) -> None:
        """The history of the whole project."""
        self.open_place(places_table.HISTORY)

    def undo_view(self) -> None:
        """Take back what was done to the view in front last."""
        if self.tabs is not None and self.tabs.here is not None:
            self.tabs.here.undo_view()

    def redo_view(self) -> None:
        """Do again what was taken back in the view in front last."""
        if self.tabs is not None and self.tabs.here is not None:
            self.tabs.here.redo_view()

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
        if self._project is not None:
            self.keeping.closed()
            self._findings.leave()
            self._project.close()
        self.tasks.close(self._close_workspaces)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        for label in (self._left, self._right):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.statusBar().addWidget(self._left, 1)
        self.statusBar().addPermanentWidget(self.counts)
        self.statusBar().addPermanentWidget(self._right)
        self.statusBar().setSizeGripEnabled(False)
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
        self._inspector.opened.connect(self.open_entity)
        self._inspector.assess_wanted.connect(self.assess)
        self._inspector.edit_wanted.connect(self.edit)
        self._inspector.graph_wanted.connect(lambda iri: self.open_place(f"graph {iri}"))
        self._inspector.history_wanted.connect(lambda seq: self.open_place(f"history {seq}"))
        self.areas.folded.connect(self._enable)
        self._theme.changed.connect(self._enable)
        self.keeping.saver.spell_changed.connect(lambda _: self._enable())

    def _fit_screen(self) -> None:
        room = QGuiApplication.primaryScreen().availableGeometry()
        frame = self._theme.px(_FRAME)
        self.resize(min(1440, room.width() - frame), min(900, room.height() - frame))
        self.areas.share()

    def _may_leave(self) -> bool:
        """Whether every open view may be closed; the first that may not is brought to the front."""
        for view in self.tabs.views if self.tabs is not None and self._project is not None else ():
            if not view.may_close():
                assert self.tabs is not None
                self.tabs.setCurrentWidget(view)
                return False
        return True

    def _open_workspace(self, path: Path) -> Workspace:
        workspace = self._doors.open_for_window(path)
        self._workspaces.append(workspace)
        return workspace

    def _make_demo(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._doors.create_demo(path)

    def _create(self, wish: Wish) -> None:
        self.tasks.write(lambda: self._make_empty(wish), done=lambda _: self.open(wish.path), failed=self.tell)

    def _make_empty(self, wish: Wish) -> None:
        try:
            wish.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ProjectProblem(
                f"The folder cannot be made: {error.strerror or error}.", hint=str(wish.path.parent)
            ) from error
        self._doors.create(wish.path, wish.base)

    def _close_workspaces(self) -> None:
        self.tasks.settle()
        while self._workspaces:
            self._workspaces.pop().close()

    def _let_go(self) -> None:
        """Close the present project, if there is one."""
        if self._project is not None:
            self.keeping.closed()
            self._findings.leave()
            self._project.close()
            self._project.deleteLater()
            self._project = None
            self._following = None
            self.banners.clear()
            self.tasks.write(self._close_workspaces, done=lambda _: None, failed=self.tell)
        self._enable()

    def _opened(self, workspace: Workspace) -> None:
        project = OpenProject(workspace, self.tasks, self)
        project.changed.connect(self._changed)
        self._project = project
        self.keeping.opened(project)
        self._findings.watch(project, self._doors.shape_checker)
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
        self._engine_says(tr("engine loading…"))
        project.start_engine()
        project.when_ready(
            results_chart.load,
            lambda _: self._engine_says(tr("engine ready")),
            lambda _: self._engine_says(tr("engine stopped")),
        )
        self._visit(places_table.MAP)
        self.tabs.map.take_focus()
        self.project_opened.emit()

    def _load_status(self) -> None:
        if self._project is not None:
            self._project.status(self._show_status, self.tell)

    def _show_status(self, status: Status) -> None:
        self._status = status
        places.remember(status.path)
        self.top.name(status.path.stem)
        self.setWindowTitle(f"{line(status.path.stem)} – kgapp")
        held = status.read_only_because
        state = tr("read-only") if held else tr("saved")
        where = tr("revision {number}").format(number=number(status.revision))
        self._left.setText(line(f"{status.path.name}     {where} · {state}", 300))
        self.top.name_steps(status.steps, self.undo_to, self.redo_to, self.open_history)
        if held and self._following is None:
            self._follow(status)
        self._say_right()
        self._enable()

    def _follow(self, status: Status) -> None:
        """Keep up with whoever writes the project, and say when they have gone."""
        path = status.path
        self._following = Following(self.project, lambda: self._doors.held_by(path), status.revision)
        words = tr("You can read this project, not change it: {why}").format(why=line(status.read_only_because, 300))
        again = (tr("Try to write"), lambda: self.open(path))
        self.banners.show_strip("read-only", words, again)
        free = tr("Nobody else writes this project any more.")
        here = (tr("Write here"), lambda: self.open(path))
        self._following.freed.connect(lambda: self.banners.show_strip("read-only", free, here))

    def _engine_says(self, words: str) -> None:
        self._engine = words
        self._say_right()

    def _say_right(self) -> None:
        if self._status is not None:
            statements = tr("{count} statements").format(count=number(self._status.statements))
            self._right.setText(f"{statements} · {self._engine}")

    def _changed(self, event: ChangeCommitted) -> None:
        if self._project is None or self.tabs is None:
            return
        self.tabs.project_changed(event.subjects)
        self.explorer.project_changed(event.subjects)
        self._load_status()

    def _ask_change(self, choices: Choices) -> None:
        name = choices.entity.label
        if not choices.kinds:
            sentence = tr("“{name}” cannot change by itself.").format(name=line(name))
            self._tell(sentence, tr("Choose what it belongs to."))
            return
        ChangeForm(choices, lambda question: self.open_impact(question, name), self._theme, self).open()

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
        writable = self._project is not None and self._project.writable
        here = self.tabs.here if self.tabs is not None and self._project is not None else None
        before, after = here.view_steps() if here is not None else ("", "")
        actions.name(self._actions["view_undo"], tr("&Undo in this view"), before)
        actions.name(self._actions["view_redo"], tr("&Redo in this view"), after)
        actions.name(self._actions["end_spell"], tr("End the &working spell"), self.keeping.saver.spell)
        true = {
            When.ALWAYS: True,
            When.PROJECT: self._project is not None,
            When.WRITABLE: writable,
            When.BACK: self._trail.can_go_back,
            When.FORWARD: self._trail.can_go_forward,
            When.UNDO: bool(status and status.undo and writable),
            When.REDO: bool(status and status.redo and writable),
            When.SPELL: bool(self.keeping.saver.spell),
            When.VIEW_UNDO: bool(before),
            When.VIEW_REDO: bool(after),
        }
        ticked = {
            "fold_explorer": not self.areas.is_folded("explorer"),
            "fold_inspector": not self.areas.is_folded("inspector"),
            "fold_findings": not self.areas.is_folded("findings"),
            **{look.value: self._theme.look is look for look in Look},
        }
        actions.enable(self._actions, frozenset(when for when, is_true in true.items() if is_true), ticked)
        self.top.enable(project=self._project is not None)

    def _tell(self, sentence: str, hint: str) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("kgapp")
        box.setText(line(sentence, 500))
        box.setInformativeText(line(hint, 500))
        box.open()


def _files() -> str:
    return tr("kgapp projects (*{suffix})").format(suffix=places.SUFFIX)


_SAID_MS = 6_000
