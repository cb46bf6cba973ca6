"""The pages of the paper's demands and of the checklists."""

from __future__ import annotations

import html
import re

import pytest
from msgspec import structs

from tests.plans import small_plan
from worksheets.plan.plan_file import encode
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.cluster_options import Environment
from worksheets.plan.rows.maintenance_task import MaintenanceTask, TaskKind
from worksheets.plan.rows.node import Node
from worksheets.queries.coverage import State, coverage_of, totals
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.rules.coverage.paper import LINES
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.judge import ENGINE_RULE, Judgement, judge
from worksheets.rules.policy import NO_POLICY
from worksheets.rules.registry import catalogue
from worksheets.services.clusters import import_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def get(client, architect):
    client.force_login(architect)
    return lambda address: client.get(address).content.decode()


def line_of(page: str, line: str) -> str:
    """The part of a page that is about one demand, as people read it."""
    found = re.search(rf'<li id="{line}">(.*?)</li>\n(?=<li id=|</ol>)', page, re.DOTALL)
    assert found, line
    return html.unescape(re.sub(r"<[^>]+>", "", found[1]))


def opened(plan) -> Workbook:
    return Workbook(plan, {}, judge(plan))


def states(plan, policy=NO_POLICY) -> dict[str, State]:
    return {id_: line.state for id_, line in coverage_of(opened(plan), policy).items()}


def test_every_demand_has_its_anchor_and_its_words(get):
    page = get("/coverage/")
    for line in LINES.values():
        assert page.count(f'id="{line.id}"') == 1
        assert line.demand in line_of(page, line.id)


def test_a_demand_leads_to_its_rules_and_names_cells_and_lists(get):
    page = get("/coverage/")
    assert 'href="/rules/#NODE-BUSY"' in page
    assert "Column Nodes, CPU peak: the peak of each node" in line_of(page, "N9")
    assert "List that people tick After a change" in line_of(page, "T3")
    assert "Design document Overview" in line_of(page, "D9")


def test_the_page_says_how_many_demands_hang_on_a_list_alone(get):
    rules = {source for rule in catalogue().values() for source in rule.sources}
    alone = [
        line
        for line in LINES.values()
        if line.id not in rules and {answer.kind.value for answer in line.answers} == {"item"}
    ]
    assert f"{len(alone)} demands are answered by checklists alone" in get("/coverage/")


def test_a_cluster_shows_findings_answers_and_gaps(get, architect, team):
    plan = small_plan("covered")
    plan = plan.replace(*(structs.replace(node, cpu_peak=99) for node in plan.rows(Node)))
    cluster = import_plan(actor=architect, team_id=team.pk, data=encode(plan))
    page = get(f"/clusters/{cluster.pk}/coverage/")
    assert "nodea is 99% busy at peak" in line_of(page, "N9")
    assert re.search(r"▲\d open findings$", line_of(page, "N9").rstrip())
    assert f'href="/clusters/{cluster.pk}/node/#row-n1:cpu_peak"' in page
    assert "answered" in line_of(page, "N1")
    assert "not used here" in line_of(page, "X7")
    assert "to tick by hand" in line_of(page, "M9")


def test_one_state_is_shown_alone(get, cluster):
    address = f"/clusters/{cluster.pk}/coverage/"
    every = coverage_of(open_workbook(cluster.current), NO_POLICY)
    for state, number in totals(every.values()):
        page = get(f"{address}?state={state.name.lower()}")
        shown = re.findall(r'<li id="([A-Z]+\d+)">', page)
        assert shown == [id_ for id_, line in every.items() if line.state is state]
        assert len(shown) == number
    assert "No demand is in this state." in get(f"{address}?state=nonsense")


def test_gaps_are_told_from_what_is_answered():
    plan = small_plan()
    # Other cells of the nodes are empty; what asks for them is not about their load.
    assert "OPEN-NODE" in {finding.rule for finding in judge(plan).findings}
    assert states(plan)["N9"] is State.ANSWERED
    assert states(plan)["N2"] is State.MISSING
    half = plan.replace(structs.replace(plan.get(Node, "n1"), cpu_peak=None))
    assert states(half)["N9"] is State.PARTLY
    empty = plan.replace(*(structs.replace(node, cpu_peak=None) for node in plan.rows(Node)))
    assert states(empty)["N9"] is State.MISSING


def test_a_rule_that_could_not_be_applied_leaves_its_demands_unjudged():
    failed = Finding(
        rule=ENGINE_RULE,
        severity=Severity.BLOCKER,
        title="failed",
        places=(Place("cluster_options"),),
        about="NODE-BUSY",
    )
    book = Workbook(small_plan(), {}, Judgement((failed,)))
    lines = coverage_of(book, NO_POLICY)
    assert lines["N9"].state is State.UNJUDGED
    assert lines["X7"].state is State.UNUSED


def test_a_demand_whose_rules_are_not_asked_is_not_called_answered():
    plan = small_plan()
    options = structs.replace(plan.options, environment=Environment.DEVELOPMENT)
    rules = [rule for rule in catalogue().values() if rule.outside_production is None]
    lines = coverage_of(opened(plan.replace(options)), NO_POLICY)
    assert {rule for line in lines.values() for rule in line.unasked} <= {r.id for r in rules}
    for line in lines.values():
        asked = [
            rule
            for rule in catalogue().values()
            if line.line.id in rule.sources and rule.id not in line.unasked
        ]
        assert line.state is not State.ANSWERED or asked or not line.unasked


def test_checklists_say_what_the_plan_answers(get, architect, team):
    rows = [
        ApplicationController(
            key="c1", name="ctl_app", ends_if_running=True, checks_data=False, returns_zero=None
        ),
        MaintenanceTask(
            key="t1", name="snap", kind=TaskKind.SNAPSHOT, procedure="clmgr", record="/snapshots"
        ),
    ]
    plan = small_plan("listed").replace(*rows)
    cluster = import_plan(actor=architect, team_id=team.pk, data=encode(plan))
    page = get(f"/clusters/{cluster.pk}/checklists/")
    mark = dict(re.findall(r'<li id="([\w.]+)"><span class="mark (\w+)"', page))
    assert mark["scripts.already_running"] == "good"
    assert mark["scripts.data"] == "warning"
    assert mark["scripts.zero"] == "tick"
    # A snapshot is due before every change; that the plan says how does not tick it.
    assert mark["before_change.snapshot"] == "tick"
    assert f'href="/clusters/{cluster.pk}/application_controller/#row-c1:checks_data"' in page
    assert "This page keeps no ticks" in page


def test_a_finding_leads_to_the_demand_behind_it(get, cluster):
    page = get(f"/clusters/{cluster.pk}/findings/")
    assert re.search(r'href="/coverage/#N4" title="([^"]+)">N4</a>', page)[1] == LINES["N4"].demand


def test_both_pages_are_beside_the_worksheets_of_a_cluster(get, cluster):
    page = get(f"/clusters/{cluster.pk}/findings/")
    assert f'href="/clusters/{cluster.pk}/coverage/"' in page
    assert f'href="/clusters/{cluster.pk}/checklists/"' in page
    assert 'href="/coverage/"' in get("/")


def test_the_answer_to_a_save_keeps_the_way_to_both_pages(client, architect, cluster):
    client.force_login(architect)
    response = client.post(
        f"/clusters/{cluster.pk}/node/rows/n1/",
        {"version": "1", "cpu_peak": "55", "base-cpu_peak": "50"},
        headers={"HX-Request": "true"},
    )
    assert response.status_code == 200
    assert f'href="/clusters/{cluster.pk}/checklists/"' in response.content.decode()
