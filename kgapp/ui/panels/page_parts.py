"""The parts of an entity's page, looked up one after the other: what is there is shown, the rest as it arrives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from kgapp.domain.terms import Iri
from kgapp.services import (
    attachments,
    batch_results,
    portrait_history,
    portrait_sections,
    portrait_sources,
    portrait_uses,
    portraits,
    site_table,
)
from kgapp.services.attachments import Attachment
from kgapp.services.batch_results import Results
from kgapp.services.portrait_history import HistoryPage
from kgapp.services.portrait_sections import Section, Value
from kgapp.services.portrait_uses import Link
from kgapp.services.portraits import Portrait
from kgapp.services.ports import RecordReader
from kgapp.services.site_table import SiteTable
from kgapp.ui.tasks import Failure

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

T = TypeVar("T")

MOST_LINES: Final = 450
"""Users of one link that are shown at once; the ones before make room."""


@dataclass(frozen=True, slots=True)
class Users:
    """What was loaded of one link: the lines shown, and how many before them made room."""

    link: Link
    lines: tuple[Value, ...]
    skipped: int = 0

    def with_page(self, page: Link) -> Users:
        """With one more page at the end."""
        lines = (*self.lines, *page.lines)
        away = max(0, len(lines) - MOST_LINES)
        return Users(page, lines[away:], self.skipped + away)


@dataclass(frozen=True, slots=True)
class Page:
    """What has arrived of a page; a part that has not is empty."""

    portrait: Portrait | None = None
    sites: SiteTable = field(default_factory=SiteTable)
    sections: tuple[Section, ...] = ()
    results: Results = field(default_factory=Results)
    attachments: tuple[Attachment, ...] = ()
    users: tuple[Users, ...] | None = None
    sources: Section | None = None
    history: HistoryPage | None = None
    of_property: str = ""
    """The name of the property whose history is shown; empty for the history of everything."""


class PageParts(QObject):
    """Looks the parts up. Each is a request of its own, so that no other reader waits for a whole page."""

    arrived = Signal(str)
    """The name of a part of ``Page``."""
    failed = Signal(Failure)

    def __init__(self, desk: Desk, entity: Iri, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._entity = desk.project, entity
        self._predicate: Iri | None = None
        self.page = Page()

    def load(self) -> None:
        """Look everything up again; what is there stays until it is replaced."""
        entity, predicate = self._entity, self._predicate
        self._read("portrait", lambda reader: portraits.portrait(reader, entity))
        self._read("sites", lambda reader: site_table.table(reader, entity))
        self._read("sections", lambda reader: portrait_sections.belongings(reader, entity))
        self._read("results", lambda reader: batch_results.results(reader, entity))
        self._read("attachments", lambda reader: attachments.attached_to(reader, entity))
        self._read("users", lambda reader: _first(portrait_uses.links(reader, entity)))
        self._read("sources", lambda reader: portrait_sources.sources(reader, entity))
        self._read("history", lambda reader: portrait_history.page(reader, entity, None, predicate))

    def leave(self) -> None:
        """Nothing is wanted any more."""
        for name in _NAMES:
            self._project.forget(self._topic(name))

    def more_users(self, predicate: str) -> None:
        """The next page of what uses the entity by one property."""
        users = self.page.users or ()
        at = next((at for at, one in enumerate(users) if one.link.predicate == predicate), -1)
        if at < 0 or users[at].link.last is None:
            return
        link = users[at].link
        self._read(
            "users", lambda reader: portrait_uses.more(reader, self._entity, link), lambda page: self._with(at, page)
        )

    def first_users(self) -> None:
        """Back to the start of what uses the entity."""
        self._read("users", lambda reader: _first(portrait_uses.links(reader, self._entity)))

    def older(self) -> None:
        """Older events of the history."""
        shown, predicate = self.page.history, self._predicate
        if shown is None or shown.before is None:
            return

        def joined(page: HistoryPage) -> HistoryPage:
            return HistoryPage((*shown.events, *page.events), page.before)

        before = shown.before
        self._read("history", lambda reader: portrait_history.page(reader, self._entity, before, predicate), joined)

    def history_of(self, predicate: Iri | None, name: str) -> None:
        """The history of one property, or of everything."""
        self._predicate = predicate
        self.page = replace(self.page, of_property=name)
        self._read("history", lambda reader: portrait_history.page(reader, self._entity, None, predicate))

    def _with(self, at: int, page: Link) -> tuple[Users, ...]:
        users = self.page.users or ()
        return (*users[:at], users[at].with_page(page), *users[at + 1 :])

    def _read(self, name: str, work: Callable[[RecordReader], T], joined: Callable[[T], object] | None = None) -> None:
        def take(found: T) -> None:
            part = joined(found) if joined is not None else found
            if getattr(self.page, name) != part:
                self.page = replace(self.page, **{name: part})  # type: ignore[arg-type]  # the part of that name
                self.arrived.emit(name)

        self._project.read(work, take, self.failed.emit, self._topic(name))

    def _topic(self, name: str) -> str:
        return f"page {self._entity} {name}"


def _first(links: tuple[Link, ...]) -> tuple[Users, ...]:
    return tuple(Users(link, link.lines) for link in links)


_NAMES: Final = ("portrait", "sites", "sections", "results", "attachments", "users", "sources", "history")
