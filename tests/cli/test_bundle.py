"""Keys and bundles on the command line: two users on one computer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str]]


def told(answer: tuple[int, str], code: int = 0) -> Any:
    assert answer[0] == code, answer[1]
    return json.loads(answer[1])


def create(ran: Run, file: str, *more: str) -> tuple[int, str]:
    why = ("--no-validation", "--reason", "transfer")
    return ran("Ann", "bundle", "create", "a.kgproject", file, "--profile", "partner", "--to", "Bob", *why, *more)


def test_a_page_of_a_bundle_is_made_here_and_none_of_an_altered_one(exchange: Run, tmp_path: Path) -> None:
    assert create(exchange, "1.kgbundle", "--purpose", "To read")[0] == 0
    assert create(exchange, "2.kgbundle", "--no-report")[0] == 0
    sizes = [(tmp_path / name).stat().st_size for name in ("1.kgbundle", "2.kgbundle")]
    assert sizes[0] > sizes[1] + 5_000  # the page and the tables
    code, said = exchange("Bob", "bundle", "report", "2.kgbundle", "page.html")
    assert code == 1
    assert "nobody confirmed" in said
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "Spin slowly" in page
    assert "canary" not in page
    raw = bytearray((tmp_path / "2.kgbundle").read_bytes())
    raw[len(raw) // 2] ^= 1
    (tmp_path / "3.kgbundle").write_bytes(raw)
    assert exchange("Bob", "bundle", "report", "3.kgbundle", "other.html")[0] == 1
    assert not (tmp_path / "other.html").exists()


def test_a_bundle_goes_from_one_to_the_other(exchange: Run, tmp_path: Path) -> None:
    code, said = create(exchange, "1.kgbundle", "--purpose", "For the transfer")
    assert code == 0, said
    assert "Spin slowly" in said
    assert "canary" not in said
    assert "project/R" in said  # the range of nothing stays, and the sender is told
    found = told(exchange("Bob", "bundle", "verify", "1.kgbundle", "--json"), 1)
    assert (found["state"], found["sequence"], found["purpose"]) == ("new key", 1, "For the transfer")
    words = told(exchange("Bob", "key", "list", "--json"))["keys"][1]["fingerprint_words"]
    assert exchange("Bob", "key", "confirm", "Ann", "--fingerprint", words, "--how", "by phone")[0] == 0
    code, said = exchange("Bob", "bundle", "verify", "1.kgbundle", "--received")
    assert code == 0
    assert "Verified: from Ann, Innovator" in said
    assert "Remembered" in said
    assert (
        told(exchange("Bob", "bundle", "verify", "1.kgbundle", "--json"), 1)["standings"][0]["standing"]
        == "received before"
    )
    code, said = exchange("Bob", "bundle", "show", "1.kgbundle", "--sender-card", "again.kgkey")
    assert code == 0
    assert "Spin slowly" in said
    assert (tmp_path / "again.kgkey").read_bytes() == (tmp_path / "Ann.kgkey").read_bytes()
    kinds = told(exchange("Bob", "bundle", "show", "1.kgbundle", "--json"))["content"]["kinds"]
    assert {each["kind"]: each["things"] for each in kinds} == {"process parameter": 1, "published know-how": 1}


def test_bundles_are_counted_and_recorded_and_never_go_themselves(exchange: Run) -> None:
    assert create(exchange, "1.kgbundle")[0] == 0
    made = told(create(exchange, "2.kgbundle", "--json"))
    assert made["sequence"] == 2
    assert made["content"]["statements"] == 6
    assert "Bundle 2 to Leiden was made" in exchange("Ann", "history", "a.kgproject")[1]
    assert "Bundle 2 to Leiden" in exchange("Ann", "find", "a.kgproject", "Leiden")[1]
    found = told(exchange("Bob", "bundle", "verify", "2.kgbundle", "--json"), 1)
    assert found["standings"][0]["standing"] == "gap"
    rehearsed = told(create(exchange, "3.kgbundle", "--dry-run", "--json"))
    assert (rehearsed["sequence"], rehearsed["sent"]) == (3, False)
    assert not Path("3.kgbundle").exists()


def test_the_wrong_password_and_missing_things_are_sentences(
    exchange: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KGAPP_KEY_PASSWORD", "another horse")
    code, said = create(exchange, "1.kgbundle")
    assert code == 2
    assert "does not open" in said
    monkeypatch.delenv("KGAPP_KEY_PASSWORD")
    assert "KGAPP_KEY_PASSWORD" in create(exchange, "1.kgbundle")[1]
    monkeypatch.setenv("KGAPP_KEY_PASSWORD", "correct horse")
    code, said = exchange(
        "Ann", "bundle", "create", "a.kgproject", "x", "--profile", "partner", "--reason", "r", "--no-validation"
    )
    assert code == 2
    assert "names no recipient" in said
    assert "no profile" in exchange("Ann", "bundle", "create", "a.kgproject", "x", "--profile", "z", "--reason", "r")[1]
    code, said = create(exchange, "no/folder/1.kgbundle")
    assert code == 2
    assert "cannot be written" in said
    assert "Bundle" not in exchange("Ann", "history", "a.kgproject")[1]


def test_an_altered_bundle_is_not_shown(exchange: Run, tmp_path: Path) -> None:
    create(exchange, "1.kgbundle")
    file = tmp_path / "1.kgbundle"
    file.write_bytes(file.read_bytes()[:-1])
    code, said = exchange("Bob", "bundle", "show", "1.kgbundle")
    assert code == 1
    assert said.startswith("Altered: it is cut off")
    assert "not remembered" in exchange("Bob", "bundle", "verify", "1.kgbundle", "--received")[1]


def test_an_encrypted_bundle_opens_with_the_key_of_its_recipient(exchange: Run, tmp_path: Path) -> None:
    assert create(exchange, "1.kgbundle", "--encrypt")[0] == 0
    assert b"manifest" not in (tmp_path / "1.kgbundle").read_bytes()
    assert told(exchange("Bob", "bundle", "verify", "1.kgbundle", "--json"), 1)["state"] == "new key"
    assert "does not open with your key" in exchange("Ann", "bundle", "verify", "1.kgbundle")[1]
    why = ("--profile", "partner", "--to", "Kobe", "--encrypt", "--no-validation", "--reason", "r")
    assert "no key of the recipient" in exchange("Ann", "bundle", "create", "a.kgproject", "2", *why)[1]


def test_validation_history_and_all_files_of_the_ontology_go_along(exchange: Run) -> None:
    kept = (
        "bundle",
        "profile",
        "a.kgproject",
        "Leiden",
        "--to",
        "Bob",
        "--history",
        "--part",
        "MOI",
        "--level",
        "partner",
    )
    assert exchange("Ann", *kept, "--level", "public")[0] == 0
    assert "Leiden" in exchange("Ann", "bundle", "profiles", "a.kgproject")[1]
    rows = told(exchange("Ann", "bundle", "profiles", "a.kgproject", "--json"))["profiles"]
    assert [each["name"] for each in rows] == ["Leiden", "partner", "public"]
    made = told(
        exchange("Ann", "bundle", "create", "a.kgproject", "1", "--profile", "leiden", "--reason", "r", "--json")
    )
    files = made["content"]["files"]
    assert {"graph.nq", "history.json", "validation.json", "shapes.ttl", "ontology/kgapp.ttl"} <= set(files)
    assert exchange("Ann", "bundle", "profile", "a.kgproject", "Leiden", "--drop")[0] == 0
    assert [
        each["name"] for each in told(exchange("Ann", "bundle", "profiles", "a.kgproject", "--json"))["profiles"]
    ] == [
        "partner",
        "public",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--to", "Bob", "--graph", "https://w3id.org/kgapp/project/graph/assessments"), "goes into no bundle"),
        (("--to", "Bob", "--graph", "https://e.org/none"), "no graph"),
        ((), "--to"),
    ],
)
def test_a_profile_that_cannot_be_is_refused(exchange: Run, options: tuple[str, ...], said: str) -> None:
    code, answer = exchange("Ann", "bundle", "profile", "a.kgproject", "X", *options)
    assert code == 2
    assert said in answer


def test_keys_are_listed_replaced_and_revoked(as_user: Run, tmp_path: Path) -> None:
    assert "No key is known" in as_user("Ann", "key", "list")[1]
    code, said = as_user("Ann", "key", "new", "--name", "Ann", "--organization", "Innovator", "--until", "2030-01-31")
    assert code == 0
    assert "valid until 2030-01-31" in said
    assert re.search(r"Fingerprint: +(\d{5} ?){8}\n", said)
    assert "have a key already" in as_user("Ann", "key", "new", "--name", "A", "--organization", "I")[1]
    assert as_user("Ann", "key", "card", "old.kgkey")[0] == 0
    assert "is new" in as_user("Bob", "key", "trust", "old.kgkey")[1]
    old = told(as_user("Ann", "key", "card", "--json"))
    new = told(as_user("Ann", "key", "rotate", "--json"))
    assert new["replaces"] == old["key"]
    assert "Send the new card" in as_user("Ann", "key", "rotate")[1]
    code, said = as_user("Ann", "key", "list")
    assert "superseded" in said
    assert "(you)" in said
    assert "own key" in as_user("Bob", "key", "revoke", old["key"], "--reason", "r", "--file", "x")[1]
    assert as_user("Bob", "key", "revoke", old["key"], "--reason", "r")[0] == 0
    code, said = as_user("Ann", "key", "revoke", "Ann", "--reason", "Laptop lost", "--file", "gone.kgkey")
    assert code == 0, said
    assert "is revoked" in as_user("Bob", "key", "trust", "gone.kgkey")[1]
    assert told(as_user("Ann", "key", "revoke", old["key"], "--reason", "r", "--json"))["trust"] == "revoked"
    assert told(as_user("Bob", "key", "list", "--json"))["format"] == "kgapp-keys/1"


def test_files_that_cannot_be_are_sentences(as_user: Run, tmp_path: Path) -> None:
    (tmp_path / "x.kgkey").write_bytes(b"hello")
    assert as_user("Ann", "key", "trust", "x.kgkey")[0] == 2
    assert told(as_user("Ann", "key", "new", "--name", "A", "--organization", "I", "--json"))["own"] is True
    assert "cannot be written" in as_user("Ann", "key", "card", "no/folder/x")[1]
