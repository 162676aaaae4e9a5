"""Batch results: taken in from a table, charted with limits from the process, and compared between two sites."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTabWidget, QWidget

from kgapp.domain.errors import BadInput
from kgapp.domain.history import Revision
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import browsing
from kgapp.services.batches import comparing, entering, equivalence, individuals, series
from kgapp.services.batches.comparing import Compared, Supported
from kgapp.services.batches.individuals import Chart
from kgapp.services.batches.series import Series
from kgapp.services.ports import RecordReader
from kgapp.services.workbooks import plan as plans
from kgapp.services.workbooks.plan import Plan
from kgapp.services.workspace import Workspace
from kgapp.ui import places
from kgapp.ui.panels import parts, workbook_import
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.evidence_form import EvidenceForm
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.sheet_table import SheetTable
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import caption, line, number
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

Named = tuple[str, Iri]
_TALL: Final = 44


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen: attributes and site processes by their names."""

    attributes: tuple[Named, ...]
    processes: tuple[Named, ...]
    attribute: Iri | None
    """The one that most results are of."""
    made: tuple[Iri, ...]
    """The site processes that made batches, those that made most first."""


class BatchesPanel(View):
    """A chart says what the process does by itself: it is no specification. A comparison says what is shown, and what is not."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._topic = "batches"
        self.compared: Compared | None = None
        self.plan: Plan | None = None
        self._file: Path | None = None
        theme = desk.theme
        self.heading = parts.heading(tr("Batch results"), theme)
        self.attribute, self.process, self.other = Choice(), Choice(), Choice()
        self.margin = QLineEdit()
        self.margin.setPlaceholderText(tr("margin, set before the data are seen"))
        self.chart = parts.button(tr("Chart"), self.draw, primary=True)
        self.compare = parts.button(tr("Compare the two"), self.ask_comparison)
        self.keep = parts.button(
            tr("Keep as evidence…"), self._keep, tip=tr("Of influences and studies, with method and figures")
        )
        self.take = parts.button(tr("Read results from a table…"), self._choose)
        self.said = parts.text("")
        self.place = "batches"
        self.shown = QWidget()
        self._drawn = parts.column(self.shown)
        self.differences = SheetTable(tr("Differences"), workbook_import.heads(), theme, _TALL)
        self.rejected = SheetTable(tr("Not taken over"), workbook_import.heads_of_rejected(), theme, _TALL)
        self.accept = parts.button("", self._accept)
        self.pages = QTabWidget()
        chart_page = QWidget()
        inner = parts.column(chart_page, (0, 8, 0, 8), 8)
        inner.addWidget(self.said)
        inner.addWidget(self.shown)
        inner.addStretch(1)
        table_page = QWidget()
        tables = parts.column(table_page, (0, 8, 0, 0), 8)
        tables.addWidget(parts.Flow((self.accept,)))
        tables.addWidget(self.differences, 2)
        tables.addWidget(self.rejected, 1)
        self.pages.addTab(scrolling(chart_page), tr("Chart and comparison"))
        self.pages.addTab(table_page, tr("Results from a table"))
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = parts.column(content, (16, 12, 16, 12), 8)
        layout.addWidget(self.heading)
        layout.addWidget(parts.Flow(self._choices(), 8))
        layout.addWidget(parts.Flow((self.chart, self.compare, self.keep, self.take), 8))
        layout.addWidget(self.pages, 1)
        for each in (self.accept, self.keep):
            each.setEnabled(False)
        self.accept.setText(tr("Take over"))
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        desk.project.read(_offered, self._offer, desk.tell, f"{self._topic} choices")
        self.states.content()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Batch results"))

    def take_focus(self) -> None:
        self.attribute.setFocus()

    def closing(self) -> None:
        self._desk.project.forget(self._topic)

    def draw(self) -> None:
        """Chart the results of the chosen attribute and site process."""
        attribute, process = self.attribute.currentData(), self.process.currentData()
        if attribute is None or process is None:
            return

        def work(reader: RecordReader) -> tuple[Series, Chart]:
            found = series.of(reader, attribute, process)
            return found, individuals.chart(found.values)

        self._desk.project.read(work, self._show_chart, self._fail, self._topic)

    def ask_comparison(self) -> None:
        """Compare the two site processes within the margin."""
        attribute, processes = self.attribute.currentData(), (self.process.currentData(), self.other.currentData())
        if attribute is None or None in processes:
            return
        student, typed = self._desk.reports.student, self.margin.text().strip()

        def work(reader: RecordReader) -> Compared:
            return comparing.compare(reader, attribute, processes, _margin(typed), student())

        self._desk.project.read(work, self._show_compared, self._fail, self._topic)

    def read(self, file: Path) -> None:
        """Read a table of results of the chosen site process, and show what it would add."""
        process, books = self.process.currentData(), self._desk.reports.workbooks
        if process is None:
            return
        self._file = file

        def work(workspace: Workspace) -> Plan:
            return entering.read(workspace.reader, books.book(file), process)

        self._desk.project.ask(work, self._show_plan, self._fail, self._topic)

    def _choices(self) -> tuple[QWidget, ...]:
        named = (
            (self.attribute, tr("Attribute")),
            (self.process, tr("Site process")),
            (self.other, tr("Site process to compare with")),
            (self.margin, tr("Margin")),
        )
        for widget, words in named:
            widget.setAccessibleName(words)
            widget.setToolTip(words)
            widget.setMinimumWidth(self._desk.theme.px(230))
        return tuple(widget for widget, _ in named)

    def _offer(self, offered: Offered) -> None:
        for box, rows in (
            (self.attribute, offered.attributes),
            (self.process, offered.processes),
            (self.other, offered.processes),
        ):
            for label, iri in rows:
                box.addItem(line(label, 100), iri)
        first, second = (*offered.made, None, None)[:2]
        for box, chosen in ((self.attribute, offered.attribute), (self.process, first)):
            box.setCurrentIndex(max(0, box.findData(chosen)))
        here = self.process.currentIndex()
        others = (at for at in range(self.other.count()) if at != here)
        self.other.setCurrentIndex(self.other.findData(second) if second is not None else next(others, 0))
        if offered.attribute is not None and first is not None:
            self.draw()
        else:
            self.said.setText(tr("No result of a batch is recorded yet. Read results from a table."))

    def _show_chart(self, found: tuple[Series, Chart]) -> None:
        from kgapp.ui.panels.batch_chart import BatchChart

        told, made = found
        self.compared = None
        self.keep.setEnabled(False)
        self.pages.setCurrentIndex(0)
        parts.clear(self._drawn)
        self._drawn.addWidget(BatchChart(told, made, self._desk.theme))
        self.said.setText("\n".join(_chart_words(told, made)))
        self.states.content()

    def _show_compared(self, found: Compared) -> None:
        self.compared = found
        self.pages.setCurrentIndex(0)
        parts.clear(self._drawn)
        self.said.setText("\n".join(_compared_words(found)))
        self.keep.setEnabled(self._desk.project.writable)
        self.states.content()

    def _show_plan(self, plan: Plan) -> None:
        self.plan = plan
        self.pages.setCurrentIndex(1)
        self.differences.show_rows(workbook_import.differences(plan))
        self.rejected.show_rows(workbook_import.rejections(plan))
        self.accept.setText(caption(tr("Take over {count} results…").format(count=number(len(plan.differences)))))
        self.accept.setEnabled(bool(plan.differences) and self._desk.project.writable)
        self.states.content()

    def _keep(self) -> None:
        found = self.compared
        if found is None:
            return
        attribute = found.attribute.iri

        def offered(wanted: Supported) -> None:
            EvidenceForm(wanted, self._save_evidence, self._desk.theme, self).open()

        self._desk.project.read(lambda reader: comparing.supported(reader, attribute), offered, self._fail, self._topic)

    def _save_evidence(self, level: Iri, things: tuple[Iri, ...]) -> None:
        found = self.compared
        if found is None:
            return

        def work(workspace: Workspace, why: str) -> Revision | None:
            return comparing.record(workspace, found, level, why, things)[1]

        name = tr("Keep the comparison of {attribute} as evidence").format(attribute=line(found.attribute.label, 80))
        self._desk.save(Step(name, work, lambda _: self.keep.setEnabled(False)))

    def _choose(self) -> None:
        kinds = f"{tr('Workbooks and tables')} (*.xlsx *.csv)"
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Read results from a table"), str(places.home()), kinds)
        if chosen:
            self.read(Path(chosen))

    def _accept(self) -> None:
        plan, file = self.plan, self._file
        if plan is None or file is None:
            return

        def work(workspace: Workspace, why: str) -> Revision | None:
            return plans.commit(workspace, plan, why)

        name = tr("Take over results of {file}").format(file=line(file.name, 60))
        self._desk.save(Step(name, work, lambda _: self.read(file)))

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.states.content)


def _margin(typed: str) -> float:
    try:
        return float(typed)
    except ValueError as error:
        raise BadInput(
            "The margin is no number." if typed else "No margin is given.",
            hint="It is set before the data are seen, in the unit of the attribute.",
        ) from error


def _offered(reader: RecordReader) -> Offered:
    attributes = reader.instances(tuple(with_subclasses((KG.QualityAttribute,))))
    processes = reader.instances((KG.SiteProcess,))
    names = browsing.labels(reader, (*attributes, *processes))
    return Offered(
        tuple(sorted((names[each], each) for each in attributes)),
        tuple(sorted((names[each], each) for each in processes)),
        *series.most_recorded(reader, attributes, processes),
    )


def _chart_words(found: Series, made: Chart) -> list[str]:
    unit = f" {found.unit}" if found.unit else ""
    words = tr("{attribute}, {process}: {count} batches, mean {mean}{unit}, limits {low} to {high}{unit}.").format(
        attribute=line(found.attribute.label, 120),
        process=line(found.process.label, 120),
        count=len(made.values),
        mean=f"{made.mean:.5g}",
        low=f"{made.lower:.5g}",
        high=f"{made.upper:.5g}",
        unit=unit,
    )
    beyond = [line(found.points[at].batch.label, 60) for at in sorted({*made.outside, *made.jumps})]
    rows = [words, tr("Beyond a limit: {batches}.").format(batches=", ".join(beyond) or tr("none"))]
    if not made.firm:
        rows.append(
            tr("Provisional: limits from fewer than {count} results move with each further one.").format(
                count=individuals.FIRM
            )
        )
    rows += [f"{line(each.result.label, 100)}: {each.why}" for each in found.left_out]
    return [*rows, individuals.METHOD, f"{individuals.SOURCE} {individuals.NOT_A_SPECIFICATION}"]


def _compared_words(found: Compared) -> list[str]:
    told = found.found
    samples = [
        tr("{process}: n = {count}, mean {mean}, standard deviation {sd}").format(
            process=line(each.process.label, 120), count=sample.n, mean=f"{sample.mean:.5g}", sd=f"{sample.sd:.3g}"
        )
        for each, sample in ((found.first, told.first), (found.second, told.second))
    ]
    interval = tr("Difference {difference}, {percent} % interval {low} to {high}, margin ± {margin}.").format(
        difference=f"{told.difference:.4g}",
        percent=f"{100 * (1 - 2 * told.alpha):g}",
        low=f"{told.low:.4g}",
        high=f"{told.high:.4g}",
        margin=f"{told.margin:g}",
    )
    return [told.sentence, *samples, interval, *found.notes, equivalence.METHOD, equivalence.SOURCE]
