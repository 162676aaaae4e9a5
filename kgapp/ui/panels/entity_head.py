"""The top of an entity's page: where it belongs, what it is called, what to see first, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kgapp.domain.terms import Iri
from kgapp.services.change_choices import kinds_for
from kgapp.services.portraits import Portrait
from kgapp.ui import icons
from kgapp.ui.kinds import kind_of
from kgapp.ui.panels import parts
from kgapp.ui.texts import count_of, line
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


_NARROW: Final = 560


class EntityHead(QWidget):
    """Draws itself anew when what it shows changes."""

    edit_wanted = Signal()
    attach_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, desk.theme
        self._portrait: Portrait | None = None
        self._uses = -1
        self._column = parts.column(self, (16, 12, 16, 8), 5)
        desk.bookmarks.changed.connect(self._show_star)
        self._star: QToolButton | None = None

    def show_portrait(self, portrait: Portrait) -> None:
        """Show a page's first part."""
        self._portrait = portrait
        self.redraw()

    def show_uses(self, count: int) -> None:
        """Say by how many things it is used."""
        if count != self._uses:
            self._uses = count
            self.redraw()

    def redraw(self) -> None:
        """Draw again, in the colours and sizes in force."""
        portrait = self._portrait
        if portrait is None:
            return
        self._star = None
        parts.clear(self._column)
        if portrait.above:
            self._column.addWidget(self._above(portrait))
        self._column.addLayout(self._title(portrait))
        self._column.addWidget(self._second_line(portrait))
        if portrait.retired:
            self._column.addWidget(self._retired(portrait))

    def _above(self, portrait: Portrait) -> QWidget:
        links: list[QWidget] = []
        for one in portrait.above:
            link = parts.Link(f"{line(one.label, 60)} ›")
            link.setWordWrap(False)
            link.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
            link.followed.connect(lambda iri=one.iri: self._desk.open_entity(iri))
            links.append(link)
        path = parts.Flow(links, 8)
        path.setAccessibleName(tr("Where it belongs"))
        return path

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < self._narrow) != (event.size().width() < self._narrow):
            QTimer.singleShot(0, self, self.redraw)

    @property
    def _narrow(self) -> int:
        """Below this width the buttons stand under the name."""
        return self._theme.px(_NARROW)

    def _title(self, portrait: Portrait) -> QLayout:
        side = self._theme.px(18)
        mark = QLabel()
        mark.setPixmap(icons.icon(kind_of(portrait.classes), self._theme.colours.ink, side).pixmap(side, side))
        title = parts.heading(line(portrait.entity.label, 240), self._theme, 18)
        place = parts.row(mark, stretch=False)
        place.addWidget(title, 1)
        buttons: list[QWidget] = [self._make_star()]
        writable = self._desk.project.writable
        if writable:
            buttons.append(parts.button(tr("Attach…"), self.attach_wanted.emit, tip=tr("Keep a file with it")))
            buttons.append(parts.button(tr("Edit"), self.edit_wanted.emit, tip=tr("Edit in a form (F2)")))
        if kinds_for(portrait.classes):
            iri = portrait.entity.iri
            buttons.append(parts.button(tr("Impact of…"), lambda: self._desk.assess(iri), primary=True))
        if self.width() < self._narrow:
            place.addWidget(buttons.pop(0), 0, Qt.AlignmentFlag.AlignTop)
            below = QVBoxLayout()
            below.setSpacing(6)
            below.addLayout(place)
            below.addWidget(parts.Flow(reversed(buttons), 8))
            return below
        for button in buttons:
            place.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return place

    def _make_star(self) -> QToolButton:
        star = QToolButton()
        star.setObjectName("star")
        star.setCheckable(True)
        star.clicked.connect(lambda _checked=False: self._toggle())
        self._star = star
        self._show_star()
        return star

    def _show_star(self) -> None:
        star, portrait = self._star, self._portrait
        if star is None or portrait is None:
            return
        marked = self._desk.bookmarks.holds(portrait.entity.iri)
        colours, side = self._theme.colours, self._theme.px(16)
        star.setIcon(icons.icon("starred" if marked else "star", colours.accent if marked else colours.second, side))
        star.setIconSize(QSize(side, side))
        star.setChecked(marked)
        star.setAccessibleName(tr("Bookmarked") if marked else tr("Not bookmarked"))
        star.setToolTip(tr("Take the bookmark away (Ctrl+D)") if marked else tr("Bookmark this page (Ctrl+D)"))

    def _toggle(self) -> None:
        if self._portrait is not None:
            self._desk.bookmarks.toggle(self._portrait.entity.iri)

    def _second_line(self, portrait: Portrait) -> QWidget:
        kinds = ", ".join(kind.label for kind in portrait.types)
        used = ""
        if self._uses >= 0:
            used = tr("named in {statements}").format(
                statements=count_of(self._uses, tr("statement"), tr("statements"))
            )
        if not self._uses:
            used = tr("nothing refers to it yet")
        words = " · ".join(part for part in (portrait.notation, kinds, used) if part)
        chips = [parts.Chip(mark, Tone.MEDIUM if "one" in mark else Tone.PLAIN, self._theme) for mark in portrait.marks]
        if portrait.retired:
            chips.insert(0, parts.Chip(tr("retired"), Tone.HIGH, self._theme))
        return parts.Flow((parts.text(line(words, 300), ink="second", wrap=False), *chips), 8)

    def _retired(self, portrait: Portrait) -> QWidget:
        words = tr("No longer used. What refers to it stays as it was.")
        if not portrait.replaced_by:
            return parts.text(words, ink="second")
        links: list[QWidget] = [parts.text(tr("No longer used. Replaced by"), ink="second", wrap=False)]
        links.extend(_link(one.label, one.iri, self._desk) for one in portrait.replaced_by)
        return parts.Flow(links, 6)


def _link(label: str, iri: Iri, desk: Desk) -> parts.Link:
    link = parts.Link(line(label, 80))
    link.setWordWrap(False)
    link.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
    link.followed.connect(lambda: desk.open_entity(iri))
    return link
