"""The tables: clusters, revisions, findings, and one per worksheet (in `rows`)."""

from worksheets.models.cluster import Cluster
from worksheets.models.cluster_template import ClusterTemplate
from worksheets.models.finding import Finding
from worksheets.models.naming_rule import NamingRule
from worksheets.models.revision import Revision
from worksheets.models.rows import TABLES

__all__ = ["TABLES", "Cluster", "ClusterTemplate", "Finding", "NamingRule", "Revision"]
