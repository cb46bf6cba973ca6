"""The application that holds the event log."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "planner.audit"
    label = "audit"
    verbose_name = "event log"
