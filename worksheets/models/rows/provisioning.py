from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class Provisioning(WorksheetRow):
    controller = columns.reference("ApplicationController")
    use_desired = columns.flag()
    optimal_memory = columns.number()
    optimal_cpus = columns.number()
    optimal_units = columns.text(8)
    optimal_virtual_cpus = columns.number()
    start_anyway = columns.flag()
    cod_agreement = columns.flag()
    activation_key = columns.flag()
    names_agree = columns.flag()
    hmc_resolves = columns.flag()
    delay = columns.number()
