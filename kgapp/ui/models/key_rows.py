"""Keys of bundles as rows: whose each is, what is known of it, since when, and by what."""

from __future__ import annotations

from typing import Final

from kgapp.domain.keys import Trust, Trusted
from kgapp.ui.models.sections import Cell, Row
from kgapp.ui.texts import line
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

SHARES: Final = (0.4, 110, 96, 0)
_STATES: Final = {
    Trust.NEW: (mark("new"), Tone.MEDIUM),
    Trust.CONFIRMED: (mark("confirmed"), Tone.LOW),
    Trust.SUPERSEDED: (mark("superseded"), Tone.PLAIN),
    Trust.REVOKED: (mark("revoked"), Tone.HIGH),
}


def heads() -> tuple[str, ...]:
    """The titles of the columns."""
    return tr("What"), tr("State"), tr("When"), tr("Details")


def row(each: Trusted, *, own: bool) -> Row:
    """One key; of the own one in use, the fingerprint to read aloud."""
    words, tone = _STATES[each.trust]
    details = line(each.how, 200)
    if own and each.trust is Trust.CONFIRMED:
        words = mark("yours")
        details = tr("Fingerprint: {words}").format(words=each.card.fingerprint.words)
    elif each.trust is Trust.NEW:
        details = tr("Phone its holder and compare the fingerprint: Enter")
    return Row(
        (
            Cell(line(each.card.holder, 200), icon="person", iri=each.card.key),
            Cell(said(words), tone=tone),
            Cell(f"{each.at.astimezone():%Y-%m-%d}", ink="second"),
            Cell(details, ink="second"),
        ),
        each,
    )
