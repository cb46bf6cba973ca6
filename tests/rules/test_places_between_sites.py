"""All places and whole titles of what is said about sites, mirrors, names, links, consoles."""

from __future__ import annotations

import re

import pytest

from tests.rules import examples_mirrors, examples_names_and_links, examples_split
from tests.rules.telling import places, titles
from worksheets.plan.rows.device_link import DeviceLink
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.name_resolution import NameResolution
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.registry import catalogue

# One more console serves all sites; any replication gives a person something to decide about.
CHANGED_BY_MORE_ROWS = {"HMC-SERVES", "SPLIT-PPRC"}
GUIDES = {
    "AIX commands: chmp",
    "IEEE 802.3",
    "PowerHA planning guide: GLVM",
    "PowerHA planning guide: HMC definitions",
    "PowerHA planning guide: heartbeat",
    "PowerHA planning guide: name resolution",
    "PowerHA planning guide: quarantine policy",
    "PowerHA planning guide: shared volume groups",
    "PowerHA planning guide: split and merge policies",
    "PowerHA planning guide: storage replication",
    "per IBM guides",
}
UNFINISHED = (
    DeviceLink(key="0"),
    Disk(key="0", name="0"),
    GlvmVolumeGroup(key="0"),
    Hmc(key="0", name="0"),
    HostEntry(key="0"),
    NameResolution(key="0"),
    ReplicatedPair(key="0"),
    Replication(key="0", name="0"),
    ResourceGroup(key="0", name="0"),
    Site(key="0", name="0"),
    VolumeGroup(key="0", name="0"),
)
CASES = {
    **examples_split.CASES,
    **examples_mirrors.CASES,
    **examples_names_and_links.CASES,
}
PLACES = {
    "SPLIT-PAIR": [
        ["split_merge_policy/cluster/merge_policy", "split_merge_policy/cluster/split_policy"],
    ],
    "SPLIT-OPEN": [
        ["split_merge_policy/cluster/merge_policy"],
    ],
    "SPLIT-NONE": [
        ["split_merge_policy/cluster/split_policy"],
    ],
    "SPLIT-TWO-NODES": [
        ["split_merge_policy/cluster/split_policy", "split_merge_policy/cluster/rationale"],
    ],
    "SPLIT-INCOMPLETE": [
        ["split_merge_policy/cluster/nfs_server", "split_merge_policy/cluster/split_policy"],
        [
            "split_merge_policy/cluster/nfs_remote_directory",
            "split_merge_policy/cluster/split_policy",
        ],
    ],
    "SPLIT-IDLE": [
        ["split_merge_policy/cluster/notify_interval", "split_merge_policy/cluster/split_policy"],
        ["split_merge_policy/cluster/tie_breaker_disk", "split_merge_policy/cluster/split_policy"],
    ],
    "SPLIT-PRIORITY": [
        ["site/s2/priority", "split_merge_policy/cluster/merge_policy"],
    ],
    "SPLIT-ACTION": [
        ["split_merge_policy/cluster/action_plan"],
    ],
    "SPLIT-DISK-USED": [
        ["split_merge_policy/cluster/tie_breaker_disk", "disk/d9/volume_group"],
    ],
    "SPLIT-DISK-REACH": [
        ["split_merge_policy/cluster/tie_breaker_disk", "node/n2"],
    ],
    "SPLIT-DISK-SITE": [
        ["split_merge_policy/cluster/tie_breaker_disk", "disk/d9/storage_unit"],
    ],
    "SPLIT-DISK-ROLE": [
        ["disk/d9/role", "split_merge_policy/cluster/tie_breaker_disk"],
    ],
    "SPLIT-NFS-INSIDE": [
        ["split_merge_policy/cluster/nfs_server", "node/n2"],
    ],
    "SPLIT-NFS-NEAR": [
        [
            "split_merge_policy/cluster/nfs_server",
            "ip_label/b11/address",
            "ip_label/b21/address",
            "ip_label/svc/address",
        ],
    ],
    "SPLIT-NFS-SHARED": [
        ["split_merge_policy/cluster/nfs_local_directory", "file_system/fs/mount_point"],
    ],
    "SPLIT-MANUAL-CALLS": [
        ["split_merge_policy/cluster/maximum_notifications"],
        ["split_merge_policy/cluster/notify_interval"],
    ],
    "SPLIT-MANUAL-WAITS": [
        ["split_merge_policy/cluster/surviving_site", "split_merge_policy/cluster/rationale"],
    ],
    "SPLIT-SURVIVOR": [
        ["split_merge_policy/cluster/surviving_site", "site/s1"],
    ],
    "SPLIT-PPRC": [
        ["split_merge_policy/cluster/applies_to_pprc"],
    ],
    "QUARANTINE-NONE": [
        ["split_merge_policy/cluster/quarantine"],
    ],
    "QUARANTINE-CRITICAL": [
        ["split_merge_policy/cluster/critical_group", "split_merge_policy/cluster/quarantine"],
    ],
    "QUARANTINE-IDLE": [
        ["split_merge_policy/cluster/critical_group", "split_merge_policy/cluster/quarantine"],
    ],
    "QUARANTINE-GROUP": [
        ["split_merge_policy/cluster/critical_group", "resource_group/rg/volume_groups"],
    ],
    "QUARANTINE-CONCURRENT": [
        ["split_merge_policy/cluster/quarantine", "resource_group/rg/startup"],
    ],
    "QUARANTINE-MUTUAL": [
        [
            "split_merge_policy/cluster/quarantine",
            "resource_group/rg/nodes",
            "resource_group/two/nodes",
        ],
    ],
    "QUARANTINE-RESERVE": [
        ["disk_path/n1d1/reserve_policy"],
    ],
    "QUARANTINE-SPLIT": [
        ["split_merge_policy/cluster/quarantine", "split_merge_policy/cluster/split_policy"],
    ],
    "REPL-EDITION": [
        ["cluster_options/cluster/edition", "replication"],
    ],
    "REPL-MODE": [
        ["replication/m/mode", "replication/m/method"],
    ],
    "REPL-SITES": [
        ["replication/m/secondary", "replication/m/primary"],
    ],
    "REPL-DISTANCE": [
        ["replication/m/mode", "site/s2/distance_km"],
    ],
    "REPL-LAG": [
        ["replication/m/lag", "replication/m/mode"],
    ],
    "REPL-RECOVERY": [
        ["replication/m/takeover_conditions", "replication/m/recovery_action"],
    ],
    "REPL-EMPTY": [
        ["replication/m", "replicated_pair/replication"],
    ],
    "REPL-NODES": [
        ["resource_group/rg/nodes", "replication/m"],
    ],
    "REPL-PAIR-UNIT": [
        ["replicated_pair/p/secondary", "disk/d1/storage_unit", "replication/m/secondary"],
        ["replicated_pair/p/primary", "disk/d2/storage_unit", "replication/m/primary"],
    ],
    "REPL-PAIR-SIZE": [
        ["replicated_pair/p/secondary", "disk/d1/size", "disk/d2/size"],
    ],
    "REPL-PAIR-TWICE": [
        ["replicated_pair/p/primary", "replicated_pair/q/primary"],
    ],
    "REPL-COPY-USED": [
        ["replicated_pair/p/secondary", "repository_disk/repo2/disk"],
    ],
    "REPL-VG-PARTLY": [
        ["volume_group/vg", "disk/d5"],
    ],
    "REPL-GROUP": [
        ["resource_group/rg/replications", "replication/m"],
    ],
    "REPL-PAIR-REACH": [
        ["replicated_pair/p/secondary", "node/n2"],
    ],
    "OPEN-REPLICATION": [
        ["replication/relationship", "replication/m/relationship"],
        ["replication/agent", "replication/m/agent"],
    ],
    "OPEN-PAIR": [
        ["replicated_pair/secondary", "replicated_pair/p/secondary"],
    ],
    "OPEN-GLVM": [
        ["glvm_volume_group/mode", "glvm_volume_group/g/mode"],
        ["glvm_volume_group/networks", "glvm_volume_group/g/networks"],
    ],
    "GLVM-TWICE": [
        ["glvm_volume_group/g/volume_group", "glvm_volume_group/h/volume_group"],
    ],
    "GLVM-DISK-SITE": [
        ["glvm_volume_group/g/first_disks"],
    ],
    "GLVM-DISK-ROOM": [
        ["glvm_volume_group/g/second_disks", "glvm_volume_group/g/first_disks"],
    ],
    "GLVM-DISK-GROUP": [
        ["glvm_volume_group/g", "disk/d1/volume_group"],
    ],
    "GLVM-DISK-TWICE": [
        ["glvm_volume_group/g/first_disks", "glvm_volume_group/g/second_disks"],
    ],
    "GLVM-POOLS": [
        ["volume_group/vg/mirror_pools", "glvm_volume_group/g"],
    ],
    "GLVM-QUORUM": [
        ["volume_group/vg/quorum", "glvm_volume_group/g"],
    ],
    "GLVM-FORCED": [
        ["resource_group/rg/forced_varyon", "glvm_volume_group/g"],
    ],
    "GLVM-NODES": [
        ["resource_group/rg/nodes", "glvm_volume_group/g"],
    ],
    "VG-SEVERAL-MIRRORS": [
        ["volume_group/vg", "glvm_volume_group/g"],
    ],
    "GLVM-NETWORK": [
        ["glvm_volume_group/g/networks", "network/net1/kind"],
    ],
    "GLVM-NETWORK-ONE": [
        ["glvm_volume_group/g/networks"],
    ],
    "GLVM-NETWORK-REACH": [
        ["glvm_volume_group/g/networks", "node/n2"],
    ],
    "GLVM-PERSISTENT": [
        ["glvm_volume_group/g/networks", "node/n2"],
    ],
    "GLVM-DISTANCE": [
        ["glvm_volume_group/g/mode", "site/s2/distance_km"],
    ],
    "GLVM-CACHE": [
        ["glvm_volume_group/g/cache_volumes", "glvm_volume_group/g/mode"],
        ["glvm_volume_group/g/cache_size", "glvm_volume_group/g/mode"],
    ],
    "GLVM-CACHE-VOLUME": [
        ["glvm_volume_group/g/cache_volumes", "logical_volume/aio/volume_group"],
    ],
    "GLVM-CACHE-IDLE": [
        ["glvm_volume_group/g/cache_unit", "glvm_volume_group/g/high_water_mark"],
    ],
    "GLVM-MARK": [
        ["glvm_volume_group/g/high_water_mark"],
    ],
    "GLVM-ASYNC-GROUP": [
        ["volume_group/vg/type", "glvm_volume_group/g/mode"],
    ],
    "OPEN-RESOLUTION": [
        ["name_resolution/hosts_keeper", "name_resolution/nr1/hosts_keeper"],
        ["name_resolution/order", "name_resolution/nr1/order"],
    ],
    "RESOLVE-ORDER": [
        ["name_resolution/nr1/order"],
    ],
    "RESOLVE-NODE": [
        ["name_resolution/node", "node/n2"],
    ],
    "RESOLVE-TWICE": [
        ["name_resolution/nr1/node", "name_resolution/nr2/node"],
    ],
    "RESOLVE-DIFFER": [
        ["name_resolution/netsvc", "name_resolution/nr1/netsvc", "name_resolution/nr2/netsvc"],
        ["name_resolution/search", "name_resolution/nr1/search", "name_resolution/nr2/search"],
    ],
    "RESOLVE-FILES": [
        ["name_resolution/nr1/nsorder", "name_resolution/nr1/order"],
        ["name_resolution/nr1/netsvc", "name_resolution/nr1/order"],
    ],
    "RESOLVE-INSIDE": [
        ["name_resolution/nr1/servers", "ip_label/svc/address"],
    ],
    "RESOLVE-SERVERS": [
        ["name_resolution/nr1/servers", "name_resolution/nr1/order"],
    ],
    "RESOLVE-ANSWER": [
        [
            "cluster_options/cluster/resolve_locally",
            "name_resolution/nr1/order",
            "name_resolution/nr2/order",
        ],
    ],
    "OPEN-HOSTS": [
        ["host_entry/address", "host_entry/h1/address"],
    ],
    "HOSTS-ADDRESS-TWICE": [
        ["host_entry/h2/address", "host_entry/h1/address"],
    ],
    "HOSTS-NAME-TWICE": [
        ["host_entry/h2/names", "host_entry/h1/names"],
    ],
    "HOSTS-ALIAS": [
        ["host_entry/h1/names"],
    ],
    "HOSTS-LABEL": [
        ["host_entry/h1/names", "ip_label/svc/address"],
    ],
    "HOSTS-LABEL-LINE": [
        ["host_entry/h1/address", "ip_label/svc/address"],
    ],
    "HOSTS-LOOPBACK": [
        ["host_entry/h1/names", "host_entry/h1/address"],
    ],
    "HOSTS-NO-HOST": [
        ["host_entry/h1/address", "network/netmask"],
        ["host_entry/h2/address", "network/netmask"],
    ],
    "HOSTS-MISSING": [
        ["hmc/hmc2/address", "host_entry/names"],
    ],
    "HOSTS-CONSOLE": [
        ["host_entry/h1/address", "hmc/hmc1/address"],
    ],
    "OPEN-LINK": [
        ["device_link/to_device", "device_link/l1/to_device"],
    ],
    "LINK-SELF": [
        ["device_link/l1/to_device", "device_link/l1/from_device"],
    ],
    "LINK-LAYERS": [
        ["device_link/l1", "network_device/san2/kind", "network_device/sw1/kind"],
    ],
    "LINK-PORT-TWICE": [
        ["device_link/l1/from_port", "device_link/l2/from_port"],
    ],
    "LINK-REACH": [
        ["device_link/l1/length", "device_link/l1/medium"],
    ],
    "LINK-SHORT": [
        ["device_link/l1/length", "site/s1/distance_km"],
    ],
    "LINK-SINGLE": [
        ["device_link/l1", "network_device/sw1", "network_device/sw2"],
        ["device_link/l2", "network_device/sw2"],
    ],
    "LINK-SITES-ONE": [
        ["device_link/l1"],
    ],
    "LINK-SITES-ROUTE": [
        ["device_link/l1/route", "device_link/l2/route"],
    ],
    "LINK-SITES-CARRIER": [
        ["device_link/l1/carrier", "device_link/l2/carrier"],
    ],
    "OPEN-HMC": [
        ["hmc/keys_exchanged", "hmc/hmc1/keys_exchanged"],
    ],
    "HMC-SINGLE": [
        ["frame/f2/hmcs", "hmc/hmc2"],
    ],
    "HMC-FAR": [
        ["frame/f1/hmcs", "hmc/hmc1/site", "hmc/hmc2/site"],
    ],
    "HMC-SERVES": [
        ["site/s1", "hmc/hmc2/sites"],
    ],
    "HMC-READY": [
        ["hmc/hmc1/keys_exchanged"],
        ["hmc/hmc1/resolves_nodes"],
    ],
    "HMC-ADDRESS": [
        ["hmc/hmc1/address", "ip_label/svc/address"],
    ],
    "HMC-IDLE": [
        ["hmc/hmc3"],
    ],
    "HMC-SITES": [
        ["hmc/hmc1/sites"],
    ],
    "HMC-TIME": [
        ["hmc/hmc1/timeout", "cluster_options/cluster/max_event_time"],
    ],
    "HMC-USER": [
        ["hmc/hmc1/user"],
    ],
    "HEARTBEAT-MULTICAST": [
        ["network_device/sw1/passes_multicast", "cluster_options/cluster/heartbeat_type"],
    ],
    "NET-IPSEC": [
        ["network/ipsec", "network/net2/ipsec"],
    ],
    "NET-IPSEC-IDLE": [
        ["network/net1/ipsec"],
    ],
}


def test_every_example_has_its_places_here():
    assert PLACES.keys() == CASES.keys()


@pytest.mark.parametrize("rule", sorted(CASES))
def test_findings_lead_to_these_cells(rule):
    assert places(CASES[rule].fails, rule) == PLACES[rule]


@pytest.mark.parametrize("rule", sorted(CASES))
def test_titles_are_whole_sentences_as_in_the_examples(rule):
    assert CASES[rule].says in titles(CASES[rule].fails, rule)


@pytest.mark.parametrize("rule", sorted(CASES.keys() - CHANGED_BY_MORE_ROWS))
def test_an_unfinished_row_in_front_hides_nothing(rule):
    fails = CASES[rule].fails
    before = {tuple(found) for found in places(fails, rule)}
    after = {tuple(found) for found in places(fails.replace(*UNFINISHED), rule)}
    assert {found[0] for found in before} <= {found[0] for found in after}


def test_sources_are_lines_of_the_checklist_or_known_guides():
    named = {source for rule in CASES for source in catalogue()[rule].sources}
    assert {source for source in named if not re.fullmatch(r"[A-Z]+\d+", source)} == GUIDES
