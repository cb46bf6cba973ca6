"""How far links reach, by medium and speed: data for rules.

Sources: the common Ethernet standards (twisted pair, OM4 multimode fibre, singlemode fibre with
long-range optics).
"""

from __future__ import annotations

from collections.abc import Mapping

from worksheets.plan.rows.device_link import Medium

# Per medium pairs of the greatest speed in Gbit/s and the reach in metres up to that speed.
REACH: Mapping[Medium, tuple[tuple[int, int], ...]] = {
    Medium.COPPER: ((10, 100), (1000, 30)),
    Medium.MULTIMODE: ((1, 550), (10, 400), (1000, 150)),
    Medium.SINGLEMODE: ((1000, 80_000),),
}


def reach(medium: Medium | None, speed: int | None) -> int | None:
    """Metres that a link may be long; the most for its medium while the speed is not known.

    None where nobody can say: for leased lines, and while the medium is not known.
    """
    steps = REACH.get(medium, ()) if medium is not None else ()
    for greatest, metres in steps:
        if speed is None or speed <= greatest:
            return metres
    return None
