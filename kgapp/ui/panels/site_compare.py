"""Two sites of one process, compared: what is the same, what differs, what is missing, what nobody recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kgapp.domain.sites import Comparison, Row, Start
from kgapp.domain.terms import Iri
from kgapp.services import spreadsheets
from kgapp.services.ports import RecordReader
from kgapp.services.reports import sites
from kgapp.services.sites import gaps, overview
from kgapp.services.sites.gaps import Assessed, NotRun, Reach
from kgapp.services.sites.overview import Overview
from kgapp.ui import menus, places_table, site_rows
from kgapp.ui.menus import MenuRow
from kgapp.ui.models import site_compare as model
from kgapp.ui.models.site_compare import Grouping, Shown
from kgapp.ui.panels import parts
from kgapp.ui.panels.site_compare_head import CompareHead
from kgapp.ui.panels.site_compare_page import DifferencePage
from kgapp.ui.panels.site_compare_parts import CompareTable, Progress
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.site_reaching import Reaching
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_PAIR: Final = 2
_REFILL_MS: Final = 300
_WORDS_PX: Final = 116
_MOST_OPEN: Final = 500
"""Of more rows than these only the first group begins unfolded: the heights of all that are shown are measured."""


class SiteComparePanel(View):
    """Compares two processes or sites, or without them those of the transfer.

    How far differences reach is found behind it, the most severe first.
    """

    def __init__(self, desk: Desk, asked: tuple[Iri, ...] = ()) -> None:
        super().__init__()
        self._desk, self._project, self._theme = desk, desk.project, desk.theme
        self._asked = asked
        self.overview: Overview | None = None
        self._shown, self._stale = Shown(), False
        self._then: Callable[[tuple[Start, ...]], None] | None = None
        self.place = " ".join((places_table.SITES, *asked))
        self.reaching = Reaching(desk.project, f"reach {self.place}", self)
        self.reaching.moved.connect(self._refill_soon)
        self.reaching.ended.connect(self._go_on)
        self._refill = QTimer(self)
        self._refill.setSingleShot(True)
        self._refill.setInterval(_REFILL_MS)
        self._refill.timeout.connect(self._tell_reaches)
        self._told: frozenset[Start] = frozenset()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._list)
        self.words, self.grouping = QLineEdit(), QComboBox()
        self.only_gaps = parts.button(tr("Only gaps"), self._choose_gaps)
        self.steps = parts.button(tr("Readiness"), self._turn, tip=tr("What stands against each step"))
        self.progress = Progress(self.reaching, self._theme)
        self.table: CompareTable | None = None
        self.head = CompareHead(self, self._theme)
        self.head.counted.connect(lambda count: self._narrow(count=count))
        self.head.folded.connect(self._fold)
        self.ready = self._ready_table()
        self.page: DifferencePage | None = None
        self._stack = QStackedWidget()
        self._none = parts.text(tr("Nothing of this kind. Another choice above shows the rest."), ink="second")
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out(content)
        self.states = States(content, self._theme)
        parts.column(self).addWidget(self.states)
        self._theme.changed.connect(self._redraw)
        self.ask()

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self.overview.comparison if self.overview else None

    @property
    def can_write(self) -> bool:
        """Whether gaps and assessments can be recorded."""
        return self._project.writable

    @property
    def chosen(self) -> Row | None:
        """The row that is chosen."""
        subject = self.table.rows.subject(self.table.currentIndex()) if self.table else None
        return subject if isinstance(subject, Row) else None

    def ask(self) -> None:
        """Compare (again)."""
        self._stale = False
        asked = self._asked
        if self.overview is None:
            self.states.busy(tr("Comparing the two sites…"), self._stop)

        def read(reader: RecordReader) -> Overview:
            return overview.overview(reader, *asked) if len(asked) == _PAIR else overview.of_transfer(reader)

        self._project.read(read, self._show, self._fail, self.place)

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        if self.isVisible():
            self.ask()
        else:
            self._stale = True

    def came_to_front(self) -> None:
        if self._stale:
            self.ask()
        row = self.chosen
        if row is not None:
            self._choose(row)

    def take_focus(self) -> None:
        (self.table or self.words).setFocus()

    def closing(self) -> None:
        self.reaching.stop()
        for topic in (self.place, f"behind {self.place}"):
            self._project.forget(topic)

    def assess_all(self) -> None:
        """All differences as one question, once it is known which of them can be asked."""
        self._when_known(lambda starts: self._desk.open_impact(gaps.together(starts), self._title))

    def open_assessment(self) -> None:
        """All differences as the changes of one assessment that is kept."""
        self._when_known(lambda starts: site_rows.open_assessment(self._desk, starts, self._title))

    def assess(self, row: Row) -> None:
        """The impact of one difference, in a tab of its own."""
        if row.start is None:
            self._desk.say(tr("No kind of change fits this: it has no impact of its own."))
            return
        known = self.reaching.found.get(row.start)
        if isinstance(known, NotRun):
            self._desk.say(known.why)
        else:
            self._desk.open_impact(gaps.question(row.start), line(model.item(row), 60))

    def gap(self, row: Row) -> None:
        """The gap recorded about a row, or the form of a new one."""
        if row.gaps:
            self._desk.open_entity(row.gaps[0].iri)
        elif self._project.writable and self.overview is not None:
            self._desk.open_place(site_rows.new_gap(row, self.overview))

    def save_report(self) -> None:
        """Ask for a file and write what is compared to it, with the reaches that are known."""
        comparison, assessed = self.comparison, self.assessed()
        if comparison is not None:
            name = line(comparison.title, 60).replace(" → ", "-").replace("/", "-")
            self._desk.save_report(name, lambda asked: sites.document(comparison, assessed, asked))

    def assessed(self) -> Assessed | None:
        """What is known of reaches; ``None`` where nothing is."""
        found = self.reaching.found
        if not found:
            return None
        reaches = tuple(each for each in found.values() if isinstance(each, Reach))
        not_run = [each for each in found.values() if isinstance(each, NotRun)]
        starts = model.starts(self.overview.comparison) if self.overview else ()
        left = [NotRun(start, tr("Not looked at yet.")) for start in starts if start not in found]
        return Assessed(reaches, (*not_run, *left))

    def copy(self) -> None:
        """The listed rows as a table for a spreadsheet."""
        if self.comparison is not None:
            rows = model.table(self.comparison, self._shown, self.reaching.found)
            QGuiApplication.clipboard().setText(spreadsheets.as_tabs(rows))
            self._desk.say(tr("Copied {count} rows").format(count=len(rows) - 1))

    def open_place(self, place: str) -> None:
        """Go to another place of the window."""
        self._desk.open_place(place)

    # Showing

    def _show(self, found: Overview) -> None:
        self.overview = found
        self.titled.emit(found.comparison.title)
        if self.table is None:
            self._make_table(found.comparison)
        self.words.setFixedWidth(self._theme.px(_WORDS_PX))
        self.head.show_overview(found)
        self.states.content()
        self._later.start()

    def _list(self) -> None:
        """The rows come after the head, in a step of their own: each is short. Reaches may all be others now."""
        if self.comparison is None or self.table is None:
            return
        before = self.table.rows.rowCount()
        self._told = frozenset()
        self.reaching.begin(model.starts(self.comparison))
        self._fill()
        if not before:
            self._choose_first()

    def _choose_first(self) -> None:
        assert self.table is not None
        first = self.table.rows.index(0, 0, self.table.rows.index(0, 0))
        if first.isValid():
            self.table.setCurrentIndex(first)
        if self.isVisible():
            self.table.setFocus()

    def _stop(self) -> None:
        self._project.forget(self.place)
        again = parts.button(tr("Compare"), self.ask, primary=True)
        self.states.empty(tr("Stopped"), tr("Nothing was changed."), again)

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.ask)

    def _make_table(self, comparison: Comparison) -> None:
        table = CompareTable(model.headings(comparison), self._theme)
        table.opened.connect(lambda iri: self._desk.open_entity(Iri(iri)))
        table.opened_behind.connect(lambda iri: self._desk.open_behind(Iri(iri)))
        table.chosen.connect(self._choose)
        table.row_menu_wanted.connect(self._menu)
        table.assess_wanted.connect(self.assess)
        table.gap_wanted.connect(self.gap)
        table.copy_wanted.connect(self._copy_row)
        self.table = table
        self._stack.insertWidget(0, table)
        QWidget.setTabOrder(self.words, table)

    def _redraw(self) -> None:
        if self.overview is not None:
            self.words.setFixedWidth(self._theme.px(_WORDS_PX))
            self.head.show_overview(self.overview)
            self._fill()

    def _lay_out(self, content: QWidget) -> None:
        self.words.setPlaceholderText(tr("Filter the list"))
        self.words.setAccessibleName(tr("Filter the list"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda words: self._narrow(words=words, count=self._shown.count))
        self.grouping.setAccessibleName(tr("What the headings are"))
        self.grouping.addItems([said(one.value) for one in Grouping])
        self.grouping.activated.connect(self._regroup)
        for button in (self.only_gaps, self.steps):
            button.setCheckable(True)
        self.only_gaps.setChecked(True)
        self.only_gaps.setToolTip(tr("Leaves out what is the same, justified or not applicable by design"))
        self._narrowing = parts.Flow([self.only_gaps, self.grouping, self.words, self.steps, self.progress], 8)
        self.progress.resized.connect(self._narrowing.place)
        beside = QVBoxLayout()
        beside.setContentsMargins(16, 0, 16, 8)
        beside.setSpacing(8)
        beside.addWidget(self._narrowing)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self.ready)
        self._stack.addWidget(self._none)
        inner = parts.column(content)
        inner.addWidget(self.head)
        inner.addLayout(beside)
        inner.addWidget(self._stack, 1)

    def _ready_table(self) -> Table:
        columns = (tr("What stands against it"), tr("Readiness of the step"))
        made = Table(tr("Readiness of the steps"), columns, (0.76, 0), self._theme, foldable=True)
        made.opened.connect(lambda iri: self._desk.open_entity(Iri(iri)))
        made.menu_wanted.connect(lambda iri, place: self._desk.menu((Iri(iri),), place))
        return made

    # Narrowing

    def _narrow(self, *, words: str | None = None, count: int | None = None) -> None:
        text = self._shown.words if words is None else words
        self._shown = Shown(self.only_gaps.isChecked(), self._shown.grouping, text, count)
        self.head.mark(count)
        self._fill()

    def _fold(self, little: bool) -> None:
        """The list of figures says what is open, where there is little room."""
        self.only_gaps.setVisible(not little)
        self._narrowing.place()

    def _choose_gaps(self) -> None:
        self._narrow(count=None)

    def _regroup(self, at: int) -> None:
        self._shown = Shown(self._shown.only_gaps, tuple(Grouping)[at], self._shown.words, self._shown.count)
        self._fill()

    def _turn(self) -> None:
        self._fill()

    def _refill_soon(self) -> None:
        if not self._refill.isActive():
            self._refill.start()

    def _tell_reaches(self) -> None:
        """Show in their rows the reaches that were found since."""
        found = self.reaching.found
        fresh = frozenset(found) - self._told
        self._told = frozenset(found)
        if self.table is not None and fresh:
            self.table.rows.exchange(lambda row: model.with_reach(row, fresh, found), model.REACH)
        row = self.chosen
        if row is not None and row.start in fresh and self._desk.inspector.holds(self.page):
            self._choose(row)

    def _fill(self) -> None:
        if self.comparison is None or self.table is None:
            return
        if self.steps.isChecked():
            self.ready.update_groups(model.readiness(self.comparison))
            self._stack.setCurrentWidget(self.ready)
            return
        before = self.chosen
        groups = model.groups(self.comparison, self._shown, self.reaching.found, writable=self._project.writable)
        many = sum(len(group.rows) for group in groups) > _MOST_OPEN
        self.table.update_groups(groups, frozenset(group.key for group in groups[1:]) if many else frozenset())
        if before is not None and self.chosen != before:
            self.table.choose(before)
        self._stack.setCurrentWidget(self.table if groups else self._none)

    # What a row does

    def _choose(self, subject: object) -> None:
        if isinstance(subject, Row) and self.overview is not None:
            self.page = DifferencePage(self._desk, self, subject)
            self._desk.inspector.show_page(self.page)
            page, row, inspector = self.page, subject, self._desk.inspector
            self._project.read(
                lambda reader: overview.behind(reader, row),
                lambda found: page.tell(found) if inspector.holds(page) else None,  # it may show something else by now
                self._desk.tell,
                f"behind {self.place}",
            )

    def _copy_row(self) -> None:
        row = self.chosen
        if row is not None:
            QGuiApplication.clipboard().setText(spreadsheets.as_tabs((model.line(row, self.reaching.found),)))
            self._desk.say(tr("Copied"))

    def _menu(self, subject: object, iri: str, place: QPoint) -> None:
        if isinstance(subject, Row):
            more: tuple[MenuRow, ...] = site_rows.commands(self, subject)
            menus.popup(self._desk, self, (Iri(iri),), place, more)

    @property
    def _title(self) -> str:
        return line(self.comparison.title, 80) if self.comparison is not None else ""

    def _when_known(self, then: Callable[[tuple[Start, ...]], None]) -> None:
        """Do something with all differences that can be asked, once each of them was looked at."""
        self._then = then
        if not self.reaching.left:
            self._go_on()
            return
        if not self.reaching.running:
            self.reaching.go_on()
        self._desk.say(tr("This opens when each difference was looked at."))

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        starts = site_rows.asked(self)
        if starts:
            then(starts)
        else:
            self._desk.say(tr("None of the differences can be assessed: each says why in its row."))
