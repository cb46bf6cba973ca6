"""What PowerHA takes as split and merge policy, and what each choice needs: data for rules.

Sources: IBM's guides to split and merge policies of PowerHA 7.2, and to linked clusters (merge
by priority). AIX 7.1.5 and 7.2.1 brought the same choices to all types of clusters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterType
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.split_merge_policy import MergePolicy, SplitMergePolicy, SplitPolicy
from worksheets.rules.limits import Level, Span, level

Pairs = Mapping[SplitPolicy, frozenset[MergePolicy]]

_TIE_BREAKERS: Pairs = {
    SplitPolicy.TIE_BREAKER: frozenset({MergePolicy.TIE_BREAKER}),
    SplitPolicy.NFS: frozenset({MergePolicy.NFS}),
}
_CURRENT: Pairs = {
    SplitPolicy.NONE: frozenset({MergePolicy.MAJORITY, MergePolicy.NONE}),
    **_TIE_BREAKERS,
    SplitPolicy.CLOUD: frozenset({MergePolicy.CLOUD}),
    SplitPolicy.MANUAL: frozenset({MergePolicy.MANUAL}),
}
_MAJORITY: Pairs = {SplitPolicy.NONE: frozenset({MergePolicy.MAJORITY})}
_MAJORITY_OR_PRIORITY = frozenset({MergePolicy.MAJORITY, MergePolicy.PRIORITY})

CURRENT_PAIRS: Mapping[ClusterType, Pairs] = {
    ClusterType.STANDARD: _CURRENT,
    ClusterType.STRETCHED: _CURRENT,
    ClusterType.LINKED: {
        **_CURRENT,
        SplitPolicy.NONE: _MAJORITY_OR_PRIORITY | {MergePolicy.NONE},
    },
}
OLDER_PAIRS: Mapping[ClusterType, Pairs] = {
    ClusterType.STANDARD: _MAJORITY,
    ClusterType.STRETCHED: {**_MAJORITY, **_TIE_BREAKERS},
    ClusterType.LINKED: {
        SplitPolicy.NONE: _MAJORITY_OR_PRIORITY,
        **_TIE_BREAKERS,
        SplitPolicy.MANUAL: frozenset({MergePolicy.MANUAL}),
    },
}

# Columns that belong to a policy of one kind: the needed ones, then those that may stay empty.
NEEDED: Mapping[str, tuple[str, ...]] = {
    SplitPolicy.TIE_BREAKER.value: ("tie_breaker_disk",),
    SplitPolicy.NFS.value: ("nfs_server", "nfs_local_directory", "nfs_remote_directory"),
    SplitPolicy.CLOUD.value: ("cloud_service", "cloud_bucket"),
    SplitPolicy.MANUAL.value: ("notify_method", "operator_steps"),
}
OPTIONAL: Mapping[str, tuple[str, ...]] = {
    SplitPolicy.MANUAL.value: (
        "notify_interval",
        "maximum_notifications",
        "surviving_site",
        "applies_to_pprc",
    ),
}
# What people do helps with every policy, so it is never idle.
ALWAYS_USEFUL = frozenset({"operator_steps"})
WORDS: Mapping[str, str] = {
    "tie_breaker_disk": "tie breaker disk",
    "nfs_server": "NFS server",
    "nfs_local_directory": "local directory",
    "nfs_remote_directory": "remote directory",
    "cloud_service": "cloud service",
    "cloud_bucket": "bucket",
    "notify_method": "notify method",
    "notify_interval": "notify interval",
    "maximum_notifications": "greatest number of calls",
    "surviving_site": "surviving site",
    "applies_to_pprc": "decision about PPRC",
    "operator_steps": "description of what people do",
}

NOTIFY_INTERVAL = Span(10, 3600)  # seconds
MAXIMUM_NOTIFICATIONS = Span(3, 1000)

_TECHNOLOGY_LEVEL = re.compile(r"(?<!\d)(\d)(\d)00-(\d\d)")
# By version of AIX the first level with the current choices; versions not named have them all.
_CURRENT_SINCE: Mapping[Level, Level] = {(7, 1): (7, 1, 5), (7, 2): (7, 2, 1)}


def aix_level(text: str) -> Level:
    """Version, release and technology level as far as the text says them, or ()."""
    found = _TECHNOLOGY_LEVEL.search(text)
    if found:
        return int(found[1]), int(found[2]), int(found[3])
    return level(text)


def is_older(aix: Level) -> bool:
    """Whether this AIX has the older choices; no where the technology level is not known."""
    if len(aix) < 3:
        return False
    since = _CURRENT_SINCE.get(aix[:2])
    return aix < (7, 1) if since is None else aix < since


def pairs_of(plan: Plan) -> Pairs:
    """The merge policies by split policy that the type and the oldest AIX of a cluster allow."""
    older = any(is_older(aix_level(node.aix_level)) for node in plan.rows(Node))
    return (OLDER_PAIRS if older else CURRENT_PAIRS)[plan.options.type]


def policies(plan: Plan) -> list[SplitMergePolicy]:
    """The one row of the worksheet, or nothing."""
    return sorted(plan.rows(SplitMergePolicy), key=lambda row: row.key)[:1]


def chosen(row: SplitMergePolicy) -> set[str]:
    """The kinds of policy that a row has chosen, for the split or for the merge."""
    return {policy.value for policy in (row.split_policy, row.merge_policy) if policy is not None}
