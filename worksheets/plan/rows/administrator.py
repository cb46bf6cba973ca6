"""A person who looks after the cluster."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import Name, Text, To
from worksheets.plan.row import Row


class Administrator(Row, frozen=True):
    """`backup`: who stands in. `operation_guide`: where the guide for the stand-in lies."""

    name: Name
    role: Text = ""
    contact: Text = ""
    backup: Annotated[Text, To("administrator")] = ""
    operation_guide: Text = ""
    trained: bool | None = None
    root_access: bool | None = None
