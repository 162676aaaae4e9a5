"""Unsaved input outlives the window that it was typed into."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import RDFS
from kgapp.services.drafts import MOST_CHARACTERS, Draft, LeftOver
from kgapp.services.ports import Pattern
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.grid import GridPanel
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
DEMO = "https://w3id.org/kgapp/demo/"
MOI = Iri(f"{DEMO}P17")
GRID = f"grid class {Iri('https://w3id.org/kgapp/ontology#SiteSetting')}"


def kept(project: Path) -> LeftOver:
    """What lies in the user's folder for a project now."""
    with bootstrap.reading(project) as workspace:
        project_id = workspace.reader.meta().project_id
    return bootstrap.drafts().left(project_id)


def press(window: MainWindow, text: str, until: Until) -> None:
    """Press a button of the strips below the top bar."""

    def there() -> list[QPushButton]:
        return [each for each in window.banners.findChildren(QPushButton) if each.text() == text and each.isVisible()]

    until(there)
    there()[0].click()


def leave(demo: Path, *places: str) -> None:
    """Leave drafts as a crash would."""
    with bootstrap.reading(demo) as workspace:
        project_id = workspace.reader.meta().project_id
    for at, place in enumerate(places):
        when = datetime(2026, 11, 23, 12, at, tzinfo=UTC)
        bootstrap.drafts().keep(project_id, Draft(place, f"Draft {at}", when, "[]"))


def open_again(window: MainWindow, demo: Path, until: Until) -> None:
    window.open(demo)
    until(lambda: window.has_project and window.tabs is not None and window.tabs.map.view.spots)


def test_what_is_typed_is_kept_half_a_second_later_and_gone_when_it_is_saved(
    opened: Tabs, window: MainWindow, demo: Path, until: Until
) -> None:
    window.drafts.typed("edit x", "MOI", lambda: "four")
    window.drafts.typed("edit x", "MOI", lambda: "five")
    until(lambda: kept(demo).drafts)
    assert [(each.place, each.title, each.content) for each in kept(demo).drafts] == [("edit x", "MOI", "five")]
    window.drafts.settled("edit x")
    until(lambda: not kept(demo).drafts)


def test_input_that_was_saved_at_once_leaves_nothing(
    opened: Tabs, window: MainWindow, demo: Path, until: Until
) -> None:
    window.drafts.typed("edit x", "MOI", lambda: "four")
    window.drafts.keep_now()
    window.drafts.settled("edit x")
    until(lambda: window.tasks.idle)
    assert kept(demo).drafts == ()


def test_input_set_aside_is_kept_also_when_the_window_is_closed_at_once(
    opened: Tabs, window: MainWindow, demo: Path
) -> None:
    window.project.read(lambda _: time.sleep(0.3), lambda _: None, lambda _: None)
    window.drafts.set_aside("edit x", "MOI", "six")
    window.close()
    assert [each.content for each in kept(demo).drafts] == ["six"]


def test_a_window_that_may_only_read_leaves_the_drafts_of_the_one_that_writes(
    window: MainWindow, demo: Path, until: Until
) -> None:
    leave(demo, "edit x")
    with bootstrap.writing(demo):
        open_again(window, demo, until)
        assert not window.project.writable
        window.drafts.typed("edit x", "MOI", lambda: "other")
        window.drafts.keep_now()
        window.drafts.set_aside("edit x", "MOI", "other")
        window.drafts.settled("edit x")
        until(lambda: window.tasks.idle)
    assert [each.content for each in kept(demo).drafts] == ["[]"]


def test_input_too_large_to_keep_is_said_once(opened: Tabs, window: MainWindow, until: Until) -> None:
    window.drafts.typed("edit x", "MOI", lambda: "x" * (MOST_CHARACTERS + 1))
    until(lambda: any("too large" in words for words in window.banners.words()))
    press(window, "Close", until)
    window.drafts.typed("edit y", "MOI", lambda: "x" * (MOST_CHARACTERS + 1))
    window.drafts.keep_now()
    until(lambda: window.tasks.idle)
    assert window.banners.words() == ()


