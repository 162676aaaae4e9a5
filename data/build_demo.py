"""Builds the demo project from its tables: ``python -m data.build_demo`` writes ``data/demo/cart.ttl``.

The tables of ``facts/`` are what was read, those of ``curated/`` how they were read, those of ``invented/`` the story.
The same tables give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rdflib import Graph

from data.builder import facts, rules, story, turtle
from data.builder.names import DATA, read_terms
from data.builder.tables import Story

DEMO_FILE = DATA / "demo" / "cart.ttl"

_HEADING = """The demo project of kgapp: an autologous CD19 CAR-T process and its transfer from Boston to Leiden.
Written by data/build_demo.py from the tables beside it: change those and build again.
What carries kg:invented true is invented; published statements cite their source and say how it was read."""


def build() -> Graph:
    """The demo as a graph."""
    demo = Story(read_terms())
    rules.add_rules(demo)
    facts.add_facts(demo)
    story.add_practice_evidence(demo)
    story.add_story(demo)
    return demo.graph


def main() -> None:
    """Writes the demo; ``--out`` names another file."""
    parser = argparse.ArgumentParser(description="Build the demo project of kgapp from its tables.")
    parser.add_argument("--out", type=Path, default=DEMO_FILE)
    out: Path = parser.parse_args().out
    graph = build()
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(turtle.write(graph, _HEADING), encoding="utf-8", newline="\n")
    print(f"{out}: {len(graph)} statements")


if __name__ == "__main__":
    main()
