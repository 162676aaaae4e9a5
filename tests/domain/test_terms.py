import re
import unicodedata

import pyoxigraph
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kgapp.domain import terms
from kgapp.domain.errors import BadTerm
from kgapp.domain.terms import RDF_LANG_STRING, XSD, XSD_STRING, Iri, Literal, Quad

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
LANGUAGES = st.from_regex(r"[a-z]{2,3}(-[a-z]{2})?", fullmatch=True)
DATATYPES = st.sampled_from(
    [Iri(XSD + name) for name in ("string", "decimal", "integer", "double", "date", "duration")]
)
IRI_PATHS = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc", "Co", "Cn", "Zs"],
        exclude_characters='<>"{}|^`\\%#[]\ufffc\ufffd\ufff9\ufffa\ufffb',
    ),
    max_size=30,
).filter(lambda path: not re.search("[\U000e0000-\U000e0fff]", path))  # tags and selectors: not in RFC 3987
IRIS = IRI_PATHS.map(lambda path: Iri(f"https://example.org/{path}"))
LITERALS = st.one_of(
    st.builds(Literal, TEXTS, DATATYPES),
    st.builds(lambda text, tag: Literal(text, RDF_LANG_STRING, tag), TEXTS, LANGUAGES),
)
TERMS = st.one_of(IRIS, LITERALS)

CONTROL = "".join(map(chr, [*range(32), 127, 128, 0x9F, 0xFFFE, 0xFFFF, 0x10FFFF]))


def odd_strings() -> list[str]:
    """More than five hundred strings that some program somewhere gets wrong."""
    singles = [
        chr(code) for code in (*range(256), *range(0x2000, 0x2070), *range(0xFE00, 0xFE10), *range(0xFFF0, 0x10000))
    ]
    names = [chr(code) for code in range(0x10000, 0x10080)]
    shapes = [
        "",
        " ",
        "  a  ",
        "\n",
        "\r\n",
        "\t\t",
        "'",
        '"',
        '"""',
        "\\",
        "\\\\",
        "\\n",
        "\\u0041",
        "a\x00b",
        "\ufeffa",
        "a\u0301",
        "á",
    ]
    words = [
        "7.40",
        "007",
        "1.0E2",
        "PT60M",
        "2024-03-31+02:00",
        "-0",
        "+1",
        "1e400",
        "NaN",
        "<b>",
        "&amp;",
        "%00",
        "_:b0",
        "@en",
        "^^<x>",
        "# no comment",
    ]
    return [*singles, *names, *shapes, *words, CONTROL, "x" * 10_000, unicodedata.normalize("NFD", "Ångström ½ ﬁ")]


@given(TERMS)
@example(Literal(CONTROL))
def test_a_term_survives_its_written_form(term: terms.Term) -> None:
    assert terms.parse(terms.ntriples(term)) == term


@pytest.mark.parametrize("batch", range(0, 600, 100))
def test_odd_strings_survive_exactly(batch: int) -> None:
    strings = odd_strings()
    assert len(strings) >= 515
    for text in strings[batch : batch + 100]:
        assert terms.parse(terms.ntriples(Literal(text))) == Literal(text)


def test_a_literal_of_a_megabyte_survives() -> None:
    text = "Überstand " * 105_000 + '\x00\n"'
    assert terms.parse(terms.ntriples(Literal(text))) == Literal(text)


@given(TERMS)
@example(Literal(CONTROL))
def test_the_written_form_is_one_line_of_readable_characters(term: terms.Term) -> None:
    assert not re.search(r"[\x00-\x1f\x7f]", terms.ntriples(term))


@given(LITERALS)
@example(Literal(CONTROL))
def test_the_written_form_is_the_canonical_one_of_pyoxigraph(literal: Literal) -> None:
    if literal.language:
        theirs = pyoxigraph.Literal(literal.lexical, language=literal.language)
    else:
        theirs = pyoxigraph.Literal(literal.lexical, datatype=pyoxigraph.NamedNode(literal.datatype))
    assert terms.ntriples(literal) == str(theirs)


