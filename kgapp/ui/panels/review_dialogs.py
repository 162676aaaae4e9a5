"""The small dialogs of a review: keep it, assign, ask, order a study, add a risk, close it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from kgapp.domain.assessment import Function, ItemKey
from kgapp.domain.impact import Item
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.assessments.changes import Opening, Proposed
from kgapp.services.assessments.judging import Charge, Judgement
from kgapp.services.assessments.risks import RiskRow, Scores
from kgapp.services.assessments.writing import Task
from kgapp.services.change_drafts import ChangeDraft
from kgapp.services.impact import summary
from kgapp.ui.models import item_words
from kgapp.ui.models.verdict_words import function_words
from kgapp.ui.panels import parts
from kgapp.ui.panels.inspector_item import scrolling
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.texts import block, line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.reviewing import Review

_WIDTH: Final = 480
_LOW: Final = 260
_TEN: Final = 10


class ReviewDialog(QDialog):
    """A form with one button that does what the dialog is for. ``go`` says what is missing, or does it and says nothing."""

    def __init__(self, desk: Desk, title: str, does: str, note: str = "") -> None:
        super().__init__(QApplication.activeWindow())
        self.desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.go: Callable[[], str] = str
        self.does = parts.button(does, self._do, primary=True)
        self.does.setDefault(True)
        self.complaint = parts.text("", ink="high")
        self.complaint.hide()
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(line(title, 160), desk.theme, 16))
        if note:
            layout.addWidget(parts.text(note, ink="second"))
        layout.addLayout(self.form)
        layout.addWidget(self.complaint)
        layout.addStretch(1)
        self._cancel = parts.button(tr("Cancel"), self.reject)
        layout.addLayout(buttons(self._cancel, self.does))
        self.setMinimumWidth(min(desk.theme.px(_WIDTH), self.screen().availableSize().width() - 60))

    def text(self, words: str, name: str, value: str = "", hint: str = "") -> QLineEdit:
        """A line of text."""
        field = QLineEdit(value)
        field.setPlaceholderText(hint)
        field.setMaxLength(2_000)
        field.setCursorPosition(0)
        self._add(words, name, field)
        return field

    def long_text(self, words: str, name: str, value: str = "", hint: str = "") -> QPlainTextEdit:
        """Several lines of text."""
        field = QPlainTextEdit(value)
        field.setPlaceholderText(hint)
        field.setTabChangesFocus(True)
        field.setFixedHeight(int(self.desk.theme.metrics().lineSpacing() * 4) + 12)
        self._add(words, name, field)
        return field

    def person(self, words: str, name: str) -> ThingField:
        """A person of the project."""
        field = ThingField(self.desk, name, (KG.Person,))
        self.form.addRow(words, field)
        return field

    def day(self, words: str, name: str) -> QLineEdit:
        """A date as it is written."""
        return self.text(words, name, hint=tr("such as 2026-03-31"))

    def functions(self, words: str, chosen: tuple[Function, ...]) -> dict[Function, QCheckBox]:
        """Which functions, side by side."""
        boxes = {each: QCheckBox(function_words(each)) for each in Function}
        for each, box in boxes.items():
            box.setChecked(each in chosen)
        self.form.addRow(words, parts.Flow(boxes.values(), 10))
        return boxes

    def _add(self, words: str, name: str, field: QWidget) -> None:
        field.setAccessibleName(name)
        self.form.addRow(words, field)
        QWidget.setTabOrder(field, self._cancel)
        QWidget.setTabOrder(self._cancel, self.does)

    def _do(self) -> None:
        missing = self.go()
        if missing:
            self.complaint.setText(missing)
            self.complaint.show()
            return
        self.accept()


def keep(desk: Desk, review: Review) -> None:
    """Ask how the assessment is called and who must judge, and keep it."""
    report = review.report
    if report is None or review.question is None:
        return
    note = tr("The change and its assessment are recorded. Every item then waits for a verdict of the functions asked.")
    dialog = ReviewDialog(desk, tr("Keep as assessment"), tr("Keep it"), note)
    name = dialog.text(tr("&Name"), tr("Name"), summary.heading(report))
    drafts = _drafts(review)
    external = dialog.text(
        tr("Nu&mber"),
        tr("Number in the quality system"),
        next((each.external_id for each in drafts if each.external_id), ""),
        tr("of the change in your quality system"),
    )
    owner = dialog.person(tr("&Owner"), tr("Owner"))
    usual = review.drafted.asks if review.drafted is not None else ()
    asked = dialog.functions(tr("Asks"), usual or (Function.PROCESS, Function.QC, Function.REGULATORY))
    why = dialog.text(tr("&Why?"), tr("Why?"), hint=tr("what led to this change; it stays in the history"))
    shown = external.text()

    def go() -> str:
        if not name.text().strip():
            return tr("Give it a name.")
        if not why.text().strip():
            return tr("Say why: it stays in the history.")
        said = external.text().strip()
        opening = Opening(
            proposed=tuple(_proposed(each, said, shown) for each in drafts if each.existing is None),
            changes=tuple(dict.fromkeys(each.existing for each in drafts if each.existing is not None)),
            arises_from=next((each.arises_from for each in drafts if each.arises_from is not None), None),
            asks=tuple(each for each, box in asked.items() if box.isChecked()),
            owner=owner.thing,
            label=name.text().strip(),
        )
        review.keep(opening, why.text().strip())
        return ""

    dialog.go = go
    dialog.open()


def _drafts(review: Review) -> tuple[ChangeDraft, ...]:
    """What was entered; where the question came from elsewhere, or was changed since, what it says."""
    question = review.question
    if question is None:
        return ()
    if review.drafted is not None and review.drafted.question == question:
        return review.drafted.changes
    return tuple(
        ChangeDraft(replace(each, also=()), (each.batch,) if each.batch else ()) for each in (question, *question.also)
    )


def _proposed(draft: ChangeDraft, said: str, shown: str) -> Proposed:
    """A change with its own number; ``said`` stands for the one that was ``shown``, and for changes without any."""
    question = draft.question
    own = draft.external_id
    return Proposed(
        entity=question.entity,
        kind=question.kind,
        old=question.old,
        new=question.new,
        new_thing=question.new_thing,
        site=question.site,
        effective=question.effective,
        batches=draft.batches,
        external_id=said if own in {"", shown} else own,
        arises_from=draft.arises_from,
    )


def assign(desk: Desk, review: Review, keys: tuple[ItemKey, ...]) -> None:
    """Ask who is to judge these items, and until when."""
    dialog = ReviewDialog(desk, _about(tr("Assign"), keys), tr("Assign"))
    owner = dialog.person(tr("&To"), tr("To"))
    function = QComboBox()
    function.setAccessibleName(tr("Function"))
    function.addItem(tr("any function"), "")
    for each in review.functions:
        function.addItem(function_words(each), each.value)
    dialog.form.addRow(tr("&For"), function)
    due = dialog.day(tr("&Due"), tr("Due"))

    def go() -> str:
        if owner.thing is None:
            return tr("Choose the person.")
        if not _is_day(due.text()):
            return tr("Write the day as 2026-03-31, or leave it empty.")
        chosen = Function(function.currentData()) if function.currentData() else None
        review.assign(keys, Charge(owner.thing, chosen, due.text().strip()), tr("assigned in the review"))
        return ""

    dialog.go = go
    dialog.open()


def ask(desk: Desk, review: Review, keys: tuple[ItemKey, ...]) -> None:
    """Ask somebody a question about these items; it becomes an action."""
    dialog = ReviewDialog(desk, _about(tr("Ask a question"), keys), tr("Ask"))
    text = dialog.long_text(tr("&Question"), tr("Question"))
    owner = dialog.person(tr("&To"), tr("To"))
    due = dialog.day(tr("&Due"), tr("Due"))

    def go() -> str:
        if not text.toPlainText().strip():
            return tr("Write the question.")
        if not _is_day(due.text()):
            return tr("Write the day as 2026-03-31, or leave it empty.")
        review.raise_question(keys, Task(text.toPlainText().strip(), owner.thing, due.text().strip()))
        return ""

    dialog.go = go
    dialog.open()


def study(
    desk: Desk, review: Review, keys: tuple[ItemKey, ...], judgement: Judgement, signed: Callable[[], None]
) -> None:
    """“Needs study” owns an action: what is to be studied, by whom, until when."""
    note = tr("The verdict is signed with its reason and owns this action.")
    dialog = ReviewDialog(desk, _about(tr("Needs study"), keys), tr("Sign"), note)
    text = dialog.long_text(tr("&Study"), tr("What is to be studied"))
    owner = dialog.person(tr("&Owner"), tr("Owner"))
    due = dialog.day(tr("&Due"), tr("Due"))

    def go() -> str:
        if not text.toPlainText().strip():
            return tr("Say what is to be studied.")
        if not _is_day(due.text()):
            return tr("Write the day as 2026-03-31, or leave it empty.")
        task = Task(text.toPlainText().strip(), owner.thing, due.text().strip())
        review.judge(keys, replace(judgement, action=task))
        signed()
        return ""

    dialog.go = go
    dialog.open()


def risk(desk: Desk, review: Review, key: ItemKey) -> None:
    """A row for the list of risks, filled in from the report; the scores are a person's."""
    review.risk_row(key, lambda row: _risk(desk, review, row))


