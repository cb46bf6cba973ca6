"""A script that runs before or after events of PowerHA."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import FilePath, LongText, Name, Text, To
from worksheets.plan.row import Row


class CustomEvent(Row, frozen=True):
    """`documented_only`: the script uses only commands that have a man page."""

    name: Name
    description: LongText = ""
    script: FilePath = ""
    arguments: Text = ""
    log: FilePath = ""
    documented_only: bool | None = None
    file_collection: Annotated[Text, To("file_collection")] = ""
    maintained_by: Annotated[Text, To("administrator")] = ""
