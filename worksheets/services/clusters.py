"""Making clusters: empty, from the answers to a few questions, or from a plan file."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from planner.accounts.access import Action
from planner.accounts.models import User
from planner.audit import record
from worksheets.assistant.cluster import two_node_cluster
from worksheets.exchange.mistakes import ExchangeError
from worksheets.exchange.propose import propose
from worksheets.exchange.workbook_archive import MAGIC
from worksheets.exchange.workbook_reading import read_workbook
from worksheets.models import Cluster, Revision
from worksheets.models.store.bulk import insert_plan
from worksheets.plan.integrity import SINGLE_KEY, problems
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import PlanFileError, decode, digest
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.queries.access import team_for
from worksheets.queries.workbook import Workbook
from worksheets.rules.judge import Judgement
from worksheets.services.errors import RowInvalid
from worksheets.services.estate import judge_others_later
from worksheets.services.judging import judge_and_store, refuse_taken_name
from worksheets.sheets.cells import CellError, value_of
from worksheets.sheets.registry import sheets


def create_cluster(*, actor: User, team_id: int, name: str, environment: str) -> Cluster:
    """Make a cluster whose worksheets are empty but for its name and environment.

    Raises RowInvalid for a bad name or environment, NameTaken, and what `team_for` raises.
    """
    options = read_head(name, environment)
    return make_cluster(actor, team_id, Plan([options]), "cluster.created", {})


def quick_start(*, actor: User, team_id: int, answers: Mapping[str, str]) -> Cluster:
    """Make a two-node cluster from the answers to the assistant's questions (texts by name).

    Raises AnswersInvalid, NameTaken, and what `team_for` raises.
    """
    plan = two_node_cluster(answers)
    details = {"source": "two-node quick start"}
    return make_cluster(actor, team_id, plan, "cluster.created", details)


def read_head(name: str, environment: str) -> ClusterOptions:
    """The cluster's own row from the texts of its name and environment. Raises RowInvalid."""
    fields = sheets()[ClusterOptions.slug].fields
    errors = {}
    values = {}
    for column, text in (("name", name), ("environment", environment)):
        try:
            values[column] = value_of(Plan(), fields[column], text)
        except CellError as error:
            errors[column] = str(error)
    if errors:
        raise RowInvalid(errors)
    options = ClusterOptions(
        key=SINGLE_KEY,
        name=str(values["name"]),
        environment=Environment(str(values["environment"])),
    )
    found = {
        problem.column: problem.message.capitalize() + "." for problem in problems(Plan([options]))
    }
    if found:
        raise RowInvalid(found)
    return options


def import_plan(*, actor: User, team_id: int, data: bytes, file_name: str = "workbook") -> Cluster:
    """Make a cluster from a plan file or a workbook.

    Raises PlanFileError with every problem of the file, NameTaken, and what `team_for` raises.
    """
    plan = _workbook_plan(file_name, data) if data.startswith(MAGIC) else decode(data)
    if not plan.rows(ClusterOptions):
        raise PlanFileError(
            [
                f'the file names no cluster; add {{"key": "{SINGLE_KEY}", "name": ...}} to the '
                f"worksheet {ClusterOptions.slug}"
            ]
        )
    return make_cluster(actor, team_id, plan, "cluster.imported", {"bytes": len(data)})


def _workbook_plan(file_name: str, data: bytes) -> Plan:
    try:
        proposal = propose(Plan(), read_workbook(file_name, data))
    except ExchangeError as error:
        raise PlanFileError([str(mistake) for mistake in error.mistakes]) from None
    if proposal.plan is None:
        raise PlanFileError([str(mistake) for mistake in proposal.mistakes])
    return proposal.plan


def make_cluster(
    actor: User, team_id: int, plan: Plan, action: str, details: Mapping[str, object]
) -> Cluster:
    """Store a plan, which must name its cluster, as a new cluster of a team.

    The event `action` gets the name, the digest of the plan, and `details`. Raises NameTaken,
    and what `team_for` raises.
    """
    with transaction.atomic():
        team = team_for(actor, team_id, Action.EDIT)
        options = plan.options
        refuse_taken_name(team.pk, options.name)
        cluster = Cluster.objects.create(
            team=team,
            name=options.name,
            environment=options.environment.value,
            owner=options.owner,
        )
        revision = Revision.objects.create(
            cluster=cluster, number=1, edited_at=timezone.now(), edited_by=actor
        )
        cluster.current = revision
        cluster.save(update_fields=["current"])
        insert_plan(revision.pk, plan)
        empty = Workbook(Plan(), {}, Judgement(()))
        verdict = judge_and_store(
            revision=revision,
            actor=actor,
            before=empty,
            plan=plan,
            versions={(row.slug, row.key): 1 for row in plan},
        )
        record(
            actor=actor,
            action=action,
            subject=f"cluster:{cluster.pk}/revision:1",
            details={"name": options.name, "digest": digest(plan), **details},
        )
        judge_others_later(cluster, verdict)
    return cluster