def _risk(desk: Desk, review: Review, row: RiskRow) -> None:
    note = tr("Filled in from the report. Severity, occurrence and detection are set by a person: 1 to 10.")
    dialog = ReviewDialog(desk, tr("Add a risk"), tr("Add it"), note)
    label = dialog.text(tr("&Risk"), tr("Risk"), row.label)
    scores = tuple(
        _score(dialog, words, name, hint)
        for words, name, hint in (
            (tr("&Severity"), tr("Severity, 1 to 10"), row.severity_hint),
            (tr("&Occurrence"), tr("Occurrence, 1 to 10"), row.occurrence_hint),
            (tr("&Detection"), tr("Detection, 1 to 10"), row.detection_hint),
        )
    )
    if row.mitigated_by:
        names = ", ".join(each.label for each in row.mitigated_by)
        dialog.form.addRow(tr("Controls"), parts.text(names, ink="second"))
    why = dialog.text(tr("&Why?"), tr("Why?"), hint=tr("on what the scores rest"))

    def go() -> str:
        if not all(score.value() for score in scores):
            return tr("Set severity, occurrence and detection: nobody does it for you.")
        if not label.text().strip() or not why.text().strip():
            return tr("Say what the risk is, and on what the scores rest.")
        severity, occurrence, detection = (score.value() for score in scores)
        made = replace(row, label=label.text().strip())
        review.add_risk(made, Scores(severity, occurrence, detection), why.text().strip())
        return ""

    dialog.go = go
    dialog.open()


