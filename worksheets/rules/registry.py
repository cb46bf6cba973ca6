"""The registry of rules. A module below `rules/catalogue/` registers its rules on import."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from worksheets.plan.rows.cluster_options import Environment
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, Severity


class Same(Enum):
    """The severity outside production is that of production."""

    SAME = "same"


SAME = Same.SAME
Check = Callable[["Design", "Rule"], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """One demand on a plan.

    `id` in capitals, such as NODE-BUSY. `sources`: lines of the paper's checklist (S1, N9, ...)
    or sections of PowerHA's guides. `table1`: the row of the paper's Table 1 (S1 to S10) that a
    finding of this rule leaves open, or empty. `fix`: what to do, unless a finding says better.
    `severity` holds in production, `outside_production` in test and development; None: the rule
    is not asked there. The check's docstring tells why the rule exists.
    """

    id: str
    title: str
    severity: Severity
    sources: tuple[str, ...]
    fix: str
    check: Check
    outside_production: Severity | None
    table1: str = ""

    def severity_in(self, environment: Environment) -> Severity | None:
        """How grave a finding is in an environment; None where the rule is not asked."""
        if environment is Environment.PRODUCTION:
            return self.severity
        return self.outside_production

    @property
    def why(self) -> str:
        return inspect.cleandoc(self.check.__doc__ or "")

    def at(
        self,
        *places: Place,
        title: str,
        detail: str = "",
        fix: str = "",
        chain: tuple[tuple[str, ...], ...] = (),
        about: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule at these places."""
        return Finding(
            rule=self.id,
            severity=severity or self.severity,
            title=title,
            places=places,
            detail=detail,
            fix=fix or self.fix,
            chain=chain,
            about=about,
        )


_RULES: dict[str, Rule] = {}


def rule(
    id: str,  # noqa: A002
    title: str,
    *,
    severity: Severity,
    sources: Iterable[str],
    fix: str,
    outside_production: Severity | Same | None = SAME,
    table1: str = "",
) -> Callable[[Check], Check]:
    """Register the decorated check under `id`.

    The check is called with the design and its own rule and yields findings. `severity` holds
    everywhere unless `outside_production` says otherwise for test and development clusters; a
    finding that the check itself weighs lighter than `severity` stays lighter. Raises ValueError
    when the id is taken or the check has no docstring.
    """

    def register(check: Check) -> Check:
        if id in _RULES:
            raise ValueError(f"two rules are called {id}")
        if not check.__doc__:
            raise ValueError(f"rule {id} does not say why (docstring)")
        elsewhere = severity if isinstance(outside_production, Same) else outside_production
        _RULES[id] = Rule(id, title, severity, tuple(sources), fix, check, elsewhere, table1)
        return check

    return register


@cache
def catalogue() -> dict[str, Rule]:
    """All rules by id, in alphabetical order."""
    from worksheets.rules import catalogue as package

    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    return dict(sorted(_RULES.items()))
