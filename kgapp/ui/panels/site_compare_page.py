"""One difference in the inspector: both sides with their statements, what decided, the gaps recorded, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kgapp.domain.sites import Dimension, Place, Row, Side
from kgapp.domain.terms import Iri
from kgapp.services.sites.gaps import NotRun
from kgapp.services.sites.overview import Behind, GapFacts, Said
from kgapp.ui import icons
from kgapp.ui.models import site_compare as model
from kgapp.ui.models.impact_items import tone_of_grade
from kgapp.ui.panels import parts
from kgapp.ui.texts import line, number
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.panels.site_compare import SiteComparePanel


class DifferencePage(QWidget):
    """Shows a row at once; the statements behind it follow with ``tell``."""

    def __init__(self, desk: Desk, panel: SiteComparePanel, row: Row) -> None:
        super().__init__()
        self._desk, self._panel, self._theme, self.row = desk, panel, desk.theme, row
        self._layout = parts.column(self, (14, 14, 14, 14), 4)
        self._sides = (QVBoxLayout(), QVBoxLayout())
        self._gaps = QVBoxLayout()
        self._title()
        self._state()
        self._actions()
        comparison = panel.comparison
        if comparison is not None:
            sides = (row.sending, row.receiving)
            for place, side, below in zip((comparison.sending, comparison.receiving), sides, self._sides, strict=True):
                self._side(place, side, below)
            self._reach()
            self._beside()
        self._layout.addLayout(self._gaps)
        self._layout.addStretch(1)

    def tell(self, found: Behind) -> None:
        """Fill in what the row was read from."""
        for statements, below in zip((found.sending, found.receiving), self._sides, strict=True):
            for each in statements:
                below.addWidget(self._link(each))
        if found.more:
            self._gaps.addWidget(
                parts.text(tr("and {count} statements more").format(count=number(found.more)), ink="second")
            )
        for gap in found.gaps:
            self._gap(gap)

    def _title(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(8)
        mark = QLabel()
        side = self._theme.px(16)
        mark.setPixmap(icons.icon(model.icon(self.row), self._theme.colours.ink, side).pixmap(side, side))
        place.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        place.addWidget(parts.heading(line(model.item(self.row), 200), self._theme, 15.5), 1)
        self._layout.addLayout(place)
        step = self.row.step.label if self.row.step else tr("Whole process")
        self._layout.addWidget(parts.text(f"{model.dimension(self.row)} · {step}", ink="second"))

    def _state(self) -> None:
        cell = model.state(self.row)
        chips: list[QWidget] = [parts.Chip(cell.text, cell.tone or Tone.MEDIUM, self._theme)]
        if self.row.severity is not None:
            words = tr("severity {word}").format(word=self.row.severity.word)
            chips.append(parts.Chip(words, tone_of_grade(self.row.severity), self._theme))
        self._layout.addWidget(parts.Flow(chips))
        self._layout.addWidget(parts.text(self.row.meaning))

    def _actions(self) -> None:
        row, panel = self.row, self._panel
        made: list[QPushButton] = []
        if row.start is not None:
            made.append(parts.button(tr("Impact of this difference"), lambda: panel.assess(row)))
        if row.gaps:
            made.append(parts.button(tr("Open its gap"), lambda: panel.gap(row)))
        elif panel.can_write:
            made.append(parts.button(tr("Record a gap…"), lambda: panel.gap(row)))
        made.append(parts.button(tr("Open page"), lambda: self._desk.open_entity(row.thing.iri)))
        self._layout.addWidget(parts.Flow(made))

    def _side(self, place: Place, side: Side, below: QVBoxLayout) -> None:
        self._question(" · ".join(each for each in (place.name, place.region) if each))
        self._layout.addWidget(parts.text(side.text or tr("not recorded"), ink="first" if side.text else "third"))
        self._layout.addLayout(below)

    def _reach(self) -> None:
        row = self.row
        if row.start is None:
            return
        self._question(tr("How far it reaches"))
        found = self._panel.reaching.found.get(row.start)
        if found is None:
            self._say(tr("Not looked at yet."), "second")
        elif isinstance(found, NotRun):
            self._say(tr("Not run: {why}").format(why=found.why))
        else:
            words = tr("{affected} affected, {touched} touched; reach {word}.")
            self._say(words.format(affected=found.affected, touched=found.touched, word=found.word))
            if found.undetected:
                self._say(tr("{count} affected attributes that no test detects there.").format(count=found.undetected))

    def _beside(self) -> None:
        """What the receiving region's provisions ask of the same step."""
        comparison = self._panel.comparison
        step = self.row.step
        if comparison is None or step is None or self.row.dimension is Dimension.PROVISIONS:
            return
        same = [each for each in comparison.rows if each.step == step]
        told = [each for each in same if each.dimension in (Dimension.PROVISIONS, Dimension.GATE)]
        if told:
            self._question(tr("Provisions on this step"))
        for each in told:
            self._say(each.receiving.text or each.meaning, "second")

    def _gap(self, gap: GapFacts) -> None:
        self._heading(self._gaps, tr("Recorded gap"))
        self._gaps.addWidget(self._link(Said(gap.gap.iri, gap.gap.label)))
        due = tr("due {day}").format(day=gap.due) if gap.due else tr("no day set")
        words = (gap.status, gap.severity, gap.disposition, gap.owner or tr("no owner"), due)
        self._gaps.addWidget(parts.text(" · ".join(each for each in words if each), ink="second"))
        if gap.justification:
            self._gaps.addWidget(parts.text(gap.justification))

    def _link(self, said: Said) -> parts.Link:
        link = parts.Link(line(said.text, 300))
        link.followed.connect(lambda: self._desk.open_entity(Iri(said.about)))
        return link

    def _question(self, words: str) -> None:
        self._heading(self._layout, words)

    def _heading(self, place: QVBoxLayout, words: str) -> None:
        place.addSpacing(9)
        label = parts.text(words, ink="third")
        label.setFont(self._theme.font(11.5, strong=True))
        place.addWidget(label)

    def _say(self, words: str, ink: str = "first") -> None:
        self._layout.addWidget(parts.text(words, ink=ink))
