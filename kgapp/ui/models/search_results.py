"""What search offers, as a Qt model: things, questions and commands in groups, and why each fits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.domain.names import marks, words
from kgapp.domain.terms import Iri
from kgapp.services.browsing import Named
from kgapp.services.search import Found, Hit
from kgapp.ui.kinds import kind_of
from kgapp.ui.models import roles
from kgapp.ui.texts import line, number, tip
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()

FIRST: Final = 7
"""So many things stand before questions and commands; the others follow them."""


class Kind(Enum):
    """What a row is."""

    HEADING = "heading"
    THING = "thing"
    QUESTION = "question"
    COMMAND = "command"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Offer:
    """A row. ``reason`` stands below the name where that does not say why it fits; ``key`` tells the owner what to do."""

    kind: Kind
    text: str
    note: str = ""
    reason: str = ""
    icon: str = ""
    iri: Iri | None = None
    key: int | str = ""
    enabled: bool = True


class SearchResultsModel(QAbstractListModel):
    """The offers in their order, with the words that were typed marked in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._tokens: tuple[str, ...] = ()

    def show(self, offers: tuple[Offer, ...], looked_for: str = "") -> None:
        """Replace everything."""
        self.beginResetModel()
        self._offers, self._tokens = offers, tuple(words(looked_for))
        self.endResetModel()

    def offer(self, index: Index) -> Offer | None:
        """The offer of a row that can be picked."""
        found = self._offers[index.row()] if index.isValid() else None
        return found if found is not None and found.kind is not Kind.HEADING and found.enabled else None

    def next_from(self, row: int, step: int) -> int:
        """The next row in a direction that can be picked; the same where there is none."""
        at = row + step
        while 0 <= at < len(self._offers):
            if self.offer(self.index(at)) is not None:
                return at
            at += step
        return row

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.offer(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line(offer.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return line(", ".join(part for part in (offer.text, offer.note, offer.reason) if part), 300)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(offer.text)
            case roles.MARKS:
                return () if offer.kind is Kind.HEADING else marks(line(offer.text), self._tokens)
            case roles.REASON_MARKS:
                return marks(line(offer.reason), self._tokens)
        plain = {
            roles.NOTE: line(offer.note, _NOTE),
            roles.REASON: line(offer.reason),
            roles.IRI: offer.iri or "",
            roles.ICON: offer.icon,
            roles.HEADING: offer.kind is Kind.HEADING,
            roles.INK: "" if offer.enabled else "third",
        }
        return plain.get(role)


def heading(text: str) -> Offer:
    """The heading of a group."""
    return Offer(Kind.HEADING, text)


def of_hit(hit: Hit) -> Offer:
    """A thing that was found, and where the words are when its name alone does not say so."""
    kinds = ", ".join(kind.label for kind in hit.types[:1])
    same = hit.by_name and hit.matched.casefold() == hit.entity.label.casefold()
    reason = "" if same or not hit.matched else f"{hit.property} “{hit.matched}”"
    icon = kind_of(kind.iri for kind in hit.types)
    return Offer(Kind.THING, hit.entity.label, kinds, reason, icon, hit.entity.iri)


def of_thing(thing: Named, types: tuple[Named, ...]) -> Offer:
    """A thing that needs no reason."""
    kinds = ", ".join(kind.label for kind in types[:1])
    return Offer(Kind.THING, thing.label, kinds, "", kind_of(kind.iri for kind in types), thing.iri)


def grouped(things: tuple[Offer, ...], questions: tuple[Offer, ...], commands: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Things, questions and commands below their headings; where there are others, only the first things come first."""
    first = FIRST if questions or commands else len(things)
    groups = (
        (tr("Things"), things[:first]),
        (tr("Questions"), questions),
        (tr("Commands"), commands),
        (tr("More things"), things[first:]),
    )
    return tuple(offer for title, offers in groups if offers for offer in (heading(title), *offers))


def counted(found: Found, shown: int) -> str:
    """How many were found, in words."""
    if found.more:
        return tr("The best {shown} of more than {total}: add a word to narrow it down").format(
            shown=shown, total=number(found.total)
        )
    if found.total > shown:
        return tr("{shown} of {total}").format(shown=number(shown), total=number(found.total))
    return tr("{total} found").format(total=number(found.total))


_NOTE: Final = 60
