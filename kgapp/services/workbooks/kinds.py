"""The kinds of tables that are read without a word: parameters, FMEA, bills of materials, methods, batch record steps.

Heads are matched folded and without what stands in brackets. A head that two kinds understand differently is no trouble: the kind
that understands most of a table is offered.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.domain.workbook_mapping import NOT_READ, Kind, Part, Role, Target

_ID: Final = Target(Role.ID)
_NAME: Final = Target(Role.NAME)


def _value(path: Iri, part: str = "") -> Target:
    return Target(Role.VALUE, path, part)


def _of(path: Iri) -> Target:
    return Target(Role.OF, path)


def _heads(*groups: tuple[str, Target]) -> dict[str, Target]:
    return {head.strip(): target for heads, target in groups for head in heads.split("|")}


def _ranges() -> Iterable[Part]:
    for key, word in (("NOR", KG.NOR), ("PAR", KG.PAR), ("studied", KG.studied)):
        yield Part(key, f"{key} range", KG.AcceptableRange, KG.forFactor, ((KG.rangeType, word),))


def _range_heads(key: str, words: str) -> Iterable[tuple[str, Target]]:
    names = words.split("|")
    yield words, Target(Role.RANGE, KG.lowerLimit, key)
    for path, ends in (
        (KG.lowerLimit, ("low", "lower", "min", "minimum", "lower limit")),
        (KG.upperLimit, ("high", "upper", "max", "maximum", "upper limit")),
    ):
        yield "|".join(f"{name} {end}" for name in names for end in ends), _value(path, key)


_CONCERNED: Final = (
    "parameter|process parameter|factor|step|process step|unit operation|item|concerns|function|component|"
    "material|quality attribute|cqa|attribute|affected attribute|cqa affected"
)
_PART_NUMBERS: Final = (
    "id|no|no.|part number|part no|part no.|item number|item no|item|material number|material no|catalogue number|"
    "catalog number|cat. no.|cat no|sku|article number"
)
SETTING: Final = "setting"
AT_SITE: Final = "at site"

PARAMETERS: Final = Kind(
    "parameters",
    "parameter table",
    KG.ProcessParameter,
    _heads(
        ("id|no|no.|nr|number|parameter id|parameter no|parameter number|tag", _ID),
        ("parameter|name|process parameter|parameter name|factor|input parameter|variable", _NAME),
        ("unit|units|uom|unit of measure", _value(KG.unit)),
        ("criticality|class|classification|cpp|cpp?|cpp/kpp|type", _value(KG.criticality)),
        ("step|unit operation|process step|operation|stage", _of(KG.hasFactor)),
        ("setpoint|set point|set-point|target|target value|nominal", _value(KG.setpoint, SETTING)),
        ("basis|measurement basis", _value(KG.basis)),
        *_range_heads("NOR", "nor|normal operating range|operating range|normal range"),
        *_range_heads("PAR", "par|proven acceptable range|acceptable range|proven range"),
        *_range_heads("studied", "studied range|range studied|characterized range|characterised range"),
        ("comment|comments|remark|remarks|note|notes|rationale|justification", NOT_READ),
    ),
    (frozenset((Role.NAME, Role.ID)), frozenset((KG.unit, KG.criticality, KG.hasFactor, KG.setpoint, KG.lowerLimit))),
    (
        *_ranges(),
        Part(SETTING, "setting", KG.SiteSetting, KG.forFactor),
    ),
)

FMEA: Final = Kind(
    "fmea",
    "FMEA table",
    KG.RiskItem,
    _heads(
        ("id|no|no.|nr|number|risk id|risk no|item no|ref", _ID),
        (
            "failure mode|potential failure mode|risk|failure|hazard|what can go wrong|risk description|risk event",
            _NAME,
        ),
        (
            _CONCERNED,
            _value(KG.concerns),
        ),
        ("severity|s|sev|sev.|severity score|severity (s)", _value(KG.severityScore)),
        ("occurrence|o|occ|occ.|probability|p|likelihood|occurrence score", _value(KG.occurrence)),
        ("detection|d|det|det.|detectability|detection score", _value(KG.detection)),
        ("mitigated by|control|controls|current control|current controls|existing controls", _value(KG.mitigatedBy)),
        ("site|at site", _value(KG.atSite)),
        ("rpn|risk priority number|s x o x d|sxoxd|risk score", NOT_READ),
        ("effect|potential effect|effects|cause|potential cause|causes|comment|comments|action|actions", NOT_READ),
    ),
    (
        frozenset((Role.NAME,)),
        frozenset((KG.severityScore,)),
        frozenset((KG.occurrence,)),
        frozenset((KG.detection,)),
    ),
)

MATERIALS: Final = Kind(
    "materials",
    "bill of materials",
    KG.Material,
    _heads(
        (
            _PART_NUMBERS,
            _ID,
        ),
        ("material|name|description|material name|component|material description|item description", _NAME),
        ("manufacturer|maker|supplier|vendor|producer", _value(KG.maker)),
        ("step|used in|used at|unit operation|process step|operation", _of(KG.consumesMaterial)),
        ("affects|affects factor|affects parameter", _value(KG.affectsFactor)),
        ("substitute|substitutes|alternative|alternatives|alternate", _value(KG.substitutableBy)),
        ("quantity|qty|amount|uom|unit|comment|comments|notes|grade", NOT_READ),
    ),
    (frozenset((Role.NAME,)), frozenset((Role.ID, KG.maker)), frozenset((KG.maker, KG.consumesMaterial, Role.ID))),
)

METHODS: Final = Kind(
    "methods",
    "method list",
    KG.AnalyticalMethod,
    _heads(
        ("id|no|no.|method id|method no|method number|sop|sop number", _ID),
        ("method|name|assay|test|method name|analytical method|test method|analytical procedure", _NAME),
        (
            "attribute|quality attribute|measures|cqa|measures attribute|tested attribute|test parameter|analyte",
            _value(KG.measuresAttribute),
        ),
        ("parameter|factor|measures factor|measures parameter", _value(KG.measuresFactor)),
        ("site|at site|laboratory|lab|testing site", _value(KG.atSite, AT_SITE)),
        ("status|method status|validation status", _value(KG.methodStatus, AT_SITE)),
        ("version|method version|revision", _value(KG.methodVersion, AT_SITE)),
        ("instrument|instruments|equipment", _value(KG.instrument, AT_SITE)),
        ("basis|measurement basis", _value(KG.basis, AT_SITE)),
        ("comment|comments|notes|principle", NOT_READ),
    ),
    (frozenset((Role.NAME,)), frozenset((KG.measuresAttribute, KG.methodStatus, KG.methodVersion))),
    (Part(AT_SITE, "at the site", KG.MethodAtSite, KG.ofMethod),),
)

RECORDS: Final = Kind(
    "records",
    "batch record step list",
    KG.BatchRecordStep,
    _heads(
        ("id|reference", _ID),
        ("instruction|description|text|action|step description|what is done|task|name", _NAME),
        ("step|step no|step no.|step number|no|no.|nr|number|#", _value(KG.stepNumber)),
        ("document|batch record|in document|mbr|sop|procedure", _value(KG.inDocument)),
        ("parameter|parameters|factor|implements|implements factor|process parameter", _value(KG.implementsFactor)),
        ("unit operation|process step|at step|operation|stage", _value(KG.atStep)),
        ("site|at site", _value(KG.atSite)),
        ("custody transfer|handover", _value(KG.custodyTransfer)),
        ("comment|comments|notes|performed by|verified by|signature", NOT_READ),
    ),
    (frozenset((Role.NAME,)), frozenset((KG.stepNumber,))),
)

KINDS: Final = {each.key: each for each in (PARAMETERS, FMEA, MATERIALS, METHODS, RECORDS)}
