"""How each node turns names into addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from worksheets.failures.words import listed
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.name_resolution import LookupOrder, NameResolution
from worksheets.plan.rows.node import Node
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.subnets import host

GUIDE = "PowerHA planning guide: name resolution"
_LOCAL_FIRST = (LookupOrder.LOCAL, LookupOrder.LOCAL_FIRST)
_SOURCE = re.compile(r"\b(local|bind)[46]?\b")
# What a node's files must say alike, and what may differ with its site.
_EQUAL = (("order", "order of the lookup"), ("netsvc", "netsvc.conf"), ("nsorder", "NSORDER"))
_SIMILAR = (("domain", "domain"), ("search", "search list"))


def _rows(design: Design) -> Sequence[NameResolution]:
    return layout_of(design).ordered(NameResolution)


def _name(design: Design, row: NameResolution) -> str:
    return design.plan.title(NameResolution, row.key)


def sources_of(text: str) -> tuple[str, ...]:
    """Hosts file and name server in the order of a netsvc.conf line or of NSORDER."""
    return tuple(dict.fromkeys(_SOURCE.findall(text.casefold())))


def _contradicting(row: NameResolution) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Columns of a node's files that say another order than is meant, with words and order."""
    if row.order is None:
        return
    meant = tuple(row.order.value.split("_"))
    for column, words in (("netsvc", "netsvc.conf"), ("nsorder", "NSORDER")):
        says = sources_of(getattr(row, column))
        if says and says != meant:
            yield column, words, says


def _is_refused(row: NameResolution) -> bool:
    """Whether the order of a node is wrong or contradicted, which other rules tell."""
    wrong = row.order is not None and row.order not in _LOCAL_FIRST
    return wrong or next(_contradicting(row), None) is not None


@rule(
    "RESOLVE-ORDER",
    "Node that asks a name server before its own hosts file",
    severity=Severity.WARNING,
    sources=("W10", GUIDE),
    fix="Set hosts = local, bind in /etc/netsvc.conf, and enter every label in /etc/hosts.",
)
def resolve_order(design: Design, rule: Rule) -> Iterator[Finding]:
    """During a network event no name server may answer. A node that waits for one takes minutes
    longer, or fails the event."""
    for row in _rows(design):
        if row.order is not None and row.order not in _LOCAL_FIRST:
            yield rule.at(
                cell(row, "order"),
                title=f"{_name(design, row)} looks up names by {row.order.label}",
            )


@rule(
    "RESOLVE-NODE",
    "Node whose name resolution nobody has entered",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("W10", "M7"),
    fix="Enter a row for each node.",
)
def resolve_node(design: Design, rule: Rule) -> Iterator[Finding]:
    """One node that looks elsewhere first is enough to delay a takeover. Where some nodes are
    entered, all should be."""
    entered = {row.node for row in _rows(design)}
    if not entered:
        return
    missing = [node for node in layout_of(design).nodes if node.key not in entered]
    if missing:
        yield rule.at(
            sheet(NameResolution, "node"),
            *(cell(node) for node in missing),
            title=f"How {listed(node.name for node in missing)} "
            f"{'resolves' if len(missing) == 1 else 'resolve'} names is not entered",
        )


