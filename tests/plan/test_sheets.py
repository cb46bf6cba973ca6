"""Every worksheet is declared, completely, and in words that hold together."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from worksheets.plan.fields import Holds
from worksheets.plan.formats import unprintable
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.sheets.cells import value_of
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import NOTES

PLANNING_ORDER = {
    "Needs": ["cluster_options"],
    "Hardware": [
        "site",
        "power_circuit",
        "rack",
        "frame",
        "virtual_io_server",
        "node",
        "card",
        "port",
    ],
    "Network": [
        "network_device",
        "network",
        "shared_ethernet_adapter",
        "interface",
        "ip_label",
        "netmon_target",
    ],
    "Storage": [
        "storage_unit",
        "disk",
        "disk_path",
        "repository_disk",
        "volume_group",
        "logical_volume",
        "file_system",
    ],
    "Behaviour": [
        "application_controller",
        "application_monitor",
        "resource_group",
        "dependency",
    ],
    "Running it": ["administrator"],
}

# Lines of the checklist by chapter letter.
CHECKLIST = {
    "S": 10,
    "R": 8,
    "N": 11,
    "W": 14,
    "A": 5,
    "P": 10,
    "T": 6,
    "M": 10,
    "U": 6,
    "O": 4,
    "V": 10,
    "X": 9,
    "D": 10,
    "DOC": 5,
}

CLMGR_WORDS = """
    cluster TYPE HEARTBEAT_TYPE CLUSTER_IP HEARTBEAT_FREQUENCY GRACE_PERIOD
    NETWORK_FAILURE_DETECTION_TIME MAX_EVENT_TIME RG_SETTLING_TIME DAILY_VERIFICATION
    VERIFICATION_HOUR site node COMMPATH network NETMASK PREFIX PUBLIC RESOURCE_DIST_PREF interface
    INTERFACE NETWORK NODE persistent_ip service_ip SITE REPOSITORIES volume_group NODES
    PHYSICAL_VOLUMES MAJOR_NUMBER QUORUM_NEEDED STRICT_MIRROR_POOLS CRITICAL mirror_pool
    logical_volume VOLUME_GROUP LPART_COPIES LPARTS_ON_SEPARATE_PVS file_system LOGICAL_VOLUME
    OPTIONS application_controller STARTSCRIPT STOPSCRIPT STARTUP_MODE application_monitor
    APPLICATIONS MODE PROCESSES OWNER INSTANCECOUNT MONITORMETHOD MONITORINTERVAL HUNGSIGNAL
    STABILIZATION RESTARTCOUNT RESTARTINTERVAL FAILUREACTION NOTIFYMETHOD CLEANUPMETHOD
    RESTARTMETHOD resource_group STARTUP FALLOVER FALLBACK SITE_POLICY NODE_PRIORITY_POLICY
    SERVICE_LABEL dependency PARENT CHILD GROUPS START STOP AFTER HIGH INTERMEDIATE LOW
