"""A text of the SPARQL editor kept as a question of the project: its sentence, what it explains, and what fills its blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from kgapp.domain import question as questions
from kgapp.domain.history import Revision
from kgapp.domain.names import local_name
from kgapp.domain.question import Parameter
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, XSD
from kgapp.services.questions import reading, saving
from kgapp.services.questions.saving import Draft
from kgapp.services.workspace import Workspace
from kgapp.ui import places_table
from kgapp.ui.panels import parts
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.fields import Choice
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import block, line
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_SIZE: Final = (620, 520)
_TALL: Final = 84
_DATATYPES: Final = {
    XSD.string: mark("a text"),
    XSD.date: mark("a date"),
    XSD.integer: mark("a whole number"),
    XSD.decimal: mark("a number"),
    XSD.boolean: mark("yes or no"),
}


def open_dialog(desk: Desk, query: str, parent: QWidget) -> None:
    """Ask for the words of the question, unless nobody may write here."""
    if not desk.project.writable:
        desk.say(desk.project.read_only_because)
        return
    dialog = SaveQuestion(desk, query, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class SaveQuestion(QDialog):
    """``query`` has an empty block ``VALUES ?name { }`` for each of its blanks."""

    def __init__(self, desk: Desk, query: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._query = desk, query
        self._iri: Iri | None = None
        self.setWindowTitle(tr("Save as question"))
        self.label, self.sentence, self.explanation = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.explanation.setTabChangesFocus(True)
        self.explanation.setFixedHeight(desk.theme.px(_TALL))
        self.names = questions.places(query)
        self.kinds = {name: _choice(name) for name in self.names}
        self.labels = {name: QLineEdit(name.replace("_", " ")) for name in self.names}
        self.said = parts.text("", ink="high")
        self.keep = parts.button(tr("Save the question…"), self._save, primary=True)
        self._lay_out()
        for field in (self.label, self.sentence):
            field.textChanged.connect(lambda _text: self._suit())
        self._suit()
        parts.size(self, *_SIZE, desk.theme)
        self.sentence.setFocus()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        layout = parts.column(self, (16, 16, 16, 12), 10)
        layout.addWidget(parts.heading(tr("Save as question"), theme, 16))
        blanks = ", ".join(f"{{{name}}}" for name in self.names)
        words = tr("Its sentence can name these blanks: {names}.").format(names=blanks)
        none = tr(
            "To leave a blank for the one who asks, write VALUES ?name {{ }} in the query and {{name}} in the sentence."
        )
        layout.addWidget(parts.text(words if self.names else none.format(), ink="second"))
        inner = QWidget()
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(12))
        form.setVerticalSpacing(theme.px(8))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.sentence.setPlaceholderText(tr("Who can still show {knowHow}?"))
        fields: list[tuple[str, QWidget]] = [
            (tr("&Sentence"), self.sentence),
            (tr("Short &name"), self.label),
            (tr("&What it answers"), self.explanation),
        ]
        for name in self.names:
            fields.append((tr("{{{name}}} is called").format(name=name), self.labels[name]))
            fields.append((tr("{{{name}}} takes").format(name=name), self.kinds[name]))
        for words, field in fields:
            form.addRow(words, field)
            field.setAccessibleName(words.replace("&", ""))
        column = parts.column(inner)
        column.addLayout(form)
        column.addStretch(1)
        layout.addWidget(scrolling(inner), 1)
        layout.addWidget(self.said)
        row = parts.row(parts.button(tr("Cancel"), self.reject), self.keep, stretch=False)
        row.insertStretch(0, 1)
        layout.addLayout(row)

    def _suit(self) -> None:
        self.keep.setEnabled(bool(self.sentence.text().strip()))

    def _draft(self) -> Draft:
        sentence = self.sentence.text().strip()
        given = tuple(_parameter(name, self.labels[name].text(), self.kinds[name]) for name in self.names)
        return Draft(
            self.label.text().strip() or sentence, sentence, self._query, self.explanation.toPlainText(), given
        )

    def _save(self) -> None:
        draft = self._draft()

        def work(workspace: Workspace, why: str) -> Revision:
            self._iri, revision = saving.save(workspace, draft, why)
            return revision

        self.said.clear()
        self.keep.setEnabled(False)
        name = tr("New question “{name}”").format(name=line(draft.label, 80))
        self._desk.save(Step(name, work, self._done, self._failed, self._suit))

    def _done(self, _revision: Revision | None) -> None:
        self.accept()
        if self._iri is not None:
            self._desk.open_place(places_table.question_of(self._iri))

    def _failed(self, failure: Failure) -> None:
        self.said.setText(block(f"{failure.sentence} {failure.hint}"))
        self._suit()


def _choice(name: str) -> QComboBox:
    """What can fill a blank: a thing of a class, a word of a list, or a value."""
    box = Choice()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    kinds = sorted((each.label, iri) for iri, each in CLASSES.items())
    for label, iri in kinds:
        box.addItem(tr("a thing: {kind}").format(kind=line(label, 60)), iri)
    for scheme in sorted(reading.SCHEMES):
        box.addItem(tr("a word of the list {name}").format(name=line(_spelled(scheme), 60)), scheme)
    for datatype in reading.DATATYPES:
        box.addItem(said(_DATATYPES[datatype]), datatype)
    wanted = name.replace("_", " ").casefold()
    fits = [at for at, (label, _) in enumerate(kinds) if label.casefold() == wanted]
    box.setCurrentIndex(fits[0] if fits else box.findData(XSD.string))
    return box


def _spelled(scheme: Iri) -> str:
    name = local_name(scheme).removesuffix("Scheme")
    return "".join(f" {each.lower()}" if each.isupper() else each for each in name).strip()


def _parameter(name: str, label: str, box: QComboBox) -> Parameter:
    chosen = Iri(str(box.currentData()))
    label = label.strip() or name
    if chosen in CLASSES:
        return Parameter(name, label, classes=(chosen,))
    if chosen in reading.SCHEMES:
        return Parameter(name, label, scheme=chosen)
    return Parameter(name, label, datatype=chosen)
