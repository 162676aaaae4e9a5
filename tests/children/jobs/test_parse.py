"""The parse job on good, odd, damaged and hostile files."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from kgapp.children.jobs import parse
from kgapp.domain import terms
from kgapp.domain.messages import JobFailed, Parsed, ParseFile

if TYPE_CHECKING:
    from tests.children.jobs.conftest import Conversation, Talk

MAIN = "http://base/graph/main"
XML = (
    '<?xml version="1.0"?>\n{doctype}\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">\n'
    '<rdf:Description rdf:about="http://e/a">{body}</rdf:Description>\n</rdf:RDF>\n'
)


def _parse(talk: Talk, path: Path, content: str | bytes, syntax: str) -> Conversation:
    data = content.encode() if isinstance(content, str) else content
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    return talk(parse.serve, [ParseFile(str(path), syntax, "http://base/", MAIN, digest)], Parsed, JobFailed)


def _sentence(talk: Talk, path: Path, content: str | bytes, syntax: str) -> str:
    answer = _parse(talk, path, content, syntax).messages[-1]
    assert isinstance(answer, JobFailed), answer
    return answer.sentence + " " + answer.hint


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file.x"


def test_literals_keep_their_lexical_forms(talk: Talk, path: Path) -> None:
    text = (
        "@prefix : <http://e/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        ':a :p 7.40, 007, 1.0E2, "2024-03-31+02:00"^^xsd:date, "PT60M"^^xsd:duration, "x"@EN-us, "a"^^xsd:string .'
    )
    lines = _parse(talk, path, text, "ttl").quads.decode()
    for form in ('"7.40"^^', '"007"^^', '"1.0E2"^^', '"2024-03-31+02:00"^^', '"PT60M"^^', '"x"@en-us', '"a" '):
        assert form in lines


def test_blank_nodes_become_the_same_iris_in_every_process(path: Path) -> None:
    path.write_text("@prefix : <http://e/> . :a :p [ :q _:b, (1 2) ] . _:b :p :a .", encoding="utf-8")
    script = (
        "import sys, hashlib, io\n"
        "from pathlib import Path\n"
        "from kgapp.children.jobs import parse\n"
        "from kgapp.children.protocol import Channel\n"
        "from kgapp.domain.messages import ParseFile\n"
        "path = Path(sys.argv[1]); out = io.BytesIO(); asked = io.BytesIO()\n"
        "digest = hashlib.sha256(path.read_bytes()).hexdigest()\n"
        "Channel(out, asked).send(ParseFile(str(path), 'ttl', 'http://base/', 'http://base/g', digest)); asked.seek(0)\n"
        "parse.serve(Channel(asked, out)); sys.stdout.buffer.write(out.getvalue())\n"
    )
    runs = {
        subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, check=True).stdout
        for _ in range(3)
    }
    assert len(runs) == 1
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert f"<http://base/.well-known/genid/{digest[:16]}1>".encode() in runs.pop()


def test_blank_nodes_of_json_ld_are_stable_too(talk: Talk, path: Path) -> None:
    nested = {"@id": "http://e/a", **{f"http://e/p{n}": [{"http://e/q": n}, {"@list": [n, {}]}] for n in range(20)}}
    text = json.dumps([nested, {"@id": "_:x", "http://e/p": {"@id": "_:y"}}])
    assert _parse(talk, path, text, "jsonld").quads == _parse(talk, path, text, "jsonld").quads


def test_one_label_is_one_node_across_the_graphs_of_a_file(talk: Talk, path: Path) -> None:
    lines = _parse(talk, path, '_:x <http://e/p> _:y _:x .\n_:y <http://e/p> "v" .', "nq").quads.decode().splitlines()
    first = lines[0].split(" ")
    assert first[0] == first[3]
    assert lines[1].startswith(first[2])
    assert lines[1].endswith(f"<{MAIN}> .")


def test_triple_syntaxes_go_to_the_given_graph_and_quad_syntaxes_keep_theirs(talk: Talk, path: Path) -> None:
    assert _parse(talk, path, "<http://e/a> <http://e/p> 1 .", "ttl").quads.endswith(f"<{MAIN}> .\n".encode())
    mixed = "<http://e/a> <http://e/p> 1 . <http://e/g> { <http://e/a> <http://e/p> 2 }"
    lines = _parse(talk, path, mixed, "trig").quads.decode().splitlines()
    assert lines[0].endswith(f"<{MAIN}> .")
    assert lines[1].endswith("<http://e/g> .")


def test_relative_iris_resolve_against_the_project_and_never_against_a_path(talk: Talk, path: Path) -> None:
    assert _parse(talk, path, "<a> <#p> <../b> .", "ttl").quads == (
        f"<http://base/a> <http://base/#p> <http://base/b> <{MAIN}> .\n".encode()
    )


def test_a_text_that_looks_like_a_line_end_stays_whole(talk: Talk, path: Path) -> None:
    assert (
        b'"a .\\n<b> _:c <<( --ltr"'
        in _parse(talk, path, '<http://e/a> <http://e/p> "a .\\n<b> _:c <<( --ltr" .', "nt").quads
    )


def test_a_byte_order_mark_is_no_content(talk: Talk, path: Path) -> None:
    for syntax, text in (
        ("ttl", "<http://e/a> <http://e/p> 1 ."),
        ("rdf", XML.format(doctype="", body="<e:p>1</e:p>")),
    ):
        assert isinstance(_parse(talk, path, b"\xef\xbb\xbf" + text.encode(), syntax).messages[-1], Parsed)


def test_short_entities_of_an_ontology_editor_are_read(talk: Talk, path: Path) -> None:
    doctype = '<!DOCTYPE rdf:RDF [ <!ENTITY xsd "http://www.w3.org/2001/XMLSchema#" > ]>'
    body = '<e:p rdf:datatype="&xsd;decimal">7.40</e:p>'
    assert (
        b'"7.40"^^<http://www.w3.org/2001/XMLSchema#decimal>'
        in _parse(talk, path, XML.format(doctype=doctype, body=body), "rdf").quads
    )


@pytest.mark.parametrize(
    ("declaration", "use"),
    [
        ('<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">', "&c;"),
        ('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"),
        ('<!ENTITY % a "x"> %a;', ""),
        (f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 10),
    ],
    ids=["bomb", "file", "parameter", "long"],
)
def test_growing_and_foreign_entities_are_refused_with_their_line(
    talk: Talk, path: Path, declaration: str, use: str
) -> None:
    text = XML.format(doctype=f"<!DOCTYPE rdf:RDF [ {declaration} ]>", body=f"<e:p>{use}</e:p>")
    sentence = _sentence(talk, path, text, "rdf")
    assert "entity “" in sentence
    assert "line 2" in sentence


@pytest.mark.parametrize(
    ("syntax", "content", "place"),
    [
        ("nt", '<http://e/a> <http://e/p> "x" .\n<http://e/a> <http://e/p "x" .\n', "line 2, column"),
        ("nq", '<http://e/a> <http://e/p> "x" .\n<http://e/a> <http://e/p> "cut', "line 2, column"),
        ("ttl", "@prefix : <http://e/> .\n:a :p [ :q 1 .\n", "line 2, column"),
        ("ttl", "@prefix : <http://e/> .\n\n:a :p :b\n:c :d :e .", "line 4, column"),
        ("ttl", b'<http://e/a> <http://e/p> "\xff" .', "line 1, column"),
        ("trig", "<http://e/g> {\n<http://e/a> <http://e/p> <<( 1 )>> }", "line 2, column"),
        ("jsonld", '{"@id": "http://e/a",\n "http://e/p": ', "line 2, column"),
        ("jsonld", '{"@context": "http://schema.org/", "@id": "http://e/a", "name": "x"}', "context on the web (http://schema.org/)"),
        ("jsonld", "{" + '"http://e/p":' + "[" * 100_000, "Max stack size"),
        ("rdf", XML.format(doctype="", body="<e:p>1</e:q>"), "line 4, column"),
        ("rdf", XML.format(doctype="", body="<e:p>1</e:p>")[:-14], "line 4, column"),
        ("rdf", '<?xml version="1.0"?>\n', "line 2, column"),
        ("rdf", '<?xml version="1.0"?>\n<html>\n<body/>\n</html>', "near line 2"),
        ("rdf", XML.format(doctype="", body='<e:p rdf:resource="http://e/ a"/>'), "near line 4"),
        ("rdf", XML.format(doctype="", body="<e:p>1</e:p>").encode("utf-16"), "UTF-16"),
        ("rdf", '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', "ISO-8859-1"),
        ("ttl", b"\x1f\x8b\x08\x00", "compressed"),
    ],
)  # fmt: skip
def test_damage_is_told_with_its_place(talk: Talk, path: Path, syntax: str, content: str | bytes, place: str) -> None:
    sentence = _sentence(talk, path, content, syntax)
    assert place in sentence
    assert "file.x" in sentence


@pytest.mark.parametrize(
    ("syntax", "content", "hint"),
    [
        ("ttl", XML.format(doctype="", body=""), "RDF/XML"),
        ("rdf", "@prefix : <http://e/> . :a :p 1 .", "Turtle"),
        ("jsonld", "@prefix : <http://e/> . :a :p 1 .", "Turtle"),
        ("rdf", '{"@id": "http://e/a"}', "JSON-LD"),
        ("nt", "@prefix : <http://e/> . :a :p 1 .", "looks like Turtle"),
        ("trig", "@prefix : <http://e/> . :a :p", "project is unchanged"),
        ("rdf", '<?xml version="1.0"?><Ontology xmlns="http://www.w3.org/2002/07/owl#">', "OWL/XML"),
        ("ttl", "Prefix(:=<http://e/>)\nOntology(<http://e/o>)", "OWL functional"),
    ],
)
def test_a_wrong_name_is_told_with_what_the_file_looks_like(
    talk: Talk, path: Path, syntax: str, content: str, hint: str
) -> None:
    assert hint in _sentence(talk, path, content, syntax)


@pytest.mark.parametrize(
    ("syntax", "content"), [("jsonld", '{"name": "x"}'), ("ttl", "# nothing"), ("rdf", XML.format(doctype="", body=""))]
)
def test_a_file_without_statements_is_refused(talk: Talk, path: Path, syntax: str, content: str) -> None:
    assert "no statements" in _sentence(talk, path, content, syntax)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('<http://e/a> <http://e/p> "x"@ar--rtl .', "writing direction"),
        ("<http://e/a> <http://e/p> <<( <http://e/a> <http://e/p> 1 )>> .", "statement about a statement"),
    ],
)
def test_what_rdf_1_1_cannot_say_is_refused_by_name(talk: Talk, path: Path, content: str, said: str) -> None:
    sentence = _sentence(talk, path, content, "ttl")
    assert said in sentence
    assert "<http://e/a>" in sentence


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<b xmlns="http://q/">h<c/></b>', '<b xmlns="http://q/" {known}>h<c></c></b>'),
        ('text &amp; <b a="1 &lt; 2">h</b>', 'text &amp; <b a="1 &lt; 2" {known}>h</b>'),
        (
            '<b xmlns:z="http://z/"><c xmlns:z="http://y/"/></b>',
            '<b xmlns:z="http://z/" {known}><c xmlns:z="http://y/"></c></b>',
        ),
    ],
)
def test_xml_literals_are_well_formed(talk: Talk, path: Path, content: str, expected: str) -> None:
    body = f'<e:p rdf:parseType="Literal">{content}</e:p>'
    known = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"'
    lines = _parse(talk, path, XML.format(doctype="", body=body), "rdf").quads.decode()
    literal = terms.parse(lines.split(" ", 2)[2].rpartition(" <")[0])
    assert isinstance(literal, terms.Literal)
    assert literal.lexical == expected.format(known=known)
    ET.fromstring(f"<root>{literal.lexical}</root>")
