"""Models without a window, through Qt's own tester."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.browsing import Named
from kgapp.services.explorer import Branch
from kgapp.services.search import Found, Hit
from kgapp.ui.models import roles
from kgapp.ui.models.explorer import ExplorerModel
from kgapp.ui.models.search_results import SearchResultsModel, counted
from kgapp.ui.models.sections import Cell, Group, Row, SectionsModel
from kgapp.ui.tones import Tone

A, B = Iri("https://e.org/a"), Iri("https://e.org/b")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
TREES = (
    Branch(
        "Process",
        None,
        (),
        children=(Branch("Step", A, (KG.UnitOperation,), "1", (Branch("MOI", B, (KG.Factor,), "CPP"),)),),
    ),
    Branch("Sites", None, (), children=(Branch("Boston", A, (KG.Site,), "US"),)),
)


def test_the_explorer_is_a_sound_model(qtbot: QtBot) -> None:
    model = ExplorerModel()
    tester = QAbstractItemModelTester(model, FATAL)
    for trees in (TREES, (), TREES):
        model.show(trees)
    place = model.place(B)
    assert place.data() == "MOI"
    assert place.parent().data(roles.ICON) == "step"
    assert (place.data(roles.NOTE), place.data(roles.IRI)) == ("CPP", B)
    assert place.data(Qt.ItemDataRole.AccessibleTextRole) == "MOI CPP"
    assert model.place(Iri("https://e.org/none")) == QModelIndex()
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert tester.model() is model


def test_sections_are_a_sound_model(qtbot: QtBot) -> None:
    model = SectionsModel(("What", "Reach"))
    tester = QAbstractItemModelTester(model, FATAL)
    row = Row((Cell("MOI", icon="parameter", ink="accent", iri=A), Cell("high", tone=Tone.HIGH)), "subject")
    for groups in ((Group("One", (row, row)), Group("Empty", ()), Group("Two", (row,))), (), (Group("One", (row,)),)):
        model.show(groups)
    place = model.find("subject")
    assert (place.data(), place.data(roles.INK), place.data(roles.IRI)) == ("MOI", "accent", A)
    assert place.siblingAtColumn(1).data(roles.CHIP) == "high"
    assert model.subject(place) == "subject"
    assert model.subject(model.index(0, 0)) is None
    assert not model.find("nothing").isValid()
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Reach"
    assert model.index(0, 0).data(roles.HEADING)
    assert tester.model() is model


def test_search_results_are_a_sound_model(qtbot: QtBot) -> None:
    model = SearchResultsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    hits = (
        Hit(Named(A, "MOI"), (Named(KG.Factor, "factor"),), "label", "MOI"),
        Hit(Named(B, "VCN"), (), "also called", "copy number"),
    )
    for shown in (hits, (), hits):
        model.show(shown)
    assert model.entity(model.index(1)) == B
    assert model.entity(QModelIndex()) is None
    assert model.index(0).data(roles.NOTE) == "factor"
    assert "copy number" in model.index(1).data(roles.NOTE)
    assert tester.model() is model


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Found((), 2, more=False), "2 found"),
        (Found((), 90, more=False), "40 of 90"),
        (Found((), 500, more=True), "The best 40 of more than 500: add a word to narrow it down"),
    ],
)
def test_how_much_was_found_is_said(found: Found, words: str) -> None:
    assert counted(found, min(40, found.total)) == words


def test_models_need_no_gui() -> None:
    names = ["explorer", "facts", "impact_items", "roles", "search_results", "sections"]
    code = f"import sys\nfor name in {names}: __import__('kgapp.ui.models.' + name)\n"
    code += "sys.exit(any(name in sys.modules for name in ('PySide6.QtGui', 'PySide6.QtWidgets', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
