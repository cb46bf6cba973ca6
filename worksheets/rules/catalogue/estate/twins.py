"""A test cluster that must equal its production cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from worksheets.plan.rows import KINDS
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, Severity, cell, sheet
from worksheets.rules.registry import Rule, rule
from worksheets.rules.twin import Differences, Line, Missing, differences

# So many findings of one worksheet are told one by one; beyond it there is one for all.
MOST = 50


def _differences(design: Design) -> tuple[Differences, ...]:
    """What differs from the twin; nothing for a production cluster, which is the one to follow."""

    def work() -> tuple[Differences, ...]:
        twin = design.estate.twin
        if twin is None or design.is_production:
            return ()
        return differences(design.plan, twin.plan, design.policy)

    return design.memory.recall("twin", work)


def _twin_name(design: Design) -> str:
    twin = design.estate.twin
    return twin.name if twin is not None else ""


def _in_one(rule: Rule, slug: str, what: str, lines: Sequence[str], severity: Severity) -> Finding:
    """One finding for a worksheet on which too much differs to be told one by one."""
    worksheet = slug.replace("_", " ")
    rest = len(lines) - MOST
    return rule.at(
        sheet(KINDS[slug]),
        title=f"The worksheet {worksheet} {what.format(number=len(lines))}",
        detail="\n".join((*lines[:MOST], f"and {rest} more")),
        about="all",
        severity=severity,
    )


@rule(
    "TWIN-CELL",
    "Cell that differs from the cluster to equal",
    severity=Severity.WARNING,
    sources=("M5", "U3"),
    fix="Make both equal, or write into the rationale of the row why it has to differ.",
)
def twin_cell(design: Design, rule: Rule) -> Iterator[Finding]:
    """A change that went well on a test cluster proves something about production only as far as
    the two are equal. Names of nodes, addresses and places have to differ; nothing else should.
    A cell that is still empty on one side is advice."""
    name = _twin_name(design)
    for found in _differences(design):
        if len(found.lines) > MOST:
            grave = not all(line.open for line in found.lines)
            yield _in_one(
                rule,
                found.sheet,
                f"differs from {name} in {{number}} cells",
                [line.words for line in found.lines],
                Severity.WARNING if grave else Severity.ADVICE,
            )
            continue
        yield from (_line(rule, line, name) for line in found.lines)


def _line(rule: Rule, line: Line, name: str) -> Finding:
    return rule.at(
        Place(line.sheet, line.key, line.column),
        title=f"{line.title} differs from {name} in {line.column.replace('_', ' ')}: "
        f"{line.here} here, {line.there} there",
        severity=Severity.ADVICE if line.open else None,
    )


@rule(
    "TWIN-ROW",
    "Row that only one of two equal clusters has",
    severity=Severity.WARNING,
    sources=("M5", "U3"),
    fix="Add the row where it is missing, or remove it; if both clusters have it under different "
    "names, give it one name or a naming rule that both follow.",
)
def twin_row(design: Design, rule: Rule) -> Iterator[Finding]:
    """What only production has was never tried, and what only the test cluster has may be the
    reason why a test went well. Rows belong together by key, by title, or by a name that differs
    in nothing but environment and cluster."""
    name = _twin_name(design)
    for found in _differences(design):
        if len(found.missing) > MOST:
            yield _in_one(
                rule,
                found.sheet,
                f"has {{number}} rows that only this cluster or only {name} has",
                [_missing_words(row, name) for row in found.missing],
                rule.severity,
            )
            continue
        for row in found.missing:
            place = Place(row.sheet, row.key) if row.is_here else sheet(KINDS[row.sheet])
            yield rule.at(
                place,
                title=_missing_words(row, name),
                about="" if row.is_here else row.key,
            )


def _missing_words(row: Missing, name: str) -> str:
    worksheet = row.sheet.replace("_", " ")
    if row.is_here:
        return f"{name} has no {worksheet} {row.title}, which stands here"
    return f"There is no {worksheet} {row.title} here, which {name} has"


@rule(
    "TWIN-UNKNOWN",
    "Cluster to equal that is not there",
    severity=Severity.WARNING,
    sources=("M5",),
    fix="Enter the name of a cluster of the same team, as its own worksheet has it.",
)
def twin_unknown(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two plans can be compared only when both are there, and when everybody who may see the one
    may see the other: so both belong to one team."""
    estate = design.estate
    if not estate.known or estate.twin is not None:
        return
    for options in design.plan.rows(ClusterOptions):
        wanted = options.mirrors
        if wanted and wanted == options.name:
            yield rule.at(
                cell(options, "mirrors"), title=f"{wanted} is to equal itself, which says nothing"
            )
        elif wanted:
            yield rule.at(
                cell(options, "mirrors"),
                title=f"{options.name} must equal {wanted}, but the team has no such cluster",
            )


@rule(
    "TWIN-REVERSED",
    "Production cluster that must equal another one",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("M5",),
    fix="Clear the cell here, and enter the name of this cluster on the test cluster's worksheet.",
)
def twin_reversed(design: Design, rule: Rule) -> Iterator[Finding]:
    """The test cluster follows production, so the test cluster names the production cluster and is
    compared with it. In production the entry has no effect."""
    for options in design.plan.rows(ClusterOptions):
        if design.is_production and options.mirrors:
            yield rule.at(
                cell(options, "mirrors"),
                title=f"The production cluster {options.name} is to equal {options.mirrors}",
            )


@rule(
    "TWIN-MISSING",
    "Production cluster without a test cluster that equals it",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("M5", "T1", "U3"),
    fix="Plan a test cluster like this one, and enter the name of this cluster there under "
    "“Must equal cluster”.",
)
def twin_missing(design: Design, rule: Rule) -> Iterator[Finding]:
    """Updates, new scripts and every takeover are tried first where nobody is harmed. Without a
    cluster built alike, production is where they are tried."""
    estate = design.estate
    if not estate.known or not design.is_production:
        return
    production = Environment.PRODUCTION
    if any(other.environment is not production for other in estate.mirrored_by):
        return
    for options in design.plan.rows(ClusterOptions):
        yield rule.at(
            cell(options, "environment"), title=f"No test cluster must equal {options.name}"
        )
