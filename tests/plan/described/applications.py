"""Applications."""

from __future__ import annotations

from worksheets.plan.rows.application_controller import ApplicationController

ROWS = (ApplicationController(key="ac", name="ac_oracle"),)
CLMGR = """
    application_controller STARTSCRIPT STOPSCRIPT STARTUP_MODE application_monitor APPLICATIONS
    MODE PROCESSES OWNER INSTANCECOUNT MONITORMETHOD MONITORINTERVAL HUNGSIGNAL STABILIZATION
    RESTARTCOUNT RESTARTINTERVAL FAILUREACTION NOTIFYMETHOD CLEANUPMETHOD RESTARTMETHOD
"""
