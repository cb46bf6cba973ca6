"""The cluster itself: identity, type, and the settings that hold for all of it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, FilePath, LongText, MulticastAddress, Name, Text, To
from worksheets.plan.row import Row


class Environment(Choice):
    PRODUCTION = "production", "production"
    TEST = "test", "test"
    DEVELOPMENT = "development", "development"


class ClusterType(Choice):
    STANDARD = "NSC", "Standard (NSC)"
    STRETCHED = "SC", "Stretched (SC)"
    LINKED = "LC", "Linked (LC)"


class AixEdition(Choice):
    STANDARD = "standard", "AIX Standard Edition"
    ENTERPRISE = "enterprise", "AIX Enterprise Edition"


class Edition(Choice):
    STANDARD = "STANDARD", "PowerHA Standard Edition"
    ENTERPRISE = "ENTERPRISE", "PowerHA Enterprise Edition"


class HeartbeatType(Choice):
    UNICAST = "unicast", "unicast"
    MULTICAST = "multicast", "multicast"


class SiteFailureAction(Choice):
    FALLOVER = "fallover", "fallover"
    NOTIFY = "notify", "notify"


class TemporaryHostname(Choice):
    DISALLOW = "disallow", "disallow"
    ALLOW = "allow", "allow"


class MobilityPolicy(Choice):
    MANAGE = "manage", "manage"
    UNMANAGE = "unmanage", "unmanage"


class RepositoryMode(Choice):
    ASSERT = "assert", "assert (the node goes down)"
    EVENT = "event", "event (an event is raised)"


class PreferredRead(Choice):
    ROUND_ROBIN = "roundrobin", "roundrobin"
    FAVOR_COPY = "favorcopy", "favorcopy"
    SITE_AFFINITY = "siteaffinity", "siteaffinity"


class PvmWatchdog(Choice):
    DISABLE = "disable", "disable"
    DUMP_RESTART = "dump_restart", "dump_restart"
    HARD_RESET = "hard_reset", "hard_reset"
    HARD_POWER_OFF = "hard_power_off", "hard_power_off"


class ClusterOptions(Row, frozen=True):
    """The one row of the cluster worksheet. Times in seconds unless said otherwise.

    `mirrors`: the name of the team's cluster that this one must equal, as a test cluster its
    production cluster. `fc_sync_interval` is in minutes. An empty setting keeps PowerHA's default.
    """

    single: ClassVar[bool] = True

    name: Name
    environment: Environment = Environment.PRODUCTION
    mirrors: Text = ""
    owner: Text = ""
    purpose: LongText = ""
    change_id: Text = ""
    aix_edition: AixEdition | None = None
    edition: Edition | None = None
    type: ClusterType = ClusterType.STANDARD
    heartbeat_type: HeartbeatType = HeartbeatType.UNICAST
    cluster_ip: MulticastAddress = ""
    heartbeat_frequency: Annotated[int, Meta(ge=0, le=3600)] | None = None
    grace_period: Annotated[int, Meta(ge=0, le=3600)] | None = None
    network_failure_detection_time: Annotated[int, Meta(ge=0, le=3600)] | None = None
    site_heartbeat_cycle: Annotated[int, Meta(ge=0, le=3600)] | None = None
    site_grace_period: Annotated[int, Meta(ge=0, le=3600)] | None = None
    heartbeat_frequency_during_lpm: Annotated[int, Meta(ge=0, le=3600)] | None = None
    detection_rationale: LongText = ""
    max_event_time: Count | None = None
    max_rg_processing_time: Count | None = None
    rg_settling_time: Count | None = None
    skip_event_processing_manage_node: bool | None = None
    site_policy_failure_action: SiteFailureAction | None = None
    site_policy_notify_method: FilePath = ""
    lpm_policy: MobilityPolicy | None = None
    temp_hostname: TemporaryHostname | None = None
    resolve_locally: bool | None = None
    lvm_preferred_read: PreferredRead | None = None
    caa_repos_mode: RepositoryMode | None = None
    caa_config_timeout: Annotated[int, Meta(ge=0, le=3600)] | None = None
    caa_auto_start_dr: bool | None = None
    caa_pvm_watchdog_timer: PvmWatchdog | None = None
    crit_daemon_restart_grace_period: Annotated[int, Meta(ge=0, le=3600)] | None = None
    rootvg_event: bool | None = None
    daily_verification: bool | None = None
    verification_node: Annotated[Text, To("node")] = ""
    verification_hour: Annotated[int, Meta(ge=0, le=23)] | None = None
    verification_debugging: bool | None = None
    fc_sync_interval: Annotated[int, Meta(ge=0, le=1440)] | None = None
    alerts: LongText = ""
