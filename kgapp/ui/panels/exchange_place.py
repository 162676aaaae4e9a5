"""The place of what is exchanged with other companies: keys, bundles that went and came, and the points that are talked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kgapp.domain.keys import Trust, Trusted
from kgapp.domain.terms import Iri
from kgapp.services import browsing
from kgapp.services.bundles import exchanged, points, sending
from kgapp.services.bundles.exchanged import Received
from kgapp.services.bundles.items import Word
from kgapp.services.bundles.points import Point, Talk
from kgapp.services.bundles.sending import Sent
from kgapp.services.workspace import Workspace
from kgapp.ui import bundle_places
from kgapp.ui.models import key_rows
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.panels import parts
from kgapp.ui.panels.key_confirm import KeyConfirm
from kgapp.ui.panels.key_new import KeyNew
from kgapp.ui.panels.point_form import PointForm
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.tones import Tone
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Known:
    """All that the place shows; ``own`` are the ids of the user's keys."""

    keys: tuple[Trusted, ...]
    own: frozenset[str]
    sent: tuple[Sent, ...]
    received: tuple[Received, ...]
    talks: tuple[Talk, ...]
    names: dict[Iri, str]


class ExchangePanel(View):
    """A key is confirmed with Enter or a double click; a point leads to its thing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.place = bundle_places.EXCHANGE
        self.known: Known | None = None
        here = desk.reports.keys
        self.head = parts.heading(tr("Exchange"), desk.theme, 17)
        self.note = parts.text("", ink="second")
        self.make = parts.button(tr("Make a bundle…"), lambda: desk.open_place(bundle_places.MAKE_BUNDLE), primary=True)
        self.open = parts.button(tr("Open a bundle…"), desk.reports.bundles.choose)
        self.own = parts.button(tr("Make my key…"), self._new_key)
        self.card = parts.button(tr("Save my key card…"), here.save_card)
        self.take = parts.button(tr("Take in a key card…"), here.take_card)
        self.keys = parts.button(tr("Keys…"), here.open, tip=tr("Replace or revoke a key"))
        self.point = parts.button(tr("Say something…"), self._say_point, tip=tr("About a thing, with the next bundle"))
        self._about: Point | None = None
        here.changed.connect(self.ask)
        self.table = Table(tr("Exchange"), key_rows.heads(), key_rows.SHARES, desk.theme)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = parts.column(content)
        head = parts.column(top := QWidget(), (16, 12, 16, 10), 6)
        self.tools = parts.Flow((self.make, self.open, self.point, self.own, self.card, self.take, self.keys), 8)
        for each in (self.head, self.note, self.tools):
            head.addWidget(each)
        inner.addWidget(top)
        inner.addWidget(self.table, 1)
        self.states = States(content, desk.theme)
        parts.column(self).addWidget(self.states)
        self.ask()

    def ask(self) -> None:
        """Read keys and records (again)."""
        here = self._desk.reports.keys

        def work(workspace: Workspace) -> Known:
            reader = workspace.reader
            talks = points.every(reader)
            things = {each.entity for talk in talks for each in talk.points}
            keys, own = here.all()
            names = dict(browsing.labels(reader, things))
            return Known(keys, own, sending.sent(reader), exchanged.received(reader), talks, names)

        self._desk.project.ask(work, self._show, self._fail, self.place)

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.ask()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Exchange"))
        self.ask()

    def take_focus(self) -> None:
        if self.states.showing == "content":
            self.table.setFocus()

    def closing(self) -> None:
        self._desk.project.forget(self.place)

    def _show(self, known: Known) -> None:
        self.known = known
        has_key = any(each.card.key in known.own for each in known.keys)
        self.own.setVisible(not has_key)
        self.card.setVisible(has_key)
        self.make.setEnabled(has_key and self._desk.project.writable)
        self.point.setEnabled(self._desk.project.writable)
        open_points = sum(len(talk.open) for talk in known.talks)
        self.note.setText(
            tr("{sent} sent · {received} received · {points} points open").format(
                sent=len(known.sent), received=len(known.received), points=number(open_points)
            )
            if has_key
            else tr("Make your key first: bundles are signed with it. Then exchange key cards with your partner.")
        )
        groups = (
            Group(tr("Keys"), tuple(key_rows.row(each, own=each.card.key in known.own) for each in known.keys), "keys"),
            Group(tr("Sent"), tuple(map(_sent, known.sent)), "sent"),
            Group(tr("Received"), tuple(map(_received, known.received)), "received"),
            *(_talk(talk, known.names) for talk in known.talks),
        )
        self.table.update_groups(tuple(group for group in groups if group.rows))
        self.tools.again()
        self.states.content()

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.ask)

    def say(self, partner: str, thing: Iri, word: Word) -> None:
        """Keep what is said about a thing for the next bundle to a partner; it is no revision."""
        work = self._desk.project.write
        work(lambda workspace: points.say(workspace, partner, {thing: word}), lambda _: self.ask(), self._desk.tell)

    def _say_point(self) -> None:
        known = self.known
        if known is None:
            return
        others = (each.card.organization for each in known.keys if each.card.key not in known.own)
        partners = (*others, *(each.sender for each in known.received), *(talk.partner for talk in known.talks))
        form = PointForm(self._desk, tuple(dict.fromkeys(partners)), self.say, self)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about = self._about
        talk = next((each for each in known.talks if about in each.points), None)
        if about is not None and talk is not None:
            form.begin_with(talk.partner, about, known.names.get(about.entity, about.entity))
        form.open()

    def _choose(self, subject: object) -> None:
        self._about = subject if isinstance(subject, Point) else None
        if self.isVisible() and isinstance(subject, Point):
            self._desk.inspect(subject.entity)

    def _open(self, iri: str) -> None:
        key = next((each for each in self.known.keys if each.card.key == iri), None) if self.known else None
        if key is None:
            self._desk.open_entity(Iri(iri))
        elif key.trust is Trust.NEW and self.known is not None and iri not in self.known.own:
            here, signed = self._desk.reports.keys, key.signed
            KeyConfirm(
                signed.card, lambda said, how: here.confirm(signed, said, how, self.ask), self._desk.theme, self
            ).open()

    def _new_key(self) -> None:
        here = self._desk.reports.keys
        KeyNew(here.user_name(), here.new_key, self._desk.theme, self).open()


def _sent(each: Sent) -> Row:
    title = tr("Bundle {number} to {receiver}").format(number=each.sequence, receiver=line(each.receiver, 120))
    return Row(
        (
            Cell(title, icon="document"),
            Cell(tr("sent"), tone=Tone.PLAIN),
            Cell(f"{each.sent.astimezone():%Y-%m-%d}", ink="second"),
            Cell(tr("made of revision {number}").format(number=each.revision), ink="second"),
        ),
        each,
    )


def _received(each: Received) -> Row:
    title = tr("Bundle {number} from {sender}").format(number=each.sequence, sender=line(each.sender, 120))
    details = tr("{refused} refused, {left} undecided").format(refused=len(each.refused), left=len(each.undecided))
    return Row(
        (
            Cell(title, icon="document"),
            Cell(tr("taken over"), tone=Tone.LOW if not each.undecided else Tone.MEDIUM),
            Cell(f"{each.received.astimezone():%Y-%m-%d}", ink="second"),
            Cell(details, ink="second"),
        ),
        each,
    )


def _talk(talk: Talk, names: dict[Iri, str]) -> Group:
    words = tr("all settled") if not talk.open else tr("{count} open").format(count=len(talk.open))
    rows = []
    for each in sorted(talk.points, key=lambda point: point.settled):
        comments = (tr("We: {comment}"), each.here.comment), (tr("They: {comment}"), each.there.comment)
        said = " · ".join(form.format(comment=line(comment, 300)) for form, comment in comments if comment)
        state = Cell(tr("settled"), tone=Tone.LOW) if each.settled else Cell(tr("open"), tone=Tone.MEDIUM)
        name = line(names.get(each.entity, each.entity), 200)
        rows.append(Row((Cell(name, iri=each.entity), state, Cell(""), Cell(said, ink="second")), each))
    title = tr("Points with {partner}: {words}").format(partner=line(talk.partner, 80), words=words)
    return Group(title, tuple(rows), f"talk {talk.partner}")
