"""The prefixes of a text: declared, used, and one more declared."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kgapp.domain.sparql import tokens
from kgapp.domain.sparql.tokens import Kind, Piece


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text to put in at a place."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Declared:
    """A prefix with the beginning it stands for; ``start`` and ``end`` hold the whole declaration."""

    prefix: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Prefixes:
    """All declarations of a text and, of each prefix that is used, the first piece that does."""

    declared: tuple[Declared, ...]
    used: dict[str, Piece]

    @property
    def names(self) -> dict[str, str]:
        """What each declared prefix stands for; the last declaration holds."""
        return {each.prefix: each.name for each in self.declared}


def of(telling: tuple[Piece, ...]) -> Prefixes:
    """The prefixes of a text without blanks and comments."""
    declared: list[Declared] = []
    used: dict[str, Piece] = {}
    for number, piece in enumerate(telling):
        if piece.kind is not Kind.PREFIXED:
            continue
        prefix = piece.text.partition(":")[0]
        before = telling[number - 1] if number else None
        if before is not None and before.text.upper() == "PREFIX":
            after = telling[number + 1] if number + 1 < len(telling) else None
            name = after.text[1:-1] if after is not None and after.kind is Kind.IRI else ""
            end = after.end if after is not None and after.kind is Kind.IRI else piece.end
            declared.append(Declared(prefix, name, before.start, end))
        else:
            used.setdefault(prefix, piece)
    return Prefixes(tuple(declared), used)


def insertion(text: str, prefix: str, name: str) -> Insertion | None:
    """A line that declares a prefix, after the declarations there are; none is needed when it is declared."""
    telling = tokens.telling(tokens.whole(text))
    known = of(telling)
    if prefix in known.names:
        return None
    declaration = f"PREFIX {prefix}: <{name}>"
    ends = [each.end for each in known.declared]
    ends += [iri.end for base, iri in pairwise(telling) if base.text.upper() == "BASE" and iri.kind is Kind.IRI]
    if ends:
        return Insertion(max(ends), f"\n{declaration}")
    return Insertion(telling[0].start if telling else 0, f"{declaration}\n")
