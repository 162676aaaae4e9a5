"""How many findings there are, in the status bar: icon and words, as a button that shows them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from kgapp.domain.findings import Severity
from kgapp.ui import icons
from kgapp.ui.findings import LiveFindings, Stand
from kgapp.ui.models.findings import ICONS
from kgapp.ui.panels.finding_rows import TONES
from kgapp.ui.texts import count_of, number
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class FindingCounts(QToolButton):
    """Follows the findings of the window."""

    wanted = Signal()
    """The findings are to be shown."""

    def __init__(self, findings: LiveFindings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings, self._theme = findings, theme
        self.setObjectName("counts")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(tr("Show the findings (F8)"))
        self.clicked.connect(lambda _checked=False: self.wanted.emit())
        findings.changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        words = in_words(self._findings)
        self.setVisible(bool(words))
        self.setText(f" {words}")
        self.setAccessibleName(tr("Findings: {words}").format(words=words))
        kind = _icon(self._findings)
        ink, _ = self._theme.colours.tone(TONES[kind]) if kind in TONES else (self._theme.colours.second, "")
        side = self._theme.px(14)
        self.setIconSize(QSize(side, side))
        self.setIcon(icons.icon(kind, ink, side))


def in_words(findings: LiveFindings) -> str:
    """``2 violations · 46 warnings · checked revision 3``; empty without a project."""
    known, progress = findings.known, findings.progress
    if progress is not None:
        if not progress.total:
            return tr("checking everything…")
        return tr("checking everything… {percent} %").format(percent=100 * progress.done // progress.total)
    if known is None:
        return tr("not checked yet") if findings.watching else ""
    counts = findings.counts()
    said = [
        count_of(counts.violations, tr("violation"), tr("violations")) if counts.violations else "",
        count_of(counts.warnings, tr("warning"), tr("warnings")) if counts.warnings else "",
        count_of(counts.notes, tr("note"), tr("notes")) if counts.notes else "",
    ]
    found = [each for each in said if each] or [tr("nothing found")]
    stand = {
        Stand.OUTDATED: tr("not checked since revision {revision}"),
        Stand.FOLLOWING: tr("checking the edit…"),
    }.get(findings.stand, tr("checked revision {revision}"))
    return " · ".join((*found, stand.format(revision=number(known.seq))))


def _icon(findings: LiveFindings) -> str:
    counts = findings.counts()
    if counts.violations:
        return ICONS[Severity.VIOLATION]
    if counts.warnings:
        return ICONS[Severity.WARNING]
    return ICONS[Severity.INFO] if counts.notes or findings.known is None else "control"
