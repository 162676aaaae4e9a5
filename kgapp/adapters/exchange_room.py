"""Puts together what the exchange of bundles needs, below the user's own folder. Nothing heavy is loaded before it is used."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kgapp.adapters import encryption
from kgapp.adapters.bundle_archive import BundleArchive
from kgapp.adapters.key_files import KeyFiles
from kgapp.adapters.receipt_file import ReceiptFile
from kgapp.adapters.signatures import Signatures
from kgapp.services.bundles.doors import Exchange
from kgapp.services.keys import Keys


def exchange(folder: Path, who: str) -> Exchange:
    """The exchange of a user whose own folder this is."""
    seals = Signatures()
    age = encryption.Age() if encryption.installed() else None
    keys = Keys(seals, KeyFiles(folder / "keys", seals), age, who, lambda: datetime.now(UTC))
    return Exchange(keys, BundleArchive(age), ReceiptFile(folder / "received.json"))
