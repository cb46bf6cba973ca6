"""Who may mount an NFS export: the lists of hosts."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.nfs_export import NfsExport
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.subnets import host

_GUIDE = "PowerHA planning guide: NFS"
_LISTS = (
    ("read_write_hosts", "write access"),
    ("read_only_hosts", "read access"),
    ("root_hosts", "root access"),
)


def hosts_of(text: str) -> list[str]:
    """The hosts of a list as /etc/exports has it, without netgroups and addresses."""
    names = [name.strip() for name in text.split(":")]
    return [name for name in names if name and name[0] not in "@-" and host(name) is None]


def _same(name: str) -> str:
    """A host name without its domain and without regard to case."""
    return name.split(".", 1)[0].casefold()


def _known(design: Design) -> set[str]:
    """Names that the plan gives to anything that has an address."""
    plan = design.plan
    names = [row.name for row in plan.rows(Node)]
    for label in plan.rows(IpLabel):
        names += [label.name, *label.aliases.split(), *label.dns_name.split()]
    for entry in plan.rows(HostEntry):
        names += entry.names.split()
    return {_same(name) for name in names}


def _names_by_node(design: Design) -> dict[str, set[str]]:
    """What a node may call itself when it mounts: its name and its boot and persistent labels."""
    plan, layout = design.plan, layout_of(design)
    found = {node.key: {_same(node.name)} for node in plan.rows(Node)}
    for label in plan.rows(IpLabel):
        node = layout.boot_node(label)
        if node in found:
            found[node].add(_same(label.name))
    return found


@rule(
    "NFS-HOSTS",
    "Host that nobody knows",
    severity=Severity.ADVICE,
    sources=(_GUIDE, "D4", "W10"),
    fix="Correct the name, or enter the host on the worksheet of host entries.",
)
def nfs_hosts(design: Design, rule: Rule) -> Iterator[Finding]:
    """The server looks the names up when it exports. A name that only a distant name server knows
    makes the takeover wait for that server, and a mistyped one shuts a client out."""
    exports = design.plan.rows(NfsExport)
    known = _known(design) if exports else set()
    for row in exports:
        for column, words in _LISTS:
            strange = [name for name in hosts_of(getattr(row, column)) if _same(name) not in known]
            if strange:
                yield rule.at(
                    cell(row, column),
                    title=f"{row.path} gives {words} to {listed(strange)}, which no node, label "
                    "or host entry is called",
                )


@rule(
    "NFS-HOST-TWICE",
    "Host that may write and may only read",
    severity=Severity.WARNING,
    sources=(_GUIDE, "AIX commands: exportfs"),
    fix="Leave the host in one of the two lists.",
)
def nfs_host_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A host in both lists gets what the server reads first, and no plan says what that is."""
    for row in design.plan.rows(NfsExport):
        writers = {_same(name) for name in hosts_of(row.read_write_hosts)}
        both = [name for name in hosts_of(row.read_only_hosts) if _same(name) in writers]
        if both:
            yield rule.at(
                cell(row, "read_only_hosts"),
                cell(row, "read_write_hosts"),
                title=f"{row.path} lets {listed(both)} write and only read",
            )


@rule(
    "NFS-MOUNT-ACCESS",
    "Node that may not write to what it mounts",
    severity=Severity.WARNING,
    sources=(_GUIDE,),
    fix="Add the node to the hosts with write access.",
)
def nfs_mount_access(design: Design, rule: Rule) -> Iterator[Finding]:
    """Nodes that mount an export of the cluster themselves are clients like all others. One that
    the list leaves out finds its files read-only, or not at all, after a takeover."""
    plan = design.plan
    names = _names_by_node(design) if plan.rows(NfsMount) else {}
    for mount in plan.rows(NfsMount):
        export = plan.get(NfsExport, mount.export)
        group = plan.get(ResourceGroup, mount.resource_group)
        writers = export.read_write_hosts if export is not None else ""
        # With a netgroup or an address in the list nobody can tell here who is meant.
        if group is None or not writers.strip() or len(hosts_of(writers)) < len(writers.split(":")):
            continue
        allowed = {_same(name) for name in hosts_of(writers)}
        left_out = [
            node
            for node in plan.pick(Node, dict.fromkeys(group.nodes))
            if allowed.isdisjoint(names[node.key])
        ]
        if export is not None and left_out:
            yield rule.at(
                cell(export, "read_write_hosts"),
                cell(mount, "export"),
                *(cell(node, "name") for node in left_out),
                title=f"{listed(node.name for node in left_out)} may mount {export.path} at "
                f"{mount.mount_point} and not write to it",
                about=mount.key,
            )
