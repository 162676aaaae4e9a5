"""The entry point: the command line, or the window when no command is given."""

from __future__ import annotations

import sys


def main() -> int:
    """Run kgapp with the arguments of the process; returns its exit code."""
    from kgapp.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
