"""The whole graph of a plan, built once and read by every analysis."""

from __future__ import annotations

from worksheets.failures.adapters import Adapters
from worksheets.failures.dag import Builder, Dag
from worksheets.failures.groups import Groups
from worksheets.failures.machines import Machines
from worksheets.failures.network import Networks
from worksheets.failures.power import Power
from worksheets.failures.storage import Storage
from worksheets.plan.plan import Plan


class Graph:
    """A plan as a graph of failures.

    `groups`: the gate of each resource group by key. `links`: the gate of each (node, network)
    with an interface. `paths`: the gate of each disk path that a resource group uses, by key.
    """

    def __init__(self, plan: Plan) -> None:
        builder = Builder()
        self.plan = plan
        power = Power(plan, builder)
        machines = Machines(plan, builder, power)
        adapters = Adapters(plan, builder, power, machines)
        self.networks = Networks(plan, builder, machines, adapters)
        self.storage = Storage(plan, builder, power, adapters)
        self.model = Groups(plan, builder, machines, self.networks, self.storage)
        self.groups = self.model.tops()
        self.links = self.networks.links()
        self.paths = dict(self.storage.paths)
        self.dag: Dag = builder.dag()
