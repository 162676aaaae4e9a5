"""Ready-made kinds of change: what is usually asked for, and which functions usually judge it. Data, not rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kgapp.domain.assessment import Function
from kgapp.domain.impact import ChangeKind
from kgapp.domain.rules import matches
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG


class Blank(StrEnum):
    """What a template asks for, in the order in which a person thinks of it."""

    OLD = "from"
    NEW = "to"
    NEW_THING = "what takes its place"
    SITE = "site"
    BATCHES = "batches"
    DURATION = "duration"
    EFFECTIVE = "takes effect"
    EXTERNAL_ID = "number in the quality system"


@dataclass(frozen=True, slots=True)
class Template:
    """A ready-made kind of change. ``about`` are the classes of what it can be about; ``explanation`` is one sentence."""

    key: str
    label: str
    explanation: str
    kind: ChangeKind
    about: tuple[Iri, ...]
    blanks: tuple[Blank, ...]
    asks: tuple[Function, ...]


_TECHNICAL: Final = (Function.PROCESS, Function.QC, Function.QUALITY)
_ALL: Final = tuple(Function)
_MOVE: Final = (Blank.OLD, Blank.NEW, Blank.SITE, Blank.BATCHES, Blank.EFFECTIVE, Blank.EXTERNAL_ID)
_REPLACED: Final = (Blank.NEW_THING, Blank.SITE, Blank.BATCHES, Blank.EFFECTIVE, Blank.EXTERNAL_ID)
_FILED: Final = (Function.PROCESS, Function.QC, Function.REGULATORY, Function.QUALITY)

TEMPLATES: Final = (
    Template(
        "setpoint",
        "New setpoint",
        "A parameter is run at another value.",
        ChangeKind.VALUE,
        (KG.ProcessParameter, KG.MaterialAttribute),
        _MOVE,
        _FILED,
    ),
    Template(
        "range",
        "Wider or narrower normal range",
        "A parameter may move within other limits.",
        ChangeKind.RANGE,
        (KG.ProcessParameter, KG.MaterialAttribute, KG.InProcessAttribute),
        _MOVE,
        _FILED,
    ),
    Template(
        "hold",
        "Other hold or process time",
        "Something waits, or runs, for another time.",
        ChangeKind.TIMING,
        (KG.HoldTime, KG.ProcessParameter),
        _MOVE,
        _FILED,
    ),
    Template(
        "material",
        "Other material or supplier",
        "A material, reagent or single-use kit is replaced by another.",
        ChangeKind.REPLACEMENT,
        (KG.Material, KG.SingleUseKit, KG.SupplyOffering),
        _REPLACED,
        _ALL,
    ),
    Template(
        "equipment",
        "Other equipment",
        "A piece of equipment, or a model, is replaced by another.",
        ChangeKind.REPLACEMENT,
        (KG.Equipment, KG.EquipmentModel),
        _REPLACED,
        _FILED,
    ),
    Template(
        "software",
        "New software or recipe version",
        "Equipment runs, or results are calculated, with another version.",
        ChangeKind.SOFTWARE,
        (KG.Equipment, KG.EquipmentModel, KG.MethodAtSite),
        (Blank.OLD, Blank.NEW, Blank.SITE, Blank.EFFECTIVE, Blank.EXTERNAL_ID),
        _TECHNICAL,
    ),
    Template(
        "method",
        "Changed test method",
        "A method, or how it is run at a site, changes: results move, the product need not.",
        ChangeKind.METHOD,
        (KG.AnalyticalMethod, KG.MethodAtSite),
        (Blank.OLD, Blank.NEW, Blank.SITE, Blank.EFFECTIVE, Blank.EXTERNAL_ID),
        (Function.QC, Function.REGULATORY, Function.QUALITY),
    ),
    Template(
        "specification",
        "Changed specification",
        "A criterion is tightened, widened, added or dropped.",
        ChangeKind.SPECIFICATION,
        (KG.Specification, KG.QualityAttribute),
        (Blank.OLD, Blank.NEW, Blank.EFFECTIVE, Blank.EXTERNAL_ID),
        (Function.QC, Function.REGULATORY, Function.QUALITY),
    ),
    Template(
        "site",
        "New site",
        "A site is added that makes or tests the product.",
        ChangeKind.ADDITION,
        (KG.SiteProcess, KG.Site),
        (Blank.EFFECTIVE, Blank.EXTERNAL_ID),
        _ALL,
    ),
    Template(
        "shortage",
        "Shortage",
        "A material is short or allocated.",
        ChangeKind.SHORTAGE,
        (KG.Material, KG.SupplyOffering, KG.Supplier),
        (Blank.SITE, Blank.EFFECTIVE, Blank.EXTERNAL_ID),
        (Function.SUPPLY, Function.PROCESS, Function.QUALITY),
    ),
    Template(
        "departure",
        "Somebody leaves",
        "A person, supplier or site goes, with what only they know or give.",
        ChangeKind.DEPARTURE,
        (KG.Person, KG.Supplier, KG.Site),
        (Blank.EFFECTIVE,),
        (Function.PROCESS, Function.QUALITY),
    ),
    Template(
        "requirement",
        "New requirement",
        "A provision comes into force or changes.",
        ChangeKind.REQUIREMENT,
        (KG.Provision,),
        (Blank.EFFECTIVE,),
        (Function.REGULATORY, Function.QUALITY),
    ),
    Template(
        "excursion",
        "Excursion in a batch",
        "A parameter was out of its value while a batch was made: a deviation.",
        ChangeKind.EXCURSION,
        (KG.ProcessParameter, KG.MaterialAttribute, KG.HoldTime, KG.InProcessAttribute),
        (Blank.NEW, Blank.DURATION, Blank.BATCHES, Blank.SITE, Blank.EFFECTIVE, Blank.EXTERNAL_ID),
        _TECHNICAL,
    ),
)


def fitting(types: tuple[Iri, ...]) -> tuple[Template, ...]:
    """The templates for a thing of these classes."""
    held = frozenset(types)
    return tuple(each for each in TEMPLATES if held and any(matches(held, wanted) for wanted in each.about))
