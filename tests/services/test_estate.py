"""Clusters judged by what other clusters have planned, through every kind of write."""

from __future__ import annotations

import logging

import msgspec
import pytest
from django.core.management import call_command
from django.db import connection

from planner.accounts.models import Membership, Role, Team
from planner.audit.models import Event
from tests.generator import generate
from tests.plans import version_of
from tests.rules.builders import edit, edit_all, sound
from worksheets.models import Change, Claim, Cluster, Finding, Revision
from worksheets.models.store.claims import refresh_claims, stored_things, things_of
from worksheets.models.store.read import read_plan
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import encode
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.node import Node
from worksheets.queries.estate import clusters_concerned, estate_of
from worksheets.queries.workbook import _shelf, open_workbook
from worksheets.rules.claims import claims_of
from worksheets.rules.estate import Kind, Neighbour, Thing
from worksheets.rules.finding import Finding as PlanFinding
from worksheets.services import estate as service
from worksheets.services.clusters import import_plan
from worksheets.services.history import undo
from worksheets.services.rejudge import refresh_findings
from worksheets.services.rows import add_row, delete_row, save_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db
SHARED = "10.7.0.5"


def plan_of(name: str, *labels: str, **options) -> Plan:
    """A cluster with nodes of its own and service labels at these addresses."""
    return Plan(
        [
            ClusterOptions(key="cluster", name=name, owner="Payments", **options),
            Node(key="n1", name=f"{name}_1"),
            *(
                IpLabel(key=f"l{n}", name=f"{name}_svc{n}", address=address)
                for n, address in enumerate(labels)
            ),
        ]
    )


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Run a write with what follows its commit."""

    def run(write, **arguments):
        with django_capture_on_commit_callbacks(execute=True):
            return write(**arguments)

    return run


@pytest.fixture
def plant(commit, architect, team):
    """Make a cluster of a plan, for the architect's team or another."""

    def make(plan: Plan, of: Team = team) -> Cluster:
        return commit(import_plan, actor=architect, team_id=of.pk, data=encode(plan))

    return make


@pytest.fixture
def other_team(architect):
    other = Team.objects.create(name="Clearing", slug="clearing")
    Membership.objects.create(user=architect, team=other, role=Role.ARCHITECT)
    return other


def rules(cluster: Cluster) -> list[str]:
    """Rules about other clusters that have something to say of this one, as stored."""
    found = Finding.objects.filter(revision__cluster=cluster).values_list("rule", flat=True)
    return sorted(rule for rule in found if rule.split("-")[0] in ("ESTATE", "TWIN"))


def titles(cluster: Cluster, rule: str) -> list[str]:
    found = Finding.objects.filter(revision__cluster=cluster, rule=rule)
    contents = found.values_list("content", flat=True)
    return sorted(msgspec.json.decode(content, type=PlanFinding).title for content in contents)


def save(commit, actor, cluster, slug, key, **cells):
    version = version_of(cluster.current_id, slug, key)
    return commit(
        save_row, actor=actor, cluster_id=cluster.pk, sheet=sheets()[slug], key=key,
        version=version, cells=cells,
    )  # fmt: skip


def test_an_address_of_another_team_is_found_and_told_to_both(plant, other_team):
    one = plant(plan_of("one", SHARED))
    assert rules(one) == ["TWIN-MISSING"]
    two = plant(plan_of("two", SHARED, "10.7.0.6"), other_team)
    assert titles(one, "ESTATE-ADDRESS") == [
        "The address 10.7.0.5 is planned in two (Clearing) too"
    ]
    assert titles(two, "ESTATE-ADDRESS") == [
        "The address 10.7.0.5 is planned in one (Payments) too"
    ]
    assert Revision.objects.get(cluster=one).blockers >= 1


def test_the_other_ones_finding_goes_with_the_row_and_comes_back_with_undo(
    plant, commit, architect
):
    one, two = plant(plan_of("one", SHARED)), plant(plan_of("two", SHARED))
    version = version_of(two.current_id, "ip_label", "l0")
    where = {"actor": architect, "cluster_id": two.pk}
    commit(delete_row, **where, sheet=sheets()["ip_label"], key="l0", version=version)
    assert not titles(one, "ESTATE-ADDRESS")
    assert not titles(two, "ESTATE-ADDRESS")
    event = Event.objects.filter(action="cluster.rejudged").order_by("number").last()
    assert event.subject.startswith(f"cluster:{one.pk}/")
    assert (event.actor, event.details) == ("system", '{"fixed":1,"new":0}')
    commit(undo, **where, change_id=_last(two))
    assert titles(one, "ESTATE-ADDRESS")
    assert titles(two, "ESTATE-ADDRESS")


