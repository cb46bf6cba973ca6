"""A shared disk (LUN), known by its PVID on every node."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, Identifies, Identity, Name, Pvid, Text, To, Unique
from worksheets.plan.row import Row


class DiskProtection(Choice):
    NONE = "none", "one disk, unprotected"
    RAID1 = "raid1", "RAID 1"
    RAID5 = "raid5", "RAID 5"
    RAID6 = "raid6", "RAID 6"
    RAID10 = "raid10", "RAID 10"


class DiskRole(Choice):
    DATA = "data", "data"
    REPOSITORY = "repository", "repository"
    BACKUP = "backup", "backup repository"
    TIE_BREAKER = "tiebreaker", "tie breaker"
    RAW = "raw", "raw disk of a group"


class Disk(Row, frozen=True):
    """A LUN of a storage unit; size in GiB. PVID, WWID and UDID are in no two rows.

    `mirror_pool`: name of the LVM mirror pool it belongs to within its volume group.
    """

    name: Name
    storage_unit: Annotated[Text, To("storage_unit")] = ""
    protection: DiskProtection | None = None
    size: Count | None = None
    pvid: Annotated[Pvid, Unique()] = ""
    lun: Annotated[Text, Identifies(Identity.DISK)] = ""
    volume_group: Annotated[Text, To("volume_group")] = ""
    mirror_pool: Text = ""
    role: DiskRole | None = None
    wwid: Annotated[Text, Unique(), Identifies(Identity.DISK)] = ""
    udid: Annotated[Text, Unique(), Identifies(Identity.DISK)] = ""
