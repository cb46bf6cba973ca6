"""Making a cluster: empty, or from a plan file."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from worksheets.plan.plan_file import MAX_BYTES, PlanFileError
from worksheets.plan.rows.cluster_options import Environment
from worksheets.services.clusters import create_cluster, import_plan
from worksheets.services.errors import NameTaken, RowInvalid
from worksheets.web.portfolio import editing_teams
from worksheets.web.requests import SignedIn, chosen_team


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedIn) -> HttpResponse:
    """A form of three fields, then the empty worksheets."""
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            cluster = create_cluster(
                actor=request.user,
                team_id=chosen_team(request),
                name=request.POST.get("name", ""),
                environment=request.POST.get("environment", ""),
            )
        except RowInvalid as error:
            errors = error.errors
        except NameTaken as error:
            errors = {"name": f"{error}."}
        else:
            return redirect("worksheets:cluster", cluster.pk)
    context = {
        "errors": errors,
        "teams": editing_teams(request.user),
        "environments": list(Environment),
        "typed": request.POST,
    }
    return render(request, "worksheets/cluster_new.html", context, status=422 if errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: SignedIn) -> HttpResponse:
    """A plan file or a workbook becomes a cluster, or the page lists all that is wrong."""
    messages: list[str] = []
    if request.method == "POST":
        upload = request.FILES.get("file")
        if upload is None:
            messages = ["Choose a plan file or a workbook first."]
        elif (upload.size or 0) > MAX_BYTES:
            messages = [f"{upload.name} is larger than 16 MiB; make it smaller."]
        else:
            try:
                cluster = import_plan(
                    actor=request.user,
                    team_id=chosen_team(request),
                    data=upload.read(),
                    file_name=upload.name or "workbook",
                )
            except PlanFileError as error:
                messages = error.messages
            except NameTaken as error:
                messages = [f"{error}."]
            else:
                return redirect("worksheets:cluster", cluster.pk)
    context = {"messages_found": messages, "teams": editing_teams(request.user)}
    status = 422 if messages else 200
    return render(request, "worksheets/cluster_import.html", context, status=status)
