"""How long a takeover lasts at least, from the times that the plan holds."""

from __future__ import annotations

from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_controller import ApplicationController, StartupMode
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.layout import Layout
from worksheets.rules.limits import GRACE_PERIOD, HEARTBEAT_FREQUENCY


def detection_time(plan: Plan) -> int:
    """Seconds until a dead node is believed dead; the usual times where none are set."""
    options = plan.options
    silent = options.heartbeat_frequency or HEARTBEAT_FREQUENCY.low
    return silent + (options.grace_period or GRACE_PERIOD.low)


def start_time(layout: Layout, group: ResourceGroup) -> int:
    """Seconds until the applications of a group are up, as far as times are entered.

    Start scripts in the foreground run one after the other, those in the background together.
    Where the start was not measured, the longest stabilization interval of the monitors stands
    for it: that is the time which the application is given to come up.
    """
    one_by_one, together = 0, 0
    for controller in layout.plan.pick(ApplicationController, group.controllers):
        monitors = layout.monitors_of.get(controller.key, ())
        given = [row.stabilization_interval or 0 for row in monitors]
        seconds = max(controller.start_time or 0, *given, 0)
        if controller.startup_mode is StartupMode.FOREGROUND:
            one_by_one += seconds
        else:
            together = max(together, seconds)
    return one_by_one + together