def _last(cluster: Cluster) -> int:
    return Change.objects.filter(revision=cluster.current_id).latest("pk").pk


def test_a_new_row_and_another_address(plant, commit, architect):
    one, two = plant(plan_of("one", SHARED)), plant(plan_of("two"))
    added = commit(
        add_row, actor=architect, cluster_id=two.pk, sheet=sheets()["ip_label"],
        cells={"name": "two_svc", "address": SHARED},
    )  # fmt: skip
    assert titles(one, "ESTATE-ADDRESS")
    assert titles(two, "ESTATE-ADDRESS")
    save(commit, architect, two, "ip_label", added.row.key, address="10.7.0.9")
    assert not titles(one, "ESTATE-ADDRESS")
    assert not titles(two, "ESTATE-ADDRESS")


def test_rename_and_environment_reach_those_who_share_something(plant, commit, architect):
    one, two = plant(plan_of("one", SHARED)), plant(plan_of("two", SHARED))
    save(commit, architect, two, "cluster_options", "cluster", name="zwei")
    assert titles(one, "ESTATE-ADDRESS") == [
        "The address 10.7.0.5 is planned in zwei (Payments) too"
    ]
    for cluster in (one, two):
        save(commit, architect, cluster, "cluster_options", "cluster", environment="test")
    for cluster in (one, two):
        stored = Finding.objects.get(revision__cluster=cluster, rule="ESTATE-ADDRESS")
        assert stored.severity == "warning"


def test_what_does_not_change_findings_leaves_the_other_one_alone(plant, commit, architect):
    one, two = plant(plan_of("one", SHARED)), plant(plan_of("two", SHARED))
    stamp = Revision.objects.get(cluster=one).stamp
    save(commit, architect, two, "node", "n1", memory="64")
    save(commit, architect, two, "ip_label", "l0", users="nobody")
    assert Revision.objects.get(cluster=one).stamp == stamp
    assert refresh_findings(one.pk) is None


def test_a_saved_workbook_knows_the_other_clusters(plant, commit, architect):
    plant(plan_of("one", SHARED))
    two = plant(plan_of("two"))
    saved = commit(
        add_row, actor=architect, cluster_id=two.pk, sheet=sheets()["ip_label"],
        cells={"name": "two_svc", "address": SHARED},
    )  # fmt: skip
    assert "ESTATE-ADDRESS" in {finding.rule for finding in saved.verdict.new}
    _shelf._books.clear()
    book = open_workbook(Revision.objects.get(cluster=two))
    assert "ESTATE-ADDRESS" in {finding.rule for finding in book.judgement.findings}


def test_addresses_of_boxes_are_shared_but_not_with_labels(plant):
    hmc = Hmc(key="h", name="hmc1", address=SHARED)
    one, two = (plant(plan_of(name).replace(hmc)) for name in ("one", "two"))
    assert rules(one) == rules(two) == ["TWIN-MISSING"]
    three = plant(plan_of("three", SHARED))
    assert titles(three, "ESTATE-ADDRESS") == [
        "The address 10.7.0.5 is planned in one (Payments) and two (Payments) too"
    ]
    for cluster in (one, two):
        assert titles(cluster, "ESTATE-ADDRESS") == [
            "The address 10.7.0.5 is planned in three (Payments) too"
        ]


def test_only_current_revisions_count(plant):
    one = plant(plan_of("one"))
    old = Revision.objects.create(cluster=one, number=7, edited_at=one.created_at)
    refresh_claims(old.pk, Plan(), plan_of("one", SHARED))
    two = plant(plan_of("two", SHARED))
    assert not titles(two, "ESTATE-ADDRESS")
    call_command("rejudge")
    assert not Claim.objects.filter(revision=old).exists()
    assert Claim.objects.filter(revision=two.current_id).exists()


def test_one_value_of_two_kinds_is_no_clash(plant):
    one = plant(plan_of("one").replace(IpLabel(key="x", name="web1")))
    two = plant(plan_of("two").replace(Node(key="x", name="web1")))
    assert rules(one) == rules(two) == ["TWIN-MISSING"]


