"""The list behind a badge of the map: each line leads to what it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from kgapp.domain.terms import Iri
from kgapp.ui.models.process_parts import Entry
from kgapp.ui.texts import caption
from kgapp.ui.words import tr

SHOWN: Final = 40
_WIDTH: Final = 90


def show_list(
    parent: QWidget, title: str, entries: tuple[Entry, ...], place: QPoint, follow: Callable[[Iri], None]
) -> QMenu:
    """Pop up a list of links, for the mouse and for the arrow keys; it closes when one is taken."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(caption(title, _WIDTH))
    heading = menu.addAction(caption(title.partition(".")[0], _WIDTH))
    heading.setEnabled(False)
    menu.addSeparator()
    for entry in entries[:SHOWN]:
        action = menu.addAction(caption(entry.words, _WIDTH))
        action.triggered.connect(lambda _checked=False, thing=entry.thing: follow(thing))
    if len(entries) > SHOWN:
        rest = menu.addAction(tr("{count} more stand on its page").format(count=len(entries) - SHOWN))
        rest.setEnabled(False)
    menu.popup(place)
    if len(menu.actions()) > _FIRST:
        menu.setActiveAction(menu.actions()[_FIRST])
    return menu


_FIRST: Final = 2
