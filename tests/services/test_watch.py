"""Following long work from another thread."""

from __future__ import annotations

import pytest

from kgapp.domain.errors import QueryStopped
from kgapp.services.watch import Watch


def test_stop_kills_what_runs_and_only_that() -> None:
    killed: list[str] = []
    watch = Watch()
    with watch.killing(lambda: killed.append("first")):
        pass
    with watch.killing(lambda: killed.append("second")):
        watch.stop()
        watch.stop()
    assert killed == ["second", "second"]
    assert watch.stopped


def test_what_was_stopped_before_does_not_begin() -> None:
    watch = Watch()
    watch.told(1, 2)
    watch.stop()
    with pytest.raises(QueryStopped), watch.killing(lambda: pytest.fail("nothing runs")):
        pytest.fail("it began")
