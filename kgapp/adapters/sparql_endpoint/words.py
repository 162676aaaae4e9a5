"""What a server says when it does not answer, as one short plain sentence; and the web pages that pretend to be answers."""

from __future__ import annotations

import html
import re
from typing import Final

from kgapp.domain.errors import IncompleteAnswer, QueryFailed, QueryTimeout, QuestionTooLarge, UserError
from kgapp.domain.terms import shorten

MOST_BYTES: Final = 65_536
_MOST_CHARACTERS: Final = 300
_UNSEEN: Final = re.compile(r"<!--.*?-->|<(script|style|head)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]*>")
_TITLE: Final = re.compile(r"<title[^>]*>([^<]*)", re.IGNORECASE)
_PAGE: Final = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE)
_LOGIN: Final = re.compile(r"type\s*=\s*[\"']?password|log[ -]?in|sign[ -]?in|single sign|saml|oauth", re.IGNORECASE)
_LATE: Final = re.compile(r"\bS1T00\b|\bS1TAT\b|time[d ]?-?out|time limit|execution time", re.IGNORECASE)
_LARGE: Final = re.compile(
    r"generated SQL text has exceeded|\bSQ199\b|(?:query|request) (?:is )?too (?:large|long)", re.IGNORECASE
)
"""How servers say that a question is too large, whatever its status; the first two are Virtuoso's."""
_HINTS: Final = {
    403: "Ask whoever runs the endpoint for the right to read it.",
    404: "Check the address: many servers answer below /sparql or /query.",
    405: "Check the address: this one takes no queries.",
    406: "Check the address: is it a SPARQL 1.1 endpoint?",
    429: "Wait a while, then ask again.",
    502: "The server behind it does not answer; try again later.",
    503: "Try again later.",
}


def is_page(content_type: str, start: bytes) -> bool:
    """Whether an answer is a web page, whatever it is called."""
    return content_type in ("text/html", "application/xhtml+xml") or bool(_PAGE.match(start))


def page(host: str, body: bytes) -> QueryFailed:
    """What to raise for a web page."""
    text = body.decode(errors="replace")
    titled = _TITLE.search(text)
    title = f" titled “{_plain(titled[1], 80)}”" if titled and titled[1].strip() else ""
    if _LOGIN.search(text):
        return QueryFailed(
            f"{host} answered with a web page{title}. This looks like a login page.",
            hint="Give the connection a user and password or a token, or the address that programs use.",
        )
    return QueryFailed(
        f"{host} answered with a web page{title}, not with SPARQL results.", hint="Use the address that programs ask."
    )


def refusal(host: str, status: int, body: bytes, challenge: str, wait: str) -> UserError:
    """What to raise for a status of 4xx or 5xx, with the server's own words."""
    said = _plain(body.decode(errors="replace"), _MOST_CHARACTERS)
    words = f": {said}" if said else "."
    if status == 401:
        return QueryFailed(f"{host} does not let you in (401){words}", hint=_way_in(challenge))
    if status in (408, 504) or (status >= 400 and _LATE.search(said)):
        return QueryTimeout(
            f"{host} stopped the query at its own limit of time ({status}){words}", hint="Ask for less."
        )
    if status in (413, 414, 431) or _LARGE.search(said):
        return QuestionTooLarge(f"{host} does not take a question of this size ({status}){words}", hint="Ask for less.")
    if status in (400, 422):
        return QueryFailed(f"{host} does not take this query ({status}){words}")
    hint = f"It asks to wait {shorten(wait, 40)} (seconds or a date)." if wait else _HINTS.get(status, "")
    return QueryFailed(f"{host} answered with an error ({status}){words}", hint=hint)


def partial(state: str, message: str) -> UserError:
    """What to raise for an answer of which the server itself says that it is not whole."""
    said = _plain(f"{state} {message}", _MOST_CHARACTERS)
    return IncompleteAnswer(
        f"The endpoint stopped in the middle and sent a part of the answer ({said}); nothing of it is used.",
        hint="Ask for less, or have the endpoint's limit of time raised.",
    )


def _way_in(challenge: str) -> str:
    scheme = challenge.split(maxsplit=1)[0].lower() if challenge.strip() else ""
    if scheme == "digest":
        return "It asks to sign in by Digest: choose that for this connection, and check the user and the password."
    if scheme and scheme not in ("basic", "bearer"):
        return f"It asks to sign in by “{shorten(challenge.split(maxsplit=1)[0], 30)}”; kgapp knows Basic, Digest and Bearer."
    return "Check the user and the password or token of this connection."


def _plain(text: str, longest: int) -> str:
    """One line of printable characters, without tags."""
    bare = html.unescape(_TAG.sub(" ", _UNSEEN.sub(" ", text)))
    return shorten("".join(each if each.isprintable() else " " for each in bare), longest)
