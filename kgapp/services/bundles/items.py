"""What both sides say about single things, and what the sender took away: ``items.json`` of a bundle.

It is the stranger's word: every field is checked, statements are taken in their one spelling only, comments are plain text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from kgapp.domain import terms
from kgapp.domain.errors import BadInput, BadTerm
from kgapp.domain.terms import Iri, Quad, nquad
from kgapp.services.bundles import visible
from kgapp.services.strict_json import Fields

FORMAT: Final = "kgapp-bundle-items/1"
MOST_BYTES: Final = 100_000_000
LONGEST_COMMENT: Final = 4_000
_WHAT: Final = "The list of items"


class Status(StrEnum):
    """How far a side is with a thing; a thing is settled when both say agreed, refused or done."""

    OPEN = "open"
    AGREED = "agreed"
    REFUSED = "refused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Word:
    """What one side says about a thing."""

    status: Status = Status.OPEN
    comment: str = ""


UNSAID: Final = Word()


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that is talked about; ``sender`` and ``receiver`` are those of the bundle that holds it."""

    entity: Iri
    sender: Word = UNSAID
    receiver: Word = UNSAID


@dataclass(frozen=True, slots=True)
class Items:
    """All that a bundle says beside its graph: things that are talked about, and statements that were taken away."""

    items: tuple[Item, ...] = ()
    removed: frozenset[Quad] = frozenset()


def written(told: Items) -> bytes:
    """The file; the same items give the same bytes. Raises ``BadInput`` for a comment that is too long."""
    rows = [
        {"entity": each.entity, "sender": _row(each.sender), "receiver": _row(each.receiver)}
        for each in sorted(told.items, key=lambda each: each.entity)
    ]
    removed = sorted(map(nquad, told.removed))
    content = {"format": FORMAT, "items": rows, "removed": removed}
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def read(content: bytes) -> Items:
    """The items of a bundle. Raises ``BadInput`` for what is not as kgapp writes it."""
    try:
        fields = Fields(json.loads(content), _WHAT)
        fields.form(FORMAT)
        found = Items(
            tuple(_item(each) for each in fields.objects("items")),
            frozenset(_quad(each) for each in fields.texts("removed")),
        )
    except (ValueError, RecursionError, BadTerm) as error:
        raise BadInput(f"{_WHAT} cannot be read.", hint="Ask the sender to make the bundle anew.") from error
    fields.done()
    if len({each.entity for each in found.items}) < len(found.items):
        raise BadInput(f"{_WHAT} names a thing twice.")
    return found


def _row(word: Word) -> dict[str, str]:
    if len(word.comment) > LONGEST_COMMENT:
        raise BadInput(f"A comment has at most {LONGEST_COMMENT:,} characters; one has {len(word.comment):,}.")
    return {"status": word.status.value, "comment": word.comment}


def _item(told: object) -> Item:
    fields = Fields(told, "An item")
    found = Item(terms.iri(fields.text("entity")), _word(fields.object("sender")), _word(fields.object("receiver")))
    fields.done()
    return found


def _word(told: object) -> Word:
    fields = Fields(told, "A word about an item")
    status, comment = fields.text("status"), fields.text("comment")
    fields.done()
    if status not in list(Status) or len(comment) > LONGEST_COMMENT:
        raise BadInput("An item has a status or a comment that none can have.")
    return Word(Status(status), comment)


def quad(line: bytes) -> Quad:
    """A statement from its line, with or without the newline. Raises ``BadInput`` for any other spelling."""
    return _quad(line.decode().removesuffix("\n"))


def _quad(line: str) -> Quad:
    try:
        ((subject, predicate, value, graph),) = visible.rows((line.encode(),))
    except ValueError as error:
        raise BadInput(f"{_WHAT} holds no statement where one should be.") from error
    parts: list[Any] = [terms.parse(each.decode()) for each in (subject, predicate, value, graph)]
    if any(not isinstance(parts[place], str) for place in (0, 1, 3)):
        raise BadInput(f"{_WHAT} holds no statement where one should be.")
    found = Quad(*parts)
    if nquad(found) != line:
        raise BadInput(f"{_WHAT} spells a statement in another way than kgapp.")
    return found
