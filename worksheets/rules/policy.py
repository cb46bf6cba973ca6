"""What the organisation asks beyond the catalogue, as the rules see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from worksheets.plan.fields import fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.cluster_options import Environment
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


@dataclass(frozen=True)
class RuleSetting:
    """How the organisation weighs one rule of the catalogue, and why.

    `severity`: None switches the rule off. `environment`: where the setting holds; None for
    every environment that has no setting of its own.
    """

    rule: str
    severity: Severity | None
    reason: str
    environment: Environment | None = None


def _no_naming() -> Mapping[str, Naming]:
    return MappingProxyType({})


def _no_settings() -> Mapping[tuple[str, Environment | None], RuleSetting]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Policy:
    """The organisation's own demands.

    `naming`: by worksheet. `settings`: by rule and environment, see `settings_of`.
    """

    naming: Mapping[str, Naming] = field(default_factory=_no_naming)
    settings: Mapping[tuple[str, Environment | None], RuleSetting] = field(
        default_factory=_no_settings
    )

    def setting(self, rule: str, environment: Environment) -> RuleSetting | None:
        """What holds for a rule in an environment; the setting made for it alone goes first."""
        return self.settings.get((rule, environment)) or self.settings.get((rule, None))


def settings_of(
    rows: Iterable[RuleSetting],
) -> Mapping[tuple[str, Environment | None], RuleSetting]:
    """Settings as a policy holds them. The last one wins where two are for the same."""
    return MappingProxyType({(row.rule, row.environment): row for row in rows})


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
