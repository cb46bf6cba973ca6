"""A set of files that PowerHA keeps equal on all nodes."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import Count, FilePaths, LongText, Name, Text, To
from worksheets.plan.row import Row


class FileCollection(Row, frozen=True):
    """`files`: absolute paths, one on each line. `check_interval` in minutes, cluster-wide."""

    name: Name
    description: LongText = ""
    files: FilePaths = ""
    sync_with_cluster: bool | None = None
    sync_when_changed: bool | None = None
    check_interval: Count | None = None
    maintained_by: Annotated[Text, To("administrator")] = ""
