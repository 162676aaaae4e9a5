"""What a row says of things beside its own: the ranges and the setting of a parameter, a method at a site."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgapp.domain.errors import BadInput, UserError
from kgapp.domain.quantity import Quantity, convertible, span, symbol
from kgapp.domain.terms import Iri, Quad, shorten
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.domain.workbook_mapping import Column, Part, Role
from kgapp.services.exchange import main_graph
from kgapp.services.statements import Statements
from kgapp.services.workbooks.matching import Matching, Subject
from kgapp.services.workbooks.plan import EMPTY_WORD, Where
from kgapp.services.workbooks.wishes import Wish, Wishes


@dataclass(slots=True)
class _Said:
    part: Part
    cells: list[tuple[Column, str, Where]] = field(default_factory=list)


class Parts:
    """The parts of one row after the other. A part that is there is found by what it belongs to; of several none is chosen."""

    def __init__(
        self, known: Statements, matching: Matching, wishes: Wishes, site: Iri | None, site_process: Iri | None
    ) -> None:
        self._known, self._matching, self._wishes = known, matching, wishes
        self._process = site_process
        self._site = site or (known.thing(site_process, KG.atSite) if site_process else None)
        self._main = main_graph(known.reader.meta().base)
        self._said: dict[str, _Said] = {}

    def say(self, part: Part, subject: Subject, column: Column, text: str, where: Where) -> None:
        """A cell about a part of the row's thing."""
        if text == EMPTY_WORD:
            self._wishes.reject(where, text, "Take it away on the page of the thing: a table of this kind adds only.")
        else:
            self._said.setdefault(part.key, _Said(part)).cells.append((column, text, where))

    def finish(self, subject: Subject) -> None:
        """The row is at its end: find or make the parts that it speaks of."""
        for said in self._said.values():
            try:
                part = self._subject(said, subject)
            except UserError as error:
                for _, text, where in said.cells:
                    self._wishes.reject(where, text, str(error))
                continue
            for column, text, where in said.cells:
                if column.target.path == KG.atSite:
                    continue
                measured = self._known.thing(subject.iri, KG.unit)
                if column.unit and measured and not convertible(column.unit, measured):
                    why = f"The column is in {symbol(column.unit)}, the row in {symbol(measured)}: they do not convert."
                    self._wishes.reject(where, text, why)
                else:
                    self._cell(part, column, text, where)
        self._said.clear()

    def _subject(self, said: _Said, subject: Subject) -> Subject:
        site, process = self._place(said), self._needed_process(said.part)
        here = [] if subject.new else self._recorded(said.part, subject.iri, site, process)
        where = said.cells[0][2]
        if len(here) > 1:
            names = ", ".join(f"“{shorten(self._known.name(one), 60)}”" for one in here[:3])
            raise BadInput(
                f"{len(here)} are recorded for this row: {names}.", hint="Change the one that is meant there."
            )
        at = f" at {self._known.name(site)}" if site else ""
        name = f"{said.part.label.capitalize() if said.part.label.islower() else said.part.label} of {subject.name}{at}"
        if here:
            return Subject(here[0], said.part.kind, self._known.name(here[0]), where, new=False)
        made = Subject(self._matching.mint(said.part.kind, name), said.part.kind, name, where, True, subject.iri)
        fixed = [(said.part.link, subject.iri), *said.part.fixed]
        fixed += [(KG.atSite, site)] if site else []
        fixed += [(KG.inSiteProcess, process)] if process else []
        made.direct = {Quad(made.iri, path, value, self._main) for path, value in fixed}
        self._wishes.add(made)
        self._wishes.want(made, Wish(RDFS.label, name, where))
        return made

    def _place(self, said: _Said) -> Iri | None:
        for column, text, _ in said.cells:
            if column.target.path == KG.atSite:
                return self._matching.one_of(text, (KG.Site,))
        return self._site

    def _needed_process(self, part: Part) -> Iri | None:
        if part.kind != KG.SiteSetting:
            return None
        if self._process is None:
            raise BadInput("A setpoint belongs to a site process.", hint="Say of which one it is (--site-process).")
        return self._process

    def _recorded(self, part: Part, thing: Iri, site: Iri | None, process: Iri | None) -> list[Iri]:
        return [
            one
            for one in self._known.that(part.link, thing)
            if part.kind in self._known.types(one)
            and not self._known.retired(one)
            and all(value in self._known.things(one, path) for path, value in part.fixed)
            and (process is None or process in self._known.things(one, KG.inSiteProcess))
            and self._known.thing(one, KG.atSite) == site
        ]

    def _cell(self, part: Subject, column: Column, text: str, where: Where) -> None:
        if column.target.role is not Role.RANGE:
            self._unit(part, column.unit, where)
            assert column.target.path is not None, "a value has a property"
            self._wishes.want(part, Wish(column.target.path, text, where, column.unit))
            return
        try:
            found = span(text, column.unit)
        except UserError as error:
            self._wishes.reject(where, text, str(error))
            return
        for path, end in ((KG.lowerLimit, found.low), (KG.upperLimit, found.high)):
            assert isinstance(end, Quantity), "a range that was read has both ends"
            self._unit(part, end.unit, where)
            self._wishes.want(part, Wish(path, end.written, where, end.unit))

    def _unit(self, part: Subject, unit: Iri | None, where: Where) -> None:
        """A unit that is said with the figures is recorded with them, where they are new or have none."""
        recorded = "" if part.new else self._known.unit(part.iri)
        if unit is not None and not recorded and not self._wishes.wanted(part.iri, KG.unit):
            self._wishes.want(part, Wish(KG.unit, symbol(unit), where))
