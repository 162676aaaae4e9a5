"""A partner without a project: keys are made and compared in the window, and a project begins with the bundle that came."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from kgapp import bootstrap
from kgapp.adapters.signatures import Signatures
from kgapp.domain.keys import Trust
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services.bundles.items import Status, Word
from kgapp.services.ports import Pattern
from kgapp.ui import bundle_places
from kgapp.ui.panels.exchange_place import ExchangePanel
from kgapp.ui.panels.key_change import KeyReplace, KeyRevoke
from kgapp.ui.panels.key_confirm import KeyConfirm
from kgapp.ui.panels.key_new import KeyNew
from kgapp.ui.panels.key_ring import KeyRingDialog
from kgapp.ui.panels.make_bundle import MakeBundlePanel
from kgapp.ui.panels.new_project import NewProject
from kgapp.ui.panels.point_form import PointForm
from kgapp.ui.window import MainWindow
from tests.services.bundles.companies import A, Company, company

Until = Callable[[Callable[[], object]], None]
PASSWORD, LATER = "correct horse", "battery staple"
MOI, DEMO_MOI = Iri(f"{A}MOI"), Iri("https://w3id.org/kgapp/demo/P17")


@pytest.fixture
def ann(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Company]:
    """The innovator, who sends one parameter to Leiden; this window is Leiden's."""
    monkeypatch.setattr("kgapp.adapters.exchange_room.Signatures", partial(Signatures, 10))
    (tmp_path / "there").mkdir()
    made = company(tmp_path / "there", "Ann", "Innovator", A)
    made.user.at[0] = datetime.now(UTC) - timedelta(minutes=5)
    made.change({made.says(MOI, RDF.type, KG.ProcessParameter), made.says(MOI, RDFS.label, Literal("MOI"))})
    yield made
    made.workspace.close()


def shown(window: MainWindow, kind: type[QDialog]) -> QDialog | None:
    return next((each for each in window.findChildren(kind) if each.isVisible()), None)


def confirm(window: MainWindow, ann: Company, until: Until) -> None:
    until(lambda: shown(window, KeyConfirm))
    dialog = shown(window, KeyConfirm)
    assert isinstance(dialog, KeyConfirm)
    dialog.said.setText(ann.user.opened.signed.card.fingerprint.words)
    dialog.how.setText("by phone with Ann")
    dialog.make.click()


