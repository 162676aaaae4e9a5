"""What the exchange of bundles needs from outside, joined in one value by ``bootstrap``."""

from __future__ import annotations

from dataclasses import dataclass

from kgapp.services.bundles.containers import Containers
from kgapp.services.bundles.receipts import ReceiptStore
from kgapp.services.keys import Keys


@dataclass(frozen=True, slots=True)
class Exchange:
    """The user's keys, the files of bundles, and what was received before."""

    keys: Keys
    containers: Containers
    receipts: ReceiptStore
