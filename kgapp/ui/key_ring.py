"""The keys of bundles: the user's own one and those of partners, made, exchanged, confirmed, replaced and revoked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from kgapp.domain.keys import SignedCard, Trusted
from kgapp.services import key_cards, whole_files
from kgapp.ui import places
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.services.keys import Keys
    from kgapp.ui.doors import Doors
    from kgapp.ui.window import MainWindow

T = TypeVar("T")
_TOPIC: Final = "key ring"
CARD: Final = ".kgkey"


class KeyRing(QObject):
    """Works beside the GUI thread: a password takes a while to be tried, so that guessing many takes years."""

    changed = Signal()
    """A key came, or what is known of one changed."""

    def __init__(self, window: MainWindow, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._doors = window, doors

    def open(self) -> None:
        """Show all keys."""
        from kgapp.ui.panels.key_ring import KeyRingDialog

        KeyRingDialog(self, self._window.theme, self._window).open()

    def all(self) -> tuple[tuple[Trusted, ...], frozenset[str]]:
        """The keys that are known, and the ids of the user's own ones."""
        known = self._doors.exchange().keys
        return known.all(), known.own()

    def user_name(self) -> str:
        """Who works here."""
        return self._doors.user_name()

    def can_encrypt(self) -> bool:
        """Whether the package for it is installed."""
        return self._doors.exchange().keys.can_encrypt

    def confirm(self, signed: SignedCard, said: str, how: str, done: Callable[[], None]) -> None:
        """Take a sender's key in, and confirm it by the fingerprint that its holder read aloud."""

        def work(keys: Keys) -> None:
            keys.trust(keys.card_file(signed))
            keys.confirm(signed.card.key, said, how)

        self._do(work, lambda _: done())

    def new_key(self, name: str, organization: str, password: str) -> None:
        """Make the user's key."""
        self._do(lambda keys: keys.new(name, organization, password, _until()))

    def replace(self, password: str, new_password: str) -> None:
        """Make a key in place of the user's, which signs it."""
        said = tr(
            "Your key is replaced. Save the new card and send it to your partners: who knew the old key trusts the new one."
        )
        self._do(lambda keys: keys.rotate(password, new_password, _until()), lambda _: self._window.say(said))

    def revoke(self, key: str, why: str, password: str) -> None:
        """Trust a key no more; for an own one ask where the word of it goes, which partners take in like a card."""

        def work(keys: Keys) -> bytes:
            word = keys.revoke(key, why, password)
            return key_cards.revocation_file(keys.seals, word) if word is not None else b""

        self._do(work, self._save_revocation)

    def save_card(self) -> None:
        """Ask for a file and write the user's key card to it."""
        said = tr("{file}: send it to your partner, and read them its fingerprint by phone.")
        path = self._file(tr("Save my key card"), f"my-key{CARD}")
        if path is None:
            return

        def work(keys: Keys) -> None:
            whole_files.write(path, keys.card_file(keys.card()))

        self._do(work, lambda _: self._window.say(said.format(file=line(str(path), 200))))

    def take_card(self) -> None:
        """Ask for a key card or a revocation that came, and take it in."""
        kinds = f"{tr('Key card of kgapp')} (*{CARD});;{tr('All files')} (*)"
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Take in a key card"), str(places.home()), kinds)
        if chosen:
            self._do(lambda keys: keys.trust(key_cards.content_of(Path(chosen))))

    def _save_revocation(self, word: bytes) -> None:
        path = self._file(tr("Save the revocation for your partners"), f"revoked{CARD}") if word else None
        if path is not None:
            said = tr("{file}: send it to everybody who has your card.").format(file=line(str(path), 200))
            self._do(lambda _: whole_files.write(path, word), lambda _: self._window.say(said))

    def _file(self, title: str, name: str) -> Path | None:
        kinds = f"{tr('Key card of kgapp')} (*{CARD})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(places.home() / name), kinds)
        return Path(chosen) if chosen else None

    def _do(self, work: Callable[[Keys], T], done: Callable[[T], None] | None = None) -> None:
        def finished(found: T) -> None:
            self.changed.emit()
            if done is not None:
                done(found)

        keys = self._doors.exchange().keys
        self._window.tasks.check(lambda: work(keys), done=finished, failed=self._window.tell, topic=_TOPIC)


def _until() -> datetime:
    return datetime.now(UTC) + key_cards.VALID
