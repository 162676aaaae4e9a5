"""Say something about a thing to a partner, who reads it with the next bundle."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kgapp.domain.terms import Iri
from kgapp.services.bundles.items import LONGEST_COMMENT, Status, Word
from kgapp.services.bundles.points import Point
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.short_form import ShortForm
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.texts import line
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_STATUSES = {
    Status.OPEN: mark("open"),
    Status.AGREED: mark("agreed"),
    Status.REFUSED: mark("refused"),
    Status.DONE: mark("done"),
}


class PointForm(ShortForm):
    """``wanted`` is called with the partner, the thing and what is said of it."""

    def __init__(
        self,
        desk: Desk,
        partners: tuple[str, ...],
        wanted: Callable[[str, Iri, Word], None],
        parent: QWidget | None = None,
    ) -> None:
        words = tr(
            "It goes along with the next bundle to this partner, as far as the thing does. Both sides see it until both say agreed, "
            "refused or done."
        )
        super().__init__(tr("Say something about a thing"), words, tr("Keep it"), desk.theme, parent)
        self.partner, self.status = Choice(), Choice()
        for each in partners:
            self.partner.addItem(line(each, 120), each)
        for status, name in _STATUSES.items():
            self.status.addItem(said(name), status.value)
        self.thing = ThingField(desk, tr("Thing"))
        self.add(tr("Partner"), self.partner)
        self.add(tr("Thing"), self.thing)
        self.add(tr("Status"), self.status)
        self.comment = self.line(tr("Comment"), hint=tr("they read this"))
        self.comment.setMaxLength(LONGEST_COMMENT)
        self.thing.chosen.connect(lambda _: self.check())
        self.accepted.connect(lambda: self._say(wanted))
        self.check()

    def begin_with(self, partner: str, point: Point, label: str) -> None:
        """Show a point as it stands here."""
        self.partner.setCurrentIndex(max(0, self.partner.findData(partner)))
        self.status.setCurrentIndex(self.status.findData(point.here.status.value))
        self.thing.show_thing(point.entity, label)
        self.comment.setText(point.here.comment)
        self.check()

    def missing(self) -> str:
        if self.partner.currentData() is None:
            return tr("Take in a key card of your partner first: Exchange ▸ Take in a key card…")
        return "" if self.thing.thing else tr("Choose the thing.")

    def _say(self, wanted: Callable[[str, Iri, Word], None]) -> None:
        thing = self.thing.thing
        if thing is not None:
            word = Word(Status(self.status.currentData()), self.comment.text().strip())
            wanted(self.partner.currentData(), thing, word)
