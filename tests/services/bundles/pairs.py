"""Random projects that differ only in what is confidential, and the tokens that stand in every confidential place."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from kgapp.domain.terms import GENID, Iri, Literal, Quad, Term
from kgapp.domain.vocabulary import KG, PREFIXES, RDF, RDFS, SKOS
from tests.services.bundles.conftest import BASE, NOW, Record

MAIN: Final = Iri(f"{BASE}graph/main")
RDF_NS: Final = PREFIXES["rdf"]
_LINKS: Final = (KG.hasFactor, KG.concerns, KG.affectsFactor, KG.usesEquipment)
_HIDDEN_KINDS: Final = (KG.Person, KG.Assessment, KG.Verdict)
_SILENT_KINDS: Final = (KG.TacitAssertion, KG.PublishedKnowHow, KG.Question, KG.Deviation, KG.Change)


@dataclass(slots=True)
class Canaries:
    """Makes words that stand nowhere else."""

    dice: random.Random
    made: list[str] = field(default_factory=list)

    def word(self) -> str:
        self.made.append(f"canary{self.dice.getrandbits(60):015x}")
        return self.made[-1]

    def text(self) -> Literal:
        return Literal(f"Nobody may read {self.word()} here")

    def iri(self) -> Iri:
        return Iri(f"{BASE}{self.word()}")


def open_part(dice: random.Random) -> tuple[list[Quad], list[Iri]]:
    """Statements that may go, and their things."""
    things = [Iri(f"{BASE}thing/{number}") for number in range(dice.randint(2, 9))]
    quads: list[Quad] = []
    for thing in things:
        quads.append(Quad(thing, RDFS.label, Literal(f"Thing {dice.random():.6f}"), MAIN))
        quads.append(Quad(thing, RDF.type, dice.choice((KG.ProcessParameter, KG.Material, KG.EquipmentModel)), MAIN))
        if dice.random() < 0.3:
            quads.append(Quad(thing, KG.confidentiality, dice.choice((KG.partner, KG.public)), MAIN))
        quads += (Quad(thing, dice.choice(_LINKS), other, MAIN) for other in dice.sample(things, dice.randint(0, 2)))
    for number in range(dice.randint(0, 2)):
        setting = Iri(f"{BASE}setting/{number}")
        quads.append(Quad(setting, RDF.type, KG.AcceptableRange, MAIN))
        quads.append(Quad(setting, KG.lowerLimit, Literal(f"{dice.random():.3f}"), MAIN))
        if dice.random() < 0.7:
            quads.append(Quad(setting, KG.forFactor, dice.choice(things), MAIN))
    return quads, things


def unnamed(dice: random.Random, things: list[Iri], prefix: str) -> list[Quad]:
    """Nodes without names below things, called after the digest of the file they came from."""
    nodes = [Iri(f"{prefix}{number}") for number in range(dice.randint(0, 5))]
    quads: list[Quad] = []
    for place, node in enumerate(nodes):
        above = dice.choice([*things, *nodes[:place]])
        quads.append(Quad(above, dice.choice(_LINKS), node, MAIN))
        if dice.random() < 0.6:
            quads.append(Quad(node, RDFS.label, Literal(dice.choice(("a", "b"))), MAIN))
        if dice.random() < 0.4:
            quads.append(Quad(node, dice.choice(_LINKS), dice.choice(nodes), MAIN))
    return quads


def shut_part(dice: random.Random, things: list[Iri], canaries: Canaries, attachments: dict[str, bytes]) -> list[Quad]:
    """Statements that may not go, of every kind there is, each with words of its own."""
    quads: list[Quad] = []
    for _ in range(dice.randint(1, 5)):
        secret, graph = canaries.iri(), dice.choice((MAIN, canaries.iri()))
        quads += _marked(dice, secret, graph)
        quads.append(Quad(secret, RDFS.label, canaries.text(), graph))
        quads.append(Quad(secret, KG.setpoint, Literal(canaries.word()), MAIN))
        quads.append(Quad(dice.choice(things), dice.choice(_LINKS), secret, MAIN))
        quads.append(Quad(secret, dice.choice(_LINKS), dice.choice(things), MAIN))
        quads.append(Quad(dice.choice(things), RDFS.label, canaries.text(), secret))
        quads.append(Quad(dice.choice(things), secret, canaries.text(), MAIN))
        quads.append(Quad(dice.choice(things), KG.setpoint, Literal(canaries.word(), secret), MAIN))
        quads += _told_about(canaries, dice.choice(things), secret)
        below = Iri(f"{BASE}{GENID}{canaries.word()}")
        quads += (Quad(secret, KG.concerns, below, MAIN), Quad(below, RDFS.label, canaries.text(), MAIN))
    thing = dice.choice(things)
    person = canaries.iri()
    quads.append(Quad(person, RDF.type, KG.Person, MAIN))
    quads.append(Quad(person, RDFS.label, canaries.text(), MAIN))
    quads.append(Quad(thing, dice.choice((KG.attritionRisk, KG.positionRisk, KG.leavesOn)), canaries.text(), MAIN))
    quads.append(Quad(thing, dice.choice((RDFS.comment, SKOS.editorialNote, SKOS.changeNote)), canaries.text(), MAIN))
    quads.append(Quad(thing, KG.value, canaries.text(), canaries.iri()))
    quads.append(Quad(thing, KG.value, canaries.text(), Iri(f"{BASE}graph/assessments")))
    quads.append(Quad(thing, KG.value, canaries.text(), Iri(f"{BASE}graph/exchange")))
    content = canaries.word().encode()
    digest, document = hashlib.sha256(content).hexdigest(), canaries.iri()
    attachments[digest] = content
    quads += (
        Quad(document, RDF.type, KG.Document, MAIN),
        Quad(document, KG.sha256, Literal(digest), MAIN),
        Quad(document, KG.fileName, Literal(canaries.word()), MAIN),
        Quad(thing, KG.attachment, document, MAIN),
    )
    canaries.made.append(digest)
    return quads


def _marked(dice: random.Random, secret: Iri, graph: Iri) -> list[Quad]:
    """One of the ways in which a thing may not be seen."""
    way = dice.randrange(5)
    if way == 0:
        return [Quad(secret, RDF.type, dice.choice(_HIDDEN_KINDS), graph)]
    if way == 1:
        return [Quad(secret, RDF.type, dice.choice(_SILENT_KINDS), graph)]
    marks: list[Term] = [KG.internal] if way == 2 else [KG.personal] if way == 3 else [KG.partner, Literal("internal")]
    return [Quad(secret, KG.confidentiality, mark, graph) for mark in marks]


def _told_about(canaries: Canaries, thing: Iri, secret: Iri) -> list[Quad]:
    """A statement about a statement, in which something secret stands."""
    teller = canaries.iri()
    return [
        Quad(teller, Iri(f"{RDF_NS}subject"), thing, MAIN),
        Quad(teller, Iri(f"{RDF_NS}predicate"), secret, MAIN),
        Quad(teller, Iri(f"{RDF_NS}object"), canaries.text(), MAIN),
    ]


def records(seed: int) -> tuple[Record, Record, list[str]]:
    """Two projects that differ only in what is confidential, and all words that nobody may find in a bundle."""
    dice = random.Random(seed)
    canaries = Canaries(random.Random(seed + 1))
    shown, things = open_part(dice)
    state = dice.getstate()
    found: list[Record] = []
    for number in range(2):
        dice.setstate(state)
        prefix = f"{BASE}{GENID}{canaries.word()}"
        nodes = unnamed(dice, things, prefix)
        own = random.Random(seed * 2 + number)
        attachments: dict[str, bytes] = {}
        shut = shut_part(own, things, canaries, attachments) if number or own.random() < 0.8 else []
        own.shuffle(shut)
        half = len(shut) // 2
        first, second = [*shown, *nodes, *shut[:half]], shut[half:]
        own.shuffle(first)
        steps = [
            (NOW - timedelta(days=9), frozenset(first)),
            (NOW - timedelta(days=own.randint(1, 5)), frozenset(second)),
        ]
        found.append(Record(steps, attachments))
    return found[0], found[1], canaries.made
