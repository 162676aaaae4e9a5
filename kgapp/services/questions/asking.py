"""Asking a question: what may fill its blanks, what was entered for them, and the answer for people.

A question is asked when somebody says so, and never before. What does not fit a blank is refused with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final

from kgapp.domain import quantity, shapes, sparql_text
from kgapp.domain import question as questions
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.names import fold, local_name
from kgapp.domain.question import Parameter, Question
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri, Literal, Term, shorten
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, XSD
from kgapp.services import browsing, picking, queries
from kgapp.services.for_inspection import PERSONAL
from kgapp.services.ports import Pattern, RecordReader, SparqlSource
from kgapp.services.queries import Result

_DATATYPES: Final = {
    XSD.string: "a text",
    XSD.date: "a date such as 2026-03-31",
    XSD.integer: "a whole number",
    XSD.decimal: "a number",
    XSD.boolean: "true or false",
}


def takes(parameter: Parameter) -> str:
    """What may fill a blank, as the end of a sentence: ``a unit operation``."""
    if parameter.classes:
        return " or ".join(_with_article(CLASSES[kind].label) for kind in parameter.classes)
    if parameter.scheme is not None:
        return f"one of the words {', '.join(CONCEPTS[word].label for word in words_of(parameter))}"
    said = _DATATYPES[parameter.datatype or XSD.string]
    return f"{said} in {quantity.symbol(parameter.unit)}" if parameter.unit else said


def shows_people(question: Question) -> bool:
    """Whether a question asks for figures about people that are personal, such as how likely they leave."""
    names = {local_name(each) for each in PERSONAL}
    named = (each.text for each in sparql_text.tokens(question.query) if each.kind in {"name", "iri"})
    return any(re.split("[:/#]", text.rstrip(">"))[-1] in names for text in named)


def usual(reader: RecordReader, parameter: Parameter, today: date | None = None) -> Term | None:
    """What fills a blank when nobody says; ``None`` for nothing.

    For a reference date that the project does not have, ``today`` (or the day that it is).
    """
    if parameter.default is not None or parameter.default_from is None:
        return parameter.default
    for project in reader.instances((KG.Project,)):
        found = sorted((quad.object for quad in reader.quads(Pattern(project, parameter.default_from))), key=str)
        if found:
            return found[0]
    if parameter.default_from == KG.referenceDate:
        return Literal((today or datetime.now(UTC).astimezone().date()).isoformat(), XSD.date)
    return None


def values(
    reader: RecordReader, question: Question, given: Mapping[str, str], today: date | None = None
) -> dict[str, Term]:
    """The terms for the blanks of a question from what was entered, with the usual values where nothing was.

    Raises ``BadInput`` for a name that the question does not have, for a blank that must not stay empty, and for what
    does not fit; ``NotFound`` and ``Ambiguous`` for things.
    """
    known = {each.name: each for each in question.parameters}
    for name in given:
        if name not in known:
            names = ", ".join(known) or "none at all"
            raise BadInput(f"The question has no blank “{shorten(name)}”.", hint=f"It has {names}.")
    found: dict[str, Term] = {}
    for parameter in question.parameters:
        text = given.get(parameter.name, "").strip()
        term = value(reader, parameter, text) if text else usual(reader, parameter, today)
        if term is not None:
            found[parameter.name] = term
        elif parameter.required:
            raise BadInput(
                f"Say what “{parameter.name}” is: {takes(parameter)}.", hint=f"The question is: {question.sentence}"
            )
    return found


def value(reader: RecordReader, parameter: Parameter, text: str) -> Term:
    """The term that a text means in a blank. Raises ``BadInput``, ``NotFound`` or ``Ambiguous``."""
    if parameter.classes:
        return _thing(reader, parameter, text)
    if parameter.scheme is not None:
        return shapes.word(_shape(parameter), text)
    if parameter.unit is not None:
        return _measured(parameter, text, parameter.unit)
    return shapes.literal(_shape(parameter), text)


def said(reader: RecordReader, question: Question, terms: Mapping[str, Term]) -> str:
    """The sentence with what fills its blanks; an empty blank reads as any of its kind."""
    names = browsing.labels(reader, {term for term in terms.values() if isinstance(term, str)})
    filled = {
        each.name: _said(terms[each.name], names) if each.name in terms else f"any {each.label}"
        for each in question.parameters
    }
    return questions.worded(question.sentence, filled)


def ask(
    reader: RecordReader,
    source: SparqlSource,
    question: Question,
    terms: Mapping[str, Term],
    *,
    timeout_s: float = 60.0,
) -> AbstractContextManager[Result]:
    """Answer a question; its pages are read while the context is open. Raises what a query raises."""
    return queries.run(reader, source, questions.fill(question, terms), timeout_s=timeout_s)


def _thing(reader: RecordReader, parameter: Parameter, text: str) -> Iri:
    """A thing of the classes that the parameter takes; of several with this name the only one that fits."""
    if browsing.spelled(reader, text) is None:
        fitting = [each for each in reader.called(fold(text)) if _fits(reader, parameter, each)]
        if len(fitting) == 1:
            return fitting[0]
    try:
        thing = browsing.resolve(reader, text)
    except NotFound as error:
        near = picking.candidates(reader, _shape(parameter), text, limit=3).choices
        near = near or picking.candidates(reader, _shape(parameter), "", limit=3).choices
        names = ", ".join(f"“{each.thing.label}”" for each in near)
        hint = f"It takes {takes(parameter)}, such as {names}." if names else error.hint
        raise NotFound(error.sentence, hint=hint) from error
    if not _fits(reader, parameter, thing):
        name = browsing.labels(reader, (thing,))[thing]
        kinds = " and ".join(_with_article(_class_label(kind)) for kind in reader.types((thing,)).get(thing, ()))
        raise BadInput(
            f"“{shorten(name)}” is {kinds or 'of no known kind'}; “{parameter.name}” takes {takes(parameter)}."
        )
    return thing


def _fits(reader: RecordReader, parameter: Parameter, thing: Iri) -> bool:
    types = reader.types((thing,)).get(thing, ())
    return bool(frozenset(shapes.with_superclasses(types)).intersection(parameter.classes))


def _measured(parameter: Parameter, text: str, unit: Iri) -> Literal:
    """A number in the unit of the blank, from a number in any unit that converts."""
    figure = quantity.quantity(text, unit)
    number = quantity.converted(figure, unit)
    if number is None:
        raise BadInput(
            f"“{shorten(text)}” cannot be told in {quantity.symbol(unit)}.",
            hint=f"“{parameter.name}” takes {takes(parameter)}.",
        )
    return shapes.literal(_shape(parameter), _plain(number))


def _plain(number: Decimal) -> str:
    return f"{number:f}"


def _shape(parameter: Parameter) -> PropertyShape:
    """The blank as a field of a form, which types what is entered in the same way."""
    return PropertyShape(
        path=KG.defaultValue,
        name=parameter.label,
        order=0,
        message=f"It takes {takes(parameter)}.",
        datatype=parameter.datatype,
        classes=parameter.classes,
        words=words_of(parameter),
    )


def words_of(parameter: Parameter) -> tuple[Iri, ...]:
    """The controlled words of a list, in the order of its scale if it has one."""
    found = [iri for iri, concept in CONCEPTS.items() if concept.scheme == parameter.scheme]
    return tuple(sorted(found, key=lambda each: (CONCEPTS[each].rank or 0, CONCEPTS[each].label)))


def _said(term: Term, names: Mapping[Iri, str]) -> str:
    return names[term] if isinstance(term, str) else term.lexical


def _class_label(kind: Iri) -> str:
    return CLASSES[kind].label if kind in CLASSES else kind


def _with_article(label: str) -> str:
    return f"{'an' if label[:1].lower() in 'aeiou' and not label.startswith('unit') else 'a'} {label}"
