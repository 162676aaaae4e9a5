"""Pictures of asking: a ready-made question as a chart, the SPARQL editor, and the window on a server."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from shots_project import DEMO

from kgapp import bootstrap
from kgapp.domain.connections import Connection
from kgapp.domain.terms import Iri
from kgapp.ui import places_table
from kgapp.ui.panels import sparql_open
from kgapp.ui.panels.questions import QuestionsPanel
from kgapp.ui.panels.sparql import SparqlPanel
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow
from tests.servers import oxigraph_running

Until = Callable[[Callable[[], object]], None]
_QUESTION = Iri("https://w3id.org/kgapp/ontology/questions#longLeadTime")
_QUERY = """# Factors that act on an attribute, and how strongly
PREFIX kg: <https://w3id.org/kgapp/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?factor ?attribute ?strength WHERE {
  ?influence kg:hasCause ?factor ;
    kg:hasEffect ?attribute ;
    kg:strength ?strength .
  ?factor a kg:ProcessParameter .
}
ORDER BY ?attribute ?factor
"""


def question(window: MainWindow, until: Until) -> None:
    """A ready-made question, its answer drawn as a chart."""
    window.open_place(places_table.question_of(_QUESTION))
    panel = _front(window, QuestionsPanel)
    until(lambda: panel.question is not None and panel.blanks is not None and panel.ask.isEnabled())
    panel.ask_now()
    until(lambda: panel.view.shown)
    panel.view.chart_button.click()
    until(lambda: window.tasks.idle)


def editor(window: MainWindow, until: Until) -> None:
    """A query in the editor with its answer."""
    sparql_open.open_text(window, _QUERY)
    panel = _front(window, SparqlPanel)
    until(lambda: window.tasks.idle)
    panel.run()
    until(lambda: panel.made.answer.shown)


def server(theme: Theme, project: Path, until: Until, rest: ExitStack) -> MainWindow:
    """A window on a server that holds the demo; the server runs until ``rest`` ends."""
    running = rest.enter_context(oxigraph_running())
    with bootstrap.reading(project) as workspace, workspace.reader.snapshot() as snapshot:
        running.fill(b"".join(snapshot.chunks))
    bootstrap.connections().keep(Connection("Plant server", running.query_url, allow_private=True))
    window = MainWindow(bootstrap, theme)
    window.resize(1440, 900)
    window.show()
    window.open("Plant server")
    until(lambda: window.tabs and window.tabs.map.view.spots)
    until(lambda: window.tasks.idle)
    window.open_entity(Iri(f"{DEMO}P17"))
    until(lambda: window.tasks.idle)
    return window


def _front(window: MainWindow, kind: type[Any]) -> Any:
    tabs = window.tabs
    assert tabs is not None
    panel = tabs.currentWidget()
    assert isinstance(panel, kind)
    return panel
