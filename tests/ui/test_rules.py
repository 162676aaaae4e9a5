"""The rules of impact in the window: found, checked while one types, saved, switched off and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kgapp.domain.findings import Finding, Severity
from kgapp.domain.grades import Grade
from kgapp.domain.impact import Named
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import BarrierKind, LinkNode, Rule, SwitchedOff
from kgapp.domain.terms import Iri, Literal, language_literal
from kgapp.domain.vocabulary import KG, OWL, RDFS
from kgapp.services import rules_editing
from kgapp.services.rulebook import SHIPPED, OwnRules
from kgapp.services.rules_editing import Consequence
from kgapp.services.rules_reading import Reading
from kgapp.services.rules_stating import facts_of
from kgapp.ui.models import rules_rows
from kgapp.ui.models.rules_rows import Rules, Shown
from kgapp.ui.panels import rules
from kgapp.ui.panels.parts import Link
from kgapp.ui.panels.rules import RulesPanel
from kgapp.ui.panels.rules_form import RuleForm
from kgapp.ui.panels.rules_said import RuleSaid
from kgapp.ui.panels.rules_work import Preview
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.tasks import Failure
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]
SUPPLIER = next(rule for rule in RULE_BOOK.rules if rule.name == "supplierOf")
JUDGED = next(rule for rule in RULE_BOOK.rules if rule.name == "influenceOnAttribute")
PROVEN = RULE_BOOK.barriers[0]
OWN = Iri("https://e.org/own")


def words(panel: RulesPanel) -> str:
    return "\n".join(label.text() for label in panel.said.findChildren(QLabel) if not label.isHidden())


def test_the_view_of_the_rules_checks_saves_switches_off_and_takes_back(
    window: MainWindow, opened: Tabs, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "ask_discard", lambda *_: True)
    window.action("rules").trigger()
    panel = opened.currentWidget()
    assert isinstance(panel, RulesPanel)
    until(lambda: panel.states.showing == "content" and "It matches" in words(panel))
    panel.filter.setText("supplier of touched")
    until(lambda: panel.table.rows.rowCount() == 1)
    assert panel.table.choose(SUPPLIER.iri)
    until(lambda: "For example:" in words(panel))
    assert "[supply offering] comes from [supplier]" in words(panel)
    panel.form.sentence.setText("{from} alone")
    until(lambda: "Its sentence does not say {to}." in words(panel))
    assert not panel.save.isEnabled()
    problem = next(link for link in panel.said.findChildren(Link) if "{to}" in link.text() and not link.isHidden())
    QTest.keyClick(problem, Qt.Key.Key_Return)
    until(panel.form.sentence.hasFocus)
    QTest.mouseClick(panel.discard, Qt.MouseButton.LeftButton)
    assert not panel.form.altered()
    window.keeping.saver.use_spell("Procurement decides")
    panel.form.strength.put((KG.low,))
    QTest.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    until(lambda: panel.back.isEnabled() and not panel.form.altered())
    QTest.mouseClick(panel.switch, Qt.MouseButton.LeftButton)
    until(lambda: "Switched off in this project: Procurement decides" in words(panel))
    QTest.mouseClick(panel.switch, Qt.MouseButton.LeftButton)
    until(lambda: "Switched off" not in words(panel))
    QTest.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    until(lambda: not panel.back.isEnabled())
    panel.filter.setText("")
    QTest.mouseClick(panel.new, Qt.MouseButton.LeftButton)
    until(lambda: panel.form.label.hasFocus() and "This cannot be a rule yet" in words(panel))
    panel.form.label.setText("method of a person")
    panel.form.sentence.setText("{from} and {to}.")
    panel.form.start.put((KG.Person,))
    panel.form.end.put((OWL.Thing,))
    panel.form.path.properties[0].put((KG.offeredBy,))
    until(lambda: "It leads nowhere" in words(panel))
    until(lambda: "It matches nothing in this project" in words(panel))
    QTest.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    until(lambda: panel.back.text() == "Take &out…" and panel.back.isEnabled())
    QTest.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    until(lambda: panel.form.label.text() == "method of a person (copy)")
    QTest.mouseClick(panel.discard, Qt.MouseButton.LeftButton)
    until(panel.may_close)


def test_the_form_states_again_what_it_was_filled_with(qtbot: QtBot) -> None:
    form = RuleForm()
    qtbot.addWidget(form)
    for row in SHIPPED.values():
        form.show_rule(row.iri, facts_of(row), writable=True)
        assert not form.altered(), row.iri
        assert form.reading().row == row


def test_what_cannot_be_read_is_kept_until_it_is_mended(qtbot: QtBot) -> None:
    form = RuleForm()
    qtbot.addWidget(form)
    note = Iri("https://e.org/note")
    broken = {
        **facts_of(SUPPLIER),
        KG.path: frozenset({Literal("kg:offeredBy|kg:owner")}),
        KG.fromClass: frozenset({Iri("https://e.org/Class")}),
        KG.toClass: frozenset({Literal("no such class")}),
        RDFS.label: frozenset({language_literal("supplier", "en"), language_literal("Lieferant", "de")}),
        note: frozenset({Literal("kept")}),
    }
    form.show_rule(OWN, broken, writable=True)
    assert not form.altered()
    edits: list[bool] = []
    form.edited.connect(lambda: edits.append(True))
    form.label.setText("vendor")
    assert form.stated()[RDFS.label] == {language_literal("vendor", "en"), language_literal("Lieferant", "de")}
    form.path.properties[0].put((KG.offeredBy,))
    form.path.ways[0].setCurrentIndex(1)
    form.path.properties[1].setEditText("nonsense")
    assert form.stated()[KG.path] == {Literal("^kg:offeredBy/nonsense")}
    assert form.stated()[note] == {Literal("kept")}
    assert form.stated()[KG.fromClass] == {Iri("https://e.org/Class")}
    form.way.put((KG.linkClass,))
    form.link.put((KG.Influence,))
    form.entry.put((KG.hasCause,))
    form.exit.put((KG.hasEffect,))
    form.start.put((KG.Factor,))
    form.end.put((KG.QualityAttribute,))
    form.crosses.setChecked(True)
    form.first.setChecked(True)
    form.switch.setText("my set")
    form.silent.put((KG.excursion,))
    row = form.reading().row
    assert isinstance(row, Rule)
    assert isinstance(row.way, LinkNode)
    assert (row.strength, row.switch, row.crosses_sites, row.first_only) == (None, "my set", True, True)
    assert row.not_for == {KG.excursion}
    assert edits


def test_a_kind_of_barrier_shows_its_conditions_and_keeps_them(qtbot: QtBot) -> None:
    form = RuleForm()
    qtbot.addWidget(form)
    form.show_rule(PROVEN.iri, facts_of(PROVEN), writable=True)
    assert "same basis" in form.conditions.text()
    form.against.put((KG.excursion,))
    row = form.reading().row
    assert isinstance(row, BarrierKind)
    assert (set(row.change_kinds), row.conditions) == ({KG.excursion}, PROVEN.conditions)
    form.show_rule(PROVEN.iri, facts_of(PROVEN), writable=False)
    assert not form.label.isEnabled()


def test_beside_the_form_stands_what_saving_would_do(qtbot: QtBot, theme: Theme) -> None:
    told = RuleSaid(theme)
    qtbot.addWidget(told)
    told.show()
    opened: list[str] = []
    told.opened.connect(opened.append)
    off = rules_editing.Entry(
        PROVEN.iri, "PAR", PROVEN, rules_editing.Origin.SHIPPED, SwitchedOff(PROVEN.iri, "", "why not")
    )
    told.show_reading(Reading(PROVEN), (), off)
    said = {label.text() for label in told.findChildren(QLabel)}
    assert "Switched off in this project: why not" in said
    suspect = (Named(OWN, "MOI 3 to 5"),)
    told.show_preview(Preview(None, None, None, Consequence(suspect, "It cannot be used.")))
    said = {label.text() for label in told.findChildren(QLabel)}
    assert {"It cannot be used.", "Saving it puts the verdicts of 1 open assessment in doubt"} <= said
    link = next(each for each in told.findChildren(Link) if each.text() == "MOI 3 to 5")
    link.followed.emit()
    assert opened == [OWN]
    told.show_preview(Preview(SUPPLIER, None, None, Consequence()))
    assert "Counting its links takes too long in this project." in {each.text() for each in told.findChildren(QLabel)}
    told.show_failure(Failure("The engine stopped.", "", ValueError()))
    assert "Where it matches is not known: The engine stopped." in {each.text() for each in told.findChildren(QLabel)}


def test_rules_are_filtered_by_words_and_by_what_is_said_of_them() -> None:
    entries = rules_editing.of_project(OwnRules((), (), (SwitchedOff(SUPPLIER.iri, "supplier", "why"),)))
    finding = Finding(JUDGED.iri, "", "", Severity.WARNING, "odd", "", "")
    shown = Rules(entries, {SUPPLIER.iri: 0, JUDGED.iri: 3}, (finding,))
    assert [each.iri for each in shown.chosen("", Shown.OF_PROJECT)] == [SUPPLIER.iri]
    assert [each.iri for each in shown.chosen("", Shown.UNMATCHED)] == [SUPPLIER.iri]
    assert [each.iri for each in shown.chosen("", Shown.ODD)] == [JUDGED.iri]
    assert JUDGED.iri in [each.iri for each in shown.chosen("attribute FACTOR bears", Shown.ALL)]
    (group,) = shown.groups(shown.chosen("bears on quality", Shown.ALL))
    assert group.title == "Cause: what is affected (1)"
    texts = [cell.text for cell in group.rows[0].cells]
    assert texts == [
        "factor bears on quality attribute",
        "factor → quality attribute",
        "← has cause · influence · has effect →",
        "product → product",
        "3",
        "leads nowhere",
    ]
    broken = rules_editing.Entry(OWN, "broken", None, rules_editing.Origin.OWN)
    (group,) = Rules((broken,), {}).groups((broken,))
    assert group.title.startswith("Cannot be used")
    assert rules_rows.property_word(OWN) == rules_rows.class_word(OWN) == "own"
    assert Grade.LOW < Grade.HIGH
