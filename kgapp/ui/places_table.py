"""The places of the window: the first word of a place, and what makes its view. Modules are imported when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from kgapp.domain.terms import Iri

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.views import View

MAP: Final = "map"
PAGE: Final = "page"
NEW: Final = "new"


def page_of(thing: Iri) -> str:
    """The place of a thing's page."""
    return f"{PAGE} {thing}"


def _map(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.map import MapPanel

    return MapPanel(desk)


def _page(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.entity import EntityPanel

    return EntityPanel(desk, Iri(rest))


def _new(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.form_view import NewView

    return NewView(desk, Iri(rest))


PLACES: Final[Mapping[str, Callable[[Desk, str], View]]] = {
    MAP: _map,
    PAGE: _page,
    NEW: _new,
}
"""What stands after the first word is passed on."""


def make(desk: Desk, place: str) -> View | None:
    """The view of a place; ``None`` for one that cannot be opened again, such as an impact that was closed."""
    word, _, rest = place.partition(" ")
    maker = PLACES.get(word)
    if maker is None:
        return None
    view = maker(desk, rest)
    view.place = place
    return view
