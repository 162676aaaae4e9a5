"""Where a verdict is given: function, reason, and the three outcomes. One box serves one item or many chosen rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QWidget

from kgapp.domain.assessment import Function, ItemKey, ItemStanding, Judged, Outcome
from kgapp.services.assessments.judging import Judgement
from kgapp.ui.models import item_words
from kgapp.ui.models.verdict_words import function_words, outcome_words
from kgapp.ui.panels import parts, review_dialogs
from kgapp.ui.panels.inspector_item import question
from kgapp.ui.texts import block, line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.reviewing import Review

_LINES: Final = 4


class VerdictBox(QWidget):
    """Gives verdicts about ``keys``. What was typed as reason stays with the review until it is signed."""

    signed = Signal()
    """A verdict was given."""

    def __init__(self, desk: Desk, review: Review, keys: tuple[ItemKey, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._review, self._keys = desk, review, keys
        self.setObjectName("verdict")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = parts.column(self, (14, 8, 14, 12), 6)
        self.function = QComboBox()
        self.reason = _Reason()
        self.outcomes: dict[Outcome, QPushButton] = {}
        self._complaint = parts.text("", ink="high")
        self._fill()

    def start(self) -> None:
        """Give the keyboard to the reason."""
        if self._review.may_judge:
            self.reason.setFocus()

    def _fill(self) -> None:
        review = self._review
        if review.assessment is None:
            self._not_kept()
            return
        standing = review.standing(self._keys[0]) if len(self._keys) == 1 else None
        if standing is not None:
            self._given(standing)
        if review.assessment.closed:
            self._layout.addWidget(parts.text(tr("This assessment is closed: nothing in it is altered."), ink="second"))
        elif not review.may_judge:
            words = tr("This window may only read: no verdict can be given here.")
            self._layout.addWidget(parts.text(words, ink="second"))
        else:
            self._ask(standing)

    def _not_kept(self) -> None:
        self._layout.addWidget(question(tr("Verdict"), self._desk))
        words = tr("Verdicts are recorded once this is kept as an assessment.")
        self._layout.addWidget(parts.text(words, ink="second"))
        if self._desk.project.writable:
            keep = parts.button(tr("Keep as assessment…"), lambda: review_dialogs.keep(self._desk, self._review))
            self._layout.addWidget(parts.Flow([keep]))

    def _given(self, standing: ItemStanding) -> None:
        """The verdicts that there are, each with what has changed since."""
        for judged in standing.verdicts:
            self._layout.addWidget(parts.text(item_words.verdict(judged)))
            self._layout.addWidget(
                parts.text(tr("“{reason}”").format(reason=block(judged.verdict.rationale, 400)), ink="second")
            )
            if judged.suspect:
                self._suspect(judged)
        for assignment in standing.assignments:
            who = ", ".join(each.label for each in assignment.owners) or tr("nobody")
            due = tr(", due {day}").format(day=assignment.due) if assignment.due else ""
            self._layout.addWidget(parts.text(tr("Assigned to {who}{due}").format(who=who, due=due), ink="second"))
        for raised in standing.raised:
            link = parts.Link(line(raised.label, 200))
            link.followed.connect(lambda thing=raised.iri: self._desk.open_entity(thing))
            self._layout.addWidget(link)
            if raised.answer:
                self._layout.addWidget(parts.text(tr("Answer: {text}").format(text=raised.answer), ink="second"))

    def _suspect(self, judged: Judged) -> None:
        words = " ".join(each.sentence for each in judged.suspicions)
        self._layout.addWidget(parts.text(tr("⚠ Suspect: {why}").format(why=words), ink="unknown"))
        if self._review.may_judge:
            again = parts.button(tr("Confirm again"), partial(self._confirm, judged))
            anew = parts.button(tr("Judge anew"), partial(self._anew, judged))
            self._layout.addWidget(parts.Flow([again, anew]))

    def _ask(self, standing: ItemStanding | None) -> None:
        review = self._review
        head = parts.row(spacing=6, stretch=False)
        head.addWidget(question(self._heading(), self._desk), 1)
        self.function.setAccessibleName(tr("Function that judges"))
        for each in review.functions:
            self.function.addItem(tr("for {function}").format(function=function_words(each)), each.value)
        self.function.setCurrentIndex(review.functions.index(self._first(standing)))
        self.function.activated.connect(lambda _: review.use_function(self._chosen()))
        head.addWidget(self.function)
        self._layout.addLayout(head)
        self._layout.addWidget(self._buttons())
        self.reason.setAccessibleName(tr("Reason, needed to sign"))
        self.reason.setPlaceholderText(tr("Reason, needed to sign"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(int(self._desk.theme.metrics().lineSpacing() * _LINES) + 12)
        self.reason.setPlainText(review.typed.get(self._keys, ""))
        self.reason.textChanged.connect(self._typed)
        self._layout.addWidget(self.reason)
        self._complaint.hide()
        self._layout.addWidget(self._complaint)
        self._layout.addWidget(self._more())

    def _heading(self) -> str:
        many = tr("One verdict for {count} rows").format(count=len(self._keys))
        return many if len(self._keys) > 1 else tr("Verdict")

    def _first(self, standing: ItemStanding | None) -> Function:
        """The function chosen last, unless it has judged already; then the first that is missing."""
        review = self._review
        asked = review.functions
        last = next((each for each in asked if each is review.function), asked[0])
        if standing is None or standing.by(last) is None:
            return last
        return next((each for each in standing.missing if each in asked), last)

    def _buttons(self) -> QWidget:
        made: list[QWidget] = []
        for outcome in Outcome:
            words = outcome_words(outcome, signed=False) + ("…" if outcome is Outcome.NEEDS_STUDY else "")
            button = parts.button(words, partial(self._sign, outcome))
            button.setProperty("compact", True)
            self.outcomes[outcome] = button
            made.append(button)
        return parts.Flow(made, 4)

    def _more(self) -> QWidget:
        desk, review, keys = self._desk, self._review, self._keys
        made = [
            parts.button(tr("Assign…"), lambda: review_dialogs.assign(desk, review, keys)),
            parts.button(tr("Ask…"), lambda: review_dialogs.ask(desk, review, keys)),
        ]
        if len(keys) == 1:
            made.append(parts.button(tr("Add risk…"), lambda: review_dialogs.risk(desk, review, keys[0])))
        return parts.Flow(made, 6)

    def _chosen(self) -> Function:
        return Function(self.function.currentData())

    def _typed(self) -> None:
        self._review.typed[self._keys] = self.reason.toPlainText()
        self._complaint.hide()

    def _sign(self, outcome: Outcome) -> None:
        reason = self.reason.toPlainText().strip()
        if not reason:
            self._complain(tr("Give the reason first: it stands beside the verdict."))
            return
        self._review.use_function(self._chosen())
        judgement = Judgement(self._chosen(), outcome, reason)
        if outcome is Outcome.NEEDS_STUDY:
            review_dialogs.study(self._desk, self._review, self._keys, judgement, self.signed.emit)
            return
        self._review.judge(self._keys, judgement)
        self.signed.emit()

    def _confirm(self, judged: Judged) -> None:
        """The same verdict on what is there now, with the reason why it still holds."""
        reason = self.reason.toPlainText().strip()
        if not reason:
            self._complain(tr("Say why it still holds, then confirm again."))
            return
        self._review.confirm(self._keys[0], judged.verdict.function, reason)
        self.signed.emit()

    def _complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.show()
        self.reason.setFocus()

    def _anew(self, judged: Judged) -> None:
        at = self.function.findData(judged.verdict.function.value)
        self.function.setCurrentIndex(max(0, at))
        self.reason.setFocus()


class _Reason(QPlainTextEdit):
    """Ctrl+Enter goes on to the outcomes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)
