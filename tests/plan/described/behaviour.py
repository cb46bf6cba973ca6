"""Behaviour."""

from __future__ import annotations

from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.fallback_timer import FallbackTimer
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.user_defined_resource import UserDefinedResource

ROWS = (
    *(ResourceGroup(key=name, name=name) for name in ("rg_ora", "rg_sap", "rg_web")),
    FallbackTimer(key="sunday", name="sunday_night"),
    UserDefinedResource(key="licence", name="lic_server"),
    Disk(key="tie", name="tie01"),
    Disk(key="raw", name="raw01"),
    FileSystem(key="oradata", mount_point="/oradata"),
)
CLMGR = """
    resource_group STARTUP FALLOVER FALLBACK SITE_POLICY NODE_PRIORITY_POLICY SERVICE_LABEL
    NODES SECONDARYNODES FALLBACK_AT NODE_PRIORITY_POLICY_SCRIPT NODE_PRIORITY_POLICY_TIMEOUT
    VOLUME_GROUP FORCED_VARYON VG_AUTO_IMPORT DISK FILESYSTEM FSCHECK_TOOL RECOVERY_METHOD
    FS_BEFORE_IPADDR APPLICATIONS MISC_DATA WPAR_NAME
    dependency PARENT CHILD GROUPS SAME START STOP AFTER HIGH INTERMEDIATE LOW
    ACQUIRE RELEASE SERIAL PARALLEL
    fallback_timer YEAR MONTH DAY_OF_MONTH DAY_OF_WEEK HOUR MINUTE
    SPLIT_POLICY MERGE_POLICY TIEBREAKER NFS_QUORUM_SERVER LOCAL_QUORUM_DIRECTORY
    REMOTE_QUORUM_DIRECTORY ACTION_PLAN NOTIFY_METHOD NOTIFY_INTERVAL MAXIMUM_NOTIFICATIONS
    DEFAULT_SURVIVING_SITE APPLY_TO_PPRC_TAKEOVER QUARANTINE_POLICY CRITICAL_RG
    udr udr_type SHARED_TAPE_RESOURCES MIRROR_GROUP
"""
