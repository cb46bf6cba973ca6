"""What holds a card and what feeds a box: relations that go to one of two places."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.card import Card
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.registry import Rule, rule


@rule(
    "CARD-OWNER",
    "Card that does not sit in one partition",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("A1", "S3"),
    fix="Name either the node or the Virtual I/O Server that holds the card.",
)
def card_owner(design: Design, rule: Rule) -> Iterator[Finding]:
    """A card sits in one partition and fails with it. Without its holder, or with two, a failure
    cannot be traced."""
    for card in design.plan.rows(Card):
        name = design.plan.title(Card, card.key)
        if card.node and card.server:
            yield rule.at(
                cell(card, "server"),
                cell(card, "node"),
                title=f"The card {name} sits in a node and in a Virtual I/O Server",
                severity=Severity.BLOCKER,
            )
        elif not card.node and not card.server:
            yield rule.at(cell(card, "node"), title=f"The card {name} sits in no partition")


@rule(
    "POWER-OPEN",
    "Box without a power circuit",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S2", "N3"),
    fix="Name the circuits of the box or of its rack.",
)
def power_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """A frame, storage unit or network device hangs on its own circuits or on those of its rack.
    As long as neither is entered, it looks as if no power failure could reach it. A box that
    stands in no rack yet has a rule of its own."""
    fed = {row.key for row in design.plan.rows(Rack) if row.circuits}
    plan = design.plan
    boxes: list[Frame | StorageUnit | NetworkDevice] = [
        *plan.rows(Frame),
        *plan.rows(StorageUnit),
        *plan.rows(NetworkDevice),
    ]
    for box in boxes:
        if box.rack and not box.circuits and box.rack not in fed:
            yield rule.at(cell(box, "circuits"), title=f"No power circuit feeds {box.name}")
