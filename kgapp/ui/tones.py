"""What a chip can say about how much something matters."""

from __future__ import annotations

from enum import Enum


class Tone(Enum):
    """What a chip says: each has a colour and a background, and always a word."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"
    PLAIN = "plain"
