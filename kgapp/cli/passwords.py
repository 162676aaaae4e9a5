"""The password of the user's key: from ``KGAPP_KEY_PASSWORD``, else typed where nobody can read it."""

from __future__ import annotations

import os
import sys
from typing import Final

import click

VARIABLE: Final = "KGAPP_KEY_PASSWORD"


def asked(holder: str) -> str:
    """The password of a key that is there. Raises ``Missing`` where nobody can type it."""
    return _given() or _typed(f"Password of the key of {holder}", again=False)


def chosen() -> str:
    """The password of a key that is made now. Raises ``Missing`` where nobody can type it."""
    return _given() or _typed("Password for the new key", again=True)


def _given() -> str:
    return os.environ.get(VARIABLE, "")


def _typed(prompt: str, *, again: bool) -> str:
    if not sys.stdin.isatty():
        from kgapp.domain.errors import Missing

        raise Missing("The password of the key is needed.", hint=f"Set {VARIABLE}, or run this in a terminal.")
    typed: str = click.prompt(prompt, hide_input=True, confirmation_prompt=again)
    return typed
