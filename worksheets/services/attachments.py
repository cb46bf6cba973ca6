"""Attaching files to a cluster or a row, and removing them."""

from __future__ import annotations

import hashlib
import unicodedata

from django.db import transaction
from django.db.models import Count, Sum
from django.http import Http404
from django.utils import timezone

from planner.accounts.access import Action
from planner.accounts.models import User
from planner.audit import record
from worksheets.models import Attachment, Revision
from worksheets.plan.formats import unprintable
from worksheets.plan.rows import KINDS
from worksheets.queries.access import locked_revision
from worksheets.queries.workbook import open_workbook
from worksheets.services.attachment_kinds import NotAccepted, kind_of
from worksheets.services.errors import AttachmentRefused

MEBIBYTE = 1024 * 1024
FILE_BYTES = 10 * MEBIBYTE
PER_ROW = 20
ON_CLUSTER = 200
CLUSTER_BYTES = 200 * MEBIBYTE
_NAME_LENGTH = 150
_DESCRIPTION_LENGTH = 200
_NOT_IN_NAMES = frozenset('<>:"/\\|?*')


def attach(
    *,
    actor: User,
    cluster_id: int,
    name: str,
    content: bytes,
    description: str = "",
    worksheet: str = "",
    key: str = "",
) -> Attachment:
    """Attach a file to a cluster, or to the row of a worksheet and key.

    The plan and its stamp stay as they are. Raises AttachmentRefused when the file, its
    description or its place cannot be taken, and what `locked_revision` raises.
    """
    name = clean_name(name)
    description = " ".join(description.split())
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        title = _row_title(revision, worksheet, key)
        media_type = _checked(name, content, description)
        _refuse_over_limits(cluster_id, worksheet, key, name, len(content))
        attachment = Attachment.objects.create(
            cluster_id=cluster_id,
            worksheet=worksheet,
            key=key,
            row_title=title,
            name=name,
            media_type=media_type,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            description=description,
            uploaded_at=timezone.now(),
            uploaded_by=actor,
            content=content,
        )
        _record(actor, "attachment.added", attachment)
    return attachment


def remove(*, actor: User, cluster_id: int, attachment_id: int) -> Attachment:
    """Remove an attachment for good; the event log keeps its name and digest.

    Raises Http404 when it is not there (any more), and what `locked_revision` raises.
    """
    with transaction.atomic():
        locked_revision(actor, cluster_id, Action.EDIT)
        found = Attachment.objects.defer("content").filter(cluster_id=cluster_id)
        attachment = found.filter(pk=attachment_id).first()
        if attachment is None:
            raise Http404("There is no such attachment any more.")
        Attachment.objects.filter(pk=attachment_id).delete()
        _record(actor, "attachment.removed", attachment)
    return attachment


def clean_name(name: str) -> str:
    """A file name without folders and without signs that file systems or readers stumble over."""
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    signs = ("_" if _disturbs(sign) else sign for sign in name)
    stem, dot, ending = " ".join("".join(signs).split()).strip(". ").rpartition(".")
    if not dot:
        return ending[:_NAME_LENGTH]
    return f"{stem[: _NAME_LENGTH - 1 - len(ending)].rstrip()}.{ending}"[:_NAME_LENGTH]


def _disturbs(sign: str) -> bool:
    return sign in _NOT_IN_NAMES or unprintable(sign, lines=False) is not None


def _row_title(revision: Revision, worksheet: str, key: str) -> str:
    """What the row is called now; empty for the cluster itself."""
    if not worksheet and not key:
        return ""
    kind = KINDS.get(worksheet)
    plan = open_workbook(revision).plan
    if kind is None or plan.get(kind, key) is None:
        raise AttachmentRefused(
            {"place": "This row does not exist (any more). Choose another, or the cluster itself."}
        )
    return plan.title(kind, key)


def _checked(name: str, content: bytes, description: str) -> str:
    """The media type of a file that can be taken; raises AttachmentRefused with all reasons."""
    errors = {}
    media_type = ""
    if not name:
        errors["file"] = "The file has no name. Give it one and attach it again."
    elif not content:
        errors["file"] = f"{name} is empty. Choose the file again."
    elif len(content) > FILE_BYTES:
        errors["file"] = too_large(name)
    else:
        try:
            media_type = kind_of(name, content).media_type
        except NotAccepted as problem:
            errors["file"] = str(problem)
    wrong = unprintable(description, lines=False)
    if wrong:
        errors["description"] = f"The description {wrong}. Remove it."
    elif len(description) > _DESCRIPTION_LENGTH:
        errors["description"] = (
            f"The description has {len(description):,} characters; "
            f"shorten it to {_DESCRIPTION_LENGTH}."
        )
    if errors:
        raise AttachmentRefused(errors)
    return media_type


def too_large(name: str) -> str:
    """What to say of a file over the limit."""
    return (
        f"{name} is larger than {FILE_BYTES // MEBIBYTE} MiB. Make it smaller, or keep it in your "
        "document store and write its address into the notes."
    )


def _refuse_over_limits(cluster_id: int, worksheet: str, key: str, name: str, size: int) -> None:
    """The lock on the revision keeps two uploads from passing a limit together."""
    all_of_cluster = Attachment.objects.filter(cluster_id=cluster_id)
    here = all_of_cluster.filter(worksheet=worksheet, key=key)
    used = all_of_cluster.aggregate(bytes=Sum("size"))["bytes"] or 0
    limit = PER_ROW if key else ON_CLUSTER
    error = ""
    if here.filter(name=name).exists():
        error = (
            f"A file called {name} is attached here already. Remove it first, or give the new "
            "one another name."
        )
    elif here.aggregate(number=Count("pk"))["number"] >= limit:
        what = "This row" if key else "The cluster itself"
        error = f"{what} has {limit} attachments, the most it may have. Remove one first."
    elif used + size > CLUSTER_BYTES:
        error = (
            f"The attachments of a cluster may have {CLUSTER_BYTES // MEBIBYTE} MiB together, and "
            f"{name} would go beyond. Remove some first."
        )
    if error:
        raise AttachmentRefused({"file": error})


def _record(actor: User, action: str, attachment: Attachment) -> None:
    record(
        actor=actor,
        action=action,
        subject=f"cluster:{attachment.cluster_id}/attachment:{attachment.pk}",
        details={
            "name": attachment.name,
            "sha256": attachment.sha256,
            "bytes": attachment.size,
            "media_type": attachment.media_type,
            "description": attachment.description,
            "worksheet": attachment.worksheet,
            "key": attachment.key,
            "row": attachment.row_title,
        },
    )
