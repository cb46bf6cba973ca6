"""Importing a file into a cluster that exists: upload, preview, and confirm or cancel."""

from __future__ import annotations

import datetime
import hashlib
from typing import NamedTuple

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from planner.accounts.access import Action
from planner.accounts.models import User
from planner.audit import record
from worksheets.exchange.proposal import Fate, Proposal
from worksheets.exchange.uploads import Upload, read_upload
from worksheets.models import PendingImport, Revision
from worksheets.queries.access import cluster_for, locked_revision
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.changes import change_plan
from worksheets.services.errors import ImportInvalid, ImportOutdated
from worksheets.services.judging import Verdict
from worksheets.sheets.registry import sheets

KEPT = datetime.timedelta(days=1)
STALE = (
    "The worksheets have changed since this workbook was exported: cells that others have changed "
    "meanwhile stand below as changes back to what they were, so look at each."
)
_LARGEST_ID = 2**63 - 1


class Preview(NamedTuple):
    """A pending import against the worksheets as they are now.

    `digest` is that of the present plan; whoever confirms says it back. `notes` tell how the
    file was read.
    """

    pending: PendingImport
    digest: str
    proposal: Proposal
    notes: tuple[str, ...]


class Imported(NamedTuple):
    """What a confirmed import did."""

    revision: Revision
    proposal: Proposal
    verdict: Verdict


def prepare_import(
    *,
    actor: User,
    cluster_id: int,
    name: str,
    data: bytes,
    sheet: str = "",
    remove_missing: bool = False,
) -> PendingImport:
    """Keep an uploaded file until its import is confirmed; nothing else is stored.

    It takes the place of the person's earlier one for this cluster. `sheet`: slug of the worksheet
    that a CSV file is for, empty to have it found out. Raises ExchangeError when the file cannot
    be read, and what `cluster_for` raises.
    """
    cluster_for(actor, cluster_id, Action.EDIT)
    name = _plain_name(name)
    _read(name, data, sheet)
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        mine = PendingImport.objects.filter(cluster_id=cluster_id, actor=actor)
        mine.delete()
        PendingImport.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
        pending = PendingImport.objects.create(
            cluster_id=cluster_id,
            actor=actor,
            name=name,
            data=data,
            sheet=sheet,
            remove_missing=remove_missing,
        )
        digest = hashlib.sha256(data).hexdigest()
        details = {"file": name, "bytes": len(data), "sha256": digest}
        record(actor=actor, action="import.prepared", subject=_subject(revision), details=details)
    return pending


def preview_import(actor: User, cluster_id: int, import_id: int) -> Preview:
    """What a pending import would do now. Raises Http404, and what `cluster_for` raises."""
    cluster = cluster_for(actor, cluster_id, Action.EDIT)
    pending = _pending(actor, cluster_id, import_id)
    assert cluster.current is not None
    return _preview(pending, open_workbook(cluster.current))


def confirm_import(
    *, actor: User, cluster_id: int, import_id: int, expected_digest: str
) -> Imported:
    """Carry out a pending import, all of it or nothing.

    Raises ImportOutdated when the plan is no longer the one with the expected digest,
    ImportInvalid when the file has mistakes, PlanInvalid when the plan cannot be stored, Http404,
    and what `locked_revision` raises.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        pending = _pending(actor, cluster_id, import_id)
        book = open_workbook(revision)
        if book.digest != expected_digest:
            raise ImportOutdated
        proposal = _preview(pending, book).proposal
        if proposal.plan is None:
            raise ImportInvalid
        pending.delete()
        label = f"Imported {pending.name}"
        verdict = change_plan(
            actor=actor, revision=revision, book=book, after=proposal.plan, label=label
        )
        details = {"file": pending.name, **{fate.value: proposal.count(fate) for fate in Fate}}
        record(actor=actor, action="import.confirmed", subject=_subject(revision), details=details)
    return Imported(revision, proposal, verdict)


def cancel_import(*, actor: User, cluster_id: int, import_id: int) -> None:
    """Forget a pending import. Raises Http404, and what `locked_revision` raises."""
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        pending = _pending(actor, cluster_id, import_id)
        details = {"file": pending.name}
        pending.delete()
        record(actor=actor, action="import.cancelled", subject=_subject(revision), details=details)


def _pending(actor: User, cluster_id: int, import_id: int) -> PendingImport:
    known = PendingImport.objects.filter(cluster_id=cluster_id, actor=actor)
    fresh = known.filter(created_at__gte=timezone.now() - KEPT)
    pending = fresh.filter(id=import_id).first() if import_id <= _LARGEST_ID else None
    if pending is None:
        raise Http404("There is no such import any more; upload the file again.")
    return pending


def _preview(pending: PendingImport, book: Workbook) -> Preview:
    upload = _read(pending.name, bytes(pending.data), pending.sheet)
    proposal = upload.proposal(book.plan, pending.remove_missing)
    stale = (STALE,) if upload.origin and upload.origin != book.digest else ()
    return Preview(pending, book.digest, proposal, (*upload.notes, *stale))


def _read(name: str, data: bytes, sheet: str) -> Upload:
    return read_upload(name, data, sheets().get(sheet))


def _plain_name(name: str) -> str:
    """The file's name without what cannot be shown, at most 120 characters."""
    plain = "".join(character for character in name if character.isprintable()).strip()
    return plain[-120:] or "file"


def _subject(revision: Revision) -> str:
    return f"cluster:{revision.cluster_id}/revision:{revision.number}"
