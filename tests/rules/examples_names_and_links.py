"""Examples: name resolution, hosts lines, links, consoles, multicast and IPsec."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, sound, two_sites
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, HeartbeatType
from worksheets.plan.rows.device_link import DeviceLink, Medium
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.name_resolution import LookupOrder, NameResolution
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.site import Site

SOUND, SITES = sound(), two_sites()


def resolving(**first: Any) -> Plan:
    """Both nodes look into their own file first; some cells of the first one changed."""
    rows = [
        NameResolution(
            key=f"nr{number}",
            node=f"n{number}",
            order=LookupOrder.LOCAL_FIRST,
            netsvc="hosts = local, bind4",
            nsorder="local,bind4",
            servers="10.9.1.53, 10.9.2.53",
            domain="plant.example.com",
            search="plant.example.com",
            hosts_keeper="file collection",
        )
        for number in (1, 2)
    ]
    return edit(SOUND.replace(*rows), NameResolution, "nr1", **first)


def lines(*rows: tuple[str, str] | tuple[str, str, tuple[str, ...]], plan: Plan = SOUND) -> Plan:
    """The design with hosts lines h1, h2, ... of these addresses, names and nodes."""
    return plan.replace(
        *(
            HostEntry(key=f"h{number}", address=row[0], names=row[1], nodes=(*row[2:], ())[0])
            for number, row in enumerate(rows, start=1)
        )
    )


def devices(plan: Plan, *more: NetworkDevice) -> Plan:
    """With a router in each rack beside the switches."""
    routers = [
        NetworkDevice(key=f"rtr{n}", name=f"rtr{n}", kind=DeviceKind.ROUTER, rack=f"r{n}")
        for n in (1, 2)
    ]
    return plan.replace(*routers, *more)


def linked(*ends: tuple[str, str], plan: Plan = SOUND, **cells: Any) -> Plan:
    """The design with links l1, l2, ... between these devices."""
    return devices(plan).replace(
        *(
            DeviceLink(key=f"l{n}", cable=f"L-{n}", from_device=first, to_device=second, **cells)
            for n, (first, second) in enumerate(ends, start=1)
        )
    )


def managed(plan: Plan = SOUND, /, *, asked: bool = True, **cells: Any) -> Plan:
    """Two consoles at both frames, asked for resources at takeover; cells of the first changed."""
    consoles = [
        Hmc(
            key=f"hmc{number}",
            name=f"hmc-{number}",
            address=f"10.9.0.1{number}",
            site=f"s{number}" if plan.rows(Site)[1:] else "s1",
            keys_exchanged=True,
            resolves_nodes=True,
        )
        for number in (1, 2)
    ]
    plan = edit_all(plan.replace(*consoles), Frame, hmcs=("hmc1", "hmc2"))
    if asked:
        plan = plan.replace(Provisioning(key="prov", controller="app"))
    return edit(plan, Hmc, "hmc1", **cells)


def multicast(**cells: Any) -> Plan:
    plan = edit(SOUND, ClusterOptions, "cluster", heartbeat_type=HeartbeatType.MULTICAST)
    plan = edit_all(plan, NetworkDevice, passes_multicast=True)
    return edit(plan, NetworkDevice, "sw1", **cells)


RESOLUTION = {
    "OPEN-RESOLUTION": Case(
        resolving(order=None, hosts_keeper=""),
        resolving(),
        "name_resolution/order",
        "Order of the lookup is not entered for nodea",
        times=2,
    ),
    "RESOLVE-ORDER": Case(
        resolving(order=LookupOrder.DNS_FIRST),
        resolving(order=LookupOrder.LOCAL),
        "name_resolution/nr1/order",
        "nodea looks up names by DNS, then /etc/hosts",
    ),
    "RESOLVE-NODE": Case(
        resolving().without(NameResolution, "nr2"),
        resolving(),
        "name_resolution/node",
        "How nodeb resolves names is not entered",
    ),
    "RESOLVE-TWICE": Case(
        resolving(node="n2"),
        resolving(node=""),
        "name_resolution/nr1/node",
        "nodeb has 2 rows for name resolution",
    ),
    "RESOLVE-DIFFER": Case(
        resolving(netsvc="hosts = local, bind6", search="example.com"),
        resolving(netsvc="Hosts=Local,bind4", search=""),
        "name_resolution/netsvc",
        "The netsvc.conf differs between nodea and nodeb",
        times=2,
    ),
    "RESOLVE-FILES": Case(
        resolving(netsvc="hosts = bind4, local", nsorder="local"),
        resolving(netsvc="", nsorder=""),
        "name_resolution/nr1/netsvc",
        "netsvc.conf of nodea says bind, local, but the order is /etc/hosts, then DNS",
        times=2,
    ),
    "RESOLVE-INSIDE": Case(
        resolving(servers="10.1.1.100, 10.9.2.53"),
        resolving(),
        "name_resolution/nr1/servers",
        "nodea asks the name server 10.1.1.100, which is app_svc",
    ),
    "RESOLVE-SERVERS": Case(
        resolving(servers="10.9.1.53"),
        resolving(servers="", order=LookupOrder.LOCAL),
        "name_resolution/nr1/servers",
        "nodea names one name server only",
    ),
    "RESOLVE-ANSWER": Case(
        edit(resolving(), ClusterOptions, "cluster", resolve_locally=False),
        resolving(),
        "cluster_options/cluster/resolve_locally",
        "The cluster worksheet says that nodes do not look into their own hosts file first, but "
        "the rows of the nodes do",
    ),
}
HOSTS = {
    "OPEN-HOSTS": Case(
        lines(("", "ntp1")),
        lines(("10.9.0.5", "ntp1")),
        "host_entry/address",
        "Address is not entered for ntp1",
    ),
    "HOSTS-ADDRESS-TWICE": Case(
        lines(("10.9.0.5", "ntp1"), ("10.9.0.5", "dns1")),
        lines(("10.9.0.5", "ntp1", ("n1",)), ("10.9.0.5", "dns1", ("n2",))),
        "host_entry/h2/address",
        "10.9.0.5 stands in two lines, as ntp1 and as dns1",
    ),
    "HOSTS-NAME-TWICE": Case(
        lines(("10.9.0.5", "ntp1"), ("10.9.0.6", "ntp2 NTP1")),
        lines(("10.9.0.5", "ntp1"), ("fd00::6", "ntp1")),
        "host_entry/h2/names",
        "ntp1 stands for 10.9.0.5 and for 10.9.0.6",
    ),
    "HOSTS-ALIAS": Case(
        lines(("10.9.0.5", "ntp1 NTP1")),
        lines(("10.9.0.5", "ntp1.example.com ntp1")),
        "host_entry/h1/names",
        "The line of 10.9.0.5 has ntp1 twice",
    ),
    "HOSTS-LABEL": Case(
        lines(("10.9.0.5", "dns1 APP_svc")),
        lines(("fd00::5", "app_svc")),
        "host_entry/h1/names",
        "app_svc is the label app_svc with 10.1.1.100, but a line gives it 10.9.0.5",
    ),
    "HOSTS-LABEL-LINE": Case(
        lines(("10.1.1.100", "payments")),
        lines(("10.1.1.101", "payments")),
        "host_entry/h1/address",
        "10.1.1.100 is the label app_svc, but a line calls it payments",
    ),
    "HOSTS-LOOPBACK": Case(
        lines(("127.0.0.1", "localhost nodea")),
        lines(("127.0.0.1", "loopback localhost.localdomain localhost")),
        "host_entry/h1/names",
        "nodea has the loopback address 127.0.0.1",
    ),
    "HOSTS-NO-HOST": Case(
        lines(("10.1.1.255", "ntp1"), ("10.1.2.0", "ntp2")),
        lines(("10.1.1.254", "ntp1"), ("10.1.2.1", "ntp2")),
        "host_entry/h1/address",
        "10.1.1.255 is the first or the last address of its subnet",
        times=2,
    ),
    "HOSTS-MISSING": Case(
        lines(("10.9.0.11", "hmc-1.example.com"), plan=managed()),
        lines(("10.9.0.11", "hmc-1.example.com"), ("10.9.0.12", "HMC-2"), plan=managed()),
        "hmc/hmc2/address",
        "No line of /etc/hosts resolves the console hmc-2",
    ),
    "HOSTS-CONSOLE": Case(
        lines(("10.9.0.99", "hmc-1.example.com hmc-1"), plan=managed()),
        lines(("10.9.0.11", "hmc-1"), ("fd00::11", "hmc-1"), plan=managed()),
        "host_entry/h1/address",
        "The hosts file gives the console hmc-1 the address 10.9.0.99, its own row says 10.9.0.11",
    ),
}
LINKS = {
    "OPEN-LINK": Case(
        linked(("sw1", "")),
        linked(("sw1", "sw2")),
        "device_link/to_device",
        "Device at the other end is not entered for sw1 to ? (L-1)",
    ),
    "LINK-SELF": Case(
        linked(("sw1", "sw1")),
        linked(("sw1", "sw2")),
        "device_link/l1/to_device",
        "The link sw1 to sw1 (L-1) leads from sw1 to sw1",
    ),
    "LINK-LAYERS": Case(
        linked(("sw1", "san2")),
        linked(("san1", "san2")),
        "device_link/l1/",
        "The SAN switch san2 is linked with sw1, a device of the kind Ethernet switch",
    ),
    "LINK-PORT-TWICE": Case(
        linked(("sw1", "sw2"), ("sw1", "rtr1"), from_port="1/48"),
        linked(("sw1", "sw2"), ("sw2", "rtr1"), from_port="1/48"),
        "device_link/l1/from_port",
        "The port 1/48 of sw1 has 2 cables",
    ),
    "LINK-REACH": Case(
        linked(("sw1", "sw2"), medium=Medium.COPPER, length=101, speed=10),
        linked(("sw1", "sw2"), medium=Medium.COPPER, length=100, speed=10),
        "device_link/l1/length",
        "The link sw1 to sw2 (L-1) is 101 m long; copper reaches 100 m at 10 Gbit/s",
    ),
    "LINK-SHORT": Case(
        linked(("sw1", "sw2"), plan=SITES, length=999),
        linked(("sw1", "sw2"), plan=SITES, length=1000),
        "device_link/l1/length",
        "The link sw1 to sw2 (L-1) is 999 m long, but north and south are 1 km apart",
    ),
    "LINK-SINGLE": Case(
        linked(("sw1", "rtr1"), ("sw2", "sw1")),
        linked(("sw1", "rtr1"), ("sw2", "sw1"), ("sw2", "rtr2")),
        "device_link/l1/",
        "Without the link sw1 to rtr1 (L-1) sw1 and sw2 reach no router and no gateway",
        times=2,
    ),
    "LINK-SITES-ONE": Case(
        linked(("sw1", "sw2"), plan=SITES),
        linked(("sw1", "sw2"), ("rtr1", "rtr2"), plan=SITES),
        "device_link/l1/",
        "One link of the network joins the sites, sw1 to sw2 (L-1)",
    ),
    "LINK-SITES-ROUTE": Case(
        linked(("sw1", "sw2"), ("rtr2", "rtr1"), plan=SITES, route="Duct north"),
        edit(
            linked(("sw1", "sw2"), ("rtr2", "rtr1"), plan=SITES, route="Duct north"),
            DeviceLink,
            "l2",
            route="duct south",
        ),
        "device_link/l1/route",
        "All 2 links of the network between the sites run by one way, Duct north",
    ),
    "LINK-SITES-CARRIER": Case(
        linked(("san1", "san2"), ("san1", "san2"), plan=SITES, carrier="Nordlink"),
        linked(("san1", "san2"), ("sw1", "sw2"), plan=SITES, carrier="Nordlink"),
        "device_link/l1/carrier",
        "All 2 links of the SAN between the sites are run by Nordlink",
    ),
}
CONSOLES = {
    "OPEN-HMC": Case(
        managed(keys_exchanged=None),
        managed(),
        "hmc/keys_exchanged",
        "Exchange of keys is not entered for hmc-1",
    ),
    "HMC-SINGLE": Case(
        edit(managed(), Frame, "f2", hmcs=("hmc2",)),
        edit(managed(), Frame, "f2", hmcs=()),
        "frame/f2/hmcs",
        "frame2 has one console, hmc-2",
    ),
    "HMC-FAR": Case(
        managed(SITES, site="s2"),
        managed(SITES),
        "frame/f1/hmcs",
        "frame1 stands on north, all of its consoles on south",
    ),
    "HMC-SERVES": Case(
        managed(SITES, sites=("s2",)),
        managed(SITES, sites=("s1", "s2")),
        "site/s1/",
        "hmc-2 serves the nodes on north alone",
    ),
    "HMC-READY": Case(
        managed(keys_exchanged=False, resolves_nodes=False),
        managed(keys_exchanged=None, resolves_nodes=None),
        "hmc/hmc1/keys_exchanged",
        "The nodes cannot log in on hmc-1 without a password",
        times=2,
    ),
    "HMC-ADDRESS": Case(
        managed(address="10.1.1.100"),
        managed(),
        "hmc/hmc1/address",
        "hmc-1 has the address 10.1.1.100 of the label app_svc",
    ),
    "HMC-IDLE": Case(
        managed().replace(Hmc(key="hmc3", name="hmc-3")),
        SOUND.replace(Hmc(key="hmc3", name="hmc-3")),
        "hmc/hmc3/",
        "No frame names the console hmc-3",
    ),
    "HMC-SITES": Case(
        managed(sites=("s1",)),
        managed(SITES, sites=("s1",)),
        "hmc/hmc1/sites",
        "hmc-1 serves north, but PowerHA knows no sites here",
    ),
    "HMC-TIME": Case(
        edit(
            managed(timeout=2, retry_count=1, retry_delay=61),
            ClusterOptions,
            "cluster",
            max_event_time=300,
        ),
        edit(
            managed(timeout=2, retry_count=1, retry_delay=60),
            ClusterOptions,
            "cluster",
            max_event_time=300,
        ),
        "hmc/hmc1/timeout",
        "Attempts on hmc-1 may take 301 s, an event 300 s",
    ),
    "HMC-USER": Case(
        managed(user="hscroot"),
        managed(user="hscpha"),
        "hmc/hmc1/user",
        "Nodes log in on hmc-1 as hscroot",
    ),
    "HEARTBEAT-MULTICAST": Case(
        multicast(passes_multicast=False),
        multicast(),
        "network_device/sw1/passes_multicast",
        "Heartbeat is by multicast, which sw1 does not pass",
    ),
    "NET-IPSEC": Case(
        edit(SOUND, Network, "net2", ipsec=None),
        edit(SOUND, Network, "net1", ipsec=None),
        "network/ipsec",
        "Whether persistent labels talk through IPsec is not decided for net_ether_02",
    ),
    "NET-IPSEC-IDLE": Case(
        edit(SOUND, Network, "net1", ipsec=True),
        edit(SOUND, Network, "net2", ipsec=True),
        "network/net1/ipsec",
        "net_ether_01 has IPsec, but no persistent label is on it",
    ),
}
CASES = RESOLUTION | HOSTS | LINKS | CONSOLES
EXAMPLES = examples(CASES)
