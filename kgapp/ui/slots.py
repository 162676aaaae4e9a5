"""What each action of the table does to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kgapp.domain.terms import Iri
from kgapp.ui import bundle_places, entity_commands, guide, places_table, transfers
from kgapp.ui.panels import picture, site_compare_choose, sparql_open
from kgapp.ui.theme import USUAL, Look
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.window import MainWindow


def slots(window: MainWindow) -> dict[str, Callable[[], object]]:
    """A function for each action, by its id."""
    theme, areas = window.theme, window.areas
    return {
        "new": window.opening.choose_and_create,
        "open": window.opening.choose_and_open,
        "open_server": window.opening.choose_server,
        "demo": window.opening.open_demo,
        "import": window.exchange.choose_and_import,
        "exchange": lambda: window.open_place(bundle_places.EXCHANGE),
        "open_bundle": window.reports.bundles.choose,
        "key_ring": window.reports.keys.open,
        "from_bundle": window.opening.choose_bundle,
        "read_workbook": window.reports.workbooks.choose_and_read,
        "export": window.exchange.choose_and_export,
        "copy_from_server": lambda: window.open_place(places_table.COPYING),
        "write_to_server": lambda: window.open_place(places_table.PUBLISHING),
        "picture": lambda: picture.export_view(window, window.tabs.here if window.tabs else None),
        "print": lambda: picture.print_view(window, window.tabs.here if window.tabs else None),
        "quit": window.close,
        "undo": window.steps.undo,
        "redo": window.steps.redo,
        "new_thing": lambda: entity_commands.new_thing(window),
        "edit_thing": lambda: _here(window, entity_commands.edit),
        "duplicate": lambda: _here(window, entity_commands.duplicate),
        "add_relation": lambda: _here(window, entity_commands.add_relation),
        "merge": lambda: _here(window, entity_commands.merge),
        "retire": lambda: _here(window, entity_commands.retire),
        "history": window.steps.history,
        "grid": lambda: window.open_place(places_table.GRID),
        "spell": window.keeping.saver.start_spell,
        "end_spell": window.keeping.saver.end_spell,
        "view_undo": window.steps.undo_view,
        "view_redo": window.steps.redo_view,
        "map": lambda: window.open_place(places_table.MAP),
        "graph": lambda: _here(window, _graph),
        "back": window.go_back,
        "forward": window.go_forward,
        "close_tab": window.close_tab,
        "pin_tab": lambda: window.tabs.pin_here() if window.tabs is not None else None,
        "bookmark": lambda: _bookmark(window),
        "bookmarks": lambda: window.open_place(places_table.BOOKMARKS),
        "fold_explorer": areas.fold_explorer,
        "fold_inspector": areas.fold_inspector,
        "fold_findings": areas.fold_findings,
        "next_area": areas.next_area,
        "inspect": window.inspecting.begin,
        "larger": lambda: theme.step_scale(1),
        "smaller": lambda: theme.step_scale(-1),
        "usual_size": lambda: theme.choose_scale(USUAL),
        "system": lambda: theme.choose(Look.SYSTEM),
        "light": lambda: theme.choose(Look.LIGHT),
        "dark": lambda: theme.choose(Look.DARK),
        "contrast": lambda: theme.choose(Look.CONTRAST),
        "preferences": window.helping.preferences,
        "keys": window.helping.keys,
        "guide": lambda: window.helping.page(guide.FIRST),
        "tour": window.helping.tour,
        "whats_new": lambda: window.helping.page(guide.WHATS_NEW),
        "decisions": lambda: window.helping.page(guide.DECISIONS),
        "about": window.helping.about,
        "search": window.search,
        "assess": window.impacts.assess_here,
        "assessments": lambda: window.open_place(places_table.ASSESSMENTS),
        "compare_sites": lambda: site_compare_choose.choose(window),
        "triage": window.impacts.triage,
        "differences": lambda: _differences(window),
        "batches": lambda: window.open_place(bundle_places.BATCHES),
        "questions": lambda: window.open_place(places_table.QUESTIONS),
        "sparql": lambda: sparql_open.open_new(window),
        "rules": lambda: window.open_place(places_table.RULES),
        "control": lambda: window.open_place(places_table.CONTROL),
        "coverage": lambda: window.open_place(places_table.MATRIX),
        "knowledge_risk": lambda: window.open_place(places_table.RISK),
        "departure": lambda: _here(window, _departure),
        "gap_meeting": lambda: transfers.open_view(window, places_table.GAPS),
        "action_list": lambda: window.open_place(places_table.ACTION_LIST),
        "package": lambda: transfers.open_view(window, places_table.PACKAGE),
        "timeline": lambda: transfers.open_view(window, places_table.TIMELINE),
        "reason": lambda: window.open_place(places_table.REASONING),
        "check_all": window.findings.check_all,
    }


def _here(window: MainWindow, run: Callable[[MainWindow, tuple[Iri, ...]], None]) -> None:
    """A command for the thing whose page is in front."""
    thing = window.tabs.entity_here() if window.tabs is not None else None
    if thing is None:
        window.say(tr("Open the page of a thing first."))
    else:
        run(window, (thing,))


def _bookmark(window: MainWindow) -> None:
    """Mark the thing in front, or take its mark away; without one, show what is marked."""
    thing = window.tabs.entity_here() if window.tabs is not None else None
    if thing is None:
        window.open_place(places_table.BOOKMARKS)
    else:
        marked = window.bookmarks.toggle(thing)
        window.say(tr("Bookmarked.") if marked else tr("The bookmark was taken away."))


def _departure(window: MainWindow, things: tuple[Iri, ...]) -> None:
    """What goes with a person, a supplier or a site."""
    window.open_place(places_table.departure_of(things[0]))


def _graph(window: MainWindow, things: tuple[Iri, ...]) -> None:
    """The graph around some things."""
    window.open_place(places_table.graph_of(things))


def _differences(window: MainWindow) -> None:
    """The map, with only what differs between the sites."""
    if window.tabs is not None:
        window.open_place(places_table.MAP)
        window.tabs.map.show_differences()
