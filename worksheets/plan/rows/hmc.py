"""A Hardware Management Console."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Address, Name, Text, To, Unique
from worksheets.plan.row import Row


class ConsoleKind(Choice):
    APPLIANCE = "appliance", "appliance"
    VIRTUAL = "virtual", "virtual appliance"


class Hmc(Row, frozen=True):
    """A console through which PowerHA adds processors and memory at takeover.

    `site` is where it stands, `sites` those whose nodes ask it (empty: all). `timeout` in
    minutes, `retry_delay` in seconds; empty keeps the cluster's default.
    """

    name: Name
    address: Annotated[Address, Unique()] = ""
    kind: ConsoleKind = ConsoleKind.APPLIANCE
    model: Text = ""
    level: Text = ""
    site: Annotated[Text, To("site")] = ""
    sites: tuple[Annotated[str, To("site")], ...] = ()
    timeout: Annotated[int, Meta(ge=0, le=1440)] | None = None
    retry_count: Annotated[int, Meta(ge=0, le=1000)] | None = None
    retry_delay: Annotated[int, Meta(ge=0, le=3600)] | None = None
    user: Text = ""
    keys_exchanged: bool | None = None
    resolves_nodes: bool | None = None
