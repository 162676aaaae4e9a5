"""Reads a question from what is stated of it, and says in a sentence why it cannot be one.

The same reading serves the graph and what somebody is about to save: what cannot be asked is not saved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from kgapp.domain import question as questions
from kgapp.domain import sparql_text
from kgapp.domain.errors import BadInput, QueryRefused
from kgapp.domain.names import local_name
from kgapp.domain.question import Parameter, Question
from kgapp.domain.terms import Iri, Literal, Term, shorten
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, PROPERTIES, RDFS, UNITS, XSD

Facts = Mapping[Iri, frozenset[Term]]
"""What is stated of one resource."""

LONGEST: Final = 4_000
"""The most characters of a label, sentence or explanation."""

DATATYPES: Final = (XSD.string, XSD.date, XSD.integer, XSD.decimal, XSD.boolean)
SCHEMES: Final = frozenset(concept.scheme for concept in CONCEPTS.values())
GROUPS: Final = frozenset(iri for iri, each in CONCEPTS.items() if each.scheme == KG.questionGroupScheme)
_NUMBERS: Final = frozenset({XSD.integer, XSD.decimal})
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z", re.ASCII)


def question(subject: Iri, facts: Facts, stated: Mapping[Iri, Facts]) -> Question:
    """The question that ``facts`` state; ``stated`` has what is said of its parameters. Raises ``BadInput``."""
    sentence = _text(facts, KG.questionSentence)
    query = _text(facts, KG.questionQuery, sparql_text.MAX_CHARACTERS)
    named = [_parameter(stated.get(each, {})) for each in _things(facts, KG.hasParameter)]
    group = _one(facts, KG.questionGroup, KG.ownQuestions)
    found = Question(
        iri=subject,
        label=_text(facts, RDFS.label) if facts.get(RDFS.label) else sentence,
        sentence=sentence,
        group=group if isinstance(group, str) and group in GROUPS else KG.ownQuestions,
        explanation=_text(facts, KG.explanation) if facts.get(KG.explanation) else "",
        query=query.strip(),
        parameters=_ordered(sentence, named),
        own=True,
    )
    check(found)
    return found


def check(found: Question) -> None:
    """Raise ``BadInput`` when blanks, parameters and query do not belong together, or the query is none."""
    blanks, names = questions.blanks(found.sentence), [each.name for each in found.parameters]
    if len(set(names)) < len(names):
        raise BadInput(f"Two of its parameters are called “{_twice(names)}”.")
    if missing := [name for name in blanks if name not in names]:
        raise BadInput(f"Its sentence has a blank {{{missing[0]}}}, and no parameter is called so.")
    try:
        sparql_text.gate(found.query)
        places = questions.places(found.query)
    except QueryRefused as error:
        raise BadInput(f"Its query is refused: {error.sentence}") from error
    if missing := [name for name in names if name not in places]:
        raise BadInput(
            f"Its query has no place for “{missing[0]}”.", hint=f"Write VALUES ?{missing[0]} {{ }} where it enters."
        )
    if missing := [name for name in places if name not in names]:
        raise BadInput(f"Its query has a place for “{missing[0]}”, and no parameter is called so.")


def _ordered(sentence: str, named: Iterable[Parameter]) -> tuple[Parameter, ...]:
    """In the order of the sentence; those that it does not name stand behind it, by name."""
    blanks = questions.blanks(sentence)
    last = len(blanks)
    return tuple(sorted(named, key=lambda each: (blanks.index(each.name) if each.name in blanks else last, each.name)))


def _parameter(facts: Facts) -> Parameter:
    name = _text(facts, KG.parameterName)
    if not _NAME.match(name):
        raise BadInput(f"“{shorten(name)}” cannot be the name of a parameter.", hint="Use letters, digits and _.")
    scheme, datatype = _iri(facts, KG.takesScheme), _iri(facts, KG.takesDatatype)
    default = _one(facts, KG.defaultValue, None)
    said = facts.get(KG.optionalParameter, frozenset())
    found = Parameter(
        name=name,
        label=_text(facts, RDFS.label) if facts.get(RDFS.label) else name,
        classes=tuple(sorted(_things(facts, KG.takesClass))),
        scheme=scheme,
        datatype=datatype,
        unit=_iri(facts, KG.unit),
        default=default,
        default_from=_iri(facts, KG.defaultFrom),
        required=not any(isinstance(each, Literal) and each.lexical in {"true", "1"} for each in said),
    )
    _check_kind(found)
    return found


def _check_kind(found: Parameter) -> None:
    kinds = [bool(found.classes), found.scheme is not None, found.datatype is not None]
    if sum(kinds) != 1:
        raise BadInput(
            f"Nobody can tell what may fill “{found.name}”.",
            hint="Say one of: of which classes its things are, of which list its words, or of which datatype its values.",
        )
    if unknown := [kind for kind in found.classes if kind not in CLASSES]:
        raise BadInput(f"“{found.name}” takes things of “{local_name(unknown[0])}”, which is no class of the model.")
    if found.scheme is not None and found.scheme not in SCHEMES:
        raise BadInput(f"“{found.name}” takes words of “{local_name(found.scheme)}”, which is no list of the model.")
    if found.datatype is not None and found.datatype not in DATATYPES:
        raise BadInput(f"“{found.name}” takes values of “{local_name(found.datatype)}”, which cannot be entered.")
    if found.unit is not None and (found.unit not in UNITS or found.datatype not in _NUMBERS):
        raise BadInput(f"“{found.name}” has a unit that is not known, or values that are no numbers.")


def _text(facts: Facts, about: Iri, most: int = LONGEST) -> str:
    texts = [each for each in facts.get(about, ()) if isinstance(each, Literal) and each.lexical.strip()]
    if not texts:
        raise BadInput(f"It has no “{PROPERTIES[about].label if about in PROPERTIES else 'label'}”.")
    found = min(texts, key=lambda each: (not each.language.startswith("en"), each.language, each.lexical)).lexical
    if len(found) > most:
        raise BadInput(f"“{shorten(found, 40)}” has more than {most:,} characters.")
    return found


def _one(facts: Facts, about: Iri, otherwise: Term | None) -> Term | None:
    found = facts.get(about, frozenset())
    if len(found) > 1:
        raise BadInput(f"It has more than one “{PROPERTIES[about].label}”.")
    return next(iter(found), otherwise)


def _iri(facts: Facts, about: Iri) -> Iri | None:
    found = _one(facts, about, None)
    return Iri(found) if isinstance(found, str) else None


def _things(facts: Facts, about: Iri) -> list[Iri]:
    return sorted(Iri(each) for each in facts.get(about, ()) if isinstance(each, str))


def _twice(names: list[str]) -> str:
    return next(name for name in names if names.count(name) > 1)
