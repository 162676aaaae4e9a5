"""Models without a window, through Qt's own tester."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kgapp.domain.terms import Iri
from kgapp.ui.models import roles
from kgapp.ui.models.sections import Cell, Group, Row, SectionsModel
from kgapp.ui.tones import Tone

A, B = Iri("https://e.org/a"), Iri("https://e.org/b")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


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


def test_models_need_no_gui() -> None:
    names = ["explorer", "facts", "follow_rows", "impact_items", "item_words", "roles", "search_results", "sections"]
    names += ["site_table", "work_list", "work_rows"]
    code = f"import sys\nfor name in {names}: __import__('kgapp.ui.models.' + name)\n"
    code += "sys.exit(any(name in sys.modules for name in ('PySide6.QtGui', 'PySide6.QtWidgets', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
