"""Beginning from an existing design: copy a cluster, keep it as a template, use a template."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from planner.accounts.access import OrganisationAction, may_for_all
from worksheets.models import Cluster, ClusterTemplate
from worksheets.plan.markers import Identity
from worksheets.plan.rows.cluster_options import Environment
from worksheets.queries.access import cluster_for, template_for
from worksheets.services.errors import NameTaken, RowInvalid
from worksheets.services.templates import (
    Carry,
    NotDerived,
    copy_cluster,
    retire_template,
    save_as_template,
    template_plan,
    use_template,
)
from worksheets.sheets.sheet import Group
from worksheets.web.carry import carry_context, read_carry
from worksheets.web.portfolio import editing_teams
from worksheets.web.requests import SignedIn, chosen_team

COPY = Carry(clear=frozenset(Identity))
KEEP = Carry(chapters=frozenset(Group) - {Group.RUNNING}, clear=frozenset(Identity))


def _tried(work: Callable[[], Any]) -> tuple[Any, dict[str, str], list[str]]:
    """What came of a write: its result, or errors by field and messages without a field."""
    try:
        return work(), {}, []
    except RowInvalid as error:
        return None, error.errors, []
    except NameTaken as error:
        return None, {"name": f"{error}."}, []
    except NotDerived as error:
        return None, {}, error.messages


def _form(
    request: SignedIn,
    page: str,
    first: Carry,
    outcome: tuple[Any, dict[str, str], list[str]],
    **context: Any,
) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    _, errors, found = outcome
    context |= carry_context(sent, first)
    context |= {
        "errors": errors,
        "messages_found": found,
        "typed": request.POST,
        "teams": editing_teams(request.user),
        "team": chosen_team(request),
        "environments": list(Environment),
    }
    return render(request, page, context, status=422 if errors or found else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: SignedIn, cluster_id: int) -> HttpResponse:
    """A new cluster from this one, with a choice of what it takes over."""
    source = cluster_for(request.user, cluster_id)

    def work() -> Cluster:
        return copy_cluster(
            actor=request.user,
            cluster_id=cluster_id,
            team_id=chosen_team(request),
            name=request.POST.get("name", ""),
            environment=request.POST.get("environment", ""),
            carry=read_carry(request.POST),
        )

    outcome = _tried(work) if request.method == "POST" else (None, {}, [])
    if outcome[0] is not None:
        return redirect("worksheets:cluster", outcome[0].pk)
    return _form(
        request,
        "worksheets/cluster_copy.html",
        COPY,
        outcome,
        source=source,
        may_keep=may_for_all(request.user, OrganisationAction.KEEP_TEMPLATES),
        environment=request.POST.get("environment", source.environment),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def save(request: SignedIn, cluster_id: int) -> HttpResponse:
    """Keep this cluster as a template for every team."""
    source = cluster_for(request.user, cluster_id)

    def work() -> ClusterTemplate:
        return save_as_template(
            actor=request.user,
            cluster_id=cluster_id,
            name=request.POST.get("name", ""),
            description=request.POST.get("description", ""),
            carry=read_carry(request.POST),
        )

    outcome = _tried(work) if request.method == "POST" else (None, {}, [])
    if outcome[0] is not None:
        return redirect("worksheets:templates")
    may_keep = may_for_all(request.user, OrganisationAction.KEEP_TEMPLATES)
    page = "worksheets/template_save.html"
    return _form(request, page, KEEP, outcome, source=source, may_keep=may_keep)


@require_safe
def listing(request: SignedIn) -> HttpResponse:
    """The templates on offer, for everybody."""
    context = {
        "templates": ClusterTemplate.objects.filter(retired_at=None)
        .select_related("made_by")
        .defer("content"),
        "may_keep": may_for_all(request.user, OrganisationAction.KEEP_TEMPLATES),
        "may_create": bool(editing_teams(request.user)),
    }
    return render(request, "worksheets/templates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def use(request: SignedIn, template_id: int) -> HttpResponse:
    """A new cluster from a template."""
    template = template_for(template_id)

    def work() -> Cluster:
        return use_template(
            actor=request.user,
            template_id=template_id,
            team_id=chosen_team(request),
            name=request.POST.get("name", ""),
            environment=request.POST.get("environment", ""),
            carry=read_carry(request.POST),
        )

    outcome = _tried(work) if request.method == "POST" else _tried(lambda: template_plan(template))
    if request.method == "POST" and outcome[0] is not None:
        return redirect("worksheets:cluster", outcome[0].pk)
    environment = request.POST.get("environment", "")
    if request.method != "POST" and outcome[0] is not None:
        environment = outcome[0].options.environment.value
    page = "worksheets/template_use.html"
    return _form(request, page, Carry(), outcome, template=template, environment=environment)


@require_POST
def retire(request: SignedIn, template_id: int) -> HttpResponse:
    """Offer a template no longer."""
    retire_template(actor=request.user, template_id=template_id)
    return redirect("worksheets:templates")
