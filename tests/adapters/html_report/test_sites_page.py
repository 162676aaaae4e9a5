"""The page of a comparison of two sites: whole, escaped, without script, and nothing fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kgapp.adapters.html_report.sites import page, save
from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.history import Author
from kgapp.domain.impact import ChangeKind, Named
from kgapp.domain.sites import Comparison, Dimension, Place, Readiness, Row, Side, Start, State, StepReadiness
from kgapp.domain.terms import Iri
from kgapp.services.sites.gaps import Assessed, NotRun, Reach

EVIL = '<script>alert("x")</script>'
ASKED_BY = Author(f"A. Reviewer {EVIL}", "KGAPP_USER")


def named(text: str) -> Named:
    return Named(Iri(f"urn:{text}"), f"{text} {EVIL}")


def row(state: State, entity: str = "", severity: Grade | None = None, step: Named | None = None) -> Row:
    start = Start(Iri(f"urn:{entity}"), ChangeKind.VALUE, None) if entity else None
    here = Side() if state is State.UNKNOWN else Side(f"3 {EVIL}")
    return Row(
        step,
        Dimension.SETTING,
        named("MOI"),
        Side(f"3 {EVIL}"),
        here,
        state,
        f"Says {EVIL}.",
        severity,
        start,
        (named("gap"),),
    )


STEP = named("step")
COMPARISON = Comparison(
    named("general"),
    Place(named("process"), named("site"), f"Boston {EVIL}", f"US {EVIL}"),
    Place(named("process"), named("site"), f"Leiden {EVIL}", ""),
    date(2026, 3, 1),
    (
        row(State.DIFFERS, "a"),
        row(State.SAME),
        row(State.DIFFERS, "b", step=STEP),
        row(State.MISSING, "c", step=STEP),
        row(State.WIDER, "d", step=STEP),
        row(State.DIFFERS, severity=Grade.HIGH, step=STEP),
        row(State.UNKNOWN, step=named("other step")),
    ),
    (
        StepReadiness(STEP, Readiness.NOT_READY, (f"Because {EVIL}",), 2),
        StepReadiness(named("other step"), Readiness.READY, (), 0),
    ),
)
ASSESSED = Assessed(
    (
        Reach(Start(Iri("urn:a"), ChangeKind.VALUE, None), 3, 4, Grade.NONE, Grade.HIGH, Grade.HIGH, 1),
        Reach(Start(Iri("urn:b"), ChangeKind.VALUE, None), 0, 0, None, None, None, 0),
        Reach(Start(Iri("urn:c"), ChangeKind.VALUE, None), 3, 4, Grade.LOW, Grade.LOW, Grade.HIGH, 2),
    ),
    (NotRun(Start(Iri("urn:d"), ChangeKind.VALUE, None), f"Too many {EVIL}"),),
)


class Balanced(HTMLParser):
    """Fails for an element that is not closed, and lists what there is."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("assessed", [None, ASSESSED], ids=["plain", "with impacts"])
def test_the_page_is_whole_escaped_and_without_script(assessed: Assessed | None) -> None:
    html = page(COMPARISON, assessed, f"demo {EVIL}", ASKED_BY)
    parser = Balanced()
    parser.feed(html)
    assert not parser.open
    assert parser.seen.isdisjoint({"script", "img", "link", "iframe", "a"})
    assert EVIL not in html
    assert "&lt;script&gt;" in html
    assert "http" not in re.sub(r'http-equiv="', "", html)


def test_the_policy_allows_the_style_of_the_page_and_nothing_else() -> None:
    html = page(COMPARISON, None, "demo", ASKED_BY)
    style = re.search(r"<style>(.*)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in html


def test_reach_and_what_was_not_run_stand_beside_the_difference() -> None:
    html = page(COMPARISON, ASSESSED, "demo", ASKED_BY)
    assert "none–high" in html
    assert "1 affected attribute that no test detects there" in html
    assert "2 affected attributes that no test detects there" in html
    assert "nothing affected" in html
    assert "Impact not assessed: Too many" in html
    assert "3 differences were assessed, 1 not" in html


def test_what_is_not_recorded_is_said() -> None:
    html = page(COMPARISON, None, "demo", ASKED_BY)
    assert '<span class="sub">not recorded</span>' in html
    assert "no region recorded" in html
    assert "severity high" in html
    assert "Nothing that is recorded differs." in html
    assert "No impact was asked for." in html


def test_a_page_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    save(COMPARISON, None, "demo", ASKED_BY, tmp_path / "sites.html")
    assert (tmp_path / "sites.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    with pytest.raises(BadInput, match="could not be written"):
        save(COMPARISON, None, "demo", ASKED_BY, tmp_path / "nowhere" / "sites.html")
