"""An item of an impact in the inspector: why, what else, what it rests on, what holds and detects it, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kgapp.domain.assessment import ItemKey
from kgapp.domain.impact import Effect, ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.change_choices import kinds_for
from kgapp.ui import icons, places_table
from kgapp.ui.kinds import kind_of
from kgapp.ui.models import item_words
from kgapp.ui.models.impact_items import tone_of
from kgapp.ui.models.item_words import Said
from kgapp.ui.panels import parts
from kgapp.ui.texts import line, tip
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.reviewing import Review

_LEFT: Final = 14
_REST_MS: Final = 350
_VOID_SHOWN: Final = 3


class ItemPage(QWidget):
    """Tells of one item, and asks for its verdict when it belongs to a review."""

    def __init__(self, desk: Desk, report: ImpactReport, item: Item, review: Review | None = None) -> None:
        super().__init__()
        self._desk, self._theme = desk, desk.theme
        self._report, self._item, self._review = report, item, review
        self.setObjectName("inspector")
        self.key = ItemKey(item.iri, item.site.iri if item.site else None)
        self._layout = parts.column(self, (_LEFT, 14, _LEFT, 14), 4)
        self._show(item)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask_more)
        if review is not None and item.effect is Effect.AFFECTED and item.disjoint_paths is None:
            self._rest.start()
        desk.theme.changed.connect(self._dress)

    def _ask_more(self) -> None:
        """What is worked out for one item only is asked for when somebody stays with it."""
        if self._review is not None and self._desk.inspector.holds(self):
            self._review.details(self.key, self._told_more)

    def _dress(self) -> None:
        self._show(self._item)

    def _told_more(self, item: Item) -> None:
        """What was worked out for this item alone; another one may be chosen by now."""
        if self._desk.inspector.holds(self):
            self._show(item)

    def _show(self, item: Item) -> None:
        """Everything, also anew with what was worked out later."""
        self._item = item
        parts.clear(self._layout)
        self._title(item)
        self._why(item)
        if item.effect is Effect.AFFECTED:
            self._sentences(tr("What else"), item_words.what_else(item))
        self._rests_on(item)
        self._decided_by(item)
        if item.effect is Effect.AFFECTED:
            self._held(item)
            self._sentences(tr("Detected by"), item_words.detected(item))
        self._not_assessed()
        self._layout.addSpacing(10)
        self._layout.addWidget(self._buttons(item))
        self._layout.addStretch(1)

    def _title(self, item: Item) -> None:
        kind = kind_of((item.class_iri,) if item.class_iri else ())
        place = QHBoxLayout()
        place.setSpacing(8)
        mark, side = QLabel(), self._theme.px(16)
        mark.setPixmap(icons.icon(kind, self._theme.colours.ink, side).pixmap(side, side))
        place.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        place.addWidget(parts.heading(line(item.label, 200), self._theme, 15.5), 1)
        self._layout.addLayout(place)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(parts.Chip(item.reach, tone_of(item), self._theme), 0, Qt.AlignmentFlag.AlignTop)
        said = parts.text(" · ".join(item_words.facts(item)), ink="second")
        if item.effect is Effect.AFFECTED:
            said.setToolTip(tip(item_words.undetermined() if item.undetermined else item_words.determined()))
        beside.addWidget(said, 1)
        self._layout.addLayout(beside)

    def _why(self, item: Item) -> None:
        self._question(tr("Why"))
        for sentence in item_words.moves(self._report):
            self._say(sentence)
        self._said(item_words.witness(item))
        review = self._review
        if review is not None and review.may_judge and item.path:
            from kgapp.ui.panels import review_dialogs  # it shows lists with what stands here

            self._act(tr("Leave a rule out…"), lambda: review_dialogs.leave_out(self._desk, review, item))

    def _rests_on(self, item: Item) -> None:
        self._question(tr("Rests on"))
        self._said(item_words.rests_on(item))

    def _decided_by(self, item: Item) -> None:
        """What nobody has recorded, with the way to record it."""
        if not item.decided_by:
            return
        self._question(tr("Decided by what nobody has recorded"))
        for step in item.decided_by:
            self._layout.addWidget(self._link(Said(item_words.statement(step), step.via or step.target)))
            self._say(tr("Its strength is not recorded."), "second")
            if step.via is not None and self._desk.project.writable:
                self._act(tr("Record its strength…"), lambda via=step.via: self._desk.edit(via, KG.strength))

    def _held(self, item: Item) -> None:
        self._sentences(tr("Held by"), item_words.held(item))
        void = item_words.void(self._report, item)
        for barrier in void[:_VOID_SHOWN]:
            words = tr("Whether {range} holds here is not known:") if barrier.unsure else tr("{range} is void here:")
            words = words.format(range=barrier.label)
            self._layout.addWidget(self._link(Said(words, barrier.iri)))
            for why in barrier.void:
                self._say(f"· {why}", "second")
        if len(void) > _VOID_SHOWN:
            more = tr("and {count} more: see “Held” of the review").format(count=len(void) - _VOID_SHOWN)
            self._say(more, "second")

    def _not_assessed(self) -> None:
        sentences = item_words.not_assessed(self._report)
        if not sentences:
            return
        self._sentences(tr("Not assessed"), sentences)
        start = self._report.change.entity
        adds = self._desk.project.writable and self._item.effect is Effect.AFFECTED
        if adds and self._item.iri != start.iri and self._reached_by_no_influence(start.iri):
            place = places_table.new_with(KG.Influence, (KG.hasCause, start.iri), (KG.hasEffect, self._item.iri))
            self._act(tr("Add the missing influence…"), lambda: self._desk.open_place(place))

    def _reached_by_no_influence(self, start: Iri) -> bool:
        """Whether nobody has said how what changes acts on the item itself."""
        return any(
            missing.factor.iri == start and any(each.iri == self._item.iri for each in missing.attributes)
            for missing in self._report.not_covered
        )

    def _buttons(self, item: Item) -> QWidget:
        desk, iri = self._desk, item.iri
        made = [parts.button(tr("Open page"), lambda: desk.open_entity(iri))]
        made.append(parts.button(tr("Path on map"), self._on_map))
        if item.class_iri and kinds_for((item.class_iri,)):
            made.append(parts.button(tr("Impact of…"), lambda: desk.assess(iri)))
        made.append(parts.button(tr("Show in graph"), lambda: desk.open_place(places_table.graph_of((iri,)))))
        return parts.Flow(made, 6)

    def _on_map(self) -> None:
        self._desk.lay_on_map(self._report, self._item, self._review)

    def _sentences(self, question: str, sentences: Iterable[str]) -> None:
        found = list(sentences)
        if found:
            self._question(question)
            for sentence in found:
                self._say(sentence)

    def _said(self, sentences: Iterable[Said]) -> None:
        for each in sentences:
            self._layout.addWidget(self._link(each) if each.leads_to else parts.text(each.text))
            if each.beside:
                self._say(each.beside, "second")

    def _link(self, said: Said) -> parts.Link:
        link = parts.Link(line(said.text, 400))
        if said.leads_to is not None:
            link.followed.connect(lambda thing=said.leads_to: self._desk.open_entity(thing))
        return link

    def _act(self, words: str, pressed: object) -> None:
        button = parts.button(words, pressed)  # type: ignore[arg-type]
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _question(self, words: str) -> None:
        self._layout.addSpacing(9)
        self._layout.addWidget(question(words, self._desk))

    def _say(self, words: str, ink: str = "first") -> None:
        self._layout.addWidget(parts.text(words, ink=ink))


def show(desk: Desk, report: ImpactReport, item: Item, review: Review | None = None) -> ItemPage:
    """Tell of an item in the inspector."""
    page = ItemPage(desk, report, item, review)
    desk.project.forget("inspector")
    desk.inspector.show_page(page)
    return page


def question(words: str, desk: Desk) -> QLabel:
    """The small heading over an answer."""
    label = parts.text(words, ink="third")
    label.setFont(desk.theme.font(11.5, strong=True))
    return label


def scrolling(page: QWidget) -> QScrollArea:
    """A page that scrolls up and down, and is as wide as there is room."""
    scroll = QScrollArea()
    scroll.setWidget(page)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


def column() -> QVBoxLayout:
    """An empty column."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    return layout
