"""The tables: clusters, revisions, findings, and one per worksheet (in `rows`)."""

from worksheets.models.attachment import Attachment
from worksheets.models.cluster import Cluster
from worksheets.models.finding import Finding
from worksheets.models.presence import Presence
from worksheets.models.revision import Revision
from worksheets.models.rows import TABLES
from worksheets.models.search_entry import SearchEntry

__all__ = [
    "TABLES",
    "Attachment",
    "Cluster",
    "Finding",
    "Presence",
    "Revision",
    "SearchEntry",
]
