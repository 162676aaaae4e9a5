"""The places of the window: the first word of a place, and what makes its view. Modules are imported when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.ui import bundle_places

if TYPE_CHECKING:
    from kgapp.services.answer_graphs import Drawable
    from kgapp.ui.desk import Desk
    from kgapp.ui.views import View

MAP: Final = "map"
PAGE: Final = "page"
HELP: Final = "help"
NEW: Final = "new"
GRID: Final = "grid"
HISTORY: Final = "history"
BOOKMARKS: Final = "bookmarks"
GRAPH: Final = "graph"
MATRIX: Final = "matrix"
DEPARTURE: Final = "departure"
RISK: Final = "knowledge-risk"
CONTROL: Final = "control"
GAPS: Final = "gaps"
RETURNED: Final = "returned"
ACTION_LIST: Final = "actions"
PACKAGE: Final = "package"
TIMELINE: Final = "timeline"
RULES: Final = "rules"
ASSESSMENT: Final = "assessment"
ASSESSMENTS: Final = "assessments"
COMPARED: Final = "compared"
SITES: Final = "sites"
QUESTIONS: Final = "questions"
SPARQL: Final = "sparql"
REASONING: Final = "reasoning"
COPYING: Final = "copy-from-server"
PUBLISHING: Final = "write-to-server"
WHY: Final = "why"
_TEXT: Final = "text:"


def page_of(thing: Iri) -> str:
    """The place of a thing's page."""
    return f"{PAGE} {thing}"


def graph_of(things: tuple[Iri, ...]) -> str:
    """The place of a graph that begins with these things."""
    return " ".join((GRAPH, *things))


def graph_ways(start: Iri, goal: Iri) -> str:
    """The place of the ways between two things."""
    return f"{GRAPH} ways {start} {goal}"


def graph_answer(drawable: Drawable) -> str:
    """The place of the things of an answer, with what of it is left out."""
    left = drawable.left
    counts = (left.total, left.unknown, left.unrecorded, left.values, int(left.more))
    return " ".join((GRAPH, "answer", *map(str, counts), *drawable.things))


def graph_view(name: str) -> str:
    """The place of a saved graph."""
    return f"{GRAPH} view {name}"


def new_in_step(kind: Iri, step: Iri) -> str:
    """The place of the form of a new factor of a step."""
    return new_with(kind, (KG.hasFactor, step))


def new_with(kind: Iri, *given: tuple[Iri, Iri]) -> str:
    """The place of the form of a new thing that begins with these values: pairs of property and thing."""
    return " ".join((NEW, kind, *(word for pair in given for word in pair)))


def text(words: str) -> Iri:
    """A text as a value of ``new_with``."""
    return Iri(_TEXT + quote(words, safe=""))


def sites_of(sending: Iri, receiving: Iri) -> str:
    """The place of a comparison of two site processes, or of two sites that have one each."""
    return f"{SITES} {sending} {receiving}"


def gaps_of(project: Iri) -> str:
    """The place of the gap meeting of a transfer project."""
    return f"{GAPS} {project}"


def returned_of(project: Iri, file: str) -> str:
    """The place of an answer to a gap list: a workbook that came back."""
    return f"{RETURNED} {project} {file}"


def of_transfer(view: str, project: Iri) -> str:
    """The place of the package or the time line of a transfer project."""
    return f"{view} {project}"


