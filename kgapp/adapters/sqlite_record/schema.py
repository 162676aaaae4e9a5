"""The tables of format version 1, how they are made, and the check that a file has exactly these."""

from __future__ import annotations

import re
import sqlite3
from typing import Final

APPLICATION_ID: Final = 0x6B676170
"""The letters ``kgap`` in the header of the file (SQLite ``application_id``)."""

VERSION: Final = 1

MAX_ATTACHMENT_BYTES: Final = 100_000_000

APPEND_ONLY: Final = ("term", "revision", "change")

TABLES: Final = {
    "meta": "CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID, STRICT",
    "term": "CREATE TABLE term (id INTEGER PRIMARY KEY, form TEXT NOT NULL) STRICT",
    "quad": "CREATE TABLE quad (s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL, g INTEGER NOT NULL,"
    " PRIMARY KEY (s, p, o, g)) WITHOUT ROWID, STRICT",
    "revision": "CREATE TABLE revision (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, zone TEXT NOT NULL,"
    " author TEXT NOT NULL, identity TEXT NOT NULL, why TEXT NOT NULL, summary TEXT NOT NULL, kind TEXT NOT NULL,"
    " source_digest TEXT NOT NULL, reverts INTEGER, removed_count INTEGER NOT NULL, added_count INTEGER NOT NULL,"
    " changes_digest TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT",
    "change": "CREATE TABLE change (seq INTEGER NOT NULL, s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL,"
    " g INTEGER NOT NULL, op TEXT NOT NULL CHECK (op IN ('A', 'D')), PRIMARY KEY (seq, s, p, o, g)) WITHOUT ROWID, STRICT",
    "attachment": "CREATE TABLE attachment (sha256 TEXT PRIMARY KEY NOT NULL, content BLOB NOT NULL"
    f" CHECK (length(content) <= {MAX_ATTACHMENT_BYTES})) WITHOUT ROWID, STRICT",
    "view": "CREATE TABLE view (name TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID, STRICT",
    "name": "CREATE TABLE name (folded TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (folded, entity)) WITHOUT ROWID, STRICT",
    "search": "CREATE VIRTUAL TABLE search USING fts5 (labels, synonyms, ids, texts, prefix='1 2 3', tokenize='ascii',"
    " detail='column', columnsize=0)",
}

INDEXES: Final = {
    "term_form": "CREATE UNIQUE INDEX term_form ON term (form)",
    "quad_reverse": "CREATE INDEX quad_reverse ON quad (o, p, s, g)",
    "change_subject": "CREATE INDEX change_subject ON change (s, seq)",
}

TRIGGERS: Final = {
    f"{table}_no_{event.lower()}": f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table}"
    f" BEGIN SELECT RAISE(ABORT, 'the table {table} is append-only'); END"
    for table in APPEND_ONLY
    for event in ("UPDATE", "DELETE")
}

OBJECTS: Final = TABLES | INDEXES | TRIGGERS

_SHADOWS = frozenset(f"search_{part}" for part in ("data", "idx", "content", "docsize", "config"))
_SPACE = re.compile(r"\s+")


def make(connection: sqlite3.Connection, meta: dict[str, str]) -> None:
    """Make the tables of the present version in an empty database."""
    import sqlite_utils

    database = sqlite_utils.Database(connection)
    for sql in OBJECTS.values():
        database.execute(sql)
    database.table("meta").insert_all({"key": key, "value": value} for key, value in meta.items())
    database.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
    database.execute(f"PRAGMA user_version = {VERSION:d}")


def differences(connection: sqlite3.Connection) -> list[str]:
    """Names of tables, indexes, triggers and views that are missing, added or changed."""
    rows = connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    found = {name: _normal(sql) for name, sql in rows if name not in _SHADOWS}
    known = {name: _normal(sql) for name, sql in OBJECTS.items()}
    return sorted(name for name in found.keys() | known.keys() if found.get(name) != known.get(name))


def _normal(sql: str) -> str:
    return _SPACE.sub(" ", sql).strip()
