"""Small plans for tests of drawings and documents."""

from __future__ import annotations

from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface, InterfaceKind
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup

LONG = "a_name_that_goes_on_until_it_has_all_of_the_64_letters_it_may_ha"
assert len(LONG) == 64


def sketch(name: str = "sketch") -> Plan:
    """One node with its own cards, one behind a VIOS, two networks, a fabric and storage."""
    return Plan(
        [
            ClusterOptions(key="cluster", name=name, owner="Payments"),
            Site(key="s1", name="lyon", location="hall 2"),
            Rack(key="r1", name="R1", site="s1"),
            Frame(key="f1", name="frameA", rack="r1"),
            Frame(key="f2", name="frameB", rack="r1"),
            VirtualIoServer(key="v1", name="vio1", frame="f2", level="3.1.4"),
            Node(key="n1", name="nodea", frame="f1", cpu_peak=50),
            Node(key="n2", name="nodeb", frame="f2"),
            NetworkDevice(key="sw", name="switch1"),
            NetworkDevice(key="san", name="sansw1", kind=DeviceKind.SAN_SWITCH, fabric="odd"),
            Card(key="c1", name="net", node="n1"),
            Card(key="c2", name="fc", node="n1", kind=CardKind.FIBRE_CHANNEL),
            Card(key="c3", name="vnet", server="v1"),
            Card(key="c4", name="vfc", server="v1", kind=CardKind.FIBRE_CHANNEL),
            Port(key="p1", name="ent0", card="c1", attached_to="sw"),
            Port(key="p2", name="fcs0", card="c2", attached_to="san"),
            Port(key="p3", name="ent1", card="c3", attached_to="sw"),
            Port(key="p4", name="fcs1", card="c4", attached_to="san"),
            Network(key="net1", name="net_client"),
            Network(key="net2", name="net_admin"),
            SharedEthernetAdapter(key="sea", name="ent6", server="v1", ports=("p3",)),
            Interface(key="i1", name="en0", node="n1", network="net1", ports=("p1",)),
            Interface(
                key="i2",
                name="en0",
                node="n2",
                network="net1",
                kind=InterfaceKind.VIRTUAL,
                adapters=("sea",),
            ),
            StorageUnit(key="u1", name="ds8k", rack="r1"),
            VolumeGroup(key="vg", name="datavg"),
            Disk(key="d1", name="lun1", storage_unit="u1", volume_group="vg"),
            DiskPath(key="dp1", node="n1", disk="d1", ports=("p2",)),
            DiskPath(key="dp2", node="n2", disk="d1", ports=("p4",)),
            ResourceGroup(key="g1", name="rg_app", nodes=("n2", "n1")),
            ResourceGroup(key="g2", name="rg_homeless"),
        ]
    )


def renamed(plan: Plan, name: str) -> Plan:
    """The plan with one long name, numbered, on every row that has a name."""
    rows: list[Row] = []
    for number, row in enumerate(plan):
        changes = {"name": f"{name[:60]}{number:04}"} if hasattr(row, "name") else {}
        rows.append(type(row)(**{**_values(row), **changes}))
    return Plan(rows)


def _values(row: Row) -> dict[str, object]:
    return {field: getattr(row, field) for field in row.__struct_fields__}
