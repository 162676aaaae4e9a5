"""Make a bundle for a partner: for whom, what goes, looked at as the partner will see it, then signed and written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from kgapp.domain.bundle import SUFFIX, Audience, Profile
from kgapp.domain.terms import Iri
from kgapp.services.bundles import profile as profiles
from kgapp.services.bundles.sending import Made
from kgapp.services.ports import RecordReader
from kgapp.ui import places
from kgapp.ui.bundles import Wish
from kgapp.ui.panels import parts
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.narrow_form import NarrowForm
from kgapp.ui.panels.profile_form import ProfileForm
from kgapp.ui.panels.states import States
from kgapp.ui.panels.target import with_ending
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Offered:
    """To whom a bundle can go, and what."""

    audiences: tuple[tuple[str, Audience], ...]
    profiles: tuple[Profile, ...]
    graphs: tuple[Iri, ...] = ()


class MakeBundlePanel(View):
    """Nothing is written before the user has seen what goes, told from a bundle that was made and thrown away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._topic = f"make bundle {id(self)}"
        self.made: Made | None = None
        self._wish: Wish | None = None
        self.form = MakeForm(desk)
        self.form.looked.connect(self.look)
        self.form.kept.connect(self._keep_profile)
        self.pages = QStackedWidget()
        self.pages.addWidget(scrolling(self.form))
        self.pages.addWidget(self._page())
        self.states = States(self.pages, desk.theme)
        parts.column(self).addWidget(self.states)
        self.ask()

    def ask(self) -> None:
        """Read the keys and the profiles."""
        here = self._desk.reports.keys

        def work(reader: RecordReader) -> tuple[tuple[Profile, ...], tuple[Iri, ...]]:
            return profiles.every(reader), profiles.nameable(reader)

        def offered(found: tuple[tuple[Profile, ...], tuple[Iri, ...]]) -> None:
            keys, own = here.all()
            cards = (each.card for each in keys if each.card.key not in own)
            audiences = tuple((card.holder, Audience(card.organization, card.name, card.key)) for card in cards)
            self.form.offer(Offered(audiences, *found))

        self._desk.project.read(work, offered, self._fail, self._topic)

    def came_to_front(self) -> None:
        self.titled.emit(tr("Make a bundle"))

    def take_focus(self) -> None:
        if self.states.showing == "content" and self.pages.currentIndex() == 0:
            self.form.to.setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        if self.made is not None:
            self.back()

    def closing(self) -> None:
        self._desk.project.forget(self._topic)

    def look(self, wish: Wish) -> None:
        """Make the bundle, tell what is in it, and throw it away."""
        self._wish = wish
        self.states.busy(tr("Making a bundle to look at; nothing is written…"), self.back)
        self._desk.reports.bundles.rehearse(wish, self._show, self._fail, self._topic)

    def _keep_profile(self, profile: Profile) -> None:
        self._desk.project.write(
            lambda workspace: profiles.keep(workspace, profile), lambda _: self.ask(), self._desk.tell
        )

    def back(self) -> None:
        """To the form, as it was filled in."""
        self._desk.project.forget(self._topic)
        self.made = None
        self.pages.setCurrentIndex(0)
        self.states.content()

    def _page(self) -> QWidget:
        page = QWidget()
        layout = parts.column(page, (16, 12, 16, 12), 10)
        self.head = parts.heading("", self._desk.theme, 17)
        self.note = parts.text("", ink="second")
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName(tr("What goes and what stays"))
        self.write = parts.button(tr("Make it…"), self._save, primary=True)
        layout.addWidget(self.head)
        layout.addWidget(self.note)
        layout.addWidget(self.told, 1)
        layout.addWidget(parts.Flow((self.write, parts.button(tr("Change…"), self.back))))
        return page

    def _show(self, made: Made) -> None:
        self.made = made
        said = made.manifest
        self.head.setText(
            tr("Bundle {number} to {receiver}").format(
                number=said.sequence, receiver=line(said.audience.organization, 120)
            )
        )
        self.note.setText(
            tr("Told from the bundle itself: {count} statements go. Look for names and texts that should stay.").format(
                count=number(made.preview.statements)
            )
        )
        self.told.setPlainText("\n".join(_told(made)))
        self.pages.setCurrentIndex(1)
        self.states.content()
        self.write.setFocus()

    def _save(self) -> None:
        made, wish = self.made, self._wish
        if made is None or wish is None:
            return
        start = str(places.home() / f"bundle-{made.manifest.sequence}{SUFFIX}")
        kinds = f"{tr('Bundle of kgapp')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Make a bundle"), start, kinds)
        if not chosen:
            return
        path = Path(chosen) if chosen.endswith(SUFFIX) else with_ending(self, chosen, SUFFIX)
        if path is None:
            return
        work = self._desk.reports.bundles.making(wish, path)
        self._desk.save(Step(self.head.text(), work, lambda _: self._saved(path), self._fail, begun=self._begun))

    def _begun(self) -> None:
        self.made = None
        self.states.busy(tr("Signing and writing the bundle…"))

    def _saved(self, path: Path) -> None:
        again = parts.button(tr("Make another one"), self.back)
        words = tr("{file}: send it by whatever way you like. Whoever alters it is noticed.")
        self.states.empty(tr("The bundle is made"), words.format(file=line(str(path), 300)), again)

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.back)


