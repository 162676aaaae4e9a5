"""Whether a proven range holds at a place: one rule for the impact, the tables of the sites and the control strategy.

A range was proven at a site, on equipment, at a scale, with figures measured in one way. Where one of these is another
one, it does not hold; where one is not recorded, nobody knows whether it holds, and nothing may count on it. Whether a
value lies inside its limits, and what else moves, is for ``services.impact.barriers``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kgapp.domain.rules import Condition
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG

IN_FORCE: Final = frozenset({KG.inForce, KG.approved, KG.accepted, KG.finalGuidance})
"""The words of a status that let a thing hold something; one without a status is in use."""


class Answer(StrEnum):
    """Whether something holds."""

    HOLDS = "holds"
    UNKNOWN = "not known whether it holds"
    VOID = "does not hold"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something does not hold or, where ``unknown``, why nobody knows whether it does.

    ``code`` names the kind of reason where it is no condition: no label is in it.
    """

    sentence: str
    unknown: bool = False
    condition: Condition | None = None
    code: str = ""

    @property
    def kind(self) -> str:
        """What kind of reason it is, the same whatever things are called."""
        return f"{self.code or (self.condition.value if self.condition else '')}{' (unknown)' if self.unknown else ''}"


@dataclass(frozen=True, slots=True)
class Proven:
    """What a range was proven for, each as far as recorded. Of a basis that is not recorded there is ``None``."""

    sites: tuple[Iri, ...]
    models: frozenset[Iri]
    scales: frozenset[Iri]
    bases: frozenset[Iri | None]
    statuses: frozenset[Iri] = frozenset()
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a range is to hold: a site, or none where that was not said.

    ``models`` are used where the factor is set, ``controlling`` are those that control it anywhere, ``unnamed`` says that
    equipment without a recorded model is used. ``bases`` and ``scales`` hold ``None`` where one is not recorded.
    """

    site: Iri | None
    bases: frozenset[Iri | None]
    models: frozenset[Iri]
    controlling: frozenset[Iri]
    scales: frozenset[Iri | None]
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What else must be known: what things are called, and whether a study bridges two bases."""

    name: Callable[[Iri], str]
    bridged: Callable[[Iri, Iri], bool]


def reasons(proven: Proven, place: Place, known: Known) -> tuple[Reason, ...]:
    """All that keeps a range from holding at a place, what is known not to fit first; none: it holds."""
    checked = (check(proven, place, known) for check in (in_use, same_site, same_equipment, same_scale, same_basis))
    return tuple(sorted((reason for reason in checked if reason is not None), key=lambda reason: reason.unknown))


def answer(found: Iterable[Reason]) -> Answer:
    """What the reasons come to: what is known not to fit outweighs what is not known."""
    unknown = [reason.unknown for reason in found]
    if not unknown:
        return Answer.HOLDS
    return Answer.UNKNOWN if all(unknown) else Answer.VOID


def in_use(proven: Proven, _place: Place, _known: Known) -> Reason | None:
    """A draft, a hypothesis and what is rejected or retired hold nothing."""
    if proven.retired or KG.retired in proven.statuses:
        return Reason("It is not in force: it is retired.", code="retired")
    if not proven.statuses <= IN_FORCE:
        return Reason("It is not in force: its status says otherwise.", code="not in force")
    return None


def same_site(proven: Proven, place: Place, known: Known) -> Reason | None:
    """A range holds at the sites that it names."""
    if not proven.sites:
        return Reason("It does not say at which site it holds.", unknown=True, condition=Condition.SAME_SITE)
    if place.site in proven.sites:
        return None
    here = " and ".join(map(known.name, proven.sites))
    if place.site is None:
        sentence = f"It holds at {here} only, and the change names no site."
        return Reason(sentence, unknown=True, condition=Condition.SAME_SITE)
    return Reason(f"It holds at {here}, not at {known.name(place.site)}.", condition=Condition.SAME_SITE)


def same_equipment(proven: Proven, place: Place, known: Known) -> Reason | None:
    """A range holds on the models it was established on: those that control the factor, where that is recorded."""
    if not proven.models:
        return _unknown(Condition.SAME_EQUIPMENT, "It does not say on which equipment it was established.")
    on = f"It was established on {' or '.join(sorted(map(known.name, proven.models)))}"
    used = place.models & place.controlling or place.models
    if place.unnamed:
        return _unknown(Condition.SAME_EQUIPMENT, f"{on}; here equipment without a recorded model is used.")
    if place.controlling and not used & place.controlling:
        return _unknown(Condition.SAME_EQUIPMENT, f"{on}; which equipment controls the factor here is not recorded.")
    if not used:
        return _unknown(Condition.SAME_EQUIPMENT, f"{on}; which equipment is used here is not recorded.")
    if used <= proven.models:
        return None
    if used & proven.models and not place.controlling:
        return _unknown(
            Condition.SAME_EQUIPMENT, f"{on}; which of the models used here controls the factor is not recorded."
        )
    here = " and ".join(sorted(map(known.name, used)))
    return Reason(f"{on}; here {here} is used.", condition=Condition.SAME_EQUIPMENT)


def same_scale(proven: Proven, place: Place, known: Known) -> Reason | None:
    """A range holds at the scale it was established at."""
    if not proven.scales:
        return _unknown(Condition.SAME_SCALE, "It does not say at which scale it was established.")
    at = f"It was established at {' or '.join(sorted(map(known.name, proven.scales)))}"
    here = frozenset(scale for scale in place.scales if scale is not None)
    if None in place.scales or not here:
        return _unknown(Condition.SAME_SCALE, f"{at}; the scale here is not recorded.")
    if here <= proven.scales:
        return None
    return Reason(f"{at}, not at {' and '.join(sorted(map(known.name, here)))}.", condition=Condition.SAME_SCALE)


def same_basis(proven: Proven, place: Place, known: Known) -> Reason | None:
    """Figures of the range and those of the place are measured in one way, or a study bridges the two."""
    return bases_agree(proven.bases, place.bases, known)


def bases_agree(wanted: Iterable[Iri | None], here: Iterable[Iri | None], known: Known) -> Reason | None:
    """Why figures on these bases do not compare: another basis outweighs one that is not recorded."""
    pairs = [(one, other) for one in _ordered(wanted) for other in _ordered(here)]
    odd = [(one, other) for one, other in pairs if not _agree(one, other, known)]
    if not odd:
        return None
    one, other = next((pair for pair in odd if None not in pair), odd[0])
    words = (
        f"Its figures are measured by {_basis(one, known)}, those here by {_basis(other, known)}, "
        "and no study bridges the two."
    )
    return Reason(words, unknown=one is None or other is None, condition=Condition.SAME_BASIS)


def _ordered(bases: Iterable[Iri | None]) -> list[Iri | None]:
    """Never without one: no basis at all is one that is not recorded."""
    return sorted(set(bases), key=lambda each: each or "") or [None]


def _agree(one: Iri | None, other: Iri | None, known: Known) -> bool:
    if one is None or other is None:
        return False
    return one == other or known.bridged(one, other)


def _basis(basis: Iri | None, known: Known) -> str:
    return known.name(basis) if basis else "a way that is not recorded"


def _unknown(condition: Condition, sentence: str) -> Reason:
    return Reason(sentence, unknown=True, condition=condition)
