"""What all rules about single points of failure share: how grave, which groups, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from worksheets.failures.parts import Part, PartKind
from worksheets.failures.singles import Cut, Loss
from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, cell
from worksheets.rules.registry import Rule


def losses(design: Design, kind: PartKind) -> Iterator[Loss]:
    """The parts of a kind whose failure leaves groups with nowhere to run."""
    return (loss for loss in design.singles.losses if loss.part.kind is kind)


def cuts(design: Design, kind: PartKind) -> Iterator[Cut]:
    """The parts of a kind on which a node or box hangs alone, but no group."""
    lost = {loss.part for loss in losses(design, kind)}
    return (cut for cut in design.singles.cuts if cut.part.kind is kind and cut.part not in lost)


def cut_of(design: Design, part: Part) -> Cut:
    """What the failure of a part takes down at once; nothing, where that is not told."""
    return next((cut for cut in design.singles.cuts if cut.part == part), Cut(part, ()))


def names(design: Design, kind: type[Row], keys: Iterable[str]) -> str:
    """Rows of a worksheet by name, in one phrase."""
    return listed(design.plan.title(kind, key) for key in keys)


def groups(design: Design, loss: Loss) -> str:
    """The resource groups of a loss in one phrase."""
    return names(design, ResourceGroup, loss.groups)


def lost(
    design: Design, rule: Rule, loss: Loss, *places: Place, detail: str = "", fix: str = ""
) -> Finding:
    """The finding for a part that takes resource groups with it.

    The part's own row is the first place; `places` are the cells where it can be mended.
    """
    have = "has" if len(loss.groups) == 1 else "have"
    fails = "is lost" if loss.part.kind is PartKind.SITE else "fails"
    return rule.at(
        at(loss.part),
        *places,
        title=f"If {_called(design, loss.part)} {fails}, "
        f"{groups(design, loss)} {have} nowhere left to run",
        detail=detail,
        fix=fix,
        chain=design.singles.chain(loss),
    )


def _called(design: Design, part: Part) -> str:
    """The part with the word for it: "frame frameA", "SAN switch san1"."""
    if part.kind is PartKind.ROOTVG:
        return part.name
    device = design.plan.get(NetworkDevice, part.key) if part.kind is PartKind.DEVICE else None
    return f"{device.kind.label if device else part.kind.words} {part.name}"


def at(part: Part) -> Place:
    """The place of a part: its row, jumping to its name."""
    return Place(part.sheet, part.key, "rootvg" if part.kind is PartKind.ROOTVG else "name")


def cells(rows: Iterable[Row], column: str) -> list[Place]:
    """The same cell of several rows, in the order of their keys."""
    return [cell(row, column) for row in sorted(rows, key=lambda row: row.key)]


def nodes_of(design: Design, loss: Loss) -> list[Node]:
    """The nodes in the lists of the lost groups, by name."""
    rows = design.plan.pick(ResourceGroup, loss.groups)
    nodes = design.plan.pick(Node, {key for row in rows for key in row.nodes})
    return sorted(nodes, key=lambda node: node.name)
