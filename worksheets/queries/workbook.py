"""The opened plan of a revision with its findings, kept in memory while it is current."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import date
from functools import cached_property
from uuid import UUID

import msgspec
from django.db import OperationalError
from django.utils import timezone

from worksheets.models import Finding as StoredFinding
from worksheets.models import Revision
from worksheets.models.store.read import Versions, read_rows
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import digest
from worksheets.queries.waivers import live_waivers, signed
from worksheets.rules.finding import Finding
from worksheets.rules.judge import Judgement
from worksheets.rules.waiver import Standing, Waiver
from worksheets.sheets.completeness import Completeness, completeness
from worksheets.sheets.registry import sheets

_KEPT = 64
# How often a read is begun anew because somebody wrote meanwhile.
_ATTEMPTS = 5


class Workbook:
    """Plan, row versions, judgement and waivers of one revision as of one stamp; never changed.

    `versions`: how often each row was written, by worksheet and key. `waivers`: the signed ones
    that nobody has ended. `day`: the one on which review dates are held against the calendar.
    """

    def __init__(
        self,
        plan: Plan,
        versions: Versions,
        judgement: Judgement,
        waivers: tuple[Waiver, ...] = (),
        day: date | None = None,
    ) -> None:
        self.plan = plan
        self.versions = versions
        self.judgement = judgement
        self.waivers = waivers
        self.day = day or timezone.localdate()

    @cached_property
    def standing(self) -> Standing:
        """Which findings are open, and which are tolerated."""
        return Standing(self.plan, self.judgement, self.waivers, self.day)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The open findings, gravest first."""
        return self.standing.open

    def on(self, day: date) -> Workbook:
        """The same workbook on a day."""
        if day == self.day:
            return self
        return Workbook(self.plan, self.versions, self.judgement, self.waivers, day)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the plan's canonical JSON."""
        return digest(self.plan)

    @cached_property
    def completeness(self) -> dict[str, Completeness]:
        """What each worksheet still lacks, by its slug."""
        return {slug: completeness(self.plan, sheet) for slug, sheet in sheets().items()}

    @cached_property
    def asked(self) -> dict[tuple[str, str], set[str]]:
        """Columns that are still to be filled in, by worksheet and row key."""
        found: dict[tuple[str, str], set[str]] = {}
        for slug, done in self.completeness.items():
            for key, column in done.empty:
                found.setdefault((slug, key), set()).add(column)
        return found

    @cached_property
    def by_sheet(self) -> dict[str, list[Finding]]:
        """Open findings by worksheet: each on every worksheet on which it has a place."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            for slug in dict.fromkeys(place.sheet for place in finding.places):
                found.setdefault(slug, []).append(finding)
        return found

    @cached_property
    def marks(self) -> dict[tuple[str, str], dict[str, list[Finding]]]:
        """Open findings by (worksheet, row key), then by column; column "" is the row itself."""
        marks: dict[tuple[str, str], dict[str, list[Finding]]] = {}
        for finding in self.findings:
            for place in finding.places:
                row = marks.setdefault((place.sheet, place.key), {})
                row.setdefault(place.column, []).append(finding)
        return marks

    def marked(self, sheet: str) -> dict[str, dict[str, list[str]]]:
        """Identities of the findings on each row of a worksheet, by key and column."""
        return {
            key: {column: [f.identity for f in found] for column, found in columns.items()}
            for (slug, key), columns in self.marks.items()
            if slug == sheet and key
        }


class _Shelf:
    """The workbooks used last, by stamp. A stamp names one content for ever."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._books: OrderedDict[UUID, Workbook] = OrderedDict()

    def get(self, stamp: UUID) -> Workbook | None:
        with self._lock:
            book = self._books.get(stamp)
            if book is not None:
                self._books.move_to_end(stamp)
            return book

    def put(self, stamp: UUID, book: Workbook) -> None:
        with self._lock:
            self._books[stamp] = book
            while len(self._books) > _KEPT:
                self._books.popitem(last=False)


_shelf = _Shelf()


def open_workbook(revision: Revision) -> Workbook:
    """The workbook of a revision as it is now; `revision` follows when it has changed since.

    Reading takes many queries, and somebody may write between them. What was read counts only
    when the stamp is the same afterwards.
    """
    for _ in range(_ATTEMPTS):
        book = _shelf.get(revision.stamp)
        if book is not None:
            today = book.on(timezone.localdate())
            if today is not book:
                keep_workbook(revision.stamp, today)
            return today
        book = _read(revision)
        stamp = Revision.objects.values_list("stamp", flat=True).get(pk=revision.pk)
        if book is not None and stamp == revision.stamp:
            keep_workbook(stamp, book)
            return book
        revision.refresh_from_db(from_queryset=Revision.objects.select_related("cluster"))
    raise OperationalError("The worksheets are being changed too quickly to be read; try again.")


def _read(revision: Revision) -> Workbook | None:
    """The workbook as the tables have it, or None when rows came or went while it was read."""
    try:
        plan, versions = read_rows(revision.pk)
    except KeyError:
        return None
    stored = StoredFinding.objects.filter(revision=revision)
    contents = stored.values_list("content", flat=True)
    findings = [msgspec.json.decode(content, type=Finding) for content in contents]
    findings.sort(key=lambda finding: finding.order)
    waivers = signed(live_waivers(revision.cluster_id))
    return Workbook(plan, versions, Judgement(tuple(findings)), waivers)


def keep_workbook(stamp: UUID, book: Workbook) -> None:
    """Keep a workbook that a committed transaction has made."""
    _shelf.put(stamp, book)
