"""Resources of types of one's own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application_monitor import FailureAction
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.user_defined_resource import AcquiredAfter, UserDefinedResource
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.restarts import least_restart_interval

_GUIDE = "PowerHA planning guide: user-defined resources"
_SCRIPTS = (("start_method", "start"), ("stop_method", "stop"))
_OF_THE_TYPE = (
    "start_method", "stop_method", "verification_method", "monitor_method", "cleanup_method",
    "restart_method",
)  # fmt: skip
_MONITORING = (
    ("monitor_mode", "a monitor mode"),
    ("monitor_interval", "a monitor interval"),
    ("hung_signal", "a signal for a hung monitor"),
    ("stabilization_interval", "a stabilization interval"),
    ("restart_count", "a restart count"),
    ("restart_interval", "a restart interval"),
    ("failure_action", "an action on failure"),
    ("cleanup_method", "a cleanup method"),
    ("restart_method", "a restart method"),
    ("notify_method", "a notify method"),
)
_WAITS_FOR = {
    AcquiredAfter.VOLUME_GROUP: "volume_groups",
    AcquiredAfter.FILE_SYSTEM: "volume_groups",
    AcquiredAfter.SERVICE_IP: "service_labels",
    AcquiredAfter.TAPE: "tapes",
    AcquiredAfter.APPLICATION: "controllers",
}


@rule(
    "UDR-METHODS",
    "User-defined resource without start or stop method",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "P4", "P5"),
    fix="Enter the full path of the script; it is the same on every node.",
)
def udr_methods(design: Design, rule: Rule) -> Iterator[Finding]:
    """A type of resource is made of its methods. Without the one it never comes up, without the
    other it stays behind on the old node."""
    for row in design.plan.rows(UserDefinedResource):
        for column, word in _SCRIPTS:
            if not getattr(row, column):
                yield rule.at(cell(row, column), title=f"{row.name} has no {word} method")


@rule(
    "UDR-ONE-METHOD",
    "One method to start and to stop",
    severity=Severity.WARNING,
    sources=(_GUIDE, "P4", "P5"),
    fix="Write two scripts; PowerHA does not say which of the two it wants.",
)
def udr_one_method(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA calls the method of the moment and nothing else tells the script what to do."""
    for row in design.plan.rows(UserDefinedResource):
        if row.start_method and row.start_method == row.stop_method:
            yield rule.at(
                cell(row, "stop_method"),
                cell(row, "start_method"),
                title=f"{row.name} starts and stops with the same method",
            )


@rule(
    "UDR-UNWATCHED",
    "User-defined resource that nobody watches",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_GUIDE, "P7", "O1"),
    fix="Enter a monitor method, or note why its failure does no harm.",
)
def udr_unwatched(design: Design, rule: Rule) -> Iterator[Finding]:
    """Without a monitor method a dead resource goes unnoticed while its group counts as online.
    Monitoring that lacks nothing but the method has a rule of its own."""
    for row in design.plan.rows(UserDefinedResource):
        begun = any(getattr(row, column) for column, _ in _MONITORING)
        if not (row.monitor_method or begun or row.notes.strip()):
            yield rule.at(cell(row, "monitor_method"), title=f"No method watches {row.name}")


@rule(
    "UDR-MONITOR-IDLE",
    "Monitoring without a monitor method",
    severity=Severity.ADVICE,
    sources=(_GUIDE,),
    fix="Enter the monitor method, or clear what belongs to it.",
)
def udr_monitor_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """Intervals, counts and actions belong to the monitor method; alone they do nothing."""
    for row in design.plan.rows(UserDefinedResource):
        given = [(column, word) for column, word in _MONITORING if getattr(row, column)]
        if given and not row.monitor_method:
            yield rule.at(
                cell(row, "monitor_method"),
                *(cell(row, column) for column, _ in given),
                title=f"{row.name} has {listed(word for _, word in given)} and no monitor method",
            )