def begin(window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window.opening.choose_bundle()


def test_a_partner_starts_a_project_from_a_bundle_and_answers(
    window: MainWindow, ann: Company, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leiden = bootstrap.exchange()
    leiden.keys.new("Bob", "Leiden", PASSWORD, datetime.now(UTC) + timedelta(days=900))
    bob = company(tmp_path / "there", "Bob", "Leiden", Iri("https://other.example/"))
    sent = ann.send(bob)
    bob.workspace.close()
    begin(window, sent, monkeypatch)
    confirm(window, ann, until)
    until(lambda: shown(window, NewProject))
    form = shown(window, NewProject)
    assert isinstance(form, NewProject)
    form.name.setText("Leiden")
    form.folder.setText(str(tmp_path))
    form.base.setText(A)
    form.create_button.click()
    until(lambda: _message(window))
    assert "addresses of the sender" in _message(window)
    assert not (tmp_path / "Leiden.kgproject").exists()
    _dismiss(window)
    again = shown(window, NewProject)
    assert isinstance(again, NewProject)
    again.name.setText("Leiden")
    again.folder.setText(str(tmp_path))
    again.create_button.click()
    until(lambda: window.tabs is not None)
    labels: list[str] = []
    window.project.read(
        lambda reader: [str(quad.object) for quad in reader.quads(Pattern(MOI, RDFS.label))],
        labels.extend,
        window.tell,
        "labels",
    )
    until(lambda: labels)
    assert "MOI" in labels[0]
    answer = _answered(window, until, tmp_path, monkeypatch)
    ann.user.at[0] = datetime.now(UTC) + timedelta(minutes=1)
    ann.user.keys.trust(ann.user.keys.card_file(leiden.keys.card()))
    ann.user.keys.confirm(leiden.keys.card().card.key, leiden.keys.card().card.fingerprint.words, "by phone")
    found = ann.look(answer)
    assert found.hindrance == ""
    assert found.answers is not None
    assert found.arrived == ()
    assert [(each.entity, each.sender.comment) for each in found.items.items] == [(MOI, "We know it")]


def _answered(window: MainWindow, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Say something about the parameter, and answer the bundle that the project began with."""
    window.open_place(bundle_places.EXCHANGE)
    assert window.tabs is not None
    place = window.tabs.here
    assert isinstance(place, ExchangePanel)
    until(lambda: place.known is not None and place.known.received)
    place.say("Innovator", MOI, Word(Status.AGREED, "We know it"))
    until(lambda: place.known is not None and place.known.talks)
    place.make.click()
    made = window.tabs.here
    assert isinstance(made, MakeBundlePanel)
    until(made.form.to.count)
    made.form.answer.setChecked(True)
    made.form.pages.setChecked(False)
    made.form.password.setText(PASSWORD)
    made.form.look.click()
    until(lambda: made.made is not None)
    answer = tmp_path / "answer.kgbundle"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(answer), ""))
    window.keeping.saver.use_spell("Answer")
    made.write.click()
    until(lambda: made.states.showing == "empty")
    return answer


def test_what_is_not_verified_starts_no_project(
    window: MainWindow, ann: Company, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bob = company(tmp_path / "there", "Bob", "Leiden", Iri("https://other.example/"))
    raw = bytearray(ann.send(bob).read_bytes())
    bob.workspace.close()
    raw[len(raw) // 2] ^= 1
    altered = tmp_path / "altered.kgbundle"
    altered.write_bytes(raw)
    for file, why in ((altered, "Altered"), (tmp_path / "none.kgbundle", "none.kgbundle")):
        begin(window, file, monkeypatch)
        until(partial(_says, window, why))
        _dismiss(window)
    assert shown(window, NewProject) is None


def test_the_own_key_is_made_replaced_and_revoked(
    window: MainWindow, ann: Company, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.reports.keys.open()
    ring = shown(window, KeyRingDialog)
    assert isinstance(ring, KeyRingDialog)
    ring.new.click()
    form = shown(window, KeyNew)
    assert isinstance(form, KeyNew)
    form.name.setText("Bob")
    form.organization.setText("Leiden")
    form.password.setText(PASSWORD)
    form.again.setText(PASSWORD)
    form.make.click()
    keys = bootstrap.exchange().keys
    until(lambda: keys.current() and not ring.new.isVisible())
    first = keys.card().card
    ann.user.keys.trust(keys.card_file(keys.card()))
    ann.user.keys.confirm(first.key, first.fingerprint.words, "by phone")

    ring.replace.click()
    change = shown(window, KeyReplace)
    assert isinstance(change, KeyReplace)
    assert not change.make.isEnabled()
    change.password.setText(PASSWORD)
    change.new.setText(LATER)
    assert "differ" in change.problem.text()
    change.again.setText(LATER)
    change.make.click()
    until(lambda: keys.card().card.key != first.key)
    assert ann.user.keys.trust(keys.card_file(keys.card())).trust is Trust.CONFIRMED

    until(lambda: keys.card().card.key in ring.own)
    ring.chosen = keys.current()
    word = tmp_path / "revoked.kgkey"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(word), ""))
    ring.revoke.setEnabled(True)
    ring.revoke.click()
    last = shown(window, KeyRevoke)
    assert isinstance(last, KeyRevoke)
    last.why.setText("The laptop was lost")
    assert not last.make.isEnabled()
    assert last.password is not None
    last.password.setText(LATER)
    last.make.click()
    until(word.exists)
    assert ann.user.keys.trust(word.read_bytes()).trust is Trust.REVOKED
    until(lambda: not ring.new.isHidden())


def _message(window: MainWindow) -> str:
    box = next((each for each in window.findChildren(QMessageBox) if each.isVisible()), None)
    return box.text() if box is not None else ""


def _says(window: MainWindow, why: str) -> bool:
    return why in _message(window)


def _dismiss(window: MainWindow) -> None:
    for box in window.findChildren(QMessageBox):
        box.reject()


def test_something_is_said_about_a_thing_without_a_bundle(
    window: MainWindow, demo: Path, ann: Company, until: Until
) -> None:
    keys = bootstrap.exchange().keys
    keys.new("Bob", "Leiden", PASSWORD, datetime.now(UTC) + timedelta(days=900))
    keys.trust(ann.user.keys.card_file(ann.user.opened.signed))
    window.open(demo)
    until(lambda: window.tabs is not None)
    window.open_place(bundle_places.EXCHANGE)
    assert window.tabs is not None
    place = window.tabs.here
    assert isinstance(place, ExchangePanel)
    until(lambda: place.known)
    place.point.click()
    form = shown(window, PointForm)
    assert isinstance(form, PointForm)
    assert "Choose the thing" in form.problem.text()
    form.thing.show_thing(DEMO_MOI, "MOI")
    form.comment.setText("Which assay?")
    form.check()
    form.make.click()
    until(lambda: place.known is not None and place.known.talks)
    assert place.known is not None
    (talk,) = place.known.talks
    assert (talk.partner, talk.points[0].entity, talk.points[0].here) == (
        "Innovator",
        DEMO_MOI,
        Word(Status.OPEN, "Which assay?"),
    )
    place.table.chosen.emit(talk.points[0])
    place.point.click()
    again = next(each for each in window.findChildren(PointForm) if each.isVisible())
    assert again.comment.text() == "Which assay?"
    again.status.setCurrentIndex(again.status.findData(Status.DONE.value))
    again.make.click()
    until(lambda: place.known is not None and place.known.talks[0].points[0].here.status is Status.DONE)
