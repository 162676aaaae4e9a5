"""Which thing a row is about: by its address, its identifier or its name, within the class of its sheet. Nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgapp.domain.errors import BadInput, BadTerm
from kgapp.domain.names import fold
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri, Quad, shorten
from kgapp.domain.vocabulary import CLASSES
from kgapp.services import browsing, entities
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workbooks.plan import Where


@dataclass(slots=True)
class Subject:
    """A thing that a row is about, or a part of it. A new one falls with its ``parent``; ``direct`` is said of it without cells."""

    iri: Iri
    kind: Iri
    name: str
    where: Where
    new: bool
    parent: Iri | None = None
    direct: set[Quad] = field(default_factory=set)
    aliases: tuple[str, ...] = ()


class Matching:
    """Things by what rows call them; new things get addresses that nothing had and nothing else of the workbook has."""

    def __init__(self, reader: RecordReader, known: Statements) -> None:
        self._reader, self._known = reader, known
        self._members: dict[Iri, frozenset[Iri]] = {}
        self._taken: set[Iri] = set()

    def by_address(self, text: str, kind: Iri) -> Iri:
        """The thing at an address. Raises ``BadInput``."""
        try:
            thing = browsing.spelled(self._reader, text)
        except BadTerm:
            thing = None
        if thing is None or thing not in self.members(kind):
            raise BadInput(f"There is no {label_of(kind)} at this address.", hint="Leave the address as it was sent.")
        return self._used(thing)

    def find(self, identifier: str, name: str, kind: Iri) -> Iri | None:
        """The thing of a class with this identifier or name; ``None`` where there is none. Raises ``BadInput`` for more than one."""
        by_id = self._one(identifier, kind) if identifier else None
        by_name = self._one(name, kind) if name and by_id is None else None
        if by_id is not None and name and fold(name) != fold(self._known.name(by_id)):
            other = self._called(name, kind)
            if other and other != [by_id]:
                raise BadInput(
                    f"The identifier is that of “{shorten(self._known.name(by_id), 80)}”, the name that of another thing.",
                    hint="Correct one of them.",
                )
        found = by_id or by_name
        return self._used(found) if found is not None else None

    def one_of(self, text: str, kinds: tuple[Iri, ...]) -> Iri:
        """The one thing of some classes with this name or identifier. Raises ``BadInput``."""
        spelled = browsing.spelled(self._reader, text)
        found = [spelled] if spelled else list(self._reader.called(fold(text)))
        fitting = [one for one in found if any(one in self.members(kind) for kind in kinds)]
        if len(fitting) != 1:
            wanted = " or ".join(label_of(kind) for kind in kinds)
            count = f"{len(fitting)} things" if fitting else "Nothing"
            raise BadInput(f"{count} of the kind {wanted} {'are' if fitting else 'is'} called “{shorten(text, 80)}”.")
        return self._used(fitting[0])

    def mint(self, kind: Iri, name: str) -> Iri:
        """An address for a new thing."""
        first = wanted = entities.mint(self._reader, kind, name)
        number = 1
        while wanted in self._taken:
            number += 1
            wanted = entities.free(self._reader, f"{first}-{number}")
        self._taken.add(wanted)
        return wanted

    def members(self, kind: Iri) -> frozenset[Iri]:
        """Everything of a class, retired things among it."""
        if kind not in self._members:
            self._members[kind] = frozenset(self._reader.instances(with_subclasses((kind,))))
        return self._members[kind]

    def _one(self, text: str, kind: Iri) -> Iri | None:
        found = self._called(text, kind)
        used = [one for one in found if not self._known.retired(one)]
        if len(used) > 1:
            raise BadInput(
                f"{len(used)} things of the kind {label_of(kind)} are called “{shorten(text, 80)}”.",
                hint="Add a column with their identifiers.",
            )
        return used[0] if used else found[0] if found else None

    def _called(self, text: str, kind: Iri) -> list[Iri]:
        return [one for one in self._reader.called(fold(text)) if one in self.members(kind)]

    def _used(self, thing: Iri) -> Iri:
        if self._known.retired(thing):
            raise BadInput(f"“{shorten(self._known.name(thing), 80)}” is no longer used: it is retired.")
        return thing


def label_of(kind: Iri) -> str:
    """What a class is called."""
    return CLASSES[kind].label if kind in CLASSES else kind
