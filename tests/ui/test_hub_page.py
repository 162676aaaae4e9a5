"""The page of a thing that much refers to: it is there at once, and nothing of it is out of reach."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.ui.models import facts
from kgapp.ui.models.facts import Again
from kgapp.ui.models.sections import More
from kgapp.ui.panels import page_parts
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.window import MainWindow

BASE = "https://e.org/"
USERS = 1_200
KEY = facts.USED + KG.atSite
Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site with many settings, and a history of many steps."""
    path = tmp_path / "hub.kgproject"
    site, graph = Iri(f"{BASE}SITE"), Iri(f"{BASE}graph/main")
    bootstrap.create(path, Iri(BASE))
    quads = {Quad(site, RDF.type, KG.Site, graph), Quad(site, RDFS.label, Literal("Site"), graph)}
    quads |= {Quad(Iri(f"{BASE}S{number}"), KG.atSite, site, graph) for number in range(USERS)}
    with bootstrap.writing(path) as workspace:
        workspace.commit(ChangeSet("all", added=frozenset(quads)), Note(workspace.author, "why"))
        for number in range(15):
            note = Quad(site, RDFS.comment, Literal(f"note {number}"), graph)
            workspace.commit(ChangeSet(f"note {number}", added=frozenset({note})), Note(workspace.author, "why"))
    return path


def reached(count: Callable[[], int], wanted: int) -> bool:
    return count() == wanted


def test_users_and_history_load_on_page_by_page(
    window: MainWindow, project: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_parts, "MOST_LINES", 250)
    window.open(project)
    until(lambda: window.tabs is not None and window.project.writable)
    window.open_entity(Iri(f"{BASE}SITE"))
    assert window.tabs is not None
    panel = window.tabs.currentWidget()
    assert isinstance(panel, EntityPanel)
    table, model = panel.table, panel.table.rows
    until(lambda: model.place_of(KEY) >= 0 and model.place_of(facts.HISTORY) >= 0)
    heading = model.index(model.place_of(KEY), 0)
    assert heading.data() == "Used by · at site  1,200"
    assert model.index(12, 1, heading).data() == "and 1,188 more"

    def load_on(key: str) -> None:
        until(lambda: model.find_more(key).isValid())
        table.setCurrentIndex(model.find_more(key))
        QTest.keyClick(table, Qt.Key.Key_Return)

    def loaded() -> int:
        return sum(len(one.lines) + one.skipped for one in panel.parts.page.users or ())

    for pages in range(1, 5):
        load_on(KEY)
        wanted = 12 + pages * 100
        until(partial(reached, loaded, wanted))
    assert panel.parts.page.users is not None
    assert [(len(users.lines), users.skipped) for users in panel.parts.page.users] == [(250, 162)]
    until(lambda: model.find(Again(KEY)).isValid())
    assert table.choose(Again(KEY))
    QTest.keyClick(table, Qt.Key.Key_Return)
    until(lambda: loaded() == 12)
    load_on(facts.HISTORY)
    until(lambda: panel.parts.page.history is not None and len(panel.parts.page.history.events) == 16)
    assert not model.find_more(facts.HISTORY).isValid()
    assert model.find(More("nothing")).row() == -1
