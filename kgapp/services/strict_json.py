"""JSON of strangers: one spelling of each value and nothing said twice, or a sentence."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, NoReturn

from kgapp.domain.errors import BadInput

Canonical = Callable[[Any], bytes]
_MOST_TIME: Final = 40


def read(content: bytes, canonical: Canonical) -> Mapping[str, Any]:
    """The object that these bytes are the canonical form (RFC 8785) of. Raises ``BadInput``."""
    try:
        found = json.loads(
            content.decode("utf-8"), object_pairs_hook=_once, parse_float=_refused, parse_constant=_refused
        )
    except (ValueError, RecursionError) as error:
        raise BadInput("This is no JSON that kgapp writes.") from error
    if not isinstance(found, dict):
        raise BadInput("This is no JSON object.")
    if canonical(found) != content:
        raise BadInput("This JSON is not in its canonical form (RFC 8785).")
    return found


class Fields:
    """The fields of an object, each of the kind that is asked for; ``done`` refuses those that nobody asked for."""

    def __init__(self, told: object, what: str) -> None:
        if not isinstance(told, dict):
            raise BadInput(f"{what} is no JSON object.")
        self._told: dict[str, Any] = dict(told)
        self._what = what

    def text(self, name: str) -> str:
        found = self._take(name)
        if not _is_text(found):
            raise self._wrong(name)
        return str(found)

    def number(self, name: str) -> int:
        """A whole number, not negative."""
        found = self._take(name)
        if not isinstance(found, int) or isinstance(found, bool) or found < 0:
            raise self._wrong(name)
        return found

    def truth(self, name: str) -> bool:
        found = self._take(name)
        if not isinstance(found, bool):
            raise self._wrong(name)
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        found = self._take(name)
        if not isinstance(found, list) or not all(map(_is_text, found)):
            raise self._wrong(name)
        return tuple(found)

    def objects(self, name: str) -> tuple[object, ...]:
        found = self._take(name)
        if not isinstance(found, list):
            raise self._wrong(name)
        return tuple(found)

    def object(self, name: str) -> object:
        return self._take(name)

    def raw(self, name: str) -> bytes:
        """Bytes in base64, spelled in the one right way."""
        text = self.text(name)
        try:
            found = b64decode(text, validate=True)
        except ValueError as error:
            raise self._wrong(name) from error
        if b64encode(found).decode() != text:
            raise self._wrong(name)
        return found

    def time(self, name: str) -> datetime:
        """A time in UTC, as ``written`` writes it."""
        text = self.text(name)
        try:
            found = datetime.fromisoformat(text) if len(text) < _MOST_TIME else None
        except ValueError:
            found = None
        if found is None or found.tzinfo is None or written(found) != text:
            raise self._wrong(name)
        return found.astimezone(UTC)

    def form(self, wanted: str) -> None:
        """Raise ``BadInput`` when this is of another format."""
        if self.text("format") != wanted:
            raise BadInput(f"{self._what} was written by another version of kgapp.")

    def done(self) -> None:
        """Raise ``BadInput`` when fields are left that this version does not know."""
        if self._told:
            raise BadInput(f"{self._what} says “{min(self._told)}”, which this version of kgapp does not know.")

    def _take(self, name: str) -> Any:
        if name not in self._told:
            raise BadInput(f"{self._what} does not say “{name}”.")
        return self._told.pop(name)

    def _wrong(self, name: str) -> BadInput:
        return BadInput(f"{self._what} says “{name}” in a form that cannot be.")


def _is_text(found: object) -> bool:
    """Whether it is a text that can be written: JSON may escape halves of characters, which no file can hold."""
    return isinstance(found, str) and not any("\ud800" <= each <= "\udfff" for each in found)


def written(time: datetime) -> str:
    """A time in UTC to the second: 2026-03-31T08:00:00Z."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def base64(content: bytes) -> str:
    return b64encode(content).decode()


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name occurs twice")
    return found


def _refused(text: str) -> NoReturn:
    raise ValueError(f"{text} is no whole number")
