"""Which process is meant where a site is named: its one site process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, PROV
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements


@dataclass(frozen=True, slots=True)
class Choice:
    """A site process to choose: its name, and the general processes it is derived from."""

    process: Iri
    label: str
    general: tuple[Iri, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be compared: every site process in use by name, and the pairs of the transfers."""

    choices: tuple[Choice, ...]
    pairs: tuple[tuple[Iri, Iri], ...]


def offered(reader: RecordReader) -> Offered:
    """The site processes in use that say where they are, and the transfers between them."""
    known = Statements(reader)
    found = [
        Choice(one, known.name(one), known.things(one, PROV.wasDerivedFrom))
        for one in reader.instances((KG.SiteProcess,))
        if known.things(one, KG.atSite) and not known.retired(one)
    ]
    return Offered(tuple(sorted(found, key=lambda each: each.label)), pairs(reader))


def of(reader: RecordReader, named: Iri) -> Iri:
    """The process itself, or the one of a site. Raises ``BadInput`` where a site has none, or several in use."""
    known = Statements(reader)
    if KG.Site not in known.types(named):
        return named
    found = at(known, named)
    if len(found) == 1:
        return found[0]
    site = known.name(named)
    if not found:
        raise BadInput(f"No site process is recorded at {site}.", hint="Record one with kg:atSite, or name a process.")
    more = f"; and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    listed = "; ".join(f"{known.name(one)} <{one}>" for one in found[:_NAMED]) + more
    raise BadInput(f"{site} has {len(found)} site processes: which one is meant?", hint=f"Name one of: {listed}.")


def at(known: Statements, site: Iri) -> tuple[Iri, ...]:
    """The site processes in use at a site, by IRI."""
    here = known.that(KG.atSite, site)
    return tuple(one for one in here if KG.SiteProcess in known.types(one) and not known.retired(one))


def pairs(reader: RecordReader) -> tuple[tuple[Iri, Iri], ...]:
    """The sending and the receiving process of each transfer in use, by project."""
    known = Statements(reader)
    return tuple(
        (sending, receiving)
        for project in reader.instances((KG.TransferProject,))
        if not known.retired(project)
        for sending in known.things(project, KG.sendingProcess)
        for receiving in known.things(project, KG.receivingProcess)
    )


_NAMED: Final = 12
"""So many are named to choose from."""