@pytest.mark.parametrize("seed", range(4))
def test_the_stored_claims_are_those_of_the_plan(plant, seed):
    before, after = generate(seed, 2, 3), generate(seed + 1, 3, 3)
    cluster = plant(edit_all(before, ClusterOptions, name="made"))
    revision = cluster.current_id
    assert stored_things(revision) == things_of(claims_of(read_plan(revision)))
    touched = refresh_claims(revision, read_plan(revision), after)
    assert stored_things(revision) == things_of(claims_of(after))
    old, new = (things_of(claims_of(plan)) for plan in (read_plan(revision), after))
    assert touched == {
        thing for thing in old.keys() | new.keys() if old.get(thing) != new.get(thing)
    }


def test_a_thing_shared_no_longer_is_another_claim(plant):
    cluster = plant(plan_of("one").replace(Hmc(key="h", name="h", address=SHARED)))
    thing = Thing(Kind.ADDRESS, SHARED)
    assert stored_things(cluster.current_id)[thing] is True
    before = read_plan(cluster.current_id)
    after = before.replace(IpLabel(key="l", name="one_svc", address=SHARED))
    assert thing in refresh_claims(cluster.current_id, before, after)
    assert stored_things(cluster.current_id)[thing] is False


def test_an_estate_takes_one_query_whatever_the_number_of_clusters(
    plant, django_assert_num_queries
):
    clusters = [plant(plan_of(f"c{n}", SHARED)) for n in range(4)]
    plan = read_plan(clusters[0].current_id)
    with django_assert_num_queries(1):
        estate = estate_of(clusters[0], plan)
    assert estate.others == {
        Thing(Kind.ADDRESS, SHARED): tuple(
            Neighbour(f"c{n}", "Payments", Environment.PRODUCTION) for n in (1, 2, 3)
        )
    }


def test_the_index_answers(plant):
    cluster = plant(plan_of("one", SHARED))
    mine = Claim.objects.filter(revision=cluster.current_id, shared=False).values("value")
    if connection.vendor == "sqlite":
        assert "claim_by_value" in Claim.objects.filter(value__in=mine).explain()


class TestTwins:
    def plans(self):
        production = edit(sound(), ClusterOptions, "cluster", name="prod")
        test = edit(
            production, ClusterOptions, "cluster", name="trial",
            environment=Environment.TEST, mirrors="prod",
        )  # fmt: skip
        return production, test

    def twins(self, cluster):
        return [rule for rule in rules(cluster) if rule.startswith("TWIN-")]

    def test_a_change_in_production_reaches_the_test_cluster(self, plant, commit, architect):
        production, test = self.plans()
        one = plant(production)
        assert self.twins(one) == ["TWIN-MISSING"]
        two = plant(test)
        assert self.twins(one) == self.twins(two) == []
        save(commit, architect, one, "node", "n1", memory="256")
        assert titles(two, "TWIN-CELL") == [
            "nodea differs from prod in memory: 128 here, 256 there"
        ]
        assert self.twins(one) == []
        save(commit, architect, two, "node", "n1", memory="256")
        assert self.twins(two) == []

    def test_the_name_leads_there_and_away_again(self, plant, commit, architect):
        production, test = self.plans()
        two = plant(test)
        assert self.twins(two) == ["TWIN-UNKNOWN"]
        one = plant(production)
        assert self.twins(one) == self.twins(two) == []
        save(commit, architect, one, "cluster_options", "cluster", name="prod2")
        assert (self.twins(one), self.twins(two)) == (["TWIN-MISSING"], ["TWIN-UNKNOWN"])
        save(commit, architect, two, "cluster_options", "cluster", mirrors="prod2")
        assert self.twins(one) == self.twins(two) == []
        save(commit, architect, two, "cluster_options", "cluster", environment="production")
        assert (self.twins(one), self.twins(two)) == (
            ["TWIN-MISSING"],
            ["TWIN-MISSING", "TWIN-REVERSED"],
        )

    def test_a_cluster_of_another_team_is_not_shown_through_its_differences(
        self, plant, other_team
    ):
        production, test = self.plans()
        one = plant(edit(production, Node, "n1", memory=512), other_team)
        two = plant(test)
        assert self.twins(two) == ["TWIN-UNKNOWN"]
        assert self.twins(one) == ["TWIN-MISSING"]


