"""A replicated resource: disks that the storage units keep equal, switched by PowerHA."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, LongText, Name, Text, To
from worksheets.plan.row import Row


class ReplicationMethod(Choice):
    PPRC = "pprc", "DS8000 or ESS Metro Mirror (PPRC)"
    DS8000_INBAND = "ds8000_inband", "DS8000 Metro Mirror, in-band"
    DS8000_GLOBAL = "ds8000_global", "DS8000 Global Mirror"
    HYPERSWAP = "hyperswap", "DS8000 HyperSwap"
    SVC = "svc", "SVC or Storwize Metro or Global Mirror"
    XIV = "xiv", "XIV remote mirroring"
    SRDF = "srdf", "Dell EMC SRDF"
    TRUECOPY = "truecopy", "Hitachi TrueCopy or Universal Replicator"


class ReplicationMode(Choice):
    SYNC = "sync", "synchronous"
    ASYNC = "async", "asynchronous"


class RecoveryAction(Choice):
    AUTO = "auto", "automatic"
    MANUAL = "manual", "manual"


class Replication(Row, frozen=True):
    """One consistency group or set of relationships; its pairs of disks name it.

    `primary` and `secondary`: the storage unit of each site. `lag`: how many seconds of data an
    asynchronous copy may miss.
    """

    name: Name
    method: ReplicationMethod | None = None
    mode: ReplicationMode | None = None
    relationship: Text = ""
    primary: Annotated[Text, To("storage_unit")] = ""
    secondary: Annotated[Text, To("storage_unit")] = ""
    recovery_action: RecoveryAction | None = None
    lag: Count | None = None
    links: Text = ""
    agent: Text = ""
    takeover_conditions: LongText = ""
