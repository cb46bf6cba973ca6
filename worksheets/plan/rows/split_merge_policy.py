"""What the halves of a cluster do when they lose sight of each other, and when they meet again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, FilePath, LongText, Text, To
from worksheets.plan.row import Row

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class SplitPolicy(Choice):
    NONE = "none", "none"
    TIE_BREAKER = "tiebreaker", "tie breaker disk"
    NFS = "NFS", "tie breaker on an NFS server"
    CLOUD = "Cloud", "tie breaker in the cloud"
    MANUAL = "manual", "manual"


class MergePolicy(Choice):
    NONE = "none", "none"
    MAJORITY = "majority", "majority"
    PRIORITY = "priority", "priority"
    TIE_BREAKER = "tiebreaker", "tie breaker disk"
    NFS = "NFS", "tie breaker on an NFS server"
    CLOUD = "Cloud", "tie breaker in the cloud"
    MANUAL = "manual", "manual"


class ActionPlan(Choice):
    REBOOT = "reboot", "reboot"
    REBOOT_WITHOUT_GROUPS = "disable_rgs", "reboot, groups stay off"
    REBOOT_WITHOUT_SERVICES = "disable_services", "reboot, cluster services stay off"


class Quarantine(Choice):
    DISABLE = "disable", "none"
    NODE_HALT = "node_halt", "halt the active node"
    FENCING = "fencing", "fence the disks"
    HALT_WITH_FENCING = "halt_with_fencing", "halt the node and fence the disks"


class SplitMergePolicy(Row, frozen=True):
    """The one row of its worksheet. `notify_interval` in seconds.

    `tie_breaker_disk`, `nfs_...` and `cloud_...` belong to the tie breaker of that kind;
    `notify_...`, `surviving_site` and `operator_steps` to the manual policies.
    """

    single: ClassVar[bool] = True

    split_policy: SplitPolicy | None = None
    merge_policy: MergePolicy | None = None
    tie_breaker_disk: Annotated[Text, To("disk")] = ""
    nfs_server: Text = ""
    nfs_local_directory: FilePath = ""
    nfs_remote_directory: FilePath = ""
    cloud_service: Text = ""
    cloud_bucket: Text = ""
    action_plan: ActionPlan | None = None
    notify_method: FilePath = ""
    notify_interval: Annotated[int, Meta(ge=0, le=3600)] | None = None
    maximum_notifications: Count | None = None
    surviving_site: Annotated[Text, To("site")] = ""
    applies_to_pprc: bool | None = None
    operator_steps: LongText = ""
    quarantine: Quarantine | None = None
    critical_group: Annotated[Text, To("resource_group")] = ""

    def title(self, plan: Plan) -> str:
        return "split, merge and quarantine"
