from __future__ import annotations

from kgapp.children import axioms

PREFIXES = "@prefix : <https://e.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
ONTOLOGY = (
    PREFIXES + ":joins a owl:ObjectProperty . :size a owl:DatatypeProperty . :note a owl:AnnotationProperty ."
).encode()
GENID = "https://e.org/.well-known/genid/0123456789abcdef"


def line(subject: str, predicate: str, value: str) -> str:
    return f"<{subject}> <{predicate}> {value} <https://e.org/graph> .\n"


def text(theory: axioms.Theory) -> str:
    return axioms.lines(theory.ontology + theory.data, theory.same).decode()


def test_imports_and_instructions_to_the_library_are_left_out_and_counted() -> None:
    planted = line("https://e.org/o", "http://www.w3.org/2002/07/owl#imports", "<https://e.org/remote>")
    planted += line("https://e.org/o", axioms.OWLREADY + "#python_module", '"os"')
    planted += line("https://e.org/o", "https://e.org/joins", f"<{axioms.OWLREADY}#thing>")
    theory = axioms.theory([ONTOLOGY], planted.encode())
    assert theory.data == ()
    assert dict(theory.left_out) == {axioms.IMPORTS: 1, axioms.FOREIGN: 2}


def test_iris_of_blank_nodes_become_blank_nodes_and_stay_together() -> None:
    data = line("https://e.org/C", "http://www.w3.org/2000/01/rdf-schema#subClassOf", f"<{GENID}-1>")
    data += line(f"{GENID}-1", "http://www.w3.org/2002/07/owl#onProperty", "<https://e.org/joins>")
    data += line(f"{GENID}-1", "http://www.w3.org/2002/07/owl#someValuesFrom", f"<{GENID}-2>")
    data += line(f"{GENID}-2", "http://www.w3.org/2002/07/owl#complementOf", "<https://e.org/C>")
    theory = axioms.theory([ONTOLOGY], data.encode())
    (axiom,) = theory.data
    assert len(axiom.lines) == 4
    assert axiom.subject == "https://e.org/C"
    assert "genid/" not in text(theory)


def test_different_iris_are_different_things_unless_they_are_said_to_be_one() -> None:
    data = line("https://e.org/a", "https://e.org/joins", "<https://e.org/b>")
    data += line("https://e.org/a", "https://e.org/joins", "<https://e.org/c>")
    data += line("https://e.org/b", "http://www.w3.org/2002/07/owl#sameAs", "<https://e.org/c>")
    told = [
        part.split(" ")[2]
        for part in text(axioms.theory([ONTOLOGY], data.encode())).splitlines()
        if f'<{axioms.NUMBER}> "' in part
    ]
    assert len(told) == 3
    assert len(set(told)) == 2


def test_notes_are_dropped_and_undeclared_properties_are_counted() -> None:
    data = line("https://e.org/a", "https://e.org/note", '"n"') + line(
        "https://e.org/a", "https://e.org/unknown", '"n"'
    )
    data += line("https://e.org/a", "http://www.w3.org/2000/01/rdf-schema#label", '"n"')
    theory = axioms.theory([ONTOLOGY], data.encode())
    assert theory.data == ()
    assert theory.left_out == ((axioms.UNDECLARED, 1),)


def test_literals_that_are_no_values_are_named() -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    data = "".join(
        line("https://e.org/a", "https://e.org/size", f'"{lexical}"^^<{xsd}{kind}>')
        for lexical, kind in (("7.40", "decimal"), ("007", "integer"), ("1.0E2", "double"), ("seven", "decimal"), ("7.4", "integer"))
    )  # fmt: skip
    theory = axioms.theory([ONTOLOGY], data.encode())
    assert [part.split('"')[1] for part in theory.ill_formed] == ["seven", "7.4"]
