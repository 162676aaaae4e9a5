"""What ``kgapp impact`` was asked, as a question: entities by name, further changes, rules left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kgapp.domain.impact import ChangeKind
    from kgapp.domain.terms import Iri
    from kgapp.services.impact.assess import Question
    from kgapp.services.ports import RecordReader

ALSO_HELP: Final = (
    "A further change, assessed together with the first: “ENTITY; KIND; from V; to V; site S; batch B; duration V; "
    "effective DATE”, the last six as needed. Can be given several times."
)
_WORDS: Final = ("from", "to", "site", "batch", "duration", "effective")


def named(reader: RecordReader, text: str) -> Iri:
    """The entity that a text names."""
    from kgapp.services import browsing

    return browsing.resolve(reader, text)


def question(  # noqa: PLR0913 - what a person can say of a change
    reader: RecordReader,
    entity: str,
    kind: ChangeKind,
    *,
    old: str = "",
    new: str = "",
    site: str = "",
    effective: str = "",
    batch: str = "",
    duration: str = "",
) -> Question:
    """One change; what takes the place of a replaced entity is an entity where one is called so, else words."""
    from kgapp.domain.errors import BadInput
    from kgapp.domain.impact import ChangeKind
    from kgapp.services.impact.assess import Question

    if (batch or duration) and kind is not ChangeKind.EXCURSION:
        raise BadInput("--batch and --duration belong to a change of the kind “excursion”.", hint="Leave them out.")
    new_thing = _new_thing(reader, new) if kind is ChangeKind.REPLACEMENT and new.strip() else None
    return Question(
        entity=named(reader, entity),
        kind=kind,
        old=old,
        new="" if new_thing else new,
        site=named(reader, site) if site else None,
        effective=effective,
        batch=named(reader, batch) if batch else None,
        duration=duration,
        new_thing=new_thing,
    )


def _new_thing(reader: RecordReader, text: str) -> Iri | None:
    """The entity that is called so; ``None`` for words that are no name. Raises ``Ambiguous``, and ``NotFound`` for an address."""
    from kgapp.domain.errors import NotFound
    from kgapp.services import browsing

    try:
        return browsing.resolve(reader, text)
    except NotFound:
        if browsing.spelled(reader, text) is not None:
            raise
        return None


def further(reader: RecordReader, texts: Iterable[str]) -> tuple[Question, ...]:
    """The changes of ``--also``. Raises ``BadInput`` for one that cannot be read."""
    return tuple(_further(reader, text) for text in texts)


def _further(reader: RecordReader, text: str) -> Question:
    from kgapp.domain.errors import BadInput
    from kgapp.domain.impact import ChangeKind

    entity, *rest = [part.strip() for part in text.split(";")]
    kinds = {each.value: each for each in ChangeKind}
    kind = kinds.get(rest[0]) if rest else None
    if not entity or kind is None:
        raise BadInput(
            f"“{text}” is not a change: it needs an entity and a kind of change.",
            hint=f"Write “ENTITY; KIND; from V; to V; site S”. Kinds: {', '.join(kinds)}.",
        )
    said = dict.fromkeys(_WORDS, "")
    for part in rest[1:]:
        word, _, value = part.partition(" ")
        if word not in said or not value.strip() or said[word]:
            raise BadInput(
                f"“{part}” cannot be read in the change “{text}”.",
                hint=f"Each part begins with one of {', '.join(_WORDS)}, once, and says what: “to 5 min”.",
            )
        said[word] = value.strip()
    return question(
        reader,
        entity,
        kind,
        old=said["from"],
        new=said["to"],
        site=said["site"],
        effective=said["effective"],
        batch=said["batch"],
        duration=said["duration"],
    )


def rules(reader: RecordReader, texts: Iterable[str]) -> frozenset[Iri]:
    """The rules and kinds of barrier of ``--without-rule``, by name, label or address. Raises ``BadInput`` for no rule."""
    wanted = tuple(texts)
    return frozenset(_rule(reader, text) for text in wanted)


def _rule(reader: RecordReader, text: str) -> Iri:
    from kgapp.domain.errors import BadInput
    from kgapp.services import rulebook

    book = rulebook.book(reader)
    rows = [(rule.iri, rule.label) for rule in book.rules] + [(kind.iri, kind.label) for kind in book.barriers]
    found = {iri for iri, label in rows if text in {iri, iri.rpartition("#")[2].rpartition("/")[2], label}}
    if len(found) != 1:
        many = "Several rules are called so" if found else "No rule of impact is called so"
        raise BadInput(
            f"“{text}”: {many}.", hint="Name it as the steps of “kgapp impact … --json” do, such as provisionBearsOn."
        )
    return found.pop()
