"""Terms by what they say, not by how they are written: servers write numbers, truth and times in forms of their own."""

from __future__ import annotations

import re
import struct
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Final

from kgapp.domain.terms import XSD, Iri, Literal, Term

_NUMBER: Final = Iri("urn:kgapp:number")
_NUMBERS: Final = frozenset(
    XSD + name
    for name in (
        *("integer", "decimal", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger"),
        *("nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte"),
    )
)
_TRUTHS: Final = {"true": "1E0", "1": "1E0", "false": "0", "0": "0"}
_FRACTION: Final = re.compile(r"(:\d\d)\.(\d+)")
_DURATION: Final = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")


def of(term: Term) -> Term:
    """The term, in one form for all ways of writing its value. Truth is a number: some servers keep it as 1 and 0."""
    if isinstance(term, str) or not term.datatype.startswith(XSD):
        return term
    kind = term.datatype.removeprefix(XSD)
    if term.datatype in _NUMBERS:
        return _number(term)
    if kind == "boolean" and term.lexical in _TRUTHS:
        return Literal(_TRUTHS[term.lexical], _NUMBER)
    if kind in ("float", "double"):
        return _floating(term, kind)
    if kind == "dateTime":
        return _moment(term)
    return _duration(term) if kind in ("duration", "dayTimeDuration") else term


def _number(term: Literal) -> Term:
    try:
        number = Decimal(term.lexical)
    except InvalidOperation:
        return term
    if not number.is_finite():
        return term
    sign, digits, exponent = number.as_tuple()  # not normalize: that rounds to 28 digits
    text = "".join(map(str, digits)).lstrip("0")
    bare = text.rstrip("0")
    assert isinstance(exponent, int), "it is finite"
    shown = f"{'-' if sign else ''}{bare}E{exponent + len(text) - len(bare)}" if bare else "0"
    return Literal(shown, _NUMBER)


def _floating(term: Literal, kind: str) -> Term:
    try:
        number = float(term.lexical.replace("INF", "inf"))
        if kind == "float":
            number = struct.unpack("<f", struct.pack("<f", number))[0]
    except (ValueError, OverflowError):
        return term
    return Literal(repr(number + 0.0), term.datatype)


def _moment(term: Literal) -> Term:
    fraction = _FRACTION.search(term.lexical)  # kept apart: datetime cuts it after six digits
    try:
        moment = datetime.fromisoformat(_FRACTION.sub(r"\1", term.lexical, count=1))
        at = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return term
    return Literal(f"{at.isoformat()}.{fraction[2].rstrip('0') if fraction else ''}", term.datatype)


def _duration(term: Literal) -> Term:
    found = _DURATION.fullmatch(term.lexical)
    if found is None:
        return term
    days, hours, minutes, seconds = (Decimal(each or 0) for each in found.groups()[1:])
    whole = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    return Literal(f"{found[1] if whole else ''}{whole.normalize():f}", term.datatype)
