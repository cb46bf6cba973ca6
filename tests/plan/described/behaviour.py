"""Behaviour."""

from __future__ import annotations

from worksheets.plan.rows.resource_group import ResourceGroup

ROWS = (*(ResourceGroup(key=name, name=name) for name in ("rg_ora", "rg_sap", "rg_web")),)
CLMGR = """
    resource_group STARTUP FALLOVER FALLBACK SITE_POLICY NODE_PRIORITY_POLICY SERVICE_LABEL
    dependency PARENT CHILD GROUPS START STOP AFTER HIGH INTERMEDIATE LOW
"""
