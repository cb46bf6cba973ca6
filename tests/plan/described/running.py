"""Events and running."""

from __future__ import annotations

from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.custom_event import CustomEvent
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.support_team import SupportTeam

ROWS = (
    Administrator(key="anna", name="Anna Berg"),
    Administrator(key="omar", name="Omar Khan"),
    CustomEvent(key="save", name="ev_save_state"),
    CustomEvent(key="backup", name="ev_restart_backup"),
    FileCollection(key="scripts", name="HA_Scripts"),
    SupportTeam(key="unix", name="Unix operations"),
)
CLMGR = """
    event NOTIFYCOMMAND PRECOMMAND POSTCOMMAND RECOVERYCOMMAND RECOVERYCOUNTER
    method TYPE FILE DESCRIPTION CONTACTS EVENTS NODES
    file_collection FILES SYNC_WITH_CLUSTER SYNC_WHEN_CHANGED user
"""
