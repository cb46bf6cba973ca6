"""The cluster itself: identity, type, heartbeat and verification settings."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, LongText, MulticastAddress, Name, Text
from worksheets.plan.row import Row


class Environment(Choice):
    PRODUCTION = "production", "production"
    TEST = "test", "test"
    DEVELOPMENT = "development", "development"


class ClusterType(Choice):
    STANDARD = "NSC", "Standard (NSC)"
    STRETCHED = "SC", "Stretched (SC)"
    LINKED = "LC", "Linked (LC)"


class HeartbeatType(Choice):
    UNICAST = "unicast", "unicast"
    MULTICAST = "multicast", "multicast"


class ClusterOptions(Row, frozen=True):
    """The one row of the cluster worksheet. Times in seconds unless the name says otherwise."""

    single: ClassVar[bool] = True

    name: Name
    environment: Environment = Environment.PRODUCTION
    owner: Text = ""
    purpose: LongText = ""
    type: ClusterType = ClusterType.STANDARD
    heartbeat_type: HeartbeatType = HeartbeatType.UNICAST
    cluster_ip: MulticastAddress = ""
    heartbeat_frequency: Annotated[int, Meta(ge=0, le=3600)] | None = None
    grace_period: Annotated[int, Meta(ge=0, le=3600)] | None = None
    network_failure_detection_time: Annotated[int, Meta(ge=0, le=3600)] | None = None
    detection_rationale: LongText = ""
    max_event_time: Count | None = None
    rg_settling_time: Count | None = None
    daily_verification: bool | None = None
    verification_hour: Annotated[int, Meta(ge=0, le=23)] | None = None
    rootvg_event: bool | None = None
    resolve_locally: bool | None = None
    alerts: LongText = ""
