"""NFS beyond one example of each rule."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, group, sound
from tests.rules.examples_nfs import NFS, elsewhere, ex, mo, rg, second, two_networks
from tests.rules.resources import led
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.dependency import DependencyKind
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.nfs_export import NfsExport, NfsVersion
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.judge import judge
from worksheets.rules.registry import catalogue

V3, V4, BOTH = NfsVersion
AFTER = DependencyKind.START_AFTER


def said(rule: str, plan: Plan) -> list[tuple[str, str]]:
    """Severity and title of each finding."""
    return [(item.severity.value, item.title) for item in found(rule, plan)]


def places(rule: str, plan: Plan) -> list[str]:
    """All places of the only finding."""
    (finding,) = found(rule, plan)
    return ["/".join((place.sheet, place.key, place.column)) for place in finding.places]


def test_the_sound_export_has_no_finding_of_its_own():
    before = {finding.rule for finding in judge(sound()).findings}
    assert {finding.rule for finding in judge(NFS).findings} == before


def test_a_plan_without_nfs_has_no_finding_about_it():
    assert not [f for f in judge(sound()).findings if f.rule.startswith("NFS")]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (False, [("blocker", "rg_app exports /app and brings its address up first")]),
        (None, [("advice", "rg_app exports /app and has no answer to mount before IP")]),
        (True, []),
    ],
)
def test_address_after_file_systems(answer, expected):
    assert said("NFS-MOUNT-ORDER", rg(mount_before_address=answer)) == expected


def test_a_group_that_exports_nothing_may_bring_its_address_up_first():
    plan = rg(mount_before_address=False).without(NfsExport, "ex")
    assert not found("NFS-MOUNT-ORDER", plan)
    assert not found("NFS-NO-ADDRESS", rg(service_labels=()).without(NfsExport, "ex"))


def test_order_names_all_exports_and_marks_them():
    plan = edit(second(), ResourceGroup, "rg", mount_before_address=False)
    assert places("NFS-MOUNT-ORDER", plan) == [
        "resource_group/rg/mount_before_address",
        "nfs_export/ex/resource_group",
        "nfs_export/ex2/resource_group",
    ]
    assert said("NFS-MOUNT-ORDER", plan)[0][1].startswith("rg_app exports /app and /other and")


@pytest.mark.parametrize("rule", ["NFS-FILE-SYSTEM", "NFS-MAJOR"])
@pytest.mark.parametrize(
    "open_plan",
    [
        ex(file_system=""),
        edit(NFS, FileSystem, "fs", logical_volume=""),
        edit(NFS, LogicalVolume, "lv", volume_group=""),
    ],
)
def test_a_file_system_of_no_known_volume_group_is_not_judged(rule, open_plan):
    plan = edit(open_plan, ResourceGroup, "rg", volume_groups=())
    assert not found(rule, edit(plan, VolumeGroup, "vg", major_number=None))


def test_an_export_of_no_group_needs_no_volume_group_there():
    assert not found("NFS-FILE-SYSTEM", edit(ex(resource_group=""), ResourceGroup, "rg", nodes=()))


def test_a_missing_major_number_marks_every_export():
    plan = edit(second(file_system="fs"), VolumeGroup, "vg", major_number=None)
    assert places("NFS-MAJOR", plan) == [
        "volume_group/vg/major_number", "nfs_export/ex/file_system", "nfs_export/ex2/file_system",
    ]  # fmt: skip
    rule = catalogue()["NFS-MAJOR"]
    assert (rule.severity.value, rule.outside_production.value) == ("warning", "advice")


@given(st.lists(st.sampled_from(["app", "data", "x"]), min_size=1, max_size=3))
def test_an_export_is_the_mount_point_or_below_it(steps):
    path = "/" + "/".join(steps)
    assert bool(found("NFS-PATH", ex(path=path))) is (steps[0] != "app")


def test_a_path_without_a_file_system_is_not_judged():
    assert not found("NFS-PATH", ex(path="/elsewhere", file_system=""))


def test_exports_in_different_file_systems_may_be_nested():
    plan = second(path="/app/data", file_system="fs2")
    plan = plan.replace(FileSystem(key="fs2", mount_point="/app/data"))
    assert not found("NFS-EXPORT-NESTED", plan)
    assert not found("NFS-EXPORT-NESTED", second(path="/app/", file_system="fs"))


@pytest.mark.parametrize(
    ("version", "domain", "findings"),
    [(V4, "b.com", 1), (BOTH, "b.com", 1), (V3, "b.com", 0), (None, "b.com", 0), (V4, "", 0),
     (V4, " ", 0), (V4, "BANK.example.com", 0)],
)  # fmt: skip
def test_domains_of_version_4_only(version, domain, findings):
    plan = second(nfs_version=version, domain=domain)
    assert len(found("NFS-DOMAIN", plan)) == findings


@pytest.mark.parametrize(
    ("version", "auto", "path", "stable"),
    [(V4, False, "", 1), (V4, None, "", 0), (V4, True, "", 0), (V3, False, "", 0),
     (V4, False, "/app/s", 0), (BOTH, False, "", 1)],
)  # fmt: skip
def test_stable_storage_is_asked_of_version_4(version, auto, path, stable):
    plan = ex(nfs_version=version, auto_stable_storage=auto, stable_storage=path)
    assert len(found("NFS-STABLE-STORAGE", plan)) == stable


@pytest.mark.parametrize("rule", ["NFS-STABLE-PLACE", "NFS-STABLE-EXPORTED"])
@pytest.mark.parametrize(
    "cells",
    [{"auto_stable_storage": True}, {"stable_storage": ""}, {"nfs_version": V3}],
)
def test_a_place_for_stable_storage_counts_only_where_it_is_used(rule, cells):
    path = "/app/s" if rule.endswith("EXPORTED") else "/var/s"
    given_cells: dict[str, Any] = {"auto_stable_storage": False, "stable_storage": path, **cells}
    assert found(rule, ex(auto_stable_storage=False, stable_storage=path))
    assert not found(rule, ex(**given_cells))


def test_the_place_is_not_judged_before_group_and_file_systems_are_known():
    plan = ex(auto_stable_storage=False, stable_storage="/var/s")
    assert not found("NFS-STABLE-PLACE", plan.without(FileSystem, "fs"))
    assert not found("NFS-STABLE-PLACE", edit(plan, NfsExport, "ex", resource_group=""))
    assert found("NFS-STABLE-EXPORTED", edit(ex(
        auto_stable_storage=False, stable_storage="/app"), NfsExport, "ex", resource_group=""
    ))  # fmt: skip


def test_groups_may_have_different_stable_storage():
    plan = second(resource_group="g1", stable_storage="/app/s").replace(group("g1"))
    assert not found("NFS-STABLE-DIFFERENT", plan)
    assert found("NFS-STABLE-DIFFERENT", second(stable_storage="/app/s"))
    assert not found("NFS-STABLE-DIFFERENT", second(resource_group="", stable_storage="/app/s"))
    assert not found("NFS-STABLE-DIFFERENT", second())


def test_idle_answers_of_version_3_are_told_one_by_one():
    plan = ex(nfs_version=V3, stable_storage="/app/s")
    titles = [title for _, title in said("NFS-4-IDLE", plan)]
    assert titles == [
        "/app has an NFS domain and is not exported by NFS 4",
        "/app has an answer about stable storage and is not exported by NFS 4",
        "/app has a path for stable storage and is not exported by NFS 4",
    ]
    assert not found("NFS-4-IDLE", ex(nfs_version=None))


@pytest.mark.parametrize("column", ["read_write_hosts", "read_only_hosts", "root_hosts"])
@pytest.mark.parametrize(
    "hosts", ["nodea", "NODEB.bank.example.com", "app_svc", "www", "app", "db7", "@trusted",
              "10.1.1.7", "-nodea", ":", " nodea : nodeb "],
)  # fmt: skip
def test_known_hosts(column, hosts):
    plan = edit(ex(**{column: hosts}), IpLabel, "svc", aliases="www", dns_name="app.example.com")
    plan = plan.replace(HostEntry(key="he", address="10.1.1.9", names="db7.example.com db7"))
    assert not found("NFS-HOSTS", plan)


@pytest.mark.parametrize(
    ("column", "words"),
    [("read_write_hosts", "write access"), ("read_only_hosts", "read access"),
     ("root_hosts", "root access")],
)  # fmt: skip
def test_unknown_hosts_are_named(column, words):
    (finding,) = found("NFS-HOSTS", ex(**{column: "nodea: nodex :@n"}))
    assert finding.title == (
        f"/app gives {words} to nodex, which no node, label or host entry is called"
    )
    assert finding.places[0].column == column


@pytest.mark.parametrize(
    ("writers", "told"),
    [
        ("nodea", ["nodeb"]),
        ("other", ["nodea", "nodeb"]),
        ("nodea:nodeb", []),
        ("nodea_boot2:nodeb_boot1", []),
        ("nodea_adm:NODEB.example.com", []),
        ("app_svc", ["nodea", "nodeb"]),
        ("", []),
        ("nodea:@all", []),
        ("nodea:10.1.1.12", []),
    ],
)
def test_nodes_that_mount_may_write(writers, told):
    titles = [title for _, title in said("NFS-MOUNT-ACCESS", ex(read_write_hosts=writers))]
    names = " and ".join(told)
    expected = [f"{names} may mount /app at /mnt/app and not write to it"] if told else []
    assert titles == expected


def test_access_needs_a_mount_of_a_group():
    plan = ex(read_write_hosts="nodea")
    assert not found("NFS-MOUNT-ACCESS", edit(plan, NfsMount, "mo", resource_group=""))
    assert not found("NFS-MOUNT-ACCESS", edit(plan, NfsMount, "mo", export=""))
    assert not found("NFS-MOUNT-ACCESS", plan.without(NfsMount, "mo"))


def test_two_mounts_of_one_export_are_two_findings():
    plan = ex(read_write_hosts="nodea")
    row = plan.get(NfsMount, "mo")
    plan = plan.replace(msgspec.structs.replace(row, key="mp", mount_point="/mnt/b"))
    findings = found("NFS-MOUNT-ACCESS", plan)
    assert len({finding.identity for finding in findings}) == 2


def test_what_a_mount_lacks():
    assert said("NFS-MOUNT-OPEN", mo(resource_group="")) == [
        ("warning", "No group mounts /mnt/app")
    ]
    assert said("NFS-MOUNT-OPEN", mo(export="")) == [("warning", "Nothing is mounted at /mnt/app")]


def test_the_network_may_stay_open_with_one_address():
    assert not found("NFS-MOUNT-NETWORK", mo(network=""))
    assert not found("NFS-MOUNT-NETWORK", edit(two_networks(network=""), NfsMount, "mo", export=""))
    same = edit(two_networks(network=""), IpLabel, "svc2", network="net1")
    assert not found("NFS-MOUNT-NETWORK", same)


@pytest.mark.parametrize(
    ("kind", "severity"),
    [(NetworkKind.ETHER, []), (NetworkKind.XD_IP, []), (NetworkKind.XD_DATA, ["warning"]),
     (NetworkKind.SANCOMM, ["blocker"])],
)  # fmt: skip
def test_kinds_of_network(kind, severity):
    plan = edit(NFS, Network, "net1", kind=kind)
    assert [level for level, _ in said("NFS-NETWORK-KIND", plan)] == severity


def test_a_network_without_address_is_not_told_before_both_are_known():
    assert not found("NFS-NETWORK-LABEL", mo(network=""))
    assert not found("NFS-NETWORK-LABEL", mo(network="net2", export=""))
    plan = edit(mo(network="net2"), ResourceGroup, "rg", service_labels=())
    assert not found("NFS-NETWORK-LABEL", plan)
    assert not found("NFS-NETWORK-REACH", mo(network=""))
    assert not found("NFS-NETWORK-REACH", mo(resource_group="").without(Interface, "i21"))


def test_network_reach_marks_the_nodes():
    other = edit(NFS.without(Interface, "i22"), NfsMount, "mo", network="net2")
    assert places("NFS-NETWORK-REACH", other) == ["nfs_mount/mo/network", "node/n2/name"]
    assert found("NFS-NETWORK-REACH", NFS.without(Interface, "i21")) == []
    assert found("NET-GROUP-REACH", NFS.without(Interface, "i21")) != []


@pytest.mark.parametrize(
    ("point", "there"),
    [("/app", "a shared file system"), ("/other/", "an exported directory"),
     ("/var/ha", "a local file system"), ("/mnt/app", None), ("/ap", None), ("/app/x", None)],
)  # fmt: skip
def test_what_stands_at_a_mount_point(point, there):
    plan = edit(second(), NfsMount, "mo", mount_point=point)
    plan = plan.replace(
        LocalFileSystem(key="lo", name="lv_ha", mount_point="/var/ha"),
        LocalFileSystem(key="pg", name="hd6"),
    )
    expected = [f"The mount point {point} is also that of {there}"] if there else []
    assert [title for _, title in said("NFS-MOUNT-POINT", plan)] == expected


@pytest.mark.parametrize(
    ("point", "outer"),
    [("/app/x", "/app"), ("/other/a/b", "/other"), ("/app", ""), ("/application", ""), ("/", "")],
)
def test_mounts_inside_others(point, outer):
    plan = edit(second(), NfsMount, "mo", mount_point=point)
    expected = [f"{point} is mounted inside {outer}"] if outer else []
    assert [title for _, title in said("NFS-MOUNT-NESTED", plan)] == expected


def test_a_root_file_system_encloses_nothing():
    assert not found("NFS-MOUNT-NESTED", edit(NFS, FileSystem, "fs", mount_point="/"))


@pytest.mark.parametrize(
    ("version", "options", "told"),
    [
        (V3, "vers=4", [("blocker", "/mnt/app is mounted by version 4, which /app is not "
                         "exported by")]),
        (V4, "vers=3", [("blocker", "/mnt/app is mounted by version 2 or 3, which /app is not "
                         "exported by")]),
        (V4, "hard, VERS=2", [("blocker", "/mnt/app is mounted by version 2 or 3, which /app is "
                               "not exported by")]),
        (V3, "vers=3", []), (V4, "vers=4", []), (BOTH, "vers=4", []), (BOTH, "vers=3", []),
        (None, "vers=4", []), (V4, "", []),
        (V4, "soft", [("warning", "/mnt/app is mounted soft")]),
    ],
)  # fmt: skip
def test_mount_options(version, options, told):
    plan = edit(ex(nfs_version=version), NfsMount, "mo", options=options)
    assert said("NFS-MOUNT-OPTIONS", plan) == told


def test_both_wrong_options_are_two_findings():
    plan = edit(ex(nfs_version=V3), NfsMount, "mo", options="soft,vers=4")
    assert len({finding.identity for finding in found("NFS-MOUNT-OPTIONS", plan)}) == 2


@pytest.mark.parametrize(
    ("rows", "waits"),
    [
        ([led(AFTER, "rg", "g1")], True),
        ([led(DependencyKind.PARENT_CHILD, "rg", "g1")], True),
        ([led(DependencyKind.STOP_AFTER, "rg", "g1")], False),
        ([led(AFTER, "g1", "rg")], False),
        ([led(AFTER, "rg", "g2"), led(DependencyKind.PARENT_CHILD, "g2", "g1")], True),
        ([led(AFTER, "rg", "g2"), led(AFTER, "g2", "rg")], False),
    ],
)  # fmt: skip
def test_a_mount_of_another_group_waits_for_it(rows, waits):
    plan = elsewhere().replace(group("g2"), *rows)
    assert bool(found("NFS-MOUNT-LEADER", plan)) is not waits


def test_a_mount_that_waits_for_nobody_hides_no_other():
    own = NfsMount(key="aa", mount_point="/mnt/own", resource_group="rg", export="ex")
    plan = elsewhere()
    for rows in ([own, *plan.rows(NfsMount)], [*plan.rows(NfsMount), own]):
        assert len(found("NFS-MOUNT-LEADER", plan.without(NfsMount, "mo").replace(*rows))) == 1


def test_a_group_that_mounts_its_own_export_waits_for_nobody():
    assert not found("NFS-MOUNT-LEADER", NFS)
    assert not found("NFS-MOUNT-LEADER", edit(elsewhere(), NfsExport, "ex", resource_group=""))


def test_a_concurrent_group_exports_nothing():
    plan = edit(rg(startup=Startup.OAAN), ResourceGroup, "rg", service_labels=(), volume_groups=())
    assert said("RG-CONCURRENT-RESOURCES", plan) == [
        ("blocker", "rg_app is online on all nodes and exports /app by NFS")
    ]
    assert places("RG-CONCURRENT-RESOURCES", plan) == [
        "resource_group/rg/startup", "nfs_export/ex/resource_group",
    ]  # fmt: skip


@given(st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True))
def test_hosts_follow_their_nodes_through_any_renaming(name):
    plan = edit(ex(root_hosts=f"node{name}"), Node, "n1", name=f"node{name}")
    assert not found("NFS-HOSTS", edit(plan, NfsExport, "ex", read_write_hosts=""))
