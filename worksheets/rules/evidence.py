"""References to what a plan says, from the demands of the paper and from checklists."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Evidence:
    """A column, or a worksheet as a whole, whose cells show that something is settled.

    `ref`: "node.cpu_peak" or "maintenance_task". `where`: only the rows whose other column holds
    that value, and at least one of them. `says`: what a yes/no column has to say; None takes any
    entry.
    """

    ref: str
    where: tuple[str, str] | None = None
    says: bool | None = None

    @property
    def worksheet(self) -> str:
        return self.ref.partition(".")[0]

    @property
    def column(self) -> str:
        """Empty for a worksheet as a whole."""
        return self.ref.partition(".")[2]
