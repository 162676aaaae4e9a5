"""The head of a review: what changes, how it stands, one sentence, what must not be missed, and the next thing to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from kgapp.domain.assessment import Assessment
from kgapp.services.assessments.changes import Other
from kgapp.services.impact import summary
from kgapp.ui.panels import parts
from kgapp.ui.texts import block, caption, count_of, line, number
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.reviewing import Review

_READABLE: Final = 920
_BAR: Final = 110
_REASONS: Final = 5


@dataclass(frozen=True, slots=True)
class HeadActs:
    """What the buttons of the head do."""

    ask_again: Callable[[], None]
    change_question: Callable[[], None]
    compare: Callable[[], None]
    keep: Callable[[], None]
    close: Callable[[], None]
    report: Callable[[], None]


class ReviewHead(QWidget):
    """Is written anew when the review, the room or the look changes."""

    def __init__(self, desk: Desk, acts: HeadActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme, self._acts = desk, desk.theme, acts
        self._open_notes, self._first = False, True
        self._layout = parts.column(self, (16, 12, 16, 8), 6)

    def show_review(self, review: Review, *, narrow: bool, first: bool = True) -> None:
        """Write everything anew; ``first`` is false where what is shown below has the primary button."""
        self._first = first
        report = review.report
        if report is None:
            return
        parts.clear(self._layout)
        title = parts.heading(line(summary.heading(report), 200), self._theme, 17)
        buttons = self._buttons(review)
        if narrow:
            for widget in (title, self._chips(review), parts.Flow(buttons, 8)):
                self._layout.addWidget(widget)
        else:
            top = parts.row(stretch=False)
            names = parts.column(left := QWidget(), spacing=4)
            names.addWidget(title)
            names.addWidget(self._chips(review))
            top.addWidget(left, 1)
            for button in buttons:
                top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._layout.addLayout(top)
        self._sentences(review, narrow=narrow)

    def _chips(self, review: Review) -> QWidget:
        """How it stands, its number, who owns it."""
        made: list[QWidget] = [parts.Chip(*_standing(review.assessment), self._theme)]
        if review.outdated:
            made.append(parts.Chip(tr("the project changed since"), Tone.MEDIUM, self._theme))
            made.append(parts.button(tr("Ask again"), self._acts.ask_again))
        state = review.state
        if state is not None and state.suspect:
            words = count_of(state.suspect, tr("suspect verdict"), tr("suspect verdicts"))
            made.append(parts.Chip(f"⚠ {words}", Tone.UNKNOWN, self._theme))
        if review.assessment is not None:
            told = line(" · ".join(_facts(review.assessment)), 200)
            if told:
                made.append(parts.text(told, ink="second", wrap=False))
            made.append(Progress(self._desk, review))
        return parts.Flow(made, 8)

    def _buttons(self, review: Review) -> list[QWidget]:
        acts, made = self._acts, list[QWidget]()
        if review.assessment is None:
            if self._desk.project.writable:
                made.append(parts.button(tr("Keep as assessment…"), acts.keep, primary=self._first))
            made.append(parts.button(tr("Change the question…"), acts.change_question))
        elif review.may_judge and review.state is not None:
            ready = self._first and not review.state.missing
            made.append(parts.button(_closing(review), acts.close, primary=ready))
        made.append(parts.button(tr("Compare with…"), acts.compare))
        made.append(parts.button(tr("Save report…"), acts.report))
        return made

    def _sentences(self, review: Review, *, narrow: bool) -> None:
        report = review.shown_report
        assert report is not None
        self._closed(review)
        first, *rest = report.summary or ("",)
        self._layout.addWidget(parts.text(first if narrow else " ".join((first, *rest))))
        self._switched_off(review)
        self._more(review, rest if narrow else [])

    def _more(self, review: Review, rest: list[str]) -> None:
        """Notes and other open changes: folded, but counted, as soon as there is more than one."""
        folded = parts.column(page := QWidget(), spacing=4)
        notes = (*rest, *review.report.notes) if review.report is not None else ()
        for note in notes:
            said = parts.text(note, ink="second")
            said.setMaximumWidth(self._theme.px(_READABLE))
            folded.addWidget(said)
        others = review.found.others if review.found is not None else ()
        self._others(others, folded)
        told = []
        if notes:
            told.append(count_of(len(notes), tr("thing to know beside this"), tr("things to know beside this")))
        if others:
            told.append(count_of(len(others), tr("other open change"), tr("other open changes")))
        if not told:
            return
        link = parts.Link("")
        link.followed.connect(lambda: self._toggle(link, page, told))
        self._layout.addWidget(link)
        self._layout.addWidget(page)
        self._say_more(link, page, told)

    def _toggle(self, link: parts.Link, page: QWidget, told: list[str]) -> None:
        self._open_notes = not self._open_notes
        self._say_more(link, page, told)

    def _say_more(self, link: parts.Link, page: QWidget, told: list[str]) -> None:
        page.setVisible(self._open_notes)
        words = " · ".join(told)
        link.setText(tr("Hide {what}").format(what=words) if self._open_notes else tr("Show {what}").format(what=words))
        link.setAccessibleName(link.text())

    def _closed(self, review: Review) -> None:
        assessment, state = review.assessment, review.state
        if assessment is None or state is None or not assessment.closed:
            return
        day = f"{assessment.closed_at.astimezone():%Y-%m-%d}" if assessment.closed_at else tr("day not recorded")
        words = tr("Closed {day} by {who}: “{conclusion}” It is read-only.").format(
            day=day, who=assessment.closed_by or tr("name not recorded"), conclusion=block(assessment.conclusion, 600)
        )
        self._layout.addWidget(parts.text(words))
        if state.review:
            count = count_of(len(state.review), tr("reason"), tr("reasons"))
            self._layout.addWidget(
                parts.text(tr("⚠ Review after closure, {count}:").format(count=count), ink="unknown")
            )
            for reason in state.review[:_REASONS]:
                self._layout.addWidget(parts.text(f"· {reason}", ink="unknown"))
            if len(state.review) > _REASONS:
                more = tr("and {count} more: filter the list by “suspect”")
                self._layout.addWidget(
                    parts.text(more.format(count=number(len(state.review) - _REASONS)), ink="second")
                )

    def _switched_off(self, review: Review) -> None:
        """Rules that this assessment does without, each with its reason: nobody may miss it."""
        for each in review.assessment.exceptions if review.assessment is not None else ():
            words = tr("Without the rule “{rule}”: {why}").format(rule=each.rule.label, why=block(each.rationale, 300))
            self._layout.addWidget(parts.text(words, ink="high"))
            if review.may_judge:
                again = parts.Link(tr("Use this rule again"))
                again.followed.connect(lambda rule=each.rule.iri: review.use_again(rule))
                self._layout.addWidget(again)

    def _others(self, others: tuple[Other, ...], layout: QVBoxLayout) -> None:
        """Other open changes that bear on this one."""
        for each in others:
            because = " ".join(each.because)
            words = tr("Also open: {change}. {because}")
            link = parts.Link(words.format(change=line(each.change.label, 160), because=line(because, 300)))
            link.followed.connect(lambda thing=each.change.iri: self._desk.open_entity(thing))
            layout.addWidget(link)


class Progress(QWidget):
    """How many are decided, as words and as a bar."""

    def __init__(self, desk: Desk, review: Review) -> None:
        super().__init__()
        state = review.state
        assert state is not None
        words = tr("{decided} of {total} decided").format(decided=number(state.decided), total=number(state.total))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(desk.theme.px(_BAR))
        self.bar.setMaximum(max(1, state.total))
        self.bar.setValue(state.decided)
        self.bar.setAccessibleName(words)
        self.setLayout(parts.row(parts.text(words, wrap=False), self.bar, stretch=False))


def _standing(assessment: Assessment | None) -> tuple[str, Tone]:
    if assessment is None:
        return tr("not kept"), Tone.PLAIN
    return (tr("closed"), Tone.LOW) if assessment.closed else (tr("in review"), Tone.MEDIUM)


def _closing(review: Review) -> str:
    state = review.state
    assert state is not None
    open_ = state.total - state.decided
    if open_:
        words = count_of(open_, tr("verdict missing"), tr("verdicts missing"))
        return tr("Close: {missing}…").format(missing=words)
    if state.missing:
        return tr("Close: {missing}…").format(missing=count_of(len(state.missing), tr("thing"), tr("things")))
    return tr("Close…")


def _facts(assessment: Assessment) -> list[str]:
    numbers = [each for change in assessment.changes for each in change.external_ids]
    owners = [each.label for each in assessment.owners]
    found = [", ".join(dict.fromkeys(numbers)), *(caption(each, 80) for each in owners)]
    effective = [change.effective for change in assessment.changes if change.effective]
    if effective:
        found.append(tr("effective {day}").format(day=", ".join(dict.fromkeys(effective))))
    return [each for each in found if each]
