from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.wpar import WparStorage, WparType


class Wpar(WorksheetRow):
    name = columns.name()
    resource_group = columns.reference("ResourceGroup")
    nodes = columns.references("Node")
    type = columns.choice(WparType)
    shared_usr = columns.flag()
    aix_level = columns.text()
    storage = columns.choice(WparStorage)
    nfs_server = columns.text()
    nfs_network = columns.reference("Network")
    script_directory = columns.text(256)
    same_path_outside = columns.flag()
    reachable_from_global = columns.flag()
    smart_assist = columns.flag()
