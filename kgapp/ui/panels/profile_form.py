"""A profile: what of a project goes to a partner, kept by a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from kgapp.domain.bundle import Audience, Level, Profile
from kgapp.domain.keys import LONGEST_NAME
from kgapp.domain.terms import Iri
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.short_form import ShortForm
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.panels.tick_list import TickList
from kgapp.ui.texts import line
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_TALL: Final = 90
_LEVELS: Final = (
    (mark("What is for partners, not marked, or public"), (Level.PUBLIC, Level.PARTNER)),
    (mark("Only what is marked public"), (Level.PUBLIC,)),
    (mark("Also what is marked internal"), (Level.PUBLIC, Level.PARTNER, Level.INTERNAL)),
)


class ProfileForm(ShortForm):
    """``wanted`` is called with the profile. What is marked personal goes with none."""

    def __init__(
        self,
        desk: Desk,
        audiences: tuple[tuple[str, Audience], ...],
        graphs: tuple[Iri, ...],
        wanted: Callable[[Profile], None],
        parent: QWidget | None = None,
    ) -> None:
        words = tr(
            "The recipient reads its name and all that you choose here. Look at what would go before you send: texts are not searched."
        )
        super().__init__(tr("Keep a profile"), words, tr("Keep it"), desk.theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = self.line(tr("Name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.to, self.levels = Choice(), Choice()
        for label, audience in audiences:
            self.to.addItem(line(label, 120), audience)
        for label, levels in _LEVELS:
            self.levels.addItem(said(label), levels)
        self.part = ThingField(desk, tr("Only this part"))
        self.people = QCheckBox(tr("With people; never with what is personal about them"))
        self.history = QCheckBox(tr("With the day since when each statement stands"))
        self.attachments = QCheckBox(tr("With the files that are marked for the recipient"))
        self.notes = QCheckBox(tr("With comments and notes"))
        self.graphs = TickList((str(graph), graph) for graph in graphs)
        self.graphs.setFixedHeight(desk.theme.px(_TALL))
        self.add(tr("For"), self.to)
        self.add(tr("What goes"), self.levels)
        self.add(tr("Only this part"), self.part)
        for box in (self.people, self.history, self.attachments, self.notes):
            self.add("", box)
            box.setAccessibleName(box.text())
        if graphs:
            self.add(tr("These graphs, too"), self.graphs)
        self.accepted.connect(lambda: wanted(self.profile))
        self.check()

    @property
    def profile(self) -> Profile:
        """What is filled in."""
        part = self.part.thing
        return Profile(
            self.name.text().strip(),
            frozenset(map(Level, self.levels.currentData())),
            (part,) if part else (),
            people=self.people.isChecked(),
            history=self.history.isChecked(),
            attachments=self.attachments.isChecked(),
            notes=self.notes.isChecked(),
            graphs=self.graphs.ticked,
            audience=self.to.currentData(),
        )

    def missing(self) -> str:
        return "" if self.name.text().strip() else tr("Give it a name.")
