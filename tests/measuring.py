"""Where coverage is not measured: measuring doubles the time, and some tests walk at length through what others cover.

A test says so with pytest-cov's own mark ``no_cover``; what is made once for many tests is made within ``unmeasured``.
Child processes are measured by the tests of children alone. The floors of coverage stay what they are: lines that only
others reach count as not reached.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from coverage import Coverage

_CHILDREN: Final = "COVERAGE_PROCESS_CONFIG"
"""By this coverage tells processes that are started what to measure."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool | None, bool | None]:
    """Only what tests of children start is measured too, unless they are marked ``no_cover``."""
    with pytest.MonkeyPatch.context() as patch:
        if "children" not in item.path.parts or item.get_closest_marker("no_cover"):
            patch.delenv(_CHILDREN, raising=False)
        return (yield)


@contextmanager
def unmeasured() -> Iterator[None]:
    """Nothing is measured until the block ends."""
    measuring = Coverage.current() if sys.gettrace() is not None else None
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(_CHILDREN, raising=False)
        if measuring is not None:
            measuring.stop()
        try:
            yield
        finally:
            if measuring is not None:
                measuring.start()
