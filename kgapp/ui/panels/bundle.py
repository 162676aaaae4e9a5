"""A bundle that came in, beside the project: each thing in words, with what its sender says; nothing enters before it is accepted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from kgapp.domain.bundle import State
from kgapp.domain.terms import Iri
from kgapp.services import known_findings
from kgapp.services.bundles.differences import Decision, What
from kgapp.services.bundles.foreseeing import Foreseen
from kgapp.services.bundles.looking import Arrival, Arrived
from kgapp.services.watch import Watch
from kgapp.ui import bundles
from kgapp.ui.models import bundle_rows
from kgapp.ui.models.bundle_rows import Said
from kgapp.ui.panels import parts
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.key_confirm import KeyConfirm
from kgapp.ui.panels.sheet_table import SheetTable
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import caption, line
from kgapp.ui.tones import Tone
from kgapp.ui.views import View
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

NOT_VERIFIED: Final = mark("not verified")
_STATES: Final = {
    State.NEW_KEY: mark("new key"),
    State.DIFFERENT_KEY: mark("different key"),
    State.EXPIRED: mark("expired key"),
    State.REVOKED: mark("revoked key"),
    State.UNSIGNED: mark("unsigned"),
}
_MOST_FOUND: Final = 8
_TABLE: Final = 220
_CONFIRMABLE: Final = (State.NEW_KEY, State.DIFFERENT_KEY)


class BundlePanel(View):
    """What a bundle says that is not so here, thing by thing; each is accepted, refused or left for later."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__()
        self._desk, self._path = desk, path
        self._topic = f"bundle {path}"
        self._folder = bundles.folder_for()
        self.destroyed.connect(self._folder.cleanup)
        self.arrival: Arrival | None = None
        self._foreseen: Foreseen | None = None
        self._watch: Watch | None = None
        self.said: dict[Iri, Said] = {}
        theme = desk.theme
        self.heading = parts.heading(line(path.name, 80), theme)
        self.badge = parts.Badge(theme)
        self.sentence = parts.text("")
        self.note = parts.text("", ink="second")
        self.broken = parts.text("")
        self.left_out = parts.text("", ink="second")
        self.despite_gap = QCheckBox(tr("Accept although a bundle before it did not arrive"))
        self.despite_gap.toggled.connect(lambda _: self._tell())
        self.check_first = QCheckBox(tr("Check first what the shapes would newly find"))
        self.table = SheetTable(tr("What the bundle says"), bundle_rows.heads(), theme)
        self.table.setMinimumHeight(theme.px(_TABLE))
        self.table.sheet.entered.connect(self._enter)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._choose)
        self.key = parts.button(tr("Confirm the sender's key…"), self._ask_key)
        self.page = parts.button(
            tr("Open read-only"), self._read, tip=tr("As a page in the browser; nothing enters the project")
        )
        self.all = parts.button(tr("Accept all without conflict"), self._accept_all)
        self.none = parts.button(tr("Decide all later"), lambda: self._say({}))
        self.accept = parts.button("", self._accept, primary=True)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = parts.column(content, (16, 12, 16, 12), 8)
        head = parts.row(self.heading, self.badge, spacing=12, stretch=False)
        head.setStretch(0, 1)
        layout.addLayout(head)
        for each in (self.sentence, self.note, self.left_out, self.broken):
            layout.addWidget(each)
        self.tools = parts.Flow((self.key, self.page, self.all, self.none, self.accept), 8)
        layout.addWidget(self.tools)
        layout.addWidget(parts.Flow((self.despite_gap, self.check_first), 16))
        layout.addWidget(self.table, 1)
        self.states = States(scrolling(content), theme)
        parts.column(self).addWidget(self.states)
        self.ask()

    def ask(self) -> None:
        """Check the bundle and compare it with the project (again)."""
        here = self._desk.reports.bundles
        if here.locked(self._path) and not here.ask_password(self._path):
            self._stop()
            return
        self.states.busy(tr("Checking {file}…").format(file=line(self._path.name)), self._stop)
        here.look(self._path, Path(self._folder.name), self._show, self._fail, self._topic)

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.ask()

    def came_to_front(self) -> None:
        self.titled.emit(_tab(self.arrival) if self.arrival else line(self._path.name, 40))

    def take_focus(self) -> None:
        if self.states.showing == "content":
            self.table.setFocus()

    def closing(self) -> None:
        if self._watch is not None:
            self._watch.stop()
        self._desk.project.forget(self._topic)
        self._folder.cleanup()

    @property
    def decisions(self) -> dict[Iri, Decision]:
        """What was decided so far."""
        arrival = self.arrival
        found: dict[Iri, Decision] = {}
        for each in arrival.arrived if arrival is not None else ():
            told = self.said.get(each.difference.entity, Said())
            if told.accepted is not None:
                sides = {(one.subject, one.predicate): told.side for one in each.difference.conflicts if told.side}
                found[each.difference.entity] = Decision(told.accepted, told.why, sides)
        return found

    def _show(self, arrival: Arrival) -> None:
        before, self.arrival = self.arrival, arrival
        known = {each.difference: each for each in before.arrived} if before else {}
        kept = {each.difference.entity for each in arrival.arrived if each.difference in known}
        checked, manifest = arrival.checked, arrival.checked.manifest
        assert manifest is not None, "one that cannot be believed is not looked at"
        self.heading.setText(_title(arrival))
        self.badge.say(*_badge(arrival))
        self.titled.emit(_tab(arrival))
        sentences = [checked.sentence, *(each.sentence for each in checked.standings), checked.hint]
        self.sentence.setText("\n".join(line(each, 400) for each in sentences if each))
        self.left_out.setText("\n".join(line(each, 400) for each in arrival.left_out))
        self.left_out.setVisible(bool(arrival.left_out))
        self.despite_gap.setVisible(bool(arrival.gap))
        self.key.setVisible(checked.state in _CONFIRMABLE)
        if before is None:
            self.check_first.setChecked(arrival.statements < known_findings.SMALL)
        usual = {entity: Said(accepted=decision.accepted) for entity, decision in _usual(arrival).items()}
        self._say(usual if before is None else {at: told for at, told in self.said.items() if at in kept})
        self.states.content()

    def _read(self) -> None:
        if self.arrival is not None:
            self._desk.say(tr("Making the page…"))
            self._desk.reports.bundles.page(self._path, Path(self._folder.name), self.arrival, self._topic)

    def _say(self, told: dict[Iri, Said]) -> None:
        self.said = told
        self._tell()

    def _tell(self) -> None:
        arrival = self.arrival
        if arrival is None:
            return
        open_to = not arrival.hindrance and self._desk.project.writable
        self.table.show_rows(bundle_rows.rows(arrival, self.said, open_to=open_to))
        decisions = self.decisions
        accepted = sum(each.accepted for each in decisions.values())
        refused = len(decisions) - accepted
        unsaid = any(not each.accepted and not each.reason.strip() for each in decisions.values())
        words = tr(
            "{count} things differ: {accepted} accepted, {refused} refused, {left} to decide · nothing enters the project before "
            "you accept"
        ).format(
            count=len(arrival.arrived),
            accepted=accepted,
            refused=refused,
            left=len(arrival.arrived) - len(decisions),
        )
        if not arrival.arrived:
            words = tr(
                "It says nothing that is not so here already; comments in it come to the points when it is received."
            )
        words = f"{_dates(arrival)} · {words}"
        self._forget_foreseen()
        self.note.setText(f"{words}\n{tr('Say why you refuse: the sender reads it.')}" if unsaid else words)
        title = tr("Accept {count} as one revision…") if accepted else tr("Record {count} refusals…")
        self.accept.setText(caption(title.format(count=accepted or refused) if arrival.arrived else tr("Receive it…")))
        gap = bool(arrival.gap) and not self.despite_gap.isChecked()
        self.accept.setEnabled(
            (bool(decisions) or not (arrival.arrived or arrival.received)) and open_to and not gap and not unsaid
        )
        for each in (self.all, self.none):
            each.setEnabled(open_to)
        self.tools.again()

    def _enter(self, key: str, column: str, text: str) -> None:
        entity = Iri(key)
        told = self.said.get(entity, Said())
        if column == "why":
            told = Said(told.accepted, told.side, text.strip())
        elif text == said(bundle_rows.REFUSE):
            told = Said(accepted=False, why=told.why)
        elif text in (said(bundle_rows.LATER), said(bundle_rows.DECIDE), ""):
            told = Said(why=told.why)
        else:
            side = next((choice for choice, words in bundle_rows.SIDES.items() if said(words) == text), None)
            told = Said(accepted=True, side=side, why=told.why)
        self._say({**self.said, entity: told})

    def _accept_all(self) -> None:
        if self.arrival is not None:
            usual = {entity: Said(accepted=True) for entity in _usual(self.arrival)}
            kept = {entity: told for entity, told in self.said.items() if told.side is not None}
            self._say(usual | kept)

    def _accept(self) -> None:
        arrival, decisions = self.arrival, self.decisions
        if arrival is None:
            return
        known = self._foreseen is not None or not self.check_first.isChecked()
        if known or not any(each.accepted for each in decisions.values()):
            self._save(arrival)
            return
        watch = self._watch = Watch()
        self.states.busy(tr("Checking what the shapes would newly find; nothing is accepted yet…"), self._stop_check)
        self._desk.reports.bundles.foresee(arrival, decisions, watch, self._warn, self._not_checked, self._topic)

    def _warn(self, found: Foreseen) -> None:
        """Ask once more where something would be wrong that was not; else go on."""
        self._foreseen, self._watch = found, None
        self.states.content()
        arrival = self.arrival
        if not found.appeared and arrival is not None:
            self._save(arrival)
            return
        told = [f"{found.names[each.focus]}: {each.message}" for each in found.appeared[:_MOST_FOUND]]
        head = tr("With this the shapes would newly find {count}:").format(count=len(found.appeared))
        more = len(found.appeared) - len(told)
        rest = [tr("… and {count} more").format(count=more)] if more else []
        self.broken.setText("\n".join([head, *(f"• {line(each, 300)}" for each in told), *rest]))
        self.broken.show()
        self.accept.setText(caption(tr("Accept nevertheless…")))
        self.tools.again()

    def _not_checked(self, failure: Failure) -> None:
        self._watch = None
        self.states.content()
        self._desk.tell(failure)

    def _stop_check(self) -> None:
        if self._watch is not None:
            self._watch.stop()
        self._desk.project.forget(self._topic)
        self._watch = None
        self.states.content()

    def _forget_foreseen(self) -> None:
        self._foreseen = None
        self.broken.hide()

    def _save(self, arrival: Arrival) -> None:
        work = self._desk.reports.bundles.acceptance(
            self._path,
            Path(self._folder.name),
            arrival,
            self.decisions,
            despite_gap=self.despite_gap.isChecked(),
        )
        self._desk.save(Step(line(_title(arrival), 120), work, lambda _: self.ask()))

    def _ask_key(self) -> None:
        arrival = self.arrival
        if arrival is None or arrival.checked.manifest is None:
            return
        signed, here = arrival.checked.manifest.sender, self._desk.reports.keys
        dialog = KeyConfirm(
            signed.card, lambda text, how: here.confirm(signed, text, how, self.ask), self._desk.theme, self
        )
        dialog.open()

    def _choose(self, subject: object) -> None:
        """What is here of the thing stands beside what came in."""
        if self.isVisible() and isinstance(subject, Arrived) and subject.difference.what is not What.NEW:
            self._desk.inspect(subject.difference.entity)

    def _open(self, iri: str) -> None:
        self._desk.open_entity(Iri(iri))

    def _stop(self) -> None:
        self._desk.project.forget(self._topic)
        self.states.empty(tr("It was not opened"), tr("You stopped it."), parts.button(tr("Open it"), self.ask))

    def _fail(self, failure: Failure) -> None:
        self._desk.reports.bundles.forget_password(self._path)
        self.states.failed(failure, self.ask)


