"""Pictures of the exchange: the answer of an invented partner in Leiden, made with keys of its own, open beside the demo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shots_project import DEMO

from kgapp import bootstrap
from kgapp.adapters import exchange_room
from kgapp.domain.bundle import Audience, Profile
from kgapp.domain.terms import Iri, iri
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services import editing
from kgapp.services.bundles import answering, building, points, receiving, sending
from kgapp.services.bundles.doors import Exchange
from kgapp.services.bundles.items import Status, Word
from kgapp.services.bundles.sending import Tools, Wanted
from kgapp.services.bundles.verifying import Checker
from kgapp.services.workspace import Workspace
from kgapp.ui import bundle_places
from kgapp.ui.panels.bundle import BundlePanel
from kgapp.ui.panels.exchange_place import ExchangePanel
from kgapp.ui.panels.make_bundle import MakeBundlePanel
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
_PASSWORD = "only for these pictures"  # noqa: S105 - of keys that are thrown away
_HERE, _THERE = "Boston innovator (invented)", "Leiden CDMO (invented)"
_BASE = iri("https://leiden.example/process/")


def answer(project: Path, folder: Path) -> Path:
    """Send the demo to Leiden, which corrects and comments on some things, and answers; the bundle that came back."""
    boston, leiden = bootstrap.exchange(), exchange_room.exchange(folder / "leiden", "Bob")
    now = datetime.now(UTC)
    for one, name, organization in ((boston, "EX3", _HERE), (leiden, "Operator EX4", _THERE)):
        one.keys.new(name, organization, _PASSWORD, now + timedelta(days=900))
    for one, other in ((boston, leiden), (leiden, boston)):
        card = other.keys.card()
        one.keys.trust(other.keys.card_file(card))
        one.keys.confirm(card.card.key, card.card.fingerprint.words, "by phone")
    sent, back, theirs = (folder / name for name in ("bundle-1.kgbundle", "answer.kgbundle", "leiden.kgproject"))
    with bootstrap.writing(project) as workspace:
        _send(workspace, boston, _THERE, sent)
        editing.set_values(workspace, Iri(f"{DEMO}SET-LEI-P31"), RDFS.comment, ("Ask Leiden",), "Meeting")
    bootstrap.create(theirs, _BASE, "")
    with bootstrap.writing(theirs) as workspace:
        receiving.start(workspace, _checker(leiden), sent, "Transfer")
        _correct(workspace)
        _send(workspace, leiden, _HERE, back, answering.newest(workspace.reader, _HERE))
    with bootstrap.writing(project) as workspace:
        editing.set_values(workspace, Iri(f"{DEMO}P21"), RDFS.label, ("Vector titre, Boston assay",), "Clearer")
    return back


def opened(window: MainWindow, file: Path, until: Until) -> None:
    """The answer beside the project."""
    window.open_place(bundle_places.bundle_of(str(file)))
    assert window.tabs is not None
    panel = window.tabs.currentWidget()
    assert isinstance(panel, BundlePanel)
    until(lambda: panel.arrival is not None)


def profile(window: MainWindow, until: Until) -> None:
    """The form of a profile."""
    window.open_place(bundle_places.MAKE_BUNDLE)
    assert window.tabs is not None
    panel = window.tabs.currentWidget()
    assert isinstance(panel, MakeBundlePanel)
    until(panel.form.new.isEnabled)
    panel.form.new.click()


def point(window: MainWindow, until: Until) -> None:
    """The form for a word to a partner."""
    _exchange(window, until).point.click()


def place(window: MainWindow, until: Until) -> None:
    """Keys, bundles and points."""
    _exchange(window, until)


def _exchange(window: MainWindow, until: Until) -> ExchangePanel:
    window.open_place(bundle_places.EXCHANGE)
    assert window.tabs is not None
    panel = window.tabs.currentWidget()
    assert isinstance(panel, ExchangePanel)
    until(lambda: panel.known is not None)
    return panel


def _correct(workspace: Workspace) -> None:
    setting, factor, tip = Iri(f"{DEMO}SET-LEI-P17"), Iri(f"{DEMO}P21"), iri(f"{_BASE}level-the-plate")
    editing.set_values(workspace, setting, KG.setpoint, ("4",), "Titration with the sender's assay")
    editing.set_values(workspace, factor, RDFS.label, ("Vector titre, HEK293T assay",), "As operators call it")
    for predicate, value in (
        (RDF.type, "kg:PublishedKnowHow"),
        (RDFS.label, "Level the plate before 48 h (invented)"),
        (KG.cue, "Cells gather at one side of the vessel"),
        (KG.action, "Level the plate before 48 h"),
        (KG.concerns, f"{DEMO}P28"),
        (KG.confidentiality, "kg:partner"),
        (KG.status, "kg:elicited"),
    ):
        editing.set_values(workspace, tip, predicate, (value,), "Seen in three runs")
    points.say(
        workspace,
        _HERE,
        {
            setting: Word(Status.AGREED, "Adjusted after titration with your assay"),
            tip: Word(Status.OPEN, "Does this happen to you, too?"),
        },
    )


def _send(workspace: Workspace, exchange: Exchange, to: str, file: Path, answers: str = "") -> None:
    tools = Tools(_checker(exchange), building.Shipped(()), None)
    wanted = Wanted(Profile("partner", audience=Audience(to)), "Transfer (invented)", answers=answers)
    sending.create(workspace, tools, wanted, exchange.keys.open(_PASSWORD), file, "Transfer")


def _checker(exchange: Exchange) -> Checker:
    return Checker(exchange, bootstrap.rdf_files(), datetime.now(UTC))
