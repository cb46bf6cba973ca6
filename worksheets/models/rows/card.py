from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.card import CardKind


class Card(WorksheetRow):
    name = columns.name()
    node = columns.reference("Node")
    server = columns.reference("VirtualIoServer")
    kind = columns.choice(CardKind, CardKind.ETHERNET)
    slot = columns.text()
    model = columns.text()
    firmware = columns.text()
    target_mode = columns.flag()
