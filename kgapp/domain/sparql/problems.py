"""What is wrong or doubtful in a text, told from the text alone, each with its place and in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from kgapp.domain.sparql import prefixes, reading, tokens
from kgapp.domain.sparql.editing import Change
from kgapp.domain.sparql.parsing import Group, Parsed
from kgapp.domain.sparql.tokens import Kind, Piece
from kgapp.domain.sparql_text import Form

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Fix:
    """Changes that mend a problem, and what they do in words."""

    label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong between two places; ``line`` counts from 1."""

    start: int
    end: int
    line: int
    severity: Severity
    sentence: str
    fix: Fix | None = None


def placed(text: str, start: int, end: int, severity: Severity, sentence: str, fix: Fix | None = None) -> Problem:
    """A problem with its line."""
    return Problem(start, end, text.count("\n", 0, start) + 1, severity, sentence, fix)


def of_text(text: str, parsed: Parsed, known: dict[str, str]) -> tuple[Problem, ...]:
    """Errors first, then what is doubtful. ``known`` prefixes are declared by kgapp when a query is run."""
    quoting = tokens.quoting(parsed.telling)
    wrong = None if quoting else reading.first_wrong(parsed.telling, len(text))
    found = [] if wrong is None else [placed(text, wrong.start, wrong.end, "error", wrong.sentence)]
    found += [] if quoting is None else [placed(text, quoting.start, quoting.end, "hint", _QUOTING)]
    found += _prefixes(text, parsed, known)
    if parsed.form is not None and parsed.form is not Form.UPDATE:
        found += _once(text, parsed)
        if wrong is None and quoting is None:
            found += _products(text, parsed)
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.severity), each.start)))


_QUOTING: Final = "A text with statements about statements is not checked here; the engine says what is wrong with it."
_ORDER: Final = ("error", "warning", "hint")


def _prefixes(text: str, parsed: Parsed, known: dict[str, str]) -> Iterator[Problem]:
    found = prefixes.of(parsed.telling)
    for prefix, piece in found.used.items():
        if prefix in found.names:
            continue
        shown = f"{prefix}:"
        if prefix in known:
            line = prefixes.insertion(text, prefix, known[prefix])
            fix = Fix(f"Declare {shown}", (Change(line.at, line.at, line.text),)) if line else None
            sentence = f"The prefix {shown} is not declared here; kgapp declares it when the query is run, other programs do not."
            yield placed(text, piece.start, piece.end, "hint", sentence, fix)
        else:
            yield placed(text, piece.start, piece.end, "error", f"The prefix {shown} is not declared.")
    seen: set[str] = set()
    for each in found.declared:
        drop = Fix("Remove the line", (Change(each.start, each.end + text[each.end :].startswith("\n"), ""),))
        if each.prefix not in found.used:
            sentence = f"The prefix {each.prefix}: is declared and never used."
            yield placed(text, each.start, each.end, "hint", sentence, drop)
        elif each.prefix in seen:
            yield placed(
                text, each.start, each.end, "warning", f"The prefix {each.prefix}: is declared twice; the last holds."
            )
        seen.add(each.prefix)


def _once(text: str, parsed: Parsed) -> Iterator[Problem]:
    """Variables that stand in the text once only and in one statement; with ``SELECT *`` each of them is asked for."""
    if any(one.kind is Kind.KEYWORD and two.text == "*" for one, two in pairwise(parsed.telling)):
        return
    uses = [piece for piece in parsed.telling if piece.kind is Kind.VARIABLE]
    counted = Counter(piece.text[1:] for piece in uses)
    often = [name for name, count in counted.items() if count > 1]
    first = next((group.start for group in parsed.groups[1:]), len(text))
    hidden = [(group.start, group.end) for group in parsed.groups if group.word == "EXISTS" and group.end is not None]
    made = {two.start for one, two in pairwise(parsed.telling) if one.text.upper() == "AS"}
    told = Counter(each.subject.start for each in parsed.statements if each.subject is not None)
    joining = {start for start, count in told.items() if count > 1}  # by "," and ";"
    for piece in uses:
        asked = piece.start < first
        if counted[piece.text[1:]] != 1 or piece.start in made | joining or (asked and parsed.form is not Form.SELECT):
            continue
        if not any(start < piece.start < end for start, end in hidden):
            yield _single(text, piece, _nearest(piece.text[1:], often), asked=asked)


def _single(text: str, piece: Piece, near: str, *, asked: bool) -> Problem:
    fix = Fix(f"Use ?{near}", (Change(piece.start, piece.end, f"{piece.text[0]}{near}"),)) if near else None
    likely = f" Is ?{near} meant?" if near else ""
    if asked:
        said = f"{piece.text} is asked for, and nothing gives it a value.{likely}"
    else:
        said = f"{piece.text} is used only once: it stands for anything.{likely}"
    return placed(text, piece.start, piece.end, "warning" if asked or near else "hint", said, fix)


def _nearest(name: str, others: list[str]) -> str:
    import difflib

    return next(iter(difflib.get_close_matches(name[:60], others[:500], 1, 0.8)), "")


def _products(text: str, parsed: Parsed) -> Iterator[Problem]:
    """Groups whose parts have no variable in common: every row of one part comes with every row of the other."""
    for group in parsed.groups[1:]:
        apart = _apart(group)
        if apart is None:
            continue
        place, one, other = apart
        piece = next((each for each in parsed.telling if each.start >= place), None)
        end = piece.end if piece else place + 1
        said = (
            f"Nothing joins {_names(one)} with {_names(other)}: each row of the one comes with each row of the other,"
            " which can be very many."
        )
        yield placed(text, place, end, "warning", said)


def _apart(group: Group) -> tuple[int, frozenset[str], frozenset[str]] | None:
    """Where the second of two parts begins that have nothing in common, and both."""
    joined: list[tuple[set[str], int]] = []
    loose = [set(names) for names in group.joins]
    for names, place in zip(group.parts, group.places, strict=False):
        touching = [each for each in joined if not names.isdisjoint(each[0])]
        now = max((each[0] for each in touching), key=len, default=set[str]())  # the largest grows: none is copied anew
        now.update(names, *(each[0] for each in touching if each[0] is not now))
        start = min((place, *(each[1] for each in touching)))
        joined = [*(each for each in joined if not any(each is one for one in touching)), (now, start)]
    for linked in loose:
        touching = [each for each in joined if each[0] & linked]
        if len(touching) > 1:
            whole = {name for each in touching for name in each[0]} | linked
            joined = [*(each for each in joined if each not in touching), (whole, min(each[1] for each in touching))]
        elif touching:
            touching[0][0].update(linked)
    if len(joined) < 2:
        return None
    ordered = sorted(joined, key=lambda each: each[1])
    return ordered[1][1], frozenset(ordered[0][0]), frozenset(ordered[1][0])


def _names(names: frozenset[str]) -> str:
    shown = sorted(names)
    return ", ".join(name if name.startswith("_:") else f"?{name}" for name in shown[:_SHOWN]) + (
        " …" if len(shown) > _SHOWN else ""
    )


_SHOWN: Final = 3
