"""The impact of a change: what it touches, why, and how sure that is.

``report`` is the whole analysis: read what surrounds each change, reach by hops from all of them, grade, explain, and
tell what holds, detects and was never assessed. The result is complete, or an error is raised and there is none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

from kgapp.domain.errors import NotFound
from kgapp.domain.impact import Change, ChangeKind, ImpactReport, Item, Named
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import RuleBook
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import rulebook
from kgapp.services.impact import (
    barriers,
    bearing,
    consequences,
    context,
    coverage,
    moves,
    notes,
    reach,
    stated,
    summary,
)
from kgapp.services.impact.analysis import Analysis
from kgapp.services.impact.asking import Asking
from kgapp.services.impact.barriers import Case
from kgapp.services.impact.context import Surroundings
from kgapp.services.impact.moves import Move
from kgapp.services.impact.reach import Begin
from kgapp.services.impact.reached import ANYWHERE, Entity, Link, Reached, local_name
from kgapp.services.impact.ways import Ways, subclasses
from kgapp.services.ports import SparqlSource
from kgapp.services.workspace import Workspace

_BOUND_TO_NO_SITE = subclasses(KG.Person) | subclasses(KG.Supplier) | subclasses(KG.SupplyOffering)
TAKES_ITS_PLACE = "what takes its place"
"""The optional set of rules that is on when a replacement says by what."""


MadeOf = Callable[[Iri], Move | None]
"""Says what the move of a whole site process is made of; ``None`` where that is not recorded."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks: the texts are as typed, empty where nothing was said.

    ``details`` asks for disjoint paths and smallest sets of every item; ``switched_on`` names optional sets of rules,
    such as "material flow", ``switched_off`` rules and kinds of barrier that are not applied. ``also`` are further changes
    that are assessed together with this one; of each of them only what it changes counts. ``new_thing`` is what takes the
    place of a replaced entity.
    """

    entity: Iri
    kind: ChangeKind
    old: str = ""
    new: str = ""
    site: Iri | None = None
    effective: str = ""
    batch: Iri | None = None
    duration: str = ""
    details: bool = False
    switched_on: frozenset[str] = frozenset()
    also: tuple[Question, ...] = ()
    new_thing: Iri | None = None
    switched_off: frozenset[Iri] = frozenset()


def of_workspace(workspace: Workspace, question: Question) -> ImpactReport:
    """The impact of a change on an open project (at its newest revision) or an endpoint, by the rules in force there.

    Both give whole answers: what speaks to an endpoint makes sure of that. Raises ``BadInput`` as ``report`` does, and
    for a rule of the project that cannot be read.
    """
    head = workspace.reader.head()
    in_force = rulebook.book(workspace.reader)
    made = report(
        workspace.engine,
        question,
        revision_hash=head.hash if head else "",
        book=in_force,
        made_of=_moves(workspace),
    )
    if question.details:
        made = replace(made, graph_hash=workspace.reader.graph_hash() or None)
    return made


def details_of(workspace: Workspace, question: Question, iri: Iri, site: Iri | None) -> Item | None:
    """One item of an open project with its smallest set, its disjoint paths and ``others``; ``None`` when it is not reached.

    Raises what ``of_workspace`` raises.
    """
    book = rulebook.book(workspace.reader)
    run = _run(workspace.engine, question, may_cut=False, book=book, made_of=_moves(workspace))
    return run.analysis.item(iri, site)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One of the changes of a question, read."""

    change: Change
    around: Surroundings

    def begins(self, book: RuleBook) -> tuple[Begin, ...]:
        """From where it is followed: what changes, and what takes its place."""
        row = next(row for row in book.change_kinds if row.iri == self.change.kind.iri)
        site = self.change.site.iri if self.change.site else ANYWHERE
        new = self.change.new_thing
        things = (self.around.start, *((self.around.others[new.iri],) if new else ()))
        return tuple(Begin(each, row.starts_as, site, row.iri) for each in things)


