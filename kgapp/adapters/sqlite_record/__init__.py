"""The record: one SQLite file that keeps every revision and what follows from them. ``files`` opens it."""
