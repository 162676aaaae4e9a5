"""Texts that programs trip over, made here by kind: 515 of them, none longer than a few hundred characters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

_TAGS = (
    "b",
    "i",
    "img",
    "a",
    "table",
    "script",
    "style",
    "iframe",
    "svg",
    "h1",
    "li",
    "br",
    "hr",
    "object",
    "meta",
    "qt",
)
_ATTRIBUTES = (
    "",
    " src=file:///etc/passwd",
    " href='javascript:alert(1)'",
    " style='font-size:900px'",
    ' onerror="x()"',
)
_MARKS = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad\u061c\u180e"
)
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2009\u200a\u2028\u2029\u202f\u205f\u3000\t\x0b\x0c\x85"
_ENTITIES = (
    "&lt;b&gt;",
    "&#0;",
    "&#x202e;",
    "&amp;amp;",
    "&nbsp;" * 9,
    "&",
    "&&",
    "&x",
    "<",
    ">",
    "<>",
    "</",
    "<!--",
    "-->",
)
_CODES = (
    "%s%s%s%n", "{0}", "{name}", "%1 %2", "${x}", "$(id)", "`id`", "{{7*7}}", "<%= 7 %>", "\\", "\\\\", "\\n", "\\u202e", "^", "~",
    "' OR 1=1 --", '"; DROP TABLE quad; --', "?x ?p ?o }", "} ; INSERT DATA {", "<http://e.org/>", "_:b0", '"x"@en', "/*", "*/", "--",
    "../../etc/passwd", "C:\\con", "NUL", "aux.txt", "file:///etc/passwd", "http://[::1", "data:text/html,<b>", "=1+1", "+1", "-1", "@x", "|",
)  # fmt: skip
_NUMBERS = (
    "0", "-0", "007", "1e309", "-1e309", "1E-400", "NaN", "Infinity", "-Infinity", "0x1F", "1,000.00", "1.000,00", "٣", "½", "1/0", "9" * 300,
    "1_000", "०१२", "Ⅷ", "+", ".", "true", "false", "null", "None", "undefined", "[]", "{}", "[object Object]",
)  # fmt: skip
_SCRIPTS = (
    "العربية ١٢٣", "עברית abc", "日本語テキスト", "中文字符", "한국어", "ไทย", "हिन्दी", "ქართული", "Ελληνικά", "Русский", "አማርኛ", "ᚠᚢᚦ", "ﷺ" * 9,
    "e\u0301" * 20, "a" + "\u0300\u0301\u0302\u0303" * 40, "Z\u0489" * 30, "👩‍👩‍👧‍👦" * 9, "🇳🇱🇺🇸", "👍🏽", "\U0001f9ec\U0001f52c", "\U000e0041\U000e0042",
    "\ue000\uf8ff", "\ufffd\ufffe", "ﬀ ﬁ ﬂ", "İıſ", "ß ẞ", "Ǆ ǅ", "\u1e9e", "ℵ", "𝒜𝓑", "Å\u030a",
)  # fmt: skip
_SHAPES = (
    "W" * 400,
    "i" * 400,
    "word " * 80,
    "-" * 300,
    "\n" * 60,
    "a\nb\r\nc\rd",
    " " * 60,
    "x ",
    " x",
    "x" * 200 + " " + "y" * 200,
)


def texts() -> tuple[str, ...]:
    """The 515 texts, all different."""
    found = tuple(islice(dict.fromkeys(_all()), 515))
    assert len(found) == 515
    return found


def _all() -> Iterator[str]:
    yield from (*_CODES, *_NUMBERS, *_SCRIPTS, *_SHAPES, *_ENTITIES)
    yield from (f"a{chr(code)}b" for code in (*range(1, 32), *range(127, 160)))
    yield "a\x00b"
    yield from (f"left{mark}right" for mark in (*_MARKS, *_SPACES))
    yield from (f"<{tag}{attribute}>deep" for tag, attribute in product(_TAGS, _ATTRIBUTES))
    yield from (f"</{tag}><{tag}/>" for tag in _TAGS)
    yield from (
        f"{first}{mark}{second}"
        for first, mark, second in product(("abc", "123", "שלום"), _MARKS, ("exe", "456", "سلام"))
    )
    yield from (f"{code} {script}" for code, script in product(_CODES, _SCRIPTS))
