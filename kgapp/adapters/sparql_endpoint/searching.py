"""Looking for names on an endpoint: exact, from the beginning, by the beginnings of words, and in the model's texts.

The endpoint compares without regard to case but with accents as written; what it finds is compared again here as names are compared
everywhere. At most so many are asked for, and where there are more and too few of them fit, that is an error: nothing is left out
silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from kgapp.adapters.sparql_endpoint.asked import Asked, Wanted, thing
from kgapp.adapters.sparql_endpoint.described import Described
from kgapp.domain.errors import IncompleteAnswer
from kgapp.domain.names import IDENTIFIERS, LABELS, SYNONYMS, fold, local_name, split
from kgapp.domain.terms import RDF_LANG_STRING, XSD_STRING, Iri, Literal, Quad, sparql
from kgapp.domain.vocabulary import DCTERMS, PROPERTIES, RDFS, SKOS
from kgapp.services.ports import Candidate

_NAMES: Final = (*LABELS, *SYNONYMS, *IDENTIFIERS)
_LITERAL: Final = Iri(RDFS.comment.removesuffix("comment") + "Literal")
_TEXTS: Final = (
    RDFS.comment,
    SKOS.definition,
    DCTERMS.source,
    *(each for each, row in PROPERTIES.items() if row.kind == "data" and set(row.ranges) & {_LITERAL, XSD_STRING}),
)
"""Where texts are looked for: the properties of the model that hold them."""
_SEARCHED: Final = 10_000


class Searching:
    """Finds things by their words."""

    def __init__(self, asked: Asked, described: Described) -> None:
        self._asked = asked
        self._described = described

    def called(self, name: str) -> tuple[Iri, ...]:
        """What has exactly this folded name, by IRI."""
        if not name:
            return ()
        test = f"LCASE(STR(?l)) = {_quoted(name)} || {_ends(name)}"
        found = self._found(_of(_NAMES, test), _MOST + 1, lambda said: name in said.names)
        return tuple(sorted(each.iri for each in found))

    def named(self, name: str, limit: int) -> tuple[Candidate, ...]:
        """What has a name that begins with this folded one, in the order of those names."""
        begins = " || ".join(f"CONTAINS(LCASE(STR(?s)), {_quoted(mark + name)})" for mark in "/#")
        test = f"STRSTARTS(LCASE(STR(?l)), {_quoted(name)}) || {begins}"
        found = self._found(_of(_NAMES, test), limit, lambda said: said.begins(name))
        if len(found) >= limit:  # they may not be the first ones, but exact names must be among them
            there = {each.iri for each in found}
            exact = self._described.about(each for each in self.called(name) if each not in there)
            found += [_Said(each, said) for each, said in exact.items()]
        return tuple(each.candidate for each in sorted(found, key=lambda each: each.first(name)))[:limit]

    def matching(self, tokens: tuple[str, ...], limit: int, *, names_only: bool) -> tuple[Candidate, ...]:
        """What has a word beginning with each folded token, in its names or in the texts too."""
        if not tokens:
            return ()
        where = _NAMES if names_only else (*_NAMES, *_TEXTS)
        first, *rest = sorted(tokens, key=len, reverse=True)
        pattern = _of(where, _holds(first))
        pattern += "".join(_also(where, each, at) for at, each in enumerate(rest))
        found = self._found(
            pattern, limit, lambda said: all(said.holds(token, names_only=names_only) for token in tokens)
        )
        return tuple(each.candidate for each in found[:limit])

    def _found(self, pattern: str, limit: int, fits: Callable[[_Said], bool]) -> list[_Said]:
        """What really fits among the first that the endpoint finds. Raises ``IncompleteAnswer`` when too few of many do."""
        rows = self._asked.first(Wanted(("s",), f"{{ SELECT DISTINCT ?s WHERE {{ {pattern} }} }}"), _MOST)
        things = sorted(one for (s,) in rows if (one := thing(s)) is not None)
        said = self._described.about(things)
        found = [one for one in (_Said(each, said.get(each, ())) for each in things) if fits(one)]
        if len(rows) >= _MOST and len(found) < limit:
            raise IncompleteAnswer(
                f"More than {_MOST:,} things of the endpoint may hold these words; it cannot be asked for all of them.",
                hint="Add a word, or name the thing by its address.",
            )
        return found


class _Said:
    """The names and texts of a thing, as the record keeps them for a search."""

    def __init__(self, iri: Iri, quads: Iterable[Quad]) -> None:
        said = [(each.predicate, each.object) for each in quads if isinstance(each.object, Literal)]
        texts = [(by, fold(value.lexical[:_SEARCHED])) for by, value in said if by in IDENTIFIERS or _is_text(value)]
        columns = [[text for by, text in texts if by in kind and text] for kind in (LABELS, SYNONYMS, IDENTIFIERS)]
        columns[2].append(fold(local_name(iri)))
        labels, synonyms, ids = (tuple(sorted({" ".join(split(text)) for text in column})) for column in columns)
        self.iri = iri
        self.candidate = Candidate(iri, *(tuple(filter(None, column)) for column in (labels, synonyms, ids)))
        self.names = frozenset(text for column in columns for text in column if text)
        self._in_names = frozenset(word for name in self.names for word in split(name))
        self._in_texts = frozenset(word for by, text in texts if by in _TEXTS for word in split(text))

    def first(self, name: str) -> tuple[str, Iri]:
        """Its place among those with a name that begins so."""
        return min(each for each in self.names if each.startswith(name)), self.iri

    def begins(self, name: str) -> bool:
        """Whether a name of it begins so."""
        return any(each.startswith(name) for each in self.names)

    def holds(self, token: str, *, names_only: bool) -> bool:
        """Whether a word of it begins so."""
        found = any(word.startswith(token) for word in self._in_names)
        return found or (not names_only and any(word.startswith(token) for word in self._in_texts))


def _is_text(value: Literal) -> bool:
    return value.datatype in {XSD_STRING, RDF_LANG_STRING}


def _of(where: Iterable[Iri], test: str) -> str:
    """What has a literal ``?l`` for one of these properties, or an IRI, that passes a test."""
    return f"VALUES ?np {{ {' '.join(map(sparql, where))} }} ?s ?np ?l . FILTER({test})"


def _also(where: Iterable[Iri], token: str, at: int) -> str:
    """A test that what was found has a further token."""
    among = ", ".join(map(sparql, where))
    return f" FILTER EXISTS {{ ?s ?np{at} ?l{at} . FILTER(?np{at} IN ({among}) && ({_holds(token, f'?l{at}')})) }}"


def _holds(token: str, variable: str = "?l") -> str:
    """Tests for words that begin with a token: folded words hold no syntax of regular expressions."""
    name = f'REGEX(LCASE(STR(?s)), "[/#]([^/#]*[^a-z0-9/#])?{token}[^/#]*$")'
    return f'REGEX(LCASE(STR({variable})), "(^|[^a-z0-9]){token}") || {name}'


def _ends(name: str) -> str:
    return " || ".join(f"STRENDS(LCASE(STR(?s)), {_quoted(mark + name)})" for mark in "/#")


def _quoted(text: str) -> str:
    return sparql(Literal(text))


_MOST: Final = 2_000
"""So many things are looked at for one search."""
