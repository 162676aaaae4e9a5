"""The fields of the form of a rule: terms chosen by their names, paths of up to three properties, kinds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from kgapp.domain.errors import BadTerm
from kgapp.domain.rules import MOST_HOPS, Hop
from kgapp.domain.terms import Iri, Literal, Term, iri
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, OWL, PROPERTIES
from kgapp.services.rules_stating import path_text
from kgapp.ui.models.rules_rows import class_word, property_word
from kgapp.ui.panels import parts
from kgapp.ui.texts import caption, line
from kgapp.ui.words import tr

Choices = tuple[tuple[str, Iri], ...]
_LENGTH: Final = 12


def classes(*, everything: bool) -> Choices:
    """The classes of the model by name; with ``everything`` also every class of things."""
    named = sorted((class_word(each), each) for each in CLASSES)
    return (((class_word(OWL.Thing), OWL.Thing),) if everything else ()) + tuple(named)


def properties() -> Choices:
    """The properties that lead from one thing to another, by name."""
    return tuple(sorted((property_word(each), each) for each, term in PROPERTIES.items() if term.kind == "object"))


def words(scheme: Iri) -> Choices:
    """The controlled words of a scheme by name."""
    return tuple(sorted((term.label, each) for each, term in CONCEPTS.items() if term.scheme == scheme))


class TermChoice(QComboBox):
    """A term chosen by name, or its address typed."""

    altered = Signal()

    def __init__(self, name: str, choices: Choices, *, empty: str = "") -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LENGTH)
        for label, each in ((empty, None), *choices):
            self.addItem(line(label, 80), each)
        completer = self.completer()
        assert completer is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.editTextChanged.connect(lambda _: self.altered.emit())

    def terms(self) -> frozenset[Term]:
        """What is chosen: a term, the address that was typed, other text as it is, or nothing."""
        text = self.currentText().strip()
        found = self.findText(text, Qt.MatchFlag.MatchFixedString)
        known = self.itemData(found) if found >= 0 else None
        if known is not None:
            return frozenset({Iri(known)})
        if not text:
            return frozenset()
        try:
            return frozenset({iri(text)})
        except BadTerm:
            return frozenset({Literal(text)})

    def put(self, terms: Iterable[Term]) -> None:
        """Show a term, or nothing."""
        term = next(iter(sorted(terms, key=str)), None)
        found = self.findData(term) if isinstance(term, str) else -1
        if found >= 0:
            self.setCurrentIndex(found)
        else:
            self.setCurrentIndex(0)
            self.setEditText("" if term is None else line(term if isinstance(term, str) else term.lexical, 500))


class WordChoice(QComboBox):
    """One of a few controlled words."""

    altered = Signal()

    def __init__(self, name: str, choices: Choices) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.addItem("", None)
        for label, each in choices:
            self.addItem(line(label, 80), each)
        self.currentIndexChanged.connect(lambda _: self.altered.emit())

    def terms(self) -> frozenset[Term]:
        """What is chosen, or nothing."""
        chosen = self.currentData()
        return frozenset({Iri(chosen)}) if chosen else frozenset()

    def put(self, terms: Iterable[Term]) -> None:
        """Show a word; one that is no choice is shown as nothing."""
        found = [self.findData(term) for term in terms if isinstance(term, str)]
        self.setCurrentIndex(max((0, *found)))


class KindChecks(QWidget):
    """Some of the kinds of effect."""

    altered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.boxes = {each: QCheckBox(caption(label)) for label, each in words(KG.effectKindScheme)}
        flow = parts.Flow(self.boxes.values(), 12)
        parts.column(self).addWidget(flow)
        for box in self.boxes.values():
            box.toggled.connect(lambda _: self.altered.emit())

    def terms(self) -> frozenset[Term]:
        """The kinds that are ticked."""
        return frozenset(each for each, box in self.boxes.items() if box.isChecked())

    def put(self, terms: Iterable[Term]) -> None:
        """Tick some kinds."""
        wanted = set(terms)
        for each, box in self.boxes.items():
            box.setChecked(each in wanted)


class ChangeKinds(QToolButton):
    """Some of the kinds of change, ticked in a menu."""

    altered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.setMenu(menu)
        self.ticks = {}
        for label, each in words(KG.changeKindScheme):
            action = QAction(caption(label), self, checkable=True)
            menu.addAction(action)
            action.toggled.connect(self._tell)
            self.ticks[each] = action
        self._tell()

    def terms(self) -> frozenset[Term]:
        """The kinds that are ticked."""
        return frozenset(each for each, action in self.ticks.items() if action.isChecked())

    def put(self, terms: Iterable[Term]) -> None:
        """Tick some kinds."""
        wanted = set(terms)
        for each, action in self.ticks.items():
            action.setChecked(each in wanted)

    def _tell(self, _on: bool = False) -> None:
        chosen = [action.text().replace("&&", "&") for action in self.ticks.values() if action.isChecked()]
        self.setText(line(", ".join(chosen), 60) if chosen else tr("none"))
        self.setToolTip(", ".join(chosen))
        self.setAccessibleName(f"{self._name}: {', '.join(chosen) or tr('none')}")
        self.altered.emit()


class PathField(QWidget):
    """One to three properties, each followed from thing to value or back."""

    altered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rest = ""
        self.ways: list[QComboBox] = []
        self.properties: list[TermChoice] = []
        layout: QVBoxLayout = parts.column(self, spacing=4)
        listed = properties()
        for at in range(MOST_HOPS):
            layout.addLayout(self._hop(at, listed))

    def terms(self) -> frozenset[Term]:
        """The path as it is stated; nothing where no property is chosen."""
        if self._rest:
            return frozenset({Literal(self._rest)})
        texts = []
        for direction, chosen in zip(self.ways, self.properties, strict=True):
            for term in chosen.terms():
                inverse = bool(direction.currentData())
                texts.append(
                    path_text((Hop(term, inverse),)) if isinstance(term, str) else f"{'^' * inverse}{term.lexical}"
                )
        return frozenset({Literal("/".join(texts))}) if texts else frozenset()

    def put_hops(self, hops: tuple[Hop, ...]) -> None:
        """Show a path."""
        self._rest = ""
        for at, (direction, chosen) in enumerate(zip(self.ways, self.properties, strict=True)):
            direction.setCurrentIndex(int(at < len(hops) and hops[at].inverse))
            chosen.put((hops[at].predicate,) if at < len(hops) else ())

    def put_text(self, text: str) -> None:
        """Keep a path that cannot be read as it is, until another one is chosen."""
        self.put_hops(())
        self._rest = text

    def _hop(self, at: int, listed: Choices) -> QHBoxLayout:
        direction = QComboBox()
        direction.addItem(tr("leads by"), False)
        direction.addItem(tr("is value of"), True)
        direction.setAccessibleName(tr("Direction of step {number}").format(number=at + 1))
        chosen = TermChoice(tr("Property of step {number}").format(number=at + 1), listed)
        direction.currentIndexChanged.connect(self._alter)
        chosen.altered.connect(self._alter)
        self.ways.append(direction)
        self.properties.append(chosen)
        line_of = parts.row(direction, stretch=False)
        line_of.addWidget(chosen, 1)
        return line_of

    def _alter(self) -> None:
        self._rest = ""
        self.altered.emit()
