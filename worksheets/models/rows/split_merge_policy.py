from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.split_merge_policy import ActionPlan, MergePolicy, Quarantine, SplitPolicy


class SplitMergePolicy(WorksheetRow):
    split_policy = columns.choice(SplitPolicy)
    merge_policy = columns.choice(MergePolicy)
    tie_breaker_disk = columns.reference("Disk")
    nfs_server = columns.text()
    nfs_local_directory = columns.text(256)
    nfs_remote_directory = columns.text(256)
    cloud_service = columns.text()
    cloud_bucket = columns.text()
    action_plan = columns.choice(ActionPlan)
    notify_method = columns.text(256)
    notify_interval = columns.number(0, 3600)
    maximum_notifications = columns.number()
    surviving_site = columns.reference("Site")
    applies_to_pprc = columns.flag()
    operator_steps = columns.prose()
    quarantine = columns.choice(Quarantine)
    critical_group = columns.reference("ResourceGroup")
