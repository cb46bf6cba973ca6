"""When a cell or a worksheet has to be filled in, for this kind of cluster.

A need is asked with the plan and the row; for a whole worksheet the row is None. What is needed
and still empty counts as incomplete, nothing more: it can be stored, and rules judge it apart.
"""

from __future__ import annotations

from collections.abc import Callable

from worksheets.plan.choice import Choice
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.cluster_options import ClusterType, Environment
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

Need = Callable[[Plan, Row | None], bool]


def never(plan: Plan, row: Row | None = None) -> bool:
    """Nowhere: it may stay empty."""
    return False


def always(plan: Plan, row: Row | None = None) -> bool:
    """In every cluster."""
    return True


def in_production(plan: Plan, row: Row | None = None) -> bool:
    """In production clusters."""
    return plan.options.environment is Environment.PRODUCTION


def with_sites(plan: Plan, row: Row | None = None) -> bool:
    """In stretched and linked clusters."""
    return plan.options.type is not ClusterType.STANDARD


def when_linked(plan: Plan, row: Row | None = None) -> bool:
    """In linked clusters, where each site has its own repository."""
    return plan.options.type is ClusterType.LINKED


def when_virtual(plan: Plan, row: Row | None = None) -> bool:
    """Where Virtual I/O Servers are planned."""
    return bool(plan.rows(VirtualIoServer))


def when_planned(kind: type[Row]) -> Need:
    """Where the worksheet of that kind of row has rows."""

    def need(plan: Plan, row: Row | None = None) -> bool:
        return bool(plan.rows(kind))

    need.__doc__ = f"Where the worksheet {kind.slug} has rows."
    return need


def where(column: str, *values: Choice | bool) -> Need:
    """In rows whose other column has one of these values, or any value when none is named."""

    def need(plan: Plan, row: Row | None) -> bool:
        held = getattr(row, column)
        return held in values if values else held not in (None, "", ())

    words = " or ".join(_word(value) for value in values)
    need.__doc__ = f"In rows whose {column} is {words or 'filled in'}."
    return need


def _word(value: Choice | bool) -> str:
    return value.value if isinstance(value, Choice) else "yes" if value else "no"


def unless(column: str) -> Need:
    """In rows whose other column is empty: one of the two has to be filled in."""

    def need(plan: Plan, row: Row | None) -> bool:
        return getattr(row, column) in (None, "", ())

    need.__doc__ = f"In rows whose {column} is empty."
    return need


def both(*needs: Need) -> Need:
    """Where each of several needs asks for it."""

    def need(plan: Plan, row: Row | None) -> bool:
        return all(each(plan, row) for each in needs)

    need.__doc__ = " And: ".join((each.__doc__ or "").strip() for each in needs)
    return need
