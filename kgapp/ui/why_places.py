"""The places of “Why?”: which statements are explained, and what of an answer's row they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from kgapp.domain import terms
from kgapp.domain.terms import Iri
from kgapp.services.why import Fact
from kgapp.services.why_rows import RowReasons
from kgapp.ui import places_table

_ROW: Final = "row"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be explained; ``row`` says of which row of an answer the statements are, if of one."""

    facts: tuple[Fact, ...]
    row: RowReasons | None = None


def of_fact(fact: Fact) -> str:
    """The place where a statement is explained."""
    return f"{places_table.WHY} {_spelled(fact)}"


def of_row(found: RowReasons) -> str:
    """The place where the statements of a row that follow are explained."""
    left = "".join(" " + quote(each, safe="") for each in found.left)
    facts = " ".join(_spelled(fact) for fact in found.facts)
    return f"{places_table.WHY} {_ROW} {found.stated} {len(found.left)}{left} {facts}"


def asked(rest: str) -> Asked:
    """What a place says behind its first word; nothing for a place that says nothing."""
    words = rest.split()
    if words[:1] != [_ROW]:
        return Asked(_facts(words))
    stated, count = int(words[1]), int(words[2])
    left = tuple(unquote(each) for each in words[3 : 3 + count])
    facts = _facts(words[3 + count :])
    return Asked(facts, RowReasons(facts, stated, left))


def _spelled(fact: Fact) -> str:
    return " ".join((fact.subject, fact.predicate, quote(terms.ntriples(fact.object), safe="")))


def _facts(words: list[str]) -> tuple[Fact, ...]:
    parts = zip(words[::3], words[1::3], words[2::3], strict=False)
    return tuple(Fact(Iri(subject), Iri(name), terms.parse(unquote(value))) for subject, name, value in parts)
