"""Write the project to a server: chosen, looked at, agreed, sent in batches and compared; what broke goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QStackedWidget, QWidget

from kgapp.services.ports import RecordReader
from kgapp.services.remote import outgoing, publishing
from kgapp.services.remote.outgoing import Plan
from kgapp.services.remote.publishing import Closable, Progress, Published, There
from kgapp.ui.panels import parts
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.message import message
from kgapp.ui.panels.progressing import Progressing
from kgapp.ui.panels.publish_form import PublishForm, Wish
from kgapp.ui.panels.states import States
from kgapp.ui.servers import Attempt
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import count_of, line, number
from kgapp.ui.views import View
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_SENTENCE: Final = 600
_DOING: Final[Mapping[str, str]] = {
    "Looking at the graph": mark("Looking at the graph…"),
    "Sending": mark("Sending"),
    "Comparing": mark("Reading back and comparing"),
}


@dataclass(frozen=True, slots=True)
class _Looked:
    """What would be sent, what the graph holds, and how much of it an earlier run had confirmed."""

    plan: Plan
    there: There
    begun: int
    address: str


class PublishingPanel(View):
    """What is written is what was looked at, of that revision, also when the project changes meanwhile."""

    _told = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._topic = f"publishing {id(self)}"
        self._attempt: Attempt | None = None
        self._wish: Wish | None = None
        self._looked: _Looked | None = None
        self._busy: Progressing | None = None
        self.writing = False
        self.form = PublishForm(desk)
        self.pages = QStackedWidget()
        self.pages.addWidget(scrolling(self.form))
        self.pages.addWidget(scrolling(self._looked_page()))
        self.states = States(self.pages, desk.theme)
        parts.column(self).addWidget(self.states)
        self.form.looked.connect(self.look)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        desk.project.closing.connect(self.closing)

    def came_to_front(self) -> None:
        self.titled.emit(tr("Write to a server"))

    def take_focus(self) -> None:
        if self.states.showing == "content" and self.pages.currentIndex() == 0:
            self.form.server.setFocus()

    def may_close(self) -> bool:
        if self.writing:
            words = tr("Press Stop first, or wait until it is compared: the graph on the server is not complete yet.")
            message(self.window(), tr("Writing to the server is not finished."), words)
        return not self.writing

    def closing(self) -> None:
        self._give_up()

    def look(self, wish: Wish) -> None:
        """Collect what would be sent, and ask what the graph holds; nothing is written."""
        self._give_up()
        self._wish, self._looked = wish, None
        attempt = self._begin(tr("Looking what would be sent…"), self.stop_looking)
        servers, reached = self._desk.reports.servers, self._reaching(wish)

        def work(reader: RecordReader) -> _Looked:
            plan = outgoing.plan(reader, wish.seq, people=wish.people)
            with closing(reached()) as target, attempt.until_stopped(target):
                there = publishing.look(target, wish.graph, plan)
                begun = publishing.begun(target, servers.states(), wish.graph, plan)
                return _Looked(plan, there, begun, target.address)

        self._desk.project.survey(work, self._show, self._not_looked, self._topic)

    def look_again(self) -> None:
        """What would be sent, once more."""
        if self._wish is not None:
            self.look(self._wish)

    def stop_looking(self) -> None:
        """Give up what is asked."""
        self._give_up()
        again = parts.button(tr("Look again"), self.look_again, primary=True)
        self.states.empty(tr("Stopped"), tr("Nothing was written."), again, self._back_button())

    def write(self) -> None:
        """Send what was looked at, or what of it is not confirmed yet, and compare it."""
        wish, looked = self._wish, self._looked
        if wish is None or looked is None:
            return
        plan, replace, agreed = looked.plan, self.replace.isChecked(), self.agreed.isChecked()
        attempt = self._begin(tr("Writing to {name}…").format(name=line(wish.server.name, 200)), self._stop_writing)
        self.writing = True
        servers, reached, told = self._desk.reports.servers, self._reaching(wish), self._told.emit

        def steps(target: Closable) -> Published:
            for each in publishing.publish(
                target,
                servers.states(),
                wish.graph,
                plan,
                replace=replace,
                confidential=plan.confidential if agreed else 0,
            ):
                if isinstance(each, Published):
                    return each
                told(each)
            raise AssertionError("it ends with what was published")

        def work(_: RecordReader) -> Published:
            with closing(reached()) as target, attempt.until_stopped(target):
                return steps(target)

        self._desk.project.survey(work, self._published, self._broke, self._topic)

    def back(self) -> None:
        """To the form, as it was filled in."""
        self._looked = None
        self.pages.setCurrentIndex(0)
        self.states.content()
        self.form.look.setFocus()

    def _reaching(self, wish: Wish) -> Callable[[], Closable]:
        servers = self._desk.reports.servers
        return lambda: servers.target(wish.server, over=wish.over, write_url=wish.write_url)

    def _begin(self, title: str, stop: Callable[[], None]) -> Attempt:
        attempt = self._attempt = self._desk.reports.servers.attempt()
        busy = self._busy = Progressing(title, stop, self._desk.theme)
        self.states.show_page(busy)
        busy.setObjectName("busy")
        busy.stop.setFocus()
        return attempt

    def _stop_writing(self) -> None:
        """The answer says what is confirmed."""
        if self._attempt is not None and self._busy is not None:
            self._attempt.stop()
            self._busy.stop.setEnabled(False)
            self._busy.tell(tr("Stopping…"))

    def _give_up(self) -> None:
        self._desk.project.forget(self._topic)
        if self._attempt is not None:
            self._attempt.stop()
        self._attempt = self._busy = None
        self.writing = False

    def _tell(self, progress: Progress) -> None:
        if self._busy is None or not self.writing or not self._busy.stop.isEnabled():
            return
        doing = said(_DOING[progress.doing]) if progress.doing in _DOING else progress.doing
        if not progress.done and progress.doing not in ("Sending", "Comparing"):
            self._busy.tell(doing)
            return
        words = tr("{doing}: {done} of {of} statements").format(
            doing=doing, done=number(progress.done), of=number(progress.of)
        )
        self._busy.tell(words, progress.done, progress.of)

    def _looked_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        layout = parts.column(page, (16, 12, 16, 12), 12)
        self.head = parts.heading("", self._desk.theme, 17)
        self.sentences, self.holds = parts.text(""), parts.text("")
        self.visible, self.agreed = parts.text(""), QCheckBox(tr("&Yes, that may be read"))
        self.replace = QCheckBox(tr("&Remove that first"))
        self.send = parts.button(tr("Write and compare"), self.write, primary=True)
        for each in (self.agreed, self.replace):
            each.toggled.connect(lambda _: self._check())
        look = parts.button(tr("Look again"), self.look_again)
        for widget in (self.head, self.sentences, self.holds, self.replace, self.visible, self.agreed):
            layout.addWidget(widget)
        layout.addWidget(parts.Flow((self.send, look, self._back_button())))
        layout.addStretch(1)
        return page

    def _back_button(self) -> QPushButton:
        return parts.button(tr("Change…"), self.back, tip=tr("Change what is written, and where"))

    def _show(self, looked: _Looked) -> None:
        self._give_up()
        wish, plan, there = self._wish, looked.plan, looked.there
        assert wish is not None, "it was looked at"
        self._looked = looked
        self.head.setText(
            tr("{count} would go into the graph {graph}").format(
                count=count_of(len(plan.triples), tr("statement"), tr("statements")), graph=line(wish.graph, 200)
            )
        )
        self.sentences.setText("\n\n".join(line(each, _SENTENCE) for each in plan.sentences if each != plan.visible))
        self.holds.setText(_holds(looked))
        self.replace.setVisible(bool(there.foreign))
        self.replace.setAccessibleDescription(self.holds.text())
        words = tr("Whoever may read the server then reads what is confidential: {what}.")
        self.visible.setText(words.format(what=plan.becomes_visible) if plan.confidential else "")
        self.visible.setVisible(bool(plan.confidential))
        self.agreed.setVisible(bool(plan.confidential))
        self.agreed.setAccessibleDescription(self.visible.text())
        for box in (self.agreed, self.replace):
            box.setChecked(False)
        self._check()
        self.pages.setCurrentIndex(1)
        self.states.content()
        first = self.replace if there.foreign else self.agreed if plan.confidential else self.send
        first.setFocus()

    def _check(self) -> None:
        looked = self._looked
        if looked is None:
            return
        yes = not looked.plan.confidential or self.agreed.isChecked()
        room = not looked.there.foreign or self.replace.isChecked()
        full = bool(looked.plan.triples)
        self.send.setEnabled(yes and room and full)
        self.send.setToolTip("" if yes and room else tr("Say yes above first, or change what is written"))

    def _not_looked(self, failure: Failure) -> None:
        self._give_up()
        self.states.failed(failure, self.look_again, self._back_button())

    def _broke(self, failure: Failure) -> None:
        """What is confirmed is said by the failure."""
        self._give_up()
        self.replace.setChecked(False)  # the yes was for what the graph held then
        again, look = parts.button(tr("Go on"), self.write), parts.button(tr("Look again"), self.look_again)
        self.states.failed(failure, None, again, look)

    def _published(self, done: Published) -> None:
        self._give_up()
        self.states.empty(
            tr("Written and compared"), _result(done), parts.button(tr("Write something else"), self.back)
        )


def _holds(looked: _Looked) -> str:
    there, told = looked.there, [tr("It is written at {address}.").format(address=line(looked.address, 200))]
    if there.foreign:
        told.append(
            tr(
                "The graph holds {count} already; {foreign} of them are not among what is sent now. Nothing is written beside them: "
                "name another graph, or have all {count} removed first. Until it is written whole the graph is incomplete."
            ).format(count=count_of(there.statements, tr("statement"), tr("statements")), foreign=number(there.foreign))
        )
    elif there.statements:
        told.append(
            tr("The graph holds {count} of these already, and nothing else.").format(count=number(there.statements))
        )
    else:
        told.append(tr("The graph is empty, or not there yet."))
    if looked.begun and there.statements and not there.foreign:
        told.append(
            tr("An earlier run did not come to its end: it goes on after {count} confirmed statements.").format(
                count=number(looked.begun)
            )
        )
    return "\n".join(told)


def _result(done: Published) -> str:
    told = [
        tr(
            "All {count} statements were read back and are the same by value, and the graph holds nothing else "
            "({there} statements there)."
        ).format(count=number(done.statements), there=number(done.compared))
    ]
    if done.rewritten:
        told.append(
            tr("{count} of them are written in another form there (1.0 as 1).").format(count=number(done.rewritten))
        )
    if done.removed:
        told.append(tr("Removed before: {count} statements.").format(count=number(done.removed)))
    if done.resumed_at:
        told.append(tr("Confirmed by an earlier run: {count}.").format(count=number(done.resumed_at)))
    told.append(tr("Sent now: {count}.").format(count=number(done.sent)))
    return " ".join(told)
