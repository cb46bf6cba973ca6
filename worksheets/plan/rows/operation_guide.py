"""One topic of the operation guide: what a stand-in does, step by step."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, Date, LongText, Name, Text, To
from worksheets.plan.row import Row


class Topic(Choice):
    START = "start", "start"
    STOP = "stop", "stop"
    STATUS = "status", "status"
    TAKEOVER = "takeover", "takeover by hand"
    NODE_FAILURE = "node_failure", "failure of a node"
    NETWORK_FAILURE = "network_failure", "failure of a network"
    STORAGE_FAILURE = "storage_failure", "failure of storage"
    REPOSITORY_FAILURE = "repository_failure", "failure of the repository"
    APPLICATION_FAILURE = "application_failure", "failure of an application"
    SITE_FAILURE = "site_failure", "failure of a site"
    SPLIT = "split", "split and merge"
    EVENT_ERROR = "event_error", "script failure"
    BACKUP = "backup", "backup"
    RESTORE = "restore", "restore"
    CHANGE = "change", "change"
    OTHER = "other", "other"


class OperationGuide(Row, frozen=True):
    """`resource_groups`: empty when it is about the whole cluster. `duration` in minutes."""

    name: Name
    topic: Topic | None = None
    resource_groups: tuple[Annotated[str, To("resource_group")], ...] = ()
    procedure: LongText = ""
    location: Text = ""
    duration: Count | None = None
    written_by: Annotated[Text, To("administrator")] = ""
    last_rehearsed: Date = ""
    rehearsed_by: Annotated[Text, To("administrator")] = ""
