"""What a panel may ask of the window around it: the desk it lies on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint

from kgapp.domain.document import Document
from kgapp.domain.impact import ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services.impact.assess import Question
from kgapp.services.reports.origin import Asked
from kgapp.ui.bookmarks import Bookmarks
from kgapp.ui.drafts import Drafts
from kgapp.ui.findings import LiveFindings
from kgapp.ui.project import OpenProject
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.theme import Theme

if TYPE_CHECKING:
    from kgapp.ui.panels.frame import Frame
    from kgapp.ui.panels.inspector import Inspector
    from kgapp.ui.reports import Reports
    from kgapp.ui.reviewing import Review


class Desk(Protocol):
    """The window as its panels see it. Everything is called on the GUI thread and returns at once."""

    @property
    def project(self) -> OpenProject:
        """The open project; panels live no longer than it."""
        ...

    @property
    def theme(self) -> Theme: ...
    @property
    def findings(self) -> LiveFindings: ...
    @property
    def drafts(self) -> Drafts:
        """Unsaved input, kept for the case of a crash."""
        ...

    @property
    def bookmarks(self) -> Bookmarks: ...
    @property
    def inspector(self) -> Inspector: ...
    @property
    def areas(self) -> Frame:
        """The areas around the tabs, to be folded away."""
        ...

    @property
    def reports(self) -> Reports:
        """Files that are made of what the window shows, and gap lists that come back."""
        ...

    def open_place(self, place: str) -> None:
        """Bring a place to the front, opened if need be: its first word is in the table of ``places_table``."""
        ...

    def open_entity(self, iri: Iri) -> None:
        """The page of a thing."""
        ...

    def open_behind(self, iri: Iri) -> None:
        """The page of a thing in a tab behind the one in front."""
        ...

    def inspect(self, iri: Iri) -> None:
        """Show a thing in the inspector, and where it stands on the map."""
        ...

    def inspect_all(self, iris: tuple[Iri, ...]) -> None:
        """Sum up several chosen things in the inspector."""
        ...

    def show_findings(self, iris: tuple[Iri, ...]) -> None:
        """The list of findings, narrowed to those about some things."""
        ...

    def edit(self, iri: Iri, predicate: Iri | None = None) -> None:
        """The form of a thing, at a field."""
        ...

    def create_thing(self, kind: Iri | None = None) -> None:
        """A form for a new thing of a class; asked for when none is given."""
        ...

    def assess(self, iri: Iri) -> None:
        """Ask what changes about a thing, then for its impact."""
        ...

    def ask_again(self, question: Question) -> None:
        """Ask for the impact of the same change, said differently."""
        ...

    def open_impact(self, question: Question, name: str) -> None:
        """The impact of a change, in a tab of its own."""
        ...

    def lay_on_map(self, report: ImpactReport, item: Item | None = None, review: Review | None = None) -> None:
        """Show an impact on the process map, at one of its items; ``review`` takes verdicts about it."""
        ...

    def save_report(self, name: str, make: Callable[[Asked], Document]) -> None:
        """Ask for a file and write a report to it, made and written off the GUI thread; ``name`` is offered as its name."""
        ...

    def menu(self, iris: tuple[Iri, ...], place: QPoint) -> None:
        """The menu of one or several things at a place of the screen."""
        ...

    def save(self, step: Step) -> None:
        """Ask for the reason, or take that of the working spell, and commit a step."""
        ...

    def say(self, words: str) -> None:
        """A passing message in the status bar."""
        ...

    def tell(self, failure: Failure) -> None:
        """Say why something did not work, in a dialog."""
        ...
