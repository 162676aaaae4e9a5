"""Companies that exchange bundles: each with a project on the real record, and keys of its own."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, cast

from kgapp.adapters.sqlite_record import files
from kgapp.domain.bundle import Audience, Profile
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Author, Note
from kgapp.domain.terms import Iri, Quad
from kgapp.services.bundles import answering, looking, receiving, sending, visible
from kgapp.services.bundles.differences import Decision
from kgapp.services.bundles.looking import Arrival
from kgapp.services.bundles.sending import Wanted
from kgapp.services.ports import Engine, Pattern
from kgapp.services.workspace import Workspace
from tests.services.bundles.conftest import BASE, User, user
from tests.services.conftest import NoEngine

A: Final = BASE
B: Final = Iri("https://leiden.example/p/")


@dataclass(slots=True)
class Company:
    """One side: a project on the real record, and keys."""

    user: User
    workspace: Workspace
    base: Iri
    organization: str
    folder: Path
    made: int = 0

    def graph(self, name: str = "graph/main") -> Iri:
        return Iri(f"{self.base}{name}")

    def says(self, thing: Iri, predicate: Iri, value: Any, graph: Iri | None = None) -> Quad:
        return Quad(thing, predicate, value, graph or self.graph())

    def change(self, added: set[Quad], removed: set[Quad] | None = None) -> None:
        change = ChangeSet("change", frozenset(removed or set()), frozenset(added))
        self.workspace.commit(change, Note(self.workspace.author, "test"))

    def send(self, to: Company, *, answer: bool = False, profile: Profile | None = None) -> Path:
        self.made += 1
        self.user.at[0] += timedelta(minutes=1)
        file = self.folder / f"{self.organization}-{self.made}.kgbundle"
        wanted = replace(profile or Profile("partner"), audience=Audience(to.organization))
        answers = answering.newest(self.workspace.reader, to.organization) if answer else ""
        sending.create(self.workspace, self.user.tools, Wanted(wanted, answers=answers), self.user.opened, file, "send")
        return file

    def look(self, file: Path) -> Arrival:
        return looking.look(self.workspace.reader, self.user.checker, file)

    def accept(self, file: Path, decisions: dict[Iri, Decision] | None = None, **how: Any) -> Arrival:
        arrival = self.look(file)
        chosen = receiving.everything(arrival) if decisions is None else decisions
        receiving.accept(self.workspace, self.user.checker, file, arrival, chosen, "because", **how)
        return arrival

    def start(self, file: Path) -> None:
        receiving.start(self.workspace, self.user.checker, file, "start")

    def values(self, thing: Iri, predicate: Iri) -> set[str]:
        found = self.workspace.reader.quads(Pattern(thing, predicate))
        return {quad.object if isinstance(quad.object, str) else quad.object.lexical for quad in found}

    def visible(self, *graphs: Iri) -> list[bytes]:
        with self.workspace.reader.snapshot() as snapshot:
            return visible.of(list(snapshot.chunks), self.base, Profile("partner", graphs=graphs)).lines


def company(folder: Path, name: str, organization: str, base: Iri) -> Company:
    one = user(folder / name, name, organization)
    path = folder / f"{name}.kgproject"
    files.create(path, base, ())
    engine = cast("Engine", NoEngine())
    workspace = Workspace(files.open_reader(path), files.open_writer(path), engine, Author(name, "KGAPP_USER"))
    return Company(one, workspace, base, organization, folder)


def pair(folder: Path, stack: ExitStack) -> tuple[Company, Company]:
    """Two who confirmed each other's keys."""
    two = company(folder, "Ann", "Innovator", A), company(folder, "Bob", "Leiden", B)
    for me, other in (two, two[::-1]):
        stack.callback(me.workspace.close)
        me.user.keys.trust(me.user.keys.card_file(other.user.opened.signed))
        me.user.keys.confirm(
            other.user.opened.signed.card.key, other.user.opened.signed.card.fingerprint.words, "phone"
        )
    return two
