"""Examples: provisioning by the HMC, and what takeover nodes can carry."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, group, sound
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.node import Node, ProcessorMode
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import ResourceGroup

SOUND = sound()
OWNED = edit_all(SOUND.replace(Hmc(key="hmc", name="hmc1")), Frame, hmcs=("hmc",))


def more(plan: Plan = OWNED, /, **cells: Any) -> Plan:
    """The controller gets 64 GiB where everything is settled."""
    row: dict[str, Any] = {
        "key": "more", "controller": "app", "use_desired": False, "optimal_memory": 64,
        "start_anyway": True, "cod_agreement": False, "names_agree": True, "hmc_resolves": True,
        "delay": 60,
    }  # fmt: skip
    return plan.replace(Provisioning(**{**row, **cells}))


def node(key: str, plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Node, key, **cells)


def frames(plan: Plan, /, **cells: Any) -> Plan:
    return edit_all(plan, Frame, **cells)


def third(**cells: Any) -> Plan:
    """A third node, home of a group that may come to n2 too, with half of the usual load."""
    rows = (
        Node(key="n3", name="nodec", cpu_peak=30, memory=64),
        group("third", nodes=("n3", "n2")),
    )
    plan = edit(SOUND.replace(*rows), ResourceGroup, "rg", nodes=("n1", "n2"))
    return node("n2", plan, **cells)


CASES = {
    "OPEN-PROVISIONING": Case(
        more(delay=None), more(), "provisioning/delay", "How long it takes is not entered for app"
    ),
    "PROV-KEY": Case(
        more(cod_agreement=True, activation_key=False),
        more(cod_agreement=True, activation_key=True),
        "provisioning/more/activation_key",
        "app_main counts on Capacity on Demand, and its key is not entered",
    ),
    "PROV-NAMES": Case(
        node("n2", more(names_agree=False), partition="lpar7"),
        node("n2", more(), partition="nodeb", host_name="nodeb"),
        "node/n2/partition",
        "The partition of nodeb is called lpar7, and app_main gets its resources",
        times=2,
    ),
    "PROV-RESOLVE": Case(
        more(hmc_resolves=False),
        more(hmc_resolves=None),
        "provisioning/more/hmc_resolves",
        "The HMC does not resolve the names of the nodes of app_main",
    ),
    "PROV-HMC": Case(
        more(SOUND),
        more(),
        "provisioning/more/",
        "app_main is to get more on nodea, but frame1 has no HMC",
        times=2,
    ),
    "PROV-IDLE": Case(
        more(controller=""),
        more(),
        "provisioning/more/controller",
        "adds nothing",
    ),
    "PROV-TWICE": Case(
        more(more(), key="again"),
        more(more(), key="again", controller=""),
        "provisioning/again/controller",
        "app_main is entered 2 times",
    ),
    "PROV-VALUES": Case(
        more(optimal_memory=None),
        more(optimal_memory=None, use_desired=None),
        "provisioning/more/optimal_memory",
        "app_main has neither desired nor optimal values",
    ),
    "PROV-VIRTUAL": Case(
        more(optimal_units="2.05", optimal_virtual_cpus=2),
        more(optimal_units="2.0", optimal_virtual_cpus=2),
        "provisioning/more/optimal_virtual_cpus",
        "app_main spreads 2.05 units over 2 virtual processors; it takes 3",
    ),
    "PROV-KIND": Case(
        node("n1", more(optimal_units="2"), processor_mode=ProcessorMode.DEDICATED),
        node("n1", more(optimal_units="2"), processor_mode=ProcessorMode.CAPPED),
        "provisioning/more/optimal_units",
        "app_main asks for processing units on a dedicated partition, nodea",
    ),
    "PROV-SHORT": Case(
        more(start_anyway=False),
        more(start_anyway=False, rationale="It would swap."),
        "provisioning/more/start_anyway",
        "app_main does not start unless all its resources are there",
    ),
    "PROV-LIMIT": Case(
        node("n2", more(optimal_memory=65), memory_limit=64),
        node("n2", more(optimal_memory=64), memory_limit=64),
        "node/n2/memory_limit",
        "app_main may ask for 65 GiB on nodeb, whose profile allows 64",
    ),
    "PROV-FRAME": Case(
        frames(more(optimal_memory=65), memory_active=64, memory_installed=128),
        frames(more(optimal_memory=64), memory_active=64),
        "frame/f1/memory_active",
        "app_main may ask for 65 GiB on nodea, and frame1 has 64 for it",
        times=2,
    ),
    "CAP-PROCESSORS": Case(
        node("n1", cpu_peak=86),
        node("n1", cpu_peak=85),
        "node/n2/cpu_peak",
        "nodeb is 86% busy once it has taken over rg_app from nodea",
    ),
    "CAP-PROCESSORS-WORST": Case(
        third(),
        third().replace(Requirement(key="r", name="R", groups=("rg_third", "third"), capacity=50)),
        "node/n2/cpu_peak",
        "nodeb would be 90% busy with all of rg_app and rg_third",
    ),
    "CAP-MEMORY": Case(
        node("n2", memory=127),
        node("n2", memory=128),
        "node/n2/memory",
        "nodeb has 127 GiB and needs 128 once it has taken over rg_app from nodea",
    ),
    "CAP-MEMORY-WORST": Case(
        third(memory=191),
        third(memory=192),
        "node/n2/memory",
        "nodeb has 191 GiB and would need 192 for all of rg_app and rg_third",
    ),
}
EXAMPLES = examples(CASES)

MORE = {
    "PROV-LIMIT": (
        node("n2", more(optimal_cpus=9), processor_mode=ProcessorMode.DEDICATED, processor_limit=8),
        node(
            "n2",
            more(optimal_virtual_cpus=9),
            processor_mode=ProcessorMode.CAPPED,
            processor_limit=8,
        ),
    ),
}
