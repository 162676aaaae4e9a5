"""The inspector: what is chosen, in short. For an item of an impact: why, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QTabBar, QVBoxLayout, QWidget

from kgapp.domain.terms import Iri
from kgapp.services import inspection, knowledge_departure
from kgapp.services.change_choices import kinds_for
from kgapp.services.inspection import Inspection, Several
from kgapp.services.portrait_history import Event
from kgapp.services.portrait_sections import Section, Value
from kgapp.ui import icons
from kgapp.ui.kinds import kind_of
from kgapp.ui.panels import parts
from kgapp.ui.service_words import worded
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.project import OpenProject

_SHARE: Final = 0.55
"""How much of the inspector a foot that stays in sight may take; what is more scrolls."""
_FACTS: Final = 14
_VALUES: Final = 4
_LINES: Final = 6
_CHOSEN: Final = "inspector/tab"
_CHOSEN_BESIDE: Final = "inspector/tab beside a page"
_TABS: Final = ("facts", "why", "uses", "log")


class Inspector(QWidget):
    """Answers about one thing in four tabs, or about several in one list; links lead on."""

    opened = Signal(str)
    """A thing to open, as IRI."""
    assess_wanted = Signal(str)
    """A thing whose change is to be assessed, as IRI."""
    edit_wanted = Signal(str)
    """A thing to edit, as IRI."""
    departure_wanted = Signal(str)
    """A person, supplier or site of which it is to be rehearsed that it goes, as IRI."""
    graph_wanted = Signal(str)
    """A thing to show in the graph, as IRI."""
    history_wanted = Signal(int)
    """A revision to look at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Inspection | None = None
        self._asked: tuple[Iri, ...] = ()
        self._writable = True
        self._beside = ""
        self._page_of_other: QWidget | None = None
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Inspector"))
        self._head = QWidget()
        self._above = parts.column(self._head, (14, 14, 14, 4), 4)
        self.tabs = QTabBar()
        self.tabs.setObjectName("sections")
        self.tabs.setAccessibleName(tr("What the inspector shows"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for words in (tr("Facts"), tr("Why"), tr("Used by"), tr("Log")):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._turn)
        self._page = QWidget()
        self._page.setObjectName("inspector")
        self._layout = parts.column(self._page, (14, 6, 14, 14), 4)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = parts.column(self)
        outer.addWidget(self._head)
        outer.addWidget(self.tabs)
        outer.addWidget(self._scroll, 1)
        self._foot = parts.column(foot := QWidget())
        foot.setObjectName("inspector")
        self._foot_scroll = QScrollArea()
        self._foot_scroll.setWidget(foot)
        self._foot_scroll.setWidgetResizable(True)
        self._foot_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot_scroll.hide()
        outer.addWidget(self._foot_scroll)
        self.setFocusProxy(self.tabs)
        theme.changed.connect(self._redraw)
        self.show_nothing()

    def join(self, desk: Desk) -> None:
        """Let links and buttons lead where they say."""
        self.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
        self.assess_wanted.connect(lambda iri: desk.assess(Iri(iri)))
        self.edit_wanted.connect(lambda iri: desk.edit(Iri(iri)))
        self.departure_wanted.connect(lambda iri: desk.open_place(f"departure {iri}"))
        self.graph_wanted.connect(lambda iri: desk.open_place(f"graph {iri}"))
        self.history_wanted.connect(lambda seq: desk.open_place(f"history {seq}"))

    def may_write(self, *, writable: bool) -> None:
        """Whether what is shown can be edited."""
        self._writable = writable

    def beside_page(self, thing: Iri) -> None:
        """The page of a thing is in front: of that thing the inspector tells first what the page tells last."""
        self._beside = thing

    def look_at(self, project: OpenProject, iri: Iri) -> None:
        """Look up a thing and show it."""
        self._asked = (iri,)
        project.read(lambda reader: inspection.one(reader, iri), self.show_one, self.show_failure, "inspector")

    def look_at_several(self, project: OpenProject, iris: tuple[Iri, ...]) -> None:
        """Look up several things and sum them up."""
        self._asked = iris
        project.read(lambda reader: inspection.several(reader, iris), self.show_several, self.show_failure, "inspector")

    def look_again(self, project: OpenProject) -> None:
        """Something was changed: what is shown may say what held before."""
        if len(self._asked) == 1:
            self.look_at(project, self._asked[0])
        elif self._asked:
            self.look_at_several(project, self._asked)

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._asked = ()
        self._start(None)
        self._say(tr("Choose something on the map or in a list: what is recorded about it stands here."), "second")
        self._layout.addStretch(1)

    def show_failure(self, failure: Failure) -> None:
        """What was chosen cannot be looked up."""
        self._start(None)
        self._say(failure.sentence)
        self._say(failure.hint, "second")
        self._layout.addStretch(1)

    def show_one(self, found: Inspection) -> None:
        """A thing that was chosen anywhere."""
        at = self._scroll.verticalScrollBar().value()
        same = self._shown is not None and self._shown.portrait.entity.iri == found.portrait.entity.iri
        self._start(found)
        portrait = found.portrait
        self._title(portrait.entity.label, kind_of(portrait.classes))
        kinds = ", ".join(kind.label for kind in portrait.types)
        self._above.addWidget(parts.text(" · ".join(each for each in (portrait.notation, kinds) if each), ink="second"))
        marks = [parts.Chip(mark, Tone.PLAIN, self._theme) for mark in portrait.marks]
        if portrait.retired:
            marks.insert(0, parts.Chip(tr("retired"), Tone.HIGH, self._theme))
        if marks:
            self._above.addWidget(parts.Flow(marks))
        if portrait.replaced_by:
            self._above.addWidget(parts.text(tr("Replaced by"), ink="second"))
            for one in portrait.replaced_by:
                self._above.addWidget(self._link(one.label, one.iri))
        if portrait.entity.iri != self._beside:
            self._buttons(self._above, portrait.entity.iri, can_assess=bool(kinds_for(portrait.classes)))
            if knowledge_departure.goes(portrait.classes) is not None:
                goes = parts.button(tr("If this goes…"), lambda: self.departure_wanted.emit(portrait.entity.iri))
                self._above.addLayout(parts.row(goes))
        self._name_tabs(found)
        self._choose_tab(portrait.entity.iri)
        if same:
            self._scroll.verticalScrollBar().setValue(at)

    def show_several(self, found: Several) -> None:
        """Several things that were chosen together."""
        self._start(None)
        self._title(tr("{count} things").format(count=number(found.total)), "group")
        if found.counted < found.total:
            self._say(tr("The first {count} were counted.").format(count=number(found.counted)), "second")
        for kind, count in found.classes:
            self._say(f"{number(count)}  {kind.label}")
        self._question(tr("Among them"))
        for value in found.first:
            self._layout.addLayout(self._value(value))
        self._layout.addStretch(1)

    def show_page(self, page: QWidget, foot: QWidget | None = None) -> None:
        """What another part of the window tells of what is chosen, such as an item of an impact.

        ``foot`` stays in sight below it, where there is room for both.
        """
        self._asked = ()
        self._start(None)
        self._head.hide()
        self._page_of_other = page
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(page)
        if foot is not None:
            self._foot.addWidget(foot)
            self._foot_scroll.show()
            self._fit_foot()
        self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def _fit_foot(self) -> None:
        """As tall as what stands in it, at most a share of the inspector."""
        if not self._foot_scroll.isHidden():
            wanted = self._foot.totalHeightForWidth(self.width()) or self._foot.totalSizeHint().height()
            self._foot_scroll.setFixedHeight(min(wanted, int(self.height() * _SHARE)))

    def holds(self, page: QWidget | None) -> bool:
        """Whether that page is shown."""
        return page is not None and self._page_of_other is page

    def _start(self, found: Inspection | None) -> None:
        self._shown, self._page_of_other = found, None
        self._head.show()
        self._layout.setContentsMargins(14, 6, 14, 14)
        parts.clear(self._above)
        parts.clear(self._layout)
        parts.clear(self._foot)
        self._foot_scroll.hide()
        self.tabs.setVisible(found is not None)

    def _redraw(self) -> None:
        if self._shown is not None:
            self.show_one(self._shown)

    def _name_tabs(self, found: Inspection) -> None:
        for at, words in enumerate((tr("Facts"), tr("Why"), tr("Used by"), tr("Log"))):
            self.tabs.setTabText(at, f"{words} {number(found.uses)}" if at == _TABS.index("uses") else words)

    def _choose_tab(self, thing: Iri) -> None:
        beside = thing == self._beside
        wanted = QSettings().value(_CHOSEN_BESIDE if beside else _CHOSEN, "uses" if beside else "facts")
        at = _known_tab(wanted)
        if at == self.tabs.currentIndex():
            self._turn(at)
        else:
            self.tabs.setCurrentIndex(at)

    def _turn(self, at: int) -> None:
        found = self._shown
        if found is None:
            return
        if self.tabs.hasFocus() or self.tabs.underMouse():
            beside = found.portrait.entity.iri == self._beside
            QSettings().setValue(_CHOSEN_BESIDE if beside else _CHOSEN, _TABS[at])
        parts.clear(self._layout)
        (self._facts, self._why, self._uses, self._log)[at](found)
        self._layout.addStretch(1)

    def _facts(self, found: Inspection) -> None:
        for fact in found.portrait.rows[:_FACTS]:
            self._question(worded(fact.name))
            for value in fact.values[:_VALUES]:
                self._layout.addLayout(self._value(value))
            if fact.total > _VALUES:
                self._more(fact.total - _VALUES)
        for gap in found.portrait.missing[:_LINES]:
            self._question(worded(gap.name))
            self._say(tr("not recorded"), "third")
        for section in found.sections:
            self._section(section)

    def _why(self, found: Inspection) -> None:
        if not found.why:
            self._say(tr("No evidence, source or reason is recorded for it."), "second")
        for value in found.why:
            self._layout.addSpacing(4)
            self._layout.addLayout(self._value(value))

    def _uses(self, found: Inspection) -> None:
        if not found.links:
            self._say(tr("Nothing refers to it."), "second")
        for link in found.links:
            self._section(Section(link.name, link.lines, link.total))

    def _log(self, found: Inspection) -> None:
        for event in found.history.events:
            self._event(event)
        if found.history.before is not None:
            self._say(tr("Older changes stand on its page."), "second")

    def _event(self, event: Event) -> None:
        revision = event.revision
        self._question(f"{revision.at.astimezone():%Y-%m-%d %H:%M} · {line(revision.note.author.name, 80)}")
        for sentence in event.sentences[:_VALUES]:
            self._say(sentence)
        said = tr("Revision {number} · “{why}”").format(number=revision.seq, why=line(revision.note.why, 200))
        link = parts.Link(said)
        link.followed.connect(lambda: self.history_wanted.emit(revision.seq))
        self._layout.addWidget(link)

    def _title(self, label: str, kind: str) -> None:
        place = QHBoxLayout()
        place.setSpacing(8)
        mark = QLabel()
        side = self._theme.px(16)
        mark.setPixmap(icons.icon(kind, self._theme.colours.ink, side).pixmap(side, side))
        place.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        title = parts.heading(line(label, 200), self._theme, 15.5)
        place.addWidget(title, 1)
        self._above.addLayout(place)

    def _section(self, section: Section) -> None:
        if not section.total:
            return
        self._question(f"{worded(section.title)}  {number(section.total)}")
        for value in section.lines[:_LINES]:
            self._layout.addLayout(self._value(value))
        if section.total > _LINES:
            self._more(section.total - _LINES)

    def _more(self, count: int) -> None:
        self._say(tr("and {count} more on its page").format(count=number(count)), "second")

    def _value(self, value: Value) -> QVBoxLayout:
        place = QVBoxLayout()
        place.setSpacing(0)
        place.addWidget(parts.text(value.text) if value.iri is None else self._link(value.text, value.iri))
        beside = " · ".join(part for part in (value.lead, value.note) if part)
        if beside:
            place.addWidget(parts.text(beside, ink="second"))
        return place

    def _link(self, words: str, iri: str) -> parts.Link:
        link = parts.Link(words)
        link.followed.connect(lambda: self.opened.emit(iri))
        return link

    def _buttons(self, layout: QVBoxLayout, iri: Iri, *, can_assess: bool) -> None:
        buttons = [parts.button(tr("Open page"), lambda: self.opened.emit(iri))]
        if can_assess:
            buttons.append(parts.button(tr("Impact of…"), lambda: self.assess_wanted.emit(iri)))
        if self._writable:
            buttons.append(parts.button(tr("Edit"), lambda: self.edit_wanted.emit(iri)))
        buttons.append(parts.button(tr("Show in graph"), lambda: self.graph_wanted.emit(iri)))
        layout.addWidget(parts.Flow(buttons, 6))

    def _question(self, words: str) -> None:
        self._layout.addSpacing(9)
        label = parts.text(words, ink="third")
        label.setFont(self._theme.font(11.5, strong=True))
        self._layout.addWidget(label)

    def _say(self, words: str, ink: str = "first") -> None:
        self._layout.addWidget(parts.text(words, ink=ink))


def _known_tab(value: object) -> int:
    return _TABS.index(str(value)) if str(value) in _TABS else 0
