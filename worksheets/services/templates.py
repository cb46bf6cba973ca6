"""Beginning from an existing design: copies of clusters, and templates for every team."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone

from planner.accounts.access import OrganisationAction
from planner.accounts.models import User
from planner.audit import record
from worksheets.models import Cluster, ClusterTemplate
from worksheets.plan import derive
from worksheets.plan.integrity import SINGLE_KEY
from worksheets.plan.markers import NAME_LENGTH, Identity
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import PlanFileError, decode, digest, encode
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.queries.access import cluster_for, require_for_all, template_for
from worksheets.queries.workbook import open_workbook
from worksheets.services.clusters import make_cluster, read_head
from worksheets.services.errors import NameTaken, RowInvalid
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Group

LONGEST_DESCRIPTION = 2000


@dataclass(frozen=True)
class Carry:
    """What a new design takes over from an old one.

    `chapters`: whose worksheets are kept. `clear`: what must not be carried over. `remarks`:
    whether notes and rationale are. `words`: texts to replace in names and file paths.
    """

    chapters: frozenset[Group] = frozenset(Group)
    clear: frozenset[Identity] = frozenset()
    remarks: bool = True
    words: Mapping[str, str] = field(default_factory=dict)


class NotDerived(Exception):
    """The new design could not be stored; `messages` say which rows are in the way and why."""

    def __init__(self, messages: list[str]) -> None:
        self.messages = messages
        super().__init__("\n".join(messages))


def copy_cluster(
    *, actor: User, cluster_id: int, team_id: int, name: str, environment: str, carry: Carry
) -> Cluster:
    """Make a cluster of a team from one that the person may see.

    Raises RowInvalid for a bad name or environment, NotDerived, NameTaken, and what
    `cluster_for` and `team_for` raise.
    """
    with transaction.atomic():
        source = cluster_for(actor, cluster_id)
        assert source.current is not None
        plan = open_workbook(source.current).plan
        details = {
            "from": f"cluster:{source.pk}/revision:{source.current.number}",
            "from_digest": digest(plan),
        }
        new = _derived(plan, carry, name, environment)
        return make_cluster(actor, team_id, new, "cluster.copied", details)


def use_template(
    *, actor: User, template_id: int, team_id: int, name: str, environment: str, carry: Carry
) -> Cluster:
    """Make a cluster of a team from a template; raises as `copy_cluster` does."""
    with transaction.atomic():
        template = template_for(template_id)
        details = {
            "source": "template",
            "template": template.name,
            "template_digest": template.digest,
        }
        new = _derived(template_plan(template), carry, name, environment)
        return make_cluster(actor, team_id, new, "cluster.created", details)


def template_plan(template: ClusterTemplate) -> Plan:
    """The plan of a template, brought up to date where its format is an older one.

    Raises NotDerived when this version can no longer read it.
    """
    try:
        return decode(template.content.encode())
    except PlanFileError as error:
        raise NotDerived(error.messages) from None


def save_as_template(
    *, actor: User, cluster_id: int, name: str, description: str, carry: Carry
) -> ClusterTemplate:
    """Keep a cluster that the person may see as a template for every team.

    Raises RowInvalid for a bad name or description, NotDerived, NameTaken, PermissionDenied for
    who is no steward, and what `cluster_for` raises.
    """
    source = cluster_for(actor, cluster_id)
    require_for_all(actor, OrganisationAction.KEEP_TEMPLATES)
    assert source.current is not None
    options = read_head(name, source.environment)
    description = description.replace("\r\n", "\n").strip()
    if len(description) > LONGEST_DESCRIPTION or "\x00" in description:
        raise RowInvalid(
            {"description": f"Enter a text of at most {LONGEST_DESCRIPTION:,} characters."}
        )
    plan = _derived(open_workbook(source.current).plan, carry, options.name, source.environment)
    with transaction.atomic():
        try:
            with transaction.atomic():
                template = ClusterTemplate.objects.create(
                    name=options.name,
                    description=description,
                    content=encode(plan).decode(),
                    digest=digest(plan),
                    made_by=actor,
                )
        except IntegrityError:
            raise NameTaken(
                f"There is a template called {options.name} already, perhaps a retired one; "
                "choose another name"
            ) from None
        record(
            actor=actor,
            action="template.saved",
            subject=f"template:{template.pk}",
            details={
                "name": template.name,
                "digest": template.digest,
                "from": f"cluster:{source.pk}/revision:{source.current.number}",
            },
        )
    return template


def retire_template(*, actor: User, template_id: int) -> None:
    """Offer a template no longer. Clusters made from it stay as they are.

    Raises Http404 for one that is not there or retired already, PermissionDenied for who is no
    steward.
    """
    require_for_all(actor, OrganisationAction.KEEP_TEMPLATES)
    with transaction.atomic():
        template = template_for(template_id)
        current = ClusterTemplate.objects.filter(pk=template.pk, retired_at=None)
        if not current.update(retired_at=timezone.now()):
            raise Http404("The template has been retired already.")
        record(
            actor=actor,
            action="template.retired",
            subject=f"template:{template.pk}",
            details={"name": template.name, "digest": template.digest},
        )


def _derived(plan: Plan, carry: Carry, name: str, environment: str) -> Plan:
    head = read_head(name, environment)
    for word in carry.words.values():
        if len(word) > NAME_LENGTH:
            raise NotDerived([f"“{word[:40]}…” is too long to stand in a name."])
    kept = {slug for slug, sheet in sheets().items() if sheet.group in carry.chapters}
    new = derive.clear(derive.keep(plan, kept), carry.clear)
    if not carry.remarks:
        new = derive.without_remarks(new)
    new = derive.rename(new, carry.words)
    options = new.get(ClusterOptions, SINGLE_KEY)
    if options is not None:
        head = msgspec.structs.replace(options, name=head.name, environment=head.environment)
    new = new.replace(head)
    try:
        # The plan file's reader checks lengths and ranges too, which rows made in memory escape.
        return decode(encode(new))
    except PlanFileError as error:
        raise NotDerived(error.messages) from None
