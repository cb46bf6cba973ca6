"""What the type of a cluster means for its rules."""

from __future__ import annotations

from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterType


def has_powerha_sites(plan: Plan) -> bool:
    """Whether PowerHA itself knows sites here: in stretched and linked clusters.

    In a standard cluster the worksheet of sites only says where things stand.
    """
    return plan.options.type is not ClusterType.STANDARD
