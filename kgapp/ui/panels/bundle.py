"""A bundle that came in, beside the project: each thing in words, with what its sender says; nothing enters before it is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from kgapp.domain.bundle import State
from kgapp.domain.errors import UserError
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import PROPERTIES
from kgapp.services.bundles.differences import Choice, Decision, Touched, What
from kgapp.services.bundles.looking import Arrival, Arrived
from kgapp.services.transfer.cells import Kind
from kgapp.ui import bundles
from kgapp.ui.models.sheet import SheetCell, SheetColumn, SheetRow
from kgapp.ui.panels import parts
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

ACCEPT: Final = mark("Accept")
DRAFT: Final = mark("Accept as draft")
REFUSE: Final = mark("Refuse")
LATER: Final = mark("Later")
DECIDE: Final = mark("Decide…")
_SIDES: Final = {Choice.THEIRS: mark("Theirs"), Choice.MINE: mark("Mine"), Choice.BOTH: mark("Both")}
_WHAT: Final = {
    What.NEW: (mark("+ new"), Tone.LOW),
    What.CHANGED: (mark("± changed"), Tone.MEDIUM),
    What.REMOVED: (mark("− removed"), Tone.UNKNOWN),
}
_CONFIRMABLE: Final = (State.NEW_KEY, State.DIFFERENT_KEY)


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says about a thing: accepted, refused or later, whose values where both changed some, and why."""

    accepted: bool | None = None
    side: Choice | None = None
    why: str = ""


