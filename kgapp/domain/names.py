"""What an entity is called, and how names and words are compared: folded, without accents and case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri, is_skolem, shorten
from kgapp.domain.vocabulary import DCTERMS, KG, RDFS, SKOS

LABELS: Final = (RDFS.label, SKOS.prefLabel)
SYNONYMS: Final = (SKOS.altLabel,)
IDENTIFIERS: Final = (SKOS.notation, DCTERMS.identifier, KG.externalId, KG.partNumber)

_WORD = re.compile(r"[^\W_]+")


def unmarked(label: str) -> str:
    """A label without the mark of what is invented for a demo, which is said once where it matters.

    >>> unmarked("Leiden (invented)")
    'Leiden'
    """
    return label.removesuffix(" (invented)")


def fold(text: str) -> str:
    """``text`` for comparing: one line, no case, no accents, compatible forms made one (UAX 15, NFKD).

    >>> fold("Überstand  CAR⁺")
    'uberstand car+'
    """
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def words(text: str) -> list[str]:
    """The words of a text, folded, in order.

    >>> words("CD3/CD28 beads, 3.50")
    ['cd3', 'cd28', 'beads', '3', '50']
    """
    return split(fold(text))


def split(folded: str) -> list[str]:
    """The words of a text that is folded already."""
    return _WORD.findall(folded)


def marks(text: str, tokens: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Where words of ``text`` begin with one of the tokens (folded): pairs of place and length.

    >>> marks("Überstand of MOI", ("uber", "moi"))
    ((0, 4), (13, 3))
    """
    found = []
    for match in _WORD.finditer(text) if tokens else ():
        folded = fold(match.group())
        longest = max((len(token) for token in tokens if folded.startswith(token)), default=0)
        if longest:
            found.append((match.start(), min(longest, len(match.group()))))
    return tuple(found)


def check_prefix(prefix: str) -> None:
    """Raise ``BadInput`` for a text that cannot be a prefix (a narrow reading of SPARQL's PN_PREFIX); none is allowed."""
    if not re.fullmatch(r"([A-Za-z][A-Za-z0-9_-]*)?", prefix):
        raise BadInput(f"“{shorten(prefix)}” cannot be a prefix.", hint="Use letters, digits, - and _, a letter first.")


def local_name(iri: Iri) -> str:
    """What stands after the last ``/`` or ``#``; empty for an IRI that replaces a blank node.

    >>> local_name(Iri("https://example.org/a#P17"))
    'P17'
    """
    return "" if is_skolem(iri) else re.split("[/#]", iri)[-1]
