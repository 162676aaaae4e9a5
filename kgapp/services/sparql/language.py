"""Help for one who writes SPARQL on a project: completion, explanations and problems; nothing is run.

For any thread. What the data holds is counted by ``prepare`` for one revision; until then nothing is said of counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kgapp.domain.names import fold
from kgapp.domain.sparql import parsing, prefixes, reading, tokens
from kgapp.domain.sparql import problems as of_text
from kgapp.domain.sparql.editing import Change as Change  # noqa: PLC0414 - part of Fix
from kgapp.domain.sparql.parsing import Here, Parsed
from kgapp.domain.sparql.problems import Fix as Fix  # noqa: PLC0414 - part of Problem
from kgapp.domain.sparql.problems import Problem as Problem  # noqa: PLC0414 - what problems gives
from kgapp.domain.sparql.tokens import Kind, Piece
from kgapp.domain.sparql.words import FUNCTIONS, KEYWORDS, SPELLED
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import PREFIXES, RDF
from kgapp.services.browsing import labels
from kgapp.services.ports import RecordReader
from kgapp.services.sparql import known
from kgapp.services.sparql.known import Counted, Word

SHOWN: Final = 50
_NO_IRI: Final = Iri("")
_SEARCHED: Final = 100
_PLACE: Final = re.compile(r"line (\d+), column (\d+)")
_LOCAL: Final = re.compile(r"[^\W]([\w\-.]*[\w\-])?")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What can be put in at the cursor. ``count`` is of things in the data; ``prefix_iri`` is empty for what needs none."""

    insert: str
    label: str
    detail: str
    kind: str
    count: int | None = None
    said: str = ""
    prefix: str = ""
    prefix_iri: Iri = _NO_IRI


@dataclass(frozen=True, slots=True)
class Offer:
    """Candidates for what stands between two places, the likeliest first; ``more`` when not all are shown."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    note: str
    more: bool


@dataclass(frozen=True, slots=True)
class Hover:
    """What is known of the piece between two places."""

    start: int
    end: int
    title: str
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is being written: the words typed so far, folded, and where in a statement."""

    typed: str
    raw: str
    here: Here
    classes: tuple[Iri, ...]
    names: dict[str, str]