def test_drafts_of_a_crash_are_offered_one_by_one(window: MainWindow, demo: Path, until: Until) -> None:
    leave(demo, f"edit {DEMO}P17", GRID)
    open_again(window, demo, until)
    until(lambda: any("Draft 1" in words and "1 more" in words for words in window.banners.words()))
    press(window, "Discard", until)
    until(lambda: any("Draft 0" in words for words in window.banners.words()))
    press(window, "Discard", until)
    assert window.banners.words() == ()
    until(lambda: not kept(demo).drafts)


def test_a_damaged_draft_is_said_and_set_aside(window: MainWindow, demo: Path, until: Until, tmp_path: Path) -> None:
    leave(demo, GRID)
    next((tmp_path / "home" / "drafts").glob("*/*.json")).write_text("{")
    open_again(window, demo, until)
    until(lambda: any("could not be read" in words for words in window.banners.words()))
    press(window, "Close", until)
    assert window.banners.words() == ()


def type_and_be_killed(demo: Path, place: str, home: Path) -> None:
    """A user types in a window of another process, which is killed when the input has been kept."""
    script = Path(__file__).with_name("typing_user.py")
    command = [sys.executable, str(script), str(demo), place, "typed before the crash", str(home / "drafts")]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "KGAPP_HOME": str(home)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True) as user:
        assert user.stdout is not None
        assert user.stdout.readline().strip() == "kept"
        user.kill()


def test_a_form_that_was_killed_is_continued(window: MainWindow, demo: Path, until: Until, tmp_path: Path) -> None:
    type_and_be_killed(demo, f"edit {MOI}", tmp_path / "home")
    open_again(window, demo, until)
    until(lambda: any("You were editing" in words and "MOI" in words for words in window.banners.words()))
    press(window, "Continue", until)
    tabs = window.tabs
    assert tabs is not None
    until(lambda: isinstance(tabs.here, EntityPanel) and tabs.here.form is not None and tabs.here.form.row(RDFS.label))
    page = tabs.here
    assert isinstance(page, EntityPanel)
    assert page.form is not None
    row = page.form.row(RDFS.label)
    assert row is not None
    until(lambda: row.findChildren(QLineEdit)[0].text() == "typed before the crash")
    window.keeping.saver.use_spell("after the crash")
    page.form.save()
    until(lambda: not page.editing)
    with bootstrap.reading(demo) as workspace:
        labels = [quad.object for quad in workspace.reader.quads(Pattern(subject=MOI, predicate=RDFS.label))]
    assert [getattr(label, "lexical", "") for label in labels] == ["typed before the crash"]
    until(lambda: not kept(demo).drafts)


def test_a_grid_that_was_killed_is_continued(window: MainWindow, demo: Path, until: Until, tmp_path: Path) -> None:
    type_and_be_killed(demo, GRID, tmp_path / "home")
    open_again(window, demo, until)
    until(lambda: any("You were editing" in words for words in window.banners.words()))
    press(window, "Continue", until)
    assert window.tabs is not None
    grid = window.tabs.here
    assert isinstance(grid, GridPanel)
    until(grid.model.pending)
    assert [each.text for each in grid.model.pending()] == ["typed before the crash"]
    until(grid.save.isEnabled)
    window.keeping.saver.use_spell("after the crash")
    grid.save.click()
    until(lambda: not grid.model.pending())
    until(lambda: not kept(demo).drafts)


@pytest.mark.parametrize("content", ["{", "[]", "3", '[["a"], 5]'])
def test_a_grid_leaves_out_what_it_does_not_understand(
    window: MainWindow, demo: Path, until: Until, content: str
) -> None:
    with bootstrap.reading(demo) as workspace:
        project_id = workspace.reader.meta().project_id
    bootstrap.drafts().keep(project_id, Draft(GRID, "Settings", datetime.now(UTC), content))
    open_again(window, demo, until)
    until(lambda: any("Settings" in words for words in window.banners.words()))
    press(window, "Continue", until)
    assert window.tabs is not None
    grid = window.tabs.here
    assert isinstance(grid, GridPanel)
    until(lambda: grid.model.loaded)
    assert grid.model.pending() == ()
