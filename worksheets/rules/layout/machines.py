"""Cards and ports by their owners, nodes by their sites."""

from __future__ import annotations

from collections.abc import Iterable

from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.rack import Rack
from worksheets.rules.layout.indexes import Indexes
from worksheets.rules.memory import remembered


class Machines(Indexes):
    """What sits in which machine, and where that stands."""

    @remembered
    def card_of(self) -> dict[str, Card]:
        """Card of each port (key) that has one."""
        found = {}
        for row in self.plan.rows(Port):
            card = self.plan.get(Card, row.card)
            if card is not None:
                found[row.key] = card
        return found

    def cards(self, ports: Iterable[str]) -> list[Card]:
        """Cards of these ports, each once, in the order of the ports."""
        found = {card.key: card for key in ports if (card := self.card_of.get(key)) is not None}
        return list(found.values())

    @remembered
    def node_of_port(self) -> dict[str, str]:
        """Node (key) that holds the card of each port that sits in a node."""
        return {port: card.node for port, card in self.card_of.items() if card.node}

    @remembered
    def server_of_port(self) -> dict[str, str]:
        """Virtual I/O Server (key) that holds the card of each port that sits in one."""
        return {port: card.server for port, card in self.card_of.items() if card.server}

    @remembered
    def other_than_fibre(self) -> frozenset[str]:
        """Ports of cards that are not Fibre Channel cards."""
        fibre = CardKind.FIBRE_CHANNEL
        return frozenset(port for port, card in self.card_of.items() if card.kind is not fibre)

    @remembered
    def site_of_rack(self) -> dict[str, str]:
        return {row.key: row.site for row in self.plan.rows(Rack) if row.site}

    @remembered
    def site_of_node(self) -> dict[str, str]:
        """Site (key) of each node whose frame and rack lead to one."""
        frames = {row.key: self.site_of_rack.get(row.rack, "") for row in self.plan.rows(Frame)}
        found = {row.key: frames.get(row.frame, "") for row in self.plan.rows(Node)}
        return {node: site for node, site in found.items() if site}

    def sites_of(self, nodes: Iterable[str]) -> set[str]:
        """Sites on which these nodes stand, as far as known."""
        return {self.site_of_node[node] for node in nodes if node in self.site_of_node}
