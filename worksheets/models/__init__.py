"""The tables: clusters, revisions, findings, changes, and one per worksheet (in `rows`)."""

from worksheets.models.change import Change
from worksheets.models.cluster import Cluster
from worksheets.models.cluster_template import ClusterTemplate
from worksheets.models.finding import Finding
from worksheets.models.naming_rule import NamingRule
from worksheets.models.pending_import import PendingImport
from worksheets.models.revision import Revision
from worksheets.models.rows import TABLES

__all__ = [
    "TABLES",
    "Change",
    "Cluster",
    "ClusterTemplate",
    "Finding",
    "NamingRule",
    "PendingImport",
    "Revision",
]