class TestWhatFollows:
    def test_no_more_than_fifty_are_judged_again_and_the_rest_is_told(
        self, plant, monkeypatch, caplog
    ):
        monkeypatch.setattr(service, "MOST", 2)
        early = [plant(plan_of(f"c{n}", SHARED)) for n in range(2)]
        third = plant(plan_of("c2", SHARED))
        assert not caplog.records
        with caplog.at_level(logging.WARNING, logger="worksheets"):
            plant(plan_of("c3", SHARED))
        assert "c3 shares things with 3 clusters; 1 of them keep" in caplog.text
        assert all("c3" in titles(cluster, "ESTATE-ADDRESS")[0] for cluster in early)
        assert "c3" not in titles(third, "ESTATE-ADDRESS")[0]
        call_command("rejudge")
        assert "c3" in titles(third, "ESTATE-ADDRESS")[0]

    def test_what_goes_wrong_afterwards_fails_no_write(self, plant, monkeypatch, caplog):
        one = plant(plan_of("one", SHARED))
        three = plant(plan_of("three", "10.7.0.8"))

        def fail(cluster_id):
            if cluster_id == one.pk:
                raise RuntimeError("no")
            return refresh_findings(cluster_id)

        monkeypatch.setattr(service, "refresh_findings", fail)
        two = plant(plan_of("two", SHARED, "10.7.0.8"))
        assert titles(two, "ESTATE-ADDRESS")
        assert titles(three, "ESTATE-ADDRESS"), "the next one is judged all the same"
        assert f"Cluster {one.pk} could not be judged again" in caplog.text

    def test_a_write_that_was_overtaken_is_judged_again_itself(
        self, plant, architect, team, django_capture_on_commit_callbacks
    ):
        """As when two people commit at once and neither sees the other's claims."""
        with django_capture_on_commit_callbacks() as after_one:
            data = encode(plan_of("one", SHARED))
            one = import_plan(actor=architect, team_id=team.pk, data=data)
        hidden = Claim.objects.filter(revision=one.current_id)
        kept = list(hidden)
        hidden.delete()
        with django_capture_on_commit_callbacks() as after_two:
            data = encode(plan_of("two", SHARED))
            two = import_plan(actor=architect, team_id=team.pk, data=data)
        Claim.objects.bulk_create(kept)
        assert not titles(one, "ESTATE-ADDRESS")
        assert not titles(two, "ESTATE-ADDRESS")
        for callback in after_two:
            callback()
        assert titles(one, "ESTATE-ADDRESS")
        assert titles(two, "ESTATE-ADDRESS")
        assert after_one

    def test_judging_again_makes_no_more_work(self, plant, django_capture_on_commit_callbacks):
        one = plant(plan_of("one", SHARED))
        Finding.objects.filter(revision=one.current_id).delete()
        _shelf._books.clear()
        plant(plan_of("two", "10.7.0.8"))
        with django_capture_on_commit_callbacks() as following:
            verdict = refresh_findings(one.pk)
        assert verdict is not None
        assert verdict.claims == frozenset()
        assert len(following) == 1, "keeping the workbook, nothing else"


def test_existing_installations_get_their_claims_from_rejudge(plant):
    one, two = plant(plan_of("one", SHARED)), plant(plan_of("two", SHARED))
    Claim.objects.all().delete()
    Finding.objects.filter(rule="ESTATE-ADDRESS").delete()
    Claim.objects.create(revision_id=one.current_id, kind="of old", value="x")
    Claim.objects.create(revision_id=one.current_id, kind="address", value="10.0.0.9")
    _shelf._books.clear()
    call_command("rejudge")
    for cluster in (one, two):
        plan = read_plan(cluster.current_id)
        assert stored_things(cluster.current_id) == things_of(claims_of(plan))
        assert titles(cluster, "ESTATE-ADDRESS")
    assert not Claim.objects.filter(kind="of old").exists()


def test_clusters_concerned_are_those_with_the_same_kind_of_claim(plant, other_team):
    one = plant(plan_of("one", SHARED))
    two = plant(plan_of("two", SHARED))
    foreign = plant(plan_of("three", SHARED, mirrors="one"), other_team)
    assert clusters_concerned(one, [Thing(Kind.ADDRESS, SHARED)]) == {two.pk, foreign.pk}
    assert clusters_concerned(one, [Thing(Kind.LABEL, SHARED)]) == set()
    assert clusters_concerned(one, [Thing(Kind.CLUSTER, "one")]) == set()
    follower = plant(plan_of("four", mirrors="one"))
    assert clusters_concerned(one, [Thing(Kind.CLUSTER, "one")]) == {follower.pk}
    assert clusters_concerned(follower, [Thing(Kind.MIRRORS, "one")]) == {one.pk}
    assert clusters_concerned(one, []) == set()
