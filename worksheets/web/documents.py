"""Drawing, design document and plan file of a cluster."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from worksheets.documents.design_document import RevisionFacts, design_document
from worksheets.documents.diagram import diagram
from worksheets.plan.plan_file import encode
from worksheets.queries.access import cluster_for
from worksheets.queries.policy import current_policy, is_outdated
from worksheets.queries.workbook import open_workbook
from worksheets.web.downloads import attachment
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import frame_context, revision_of


@require_safe
def diagram_page(request: SignedIn, cluster_id: int) -> HttpResponse:
    """The cluster as a drawing."""
    cluster = cluster_for(request.user, cluster_id)
    book = open_workbook(revision_of(cluster))
    context = frame_context(request.user, cluster, book, "diagram")
    context["drawing"] = diagram(book.plan)
    return render(request, "worksheets/diagram.html", context)


@require_safe
def design_pdf(request: SignedIn, cluster_id: int) -> HttpResponse:
    """The design document of the current revision as PDF."""
    cluster = cluster_for(request.user, cluster_id)
    revision = revision_of(cluster)
    book = open_workbook(revision)
    policy = current_policy()
    pdf = design_document(
        standing=book.standing,
        policy=policy,
        revision=RevisionFacts(
            cluster.pk, revision.number, revision.label, is_outdated(revision, policy)
        ),
        issued_at=timezone.now(),
        issued_by=request.user.get_full_name() or request.user.get_username(),
    )
    return attachment(pdf, "application/pdf", cluster, "design.pdf")


@require_safe
def plan_json(request: SignedIn, cluster_id: int) -> HttpResponse:
    """The plan file: canonical JSON, which imports again without loss."""
    cluster = cluster_for(request.user, cluster_id)
    book = open_workbook(revision_of(cluster))
    return attachment(encode(book.plan), "application/json", cluster, "plan.json")
