"""Opens texts in the SPARQL editor; nothing is run by that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kgapp.services import query_texts
from kgapp.services.query_texts import QueryText
from kgapp.ui import places_table
from kgapp.ui.texts import number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

MOST: Final = 200_000
"""Characters of a text that the editor takes; the command line runs longer ones."""
LONGEST_LINE: Final = 10_000


def open_new(desk: Desk) -> None:
    """A blank text in a tab: the one there is, or a new one."""
    blank = next((each for each in desk.drafts.queries.open_texts if not each.text.strip()), None)
    if blank is not None:
        desk.open_place(places_table.sparql_of(blank.id))
    else:
        open_text(desk, "")


def open_text(desk: Desk, text: str, title: str = "", *, inferred: bool = False) -> bool:
    """A copy of a text in a tab of its own; false when there is no room for it, which is said."""
    queries = desk.drafts.queries
    refused = too_much(text)
    if queries.full:
        most = number(query_texts.MOST_OPEN)
        refused = tr("{most} SPARQL tabs are open. Close one of them first.").format(most=most)
    if refused:
        desk.say(refused)
        return False
    desk.open_place(places_table.sparql_of(queries.new(text, title, inferred=inferred).id))
    return True


def too_much(text: str) -> str:
    """Why the editor does not take a text; empty when it does."""
    if len(text) > MOST:
        words = tr("This text has {count} characters; the editor takes {most}. Run it with: kgapp query PROJECT FILE")
        return words.format(count=number(len(text)), most=number(MOST))
    if any(len(line) > LONGEST_LINE for line in text.split("\n")):
        return tr("A line of this text has more than {most} characters. Break it first.").format(
            most=number(LONGEST_LINE)
        )
    return ""


def open_again(desk: Desk, closed: QueryText) -> bool:
    """A closed text in a tab again; false when there is no room for it, which is said."""
    if desk.drafts.queries.full:
        return open_text(desk, closed.text)  # says why not
    desk.open_place(places_table.sparql_of(closed.id))
    return True