def _usual(arrival: Arrival) -> dict[Iri, Decision]:
    from kgapp.services.bundles import receiving

    return {} if arrival.hindrance else receiving.everything(arrival)


def _title(arrival: Arrival) -> str:
    said_by = arrival.checked.manifest
    assert said_by is not None, "one that cannot be believed is not looked at"
    sender = line(said_by.sender.card.organization, 80)
    if arrival.answers is not None:
        return tr("Answer to bundle {number} from {sender}").format(number=arrival.answers.sequence, sender=sender)
    return tr("Bundle {number} from {sender}").format(number=said_by.sequence, sender=sender)


def _badge(arrival: Arrival) -> tuple[str, Tone]:
    state = arrival.checked.state
    if state is State.VERIFIED:
        return tr("✓ verified"), Tone.MEDIUM if arrival.checked.standings else Tone.LOW
    return said(_STATES.get(state, NOT_VERIFIED)), Tone.MEDIUM if state is State.NEW_KEY else Tone.HIGH


def _dates(arrival: Arrival) -> str:
    manifest = arrival.checked.manifest
    assert manifest is not None, "one that cannot be believed is not looked at"
    day = f"{manifest.sent.astimezone():%Y-%m-%d}"
    if arrival.answers is None:
        return tr("Sent {day}").format(day=day)
    return tr("Sent {sent} · answered {day}").format(sent=f"{arrival.answers.sent.astimezone():%Y-%m-%d}", day=day)


def _tab(arrival: Arrival) -> str:
    if arrival.answers is not None:
        return tr("Bundle {number}: answer").format(number=arrival.answers.sequence)
    manifest = arrival.checked.manifest
    return tr("Bundle {number}").format(number=manifest.sequence if manifest else "")
