"""An update in the window: looked at first, committed with a reason, and told when it can no longer be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.terms import Iri
from kgapp.services.ports import Pattern
from kgapp.ui.panels import update_preview
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]
NEW = 'INSERT DATA { demo:NEW rdfs:label "Brand new" ; demo:p 7.40 }'


def test_an_update_is_looked_at_and_committed_once_with_a_reason(
    window: MainWindow, opened: Tabs, until: Until
) -> None:
    late = update_preview.show(window, NEW.replace("NEW", "LATE"))
    until(lambda: late.shown is not None)
    dialog = update_preview.show(window, NEW)
    assert not dialog.commit.isEnabled()
    until(lambda: dialog.shown is not None)
    assert "Brand new" in dialog.sentences.toPlainText()
    assert "7.40" in dialog.sentences.toPlainText()
    assert "removes 0 statements and adds 2 statements" in dialog.title.text()
    window.keeping.saver.use_spell("for the test")
    dialog.commit.click()
    kept: list[int] = []

    def look() -> bool:
        window.project.read(
            lambda reader: len(list(reader.quads(Pattern(Iri("https://w3id.org/kgapp/demo/NEW"))))),
            kept.append,
            window.tell,
            "test",
        )
        return 2 in kept

    until(look)
    late.commit.click()
    until(lambda: late.states.showing == "failed")
    late.run()
    until(lambda: late.shown is not None)
    late.run()
    late.stop()
    assert late.states.showing == "empty"
    late.reject()
    named = update_preview.show(window, f"INSERT DATA {{ GRAPH demo:g {{ {NEW.partition('{')[2]} }}")
    until(lambda: named.shown is not None)
    gone: list[bool] = []
    named.destroyed.connect(lambda *_: gone.append(True))
    named.commit.click()
    until(lambda: gone)
    sweeping = update_preview.show(window, "CLEAR GRAPH demo:g")
    until(lambda: sweeping.shown is not None and sweeping.shown.sweeping)
    assert "all 2 statements of the graph" in sweeping.sweeping.text()
    assert not sweeping.commit.isEnabled()
    sweeping.agreed.setChecked(True)
    assert sweeping.commit.isEnabled()
    sweeping.reject()
    wrong = update_preview.show(window, "DROP ALL")
    until(lambda: wrong.states.showing == "failed")
    wrong.reject()
    nothing = update_preview.show(window, "DELETE WHERE { demo:NONE ?p ?o }")
    until(lambda: nothing.states.showing == "empty")
    nothing.reject()
