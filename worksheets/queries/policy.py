"""The organisation's policy as it stands."""

from __future__ import annotations

import logging
from types import MappingProxyType

from worksheets.models import NamingRule
from worksheets.rules.finding import Severity
from worksheets.rules.mask import MaskError, read_mask
from worksheets.rules.policy import Naming, Policy, nameable

_log = logging.getLogger(__name__)


def current_policy() -> Policy:
    """What the organisation asks now: one query of a few rows; masks are read once per process.

    A rule that this version cannot read, or for a worksheet it does not have, is left out and
    told to the log: it must not keep anybody from saving.
    """
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
    return Policy(naming=MappingProxyType(naming))