@rule(
    "UDR-RESTART",
    "Restart interval of a resource too short",
    severity=Severity.WARNING,
    sources=(_GUIDE, "P7", "per IBM guides"),
    fix="Take at least 1.1 times the restart count times the sum of the other two intervals.",
)
def udr_restart(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA forgets restarts after this interval. If the allowed restarts do not fit into it
    the count never fills: the resource is restarted for ever and its group never moves."""
    for row in design.plan.rows(UserDefinedResource):
        if not row.restart_count or row.restart_interval is None:
            continue
        if row.stabilization_interval is None or row.monitor_interval is None:
            continue
        each = row.stabilization_interval + row.monitor_interval
        least = least_restart_interval(row.restart_count, each)
        if row.restart_interval < least:
            yield rule.at(
                cell(row, "restart_interval"),
                cell(row, "restart_count"),
                title=f"{row.name} forgets restarts after {row.restart_interval} s; "
                f"{row.restart_count} restarts take up to {least} s",
            )


@rule(
    "UDR-NOTIFY",
    "Resource whose failure is told to nobody",
    severity=Severity.WARNING,
    sources=(_GUIDE, "O4"),
    fix="Enter a notify method, or let the failure lead to a fallover.",
)
def udr_notify(design: Design, rule: Rule) -> Iterator[Finding]:
    """With the action "notify" a failed resource stays down until somebody comes. Without a
    notify method nobody learns of it."""
    for row in design.plan.rows(UserDefinedResource):
        if row.failure_action is FailureAction.NOTIFY and not row.notify_method:
            yield rule.at(
                cell(row, "notify_method"),
                cell(row, "failure_action"),
                title=f"{row.name} only notifies, and no notify method is entered",
            )


@rule(
    "UDR-TYPE",
    "Resources of one type with different methods",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Give them the same methods, or types of their own; let attributes tell them apart.",
)
def udr_type(design: Design, rule: Rule) -> Iterator[Finding]:
    """Methods belong to the type. Resources of one type run the same scripts, which learn from
    the attributes which resource they are to handle."""
    types: dict[str, list[UserDefinedResource]] = defaultdict(list)
    for row in layout_of(design).ordered(UserDefinedResource):
        if row.type.strip():
            types[row.type.strip()].append(row)
    for name, rows in types.items():
        for column in _OF_THE_TYPE:
            if len({getattr(row, column) for row in rows}) > 1:
                yield rule.at(
                    *(cell(row, column) for row in rows),
                    title=f"{listed(row.name for row in rows)} are of the type {name} and differ "
                    f"in the {column.replace('_', ' ')}",
                )


@rule(
    "UDR-ATTRIBUTES",
    "Attribute that no script can read",
    severity=Severity.WARNING,
    sources=(_GUIDE,),
    fix="Write one name=value on each line, each name once.",
)
def udr_attributes(design: Design, rule: Rule) -> Iterator[Finding]:
    """The scripts get the attributes by their names. A line without a name, or two lines of one
    name, tell them nothing that can be relied on."""
    for row in design.plan.rows(UserDefinedResource):
        lines = [line.strip() for line in row.attributes.split("\n") if line.strip()]
        names = [line.partition("=")[0].strip() if "=" in line else "" for line in lines]
        for number, (line, name) in enumerate(zip(lines, names, strict=True), start=1):
            if not name:
                yield rule.at(
                    cell(row, "attributes"),
                    title=f"{row.name}: {line[:60]!r} is not of the form name=value",
                    about=f"line {number}",
                )
        for name, times in Counter(names).items():
            if name and times > 1:
                yield rule.at(
                    cell(row, "attributes"),
                    title=f"{row.name} has the attribute {name} {times} times",
                    about=f"name {name}",
                )


@rule(
    "UDR-AFTER",
    "Resource that comes after something that is not there",
    severity=Severity.ADVICE,
    sources=(_GUIDE,),
    fix="Choose what it really needs, or add that to the group.",
)
def udr_after(design: Design, rule: Rule) -> Iterator[Finding]:
    """The answer says what the resource needs. If its group holds nothing of the kind, either the
    answer is wrong or something is missing from the group."""
    plan, wpars = design.plan, layout_of(design).wpars_of
    for group in plan.rows(ResourceGroup):
        for row in plan.pick(UserDefinedResource, dict.fromkeys(group.user_defined_resources)):
            after = row.acquired_after
            if after is None or after is AcquiredAfter.FIRST:
                continue
            column = _WAITS_FOR.get(after, "")
            there = getattr(group, column) if column else group.key in wpars
            if not there:
                yield rule.at(
                    cell(row, "acquired_after"),
                    cell(group, column),
                    title=f"{row.name} comes after {after.label}, and {group.name} has none",
                    about=group.key,
                )
