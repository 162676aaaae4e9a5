"""Reasoning with logic in the window: run when asked, stopped, missing a Java, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtWidgets import QLabel

from kgapp.domain.errors import Missing, QueryStopped
from kgapp.domain.messages import Because, Reasoned
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, PREFIXES, RDF
from kgapp.ui.panels import parts
from kgapp.ui.panels.reasoning import ReasoningPanel
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]
P17 = "https://w3id.org/kgapp/demo/P17"
TYPED = f"<{P17}> <{RDF.type}> <{KG.Region}> ."
APART = f"<{KG.Person}> <{PREFIXES['owl']}disjointWith> <{KG.Region}> ."
EMPTY = Reasoned(
    True, (KG.Person, KG.Site), (), (APART,), True, 9, (("of undeclared properties", 2),),
    (Because(KG.Person, (), (APART,), False), Because(KG.Site, (), (), False)),
    ((KG.Site, KG.Region),), ((P17, KG.Region),) * 41, ("Some of it.",),
)  # fmt: skip
AGAINST = Reasoned(False, (), (TYPED,), (APART,), False, 9, ())
SOUND = Reasoned(True, (), (), (), False, 9, ())


class Told:
    """A reasoner with one answer, or one error, for each question."""

    def __init__(self, *answers: Reasoned | Exception) -> None:
        self._answers = list(answers)
        self.stops = 0

    def reason(self, chunks: Iterable[bytes], *, explain: bool) -> Reasoned:
        assert explain
        assert list(chunks)
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def stop(self) -> None:
        self.stops += 1


def said(panel: ReasoningPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel))


def test_reasoning_is_run_when_asked_and_its_answer_is_told(
    window: MainWindow, opened: Tabs, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = Missing("Reasoning needs Java.", hint="Install it.")
    told = Told(missing, QueryStopped("Reasoning was stopped."), EMPTY, AGAINST, SOUND, SOUND)
    monkeypatch.setattr(window.reports, "reasoner", lambda: told)
    window.open_place("reasoning")
    panel = opened.here
    assert isinstance(panel, ReasoningPanel)
    assert panel.states.showing == "empty"
    panel.run()
    assert panel.states.showing == "busy"
    until(lambda: panel.states.showing == "failed")
    assert "Install it." in said(panel)
    panel.run()
    until(lambda: panel.states.showing == "empty")
    panel.run()
    until(lambda: panel.found is not None)
    words = said(panel)
    for expected in (
        "there are classes that nothing can belong to",
        "Nothing can belong to “person”",
        "Nothing is both “person” and “region”.",
        "Time was over before it was found why.",
        "Every “site” is a “region”.",
        "Showing 40 of 41.",
        "Not done: Some of it.",
        "Not looked at: 2 statements",
    ):
        assert expected in words
    panel.project_changed(frozenset({Iri(P17)}))
    assert "The project has changed since." in words
    panel.run()
    until(lambda: panel.found is not None)
    assert "The project contradicts the ontology." in said(panel)
    links = [link for link in panel.findChildren(parts.Link) if link.text().startswith("Open ")]
    links[-1].followed.emit()  # those of the answer before may wait to be deleted
    assert opened.entity_here() == P17
    panel.run()
    until(lambda: panel.found is not None)
    assert "No contradiction." in said(panel)
    assert "Nothing else follows" in said(panel)
    panel.run()
    panel.stop()
    assert panel.states.showing == "empty"
    stops = told.stops
    opened.close_at(opened.indexOf(panel))
    assert told.stops == stops + 1
