"""Software levels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from worksheets.plan.row import Row
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.limits import (
    OLDEST_AIX_FOR,
    OLDEST_CURRENT_AIX,
    OLDEST_CURRENT_POWERHA,
    OLDEST_POWERHA_FOR,
    Level,
    level,
    oldest_for,
)
from worksheets.rules.registry import Rule, rule


def _deviating(rule: Rule, rows: Iterable[Row], column: str, product: str) -> Iterator[Finding]:
    """Rows whose level is not the most frequent one; of equally frequent ones the highest."""
    levels = [(row, text) for row in rows if (text := getattr(row, column).strip())]
    counted = Counter(text for _, text in levels)
    if len(counted) < 2:
        return
    usual = max(counted, key=lambda text: (counted[text], level(text), text))
    for row, text in levels:
        if text != usual:
            name = getattr(row, "name", row.key)
            yield rule.at(
                cell(row, column), title=f"{name} has {product} {text}, others have {usual}"
            )


@rule(
    "LEVEL-AIX",
    "Nodes at different AIX levels",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("M7", "U4"),
    fix="Bring all nodes to one technology level and service pack.",
)
def level_aix(design: Design, rule: Rule) -> Iterator[Finding]:
    """An application that meets another level of AIX after a takeover may behave differently
    just when nobody wants surprises."""
    yield from _deviating(rule, design.plan.rows(Node), "aix_level", "AIX")


@rule(
    "LEVEL-POWERHA",
    "Nodes at different PowerHA levels",
    severity=Severity.BLOCKER,
    sources=("M7", "PowerHA administration guide: mixed clusters"),
    fix="Plan the same level on all nodes; mixed levels are for the hours of a migration only.",
)
def level_powerha(design: Design, rule: Rule) -> Iterator[Finding]:
    """While levels are mixed a cluster can be neither verified nor changed."""
    yield from _deviating(rule, design.plan.rows(Node), "powerha_level", "PowerHA")


@rule(
    "LEVEL-VIOS",
    "Virtual I/O Servers at different levels",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("V10",),
    fix="Update the servers one at a time until all have the same level.",
)
def level_vios(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two servers that back each other up should fail over to the same code."""
    yield from _deviating(rule, design.plan.rows(VirtualIoServer), "level", "level")


def _unfit(node: Node) -> str:
    """The column of a node whose level is too old for the other product, or an empty text."""
    aix, powerha = level(node.aix_level), level(node.powerha_level)
    if _is_older(aix, oldest_for(OLDEST_AIX_FOR, powerha)):
        return "aix_level"
    if _is_older(powerha, oldest_for(OLDEST_POWERHA_FOR, aix)):
        return "powerha_level"
    return ""


@rule(
    "LEVEL-OLD",
    "Level that is no longer current",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("D2",),
    fix="Plan the upgrade together with the cluster.",
)
def level_old(design: Design, rule: Rule) -> Iterator[Finding]:
    """For levels out of service nobody makes corrections any more, and new hardware may not
    run them. A level that the other product does not go with has a rule of its own."""
    products: tuple[tuple[str, str, Level], ...] = (
        ("aix_level", "AIX", OLDEST_CURRENT_AIX),
        ("powerha_level", "PowerHA", OLDEST_CURRENT_POWERHA),
    )
    for node in design.plan.rows(Node):
        unfit = _unfit(node)
        for column, product, oldest in products:
            text = getattr(node, column)
            found = level(text)
            if column != unfit and len(found) > 1 and found < oldest:
                newest = ".".join(map(str, oldest))
                yield rule.at(
                    cell(node, column),
                    title=f"{node.name} has {product} {text}, older than {newest}",
                )


@rule(
    "LEVEL-PAIR",
    "AIX and PowerHA levels that do not go together",
    severity=Severity.WARNING,
    sources=("U1", "W11", "per IBM guides"),
    fix="Choose levels that IBM lists as supported together, and note the list as evidence.",
)
def level_pair(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each release of PowerHA runs on certain releases of AIX only; outside of them it cannot be
    installed or is not supported."""
    for node in design.plan.rows(Node):
        unfit = _unfit(node)
        if unfit == "aix_level":
            least = oldest_for(OLDEST_AIX_FOR, level(node.powerha_level))
            needs = f"PowerHA {node.powerha_level.strip()} needs AIX {_dotted(least)}"
        elif unfit:
            least = oldest_for(OLDEST_POWERHA_FOR, level(node.aix_level))
            needs = f"AIX {node.aix_level.strip()} needs PowerHA {_dotted(least)}"
        else:
            continue
        yield rule.at(
            cell(node, "powerha_level"),
            cell(node, "aix_level"),
            title=f"{needs} or later, which {node.name} has not",
        )


def _is_older(found: Level, least: Level) -> bool:
    """Whether a level is known well enough to say that it is below the least one."""
    return len(found) >= len(least) and found < least


def _dotted(found: Level) -> str:
    return ".".join(map(str, found))


@rule(
    "LEVEL-FIRMWARE",
    "Frames of one model at different firmware",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("M7", "U1"),
    fix="Bring the frames to one firmware level.",
)
def level_firmware(design: Design, rule: Rule) -> Iterator[Finding]:
    """Firmware decides which adapters and functions a partition has; a takeover should not meet
    others than before."""
    frames: dict[str, list[Frame]] = defaultdict(list)
    used = {node.frame for node in design.plan.rows(Node)}
    for frame in design.plan.rows(Frame):
        if frame.key in used and frame.model.strip():
            frames[frame.model.strip().upper()].append(frame)
    for rows in frames.values():
        yield from _deviating(rule, rows, "firmware", "firmware")