class Language:
    """Knows the names of one project."""

    def __init__(self, reader: RecordReader) -> None:
        self._reader = reader
        self._words = known.words()
        self._counted: Counted | None = None

    def prepare(self) -> None:
        """Count what the data holds, unless that was done for this revision; slow on large data."""
        revision = self._revision()
        now = self._counted
        if now is None or now.revision != revision:
            self._counted = known.counted(self._reader, revision)

    def complete(self, text: str, cursor: int) -> Offer:
        """What can stand at a place, by what was typed before it."""
        if len(text) > tokens.MAX_HELPED:
            return Offer(cursor, cursor, (), "The text is too long for help.", more=False)
        before = tokens.before(text, cursor)
        last = before[-1] if before else None
        if last is not None and last.kind in {Kind.COMMENT, Kind.UNFINISHED, Kind.STRING, Kind.IRI, Kind.NUMBER}:
            return Offer(cursor, cursor, (), "", more=False)
        typing = last if last is not None and (last.kind in _TYPED or last.text in {"?", "$"}) else None
        done = tokens.telling(before[:-1] if typing else before)
        raw = typing.text if typing else ""
        parsed, here = parsing.parse(text), parsing.here(done)
        names = self._prefixes(parsed.telling)
        wanted = _Wanted(fold(raw.rpartition(":")[2]), raw, here, self._classes(parsed, here, names), names)
        found = self._found(wanted, parsed, done)
        start = typing.start if typing else cursor
        return Offer(start, cursor, tuple(found[:SHOWN]), self._note(wanted), more=len(found) > SHOWN)

    def hover(self, text: str, at: int) -> Hover | None:
        """What is known of the word at a place."""
        if len(text) > tokens.MAX_HELPED:
            return None
        all_pieces = tokens.whole(text)
        piece = tokens.at(all_pieces, at)
        if piece is None:
            return None
        if piece.kind in {Kind.KEYWORD, Kind.FUNCTION}:
            meaning = "is of the class" if piece.text == "a" else {**KEYWORDS, **FUNCTIONS}[piece.text.upper()]
            return Hover(piece.start, piece.end, piece.text, meaning, piece.kind.value)
        iri = _iri(piece, self._prefixes(tokens.telling(all_pieces)))
        return self._explained(piece, iri) if iri else None

    def problems(self, text: str) -> tuple[Problem, ...]:
        """What is wrong or doubtful; names that neither the model nor the data knows come last."""
        parsed = parsing.parse(text)
        if not parsed.telling:
            return ()
        names = {**PREFIXES, **{prefix: str(name) for prefix, name in self._reader.meta().prefixes}}
        return (*of_text.of_text(text, parsed, names), *self._unknown(text, parsed))

    def placed(self, text: str, sentence: str) -> Problem | None:
        """The problem that an engine's sentence with line and column tells of; ``None`` when it names no place."""
        match = _PLACE.search(sentence)
        lines = text.split("\n")
        if match is None or not 0 < int(match[1]) <= len(lines) or not text:
            return None
        start = sum(len(line) + 1 for line in lines[: int(match[1]) - 1]) + int(match[2]) - 1
        start = min(max(start, 0), len(text) - 1)
        piece = tokens.at(tokens.whole(text), start)
        return of_text.placed(text, start, piece.end if piece else start + 1, "error", sentence)

    def _revision(self) -> str:
        head = self._reader.head()
        return head.hash if head else self._reader.meta().endpoint

    def _prefixes(self, telling: tuple[Piece, ...]) -> dict[str, str]:
        own = {prefix: str(name) for prefix, name in self._reader.meta().prefixes}
        return {**PREFIXES, **own, **prefixes.of(telling).names}

    def _classes(self, parsed: Parsed, here: Here, names: dict[str, str]) -> tuple[Iri, ...]:
        """The classes that the text gives the subject at the cursor."""
        if here.subject is None:
            return ()
        said = [each for each in parsed.statements if each.subject and each.subject.text == here.subject.text]
        typed = [
            each.value for each in said if each.predicate and _iri(each.predicate, names) == RDF.type and each.value
        ]
        return tuple(dict.fromkeys(kind for piece in typed if (kind := _iri(piece, names))))

    def _found(self, wanted: _Wanted, parsed: Parsed, done: tuple[Piece, ...]) -> list[Candidate]:
        if wanted.raw.startswith(("?", "$")):
            return _variables(wanted, parsed)
        found = self._terms(wanted)
        if ":" not in wanted.raw:
            found += _words(wanted, reading.expected(done)) + (_variables(wanted, parsed) if not wanted.raw else [])
            found += _prefix_names(wanted)
        return found

    def _terms(self, wanted: _Wanted) -> list[Candidate]:
        """Names of the model and of the project that fit the place."""
        role, predicate = wanted.here.role, wanted.here.predicate
        if not wanted.here.role or role == "after" or (role == "subject" and not wanted.raw):
            return []
        if role == "predicate":
            return self._named("property", wanted)
        if predicate is not None and _iri(predicate, wanted.names) == RDF.type:
            return self._named("class", wanted)
        allowed = known.words_of(_iri(predicate, wanted.names) or _NO_IRI) if predicate is not None else frozenset()
        if allowed:
            return self._named("word", wanted, allowed)
        values = self._named("unit", wanted) + self._named("word", wanted) if wanted.raw else []
        return self._things(wanted) + values

    def _named(self, kind: str, wanted: _Wanted, only: frozenset[Iri] = frozenset()) -> list[Candidate]:
        counts = self._counts(kind, wanted.classes)
        ranked = []
        for iri in {iri for iri, word in self._words.items() if word.kind == kind} | set(counts or ()):
            word = self._words.get(iri) or Word(iri, _local(iri), "", kind)
            if only and iri not in only:
                continue
            rank = _rank(wanted.typed, word.label, _local(iri))
            count = counts.get(iri, 0) if counts is not None else None
            apart = kind == "property" and not known.fits(iri, wanted.classes) and not count
            if rank is not None and not apart and (made := self._candidate(word, count, wanted)):
                ranked.append((rank, -(count or 0), not known.restricted(iri), made.label, made))
        return [each[-1] for each in sorted(ranked, key=lambda each: each[:4])]

    def _counts(self, kind: str, classes: tuple[Iri, ...]) -> dict[Iri, int] | None:
        """How many things there are by name; with several classes the fewest, as things of all of them cannot be more."""
        now = self._counted
        if now is None or kind not in {"class", "property"}:
            return None
        if kind == "class":
            return dict(now.classes)
        if not classes:
            return dict(now.properties)
        each = [now.by_class.get(one, {}) for one in classes]
        return {iri: min(counts.get(iri, 0) for counts in each) for iri in {iri for counts in each for iri in counts}}

    def _things(self, wanted: _Wanted) -> list[Candidate]:
        """Things of the project whose names begin so."""
        if len(wanted.typed) < 2:
            return []
        iris = [each.iri for each in self._reader.named(wanted.typed, _SEARCHED)]
        predicate = _iri(wanted.here.predicate, wanted.names) if wanted.here.predicate else None
        types = self._reader.types(iris) if predicate else {}
        iris = [iri for iri in iris if predicate is None or known.leads_to(predicate, types.get(iri, ()))]
        names = labels(self._reader, iris)
        made = (self._candidate(Word(iri, names[iri], "", "thing"), None, wanted) for iri in iris)
        return [each for each in made if each is not None]

    def _candidate(self, word: Word, count: int | None, wanted: _Wanted) -> Candidate | None:
        """A name with the prefix that shortens it most; as a whole address when none does."""
        asked = wanted.raw.partition(":")[0] if ":" in wanted.raw else None
        fitting = [(len(name), prefix) for prefix, name in wanted.names.items() if name and word.iri.startswith(name)]
        local = word.iri[max(fitting)[0] :] if fitting else ""
        if asked is not None and asked not in {prefix for _, prefix in fitting}:
            return None
        said = "" if count is None else f"{count:,} here" if count else "none here"
        if not _LOCAL.fullmatch(local):
            return Candidate(f"<{word.iri}>", word.label, word.words, word.kind, count, said)
        prefix = asked if asked is not None and word.iri == f"{wanted.names[asked]}{local}" else max(fitting)[1]
        return Candidate(
            f"{prefix}:{local}", word.label, word.words, word.kind, count, said, prefix, Iri(wanted.names[prefix])
        )

    def _note(self, wanted: _Wanted) -> str:
        kinds = [self._words[kind].label if kind in self._words else _local(kind) for kind in wanted.classes]
        said = [f"for subjects of class {' and '.join(kinds)}"] if kinds and wanted.here.role == "predicate" else []
        now = self._counted
        if now is None:
            said.append("not counted yet")
        elif now.revision != self._revision():
            said.append("counts are of an earlier revision")
        return " · ".join(said)

    def _explained(self, piece: Piece, iri: Iri) -> Hover | None:
        word = self._words.get(iri)
        if word is not None:
            return Hover(piece.start, piece.end, word.label, word.words, word.kind)
        types = self._reader.types((iri,)).get(iri, ())
        label = self._reader.labels((iri,)).get(iri)
        if label is None and not types:
            return None
        kinds = ", ".join(self._words[kind].label if kind in self._words else _local(kind) for kind in types)
        return Hover(piece.start, piece.end, label or _local(iri), kinds, "thing")

    def _unknown(self, text: str, parsed: Parsed) -> list[Problem]:
        """Names of the kgapp ontology that there are not, with the nearest that there is."""
        import difflib

        names = self._prefixes(parsed.telling)
        found: list[Problem] = []
        now = self._counted
        used = {*now.classes, *now.properties} if now else set()
        for piece in parsed.telling:
            iri = _iri(piece, names)
            if not iri or not iri.startswith(PREFIXES["kg"]) or iri == PREFIXES["kg"]:
                continue
            if iri in known.OWN or iri in self._words or iri in used or len(found) >= SHOWN:
                continue
            near = next(iter(difflib.get_close_matches(_local(iri)[:60], map(_local, sorted(known.OWN)), 1)), "")
            written = (
                f"{piece.text.partition(':')[0]}:{near}" if piece.kind is Kind.PREFIXED else f"<{PREFIXES['kg']}{near}>"
            )
            fix = Fix(f"Use {written}", (Change(piece.start, piece.end, written),)) if near else None
            said = f"The model has no name {piece.text}." + (f" Is {written} meant?" if near else "")
            found.append(of_text.placed(text, piece.start, piece.end, "warning", said, fix))
        return found