def report(
    source: SparqlSource,
    question: Question,
    *,
    revision_hash: str,
    may_cut: bool = False,
    book: RuleBook = RULE_BOOK,
    made_of: MadeOf = lambda _: None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> ImpactReport:
    """The impact of a change on what a source answers; ``may_cut`` for sources that do not promise whole answers.

    Raises ``BadInput`` for a change that cannot be, ``NotFound`` for an unknown entity, ``IncompleteAnswer`` for an
    answer that could not be completed. ``made_of`` finds out what a move of a whole process is made of.
    """
    run = _run(source, question, may_cut=may_cut, book=book, made_of=made_of)
    items = run.analysis.items()
    covered, missing = coverage.coverage(run.asking, run.cases)
    found = tuple(candidate.barrier for candidate in run.analysis.candidates)
    changes = tuple(case.change for case in run.cases)
    return ImpactReport(
        change=changes[0],
        revision_hash=revision_hash,
        rules_hash=book.digest(),
        graph_hash=None,
        made_at=now(),
        items=items,
        positions=consequences.all_positions(run.cases),
        barriers=found,
        coverage=covered,
        not_covered=missing,
        summary=summary.sentences(run.cases, items, covered),
        notes=(*notes.notes(run.cases, items, found, run.off, run.told), *book.notes),
        requests=run.asking.requests,
        also=changes[1:],
        switched_off=run.off,
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """An analysis with what it was made from."""

    asking: Asking
    cases: tuple[Case, ...]
    analysis: Analysis
    off: tuple[Named, ...]
    told: tuple[str, ...]


def _moves(workspace: Workspace) -> MadeOf:
    """What looks up the differences of two processes: only when a whole process moves."""
    return lambda process: moves.differences(workspace.reader, process)


def _run(source: SparqlSource, question: Question, *, may_cut: bool, book: RuleBook, made_of: MadeOf) -> _Run:
    asking = Asking(source, may_cut=may_cut)
    asked = tuple(_asked(asking, each, book) for each in (question, *question.also))
    rules, off = _without(book, question.switched_off)
    rules, given, told = _made_of(rules, asked, made_of)
    on = question.switched_on | ({TAKES_ITS_PLACE} if any(each.change.new_thing for each in asked) else set())
    kinds = dict.fromkeys(each.change.kind.iri for each in asked)
    ways = _ways(rules, tuple(kinds), frozenset(on), None if may_cut else asked[0].around.only_graph)
    begins = [each.begins(book) for each in asked]
    pairs = frozenset(frozenset(begin.entity.iri for begin in each) for each in begins)
    reached = reach.reach(asking, ways, [begin for each in begins for begin in each], pairs, _regions(asked), given)
    started = [frozenset(_numbers(each, ways, reached)) for each in begins]
    made = [(each.change, each.around, starts) for each, starts in zip(asked, started, strict=True)]
    cases = barriers.cases(made, reached)
    later = consequences.flow(asking, cases)
    analysis = Analysis(cases, started, barriers.candidates(rules, cases), later, details=question.details)
    return _Run(asking, cases, analysis, off, told)


@lru_cache(maxsize=16)
def _ways(rules: RuleBook, kinds: tuple[Iri, ...], switched_on: frozenset[str], only_graph: Iri | None) -> Ways:
    """The same ways for the same rules: many questions are asked one after the other of one book."""
    return Ways(rules, kinds, switched_on, only_graph)


def _made_of(
    rules: RuleBook, asked: tuple[_Asked, ...], made_of: MadeOf
) -> tuple[RuleBook, tuple[Link, ...], tuple[str, ...]]:
    """The rules to follow, the links to begin with, and a sentence for each move: the differences, or all of a process."""
    whole = [
        each.change.entity.iri
        for each in asked
        if each.change.kind is ChangeKind.RELOCATION and KG.SiteProcess in each.around.start.types
    ]
    known = [move for move in map(made_of, whole) if move is not None]
    if known and len(known) == len(whole):
        return (
            moves.without_the_rest(rules),
            tuple(link for each in known for link in each.links),
            tuple(each.told for each in known),
        )
    return rules, (), tuple(notes.all_moved(each.change) for each in asked if each.change.against is not None)


def _asked(asking: Asking, question: Question, book: RuleBook) -> _Asked:
    others = tuple(each for each in (question.site, question.batch, question.new_thing) if each)
    around = context.read(asking, question.entity, others)
    return _Asked(_change(question, around, book), around)


def _without(book: RuleBook, switched_off: frozenset[Iri]) -> tuple[RuleBook, tuple[Named, ...]]:
    """The book without the rules and kinds of barrier that are not applied; and what these are, by name."""
    if not switched_off:
        return book, ()
    rows = {rule.iri: rule.label for rule in book.rules} | {kind.iri: kind.label for kind in book.barriers}
    off = tuple(Named(iri, rows.get(iri, local_name(iri))) for iri in sorted(switched_off))
    rules = tuple(rule for rule in book.rules if rule.iri not in switched_off)
    kinds = tuple(kind for kind in book.barriers if kind.iri not in switched_off)
    return replace(book, rules=rules, barriers=kinds), off


def _regions(asked: tuple[_Asked, ...]) -> frozenset[Iri] | None:
    """The regions whose provisions matter to the changes; ``None`` for all."""
    found: set[Iri] = set()
    for each in asked:
        site = each.change.site
        sites = [one for iri, one in each.around.sites.items() if site is None or iri == site.iri]
        own = bearing.regions((each.around.start, *each.around.others.values()), sites, each.around.filed_in)
        if own is None:
            return None
        found.update(own)
    return frozenset(found)


def _numbers(begins: tuple[Begin, ...], ways: Ways, reached: Reached) -> tuple[int, ...]:
    states = {state for begin in begins for state in begin.states(ways)}
    return tuple(start for start in reached.starts if reached.states[start] in states)


def _change(question: Question, around: Surroundings, book: RuleBook) -> Change:
    start = around.start
    stated.check_kind(question.kind, start, book)
    if question.site is not None:
        site = around.sites.get(question.site)
        stated.check_site(site, question.site, start, tuple(around.sites.values()))
    own = question.site or _scope(start)
    settings = (start, *around.settings_at(own or ANYWHERE))
    new_thing = _new_thing(question, around, book)
    new = question.new or (new_thing.label if new_thing else "")
    return Change(
        entity=start.named,
        kind=question.kind,
        old=stated.stated(question.old, question.kind, around.factor, settings),
        new=stated.stated(new, question.kind, around.factor, settings),
        site=around.named(own) if own else None,
        effective=stated.effective(question.effective),
        batch=around.named(question.batch) if question.batch else None,
        duration=stated.duration(question.duration),
        against=around.sending if question.kind is ChangeKind.RELOCATION else None,
        new_thing=new_thing.named if new_thing else None,
    )


def _new_thing(question: Question, around: Surroundings, book: RuleBook) -> Entity | None:
    """What takes the place of the changed entity. Raises ``BadInput`` where nothing can, or this cannot."""
    if question.new_thing is None:
        return None
    found = around.others.get(question.new_thing)
    if found is None:
        raise NotFound(
            f"The graph says nothing about {local_name(question.new_thing)}.", hint="Look it up with “kgapp find”."
        )
    stated.check_new_thing(question.kind, around.start, found, book)
    return found


def _scope(start: Entity) -> Iri | None:
    """The one site of the changed entity. Where a person or a supplier sits is no bound for what rests on them."""
    bound = len(start.sites) == 1 and start.types.isdisjoint(_BOUND_TO_NO_SITE)
    return start.sites[0] if bound else None
