"""What somebody may have meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain.errors import NotFound
from kgapp.services import browsing, near
from kgapp.services.workspace import Workspace

Tell = Callable[[str], None]

NAMES = 'P17 a ProcessParameter\nP17 label "MOI"\nP17 notation "P17"\nP2 label "multiplicity of infection"\nP3 label "oxygen 1"'


def meant(workspace: Workspace, text: str) -> list[str]:
    return [other.text for other in near.meant(workspace.reader, text)]


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("mulitplicity", "multiplicity"),
        ("mulitplicity of infction", "multiplicity of infection"),
        ("P177", "p17"),
        ("oxigen", "oxygen"),
        ("mio", "moi"),
    ],
)
def test_nearly_the_same_words_are_offered(workspace: Workspace, tell: Tell, typed: str, other: str) -> None:
    tell(NAMES)
    assert meant(workspace, typed)[0] == other


@pytest.mark.parametrize("typed", ["", "?!", "zzqqkk", "moi", "moi oxygen", "x" * 300])
def test_nothing_is_offered_for_what_is_like_nothing_or_right(workspace: Workspace, tell: Tell, typed: str) -> None:
    tell(NAMES)
    assert meant(workspace, typed) == []


def test_only_so_many_spellings_are_offered_and_each_finds_something(workspace: Workspace, tell: Tell) -> None:
    tell("\n".join(f'x{letter} label "pum{letter}"' for letter in "abcdefgh"))
    found = near.meant(workspace.reader, "pumz")
    assert len(found) == near.MOST
    assert all(other.things for other in found)


def test_words_that_never_stand_together_are_not_offered(workspace: Workspace, tell: Tell) -> None:
    tell('A label "oxygen"\nB label "infection"')
    assert meant(workspace, "oxigen infction") == []


def test_names_of_a_change_are_known_at_once(workspace: Workspace, tell: Tell) -> None:
    tell('A label "oxygen"')
    assert meant(workspace, "lactose") == []
    tell('B label "lactate"')
    assert meant(workspace, "lactats") == ["lactate"]


def test_who_names_a_thing_nearly_right_is_told_its_name(workspace: Workspace, tell: Tell) -> None:
    tell(NAMES)
    for text, hint in (
        ("P177", "“MOI” (demo:P17)"),
        ("mulitplicity of infection", "(demo:P2)"),
        ("demo:P177", "demo:P17"),
    ):
        with pytest.raises(NotFound) as raised:
            browsing.resolve(workspace.reader, text)
        assert hint in raised.value.hint
    with pytest.raises(NotFound) as raised:
        browsing.resolve(workspace.reader, "zzqqkk")
    assert raised.value.hint == "Look for it with kgapp find."


def slow(one: str, other: str) -> int:
    """Optimal string alignment, by its definition."""
    rows = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if not i or not j:
                rows[i][j] = i + j
                continue
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


texts = st.text("abc", max_size=7)


@given(one=texts, other=texts, most=st.integers(0, 3))
def test_the_distance_is_that_of_the_definition_up_to_a_bound(one: str, other: str, most: int) -> None:
    assert near.distance(one, other, most) == min(slow(one, other), most + 1)
