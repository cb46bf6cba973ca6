"""The plan that the assistant makes: sound, frank about what it assumed, and from the answers."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assistant.answered import ALL, LEAST, answered
from worksheets.assistant.answers import AnswersInvalid
from worksheets.assistant.assumptions import MARK, assumptions
from worksheets.assistant.cluster import two_node_cluster
from worksheets.assistant.questions import QUESTIONS
from worksheets.plan.plan_file import decode, encode
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.cluster_options import ClusterType, Environment
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.resource_group import Fallback, Fallover, ResourceGroup, Startup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.finding import Severity
from worksheets.rules.judge import judge
from worksheets.rules.table1 import table1
from worksheets.rules.waiver import Standing

# What the business asks and what comes back every week are worksheets of their own; a quick start
# that made them up would hide that nobody has decided.
UNASKED = {"REQ-NONE", "TASK-NONE"}


def gravity(texts):
    judgement = judge(two_node_cluster(texts))
    found = {level: judgement.count(level) for level in Severity}
    return judgement.spofs, found[Severity.BLOCKER], found[Severity.WARNING]


def warnings(texts):
    found = judge(two_node_cluster(texts)).findings
    return {item.rule for item in found if item.severity is Severity.WARNING}


def test_all_answers_leave_no_single_point_of_failure_and_only_what_nobody_asked():
    assert gravity(ALL) == (0, 0, len(UNASKED))
    assert warnings(ALL) == UNASKED


def test_the_least_answers_leave_warnings_about_what_nobody_said():
    spofs, blockers, _ = gravity(LEAST)
    assert (spofs, blockers) == (0, 0)
    assert warnings(LEAST) == UNASKED | {"ADDR-OPEN", "NET-NETMON", "RUN-ALERTS"}


def test_every_row_of_table_1_is_eliminated():
    plan = two_node_cluster(ALL)
    for row in table1(Standing(plan, judge(plan))):
        assert row.eliminated, row


def test_the_answers_stand_in_their_cells():
    plan = two_node_cluster(ALL)
    for name, question in QUESTIONS.items():
        slug, key, column = question.place
        if name in ("subnet", "second_subnet", "targets"):
            continue
        assert getattr(plan.get(KINDS[slug], key), column) == ALL[name], name
    assert plan.get(Network, "net1").netmask == plan.get(Network, "net2").netmask == "255.255.255.0"
    assert {row.target for row in plan.rows(NetmonTarget)} == {"10.1.1.1", "10.1.2.1"}


def test_shape_of_the_cluster():
    plan = two_node_cluster(ALL)
    assert plan.options.type is ClusterType.STANDARD
    group = plan.get(ResourceGroup, "rg")
    assert (group.nodes, group.startup, group.fallover, group.fallback) == (
        ("n1", "n2"), Startup.OHN, Fallover.FNPN, Fallback.NFB,
    )  # fmt: skip
    assert plan.get(VolumeGroup, "vg").concurrent is True
    assert {row.type.value for row in plan.rows(ApplicationMonitor)} == {"process", "custom"}
    for row in plan.rows(Interface):
        ports = (*row.ports, row.backup_port)
        assert len({port.rpartition("p")[0] for port in ports}) == 2, "two cards each"
    assert len([card for card in plan.rows(Card) if card.node == "n1"]) == 4


def test_one_place_is_told_as_the_single_point_that_it_is():
    plan = two_node_cluster(answered(second_place="room 1"))
    assert [site.name for site in plan.rows(Site)] == ["room 1"]
    assert {f.rule for f in judge(plan).findings if f.severity == "blocker"} == {"SPOF-SITE"}


def test_what_was_answered_is_not_called_assumed():
    said = {(item.sheet, item.key) for item in assumptions(two_node_cluster(ALL))}
    assert not said & {("ip_label", "service"), ("netmon_target", "target1n1")}
    assert not said & {("administrator", "admin1"), ("network", "net1"), ("network", "net2")}
    assert said >= {("frame", "f1"), ("rack", "r2"), ("power_circuit", "p1a"), ("disk", "data2")}
    given_boot = {("ip_label", "boot11"), ("ip_label", "boot21")}
    assert not said & given_boot
    without = answered(first_boot="", second_boot="")
    assert {(i.sheet, i.key) for i in assumptions(two_node_cluster(without))} >= given_boot


def test_a_row_is_confirmed_by_another_rationale():
    plan = two_node_cluster(ALL)
    before = list(assumptions(plan))
    assert all(item.text and MARK not in item.text for item in before)
    frame = plan.get(KINDS["frame"], "f1")
    confirmed = type(frame)(key="f1", name=frame.name, rack="r1", rationale="Agreed with DC2.")
    assert [i for i in before if (i.sheet, i.key) != ("frame", "f1")] == list(
        assumptions(plan.replace(confirmed))
    )


def test_addresses_come_from_the_subnets_and_pass_over_those_that_are_taken():
    plan = two_node_cluster(
        answered(first_boot="", second_boot="", service_address="10.1.1.3", targets="10.1.1.2")
    )
    by_key = {row.key: row.address for row in plan.rows(IpLabel)}
    assert by_key == {
        "service": "10.1.1.3", "boot11": "10.1.1.4", "boot21": "10.1.1.5",
        "boot12": "10.1.2.2", "boot22": "10.1.2.3", "adm1": "10.1.1.6", "adm2": "10.1.1.7",
    }  # fmt: skip


def test_ip_version_6():
    texts = answered(
        subnet="2001:db8:1::/64", second_subnet="2001:db8:2::/64", first_boot="",
        second_boot="2001:DB8:1::12", service_address="2001:db8:1::100", targets="2001:db8:2::1",
    )  # fmt: skip
    plan = two_node_cluster(texts)
    assert (plan.get(Network, "net1").prefix, plan.get(Network, "net1").netmask) == (64, "")
    assert judge(plan).count(Severity.BLOCKER) == 0
    targets = plan.rows(NetmonTarget)
    assert {row.interface for row in targets} == {"i12", "i22"}


def refused(**changes: str) -> dict[str, str]:
    with pytest.raises(AnswersInvalid) as caught:
        two_node_cluster(answered(**changes))
    return caught.value.errors


@pytest.mark.parametrize(
    ("changes", "where", "says"),
    [
        ({"cluster": ""}, "cluster", "needed"),
        ({"cluster": "9 lives"}, "cluster", "PowerHA does not take"),
        ({"cluster": "x" * 65}, "cluster", "65 characters"),
        ({"environment": "moon"}, "environment", "production"),
        ({"first_node": "node a"}, "first_node", "node a"),
        ({"first_node": "network"}, "first_node", "reserved"),
        ({"second_node": "NODEA"}, "second_node", "different names"),
        ({"second_node": "n" * 60}, "second_node", "at most 48"),
        ({"application": "§§"}, "application", "a-z"),
        ({"start_script": "start"}, "start_script", "absolute path"),
        ({"start_script": "/a/../b"}, "start_script", "parent"),
        ({"processes": ""}, "processes", "both"),
        ({"process_owner": ""}, "process_owner", "both"),
        ({"service_address": "10.1.1.300"}, "service_address", "not an IPv4"),
        ({"service_address": "10.1.1.255"}, "service_address", "broadcast"),
        ({"service_address": "10.1.1.11"}, "first_boot", "already used"),
        ({"service_address": "2001:db8::1"}, "service_address", "different versions"),
        ({"first_boot": "10.9.9.9"}, "first_boot", "not in 10.1.1.0/24"),
        ({"second_boot": "10.1.1.11"}, "second_boot", "different addresses"),
        ({"subnet": "10.1.1.0"}, "subnet", "length"),
        ({"subnet": "10.1.1.0/31"}, "subnet", "length"),
        ({"subnet": "moon/24"}, "subnet", "not a subnet"),
        ({"subnet": "224.0.0.0/24"}, "subnet", "no addresses of interfaces"),
        ({"subnet": "10.1.1.0/30", "first_boot": "", "second_boot": ""}, "subnet", "too few"),
        ({"second_subnet": "10.1.1.128/25"}, "second_subnet", "overlaps"),
        ({"second_subnet": "2001:db8::/64"}, "second_subnet", "one version"),
        ({"targets": "x" * 201}, "targets", "201 characters"),
        ({"volume_group": "vg_of_the_orders"}, "volume_group", "16 characters"),
        ({"data_pvid": "123"}, "data_pvid", "hexadecimal"),
        ({"repository_pvid": "00F6DB2A1B2C3D01"}, "repository_pvid", "disk of its own"),
        ({"stand_in": "ada ahlers"}, "stand_in", "somebody else"),
        ({"alerts": "mail\x00"}, "alerts", "U+0000"),
    ],
)
def test_a_bad_answer_is_told_at_its_question(changes, where, says):
    errors = refused(**changes)
    assert says in errors[where]
    assert errors[where].endswith(".")


def test_all_bad_answers_are_told_at_once():
    errors = refused(cluster="", second_node="nodea", data_pvid="1", subnet="x")
    assert errors.keys() == {"cluster", "second_node", "data_pvid", "subnet"}


_names = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{2,40}", fullmatch=True)
_anything = st.one_of(st.text(max_size=70), st.sampled_from(sorted(ALL.values())))


@st.composite
def _texts(draw: st.DrawFn) -> dict[str, str]:
    """Mostly good answers with addresses that fit each other, at times a few of any kind."""
    net = ipaddress.ip_network((draw(st.integers(0x0B000000, 0xDFFFFFFF)) & ~0xFF, 24))
    other = ipaddress.ip_network((int(net.network_address) ^ 0x100, 24))
    hosts = draw(st.lists(st.integers(1, 254), min_size=5, max_size=5, unique=True))
    service, first, second, router, _ = (str(net[host]) for host in hosts)
    good = {
        **ALL, "cluster": draw(_names), "first_node": draw(_names), "second_node": draw(_names),
        "environment": draw(st.sampled_from([member.value for member in Environment])),
        "application": draw(_names), "service_address": service, "subnet": str(net),
        "first_boot": first, "second_boot": second, "second_subnet": str(other),
        "targets": router,
    }  # fmt: skip
    optional = sorted(ALL.keys() - LEAST.keys())
    dropped = draw(st.sets(st.sampled_from(optional)))
    spoiled = draw(st.one_of(st.just({}), st.dictionaries(st.sampled_from(sorted(ALL)), _anything)))
    return {name: text for name, text in good.items() if name not in dropped} | spoiled


@given(_texts())
def test_any_answers_make_a_sound_plan_or_are_refused_at_their_questions(texts):
    try:
        plan = two_node_cluster(texts)
    except AnswersInvalid as error:
        plan, errors = None, error.errors
    if plan is None:
        assert errors
        assert "" not in errors, errors
        assert all(text.endswith(".") for text in errors.values()), errors
        return
    assert decode(encode(plan)) == plan
    judgement = judge(plan)
    assert judgement.spofs == (texts["first_place"] == texts["second_place"])
    assert judgement.count(Severity.BLOCKER) <= judgement.spofs
    addresses = [row.address for row in plan.rows(IpLabel) if row.address]
    assert len(addresses) == len(set(addresses))
    net = ipaddress.ip_network(texts["subnet"].strip(), strict=False)
    for row in plan.rows(IpLabel):
        if row.network == "net1" and row.function is not LabelFunction.SERVICE:
            assert ipaddress.ip_address(row.address) in net
