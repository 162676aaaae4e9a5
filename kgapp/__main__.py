"""The entry point: joins the command line to what ``bootstrap`` makes."""

from __future__ import annotations

import sys

from kgapp import bootstrap
from kgapp.cli import main as command_line


def run(arguments: list[str]) -> int:
    """Run one command line; returns its exit code."""
    return command_line.run(arguments, bootstrap)


def main() -> int:
    """Run kgapp with the arguments of the process."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
