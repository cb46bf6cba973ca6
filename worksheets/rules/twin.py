"""What differs between a cluster and the one that it must equal, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from worksheets.plan.choice import Choice
from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.formats import address, addresses, date, mac_address, multicast_address, wwpn
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS
from worksheets.rules.policy import NO_POLICY, Policy
from worksheets.rules.twin_rows import Pairs, alike, named_alike, paired

# Where the cluster stands, what surrounds it, who looks after it and what is written about it.
_APART = frozenset(
    (
        *("site", "rack", "power_circuit", "frame", "storage_unit", "network_device"),
        *("device_link", "hmc", "host_entry", "netmon_target", "administrator", "support_team"),
        *("sheet_remark", "requirement", "current_system", "maintenance_task", "operation_guide"),
    )
)
# What has to be a cluster's own, beyond what its column says itself.
_OWN: dict[str, frozenset[str]] = {
    "": frozenset(("notes", "rationale")),
    "application": frozenset(("owner",)),
    "card": frozenset(("name", "slot")),
    "cluster_options": frozenset(
        ("name", "environment", "mirrors", "owner", "purpose", "change_id", "detection_rationale")
    ),
    "disk": frozenset(("name", "wwid")),
    "disk_path": frozenset(("hdisk",)),
    "interface": frozenset(("location", "vlan")),
    "ip_label": frozenset(("name", "aliases", "dns_name", "users")),
    "name_resolution": frozenset(("servers",)),
    "network": frozenset(("vlan",)),
    "node": frozenset(("name", "host_name", "partition", "cpu_peak")),
    "port": frozenset(("name", "switch_port", "cable", "location")),
    "remote_notification": frozenset(("contacts",)),
    "shared_ethernet_adapter": frozenset(("vlans", "default_vlan")),
    "software_level": frozenset(("source", "evidence")),
    "split_merge_policy": frozenset(("nfs_server", "cloud_bucket")),
    "virtual_io_server": frozenset(("name",)),
}
_OWN_FORMATS = (address, addresses, multicast_address, mac_address, wwpn, date)
_LONGEST = 60


class Line(NamedTuple):
    """A cell that says something else there. `open`: on one side nothing is entered."""

    sheet: str
    key: str
    column: str
    title: str
    here: str
    there: str
    open: bool

    @property
    def words(self) -> str:
        return (
            f"{self.title}, {self.column.replace('_', ' ')}: {self.here} here, {self.there} there"
        )


class Missing(NamedTuple):
    """A row that only one of the two clusters has; `key` is that row's."""

    sheet: str
    key: str
    title: str
    is_here: bool


class Differences(NamedTuple):
    """All that differs on one worksheet, in an order that does not hang on that of the rows."""

    sheet: str
    lines: tuple[Line, ...]
    missing: tuple[Missing, ...]


def compared() -> tuple[type[Row], ...]:
    """The worksheets on which twins are compared."""
    return tuple(kind for slug, kind in KINDS.items() if slug not in _APART)


@cache
def compared_columns(kind: type[Row]) -> tuple[Field, ...]:
    """The columns in which counterparts must be equal."""
    own = _OWN[""] | _OWN.get(kind.slug, frozenset())
    return tuple(
        field
        for name, field in fields_of(kind).items()
        if name not in own
        and field.identifies is None
        and field.target not in _APART
        and not (field.format is not None and field.format.check in _OWN_FORMATS)
    )


def differences(here: Plan, there: Plan, policy: Policy = NO_POLICY) -> tuple[Differences, ...]:
    """What keeps `here` from being equal to `there`, by worksheet; nothing where all is equal."""
    pairs = paired(here, there, compared(), policy)
    same = alike(here, there, pairs)
    found = []
    for kind in compared():
        lines = tuple(sorted(_lines(here, there, kind, pairs, same, policy)))
        missing = tuple(sorted(_missing(here, there, kind, pairs)))
        if lines or missing:
            found.append(Differences(kind.slug, lines, missing))
    return tuple(found)


def _missing(here: Plan, there: Plan, kind: type[Row], pairs: Pairs) -> Iterator[Missing]:
    mine = pairs[kind.slug]
    its = set(mine.values())
    for key, title in here.titles(kind).items():
        if key not in mine:
            yield Missing(kind.slug, key, title, is_here=True)
    for key, title in there.titles(kind).items():
        if key not in its:
            yield Missing(kind.slug, key, title, is_here=False)


def _lines(
    here: Plan,
    there: Plan,
    kind: type[Row],
    pairs: Pairs,
    same: Callable[[str, str], bool],
    policy: Policy,
) -> Iterator[Line]:
    columns = compared_columns(kind)
    values = attrgetter(*(field.name for field in columns))
    # Then equal references lead to counterparts.
    by_key = all(_is_by_key(pairs, field.target) for field in columns if field.target)
    for key, other in pairs[kind.slug].items():
        row, twin = here.get(kind, key), there.get(kind, other)
        if by_key and values(row) == values(twin):
            continue
        for field in columns:
            mine, its = getattr(row, field.name), getattr(twin, field.name)
            if field.name == "name":
                equal = mine == its or named_alike(here, there, kind, key, other, policy)
            else:
                equal = _equal(field, mine, its, pairs, same)
            if not equal:
                yield Line(
                    kind.slug,
                    key,
                    field.name,
                    here.title(kind, key),
                    _words(here, field, mine),
                    _words(there, field, its),
                    open=_is_open(mine) or _is_open(its),
                )


def _is_by_key(pairs: Pairs, slug: str) -> bool:
    return all(key == other for key, other in pairs[slug].items())


def _equal(
    field: Field, mine: object, its: object, pairs: Pairs, same: Callable[[str, str], bool]
) -> bool:
    if field.target:
        keys = pairs[field.target]
        if isinstance(mine, tuple):
            return tuple(keys.get(key, "") for key in mine) == its
        return (keys.get(str(mine), "") if mine else "") == its and bool(mine) == bool(its)
    if isinstance(mine, str) and isinstance(its, str) and not isinstance(mine, Choice):
        return mine == its or same(mine, its)
    return mine == its


def _is_open(value: object) -> bool:
    return value in (None, "", ())


def _words(plan: Plan, field: Field, value: object) -> str:
    if _is_open(value):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Choice):
        return value.label
    if field.holds is Holds.REFERENCES and isinstance(value, tuple):
        text = ", ".join(plan.title(KINDS[field.target], key) for key in value)
    elif field.holds is Holds.REFERENCE:
        text = plan.title(KINDS[field.target], str(value))
    else:
        text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
