"""A script of one's own that takes part in verification or in snapshots."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import FilePath, LongText, Name, Text, To
from worksheets.plan.row import Row


class MethodType(Choice):
    VERIFY = "verify", "verification"
    SNAPSHOT = "snapshot", "snapshot"


class CustomMethod(Row, frozen=True):
    """`nightly`: run by the automatic verification too."""

    name: Name
    type: MethodType | None = None
    script: FilePath = ""
    description: LongText = ""
    nightly: bool | None = None
    file_collection: Annotated[Text, To("file_collection")] = ""
    maintained_by: Annotated[Text, To("administrator")] = ""
