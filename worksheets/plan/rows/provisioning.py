"""Processors and memory that an application controller gets when it starts (ROHA)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.markers import Count, ProcessingUnits, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.application_controller import ApplicationController

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class Provisioning(Row, frozen=True):
    """What PowerHA adds to the partition by DLPAR before it starts the controller.

    Memory in GiB; `delay` in seconds, as measured. `use_desired`: the desired values of the
    partition profile instead of the optimal ones here.
    """

    controller: Annotated[Text, To("application_controller", owner=True)] = ""
    use_desired: bool | None = None
    optimal_memory: Count | None = None
    optimal_cpus: Count | None = None
    optimal_units: ProcessingUnits = ""
    optimal_virtual_cpus: Count | None = None
    start_anyway: bool | None = None
    cod_agreement: bool | None = None
    activation_key: bool | None = None
    names_agree: bool | None = None
    hmc_resolves: bool | None = None
    delay: Count | None = None

    def title(self, plan: Plan) -> str:
        key = self.controller
        return plan.title(ApplicationController, key) if key else self.key
