"""Applications."""

from __future__ import annotations

from worksheets.plan.rows.application import Application
from worksheets.plan.rows.application_controller import ApplicationController

ROWS = (
    ApplicationController(key="ac", name="ac_oracle"),
    Application(key="clearing", name="Payments clearing", controllers=("ac",)),
)
CLMGR = """
    application_controller STARTSCRIPT STOPSCRIPT STARTUP_MODE application_monitor APPLICATIONS
    MODE PROCESSES OWNER INSTANCECOUNT MONITORMETHOD MONITORINTERVAL HUNGSIGNAL STABILIZATION
    RESTARTCOUNT RESTARTINTERVAL FAILUREACTION NOTIFYMETHOD CLEANUPMETHOD RESTARTMETHOD
    CPU_USAGE_MONITOR PROCESS_TO_MONITOR_CPU_USAGE CPU_USAGE_MONITOR_INTERVAL
    cod USE_DESIRED OPTIMAL_MEM OPTIMAL_CPU OPTIMAL_PU OPTIMAL_VP
"""
