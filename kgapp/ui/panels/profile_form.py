"""A profile: what of a project goes to a partner, kept by a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from kgapp.domain.bundle import Audience, Level, Profile
from kgapp.domain.keys import LONGEST_NAME
from kgapp.domain.terms import Iri
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.short_form import ShortForm
from kgapp.ui.panels.thing_field import ThingField
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
        self.graphs = QListWidget()
        for graph in graphs:
            row = QListWidgetItem(line(graph, 200), self.graphs)
            row.setData(Qt.ItemDataRole.UserRole, graph)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Unchecked)
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
        rows = (self.graphs.item(at) for at in range(self.graphs.count()))
        ticked = (row for row in rows if row.checkState() is Qt.CheckState.Checked)
        part = self.part.thing
        return Profile(
            self.name.text().strip(),
            frozenset(map(Level, self.levels.currentData())),
            (part,) if part else (),
            people=self.people.isChecked(),
            history=self.history.isChecked(),
            attachments=self.attachments.isChecked(),
            notes=self.notes.isChecked(),
            graphs=tuple(Iri(row.data(Qt.ItemDataRole.UserRole)) for row in ticked),
            audience=self.to.currentData(),
        )

    def missing(self) -> str:
        return "" if self.name.text().strip() else tr("Give it a name.")
