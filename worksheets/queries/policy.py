"""The organisation's policy as it stands."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from types import MappingProxyType

from worksheets.models import NamingRule, Revision
from worksheets.models import RuleSetting as StoredSetting
from worksheets.models.rule_setting import OFF
from worksheets.plan.rows.cluster_options import Environment
from worksheets.rules.finding import Severity
from worksheets.rules.mask import MaskError, read_mask
from worksheets.rules.policy import Naming, Policy, RuleSetting, nameable, settings_of
from worksheets.rules.registry import catalogue
from worksheets.rules.rulebook import rulebook

_log = logging.getLogger(__name__)


def current_policy() -> Policy:
    """What the organisation asks now: two queries of a few rows; masks are read once per process.

    What this version cannot read, or for a worksheet or rule it does not have, is left out and
    told to the log: it must not keep anybody from saving.
    """
    return Policy(naming=MappingProxyType(_naming()), settings=settings_of(_settings()))


def is_outdated(revision: Revision, policy: Policy) -> bool:
    """Whether the rules or the policy have changed since a revision was judged."""
    return revision.judged_by != rulebook(policy)


def _naming() -> dict[str, Naming]:
    naming = {}
    kinds = nameable()
    for row in NamingRule.objects.order_by("worksheet"):
        try:
            if row.worksheet not in kinds:
                raise MaskError("this version has no such worksheet with names")
            mask = read_mask(row.mask)
        except MaskError as error:
            _log.warning("Naming rule of %s is not applied: %s", row.worksheet, error)
            continue
        severity = Severity(row.severity)
        naming[row.worksheet] = Naming(row.worksheet, mask, row.example, row.reason, severity)
    return naming


def _settings() -> Iterator[RuleSetting]:
    for row in StoredSetting.objects.order_by("rule", "environment"):
        if row.rule not in catalogue():
            _log.warning("Setting of %s is not applied: this version has no such rule", row.rule)
            continue
        yield RuleSetting(
            rule=row.rule,
            severity=None if row.severity == OFF else Severity(row.severity),
            reason=row.reason,
            environment=Environment(row.environment) if row.environment else None,
        )
