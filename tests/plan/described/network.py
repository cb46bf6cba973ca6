"""Network."""

from __future__ import annotations

from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter

ROWS = (
    NetworkDevice(key="sw1", name="sw1"),
    NetworkDevice(key="rtr1", name="rtr1"),
    NetworkDevice(key="rtr2", name="rtr2"),
    Network(key="net1", name="net_ether_01"),
    SharedEthernetAdapter(key="v1-ent8", name="ent8", server="v1"),
    SharedEthernetAdapter(key="v2-ent8", name="ent8", server="v2"),
    Interface(key="n1-en0", name="en0", node="n1"),
    IpLabel(key="svc", name="ora_svc"),
)
CLMGR = """
    network NETMASK PREFIX PUBLIC RESOURCE_DIST_PREF interface INTERFACE NETWORK NODE
    persistent_ip service_ip SITE SOURCE_IP
"""
