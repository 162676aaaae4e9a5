"""The version of the program, which its reports name."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """The version that is installed."""
    try:
        return metadata.version("kgapp")
    except metadata.PackageNotFoundError:
        return "(run from a checkout)"
