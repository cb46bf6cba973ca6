"""Attachments of a cluster: the list, attaching, downloading, removing."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from planner.accounts.access import Action
from worksheets.models import Attachment, Cluster
from worksheets.plan.plan import Plan
from worksheets.queries.access import cluster_for
from worksheets.queries.attachments import Listing, attachment_for, bytes_used, listing
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.attachment_kinds import ACCEPTED
from worksheets.services.attachments import (
    CLUSTER_BYTES,
    FILE_BYTES,
    MEBIBYTE,
    PER_ROW,
    attach,
    remove,
    too_large,
)
from worksheets.services.errors import AttachmentRefused
from worksheets.sheets.registry import sheets
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import frame_context, revision_of


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: SignedIn, cluster_id: int) -> HttpResponse:
    """All attachments of a cluster, or of the row of `?worksheet=` and `key=`; POST attaches."""
    action = Action.EDIT if request.method == "POST" else Action.VIEW
    cluster = cluster_for(request.user, cluster_id, action)
    slug, key = _place(request)
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            attachment = _attach(request, cluster_id)
        except AttachmentRefused as error:
            errors = error.errors
        else:
            messages.success(request, f"{attachment.name} is attached.")
            return redirect(_address(cluster_id, slug, key))
    book = open_workbook(revision_of(cluster))
    context = _context(request, cluster, book, slug, key)
    context["errors"] = errors
    status = 422 if errors else 200
    return render(request, "worksheets/attachments.html", context, status=status)


@require_safe
def download(request: SignedIn, cluster_id: int, attachment_id: int) -> HttpResponse:
    """The file. Browsers are told to store it, never to show it or to guess what it is."""
    attachment = attachment_for(request.user, cluster_id, attachment_id)
    response = HttpResponse(bytes(attachment.content), content_type=attachment.media_type)
    disposition = content_disposition_header(as_attachment=True, filename=attachment.name)
    response["Content-Disposition"] = disposition
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def remove_page(request: SignedIn, cluster_id: int, attachment_id: int) -> HttpResponse:
    """Asks whether to remove the file; POST removes it."""
    if request.method == "POST":
        gone = remove(actor=request.user, cluster_id=cluster_id, attachment_id=attachment_id)
        messages.success(request, f"{gone.name} has been removed.")
        return redirect(_address(cluster_id, *_place(request)))
    cluster = cluster_for(request.user, cluster_id, Action.EDIT)
    attachment = attachment_for(request.user, cluster_id, attachment_id)
    book = open_workbook(revision_of(cluster))
    context = frame_context(request.user, cluster, book, "attachments")
    slug, key = _place(request)
    context |= {
        "attachment": attachment,
        "size": size_text(attachment.size),
        "back": _address(cluster_id, slug, key),
        "slug": slug,
        "key": key,
    }
    return render(request, "worksheets/attachment_remove.html", context)


def size_text(size: int) -> str:
    """A number of bytes as people read it."""
    if size < 1024:
        return f"{size} bytes" if size != 1 else "1 byte"
    if size < MEBIBYTE:
        return f"{size / 1024:,.0f} KiB"
    return f"{size / MEBIBYTE:,.1f} MiB"


def _context(
    request: SignedIn, cluster: Cluster, book: Workbook, slug: str, key: str
) -> dict[str, Any]:
    context = frame_context(request.user, cluster, book, "attachments")
    found = listing(cluster, book.plan)
    here = slug in sheets() and book.plan.get(sheets()[slug].row, key) is not None
    context |= {
        "groups": _groups(cluster.pk, found, (slug, key) if here else None),
        "used": size_text(bytes_used(cluster.pk)),
        "limits": {
            "file": FILE_BYTES // MEBIBYTE,
            "row": PER_ROW,
            "cluster": CLUSTER_BYTES // MEBIBYTE,
        },
        "accepted": ACCEPTED,
        "typed": request.POST,
        "place": f"{slug}:{key}" if here else "",
    }
    if here:
        sheet = sheets()[slug]
        context["row_title"] = book.plan.title(sheet.row, key)
        context["sheet_title"] = sheet.title
        context["row_href"] = reverse("worksheets:sheet", args=[cluster.pk, slug]) + f"#row-{key}"
        context["slug"], context["key"] = slug, key
    else:
        context["choices"] = _choices(book.plan)
    return context


def _groups(cluster_id: int, found: Listing, only: tuple[str, str] | None) -> list[dict[str, Any]]:
    """Headed tables of files: the cluster's own, those of rows, those of rows that are gone."""
    rows = [p for p in found.rows if only is None or (p.slug, p.key) == only]
    lines = [
        _line(cluster_id, attachment, f"{place.sheet} · {place.title}", place.slug, place.key)
        for place in rows
        for attachment in place.attachments
    ]
    if only is not None:
        return [{"title": "Attached to this row", "lines": lines}]
    gone = [
        _line(cluster_id, attachment, f"{place.sheet} · {place.title}")
        for place in found.gone
        for attachment in place.attachments
    ]
    own = [_line(cluster_id, attachment, "the cluster") for attachment in found.cluster]
    groups = (("The cluster itself", own), ("Rows", lines), ("Rows that are gone", gone))
    return [{"title": title, "lines": some} for title, some in groups if some]


def _line(
    cluster_id: int, attachment: Attachment, place: str, slug: str = "", key: str = ""
) -> dict[str, Any]:
    href = reverse("worksheets:sheet", args=[cluster_id, slug]) + f"#row-{key}" if slug else ""
    size = size_text(attachment.size)
    return {"attachment": attachment, "place": place, "href": href, "size": size}


def _choices(plan: Plan) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rows to choose from, by worksheet: (title, [(value, row title), ...])."""
    return [
        (sheet.title, [(f"{sheet.slug}:{key}", title) for key, title in titles.items()])
        for sheet in sheets().values()
        if (titles := plan.titles(sheet.row))
    ]


def _attach(request: SignedIn, cluster_id: int) -> Attachment:
    upload = request.FILES.get("file")
    if upload is None:
        raise AttachmentRefused({"file": "Choose a file first."})
    name = upload.name or ""
    if (upload.size or 0) > FILE_BYTES:
        raise AttachmentRefused({"file": too_large(name)})
    slug, _, key = request.POST.get("place", "").partition(":")
    return attach(
        actor=request.user,
        cluster_id=cluster_id,
        name=name,
        content=upload.read(),
        description=request.POST.get("description", ""),
        worksheet=slug,
        key=key,
    )


def _place(request: SignedIn) -> tuple[str, str]:
    """Worksheet and key of the row that the page is about; empty for the whole cluster."""
    slug, key = request.GET.get("worksheet", ""), request.GET.get("key", "")
    return (slug, key) if slug and key else ("", "")


def _address(cluster_id: int, slug: str, key: str) -> str:
    address = reverse("worksheets:attachments", args=[cluster_id])
    return f"{address}?{urlencode({'worksheet': slug, 'key': key})}" if slug else address
