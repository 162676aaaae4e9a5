"""The form for a new project: its name, its place, and the start of the addresses of what will be in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QDialog, QFileDialog, QFormLayout, QLineEdit, QWidget

from kgapp.domain.errors import ProjectProblem
from kgapp.domain.terms import Iri
from kgapp.ui import places
from kgapp.ui.panels import parts
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_WIDTH: Final = 540
_USUAL_BASE: Final = "https://w3id.org/kgapp/project/"
_NAME: Final = re.compile(r'[^<>:"/\\|?*\x00-\x1f]{1,120}')
"""What every system takes as the name of a file."""
_BASE: Final = re.compile(r"https?://[^\s<>\"{}|\\^`/?#]+(/[^\s<>\"{}|\\^`?#]*)*[/#]")


@dataclass(frozen=True, slots=True)
class Wish:
    """What was filled in, checked."""

    path: Path
    base: Iri

    def make_folder(self) -> None:
        """Make the folder that it goes to. Raises ``ProjectProblem``."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ProjectProblem(
                f"The folder cannot be made: {error.strerror or error}.", hint=str(self.path.parent)
            ) from error


class NewProject(QDialog):
    """``wanted`` is called with what was filled in; nothing is written here."""

    def __init__(
        self,
        wanted: Callable[[Wish], None],
        theme: Theme,
        parent: QWidget | None = None,
        title: str = "",
        told: str = "",
    ) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._base_touched = False
        self.setWindowTitle(tr("New project"))
        self.setModal(True)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.name, self.folder, self.base = QLineEdit(), QLineEdit(str(places.home())), QLineEdit(_USUAL_BASE)
        self.problem = parts.text("", ink="second")
        self.create_button = parts.button(tr("Create project"), self.accept, primary=True)
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(title or tr("A new, empty project"), theme, 16))
        if told:
            layout.addWidget(parts.text(told, ink="second"))
        layout.addLayout(self._form())
        layout.addWidget(self.problem)
        buttons = parts.row()
        buttons.addWidget(parts.button(tr("Cancel"), self.reject))
        buttons.addWidget(self.create_button)
        layout.addLayout(buttons)
        self.create_button.setDefault(True)
        self.accepted.connect(self._say_wish)
        self._check()
        self.name.setFocus()

    def wish(self) -> Wish | str:
        """What is filled in, or what is wrong with it in a sentence; empty while the name is not there yet."""
        name, folder, base = self.name.text().strip(), self.folder.text().strip(), self.base.text().strip()
        if not name:
            return ""
        stem = name.removesuffix(places.SUFFIX)
        if not _NAME.fullmatch(stem) or stem.strip(". ") != stem:
            return tr("A file cannot have this name. Leave out signs such as / : * ?")
        if not folder or not Path(folder).is_absolute():
            return tr("Choose the folder that the project goes to.")
        path = Path(folder) / f"{stem}{places.SUFFIX}"
        if path.exists():
            return tr("There is a project of this name already: {path}").format(path=line(str(path), 200))
        if not _BASE.fullmatch(base):
            return tr("The base address begins with https:// and ends with / or #.")
        return Wish(path, Iri(base))

    def _form(self) -> QFormLayout:
        self.name.setPlaceholderText(tr("such as CAR-T transfer"))
        self.name.setAccessibleName(tr("Name"))
        self.base.setAccessibleName(tr("Base address"))
        self.base.setToolTip(
            tr("Everything in the project gets an address that begins so. Choose one that your organization controls.")
        )
        self.name.textChanged.connect(self._suggest_base)
        for field in (self.name, self.folder, self.base):
            field.textChanged.connect(lambda _: self._check())
        self.base.textEdited.connect(self._touch_base)
        place = parts.row(stretch=False)
        place.addWidget(self.folder, 1)
        place.addWidget(parts.button(tr("Choose…"), self._choose_folder))
        self.folder.setAccessibleName(tr("Folder"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("Folder"), place)
        form.addRow(tr("&Base address"), self.base)
        return form

    def _touch_base(self) -> None:
        self._base_touched = True

    def _suggest_base(self, name: str) -> None:
        if not self._base_touched:
            slug = slug_of(name)
            self.base.setText(f"{_USUAL_BASE}{slug}/" if slug else _USUAL_BASE)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the project"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _check(self) -> None:
        wish = self.wish()
        self.create_button.setEnabled(isinstance(wish, Wish))
        if isinstance(wish, Wish):
            self.problem.setText(tr("It becomes {path}").format(path=line(str(wish.path), 200)))
        else:
            self.problem.setText(wish or tr("Give it a name. All of it is one file, which you can copy and move."))

    def _say_wish(self) -> None:
        wish = self.wish()
        if isinstance(wish, Wish):
            self._wanted(wish)


def slug_of(name: str) -> str:
    """A name as a part of an address: small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]
