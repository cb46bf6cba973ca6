"""The tables: clusters, revisions, findings, changes, and one per worksheet (in `rows`)."""

from worksheets.models.change import Change
from worksheets.models.cluster import Cluster
from worksheets.models.finding import Finding
from worksheets.models.pending_import import PendingImport
from worksheets.models.revision import Revision
from worksheets.models.rows import TABLES

__all__ = ["TABLES", "Change", "Cluster", "Finding", "PendingImport", "Revision"]