def _score(dialog: ReviewDialog, words: str, name: str, hint: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(0, _TEN)
    field.setSpecialValueText(tr("not set"))
    field.setAccessibleName(name)
    dialog.form.addRow(words, field)
    if hint:
        dialog.form.addRow("", parts.text(tr("from the report: {hint}").format(hint=hint), ink="second"))
    return field


def leave_out(desk: Desk, review: Review, item: Item) -> None:
    """Which of the rules on the way to an item this assessment does without, and why."""
    note = tr("The report is made anew without the rule. That, and the reason, stand on the first page of the report.")
    dialog = ReviewDialog(desk, tr("Leave a rule out of this assessment"), tr("Leave it out"), note)
    rule = QComboBox()
    rule.setAccessibleName(tr("Rule"))
    for step in {each.rule: each for each in item.path}.values():
        rule.addItem(line(item_words.statement(step), 80), step.rule)
    dialog.form.addRow(tr("&Rule"), rule)
    why = dialog.long_text(tr("&Reason"), tr("Reason"))

    def go() -> str:
        if not why.toPlainText().strip():
            return tr("Say why the rule does not apply here.")
        review.leave_out(Iri(rule.currentData()), why.toPlainText().strip())
        return ""

    dialog.go = go
    dialog.open()


def close(desk: Desk, review: Review, show_open: Callable[[], None]) -> None:
    """Say what is missing, or ask for the conclusion and close. ``show_open`` narrows the list to what is undecided."""
    state = review.state
    if state is None:
        return
    if state.missing:
        _missing(desk, state.missing, show_open)
        return
    note = tr(
        "A closed assessment is never altered. Later changes of what it rests on raise a review. It supports the decision; "
        "the record of the decision stays in your quality system."
    )
    dialog = ReviewDialog(desk, tr("Close the assessment"), tr("Close it"), note)
    conclusion = dialog.long_text(tr("&Conclusion"), tr("Conclusion"))

    def go() -> str:
        if not conclusion.toPlainText().strip():
            return tr("Write the conclusion.")
        review.close(conclusion.toPlainText().strip())
        return ""

    dialog.go = go
    dialog.open()


def _missing(desk: Desk, sentences: tuple[str, ...], show_open: Callable[[], None]) -> None:
    dialog = ReviewDialog(desk, tr("It cannot be closed yet"), tr("Show what is undecided"))
    page = QWidget()
    layout = parts.column(page, spacing=6)
    for sentence in sentences[:_MOST_LISTED]:
        layout.addWidget(parts.text(f"· {block(sentence)}"))
    if len(sentences) > _MOST_LISTED:
        more = tr("and {count} more").format(count=number(len(sentences) - _MOST_LISTED))
        layout.addWidget(parts.text(more, ink="second"))
    layout.addStretch(1)
    scroll = scrolling(page)
    scroll.setAccessibleName(tr("What is missing"))
    dialog.form.addRow(scroll)

    def go() -> str:
        show_open()
        return ""

    dialog.go = go
    parts.size(dialog, _WIDTH, _LOW, desk.theme)
    dialog.open()


_MOST_LISTED: Final = 60


def _about(words: str, keys: tuple[ItemKey, ...]) -> str:
    if len(keys) == 1:
        return words
    return tr("{what}: {count} rows").format(what=words, count=number(len(keys)))


def _is_day(text: str) -> bool:
    """Empty, or a day that is one."""
    try:
        return not text.strip() or bool(date.fromisoformat(text.strip()))
    except ValueError:
        return False
