from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.disk_path import PathAlgorithm, PathDriver, ReservePolicy


class DiskPath(WorksheetRow):
    node = columns.reference("Node")
    disk = columns.reference("Disk")
    hdisk = columns.text()
    ports = columns.references("Port")
    reserve_policy = columns.choice(ReservePolicy)
    driver = columns.choice(PathDriver)
    algorithm = columns.choice(PathAlgorithm)
    path_count = columns.number(1, 256)
