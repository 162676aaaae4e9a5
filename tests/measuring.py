"""Where coverage is not measured: measuring doubles the time, and some tests walk at length through what others cover.

A test says so with pytest-cov's own mark ``no_cover``, which holds here for the children that it starts too; what is made
once for many tests is made within ``unmeasured``. The floors of coverage stay what they are: lines that only such tests
reach count as not reached.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from coverage import Coverage

_CHILDREN: Final = "COVERAGE_PROCESS_CONFIG"
"""By this coverage tells processes that are started what to measure."""


@pytest.fixture(autouse=True)
def children_are_measured_like_their_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test marked ``no_cover`` starts is not measured either."""
    with pytest.MonkeyPatch.context() as patch:
        if request.node.get_closest_marker("no_cover"):
            patch.delenv(_CHILDREN, raising=False)
        yield


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
