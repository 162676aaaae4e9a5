"""What an Ed25519 public key must be to mean one key only (RFC 8032, 5.1): checked before anything is verified with it.

Libraries accept keys that are no real ones: points of low order, with which one signature fits many messages, and a second
spelling of the same point, with which one key would pass for two.
"""

from __future__ import annotations

from typing import Final

BYTES: Final = 32
_P: Final = 2**255 - 19
_ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_D: Final = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT: Final = pow(2, (_P - 1) // 4, _P)
"""A square root of -1."""

_Point = tuple[int, int, int, int]
"""Extended coordinates: x = X/Z, y = Y/Z, x·y = T/Z."""

_ZERO: Final[_Point] = (0, 1, 1, 0)


def problem(public: bytes) -> str:
    """Why these bytes are no public key to be trusted with anything; empty for a sound one.

    >>> problem(bytes(32))
    'it is a point of low order'
    >>> problem(b"short")
    'it has 5 bytes, not 32'
    """
    if len(public) != BYTES:
        return f"it has {len(public)} bytes, not {BYTES}"
    point, why = _decoded(public)
    if point is None:
        return why
    if _is_zero(_times(8, point)):
        return "it is a point of low order"
    if not _is_zero(_times(_ORDER, point)):
        return "it is no point of the group that keys are made of"
    return ""


def _decoded(public: bytes) -> tuple[_Point | None, str]:
    number = int.from_bytes(public, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= _P:
        return None, "it is a second spelling of another key"
    x = _x(y)
    if x is None:
        return None, "it is no point of the curve"
    if x == 0 and sign:
        return None, "it is a second spelling of another key"
    if x & 1 != sign:
        x = _P - x
    return (x, y, 1, x * y % _P), ""


def _x(y: int) -> int | None:
    """A square root of (y² - 1) / (d·y² + 1), if there is one."""
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    return None if (x * x - square) % _P else x


def _sum(one: _Point, other: _Point) -> _Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def _times(factor: int, point: _Point) -> _Point:
    total = _ZERO
    while factor:
        if factor & 1:
            total = _sum(total, point)
        point = _sum(point, point)
        factor >>= 1
    return total


def _is_zero(point: _Point) -> bool:
    return point[0] == 0 and (point[1] - point[2]) % _P == 0
