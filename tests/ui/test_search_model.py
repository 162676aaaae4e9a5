"""The model of what search offers, through Qt's own tester."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.browsing import Named
from kgapp.services.search import Found, Hit
from kgapp.ui.models import roles, search_results
from kgapp.ui.models.search_results import Kind, Offer, SearchResultsModel, counted, grouped, heading, of_hit, of_thing

A, B = Iri("https://e.org/a"), Iri("https://e.org/b")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
BY_NAME = Hit(Named(A, "MOI"), (Named(KG.Factor, "factor"),), "label", "MOI")
BY_TEXT = Hit(Named(B, "VCN"), (), "statement", "the copy number", by_name=False)
COMMAND = Offer(Kind.COMMAND, "Undo", "there is nothing to undo", key="undo", enabled=False)


def test_offers_are_a_sound_model(qtbot: QtBot) -> None:
    model = SearchResultsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    offers = grouped((of_hit(BY_NAME), of_hit(BY_TEXT)), (Offer(Kind.QUESTION, "Who?"),), (COMMAND,))
    for shown in (offers, (), offers):
        model.show(shown, "mo copy")
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [row.data() for row in rows] == ["Things", "MOI", "VCN", "Questions", "Who?", "Commands", "Undo"]
    assert [bool(model.offer(row)) for row in rows] == [False, True, True, False, True, False, False]
    assert (rows[1].data(roles.NOTE), rows[1].data(roles.REASON), rows[1].data(roles.ICON)) == (
        "factor",
        "",
        "parameter",
    )
    assert rows[1].data(roles.MARKS) == ((0, 2),)
    assert (rows[2].data(roles.REASON), rows[2].data(roles.REASON_MARKS)) == ("statement “the copy number”", ((15, 4),))
    assert "copy number" in rows[2].data(Qt.ItemDataRole.AccessibleTextRole)
    assert (rows[0].data(roles.HEADING), rows[0].data(roles.MARKS)) == (True, ())
    assert rows[6].data(roles.INK) == "third"
    assert not model.flags(rows[6]) & Qt.ItemFlag.ItemIsEnabled
    assert model.offer(QModelIndex()) is None
    assert (model.next_from(-1, 1), model.next_from(2, 1), model.next_from(4, 1), model.next_from(1, -1)) == (
        1,
        4,
        4,
        1,
    )
    assert tester.model() is model


def test_only_the_first_things_stand_before_questions() -> None:
    things = tuple(of_thing(Named(A, f"thing {at}"), ()) for at in range(search_results.FIRST + 2))
    alone = grouped(things, (), ())
    assert len(alone) == len(things) + 1
    mixed = [offer.text for offer in grouped(things, (), (COMMAND,)) if offer.kind is Kind.HEADING]
    assert mixed == ["Things", "Commands", "More things"]
    assert heading("x").kind is Kind.HEADING


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