class BundlePanel(View):
    """What a bundle says that is not so here, thing by thing; each is accepted, refused or left for later."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__()
        self._desk, self._path = desk, path
        self._topic = f"bundle {path}"
        self._folder = bundles.folder_for()
        self.arrival: Arrival | None = None
        self.said: dict[Iri, Said] = {}
        theme = desk.theme
        self.heading = parts.heading(line(path.name, 80), theme)
        self.sentence = parts.text("")
        self.note = parts.text("", ink="second")
        self.left_out = parts.text("", ink="second")
        self.despite_gap = QCheckBox(tr("Accept although a bundle before it did not arrive"))
        self.despite_gap.toggled.connect(lambda _: self._tell())
        self.table = SheetTable(tr("What the bundle says"), _heads(), theme)
        self.table.sheet.entered.connect(self._enter)
        self.table.opened.connect(self._open)
        self.key = parts.button(tr("Confirm the sender's key…"), self._ask_key)
        self.all = parts.button(tr("Accept all without conflict"), self._accept_all)
        self.none = parts.button(tr("Decide all later"), lambda: self._say({}))
        self.accept = parts.button("", self._accept, primary=True)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = parts.column(content, (16, 12, 16, 12), 8)
        for each in (self.heading, self.sentence, self.note, self.left_out, self.despite_gap):
            layout.addWidget(each)
        self.tools = parts.Flow((self.key, self.all, self.none, self.accept), 8)
        layout.addWidget(self.tools)
        layout.addWidget(self.table, 1)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(lambda: self.heading.setFont(theme.font(17, strong=True)))
        self.ask()

    def ask(self) -> None:
        """Check the bundle and compare it with the project (again)."""
        here = self._desk.reports.bundles
        try:
            locked = here.encrypted(self._path)
        except UserError:
            locked = False  # looking at it says what is wrong
        if locked and not here.ask_password(self._path):
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
        self.titled.emit(_tab(arrival))
        sentences = [checked.sentence, *(each.sentence for each in checked.standings), checked.hint]
        self.sentence.setText("\n".join(line(each, 400) for each in sentences if each))
        self.left_out.setText("\n".join(line(each, 400) for each in arrival.left_out))
        self.left_out.setVisible(bool(arrival.left_out))
        self.despite_gap.setVisible(bool(arrival.gap))
        self.key.setVisible(checked.state in _CONFIRMABLE)
        usual = {entity: Said(accepted=decision.accepted) for entity, decision in _usual(arrival).items()}
        self._say(usual if before is None else {at: told for at, told in self.said.items() if at in kept})
        self.states.content()

    def _say(self, told: dict[Iri, Said]) -> None:
        self.said = told
        self._tell()

    def _tell(self) -> None:
        arrival = self.arrival
        if arrival is None:
            return
        open_to = not arrival.hindrance and self._desk.project.writable
        rows = (_row(each, self.said.get(each.difference.entity, Said()), open_to=open_to) for each in arrival.arrived)
        self.table.show_rows(tuple(rows))
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
            words = tr("It says nothing that is not so here already.")
        self.note.setText(f"{words}\n{tr('Say why you refuse: the sender reads it.')}" if unsaid else words)
        title = tr("Accept {count} as one revision…") if accepted else tr("Record {count} refusals…")
        self.accept.setText(caption(title.format(count=accepted or refused)))
        gap = bool(arrival.gap) and not self.despite_gap.isChecked()
        self.accept.setEnabled(bool(decisions) and open_to and not gap and not unsaid)
        for each in (self.all, self.none):
            each.setEnabled(open_to)
        self.tools.again()

    def _enter(self, key: str, column: str, text: str) -> None:
        entity = Iri(key)
        told = self.said.get(entity, Said())
        if column == "why":
            told = Said(told.accepted, told.side, text.strip())
        elif text == said(REFUSE):
            told = Said(accepted=False, why=told.why)
        elif text in (said(LATER), said(DECIDE), ""):
            told = Said(why=told.why)
        else:
            side = next((choice for choice, words in _SIDES.items() if said(words) == text), None)
            told = Said(accepted=True, side=side, why=told.why)
        self._say({**self.said, entity: told})

    def _accept_all(self) -> None:
        if self.arrival is not None:
            usual = {entity: Said(accepted=True) for entity in _usual(self.arrival)}
            kept = {entity: told for entity, told in self.said.items() if told.side is not None}
            self._say(usual | kept)

    def _accept(self) -> None:
        arrival = self.arrival
        if arrival is None:
            return
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
        signed, here = arrival.checked.manifest.sender, self._desk.reports.bundles
        dialog = KeyConfirm(
            signed.card, lambda text, how: here.confirm(signed, text, how, self.ask), self._desk.theme, self
        )
        dialog.open()

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


def _tab(arrival: Arrival) -> str:
    if arrival.answers is not None:
        return tr("Bundle {number}: answer").format(number=arrival.answers.sequence)
    manifest = arrival.checked.manifest
    return tr("Bundle {number}").format(number=manifest.sequence if manifest else "")


def _heads() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn("what", tr("What"), 92),
        SheetColumn("entity", tr("Thing"), 0.22),
        SheetColumn("words", tr("In words"), 0.36),
        SheetColumn("comment", tr("Their comment"), 0.2),
        SheetColumn("you", tr("You"), 112),
        SheetColumn("why", tr("Your comment"), 0.2),
    )


def _row(each: Arrived, told: Said, *, open_to: bool) -> SheetRow:
    conflicts = each.difference.conflicts
    words, tone = _WHAT[each.difference.what]
    badge = SheetCell(tr("⇄ conflict"), tone=Tone.HIGH) if conflicts else SheetCell(said(words), tone=tone)
    changeable = open_to and not each.blocked
    return SheetRow(
        each.difference.entity,
        (
            badge,
            SheetCell(line(each.name, 200), line(each.kind, 100), strong=True),
            _words(each),
            SheetCell(line(each.word.comment, 400)),
            _you(each, told, changeable=changeable),
            SheetCell(told.why, kind=Kind.TEXT if open_to else None),
        ),
        each,
        each.difference.entity,
    )


def _words(each: Arrived) -> SheetCell:
    if each.blocked:
        return SheetCell(line(each.sentences[0], 400), line(each.blocked, 300), share=True)
    if each.difference.conflicts:
        both = [_both(one) for one in each.difference.conflicts]
        return SheetCell(line(" · ".join(both), 400), line("; ".join(each.sentences), 400), share=True)
    first, *more = each.sentences
    return SheetCell(line(first, 400), line("; ".join((*more, *each.notes)), 400), share=True)


def _both(one: Touched) -> str:
    known = PROPERTIES.get(one.predicate)
    name = known.label if known else one.predicate.rpartition("#")[2].rpartition("/")[2]
    return tr("{property}: you: {mine}; they: {theirs}").format(
        property=name, mine=_values(one.here), theirs=_values(one.theirs)
    )


def _values(quads: frozenset[Quad]) -> str:
    found = sorted({quad.object if isinstance(quad.object, str) else quad.object.lexical for quad in quads})
    return ", ".join(found) or tr("nothing")


def _you(each: Arrived, told: Said, *, changeable: bool) -> SheetCell:
    conflicts = each.difference.conflicts
    if each.blocked:
        return SheetCell(tr("not possible"))
    if conflicts:
        both = [Choice.BOTH] if not any(one.single for one in conflicts) else []
        sides = [said(_SIDES[side]) for side in (Choice.THEIRS, Choice.MINE, *both)]
        choices = (*sides, said(REFUSE), said(LATER))
        now = said(_SIDES[told.side]) if told.side else said(DECIDE)
    else:
        take = said(DRAFT if each.draft else ACCEPT)
        choices = (take, said(REFUSE), said(LATER))
        now = take if told.accepted else said(LATER)
    if told.accepted is False:
        now = said(REFUSE)
    return SheetCell(now, kind=Kind.WORD if changeable else None, choices=choices, strong=True)
