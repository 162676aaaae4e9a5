"""A user who does anything in any order: the project equals its replayed revisions, and nothing is left over.

The machine works through the real window: it opens pages, searches, edits in forms, undoes, grows graphs, changes colours,
closes the window and opens it again.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kgapp import bootstrap
from kgapp.domain.errors import NotFound
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import RDFS
from kgapp.services import history
from kgapp.services.ports import RecordReader
from kgapp.services.verification import Verification
from kgapp.ui import places_table
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.form import FormPanel
from kgapp.ui.panels.graph import GraphPanel
from kgapp.ui.panels.reason import ReasonDialog
from kgapp.ui.theme import Look, Theme
from kgapp.ui.window import MainWindow
from tests.ui.conftest import children

DEMO = "https://w3id.org/kgapp/demo/"
THINGS = [Iri(DEMO + name) for name in ("P17", "NOR-BOS-P17", "Q04", "T14", "LEI", "UO05", "S07", "EX1")]
_PATIENCE_MS = 120_000
"""A check of everything may be running behind."""
NAMES = st.text(st.sampled_from("abcß<& é"), min_size=1, max_size=12).filter(str.strip)


def until(true: Callable[[], object]) -> None:
    """Let the window work until something is true, if only for a moment."""
    loop, look, end = QEventLoop(), QTimer(), QTimer()
    seen: list[bool] = []

    def see() -> None:
        if true():
            seen.append(True)
            loop.quit()

    look.timeout.connect(see)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    look.start(2)
    end.start(_PATIENCE_MS)
    while not seen and end.isActive():
        loop.exec()
    look.stop()
    end.stop()
    assert seen, "the window did not get there in time"


class RandomUser(RuleBasedStateMachine):
    """Knows the labels that it gave, by thing, and how many revisions there are."""

    demo: Path
    theme: Theme

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project = Path(shutil.copy(self.demo, self.folder / "random.kgproject"))
        self.before = (children(), threading.active_count())
        self.window: MainWindow | None = None
        self.seq = 1

    @initialize()
    def start(self) -> None:
        """The program starts with the project."""
        self.window = MainWindow(bootstrap, self.theme)
        self.window.resize(1300, 800)
        self.window.show()
        self.window.open(self.project)
        until(lambda: self.here.tabs is not None and self.here.tabs.map.view.spots)
        self.rest()

    @property
    def here(self) -> MainWindow:
        assert self.window is not None
        return self.window

    def rest(self) -> None:
        """Wait until nothing is being looked up."""
        until(lambda: self.here.tasks.idle)

    def head(self) -> int:
        with bootstrap.reading(self.project) as workspace:
            head = workspace.reader.head()
            return head.seq if head else 0

    @rule(thing=st.sampled_from(THINGS))
    def open_page(self, thing: Iri) -> None:
        """Look at something."""
        self.here.open_entity(thing)
        self.rest()

    @rule(words=st.sampled_from(["MOI", "vec cop", "t14", "zzz", "", "<b>", "ß"]))
    def search(self, words: str) -> None:
        """Look for something and open the first hit."""
        self.here.search()
        QTest.keyClicks(self.here.top.search, words)
        self.rest()
        if self.here.top.search.popup.isVisible():
            self.here.top.search.popup.hide()
        self.here.top.search.clear()

    @rule(thing=st.sampled_from(THINGS))
    def choose(self, thing: Iri) -> None:
        """Choose something in the explorer or on the map."""
        self.here.inspect(thing)
        self.rest()

    @rule(thing=st.sampled_from(THINGS), name=NAMES)
    def edit(self, thing: Iri, name: str) -> None:
        """Give another name in the form, and save it with a reason."""
        self.here.edit(thing, RDFS.label)
        until(lambda: self.form() is not None and self.form_ready())
        self.rest()
        form = self.form()
        assert form is not None
        before = self.head()
        row = form.row(RDFS.label)
        assert row is not None
        field = row.findChild(QLineEdit)
        assert field is not None
        field.selectAll()
        field.insert(name)
        field.textEdited.emit(name)
        if not form.changed:
            form.leave()
            self.rest()
            return
        form.save()
        until(lambda: isinstance(QApplication.activeModalWidget(), ReasonDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        dialog.reason.setText("by chance")
        dialog.save.click()
        until(lambda: self.head() == before + 1)
        self.rest()
        self.seq = self.head()

    @rule()
    def undo(self) -> None:
        """Take the newest step back, if there is one that the window offers."""
        self.revert("undo", history.to_undo)

    @rule()
    def redo(self) -> None:
        """Take the newest undo back."""
        self.revert("redo", history.to_redo)

    def revert(self, action: str, find: Callable[[RecordReader], object]) -> None:
        self.rest()
        with bootstrap.reading(self.project) as workspace:
            try:
                find(workspace.reader)
            except NotFound:
                return
        enabled = self.here.action(action).isEnabled()
        if not enabled or self.seq == 1:
            return
        self.here.action(action).trigger()
        until(lambda: self.head() == self.seq + 1)
        self.rest()
        self.seq = self.head()

    @rule(thing=st.sampled_from(THINGS))
    def grow_a_graph(self, thing: Iri) -> None:
        """Show a thing in a graph and expand it."""
        self.here.open_place(places_table.graph_of((thing,)))
        self.rest()
        view = self.here.tabs.here if self.here.tabs is not None else None
        assert isinstance(view, GraphPanel)
        view.expand((thing,))
        self.rest()

    @rule(look=st.sampled_from(Look), scale=st.sampled_from([80, 100, 200]))
    def switch_theme(self, look: Look, scale: int) -> None:
        """Other colours, another size of text."""
        self.theme.choose(look)
        self.theme.choose_scale(scale)
        self.rest()

    @rule(
        action=st.sampled_from(
            ["back", "forward", "close_tab", "map", "history", "fold_findings", "fold_explorer", "next_area"]
        )
    )
    def go(self, action: str) -> None:
        """Move about."""
        if self.here.action(action).isEnabled():
            self.here.action(action).trigger()
        self.rest()

    @precondition(lambda self: self.window is not None)
    @rule()
    def close_and_reopen(self) -> None:
        """Close the program and start it again."""
        self.stop()
        self.start()

    def form(self) -> FormPanel | None:
        view = self.here.tabs.here if self.here.tabs is not None else None
        return view.findChild(FormPanel) if isinstance(view, EntityPanel) else None

    def form_ready(self) -> bool:
        form = self.form()
        return form is not None and form.row(RDFS.label) is not None

    def stop(self) -> None:
        assert self.window is not None
        self.window.close()
        self.window.deleteLater()
        self.window = None
        QTest.qWait(0)
        gc.collect()
        assert children() <= self.before[0], "child processes left behind"
        assert threading.active_count() <= self.before[1], "threads left behind"

    def teardown(self) -> None:
        if self.window is not None:
            self.stop()
        verified: Verification = bootstrap.verify(self.project)
        assert verified.problems == ()
        assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()], "windows left behind"
        shutil.rmtree(self.folder)


def test_whatever_a_user_does_the_project_is_its_replayed_revisions(
    demo_made: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    RandomUser.demo, RandomUser.theme = demo_made, theme
    quick = settings(
        max_examples=int(os.environ.get("KGAPP_RANDOM_USERS", "4")),
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(RandomUser, settings=quick)
