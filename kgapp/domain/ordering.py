"""Sorting large collections without keeping other threads waiting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

if TYPE_CHECKING:

    class _Comparable(Protocol):
        def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound="_Comparable")

_AT_ONCE: Final = 10_000
_SAMPLED: Final = 50
"""Values of the sample for each part."""


def sorted_in_parts(values: Collection[T], at_once: int = _AT_ONCE) -> list[T]:
    """``sorted(values)``, but no more than about ``at_once`` in one call.

    One call of ``sorted`` holds Python's lock until it is done, half a second for a million lines: a window would stand
    still meanwhile. The parts are cut by a sample of the values.

    >>> sorted_in_parts([3, 1, 2, 1], at_once=1)
    [1, 1, 2, 3]
    """
    if len(values) <= at_once:
        return sorted(values)
    parts = -(-len(values) // at_once)
    stride = max(1, len(values) // (parts * _SAMPLED))
    sample = sorted(islice(values, 0, None, stride))
    cuts = sample[:: max(1, len(sample) // parts)][1:]
    heaps: list[list[T]] = [[] for _ in range(len(cuts) + 1)]
    for value in values:
        heaps[bisect_right(cuts, value)].append(value)
    found: list[T] = []
    for heap in heaps:
        heap.sort()
        found += heap
        heap.clear()
    return found
