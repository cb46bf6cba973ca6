from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.cluster_options import ClusterType, Environment, HeartbeatType


class ClusterOptions(WorksheetRow):
    name = columns.name()
    environment = columns.choice(Environment, Environment.PRODUCTION)
    owner = columns.text()
    purpose = columns.prose()
    type = columns.choice(ClusterType, ClusterType.STANDARD)
    heartbeat_type = columns.choice(HeartbeatType, HeartbeatType.UNICAST)
    cluster_ip = columns.text(45)
    heartbeat_frequency = columns.number(0, 3600)
    grace_period = columns.number(0, 3600)
    network_failure_detection_time = columns.number(0, 3600)
    detection_rationale = columns.prose()
    max_event_time = columns.number()
    rg_settling_time = columns.number()
    daily_verification = columns.flag()
    verification_hour = columns.number(0, 23)
    rootvg_event = columns.flag()
    resolve_locally = columns.flag()
    alerts = columns.prose()