_TYPED: Final = frozenset({Kind.WORD, Kind.KEYWORD, Kind.FUNCTION, Kind.PREFIXED, Kind.VARIABLE, Kind.CONSTANT})


def _iri(piece: Piece, names: dict[str, str]) -> Iri | None:
    if piece.text == "a" and piece.kind is Kind.KEYWORD:
        return RDF.type
    if piece.kind is Kind.IRI:
        return Iri(piece.text[1:-1])
    prefix, _, local = piece.text.partition(":")
    return Iri(f"{names[prefix]}{local}") if piece.kind is Kind.PREFIXED and prefix in names else None


def _local(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1] or iri


def _rank(typed: str, label: str, local: str) -> int | None:
    """How well a name fits what was typed: 0 begins so, 1 a word of it does; ``None`` not at all."""
    shown, short = fold(label), fold(local)
    if short.startswith(typed) or shown.startswith(typed):
        return 0
    return 1 if f" {typed}" in shown else None


def _variables(wanted: _Wanted, parsed: Parsed) -> list[Candidate]:
    sign = wanted.raw[:1] or "?"
    names = dict.fromkeys(each.text[1:] for each in parsed.telling if each.kind is Kind.VARIABLE)
    fitting = [name for name in names if fold(name).startswith(fold(wanted.raw[1:])) and f"{sign}{name}" != wanted.raw]
    return [Candidate(f"{sign}{name}", f"{sign}{name}", "", "variable") for name in fitting]


def _words(wanted: _Wanted, can: tuple[str, ...] | None) -> list[Candidate]:
    """Keywords and functions that can come next; where the text is wrong before, any."""
    all_words = {**KEYWORDS, **FUNCTIONS}
    fitting = [word for word in all_words if word.startswith(wanted.raw.upper()) and (can is None or word in can)]
    chosen = fitting if wanted.raw or len(fitting) < SHOWN else []
    return [Candidate(SPELLED.get(word, word), SPELLED.get(word, word), all_words[word], "keyword") for word in chosen]


def _prefix_names(wanted: _Wanted) -> list[Candidate]:
    if not wanted.raw or not wanted.here.role:
        return []
    fitting = [prefix for prefix in wanted.names if prefix and prefix.startswith(wanted.raw)]
    return [
        Candidate(
            f"{prefix}:", f"{prefix}:", wanted.names[prefix], "prefix", None, "", prefix, Iri(wanted.names[prefix])
        )
        for prefix in fitting
    ]
