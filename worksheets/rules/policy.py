"""What the organisation asks beyond the catalogue, as the rules see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from worksheets.plan.fields import fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS
from worksheets.rules.finding import Severity
from worksheets.rules.mask import Mask, Setting


@dataclass(frozen=True)
class Naming:
    """How the rows of one worksheet are called. `reason`: why so, in the organisation's words."""

    worksheet: str
    mask: Mask
    example: str
    reason: str = ""
    severity: Severity = Severity.ADVICE


def _nothing() -> Mapping[str, Naming]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Policy:
    """The organisation's own demands. `naming`: by worksheet."""

    naming: Mapping[str, Naming] = field(default_factory=_nothing)


NO_POLICY = Policy()


def nameable() -> dict[str, type[Row]]:
    """Worksheets whose rows have a name of their own, by slug."""
    return {
        slug: kind
        for slug, kind in KINDS.items()
        if "name" in fields_of(kind) and fields_of(kind)["name"].required
    }


def setting_of(plan: Plan) -> Setting:
    """What names of a plan are matched in."""
    return Setting(plan.options.name, plan.options.environment)
