"""How long the restarts take that a monitor is allowed."""

from __future__ import annotations


def least_restart_interval(count: int, each: int) -> int:
    """Seconds after which restarts may be forgotten, for `count` restarts of `each` seconds.

    Eleven tenths in whole numbers: 1.1 as a float would refuse an interval that just fits.
    """
    return -(-11 * count * each // 10)
