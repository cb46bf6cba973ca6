"""The cluster's own settings and the people who look after it."""

from __future__ import annotations

from tests.generation.recipe import Recipe
from worksheets.plan.row import Row
from worksheets.plan.rows.administrator import Administrator, PowerhaRole
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType, Environment

_OWNERS = ("Zoë Müller, payments", "Håkon Åsen, clearing", "Irène Dupré, treasury")
_ENVIRONMENTS = (
    Environment.PRODUCTION,
    Environment.PRODUCTION,
    Environment.TEST,
    Environment.DEVELOPMENT,
)


def running(recipe: Recipe) -> list[Row]:
    """The row of the cluster, and two administrators who stand in for each other, or one."""
    dice = recipe.dice
    rows: list[Row] = [
        ClusterOptions(
            key="cluster",
            name=recipe.name(f"cluster{dice.randrange(10_000):04d}"),
            environment=dice.choice(_ENVIRONMENTS),
            owner=recipe.answer(dice.choice(_OWNERS), ""),
            purpose="Runs what a department of the bank cannot do without.\nGenerated.",
            type=ClusterType.STRETCHED if recipe.sites == 2 else ClusterType.STANDARD,
            heartbeat_frequency=30,
            grace_period=10,
            network_failure_detection_time=20,
            detection_rationale=recipe.answer("Measured in the fallover test of spring.", ""),
            max_event_time=180,
            rg_settling_time=60,
            daily_verification=not recipe.flawed(),
            verification_hour=dice.randint(0, 5),
            rootvg_event=recipe.answer(not recipe.flawed(), None),
            resolve_locally=recipe.answer(True, None),
            alerts="" if recipe.flawed() else "SNMP traps to the console, SMS to the duty phone.",
        )
    ]
    names = ("Ada Quist",) if recipe.flawed() else ("Ada Quist", "Ben Okafor")
    for number, name in enumerate(names, start=1):
        rows.append(
            Administrator(
                key=f"admin-{number}",
                name=name,
                role="AIX and PowerHA",
                contact=f"+49 30 55510{number}",
                email=f"admin{number}@example.com",
                backup=f"admin-{3 - number}" if len(names) == 2 else "",
                operation_guide="" if recipe.flawed() else "cluster handbook, part 2",
                trained=recipe.answer(True, None),
                root_access=True,
                powerha_role=None if recipe.flawed() else PowerhaRole.ADMIN,
            )
        )
    return rows
