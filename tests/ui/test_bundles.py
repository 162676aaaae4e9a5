"""A bundle in the window: an answer of a partner is verified, decided on thing by thing and taken over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from kgapp import bootstrap
from kgapp.adapters.signatures import Signatures
from kgapp.domain.bundle import Audience, Profile
from kgapp.domain.keys import KeyCard
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services.bundles import points, sending
from kgapp.services.bundles.building import Shipped
from kgapp.services.bundles.items import Status, Word
from kgapp.services.bundles.sending import Tools, Wanted
from kgapp.services.bundles.verifying import Checker
from kgapp.services.ports import Pattern
from kgapp.ui import bundle_places
from kgapp.ui.models.bundle_rows import ACCEPT, DRAFT, LATER, REFUSE
from kgapp.ui.panels.bundle import BundlePanel
from kgapp.ui.panels.exchange_place import ExchangePanel
from kgapp.ui.panels.key_confirm import KeyConfirm
from kgapp.ui.panels.key_new import KeyNew
from kgapp.ui.panels.make_bundle import MakeBundlePanel
from kgapp.ui.panels.profile_form import ProfileForm
from kgapp.ui.saving import Step
from kgapp.ui.window import MainWindow
from tests.services.bundles.companies import B, Company, company

Until = Callable[[Callable[[], object]], None]
PASSWORD = "correct horse"
INNOVATOR = "Innovator (invented)"


@dataclass
class Exchanged:
    """An answer that came back, and who made it."""

    answer: Path
    bob: Company
    changed: Iri
    both: Iri


def _labelled(side: Company | None, iri: Iri) -> Literal:
    assert side is not None
    found = next(side.workspace.reader.quads(Pattern(iri, RDFS.label)))
    assert isinstance(found.object, Literal)
    return found.object


@pytest.fixture
def exchanged(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Exchanged]:
    """The demo went to Leiden, which corrected two things, added know-how, commented and answered."""
    monkeypatch.setattr("kgapp.adapters.exchange_room.Signatures", partial(Signatures, 10))
    now = datetime.now(UTC)
    ann = bootstrap.exchange()
    ann.keys.new("Ann", INNOVATOR, PASSWORD, now + timedelta(days=900))
    opened = ann.keys.open(PASSWORD)
    (tmp_path / "there").mkdir()
    bob = company(tmp_path / "there", "Bob", "Leiden", B)
    bob.user.at[0] = now
    bob.user.keys.trust(bob.user.keys.card_file(opened.signed))
    bob.user.keys.confirm(opened.signed.card.key, opened.signed.card.fingerprint.words, "by phone with Ann")
    sent = tmp_path / "1.kgbundle"
    tools = Tools(Checker(ann, bootstrap.rdf_files(), now), Shipped(()), None)
    with bootstrap.writing(demo) as workspace:
        wanted = Wanted(Profile("partner", audience=Audience("Leiden")))
        sending.create(workspace, tools, wanted, opened, sent, "transfer")
    bob.start(sent)
    reader = bob.workspace.reader
    parameters = [quad.subject for quad in reader.quads(Pattern(predicate=RDF.type, object=KG.ProcessParameter))]
    changed, both = sorted(parameters)[:2]
    for thing in (changed, both):
        (old,) = reader.quads(Pattern(thing, RDFS.label))
        assert isinstance(old.object, Literal)
        new = Literal(f"{old.object.lexical} (Leiden)", old.object.datatype, old.object.language)
        bob.change({bob.says(thing, RDFS.label, new, old.graph)}, {old})
    tip = Iri(f"{B}tip")
    bob.change(
        {
            bob.says(tip, RDF.type, KG.PublishedKnowHow),
            bob.says(tip, RDFS.label, Literal("Warm the bag first (invented)")),
            bob.says(tip, KG.concerns, changed),
            bob.says(tip, KG.status, KG.approved),
            bob.says(tip, KG.confidentiality, KG.partner),
        }
    )
    bare = Iri(f"{B}range")
    bob.change(
        {
            bob.says(bare, RDF.type, KG.AcceptableRange),
            bob.says(bare, RDFS.label, Literal("Range without limits (invented)")),
            bob.says(bare, KG.forFactor, changed),
        }
    )
    words = {changed: Word(Status.AGREED, "As our operators call it"), tip: Word(Status.OPEN, "Do you do this, too?")}
    points.say(bob.workspace, INNOVATOR, words)
    answer = bob.folder / "answer.kgbundle"
    wanted = Wanted(Profile("partner", audience=Audience(INNOVATOR)), answers=bob_answers(bob))
    sending.create(bob.workspace, bob.user.tools, wanted, bob.user.opened, answer, "answer")
    yield Exchanged(answer, bob, changed, both)
    bob.workspace.close()


def bob_answers(bob: Company) -> str:
    from kgapp.services.bundles import answering

    return answering.newest(bob.workspace.reader, INNOVATOR)


@pytest.fixture
def panel(
    exchanged: Exchanged, window: MainWindow, demo: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> BundlePanel:
    """The answer, open beside the demo, in which one of the two things was renamed since."""
    with bootstrap.writing(demo) as workspace:
        from kgapp.domain.changes import ChangeSet
        from kgapp.domain.history import Note

        (old,) = workspace.reader.quads(Pattern(exchanged.both, RDFS.label))
        assert isinstance(old.object, Literal)
        ours = Literal(f"{old.object.lexical} (Boston)", old.object.datatype, old.object.language)
        new = type(old)(old.subject, old.predicate, ours, old.graph)
        workspace.commit(ChangeSet("rename", frozenset({old}), frozenset({new})), Note(workspace.author, "ours"))
    window.open(demo)
    until(lambda: window.tabs is not None)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(exchanged.answer), ""))
    window.reports.bundles.choose()
    assert window.tabs is not None
    found = window.tabs.here
    assert isinstance(found, BundlePanel)
    until(lambda: found.arrival is not None)
    return found


def confirm(panel: BundlePanel, card: KeyCard, until: Until) -> None:
    """The fingerprint that was read aloud is typed."""
    panel.key.click()
    dialog = panel.findChild(KeyConfirm)
    assert isinstance(dialog, KeyConfirm)
    assert card.fingerprint.words not in dialog.said.text()
    assert not dialog.make.isEnabled()
    dialog.said.setText(card.fingerprint.words)
    dialog.how.setText("by phone with Bob")
    dialog.make.click()
    until(lambda: "Verified" in panel.sentence.text())


def cell(panel: BundlePanel, thing: Iri, column: str) -> str:
    sheet = panel.table.sheet
    row = sheet.row_at(sheet.place_of(thing))
    assert row is not None
    return row.cells[sheet.column_of(column)].text


def test_an_answer_is_verified_decided_and_taken_over(
    panel: BundlePanel, exchanged: Exchanged, window: MainWindow, until: Until
) -> None:
    changed, both, tip = exchanged.changed, exchanged.both, Iri(f"{B}tip")
    assert panel.heading.text() == "Answer to bundle 1 from Leiden"
    assert "nobody confirmed" in panel.sentence.text()
    assert not panel.accept.isEnabled(), "nothing is accepted of a key that nobody confirmed"
    assert panel.decisions == {}
    card = exchanged.bob.user.opened.signed.card
    assert panel.badge.accessibleName() == "new key"
    confirm(panel, card, until)
    assert panel.badge.accessibleName() == "✓ verified"
    assert cell(panel, changed, "comment") == "As our operators call it"
    assert cell(panel, both, "what") == "⇄ conflict"
    assert cell(panel, tip, "what") == "+ new"
    panel.all.click()
    assert cell(panel, changed, "you") == ACCEPT
    assert cell(panel, tip, "you") == DRAFT
    assert both not in panel.decisions, "a conflict is decided by name"
    enter = panel.table.sheet.entered.emit
    enter(tip, "you", REFUSE)
    assert not panel.accept.isEnabled(), "a refusal says why"
    enter(tip, "why", "We do it otherwise")
    enter(both, "you", "Theirs")
    assert panel.accept.isEnabled()
    window.keeping.saver.use_spell("Their answer")
    enter(Iri(f"{B}range"), "you", LATER)
    panel.accept.click()
    until(
        lambda: (
            panel.arrival is not None
            and not [each for each in panel.arrival.arrived if each.difference.entity in (changed, both)]
        )
    )
    labels: list[set[str]] = []
    window.project.read(
        lambda reader: {
            str(quad.object) for thing in (changed, both) for quad in reader.quads(Pattern(thing, RDFS.label))
        },
        labels.append,
        window.tell,
        "labels",
    )
    until(lambda: labels)
    assert len(labels[0]) == 2
    assert all("(Leiden)" in each for each in labels[0])


def test_what_the_shapes_would_newly_find_is_told_before_it_is_accepted(
    panel: BundlePanel, exchanged: Exchanged, window: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = Iri(f"{B}range")
    confirm(panel, exchanged.bob.user.opened.signed.card, until)
    panel.none.click()
    panel.table.sheet.entered.emit(bare, "you", ACCEPT)
    assert list(panel.decisions) == [bare]
    assert panel.check_first.isChecked()
    saved: list[Step] = []
    monkeypatch.setattr(window.keeping.saver, "save", saved.append)
    panel.accept.click()
    until(lambda: "newly find" in panel.broken.text())
    assert "Range without limits" in panel.broken.text()
    assert not saved
    panel.accept.click()
    assert len(saved) == 1, "whoever has read it may accept it"
    panel.table.sheet.entered.emit(bare, "you", LATER)
    panel.table.sheet.entered.emit(exchanged.changed, "you", ACCEPT)
    assert panel.broken.isHidden()
    panel.accept.click()
    until(lambda: len(saved) == 2)


def test_an_answer_stands_in_the_order_of_the_process(panel: BundlePanel, exchanged: Exchanged) -> None:
    sheet = panel.table.sheet
    titles = [sheet.index(at, 0).data() for at in sheet.headings]
    assert titles
    assert sheet.headings[0] == 0
    assert not sheet.flags(sheet.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    at = sheet.place_of(exchanged.changed)
    assert at > 0
    assert panel.table.columnSpan(0, 0) == len(sheet.columns)
    assert panel.table.rowHeight(0) < panel.table.rowHeight(at)


def test_a_bundle_is_read_as_a_page_made_here(
    panel: BundlePanel, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile()).read_text("utf-8"))
    )
    panel.page.click()
    until(lambda: shown)
    assert "Warm the bag first" in shown[0]
    assert "<script" not in shown[0]


def test_an_altered_bundle_says_so_and_changes_nothing(
    window: MainWindow, exchanged: Exchanged, demo: Path, until: Until, tmp_path: Path
) -> None:
    raw = bytearray(exchanged.answer.read_bytes())
    raw[len(raw) // 2] ^= 1
    altered = tmp_path / "altered.kgbundle"
    altered.write_bytes(raw)
    window.open(demo)
    until(lambda: window.tabs is not None)
    for place in (altered, tmp_path / "none.kgbundle"):
        window.open_place(bundle_places.bundle_of(str(place)))
        assert window.tabs is not None
        found = window.tabs.here
        assert isinstance(found, BundlePanel)
        until(partial(_failed, found))


def _failed(panel: BundlePanel) -> bool:
    return panel.states.showing == "failed"


def test_keys_are_exchanged_and_a_bundle_is_made_in_the_window(
    window: MainWindow, demo: Path, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kgapp.adapters.exchange_room.Signatures", partial(Signatures, 10))
    (tmp_path / "there").mkdir()
    bob = company(tmp_path / "there", "Bob", "Leiden", B)
    try:
        _exchange_keys_and_make(window, demo, until, tmp_path, monkeypatch, bob)
    finally:
        bob.workspace.close()


def _exchange_keys_and_make(
    window: MainWindow, demo: Path, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bob: Company
) -> None:
    window.open(demo)
    until(lambda: window.tabs is not None)
    window.open_place(bundle_places.EXCHANGE)
    assert window.tabs is not None
    place = window.tabs.here
    assert isinstance(place, ExchangePanel)
    until(lambda: place.known is not None)
    assert not place.make.isEnabled()
    place.own.click()
    dialog = place.findChild(KeyNew)
    assert isinstance(dialog, KeyNew)
    dialog.name.setText("Ann")
    assert not dialog.make.isEnabled()
    dialog.organization.setText(INNOVATOR)
    dialog.password.setText(PASSWORD)
    assert "differ" in dialog.problem.text()
    dialog.again.setText(PASSWORD)
    dialog.make.click()
    until(place.make.isEnabled)
    mine, theirs = tmp_path / "ann.kgkey", tmp_path / "bob.kgkey"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(mine), ""))
    place.card.click()
    until(mine.exists)
    bob.user.keys.trust(mine.read_bytes())
    theirs.write_bytes(bob.user.keys.card_file(bob.user.opened.signed))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(theirs), ""))
    place.take.click()
    until(lambda: place.known is not None and len(place.known.keys) == 2)
    card = bob.user.opened.signed.card
    place.table.opened.emit(card.key)
    confirm = place.findChild(KeyConfirm)
    assert isinstance(confirm, KeyConfirm)
    confirm.said.setText(card.fingerprint.words)
    confirm.how.setText("by phone with Bob")
    confirm.make.click()
    until(lambda: place.known is not None and place.known.keys[1].trust.value == "confirmed")
    place.make.click()
    _make(window, until, tmp_path, monkeypatch, bob)
    window.open_place(bundle_places.EXCHANGE)
    place.ask()
    until(lambda: place.known is not None and place.known.sent)


def _make(window: MainWindow, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bob: Company) -> None:
    assert window.tabs is not None
    made = window.tabs.here
    assert isinstance(made, MakeBundlePanel)
    until(made.form.to.count)
    made.form.purpose.setText("Transfer to Leiden")
    made.form.pages.setChecked(False)
    made.form.new.click()
    profile = made.findChild(ProfileForm)
    assert isinstance(profile, ProfileForm)
    assert not profile.make.isEnabled()
    profile.name.setText("Leiden, no comments")
    profile.attachments.setChecked(True)
    profile.make.click()
    until(lambda: made.form.profile.currentData().name == "Leiden, no comments")
    kept = made.form.profile.currentData()
    assert kept.attachments
    assert not kept.notes
    assert kept.audience == made.form.to.currentData()
    assert not made.form.look.isEnabled()
    made.form.password.setText("another one")
    made.form.look.click()
    until(lambda: made.states.showing == "failed")
    made.back()
    made.form.password.setText(PASSWORD)
    made.form.look.click()
    until(lambda: made.made is not None)
    assert "Only you read this" in made.told.toPlainText()
    sent = tmp_path / "sent.kgbundle"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sent), ""))
    window.keeping.saver.use_spell("Transfer")
    made.write.click()
    until(lambda: made.states.showing == "empty")
    bob.user.at[0] = datetime.now(UTC) + timedelta(minutes=1)
    found = bob.look(sent)
    assert found.checked.state.value == "new key"
    assert found.checked.manifest is not None
    assert found.checked.manifest.purpose == "Transfer to Leiden"
