"""The tables: clusters, revisions, what belongs to them, and one per worksheet (in `rows`)."""

from worksheets.models.attachment import Attachment
from worksheets.models.change import Change
from worksheets.models.claim import Claim
from worksheets.models.cluster import Cluster
from worksheets.models.cluster_template import ClusterTemplate
from worksheets.models.finding import Finding
from worksheets.models.naming_rule import NamingRule
from worksheets.models.pending_import import PendingImport
from worksheets.models.presence import Presence
from worksheets.models.revision import Revision
from worksheets.models.rows import TABLES
from worksheets.models.rule_setting import RuleSetting
from worksheets.models.search_entry import SearchEntry
from worksheets.models.waiver import Waiver, WaiverStep

__all__ = [
    "TABLES",
    "Attachment",
    "Change",
    "Claim",
    "Cluster",
    "ClusterTemplate",
    "Finding",
    "NamingRule",
    "PendingImport",
    "Presence",
    "Revision",
    "RuleSetting",
    "SearchEntry",
    "Waiver",
    "WaiverStep",
]
