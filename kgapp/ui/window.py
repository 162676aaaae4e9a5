"""The main window: explorer, tabs, inspector, and one project at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QMenu, QMessageBox, QSplitter, QWidget

from kgapp.domain.impact import ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services.change_choices import Choices
from kgapp.services.events import ChangeCommitted
from kgapp.services.impact.assess import Question
from kgapp.services.workspace import Workspace
from kgapp.ui import actions, places
from kgapp.ui.actions import When
from kgapp.ui.doors import Doors
from kgapp.ui.panels import parts, results_chart
from kgapp.ui.panels.change_form import ChangeForm
from kgapp.ui.panels.explorer import ExplorerPanel
from kgapp.ui.panels.inspector import Inspector
from kgapp.ui.panels.start import StartPage
from kgapp.ui.panels.states import States
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.top_bar import TopBar
from kgapp.ui.project import OpenProject, Status
from kgapp.ui.tasks import Failure, Tasks
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Theme
from kgapp.ui.trail import Trail

SUFFIX = ".kgproject"
_FILES = f"kgapp projects (*{SUFFIX})"
_FRAME = 40
"""Room for the frame and title that the system draws around a window, in pixels at 100 %."""


class MainWindow(QMainWindow):
    """Opens projects, keeps the trail, and passes what happens in one panel to the others."""

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
        self._actions = actions.build(self, self._slots())
        self.top = TopBar(self._actions, theme, self)
        self.top.search.opened.connect(self.open_entity)
        self.top.search.picked_for_change.connect(self.assess)
        self.explorer = ExplorerPanel(theme)
        self.explorer.chosen.connect(self._inspect)
        self.explorer.opened.connect(self.open_entity)
        self.explorer.menu_wanted.connect(self._menu)
        self.inspector = Inspector(theme)
        self.inspector.opened.connect(self.open_entity)
        self.inspector.assess_wanted.connect(self.assess)
        self._splitter = QSplitter()
        self.states = States(self._splitter, theme)
        self._lay_out()
        self._left, self._right = QLabel(), QLabel()
        self._right.setTextFormat(Qt.TextFormat.PlainText)
        self._left.setTextFormat(Qt.TextFormat.PlainText)
        self.statusBar().addWidget(self._left, 1)
        self.statusBar().addPermanentWidget(self._right)
        self.statusBar().setSizeGripEnabled(False)
        self.setWindowTitle("kgapp")
        self._fit_screen()
        self._enable()
        theme.changed.connect(self._share_width)

    def start(self) -> None:
        """Without a project: three ways to begin."""
        page = StartPage(self.open_demo, self.choose_and_open, self.choose_and_create, self._theme)
        self.states.show_page(page)

    def open(self, path: Path) -> None:
        """Open a project in place of the present one."""
        self.states.busy(f"Opening {line(path.name)}…")
        self._let_go()
        self.tasks.write(
            lambda: self._open_workspace(path),
            done=self._opened,
            failed=lambda failure: self._not_opened(failure, path),
        )

    def open_demo(self) -> None:
        """Open the demo, made first where it is not there yet."""
        path = places.demo()
        if path.exists():
            self.open(path)
            return
        self.states.busy("Making the CAR-T demo…")
        self.tasks.write(
            lambda: self._make_demo(path), done=lambda _: self.open(path), failed=lambda f: self._not_opened(f, path)
        )

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(self, "Open a project", str(places.home()), _FILES)
        if chosen:
            self.open(Path(chosen))

    def choose_and_create(self) -> None:
        """Ask for a place, make an empty project there and open it."""
        chosen, _ = QFileDialog.getSaveFileName(self, "New project", str(places.home()), _FILES)
        if chosen:
            path = Path(chosen if chosen.endswith(SUFFIX) else chosen + SUFFIX)
            self.tasks.write(lambda: self._doors.create(path), done=lambda _: self.open(path), failed=self._say_failure)

    def open_entity(self, iri: str) -> None:
        """The page of an entity."""
        if self.tabs is not None:
            self.tabs.open_entity(Iri(iri))

    def assess(self, iri: str) -> None:
        """Ask what changes about an entity, then for its impact."""
        if self._project is not None:
            self._project.choices(Iri(iri), self._ask_change, self._say_failure)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()
        if self._project is not None:
            self._project.close()
        self.tasks.close(self._close_workspaces)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self._splitter.addWidget(self.explorer)
        self._splitter.addWidget(QWidget())
        self._splitter.addWidget(self.inspector)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        centre = QWidget()
        layout = parts.column(centre)
        layout.addWidget(self.top)
        layout.addWidget(self.states, 1)
        self.setCentralWidget(centre)

    def _fit_screen(self) -> None:
        room = QGuiApplication.primaryScreen().availableGeometry()
        frame = self._theme.px(_FRAME)
        self.resize(min(1440, room.width() - frame), min(900, room.height() - frame))
        self._share_width()

    def _share_width(self) -> None:
        px = self._theme.px
        self.explorer.setMinimumWidth(px(170))
        self.inspector.setMinimumWidth(px(220))
        self._splitter.setSizes([px(238), max(400, self.width() - px(238) - px(316)), px(316)])
        for at in range(3):
            self._splitter.setStretchFactor(at, int(at == 1))

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "demo": self.open_demo,
            "open": self.choose_and_open,
            "new": self.choose_and_create,
            "search": self._search,
            "map": lambda: self._go("map"),
            "assess": self._assess_here,
            "back": lambda: self._move(self._trail.back()),
            "forward": lambda: self._move(self._trail.forward()),
            "undo": self._undo,
            "redo": self._redo,
            "close_tab": lambda: self.tabs.close_at(self.tabs.currentIndex()) if self.tabs else None,
            "larger": lambda: self._theme.step_scale(1),
            "smaller": lambda: self._theme.step_scale(-1),
            "system": lambda: self._theme.choose(dark=None),
            "light": lambda: self._theme.choose(dark=False),
            "dark": lambda: self._theme.choose(dark=True),
            "quit": self.close,
        }

    def _open_workspace(self, path: Path) -> Workspace:
        workspace = self._doors.open_for_window(path)
        self._workspaces.append(workspace)
        return workspace

    def _make_demo(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._doors.create_demo(path)

    def _close_workspaces(self) -> None:
        while self._workspaces:
            self._workspaces.pop().close()

    def _let_go(self) -> None:
        """Close the present project, if there is one."""
        if self._project is not None:
            self._project.close()
            self._project.deleteLater()
            self._project = None
            self.tasks.write(self._close_workspaces, done=lambda _: None, failed=self._say_failure)
        self._enable()

    def _not_opened(self, failure: Failure, path: Path) -> None:
        self.states.failed(failure, lambda: self.open(path))

    def _opened(self, workspace: Workspace) -> None:
        project = OpenProject(workspace, self.tasks, self)
        project.changed.connect(self._changed)
        self._project = project
        self._trail = Trail()
        self.tabs = self._make_tabs(project)
        old = self._splitter.replaceWidget(1, self.tabs)
        if old is not None:
            old.deleteLater()
        self._share_width()
        self.inspector.show_nothing()
        self.top.search.join(project)
        self.states.content()
        project.trees(self.explorer.show_trees, self.explorer.show_failure)
        self._load_status()
        self._engine_says("engine loading…")
        project.start_engine()
        project.when_ready(
            results_chart.load,
            lambda _: self._engine_says("engine ready"),
            lambda _: self._engine_says("engine stopped"),
        )
        self._visit("map")
        self.tabs.map.view.setFocus()

    def _make_tabs(self, project: OpenProject) -> Tabs:
        tabs = Tabs(project, self._theme)
        tabs.opened.connect(self.open_entity)
        tabs.inspect_wanted.connect(self._inspect)
        tabs.assess_wanted.connect(self.assess)
        tabs.edit_wanted.connect(lambda question: self.assess(question.entity))
        tabs.menu_wanted.connect(self._menu)
        tabs.report_wanted.connect(self._save_report)
        tabs.item_chosen.connect(self._show_item)
        tabs.portrait_shown.connect(self.inspector.show_uses)
        tabs.place_changed.connect(self._visit)
        return tabs

    def _load_status(self) -> None:
        if self._project is not None:
            self._project.status(self._show_status, self._say_failure)

    def _show_status(self, status: Status) -> None:
        self._status = status
        places.remember(status.path)
        self.top.name(status.path.stem)
        self.setWindowTitle(f"{line(status.path.stem)} – kgapp")
        state = f"read-only: {status.read_only_because}" if status.read_only_because else "saved"
        self._left.setText(line(f"{status.path.name}     revision {number(status.revision)} · {state}", 300))
        self.top.name_steps(status.undo, status.redo)
        self._say_right()
        self._enable()

    def _engine_says(self, words: str) -> None:
        self._engine = words
        self._say_right()

    def _say_right(self) -> None:
        if self._status is not None:
            self._right.setText(f"{number(self._status.statements)} statements · {self._engine}")

    def _changed(self, event: ChangeCommitted) -> None:
        if self._project is None or self.tabs is None:
            return
        self.tabs.project_changed(event.subjects)
        self._project.trees(self.explorer.show_trees, self.explorer.show_failure)
        self._load_status()

    def _inspect(self, iri: str) -> None:
        if self._project is not None:
            self._project.page(Iri(iri), "inspector", self.inspector.show_entity, self._say_failure)
            if self.tabs is not None:
                self.tabs.map.view.choose(Iri(iri))

    def _show_item(self, report: ImpactReport, item: Item) -> None:
        if self._project is not None:
            self._project.forget("inspector")
        self.inspector.show_item(report, item)

    def _ask_change(self, choices: Choices) -> None:
        if not choices.kinds:
            self._tell(f"“{line(choices.entity.label)}” cannot change by itself.", "Choose what it belongs to.")
            return
        name = choices.entity.label
        form = ChangeForm(choices, lambda question: self._open_impact(question, name), self._theme, self)
        form.open()

    def _open_impact(self, question: Question, name: str) -> None:
        if self.tabs is not None:
            self.tabs.open_impact(question, name)

    def _search(self) -> None:
        self.top.search.start()

    def _assess_here(self) -> None:
        entity = self.tabs.entity_here() if self.tabs else None
        portrait = self.tabs.portrait_here() if self.tabs else None
        if entity is not None and portrait is not None:
            self.assess(entity)
        else:
            self.top.search.start(for_change=True)

    def _undo(self) -> None:
        if self._project is not None:
            self._project.undo(lambda _: None, self._say_failure)

    def _redo(self) -> None:
        if self._project is not None:
            self._project.redo(lambda _: None, self._say_failure)

    def _save_report(self, report: ImpactReport) -> None:
        start = str(places.home() / "impact.html")
        chosen, _ = QFileDialog.getSaveFileName(self, "Save the report", start, "Web page (*.html)")
        if chosen and self._status is not None:
            path, project = Path(chosen), self._status.path.name
            self.tasks.read(
                lambda: self._doors.save_impact(report, project, path),
                done=lambda _: self.statusBar().showMessage(f"Saved {path}", 6000),
                failed=self._say_failure,
            )

    def _visit(self, place: str) -> None:
        self._trail = self._trail.visit(place)
        portrait = self.tabs.portrait_here() if self.tabs else None
        item = self.tabs.item_here() if self.tabs else None
        if portrait is not None:
            self.inspector.show_uses(portrait)
            self.explorer.choose(portrait.entity.iri)
        elif item is not None:
            self._show_item(*item)
        elif place == "map" and self.tabs is not None and self.tabs.map.view.current is None:
            self.inspector.show_nothing()
        self._enable()

    def _move(self, trail: Trail) -> None:
        self._trail = trail
        self._go(trail.here)

    def _go(self, place: str) -> None:
        if self.tabs is not None and place:
            self.tabs.go(place)

    def _menu(self, iri: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Open page", lambda: self.open_entity(iri))
        menu.addAction("Impact of…", lambda: self.assess(iri))
        menu.addAction("Copy its address", lambda: QGuiApplication.clipboard().setText(iri))
        menu.popup(place)

    def _enable(self) -> None:
        status = self._status if self._project is not None else None
        writable = self._project is not None and self._project.writable
        true = {
            When.ALWAYS: True,
            When.PROJECT: self._project is not None,
            When.BACK: self._trail.can_go_back,
            When.FORWARD: self._trail.can_go_forward,
            When.UNDO: bool(status and status.undo and writable),
            When.REDO: bool(status and status.redo and writable),
        }
        actions.enable(self._actions, frozenset(when for when, is_true in true.items() if is_true))
        self.top.enable(project=self._project is not None)

    def _say_failure(self, failure: Failure) -> None:
        self._tell(failure.sentence, failure.hint)

    def _tell(self, sentence: str, hint: str) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("kgapp")
        box.setText(line(sentence, 500))
        box.setInformativeText(line(hint, 500))
        box.open()