class MakeForm(NarrowForm):
    """For whom, what goes, what for, and the password of the key."""

    looked = Signal(object)
    kept = Signal(object)
    """A ``Profile`` is to be kept."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.to, self.profile = Choice(), Choice()
        self.purpose, self.password = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.answer = QCheckBox(tr("Answer the newest bundle of theirs that was taken over here"))
        self.encrypt = QCheckBox(tr("Encrypt: only the recipient can open it"))
        if not desk.reports.keys.can_encrypt():
            self.encrypt.hide()
        self.pages = QCheckBox(tr("With a page and tables to read without kgapp"))
        self.pages.setChecked(True)
        self.problem = parts.text("", ink="second")
        self.new = parts.button(tr("New profile…"), self._new)
        self._desk = desk
        self._offered = Offered((), ())
        self.look = parts.button(tr("Look what would go"), self._look, primary=True)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("For"), self.to),
            (tr("What goes"), self.profile),
            (tr("What for"), self.purpose),
            (tr("Password of your key"), self.password),
        )
        for words, widget in rows:
            widget.setAccessibleName(words)
            self.fields.addRow(words, widget)
        for box in (self.answer, self.pages, self.encrypt):
            self.fields.addRow("", box)
        self.purpose.setPlaceholderText(tr("the recipient reads this"))
        words = tr(
            "What is marked internal or personal stays, and so do know-how, questions, deviations, changes and files that nobody "
            "marked for partners. Texts are not searched: look at what would go."
        )
        layout = parts.column(self, (16, 12, 16, 12), 12)
        layout.addWidget(parts.heading(tr("Make a bundle"), desk.theme, 17))
        layout.addWidget(parts.text(words, ink="second"))
        layout.addLayout(self.fields)
        layout.addWidget(self.problem)
        layout.addWidget(parts.Flow((self.look, self.new)))
        layout.addStretch(1)
        self.password.textChanged.connect(lambda _: self._check())
        self.to.currentIndexChanged.connect(lambda _: self._check())
        self._check()

    def offer(self, offered: Offered) -> None:
        """Fill the lists; what is chosen stays."""
        self._offered = offered
        before = self.to.currentData(), self.profile.currentData()
        known = {self.profile.itemData(at).name for at in range(self.profile.count())}
        new = next((each for each in offered.profiles if known and each.name not in known), None)
        for box in (self.to, self.profile):
            box.clear()
        for words, audience in offered.audiences:
            self.to.addItem(line(words, 120), audience)
        for each in offered.profiles:
            self.profile.addItem(line(each.name, 120), each)
        for box, chosen in ((self.to, before[0]), (self.profile, new or before[1])):
            at = next((at for at in range(box.count()) if box.itemData(at) == chosen), 0)
            box.setCurrentIndex(at)
        self._check()

    def _new(self) -> None:
        ProfileForm(self._desk, self._offered.audiences, self._offered.graphs, self.kept.emit, self).open()

    def _check(self) -> None:
        problem = ""
        if self.to.currentData() is None:
            problem = tr("Take in a key card of your partner first: Exchange ▸ Take in a key card…")
        elif not self.password.text():
            problem = tr("The bundle is signed with your key: its password is needed.")
        self.problem.setText(problem)
        self.look.setEnabled(not problem)
        self.new.setEnabled(self.to.count() > 0 and self._desk.project.writable)

    def _look(self) -> None:
        self.looked.emit(
            Wish(
                self.profile.currentData(),
                self.to.currentData(),
                self.purpose.text().strip(),
                self.password.text(),
                answer=self.answer.isChecked(),
                encrypt=self.encrypt.isChecked(),
                pages=self.pages.isChecked(),
            )
        )


def _told(made: Made) -> list[str]:
    seen, stayed = made.preview, made.withheld
    rows = [tr("What goes:")]
    for each in seen.kinds:
        rows.append(f"  {each.kind}: {number(each.things)}")
        rows += [f"      {line(label, 200)}" for label in each.labels[:_MOST]]
        if len(each.labels) > _MOST:
            rows.append("      " + tr("… and {count} more").format(count=number(len(each.labels) - _MOST)))
    rows += ["", tr("Only you read this:")]
    rows.append(
        "  "
        + tr("{statements} statements and {things} marked or silent things stay.").format(
            statements=number(stayed.statements), things=number(stayed.things)
        )
    )
    for graph, count in stayed.graphs:
        rows.append(
            "  "
            + tr("The graph {graph} stays whole: {count} statements.").format(
                graph=line(graph, 200), count=number(count)
            )
        )
    for thing in stayed.incomplete[:_MOST]:
        rows.append(
            "  " + tr("Stays, because it means nothing without what stays: {thing}").format(thing=line(thing, 200))
        )
    return rows
