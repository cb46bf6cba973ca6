"""A person who looks after the cluster."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, Date, Name, Text, To
from worksheets.plan.row import Row


class PowerhaRole(Choice):
    ADMIN = "ha_admin", "administrator (ha_admin)"
    OPERATOR = "ha_op", "operator (ha_op)"
    MONITOR = "ha_mon", "monitor (ha_mon)"
    VIEWER = "ha_view", "viewer (ha_view)"


class Administrator(Row, frozen=True):
    """`backup`: who stands in. `operation_guide`: where the guide for the stand-in lies.

    `reaction_time`: minutes until the person works on a failure. `last_trained`: a date.
    """

    name: Name
    role: Text = ""
    contact: Text = ""
    email: Text = ""
    reaction_time: Count | None = None
    remote_access: Text = ""
    backup: Annotated[Text, To("administrator")] = ""
    operation_guide: Text = ""
    trained: bool | None = None
    last_trained: Date = ""
    root_access: bool | None = None
    powerha_role: PowerhaRole | None = None