@given(st.builds(Quad, IRIS, IRIS, TERMS, IRIS))
def test_pyoxigraph_reads_our_lines_as_we_mean_them(quad: Quad) -> None:
    read = list(pyoxigraph.parse(terms.nquad(quad).encode(), pyoxigraph.RdfFormat.N_QUADS))
    assert len(read) == 1
    assert [str(part) for part in (read[0].subject, read[0].predicate, read[0].object, read[0].graph_name)] == [
        terms.ntriples(part) for part in (quad.subject, quad.predicate, quad.object, quad.graph)
    ]


@given(LITERALS)
def test_pyoxigraph_reads_our_literals_with_the_same_text(literal: Literal) -> None:
    line = f"<https://e.org/s> <https://e.org/p> {terms.ntriples(literal)} ."
    (triple,) = pyoxigraph.parse(line, pyoxigraph.RdfFormat.N_TRIPLES)
    assert isinstance(triple.object, pyoxigraph.Literal)
    assert triple.object.value == literal.lexical


@pytest.mark.parametrize(
    "text",
    [
        "relative",
        "/a/b",
        "//host/a",
        "",
        "https://e.org/a b",
        "https://e.org/<",
        "https://e.org/\x00",
        "https://e.org/\ud800",
        "https://e.org/\U000e0001",
        "https://e.org/\U0001fffe",
    ],
)
def test_what_is_no_absolute_iri_is_refused(text: str) -> None:
    with pytest.raises(BadTerm, match="is not an absolute IRI"):
        terms.iri(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        '"',
        '"a',
        '"a"b',
        '"a"^^x',
        '"a"^^<x>',
        '"a"@',
        '"a"@toolonglanguage',
        "<a>",
        "<https://e.org/ >",
        "_:b0",
    ],
)
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(BadTerm):
        terms.parse(text)


@pytest.mark.parametrize("escape", [r"\uD800", r"\U00110000"])
def test_an_escape_that_is_no_character_is_refused(escape: str) -> None:
    with pytest.raises(BadTerm, match="is no character"):
        terms.parse(f'"{escape}"')


@pytest.mark.parametrize("text", ["https://[::1]:80/a", "urn:x:y", "https://e.org/é?a=%20#b", "mailto:a@e.org"])
def test_absolute_iris_are_taken_as_they_are(text: str) -> None:
    assert terms.iri(text) == text


def test_escapes_in_an_iri_are_read() -> None:
    assert terms.parse(r"<https://e.org/\u00E9>") == "https://e.org/é"


def test_language_tags_become_lower_case() -> None:
    assert terms.language_literal("colour", "en-GB").language == "en-gb"
    assert terms.parse('"colour"@EN') == Literal("colour", RDF_LANG_STRING, "en")


@pytest.mark.parametrize("tag", ["", "a", "e n", "en_GB", "toolonglanguage", "en-", "x"])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    with pytest.raises(BadTerm, match="is not a language tag"):
        terms.language_literal("x", tag)


@given(st.text(max_size=40))
def test_no_text_breaks_out_of_a_query(text: str) -> None:
    try:
        written = terms.sparql(Iri(text))
    except BadTerm:
        return
    assert re.fullmatch(r'<[^\x00-\x20<>"{}|^`\\]*>', written)


def test_a_literal_is_quoted_in_a_query() -> None:
    assert terms.sparql(Literal('" } DROP ALL #')) == '"\\" } DROP ALL #"'


def test_the_plain_datatype_is_not_written() -> None:
    assert terms.ntriples(Literal("a", XSD_STRING)) == '"a"'


def test_blank_nodes_get_iris_of_the_base_and_the_file() -> None:
    prefix = terms.skolem_prefix(Iri("https://e.org/"), "ab" * 32)
    assert prefix == "https://e.org/.well-known/genid/abababababababab"
    assert terms.is_skolem(Iri(prefix + "-1"))
    assert not terms.is_skolem(Iri("https://e.org/a"))
    assert not terms.is_skolem(Literal(prefix))


def test_texts_are_shortened_to_one_line() -> None:
    assert terms.shorten("a\n b") == "a b"
    assert terms.shorten("x" * 100, 10) == "xxxxxxxxx…"
