"""The design document as PDF."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader
from weasyprint.formatting_structure.boxes import TableCellBox, TextBox
from weasyprint.urls import FatalURLFetchingError

import worksheets.samples
from tests.documents.sketches import LONG, renamed, sketch
from tests.generator import generate
from worksheets.documents.chapters import design_chapters
from worksheets.documents.checklists import printed_lists
from worksheets.documents.design_document import RevisionFacts, design_document
from worksheets.documents.fetcher import BASE_URL, StaticFilesOnly
from worksheets.documents.press import lay_out
from worksheets.documents.sections import sections
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import decode, digest
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.maintenance_task import MaintenanceTask, TaskKind
from worksheets.plan.rows.node import Node
from worksheets.rules.chapters import parts
from worksheets.rules.checklists.all_lists import CHECKLISTS
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.judge import ENGINE_RULE, Judgement, judge
from worksheets.rules.policy import NO_POLICY, Policy, RuleSetting, settings_of
from worksheets.rules.registry import catalogue
from worksheets.rules.table1 import table1
from worksheets.rules.waiver import Standing, Waiver, evidence_of
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Group

_ISSUED = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
_REVISION = RevisionFacts(cluster_id=5, number=7, label="draft r7")


def issue(
    plan: Plan,
    judgement: Judgement | None = None,
    waivers: tuple[Waiver, ...] = (),
    policy: Policy = NO_POLICY,
    **changes: object,
) -> bytes:
    facts = {"revision": _REVISION, "issued_at": _ISSUED, "issued_by": "Ada Architect", **changes}
    standing = Standing(plan, judgement or judge(plan), waivers, date(2026, 11, 23))
    return design_document(standing=standing, policy=policy, **facts)


@cache
def sample(name: str) -> Plan:
    folder = Path(worksheets.samples.__file__).parent
    return decode((folder / f"{name}.json").read_bytes())


@cache
def document(name: str) -> bytes:
    return issue(sample(name))


@cache
def pages(pdf: bytes) -> list[str]:
    """Text of each page without blanks and line breaks, which narrow columns bring in."""
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", ["sapdemo71_cluster", "vcl_payments"])
def test_every_row_of_every_sheet_is_in_the_text(name):
    plan = sample(name)
    text = "".join(pages(document(name)))
    for sheet in sheets().values():
        assert squeezed(sheet.title) in text
        for row in plan.rows(sheet.row):
            if "name" in sheet.fields:
                assert squeezed(row.name) in text
                assert all(word in text for word in row.title(plan).split())
            assert squeezed(row.notes) in text


def test_every_page_says_what_it_belongs_to():
    found = pages(document("sapdemo71_cluster"))
    plan_digest = digest(sample("sapdemo71_cluster"))
    for number, text in enumerate(found, start=1):
        assert f"{plan_digest[:12]}…{plan_digest[-4:]}" in text
        assert f"Page{number}of{len(found)}" in text
        assert "Designdocument,draftr7" in text
    assert plan_digest in found[0]


@cache
def baseline() -> bytes:
    """A sealed revision without findings, issued east of Greenwich."""
    return issue(
        sketch("paycluster"),
        Judgement(()),
        revision=RevisionFacts(5, 8, "baseline r8"),
        issued_at=datetime(2026, 11, 23, 0, 15, tzinfo=timezone(timedelta(hours=2))),
    )


def test_the_cover_says_whose_which_and_when():
    cover = pages(baseline())[0]
    for words in ("paycluster", "Payments", "production", "baseline r8", "Ada Architect"):
        assert squeezed(words) in cover
    assert "22November2026,22:15UTC" in cover


def test_only_a_draft_is_marked_as_draft():
    assert "DRAFT" in pages(document("sapdemo71_cluster"))[0]
    assert "BASELINE" in pages(baseline())[0]
    assert "DRAFT" not in pages(baseline())[0]


def test_a_plan_without_findings_says_so():
    text = "".join(pages(baseline()))
    for level in ("Blockers", "Warnings", "Advice"):
        assert f"{level}:none." in text


def test_contents_give_the_page_of_each_chapter_and_sheet():
    reader = PdfReader(io.BytesIO(document("vcl_payments")))
    overview = reader.get_destination_page_number(reader.named_destinations["overview"])
    contents = reader.pages[1:overview]
    lines = [line for page in contents for line in page.extract_text().splitlines()]
    lines = [line for line in lines if not re.search(r"Page \d+ of \d+$", line)]
    printed = [int(found[1]) for line in lines if (found := re.search(r"\S +(\d+)$", line))]
    links = [note.get_object()["/Dest"] for page in contents for note in page["/Annots"]]
    led_to = [reader.get_destination_page_number(reader.named_destinations[to]) for to in links]
    assert len(links) > len(sheets())
    assert printed == [to + 1 for to in led_to]
    assert {"overview", "sheet-node", "single-points", "rules"} <= set(links)


def test_chapters_and_sheets_are_bookmarks():
    reader = PdfReader(io.BytesIO(document("vcl_payments")))
    chapters = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert chapters[0].title == "Cover"
    assert "3 Hardware" in [" ".join(entry.title.split()) for entry in chapters]


def test_each_row_of_table_1_is_answered():
    plan = sample("sapdemo71_cluster")
    text = "".join(pages(document("sapdemo71_cluster")))
    for row in table1(Standing(plan, judge(plan))):
        assert squeezed(row.object) in text
        assert squeezed(row.how) in text


def test_every_finding_is_printed_with_its_chain_and_what_to_do():
    found = judge(sample("sapdemo71_cluster")).findings
    text = "".join(pages(document("sapdemo71_cluster")))
    assert found
    for finding in found:
        assert squeezed(finding.title) in text
        assert squeezed(finding.detail) in text
        assert squeezed(finding.fix) in text
        assert "→".join(squeezed(", ".join(stage)) for stage in finding.chain) in text
    blockers = text.rindex("Blockers")
    assert blockers < text.rindex("Warnings") < text.rindex("Advice")


def test_every_item_of_a_checklist_is_printed_with_what_the_plan_says():
    text = "".join(pages(document("vcl_payments")))
    for checklist in CHECKLISTS:
        assert squeezed(checklist.title) in text
        for item in checklist.items:
            assert squeezed(item.text) in text
            assert item.line in text
    assert squeezed("Software levels, Support checked: answered") in text
    assert squeezed("See Maintenance and tests, cluster snapshot, Record") in text


def test_only_what_the_plan_settles_for_good_is_ticked_in_print():
    plan = sketch("ticks")
    controllers = [
        ApplicationController(key="k1", name="k1", returns_zero=True, checks_data=True),
        ApplicationController(key="k2", name="k2", returns_zero=True, checks_data=False),
    ]
    kept = [row for row in plan if not isinstance(row, ApplicationController)]
    task = MaintenanceTask(
        key="t", name="t", kind=TaskKind.SNAPSHOT, procedure="smitty", record="/snapshots"
    )
    lists = printed_lists(Plan([*kept, *controllers, task]))
    printed = {item.item.id: item for item in lists[0].items}
    assert printed["zero"].box == "✓"
    assert printed["data"].box == ""
    assert printed["data"].remarks == ("Application controllers, Checks data: answered no (k2)",)
    before = next(each for each in lists if each.heading.anchor == "checklist-before_change")
    snapshot = next(item for item in before.items if item.item.id == "snapshot")
    assert snapshot.box == ""
    assert "See Maintenance and tests, cluster snapshot, Record" in snapshot.remarks


def test_a_finding_is_printed_with_the_demands_behind_it():
    text = "".join(pages(document("sapdemo71_cluster")))
    assert "Paper:N4" in text


def test_every_fixed_place_is_in_the_document():
    plan = sample("vcl_payments")
    chapters = design_chapters(Standing(plan, judge(plan)), NO_POLICY)
    anchors = {heading.anchor for c in chapters for heading in (c.heading, *c.sections)}
    html = "".join(c.html for c in chapters)
    fixed = {anchor: place for anchor, place in sections().items() if "sheet-" not in anchor}
    assert fixed.keys() <= anchors
    for anchor, place in fixed.items():
        assert f'id="{anchor}"' in html
        assert place.title in html


def test_every_rule_is_listed():
    text = "".join(pages(document("sapdemo71_cluster")))
    appendix = text[text.rindex("weighedin") :]
    for rule in catalogue().values():
        assert squeezed(rule.id) in appendix, rule.id
    for part in parts():
        for chapter in part.chapters:
            assert squeezed(chapter.title) in appendix, chapter.title


def test_rules_that_are_not_asked_are_named_as_such():
    plan = sample("sapdemo71_cluster")
    elsewhere = plan.replace(msgspec.structs.replace(plan.options, environment=Environment.TEST))
    text = "".join(pages(issue(elsewhere)))
    silent = [rule.id for rule in catalogue().values() if rule.outside_production is None]
    assert silent
    assert squeezed(f"The {len(catalogue()) - len(silent)} rules") in text
    assert squeezed("Not asked: ") in text
    assert squeezed("Not asked: ") not in "".join(pages(document("sapdemo71_cluster")))


def test_only_our_fonts_are_used_and_all_are_embedded():
    reader = PdfReader(io.BytesIO(document("vcl_payments")))
    names = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            for part in font.get_object()["/DescendantFonts"]:
                descriptor = part.get_object()["/FontDescriptor"].get_object()
                assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
                names.add(str(font.get_object()["/BaseFont"]))
    assert names
    assert all("Plex" in name for name in names), names


def test_title_author_language_and_dates_are_those_of_the_issue():
    reader = PdfReader(io.BytesIO(document("vcl_payments")))
    assert reader.metadata.title == "Design document of vcl_payments, draft r7"
    assert reader.metadata.author == "Ada Architect"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert reader.metadata.creation_date == _ISSUED
    assert reader.metadata.modification_date == _ISSUED
    assert len(reader.trailer["/ID"]) == 2


def test_the_same_plan_gives_the_same_bytes():
    first = baseline()
    baseline.cache_clear()
    assert baseline() == first


ASKED: list[str] = []


@cache
def hostile_document() -> bytes:
    """Cells with HTML, templates and very much text; notes in ASKED what is fetched."""
    evil = '<img src="http://example.com/x.png">'
    prose = " ".join(f"w{number}" for number in range(1_700))
    rows = [
        ClusterOptions(key="cluster", name="</td><script>alert(1)</script>", purpose=evil),
        Node(key="n1", name="<b>bold</b>&amp;", notes=evil, aix_level="{{ 7 }}{% now %}"),
        Node(key="n2", name="wordy", notes=prose),
        Administrator(key="a1", name="url(http://example.com/)", contact="</style><style>@import"),
    ]
    original = StaticFilesOnly.fetch

    def fetch(self, url, headers=None):
        ASKED.append(url)
        return original(self, url, headers)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesOnly, "fetch", fetch)
        return issue(Plan(rows), issued_by="<i>Eve</i>")


def test_html_in_cells_is_printed_as_text():
    text = "".join(pages(hostile_document()))
    for words in (
        "</td><script>alert(1)</script>",
        '<img src="http://example.com/x.png">',
        "<b>bold</b>&amp;",
        "{{ 7 }}{% now %}",
        "url(http://example.com/)",
        "</style><style>@import",
        "<i>Eve</i>",
    ):
        assert squeezed(words) in text
    assert all(url.startswith(BASE_URL) for url in ASKED)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/x.png",
        "file:///etc/passwd",
        "data:text/css,p{}",
        f"{BASE_URL}../manage.py",
        f"{BASE_URL}app/app.js",
        f"{BASE_URL}documents/../../planner/settings.css",
        f"{BASE_URL}documents/no-such.css",
        f"{BASE_URL}documents/%2e%2e/settings.css",
    ],
)
def test_nothing_but_our_static_files_can_be_loaded(url):
    with pytest.raises(FatalURLFetchingError):
        StaticFilesOnly().fetch(url)


def test_a_page_that_asks_for_a_foreign_picture_is_not_made():
    with pytest.raises(FatalURLFetchingError):
        lay_out('<html lang="en"><img src="http://example.com/x.png" alt="x"></html>')


def test_names_of_64_letters_are_not_cut():
    plan = renamed(sketch(), LONG)
    text = "".join(pages(issue(plan)))
    for row in plan:
        name = getattr(row, "name", "")
        assert text.count(name) >= 1, name


def test_no_text_leaves_its_cell_or_its_page():
    plan = renamed(generate(3, 3, 5), LONG)
    for chapter in design_chapters(Standing(plan, judge(plan)), NO_POLICY):
        for page in lay_out(chapter.html):
            edge = page.width - 18 / 25.4 * 96
            for cell in page._page_box.descendants():
                right = edge
                if isinstance(cell, TableCellBox):
                    right = cell.position_x + cell.border_width()
                for box in cell.descendants():
                    if isinstance(box, TextBox):
                        assert box.position_x + box.width <= right + 0.5, box.text


def test_no_heading_stands_alone_on_a_page():
    """A chapter that begins with a sheet across begins across itself."""
    plan = generate(1, 16, 64)
    found = next(
        c
        for c in design_chapters(Standing(plan, Judgement(())), NO_POLICY)
        if "behaviour" in c.heading.anchor
    )
    first = lay_out(found.html)[0]
    assert {"chapter-behaviour", "sheet-resource_group"} <= set(first.anchors)
    assert first.width > first.height


def test_long_prose_runs_over_pages_and_is_complete():
    text = "".join(pages(hostile_document()))
    position = text.index("w0w1w2")
    for number in range(1_700):
        position = text.index(f"w{number}", position) + len(f"w{number}")


def test_an_empty_plan_makes_a_document():
    found = pages(issue(Plan()))
    text = "".join(found)
    assert "unnamed" in found[0]
    needed = [sheet for sheet in sheets().values() if sheet.needed(Plan(), None)]
    assert text.count("Nothingentered.") == len(needed)
    for sheet in sheets().values():
        assert "".join(sheet.title.split()) in text
    assert text.count("Notusedinthiscluster:") >= len(Group) - 1
    assert "Nothingtodrawyet" in text


def waived(plan: Plan, rule: str) -> tuple[Judgement, Waiver]:
    judgement = judge(plan)
    finding = next(item for item in judgement.findings if item.rule == rule)
    waiver = Waiver(
        number=3,
        finding=finding.identity,
        evidence=evidence_of(plan, finding),
        title=finding.title,
        risk="One rack burns",
        probability=2,
        cost_of_failure=1_250_000,
        cost_of_countermeasure=90_000,
        currency="EUR",
        decision="The second room is built next year",
        owner="Olga Owner",
        review_by=date(2027, 3, 31),
        proposed_by="Ada Architect",
        signed_by="Sam Signer",
        signed_at=datetime(2026, 11, 20, 14, 5, tzinfo=UTC),
    )
    return judgement, waiver


def test_waiver_is_printed_whole_and_its_finding_no_longer_open() -> None:
    plan = sample("sapdemo71_cluster")
    rule = next(f.rule for f in judge(plan).findings if catalogue()[f.rule].table1)
    judgement, waiver = waived(plan, rule)
    text = "".join(pages(issue(plan, judgement, (waiver,))))
    told = ("W-3", waiver.risk, waiver.decision, waiver.owner, "1,250,000", "25,000", "90,000",
            "31 March 2027", "20 November 2026, 14:05", "Sam Signer", "Waived: 1")  # fmt: skip
    for words in told:
        assert squeezed(words) in text, words
    blockers = judgement.count(Severity.BLOCKER)
    assert squeezed(f"Blockers: {blockers - 1}") in pages(issue(plan, judgement, (waiver,)))[0]
    assert squeezed(f"Blockers: {blockers}") in pages(issue(plan, judgement))[0]
    assert squeezed("No finding is waived.") in "".join(pages(issue(plan, judgement)))


def test_settings_of_rules_are_printed_with_their_reason() -> None:
    plan = sample("sapdemo71_cluster")
    policy = Policy(
        settings=settings_of(
            [
                RuleSetting("NODE-BUSY", None, "Watched by the capacity team instead"),
                RuleSetting("LEVEL-OLD", Severity.BLOCKER, "The auditors ask for it"),
            ]
        )
    )
    text = "".join(pages(issue(plan, judge(plan, policy), policy=policy)))
    assert squeezed("Decided by the organisation") in text
    assert squeezed("Watched by the capacity team instead") in text
    assert squeezed("The auditors ask for it") in text
    assert squeezed(f"The {len(catalogue()) - 1} rules") in text
    assert squeezed("Decided by the organisation") not in "".join(pages(issue(plan)))


def test_a_rule_that_could_not_be_applied_is_told_on_the_cover_and_among_the_findings() -> None:
    plan = sample("sapdemo71_cluster")
    failed = Finding(
        rule=ENGINE_RULE,
        severity=Severity.BLOCKER,
        title="The rule NODE-BUSY could not be applied to this plan",
        places=(Place("cluster_options"),),
        about="NODE-BUSY",
    )
    text = pages(issue(plan, Judgement((failed,))))
    assert squeezed("1 rule could not be applied") in text[0]
    assert squeezed("It must not be submitted or signed for.") in "".join(text)
