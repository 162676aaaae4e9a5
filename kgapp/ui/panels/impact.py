"""A review: the report of a change as a list to work through, with verdicts once it is kept as an assessment."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget

from kgapp.domain.impact import ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services.impact.assess import Question
from kgapp.services.reports import impact as impact_document
from kgapp.ui import places_table
from kgapp.ui.models import follow_rows, work_rows
from kgapp.ui.models.follow_rows import FOLLOW_COLUMNS, HELD_COLUMNS
from kgapp.ui.models.impact_titles import about
from kgapp.ui.models.work_rows import Scope, WorkRow
from kgapp.ui.panels import impact_pages, parts, review_comparing, review_dialogs
from kgapp.ui.panels.inspector_item import scrolling
from kgapp.ui.panels.matrix import MatrixPanel
from kgapp.ui.panels.review_head import HeadActs, ReviewHead
from kgapp.ui.panels.review_tabs import Page, ReviewTabs
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.panels.work_filters import WorkFilters
from kgapp.ui.panels.work_table import WorkTable
from kgapp.ui.reviewing import Review
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_NUMBERS: Final = itertools.count(1)
_NARROW: Final = 560
_LEAST: Final = 200
_FIRST: Final = 20


class ImpactPanel(View):
    """Shows a review. ``asked`` is a question, or the address of a kept assessment."""

    def __init__(self, desk: Desk, asked: Question | Iri, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._project, self._theme, self._name = desk, desk.project, desk.theme, name
        self.review = Review(desk, asked)  # the map may show it longer than this tab is open
        kept = self.review.assessment_iri
        self.place = f"impact {next(_NUMBERS)}" if kept is None else places_table.assessment_of(kept)
        self._narrow = self._signing = self._behind = False
        self._at = Page.WORK
        self._told: impact_pages.ReviewPage | None = None
        self._matrix: MatrixPanel | None = None
        self._filled: set[Page] = set()
        self.head = ReviewHead(desk, self._acts())
        self.filters = WorkFilters(desk.theme)
        self.table = WorkTable(tr("Items of the impact"), desk.theme)
        self.follows = Table(
            tr("What follows"), tuple(map(said, FOLLOW_COLUMNS)), (0.24, 0.25, 0.16, 0), desk.theme, first=_FIRST
        )
        self.held = Table(tr("What holds it"), tuple(map(said, HELD_COLUMNS)), (0.3, 110, 126, 0), desk.theme)
        self._nothing = parts.text("", ink="second")
        self._several = impact_pages.SeveralBar(desk.theme)
        self._stack = QStackedWidget()
        self.tabs = ReviewTabs()
        self.tabs.choose(self._at)
        self.states = States(self._content(), desk.theme)
        parts.column(self).addWidget(self.states)
        self._join()
        self.ask()

    @property
    def question(self) -> Question | None:
        """What was asked; ``None`` for a kept assessment."""
        return self.review.question

    @property
    def report(self) -> ImpactReport | None:
        """The report, once it is there."""
        return self.review.report

    @property
    def chosen_item(self) -> tuple[ImpactReport, Item] | None:
        """The item of the row that the keyboard is on."""
        row = self.table.current
        return (self.report, row.item) if self.report is not None and row is not None and row.item else None

    def ask(self) -> None:
        """Ask for the report (again)."""
        self.review.ask()

    def stop(self) -> None:
        """Stop asking."""
        self.review.stop()
        again = parts.button(tr("Ask again"), self.ask, primary=True)
        self.states.empty(tr("Stopped"), tr("Nothing was changed. A part of an answer is never shown."), again)

    def show_page(self, page: Page) -> None:
        """Bring one of the lists to the front."""
        before, self._at = self._at, page
        self.tabs.choose(page)
        listed = page in (Page.WORK, Page.CELLS)
        self._stack.setCurrentWidget(self._page_of(page))
        self._fill_behind()
        if page in (Page.FOLLOWS, Page.HELD):
            (self.follows if page is Page.FOLLOWS else self.held).begin()
        if listed:
            scope = Scope.CELLS if page is Page.CELLS else Scope.WORK
            self.filters.take(replace(self.filters.view, scope=scope))
            self._fill()
        if Page.MATRIX in (before, page):
            self._show_head()
        self._tell()

    def show_undecided(self) -> None:
        """Narrow the list to what has no verdict that holds."""
        self.show_page(Page.WORK)
        self.filters.narrow("undecided")

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        if self.isVisible() or self.review.assessment_iri is None:
            self.review.project_changed()
        else:
            self._behind = True  # a report that nobody looks at is made when somebody does
        if self._matrix is not None:
            self._matrix.project_changed(subjects)

    def may_close(self) -> bool:
        return self._matrix is None or self._matrix.may_close()

    def came_to_front(self) -> None:
        if self._behind:
            self._behind = False
            self.review.project_changed()
        self._tell()

    def take_focus(self) -> None:
        self._list().setFocus()

    def closing(self) -> None:
        if self._matrix is not None:
            self._matrix.closing()
        self.review.forget()

    def view_steps(self) -> tuple[str, str]:
        return self._matrix.view_steps() if self._matrix is not None and self._at is Page.MATRIX else ("", "")

    def undo_view(self) -> None:
        if self._matrix is not None:
            self._matrix.undo_view()

    def redo_view(self) -> None:
        if self._matrix is not None:
            self._matrix.redo_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        if self._narrow != narrow:
            self._narrow = narrow
            self.tabs.fold(narrow=narrow)
            self._show_head()

    def _content(self) -> QWidget:
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = parts.column(content)
        inner.addWidget(self.head)
        inner.addWidget(self.tabs)
        self.tabs.setContentsMargins(16, 0, 16, 8)
        listed = QWidget()
        layout = parts.column(listed)
        for widget, stretch in ((self.filters, 0), (self._nothing, 0), (self._several, 0), (self.table, 1)):
            layout.addWidget(widget, stretch)
        self._nothing.setContentsMargins(16, 12, 16, 12)
        self._listed = listed
        for page in (listed, self.follows, self.held):
            self._stack.addWidget(page)
        inner.addWidget(self._stack, 1)
        return scrolling(content)  # what does not fit at a large size of text is reached all the same

    def _join(self) -> None:
        desk, review, table = self._desk, self.review, self.table
        review.asking.connect(self._busy)
        review.arrived.connect(self._arrived)
        review.judged.connect(self._judged)
        review.kept.connect(self._kept)
        review.outdated_changed.connect(self._show_head)
        review.failed.connect(self._fail)
        self.tabs.wanted.connect(self.show_page)
        self.tabs.map_wanted.connect(self._show_on_map)
        self.filters.changed.connect(self._fill)
        table.chosen.connect(lambda _row: self._tell())
        table.several_chosen.connect(self._chose_several)
        table.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
        table.menu_wanted.connect(lambda place: desk.menu(self._chosen_things(), place))
        table.sort_wanted.connect(self._sort)
        self._several.all_wanted.connect(table.choose_all)
        for listed in (self.follows, self.held):
            listed.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
            listed.menu_wanted.connect(lambda iri, place: desk.menu((Iri(iri),), place))
            listed.chosen.connect(lambda _subject: self._tell())
        self._theme.changed.connect(self._show_head)
        to_verdict = QShortcut(QKeySequence("Ctrl+J"), self)
        to_verdict.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        to_verdict.activated.connect(self._to_verdict)

    def _acts(self) -> HeadActs:
        desk = self._desk
        return HeadActs(
            ask_again=self.ask,
            change_question=lambda: desk.ask_again(self.question) if self.question is not None else None,
            compare=lambda: review_comparing.ask(desk, self.review),
            keep=lambda: review_dialogs.keep(desk, self.review),
            close=lambda: review_dialogs.close(desk, self.review, self.show_undecided),
            report=self._save_report,
        )

    def _save_report(self) -> None:
        found = self.review.found
        if found is not None:
            name = impact_document.title(found.report)
            self._desk.save_report(
                name, lambda asked: impact_document.document(found.told, found.follows, asked, found.state)
            )

    def _fill_behind(self) -> None:
        """The lists behind the first one are filled when they are looked at."""
        found = self.review.found
        if found is None or self._at in self._filled:
            return
        self._filled.add(self._at)
        if self._at is Page.FOLLOWS:
            self.follows.update_groups(follow_rows.follows(found.follows))
        elif self._at is Page.HELD:
            self.held.update_groups(follow_rows.held(found.report))

    def _busy(self) -> None:
        words = tr("Tracing what {name} reaches…") if self._name else tr("Opening the assessment…")
        self.states.busy(words.format(name=line(self._name, 80)), self.stop)

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.ask)

    def _kept(self, iri: str) -> None:
        self.place = places_table.assessment_of(Iri(iri))

    def _arrived(self) -> None:
        first = self.states.showing != "content"
        report, found = self.report, self.review.found
        if report is None or found is None:
            return
        self.titled.emit(tr("Impact: {what}").format(what=about(report.change)))
        self.tabs.tell(found)
        self._filled.clear()
        self._fill_behind()
        self._show_head()
        self.states.content()
        self._fill()
        if self.table.current is None:
            self.table.choose_first()
        self._tell()
        if first and self.isVisible() and not _typing():
            self._list().setFocus()

    def _judged(self) -> None:
        """The same items with other verdicts: on to the next one that is open, if one was signed."""
        self.table.take_verdicts(self.review.rows)
        self._show_head()
        self._offer()
        if self._signing:
            self._signing = False
            self._next_open()
        self._tell()

    def _next_open(self) -> None:
        rows = self.table.list.rows
        current = self.table.current
        at = rows.index(current) if current in rows else -1
        following = (*rows[at + 1 :], *rows[: max(0, at)])
        by = self.review.function or self.review.functions[0]
        if len(self.table.chosen_rows) <= 1 and current is not None and not current.open_for(by):
            found = next((row for row in following if row.open_for(by)), None)
            if found is not None:
                self.table.choose(found.key)
        self.table.setFocus()

    def _show_head(self) -> None:
        self.head.show_review(self.review, narrow=self._narrow, first=self._at is not Page.MATRIX)
        for listed in (self.table, self.follows, self.held):
            listed.setMinimumHeight(self._theme.px(_LEAST))

    def _fill(self) -> None:
        self._offer()
        self.table.show_rows(self.review.rows, self.filters.view)
        shown = len(self.table.list.rows)
        self._nothing.setText(self._why_empty())
        self._nothing.setVisible(not shown)
        self._chose_several()

    def _offer(self) -> None:
        self.filters.offer(work_rows.owners(self.review.rows), self.review.functions)

    def _why_empty(self) -> str:
        if self.filters.view.narrowed:
            return tr("No row fits the filters. “Show everything” is in the filter menu.")
        if self._at is Page.CELLS:
            return tr("Every effect of what moves on a quality attribute was assessed.")
        return tr("Nothing recorded leads on from here. That is unknown, never “no impact”.")

    def _sort(self, column: int) -> None:
        self.filters.take(self.filters.view.sorted_by(column))
        self._fill()

    def _chose_several(self) -> None:
        chosen, shown = len(self.table.chosen_rows), len(self.table.list.rows)
        every = self.review.counts[self._at is Page.CELLS]
        self._several.tell(chosen, shown, every)
        if chosen > 1 or (self._told is not None and len(self._told.keys) > 1):
            self._tell()

    def _tell(self) -> None:
        """What is chosen, in the inspector; a review behind another tab keeps out of it."""
        if not self.isVisible() or self.report is None:
            return
        rows, item = self._chosen(), self._chosen_elsewhere()
        if self._told is not None and self._told.tells(self._desk, self.review, rows, item):
            return
        made = impact_pages.page(self._desk, self.review, rows, item)
        self._told = made
        if made is None:
            self._desk.inspector.show_nothing()
            return
        made.box.signed.connect(self._signed)
        self._project.forget("inspector")
        self._desk.inspector.show_page(made.page, made.box)

    def _chosen(self) -> tuple[WorkRow, ...]:
        """The rows that a verdict would be about."""
        if self._at not in (Page.WORK, Page.CELLS):
            return ()
        chosen = self.table.chosen_rows
        return chosen or ((self.table.current,) if self.table.current is not None else ())

    def _chosen_elsewhere(self) -> Item | None:
        if self._at in (Page.WORK, Page.CELLS):
            return None
        if self._at is Page.MATRIX:
            return None
        listed = self.follows if self._at is Page.FOLLOWS else self.held
        subject = listed.rows.subject(listed.currentIndex())
        return subject if isinstance(subject, Item) else None

    def _chosen_things(self) -> tuple[Iri, ...]:
        return tuple(dict.fromkeys(row.key.item for row in self.table.chosen_rows))

    def _signed(self) -> None:
        self._signing = True

    def _to_verdict(self) -> None:
        if self._told is not None:
            self._told.box.start()

    def _list(self) -> QWidget:
        """What the keyboard works with."""
        return self.table if self._at in (Page.WORK, Page.CELLS) else self._page_of(self._at)

    def _page_of(self, page: Page) -> QWidget:
        if page is Page.MATRIX:
            return self._matrix_page()
        return {Page.FOLLOWS: self.follows, Page.HELD: self.held}.get(page, self._listed)

    def _matrix_page(self) -> MatrixPanel:
        """The matrix of what moves, made when it is wanted."""
        if self._matrix is None:
            report = self.report
            assert report is not None
            moved = {each.factor.iri for each in report.not_covered} | {each.entity.iri for each in report.changes}
            site = report.change.site.iri if report.change.site is not None else None
            self._matrix = MatrixPanel(self._desk, factors=frozenset(moved), site=site)
            self._matrix.steps_changed.connect(self.steps_changed)
            self._stack.addWidget(self._matrix)
        return self._matrix

    def _show_on_map(self) -> None:
        if self.report is not None:
            chosen = self.chosen_item
            self._desk.lay_on_map(self.report, chosen[1] if chosen is not None else None, self.review)


def _typing() -> bool:
    """Whether somebody is in the middle of a text."""
    widget = QApplication.focusWidget()
    return isinstance(widget, QLineEdit) and bool(widget.text())
