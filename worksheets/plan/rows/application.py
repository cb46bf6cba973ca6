"""An application as its users and its owner know it."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import LongText, Name, Text, To
from worksheets.plan.row import Row


class TakeoverStrategy(Choice):
    COLD_STANDBY = "cold_standby", "cold standby"
    MUTUAL_TAKEOVER = "mutual_takeover", "mutual takeover"
    THIRD_PARTY = "third_party", "third-party takeover"
    CONCURRENT = "concurrent", "concurrent access"


class Application(Row, frozen=True):
    """A business service and the application controllers that it consists of."""

    name: Name
    purpose: LongText = ""
    owner: Text = ""
    vendor: Text = ""
    release: Text = ""
    controllers: tuple[Annotated[str, To("application_controller")], ...] = ()
    strategy: TakeoverStrategy | None = None
    licence: LongText = ""
    host_bindings: LongText = ""
    prompts: bool | None = None
    start_procedure: LongText = ""
    start_verification: LongText = ""
    takeover_caveats: LongText = ""
    recovery: LongText = ""
    stop_procedure: LongText = ""
    stop_verification: LongText = ""
    script_maintainer: Text = ""
