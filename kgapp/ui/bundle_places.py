"""The places of what is exchanged with other companies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.views import View

BUNDLE: Final = "bundle"
EXCHANGE: Final = "exchange"
MAKE_BUNDLE: Final = "make-bundle"
WORKBOOK: Final = "workbook"
BATCHES: Final = "batches"


def bundle_of(file: str) -> str:
    """The place of a bundle that came in."""
    return f"{BUNDLE} {file}"


def _bundle(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.bundle import BundlePanel

    return BundlePanel(desk, Path(rest))


def workbook_of(file: str) -> str:
    """The place of a workbook that is read."""
    return f"{WORKBOOK} {file}"


def _workbook(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.workbook_import import WorkbookPanel

    return WorkbookPanel(desk, Path(rest))


def _batches(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.batches import BatchesPanel

    return BatchesPanel(desk)


def _exchange(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.exchange_place import ExchangePanel

    return ExchangePanel(desk)


def _make_bundle(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.make_bundle import MakeBundlePanel

    return MakeBundlePanel(desk)


MAKERS: Final[Mapping[str, Callable[[Desk, str], View]]] = {
    BUNDLE: _bundle,
    EXCHANGE: _exchange,
    MAKE_BUNDLE: _make_bundle,
    WORKBOOK: _workbook,
    BATCHES: _batches,
}
