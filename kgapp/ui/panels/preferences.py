"""What a user chooses once: how the window looks, its language, who works here, where projects are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QFormLayout, QLineEdit, QWidget

from kgapp.domain.errors import UserError
from kgapp.domain.history import Author
from kgapp.ui import places, words
from kgapp.ui.panels import parts
from kgapp.ui.texts import line
from kgapp.ui.theme import SCALES, Look, Theme
from kgapp.ui.words import mark, said, tr

_WIDTH: Final = 520
LOOKS: Final = {
    Look.SYSTEM: mark("As the system"),
    Look.LIGHT: mark("Light"),
    Look.DARK: mark("Dark"),
    Look.CONTRAST: mark("High contrast"),
}
_MAY_FAIL: Final = mark("It was not kept: {why}")


class Person(Protocol):
    """Who works here, as ``bootstrap`` keeps it."""

    def author(self) -> Author: ...
    def user_name(self) -> str: ...
    def keep_user_name(self, name: str) -> None: ...


class Preferences(QDialog):
    """Everything takes effect at once, but for the language; ``renamed`` is called when the name was changed."""

    def __init__(
        self, theme: Theme, person: Person, renamed: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._person, self._renamed = theme, person, renamed
        self.setWindowTitle(tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.look, self.text_size, self.language = QComboBox(), QComboBox(), QComboBox()
        self.name, self.folder = QLineEdit(person.user_name()), QLineEdit(str(places.home()))
        self.told = parts.text("", ink="second")
        self._fill()
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(tr("Preferences"), theme, 16))
        layout.addLayout(self._form())
        layout.addWidget(self.told)
        buttons = parts.row()
        close = parts.button(tr("Close"), self.accept, primary=True)
        buttons.addWidget(close)
        layout.addLayout(buttons)
        self.finished.connect(lambda _: self._keep_texts())
        self._say_who()
        self.look.setFocus()

    def _fill(self) -> None:
        for look, text in LOOKS.items():
            self.look.addItem(said(text), look)
        self.look.setCurrentIndex(list(LOOKS).index(self._theme.look))
        for percent in SCALES:
            self.text_size.addItem(tr("{percent} %").format(percent=percent), percent)
        self.text_size.setCurrentIndex(SCALES.index(self._theme.scale))
        self.language.addItem(tr("As the system"), "")
        for code in words.languages():
            self.language.addItem(QLocale(code).nativeLanguageName() or code, code)
        self.language.setCurrentIndex(max(0, self.language.findData(words.chosen())))
        self.look.activated.connect(lambda _: self._theme.choose(Look(self.look.currentData())))
        self.text_size.activated.connect(lambda _: self._theme.choose_scale(self.text_size.currentData()))
        self.language.activated.connect(lambda _: self._choose_language())
        self.name.editingFinished.connect(self._keep_name)
        self.folder.editingFinished.connect(self._keep_folder)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.name.setPlaceholderText(tr("your account on this computer"))
        place = parts.row(stretch=False)
        place.addWidget(self.folder, 1)
        place.addWidget(parts.button(tr("Choose…"), self._choose_folder))
        self.folder.setAccessibleName(tr("Folder of projects"))
        for text, name, widget in (
            (tr("&Colours"), tr("Colours"), self.look),
            (tr("&Text size"), tr("Text size"), self.text_size),
            (tr("&Language"), tr("Language"), self.language),
            (tr("Your &name"), tr("Your name"), self.name),
        ):
            widget.setAccessibleName(name)
            form.addRow(text, widget)
        form.addRow(tr("Projects"), place)
        return form

    def _choose_language(self) -> None:
        words.choose(str(self.language.currentData()))
        self.told.setText(tr("The language changes when kgapp is started again."))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of projects"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)
            self._keep_folder()

    def _keep_texts(self) -> None:
        self._keep_name()
        self._keep_folder()

    def _keep_name(self) -> None:
        if self.name.text().strip() == self._person.user_name():
            return
        try:
            self._person.keep_user_name(self.name.text())
        except UserError as error:
            self.told.setText(said(_MAY_FAIL).format(why=line(error.sentence, 300)))
            return
        self._renamed()
        self._say_who()

    def _keep_folder(self) -> None:
        text = self.folder.text().strip()
        if text == str(places.home()):
            return
        if text and not Path(text).is_absolute():
            self.told.setText(tr("Choose a whole path for the folder."))
            return
        places.choose_home(Path(text) if text else None)

    def _say_who(self) -> None:
        author = self._person.author()
        told = tr("In the history you are “{name}” ({how}).")
        self.told.setText(told.format(name=line(author.name), how=line(author.identity)))
