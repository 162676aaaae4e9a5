"""Which syntax a file is in, by its name and by its first bytes."""

from __future__ import annotations

import pytest

from kgapp.domain import syntaxes
from kgapp.domain.errors import BadInput


@pytest.mark.parametrize(
    ("extension", "key"),
    [
        (".nq", "nq"),
        (".NT", "nt"),
        (".trig", "trig"),
        (".ttl", "ttl"),
        (".jsonld", "jsonld"),
        (".json", "jsonld"),
        (".rdf", "rdf"),
        (".xml", "rdf"),
    ],
)
def test_extensions_name_syntaxes(extension: str, key: str) -> None:
    syntax = syntaxes.of_extension(extension, "file")
    assert syntax is syntaxes.by_key(key)


def test_owl_may_be_in_any_syntax() -> None:
    assert syntaxes.of_extension(".owl", "file.owl") is None


@pytest.mark.parametrize(("extension", "said"), [(".gz", "compressed"), (".csv", "“.csv”"), ("", "ends in “”")])
def test_other_extensions_are_refused(extension: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        syntaxes.of_extension(extension, "file")


@pytest.mark.parametrize(
    ("head", "key"),
    [
        (b'<?xml version="1.0"?>', "rdf"), (b"\n<!-- x --><rdf:RDF", "rdf"), (b'{ "@id": 1', "jsonld"), (b"[{", "jsonld"),
        (b"# hello\n\n@prefix a: <b> .", "ttl"), (b"BASE <http://e/>", "ttl"), (b"<http://e/a> <http://e/b> 1", "nt"),
        (b"# c\n_:a <http://e/b> _:c .", "nt"),
    ],
)  # fmt: skip
def test_first_bytes_show_a_syntax(head: bytes, key: str) -> None:
    found = syntaxes.looks_like(head)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("head", [b"", b"what is this", b"a,b,c", b"%PDF-1.7"])
def test_other_bytes_show_none(head: bytes) -> None:
    assert syntaxes.looks_like(head) is None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<?xml version="1.0"?>\n<Ontology xmlns="http://www.w3.org/2002/07/owl#">', "OWL/XML"),
        (b"# c\nPrefix(:=<http://e/>)", "OWL functional syntax"),
        (b"Prefix: e: <http://e/>", "OWL Manchester syntax"),
        (b"format-version: 1.2", "OBO"),
        (b"<rdf:RDF><Ontology", ""),
    ],
)
def test_syntaxes_of_owl_alone_are_named(head: bytes, name: str) -> None:
    assert syntaxes.foreign(head) == name
    assert (syntaxes.looks_like(head) is None) == bool(name)
