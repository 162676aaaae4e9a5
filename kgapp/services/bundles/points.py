"""The points that two organisations talk about: what each says about single things, until both are done with all of them.

They are kept in the project, one list for each partner, go along with every bundle to that partner as far as it may know of
the thing, and come back with its bundles.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from typing import Final

from kgapp.domain import terms
from kgapp.domain.errors import BadInput, BadTerm
from kgapp.domain.terms import Iri
from kgapp.services.bundles import records
from kgapp.services.bundles.items import LONGEST_COMMENT, UNSAID, Item, Status, Word
from kgapp.services.ports import RecordReader
from kgapp.services.strict_json import Fields
from kgapp.services.workspace import Workspace

KIND: Final = "bundle-points"
_WHAT: Final = "The list of points"


@dataclass(frozen=True, slots=True)
class Point:
    """A thing that is talked about with a partner: what is said here, and what there."""

    entity: Iri
    here: Word = UNSAID
    there: Word = UNSAID

    @property
    def settled(self) -> bool:
        """Whether nothing is open about it on either side."""
        return Status.OPEN not in {self.here.status, self.there.status}


@dataclass(frozen=True, slots=True)
class Talk:
    """All points with one partner, by entity."""

    partner: str
    points: tuple[Point, ...]

    @property
    def open(self) -> tuple[Point, ...]:
        """The points that one side is not done with."""
        return tuple(each for each in self.points if not each.settled)


def every(reader: RecordReader) -> tuple[Talk, ...]:
    """The points of a project by partner. Raises ``BadInput`` for a list that cannot be read."""
    return tuple(
        sorted((_talk(content) for _, content in records.every(reader, KIND)), key=lambda each: each.partner.casefold())
    )


def with_partner(reader: RecordReader, partner: str) -> Talk:
    """The points with one partner; none where there was no talk."""
    found = next((content for name, content in records.every(reader, KIND) if name == _name(partner)), None)
    return Talk(partner, ()) if found is None else _talk(found)


def check_comment(comment: str) -> None:
    """Raise ``BadInput`` for a comment that is too long to go along with a bundle."""
    if len(comment) > LONGEST_COMMENT:
        raise BadInput(
            f"The comment has {len(comment):,} characters; at most {LONGEST_COMMENT:,} go along.",
            hint="Say it shorter, or attach a document.",
        )


def say(workspace: Workspace, partner: str, words: Mapping[Iri, Word]) -> Talk:
    """Keep what is said here about things. Raises ``BadInput`` for a comment that is too long, and ``ReadOnly``."""
    for word in words.values():
        check_comment(word.comment)
    known = {each.entity: each for each in with_partner(workspace.reader, partner).points}
    said = {entity: replace(known.get(entity, Point(entity)), here=word) for entity, word in words.items()}
    return _keep(workspace, partner, known | said)


def hear(workspace: Workspace, partner: str, items: Iterable[Item], here: Mapping[Iri, Word]) -> Talk:
    """Keep what a partner said, with what was decided about it here at once."""
    known = {each.entity: each for each in with_partner(workspace.reader, partner).points}
    for item in items:
        known[item.entity] = replace(known.get(item.entity, Point(item.entity)), there=item.sender)
    for entity, word in here.items():
        known[entity] = replace(known.get(entity, Point(entity)), here=word)
    return _keep(workspace, partner, known)


def items_for(talk: Talk, seen: Set[Iri]) -> tuple[Item, ...]:
    """What goes along with a bundle to a partner: points about things that it may know of, and no others."""
    return tuple(Item(each.entity, each.here, each.there) for each in talk.points if each.entity in seen)


def _keep(workspace: Workspace, partner: str, points: Mapping[Iri, Point]) -> Talk:
    talk = Talk(partner, tuple(points[entity] for entity in sorted(points)))
    rows = [{"entity": each.entity, "here": _row(each.here), "there": _row(each.there)} for each in talk.points]
    content = json.dumps({"partner": partner, "points": rows}, ensure_ascii=False)
    records.keep(workspace, _name(partner), KIND, content)
    return talk


def _name(partner: str) -> str:
    """The same for every way to write an organisation that counts as the same one."""
    folded = " ".join(partner.casefold().split())
    return f"points {hashlib.sha256(folded.encode()).hexdigest()}"


def _row(word: Word) -> dict[str, str]:
    return {"status": word.status.value, "comment": word.comment}


def _talk(content: str) -> Talk:
    try:
        fields = Fields(json.loads(content), _WHAT)
        found = Talk(fields.text("partner"), tuple(_point(each) for each in fields.objects("points")))
        fields.done()
    except (ValueError, RecursionError, BadInput, BadTerm) as error:
        raise BadInput(f"{_WHAT} cannot be read.", hint="Go back to a copy of the project.", page="exchange") from error
    return found


def _point(told: object) -> Point:
    fields = Fields(told, _WHAT)
    found = Point(terms.iri(fields.text("entity")), _word(fields.object("here")), _word(fields.object("there")))
    fields.done()
    return found


def _word(told: object) -> Word:
    fields = Fields(told, _WHAT)
    found = Word(Status(fields.text("status")), fields.text("comment"))
    fields.done()
    return found
