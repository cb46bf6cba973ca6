"""Who else is here: what the head of a cluster's pages asks for every 15 seconds."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from worksheets.queries.presence import also_here
from worksheets.queries.workbook import open_workbook
from worksheets.services.presence import note_presence
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import revision_of


@require_POST
def beat(request: SignedIn, cluster_id: int) -> HttpResponse:
    """Note where the person is (`worksheet`, `row`) and answer with the others.

    `stamp` is that of the content which the page shows; when it is another by now, the answer
    says who changed it.
    """
    cluster = note_presence(
        actor=request.user,
        cluster_id=cluster_id,
        worksheet=request.GET.get("worksheet", ""),
        row=request.POST.get("row", ""),
    )
    revision = revision_of(cluster)
    book = open_workbook(revision)
    context: dict[str, object] = {"also_here": also_here(request.user, cluster, book.plan)}
    if request.POST.get("stamp", str(revision.stamp)) != str(revision.stamp):
        context["changed_by"] = revision.edited_by or "the system"
        context["changed_at"] = revision.edited_at
    return render(request, "worksheets/_also_here.html", context)