def _gaps(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.gap_meeting import GapMeetingPanel

    return GapMeetingPanel(desk, Iri(rest))


def _returned(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.gap_returned import ReturnedPanel

    project, _, file = rest.partition(" ")
    return ReturnedPanel(desk, Iri(project), Path(file))


def _action_list(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.action_list import ActionsPanel

    return ActionsPanel(desk, Iri(rest) if rest else None)


def _package(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.package import PackagePanel

    return PackagePanel(desk, Iri(rest))


def _timeline(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.timeline import TimelinePanel

    return TimelinePanel(desk, Iri(rest))


def _sites(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.site_compare import SiteComparePanel

    return SiteComparePanel(desk, tuple(map(Iri, rest.split())))


def _control(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.control import ControlPanel

    return ControlPanel(desk, Iri(rest) if rest else None)


def matrix_of(about: Iri) -> str:
    """The place of the coverage matrix of a general process or a step."""
    return f"{MATRIX} {about}"


def departure_of(thing: Iri) -> str:
    """The place where it is rehearsed that a person, a supplier or a site goes."""
    return f"{DEPARTURE} {thing}"


def _matrix(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.matrix import MatrixPanel

    return MatrixPanel(desk, Iri(rest) if rest else None)


def _departure(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.departure import DeparturePanel

    return DeparturePanel(desk, Iri(rest))


def _risk(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.knowledge_risk import KnowledgeRiskPanel

    return KnowledgeRiskPanel(desk)


def assessment_of(assessment: Iri) -> str:
    """The place of a kept assessment."""
    return f"{ASSESSMENT} {assessment}"


def compared(one: str, other: str) -> str:
    """The place of two reviews side by side: each the address of an assessment, or the name of an open review."""
    return f"{COMPARED} {one} {other}"


def _assessment(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.impact import ImpactPanel

    return ImpactPanel(desk, Iri(rest))


def _assessments(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.assessments import AssessmentsPanel

    return AssessmentsPanel(desk)


def _compared(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.review_compared import ComparedPanel

    one, _, other = rest.partition(" ")
    return ComparedPanel(desk, one, other)


def question_of(question: Iri) -> str:
    """The place of a question of the library."""
    return f"{QUESTIONS} {question}"


def sparql_of(text: str) -> str:
    """The place of a text of the SPARQL editor, by its id."""
    return f"{SPARQL} {text}"


def _sparql(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.sparql import SparqlPanel

    return SparqlPanel(desk, rest)


def _questions(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.questions import QuestionsPanel

    return QuestionsPanel(desk, Iri(rest) if rest else None)


def _reasoning(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.reasoning import ReasoningPanel

    return ReasoningPanel(desk)


def _why(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.why import WhyPanel

    return WhyPanel(desk, rest)


def _copying(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.copying import CopyingPanel

    return CopyingPanel(desk)


def _publishing(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.publishing import PublishingPanel

    return PublishingPanel(desk)


def _rules(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.rules import RulesPanel

    return RulesPanel(desk)


def _map(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.map import MapPanel

    return MapPanel(desk)


def _page(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.entity import EntityPanel

    return EntityPanel(desk, Iri(rest))


def _new(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.form_view import NewView

    kind, *given = (Iri(unquote(word.removeprefix(_TEXT)) if word.startswith(_TEXT) else word) for word in rest.split())
    return NewView(desk, kind, tuple(zip(given[::2], given[1::2], strict=True)))


def _bookmarks(desk: Desk, _rest: str) -> View:
    from kgapp.ui.panels.bookmarks import BookmarksPanel

    return BookmarksPanel(desk)


def _graph(desk: Desk, rest: str) -> View:
    """``view NAME``, ``ways IRI IRI``, ``answer`` with five counts and things, or the addresses of things."""
    from kgapp.ui.panels.graph import GraphPanel

    word, _, name = rest.partition(" ")
    if word == "view":
        return GraphPanel(desk, name=name)
    if word == "answer":
        from kgapp.ui.panels.graph_answer import AnswerGraph

        return AnswerGraph(desk, name.split())
    things = tuple(map(Iri, (name if word == "ways" else rest).split()))
    return GraphPanel(desk, things, ways=word == "ways")


def grid_of(things: tuple[Iri, ...]) -> str:
    """The place of a grid whose rows are these things."""
    return " ".join((GRID, "things", *things))


def grid_around(thing: Iri) -> str:
    """The place of a grid whose rows are what is linked with a thing, such as the settings of a step."""
    return f"{GRID} of {thing}"


def grid_of_class(kind: Iri) -> str:
    """The place of a grid of all things of a class."""
    return f"{GRID} class {kind}"


def history_of(thing: Iri) -> str:
    """The place of a thing's history."""
    return f"{HISTORY} {thing}"


def _history(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.history import HistoryPanel

    return HistoryPanel(desk, rest)


def _grid(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.grid import GridPanel

    return GridPanel(desk, rest)


def _help(desk: Desk, rest: str) -> View:
    from kgapp.ui.panels.help import HelpView

    return HelpView(desk.theme, rest)


PLACES: Final[Mapping[str, Callable[[Desk, str], View]]] = {
    MAP: _map,
    GRAPH: _graph,
    PAGE: _page,
    HELP: _help,
    NEW: _new,
    GRID: _grid,
    HISTORY: _history,
    BOOKMARKS: _bookmarks,
    MATRIX: _matrix,
    DEPARTURE: _departure,
    RISK: _risk,
    CONTROL: _control,
    GAPS: _gaps,
    RETURNED: _returned,
    **bundle_places.MAKERS,
    ACTION_LIST: _action_list,
    PACKAGE: _package,
    TIMELINE: _timeline,
    RULES: _rules,
    ASSESSMENT: _assessment,
    ASSESSMENTS: _assessments,
    COMPARED: _compared,
    SITES: _sites,
    QUESTIONS: _questions,
    SPARQL: _sparql,
    REASONING: _reasoning,
    COPYING: _copying,
    PUBLISHING: _publishing,
    WHY: _why,
}
"""What stands after the first word is passed on."""


def make(desk: Desk, place: str) -> View | None:
    """The view of a place; ``None`` for one that cannot be opened again, such as an impact that was closed."""
    word, _, rest = place.partition(" ")
    maker = PLACES.get(word)
    if maker is None:
        return None
    view = maker(desk, rest)
    view.place = place
    return view
