"""The window's actions as search offers them: by the words of their texts, with their keys, and why one cannot be used now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtGui import QAction, QKeySequence

from kgapp.domain.names import words
from kgapp.ui.actions import ACTIONS, ActionRow, Menu, When
from kgapp.ui.models.search_results import Kind, Offer
from kgapp.ui.words import tr

MOST: Final = 6
"""So many commands are offered for some words."""


def offers(actions: Mapping[str, QAction], text: str) -> tuple[Offer, ...]:
    """The commands that hold all words, those that can be used first."""
    tokens = words(text)
    found = [row for row in ACTIONS if tokens and row.id != _ITSELF and _fits(actions[row.id], row, tokens)]
    found.sort(key=lambda row: (not actions[row.id].isEnabled(), not _all_in(_plain(actions[row.id]), tokens)))
    return tuple(_offer(actions[row.id], row) for row in found[:MOST])


def questions(actions: Mapping[str, QAction]) -> tuple[Offer, ...]:
    """The questions among the commands that can be asked now."""
    rows = (row for row in ACTIONS if row.menu is Menu.ASK and row.id != _ITSELF)
    return tuple(_offer(actions[row.id], row) for row in rows if actions[row.id].isEnabled())


def _fits(action: QAction, row: ActionRow, tokens: list[str]) -> bool:
    return _all_in(f"{_plain(action)} {row.menu.value}", tokens) and any(
        _all_in(_plain(action), [token]) for token in tokens
    )


def _all_in(text: str, tokens: list[str]) -> bool:
    own = words(text)
    return all(any(word.startswith(token) for word in own) for token in tokens)


def _offer(action: QAction, row: ActionRow) -> Offer:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    told = action.text().partition("\t")[2]
    if action.isEnabled():
        return Offer(Kind.COMMAND, _plain(action), keys or told, icon="menu", key=row.id)
    return Offer(Kind.COMMAND, _plain(action), _why_not(row.when), icon="menu", key=row.id, enabled=False)


def _plain(action: QAction) -> str:
    """Its text without the mark of its key."""
    return action.text().partition("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&")


def _why_not(when: When) -> str:
    asked = _WHY_NOT.get(when)
    return asked() if asked is not None else tr("not now")


_ITSELF: Final = "search"
_WHY_NOT: Final[Mapping[When, Callable[[], str]]] = {
    When.PROJECT: lambda: tr("no project is open"),
    When.WRITABLE: lambda: tr("this project is open for reading"),
    When.BACK: lambda: tr("there is nowhere to go back to"),
    When.FORWARD: lambda: tr("there is nowhere to go forward to"),
    When.UNDO: lambda: tr("there is nothing to undo"),
    When.REDO: lambda: tr("there is nothing to redo"),
    When.SPELL: lambda: tr("each save asks for its reason already"),
    When.VIEW_UNDO: lambda: tr("nothing to undo in this view"),
    When.VIEW_REDO: lambda: tr("nothing to redo in this view"),
}
