"""Reads tables of the demo and turns their rows into statements.

A column is named like a property of the ontology, so a table says what its statements are. In a cell, several things
are separated by blanks and several texts by `` | ``; an empty cell says nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from data.builder.names import DATA, DEMO, KG, Terms

Row = Mapping[str, str]

_OF_THIS_MODULE = frozenset({"id", "class"})


def rows(*parts: str) -> Iterator[Row]:
    """The rows of a CSV file below ``data/``; cells are stripped."""
    with DATA.joinpath(*parts).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            if None in row:
                raise ValueError(f"{Path(*parts)}: too many cells in {row}")
            yield {column: (cell or "").strip() for column, cell in row.items()}


def text(words: str) -> Literal:
    """A text for people, in English."""
    return Literal(words, lang="en")


def figure(written: str) -> Literal:
    """A decimal in the form in which the table has it."""
    return Literal(written, datatype=XSD.decimal, normalize=False)


class Story:
    """The graph under construction, with the words for adding to it."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.graph = Graph()
        self._clearer = {row["id"]: row["label"] for row in rows("curated", "labels.csv")}

    def add(self, subject: URIRef, predicate: URIRef, *objects: Node) -> None:
        """One statement for each object."""
        for value in objects:
            self.graph.add((subject, predicate, value))

    def thing(self, name: str, kind: str, label: str, notation: str | None = None) -> URIRef:
        """A new thing of the demo with its class and label; raises ``ValueError`` when the name is taken.

        ``curated/labels.csv`` may have a clearer label; the one given then stays as a synonym.
        """
        subject = DEMO[name]
        if (subject, RDF.type, None) in self.graph:
            raise ValueError(f"demo:{name} is there already")
        self.add(subject, RDF.type, self.terms.klass(kind))
        self.add(subject, RDFS.label, text(self._clearer.get(name, label)))
        if name in self._clearer:
            self.add(subject, SKOS.altLabel, text(label))
        if notation:
            self.add(subject, SKOS.notation, Literal(notation))
        return subject

    def say(self, subject: URIRef, row: Row, *properties: str) -> None:
        """The named columns of a row as statements; without names all but ``id`` and ``class``."""
        for column in properties or tuple(row):
            if column not in _OF_THIS_MODULE and row.get(column):
                self.add(subject, self.terms.property(column), *self.values(column, row[column]))

    def values(self, column: str, cell: str) -> list[Node]:
        """The terms that a cell stands for; the ontology's range of the property decides how it is read."""
        if column in self.terms.objects or column in ("wasDerivedFrom", "bearsOnClass"):
            return [self._thing(column, word) for word in cell.split()]
        return [self._literal(column, words.strip()) for words in cell.split(" | ")]

    def table(self, name: str, kind: str | None = None, *, folder: str = "invented") -> None:
        """All rows of a table as things with their statements; rows of the folder ``invented`` are marked so."""
        for row in rows(folder, f"{name}.csv"):
            subject = self.thing(row["id"], row.get("class") or kind or "", row["label"])
            self.say(subject, {column: cell for column, cell in row.items() if column != "label"})
            if folder == "invented":
                self.invent(subject)

    def invent(self, subject: URIRef) -> None:
        """Marks a thing as invented for the demo."""
        self.add(subject, KG.invented, Literal(True))

    def _thing(self, column: str, word: str) -> Node:
        if column == "bearsOnClass":
            return self.terms.klass(word)
        kind = self.terms.ranges.get(column, "")
        if kind == "Concept":
            return self.terms.concept(word)
        if kind == "Unit":
            return self.terms.unit(word)
        return DEMO[word]

    def _literal(self, column: str, words: str) -> Literal:
        kind = self.terms.ranges.get(column, "")
        if kind in ("decimal", "date", "integer", "boolean"):
            literal = Literal(words, datatype=XSD[kind], normalize=False)
            if literal.ill_typed:
                raise ValueError(f"{column}: {words!r} is no {kind}")
            return literal
        if kind == "string" or column == "notation":
            return Literal(words)
        return text(words)