@rule(
    "RESOLVE-TWICE",
    "Node with two ways of name resolution",
    severity=Severity.WARNING,
    sources=("W10",),
    fix="Keep the row that is right.",
)
def resolve_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node has one netsvc.conf and one resolv.conf. Of two rows one is wrong."""
    found: dict[str, list[NameResolution]] = defaultdict(list)
    for row in _rows(design):
        if row.node:
            found[row.node].append(row)
    for key, rows in found.items():
        if len(rows) > 1:
            yield rule.at(
                *(cell(row, "node") for row in rows),
                title=f"{design.plan.title(Node, key)} has {len(rows)} rows for name resolution",
            )


def _spoken(row: NameResolution, column: str) -> str:
    """The text of a cell without differences of case and blanks."""
    return "".join(str(getattr(row, column) or "").casefold().split())


@rule(
    "RESOLVE-DIFFER",
    "Nodes that resolve names differently",
    severity=Severity.WARNING,
    sources=("W10", "M7"),
    fix="Set all nodes alike.",
)
def resolve_differ(design: Design, rule: Rule) -> Iterator[Finding]:
    """A name that means one address on one node and another address on the next lets a takeover
    fail that worked in every test on the first. A node whose order is wrong, or whose files say
    another one, has a rule of its own."""
    rows = _rows(design)
    sound = [row for row in rows if not _is_refused(row)]
    for columns, compared, severity in (
        (_EQUAL, sound, Severity.WARNING),
        (_SIMILAR, rows, Severity.ADVICE),
    ):
        for column, words in columns:
            answered = [row for row in compared if _spoken(row, column)]
            if len({_spoken(row, column) for row in answered}) > 1:
                yield rule.at(
                    sheet(NameResolution, column),
                    *(cell(row, column) for row in answered),
                    title=f"The {words} differs between "
                    f"{listed(_name(design, row) for row in answered)}",
                    severity=severity,
                )


@rule(
    "RESOLVE-FILES",
    "Files of a node that say another order",
    severity=Severity.WARNING,
    sources=("W10", GUIDE),
    fix="Let netsvc.conf and NSORDER say the order that is meant; leave NSORDER unset if possible.",
)
def resolve_files(design: Design, rule: Rule) -> Iterator[Finding]:
    """The order in plain words is what people read, the files are what AIX does. NSORDER goes
    before netsvc.conf in every process that has it set."""
    for row in _rows(design):
        for column, words, says in _contradicting(row):
            meant = row.order.label if row.order else ""
            yield rule.at(
                cell(row, column),
                cell(row, "order"),
                title=f"{words} of {_name(design, row)} says {', '.join(says)}, but the order "
                f"is {meant}",
            )


def _servers(row: NameResolution) -> list[str]:
    return row.servers.replace(",", " ").split()


@rule(
    "RESOLVE-INSIDE",
    "Name server at an address of the cluster itself",
    severity=Severity.WARNING,
    sources=("W10", "R7"),
    fix="Name servers outside of the cluster.",
)
def resolve_inside(design: Design, rule: Rule) -> Iterator[Finding]:
    """A name server that moves with a group is away just while the group moves, which is when the
    nodes would ask it."""
    labels = {
        found: label
        for label in reversed(layout_of(design).ordered(IpLabel))
        if (found := host(label.address)) is not None
    }
    for row in _rows(design):
        for address in dict.fromkeys(_servers(row)):
            found = host(address)
            if found is not None and found in labels:
                yield rule.at(
                    cell(row, "servers"),
                    cell(labels[found], "address"),
                    title=f"{_name(design, row)} asks the name server {address}, which is "
                    f"{labels[found].name}",
                    about=address,
                )


@rule(
    "RESOLVE-SERVERS",
    "Node with fewer than two name servers",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("W10", "R7"),
    fix="Name a second server in another network, or look into /etc/hosts only.",
)
def resolve_servers(design: Design, rule: Rule) -> Iterator[Finding]:
    """Names that are not in the hosts file need a server that answers. With one server every
    lookup waits for its time limit while that server is down."""
    for row in _rows(design):
        asks = row.order is not None and row.order is not LookupOrder.LOCAL
        count = len(set(_servers(row)))
        if asks and count < 2:
            yield rule.at(
                cell(row, "servers"),
                cell(row, "order"),
                title=f"{_name(design, row)} names "
                f"{'one name server only' if count else 'no name server'}",
            )


@rule(
    "RESOLVE-ANSWER",
    "Two answers about the order of the lookup",
    severity=Severity.ADVICE,
    sources=("W10",),
    fix="Correct the answer on the cluster worksheet, or the order of the nodes.",
)
def resolve_answer(design: Design, rule: Rule) -> Iterator[Finding]:
    """The cluster worksheet and the rows of the nodes answer the same question. Rows that ask a
    name server first have a rule of their own."""
    rows = [row for row in _rows(design) if row.order is not None]
    options = design.plan.options
    local = bool(rows) and all(row.order in _LOCAL_FIRST for row in rows)
    if local and options.resolve_locally is False:
        yield rule.at(
            cell(options, "resolve_locally"),
            *(cell(row, "order") for row in rows),
            title="The cluster worksheet says that nodes do not look into their own hosts file "
            "first, but the rows of the nodes do",
        )