"""
CLMGR = frozenset(CLMGR_WORDS.split())
ELSEWHERE = frozenset({"!REQD owner", "!REQD target", "reserve_policy (chdev)"})

SHEETS = list(sheets().values())
COLUMNS = [
    pytest.param(sheet, column, id=f"{sheet.slug}.{column.name}")
    for sheet in SHEETS
    for column in sheet.all_columns
]
each_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.slug)
each_column = pytest.mark.parametrize(("sheet", "column"), COLUMNS)


@pytest.fixture(scope="module")
def described():
    """The cluster that the examples speak of."""
    return Plan(
        [
            Site(key="s1", name="north"),
            PowerCircuit(key="p1", name="P1"),
            PowerCircuit(key="p2", name="P2"),
            Rack(key="r12", name="R12"),
            Rack(key="r14", name="R14"),
            Frame(key="fa", name="frameA"),
            VirtualIoServer(key="v1", name="vioA1"),
            VirtualIoServer(key="v2", name="vioA2"),
            Node(key="n1", name="mhoracle1"),
            Node(key="n2", name="mhoracle2"),
            Card(key="c3", name="C3", node="n1"),
            Card(key="c1", name="C1", server="v1"),
            *(Port(key=f"n1-{name}", name=name, card="c3") for name in ("ent0", "ent2")),
            *(Port(key=f"n1-{name}", name=name, card="c3") for name in ("fcs0", "fcs1")),
            *(Port(key=f"v1-{name}", name=name, card="c1") for name in ("ent0", "ent2", "ent3")),
            NetworkDevice(key="sw1", name="sw1"),
            NetworkDevice(key="rtr1", name="rtr1"),
            NetworkDevice(key="rtr2", name="rtr2"),
            Network(key="net1", name="net_ether_01"),
            SharedEthernetAdapter(key="v1-ent8", name="ent8", server="v1"),
            SharedEthernetAdapter(key="v2-ent8", name="ent8", server="v2"),
            Interface(key="n1-en0", name="en0", node="n1"),
            IpLabel(key="svc", name="ora_svc"),
            StorageUnit(key="box", name="ds8k_1"),
            Disk(key="d1", name="data01"),
            Disk(key="rep", name="repos01"),
            VolumeGroup(key="vg", name="oravg"),
            LogicalVolume(key="lv", name="oradatalv"),
            ApplicationController(key="ac", name="ac_oracle"),
            *(ResourceGroup(key=name, name=name) for name in ("rg_ora", "rg_sap", "rg_web")),
            Administrator(key="anna", name="Anna Berg"),
            Administrator(key="omar", name="Omar Khan"),
        ]
    )


def test_every_kind_of_row_has_its_sheet_in_planning_order():
    order = {}
    for slug, sheet in sheets().items():
        assert sheet.slug == slug
        assert sheet.row is KINDS[slug]
        order.setdefault(sheet.group.value, []).append(slug)
    assert list(order) == list(PLANNING_ORDER)
    for group, known in PLANNING_ORDER.items():
        assert [slug for slug in order[group] if slug in known] == known
    assert set(sheets()) == set(KINDS)


def test_only_the_cluster_sheet_has_a_single_row():
    assert [sheet.slug for sheet in SHEETS if sheet.single] == ["cluster_options"]


@each_sheet
def test_columns_and_fields_are_the_same_set(sheet):
    names = [column.name for column in sheet.all_columns]
    assert sorted(names) == sorted(sheet.fields)
    assert names[-1] == "notes"
    if "name" in names:
        assert names[0] == "name"


@each_sheet
def test_a_sheet_says_what_its_rows_are(sheet):
    assert sheet.title
    assert sheet.singular
    assert sheet.singular[0].islower() or sheet.singular.startswith(("IP ", "Virtual ", "Shared "))
    assert sheet.lead.endswith(".")
    assert 60 <= len(sheet.lead) <= 240


def test_titles_singulars_and_leads_are_each_used_once():
    for words in ("title", "singular", "lead"):
        used = Counter(getattr(sheet, words).lower() for sheet in SHEETS)
        assert [text for text, count in used.items() if count > 1] == []


@each_sheet
def test_labels_are_unique_within_a_sheet(sheet):
    labels = [column.label.lower() for column in sheet.all_columns]
    assert len(set(labels)) == len(labels)


@each_column
def test_labels_and_hints_are_short(sheet, column):
    assert column.label == column.label.strip() != ""
    assert len(column.label) <= 24
    assert len(column.hint) <= 24


@each_column
def test_help_is_one_to_three_sentences(sheet, column):
    assert column.help.endswith(".")
    assert column.help == " ".join(column.help.split())
    sentences = re.split(r"(?<=[a-z0-9)%])[.?!] (?=[A-Z0-9])", column.help)
    assert 1 <= len(sentences) <= 3
    assert 40 <= len(column.help) <= 300


def test_no_two_columns_share_a_help_text():
    helps = Counter(
        column.help for sheet in SHEETS for column in sheet.all_columns if column is not NOTES
    )
    assert [text for text, count in helps.items() if count > 1] == []


@each_column
def test_every_source_is_a_checklist_line_or_a_chapter_of_the_guide(sheet, column):
    assert column.sources
    assert len(set(column.sources)) == len(column.sources)
    for source in column.sources:
        line = re.fullmatch(r"([A-Z]+)(\d+)", source)
        if line:
            assert 1 <= int(line[2]) <= CHECKLIST[line[1]], source
        else:
            assert re.fullmatch(r"PowerHA planning guide: [\w -]+", source), source


@each_column
def test_powerha_names_are_those_of_clmgr(sheet, column):
    if column.powerha and column.powerha not in ELSEWHERE:
        assert set(column.powerha.split(", ")) <= CLMGR


@each_column
def test_numbers_show_a_unit_or_a_hint(sheet, column):
    if sheet.fields[column.name].holds is Holds.INTEGER:
        assert column.unit or column.hint
    else:
        assert not column.unit


@each_column
def test_the_example_can_be_entered_as_it_stands(sheet, column, described):
    field = sheet.fields[column.name]
    if field.holds is Holds.FLAG:
        assert not column.example
        return
    assert column.example
    value = value_of(described, field, column.example)
    assert value not in (None, "", ())
    if isinstance(value, str):
        assert unprintable(value, lines=field.holds is Holds.PROSE) is None
        if field.format:
            assert field.format.check(value) is None


@each_column
def test_widths_hold_the_example_and_the_words_of_the_label(sheet, column):
    field = sheet.fields[column.name]
    assert 6 <= column.width <= 34
    if field.holds is Holds.INTEGER:
        assert column.width <= 10
    longest = max(len(word) for word in column.label.split())
    assert longest <= column.width + 3
    if field.holds not in (Holds.PROSE, Holds.CHOICE) and column is not NOTES:
        assert len(column.example) <= column.width
