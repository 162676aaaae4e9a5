"""The findings at the bottom of the window: what the shapes say, grouped and filtered, with the way to mend each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QToolButton,
    QWidget,
)  # fmt: skip

from kgapp.domain.errors import BadInput
from kgapp.domain.findings import Finding
from kgapp.domain.terms import Iri
from kgapp.services import browsing, known_findings, spreadsheets
from kgapp.services.ports import RecordReader
from kgapp.services.quick_fixes import field_of
from kgapp.ui import icons, menus, places
from kgapp.ui.findings import Stand
from kgapp.ui.models.findings import By, Column, FindingsModel, Shown, Source
from kgapp.ui.panels import parts
from kgapp.ui.panels.finding_counts import in_words
from kgapp.ui.panels.finding_detail import FindingDetail
from kgapp.ui.panels.finding_list import FindingList
from kgapp.ui.panels.states import States
from kgapp.ui.panels.target import with_ending
from kgapp.ui.texts import caption, count_of, line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_TYPING_MS: Final = 120
_DETAIL: Final = 280
_BESIDE: Final = 560


class FindingsPanel(QWidget):
    """Lives as long as the window; fills itself when it is in sight."""

    detailed = Signal(object)
    """The ``Finding`` whose detail is shown now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme, self._findings = desk, desk.theme, desk.findings
        self.setObjectName("findings")
        self.setAccessibleName(tr("Findings"))
        self._shown_of: tuple[object, ...] = ()
        self._shown_state = ("", "")
        self._about_what = frozenset[Iri]()
        self.model = FindingsModel(self)
        self.tree = FindingList(self, self._theme)
        self.detail = FindingDetail(desk)
        self._inner = QSplitter()
        self._inner.addWidget(self.tree)
        self._inner.addWidget(self.detail)
        self._inner.setChildrenCollapsible(False)
        self._inner.setHandleWidth(1)
        self._inner.setStretchFactor(0, 1)
        self.states = States(self._inner, self._theme)
        self._make_head()
        layout = parts.column(self)
        above = parts.row(self._head, stretch=False)
        above.setContentsMargins(12, 4, 8, 4)
        layout.addLayout(above)
        layout.addWidget(self.states, 1)
        self.setMinimumHeight(10)
        self.setFocusProxy(self.tree)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.refresh)
        self._join()
        self._share()
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now, with the row that was chosen chosen again."""
        self._say()
        if not self.isVisible():
            return
        known = self._findings.known
        wanted = self._wanted()
        state = (known, wanted, self._findings.caused, self._findings.since)
        if state != self._shown_of:
            self._shown_of = state
            chosen = self.chosen()
            findings = self._findings
            source = Source() if known is None else Source(
                known.findings, known.names, known.sites, findings.is_new, frozenset(findings.caused)
            )  # fmt: skip
            self.model.show(source, wanted)
            self.tree.show_all()
            self._choose_again(chosen)
        self._show_state()

    def show_about(self, things: tuple[Iri, ...]) -> None:
        """Show only what was found about some things and their settings and ranges, until the button that says so is released."""

        def look(reader: RecordReader) -> tuple[str, frozenset[Iri]]:
            names = browsing.labels(reader, things[:1])
            return names[things[0]] if len(things) == 1 else "", known_findings.concerned(reader, things)

        def show(found: tuple[str, frozenset[Iri]]) -> None:
            name, self._about_what = found
            name = name or tr("{count} things").format(count=number(len(things)))
            self._about.setText(tr("Only {name}").format(name=caption(name, 40)))
            self._words.clear()
            self._new.setChecked(False)
            self._mine.setChecked(False)
            self._about.setChecked(True)
            self.refresh()

        self._desk.project.read(look, show, self._desk.tell, "findings of")

    def chosen(self) -> Finding | None:
        """The finding of the chosen row."""
        return self.model.finding(self.tree.currentIndex())

    def go_to(self, index: QModelIndex) -> None:
        """Go where a row can be mended: the field of the form; the page where nothing can be changed."""
        finding = self.model.finding(index)
        if finding is None:
            self.tree.setExpanded(index.siblingAtColumn(0), not self.tree.isExpanded(index.siblingAtColumn(0)))
        elif self._desk.project.writable:
            self._desk.edit(Iri(finding.focus), field_of(finding))
        else:
            self._desk.open_entity(Iri(finding.focus))

    def open_page(self, index: QModelIndex) -> None:
        """The page of a row's thing."""
        finding = self.model.finding(index)
        if finding is not None:
            self._desk.open_entity(Iri(finding.focus))

    def copy(self) -> None:
        """Copy what is shown as a table."""
        QGuiApplication.clipboard().setText(spreadsheets.as_tabs(self._rows()))
        self._desk.say(tr("Copied {count}.").format(count=self._counted(self.model.shown)))

    def export(self) -> None:
        """Ask for a file and write what is shown as CSV."""
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Export the findings"), str(places.home() / "findings.csv"), tr("Comma-separated values (*.csv)")
        )
        named = chosen.lower().endswith(".csv")
        path = (Path(chosen) if named else with_ending(self, chosen, ".csv")) if chosen else None
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write what is shown as CSV."""
        text = spreadsheets.as_csv(self._rows())
        self._desk.project.read(
            lambda _: _write(path, text),
            lambda _: self._desk.say(tr("Saved {path}").format(path=line(str(path)))),
            self._desk.tell,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_detail()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._words.text():
            self._words.clear()
        else:
            super().keyPressEvent(event)

    def _make_head(self) -> None:
        self._stand = parts.text("", ink="second", wrap=False)
        self._stand.setMinimumWidth(10)
        self._by = QComboBox()
        self._by.setAccessibleName(tr("Group the findings"))
        for by, words in ((By.SEVERITY, tr("By severity")), (By.THING, tr("By thing")), (By.RULE, tr("By rule"))):
            self._by.addItem(words, by)
        self._words = QLineEdit()
        self._words.setPlaceholderText(tr("Filter the findings"))
        self._words.setAccessibleName(tr("Filter the findings"))
        self._words.setClearButtonEnabled(True)
        self._new, self._mine = QPushButton(tr("Since opening")), QPushButton(tr("My last edit"))
        self._about = QPushButton()
        self._about.setToolTip(tr("Show the findings about other things, too"))
        self._about.hide()
        for button in (self._new, self._mine, self._about):
            button.setCheckable(True)
            button.setAutoDefault(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("How far the check is"))
        self._busy = QWidget()
        parts.column(self._busy).addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._check = parts.button(tr("Check everything"), self._findings.check_all, tip=tr("Check everything (F7)"))
        self._stop = parts.button(tr("Stop"), self._findings.stop)
        self._more = QToolButton()
        self._more.setAccessibleName(tr("More about the findings"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        menu.addAction(tr("Check everything (F7)"), self._findings.check_all)
        menu.addAction(tr("Copy as a table"), self.copy)
        menu.addAction(tr("Export as CSV…"), self.export)
        self._more.setMenu(menu)
        first = (self._stand, self._by, self._words, self._new, self._mine)
        self._tools: tuple[QWidget, ...] = (*first, self._about, self._busy, self._stop, self._check)
        self._head = parts.Flow((*self._tools, self._more), 6)

    def _join(self) -> None:
        self._findings.changed.connect(self.refresh)
        self._by.currentIndexChanged.connect(self.refresh)
        self._words.textChanged.connect(self._typing.start)
        self._new.toggled.connect(self.refresh)
        self._mine.toggled.connect(self.refresh)
        self._about.toggled.connect(self._about_toggled)
        self.tree.selectionModel().currentChanged.connect(self._choose)
        self._theme.changed.connect(self._share)

    def _share(self) -> None:
        px = self._theme.px
        self.detail.setMinimumWidth(px(170))
        self._inner.setSizes([max(px(200), self.width() - px(_DETAIL)), px(_DETAIL)])
        self._share_detail()
        self._words.setFixedWidth(px(170))
        self._bar.setFixedWidth(px(110))
        for widget in self._tools:
            widget.setFixedHeight(px(30))
        side = px(14)
        self._more.setIcon(icons.icon("menu", self._theme.colours.second, side))
        self.tree.doItemsLayout()
        self._say()

    def _share_detail(self) -> None:
        """In a narrow panel the detail stands below the list, once there is something to say."""
        narrow = self.width() < self._theme.px(_BESIDE)
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._inner.orientation() != way:
            self._inner.setOrientation(way)
            self._inner.setSizes(
                [1, 1] if narrow else [max(1, self.width() - self._theme.px(_DETAIL)), self._theme.px(_DETAIL)]
            )
        self.detail.setVisible(not narrow or self.chosen() is not None)

    def _wanted(self) -> Shown:
        by = self._by.currentData()
        about = self._about_what if self._about.isChecked() else frozenset[Iri]()
        return Shown(By(by), self._words.text(), self._new.isChecked(), self._mine.isChecked(), about)

    def _say(self) -> None:
        findings = self._findings
        progress = findings.progress
        words = in_words(findings)
        if findings.failure is not None and progress is None:
            words = tr("The last check stopped: {why}").format(why=line(findings.failure.sentence, 200))
        elif self.model.fitting > self.model.shown:
            shown, fitting = number(self.model.shown), number(self.model.fitting)
            words = tr("{words} · showing {shown} of {total}").format(words=words, shown=shown, total=fitting)
        self._stand.setText(words)
        self._stand.setToolTip(findings.failure.hint if findings.failure else "")
        self._new.setToolTip(
            tr("Only what was not there at revision {revision}").format(revision=number(findings.since))
        )
        self._mine.setToolTip(tr("Only what the newest edit brought about"))
        self._busy.setVisible(progress is not None)
        self._stop.setVisible(progress is not None)
        wanted = findings.known is None or findings.stand is Stand.OUTDATED or findings.failure is not None
        self._check.setVisible(progress is None and findings.watching and wanted)
        if progress is not None:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
        for widget in (self._by, self._words, self._new, self._mine):
            widget.setEnabled(findings.known is not None)
        self._head.place()

    def _show_state(self) -> None:
        known, findings = self._findings.known, self._findings
        if known is None:
            self._show_unknown()
        elif not known.findings:
            words = tr("Revision {revision}: {count} keep every rule.").format(
                revision=number(known.seq), count=count_of(known.checked, tr("statement"), tr("statements"))
            )
            self._once("empty", tr("Nothing found"), words)
        elif not self.model.shown:
            self._once("empty", tr("No finding fits"), self._unfitting(), (tr("Show all"), self._show_all))
        else:
            self.states.content()
        self._check.setProperty("primary", known is None or findings.stand is Stand.OUTDATED)
        self._check.style().polish(self._check)

    def _show_unknown(self) -> None:
        findings = self._findings
        if findings.progress is not None:
            self._once("busy", tr("Checking everything…"))
        elif findings.failure is not None:
            self._shown_state = ("", "")
            self.states.failed(findings.failure, findings.check_all)
        elif findings.watching:
            words = tr("A check of everything says what is missing or does not fit. One can work on meanwhile.")
            self._once("empty", tr("Not checked yet"), words)
        else:
            self._once("empty", *findings.nothing_watched)

    def _unfitting(self) -> str:
        if self._mine.isChecked():
            return tr("The newest edit brought about nothing that is found here.")
        if self._about.isChecked() and not self._words.text().strip() and not self._new.isChecked():
            return tr("Nothing is found about what was chosen.")
        known = self._findings.known
        return tr("{count} are hidden.").format(count=self._counted(len(known.findings) if known else 0))

    def _once(self, kind: str, title: str, words: str = "", *buttons: tuple[str, Callable[[], None]]) -> None:
        """Show a page, unless it is the one that stands there."""
        if self._shown_state == (title, words) and self.states.showing == kind:
            return
        self._shown_state = (title, words)
        if kind == "busy":
            self.states.busy(title)
        else:
            self.states.empty(title, words, *(parts.button(text, pressed) for text, pressed in buttons))

    def _show_all(self) -> None:
        self._new.setChecked(False)
        self._mine.setChecked(False)
        self._about.setChecked(False)
        self._words.clear()
        self.refresh()

    def _about_toggled(self, on: bool) -> None:
        self._about.setVisible(on)
        self._head.place()
        self.refresh()

    def _choose_again(self, chosen: Finding | None) -> None:
        key = known_findings.same(chosen) if chosen is not None else None
        again = next((each for each in self.model.findings() if known_findings.same(each) == key), None)
        if again is None:
            self.detail.show_finding(None)
        else:
            self.tree.setCurrentIndex(self.model.place(again))

    def _choose(self, index: QModelIndex) -> None:
        finding = self.model.finding(index)
        self.detail.show_finding(finding)
        self._share_detail()
        if finding is not None:
            self.detailed.emit(finding)

    def _rows(self) -> list[tuple[str, ...]]:
        head = tuple(self.model.headerData(at, Qt.Orientation.Horizontal) for at in range(len(Column)))
        return [head, *(self.model.cells(finding) for finding in self.model.findings())]

    @staticmethod
    def _counted(count: int) -> str:
        return count_of(count, tr("finding"), tr("findings"))

    def menu(self, place: QPoint) -> None:
        """The commands of the row at a place of the list."""
        index = self.tree.indexAt(place)
        finding = self.model.finding(index)
        if finding is None:
            return
        go = menus.MenuRow(
            tr("Go to the field"),
            menus.Group.HERE,
            lambda about: about.writable,
            lambda _desk, _things: self.go_to(index),
        )
        copy = menus.MenuRow(
            tr("Copy the sentence"), menus.Group.HERE, lambda _: True, partial(self._copy_sentence, finding)
        )
        menus.popup(self._desk, self, (Iri(finding.focus),), self.tree.viewport().mapToGlobal(place), (go, copy))

    def _copy_sentence(self, finding: Finding, _desk: Desk, _things: tuple[Iri, ...]) -> None:
        QGuiApplication.clipboard().setText(" ".join(finding.message.split()))


def _write(path: Path, text: str) -> None:
    """Write a table with the mark by which spreadsheets know UTF-8. Raises ``BadInput``."""
    try:
        path.write_text(text, encoding="utf-8-sig", newline="")
    except OSError as error:
        raise BadInput(
            f"“{path.name}” cannot be written: {error.strerror or error}.", hint="Choose another place."
        ) from error
