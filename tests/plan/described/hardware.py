"""Needs and hardware."""

from __future__ import annotations

from worksheets.plan.rows.card import Card
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

ROWS = (
    Site(key="s1", name="north"),
    PowerCircuit(key="p1", name="P1"),
    PowerCircuit(key="p2", name="P2"),
    Rack(key="r12", name="R12"),
    Rack(key="r14", name="R14"),
    Hmc(key="h1", name="hmc1"),
    Hmc(key="h2", name="hmc2"),
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
)
CLMGR = """
    cluster TYPE HEARTBEAT_TYPE CLUSTER_IP HEARTBEAT_FREQUENCY GRACE_PERIOD
    NETWORK_FAILURE_DETECTION_TIME MAX_EVENT_TIME RG_SETTLING_TIME DAILY_VERIFICATION
    VERIFICATION_HOUR site node COMMPATH START_ON_BOOT EDITION FC_SYNC_INTERVAL
    MAX_RG_PROCESSING_TIME VERIFICATION_NODE VERIFICATION_DEBUGGING SITE_POLICY_FAILURE_ACTION
    SITE_POLICY_NOTIFY_METHOD SITE_HEARTBEAT_CYCLE SITE_GRACE_PERIOD TEMP_HOSTNAME LPM_POLICY
    HEARTBEAT_FREQUENCY_DURING_LPM CAA_AUTO_START_DR CAA_REPOS_MODE CAA_CONFIG_TIMEOUT
    LVM_PREFERRED_READ CRIT_DAEMON_RESTART_GRACE_PERIOD SKIP_EVENT_PROCESSING_MANAGE_NODE
    CAA_PVM_WATCHDOG_TIMER hmc SITES TIMEOUT RETRY_COUNT RETRY_DELAY
"""
