"""What both sides say about single things, and what the sender took away: ``items.json`` of a bundle.

What was taken away is told as digests keyed with the digest of the graph that it was in: who has that bundle finds the statements,
and nobody else learns them, should that bundle never have been handed over.

It is the stranger's word: every field is checked, statements are taken in their one spelling only, comments are plain text.
"""

from __future__ import annotations

import hmac
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kgapp.domain import terms
from kgapp.domain.errors import BadInput, BadTerm
from kgapp.domain.terms import Iri
from kgapp.services.strict_json import Fields

FORMAT: Final = "kgapp-bundle-items/2"
MOST_BYTES: Final = 100_000_000
LONGEST_COMMENT: Final = 4_000
_WHAT: Final = "The list of items"
_HEX: Final = re.compile("[0-9a-f]{64}")


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
    """All that a bundle says beside its graph: things that are talked about, and the ``sealed`` statements that were taken away."""

    items: tuple[Item, ...] = ()
    removed: frozenset[str] = frozenset()


def sealed(graph_sha256: str, line: bytes) -> str:
    """A statement of a bundle, for those who have the bundle with this graph (SHA-256 in hex): HMAC-SHA-256 of its line, in hex."""
    return hmac.digest(bytes.fromhex(graph_sha256), line.rstrip(b"\n"), "sha256").hex()


def written(told: Items) -> bytes:
    """The file; the same items give the same bytes. Raises ``BadInput`` for a comment that is too long."""
    rows = [
        {"entity": each.entity, "sender": _row(each.sender), "receiver": _row(each.receiver)}
        for each in sorted(told.items, key=lambda each: each.entity)
    ]
    content = {"format": FORMAT, "items": rows, "removed": sorted(told.removed)}
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def read(content: bytes) -> Items:
    """The items of a bundle. Raises ``BadInput`` for what is not as kgapp writes it."""
    try:
        fields = Fields(json.loads(content), _WHAT)
        fields.form(FORMAT)
        found = Items(
            tuple(_item(each) for each in fields.objects("items")),
            frozenset(_digest(each) for each in fields.texts("removed")),
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


def _digest(text: str) -> str:
    if not _HEX.fullmatch(text):
        raise BadInput(f"{_WHAT} holds no digest where one should be.")
    return text
