from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.cluster_options import (
    AixEdition,
    ClusterType,
    Edition,
    Environment,
    HeartbeatType,
    MobilityPolicy,
    PreferredRead,
    PvmWatchdog,
    RepositoryMode,
    SiteFailureAction,
    TemporaryHostname,
)


class ClusterOptions(WorksheetRow):
    name = columns.name()
    environment = columns.choice(Environment, Environment.PRODUCTION)
    mirrors = columns.text()
    owner = columns.text()
    purpose = columns.prose()
    change_id = columns.text()
    aix_edition = columns.choice(AixEdition)
    edition = columns.choice(Edition)
    type = columns.choice(ClusterType, ClusterType.STANDARD)
    heartbeat_type = columns.choice(HeartbeatType, HeartbeatType.UNICAST)
    cluster_ip = columns.text(45)
    heartbeat_frequency = columns.number(0, 3600)
    grace_period = columns.number(0, 3600)
    network_failure_detection_time = columns.number(0, 3600)
    site_heartbeat_cycle = columns.number(0, 3600)
    site_grace_period = columns.number(0, 3600)
    heartbeat_frequency_during_lpm = columns.number(0, 3600)
    detection_rationale = columns.prose()
    max_event_time = columns.number()
    max_rg_processing_time = columns.number()
    rg_settling_time = columns.number()
    skip_event_processing_manage_node = columns.flag()
    site_policy_failure_action = columns.choice(SiteFailureAction)
    site_policy_notify_method = columns.text(256)
    lpm_policy = columns.choice(MobilityPolicy)
    temp_hostname = columns.choice(TemporaryHostname)
    resolve_locally = columns.flag()
    lvm_preferred_read = columns.choice(PreferredRead)
    caa_repos_mode = columns.choice(RepositoryMode)
    caa_config_timeout = columns.number(0, 3600)
    caa_auto_start_dr = columns.flag()
    caa_pvm_watchdog_timer = columns.choice(PvmWatchdog)
    crit_daemon_restart_grace_period = columns.number(0, 3600)
    rootvg_event = columns.flag()
    daily_verification = columns.flag()
    verification_node = columns.reference("Node")
    verification_hour = columns.number(0, 23)
    verification_debugging = columns.flag()
    fc_sync_interval = columns.number(0, 1440)
    alerts = columns.prose()
