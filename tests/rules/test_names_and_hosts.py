"""Name resolution and hosts lines beyond the examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, edit_all, sound
from tests.rules.examples_names_and_links import lines, managed, resolving
from tests.rules.examples_split import policy
from tests.rules.telling import places, severities, titles, told
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.name_resolution import LookupOrder, NameResolution
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.rules.catalogue.network.resolution import sources_of

SOUND = sound()
LOCAL_FIRST = {LookupOrder.LOCAL, LookupOrder.LOCAL_FIRST}


def test_a_node_looks_into_its_own_file_first():
    for order in LookupOrder:
        found = told(resolving(order=order), "RESOLVE-ORDER")
        assert bool(found) is (order not in LOCAL_FIRST), order
    assert told(resolving(order=None), "RESOLVE-ORDER") == []


@pytest.mark.parametrize("answer", [False, None])
def test_the_question_of_the_cluster_gives_way_to_rows_of_nodes(answer):
    plan = edit(resolving(), ClusterOptions, "cluster", resolve_locally=answer)
    assert told(plan, "RUN-RESOLVE") == []
    undecided = edit_all(plan, NameResolution, order=None)
    assert len(told(undecided, "RUN-RESOLVE")) == 1


def test_two_answers_that_contradict_each_other():
    no = edit(resolving(), ClusterOptions, "cluster", resolve_locally=False)
    assert titles(no, "RESOLVE-ANSWER") == [
        "The cluster worksheet says that nodes do not look into their own hosts file first, "
        "but the rows of the nodes do"
    ]
    assert places(no, "RESOLVE-ANSWER") == [
        [
            "cluster_options/cluster/resolve_locally",
            "name_resolution/nr1/order",
            "name_resolution/nr2/order",
        ]
    ]
    agreed = edit(no, NameResolution, "nr1", order=LookupOrder.DNS)
    assert told(agreed, "RESOLVE-ANSWER") == []
    assert told(edit_all(no, NameResolution, order=None), "RESOLVE-ANSWER") == []
    open_one = edit(
        resolving(order=LookupOrder.DNS), ClusterOptions, "cluster", resolve_locally=None
    )
    assert told(open_one, "RESOLVE-ANSWER") == []


def test_nodes_without_a_row():
    assert told(SOUND, "RESOLVE-NODE") == []
    plan = resolving().replace(Node(key="n3", name="nodec"), Node(key="n4", name="noded"))
    assert titles(plan, "RESOLVE-NODE") == ["How nodec and noded resolve names is not entered"]
    assert places(plan, "RESOLVE-NODE") == [["name_resolution/node", "node/n3", "node/n4"]]


def test_two_rows_of_a_node():
    assert places(resolving(node="n2"), "RESOLVE-TWICE") == [
        ["name_resolution/nr1/node", "name_resolution/nr2/node"]
    ]
    assert told(edit_all(resolving(), NameResolution, node=""), "RESOLVE-TWICE") == []


@pytest.mark.parametrize(
    ("column", "value", "severity", "words"),
    [
        ("order", LookupOrder.LOCAL, "warning", "order of the lookup"),
        ("netsvc", "hosts = local", "warning", "netsvc.conf"),
        ("nsorder", "local", "warning", "NSORDER"),
        ("domain", "example.com", "advice", "domain"),
        ("search", "example.com", "advice", "search list"),
    ],
)
def test_what_nodes_must_say_alike(column, value, severity, words):
    silent = {"order": None, "netsvc": "", "nsorder": ""}
    plan = resolving(**{**silent, column: value})
    assert titles(plan, "RESOLVE-DIFFER") == [f"The {words} differs between nodea and nodeb"]
    assert severities(plan, "RESOLVE-DIFFER") == [severity]
    assert places(plan, "RESOLVE-DIFFER") == [
        [
            f"name_resolution/{column}",
            f"name_resolution/nr1/{column}",
            f"name_resolution/nr2/{column}",
        ]
    ]
    empty = None if column == "order" else ""
    assert told(resolving(**{column: empty}), "RESOLVE-DIFFER") == []


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"netsvc": "hosts = local"}, "RESOLVE-FILES"),
        ({"nsorder": "bind, local"}, "RESOLVE-FILES"),
        ({"order": LookupOrder.DNS, "netsvc": "hosts = bind", "nsorder": ""}, "RESOLVE-ORDER"),
    ],
)
def test_a_node_whose_order_is_wrong_is_told_once(cells, rule):
    plan = resolving(**cells)
    rules = ("RESOLVE-DIFFER", "RESOLVE-FILES", "RESOLVE-ORDER", "RESOLVE-ANSWER")
    assert {name for name in rules if told(plan, name)} == {rule}


def test_servers_may_differ_with_the_site():
    assert told(resolving(servers="10.8.1.53, 10.8.2.53"), "RESOLVE-DIFFER") == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("hosts = local, bind4", ("local", "bind")),
        ("hosts=bind6,LOCAL4", ("bind", "local")),
        ("hosts = nis, local", ("local",)),
        ("local = auth, bind, bind4", ("local", "bind")),
        ("localhost bindings local7", ()),
        ("", ()),
    ],
)
def test_sources_of_a_line(text, sources):
    assert sources_of(text) == sources


@given(st.sampled_from(LookupOrder), st.permutations(["local", "bind"]), st.integers(1, 2))
def test_files_agree_with_the_order_exactly_when_they_name_it(order, sources, count):
    text = ", ".join(sources[:count])
    plan = resolving(order=order, netsvc=f"hosts = {text}", nsorder="")
    agree = "_".join(sources[:count]) == order.value
    assert bool(told(plan, "RESOLVE-FILES")) is not agree


def test_nsorder_is_compared_too():
    plan = resolving(nsorder="bind,local")
    assert titles(plan, "RESOLVE-FILES") == [
        "NSORDER of nodea says bind, local, but the order is /etc/hosts, then DNS"
    ]
    assert places(plan, "RESOLVE-FILES") == [
        ["name_resolution/nr1/nsorder", "name_resolution/nr1/order"]
    ]
    assert told(resolving(nsorder="bind", order=None), "RESOLVE-FILES") == []


def test_name_servers_of_the_cluster_itself():
    plan = resolving(servers="10.1.2.21 10.1.2.21")
    assert titles(plan, "RESOLVE-INSIDE") == [
        "nodea asks the name server 10.1.2.21, which is nodea_adm"
    ]
    assert places(plan, "RESOLVE-INSIDE") == [
        ["name_resolution/nr1/servers", "ip_label/per1/address"]
    ]
    long = edit(SOUND, IpLabel, "svc", address="fd00:0:0::5")
    row = NameResolution(key="a", node="n1", servers="fd00::5")
    assert len(told(long.replace(row), "RESOLVE-INSIDE")) == 1


@pytest.mark.parametrize(
    ("servers", "order", "says"),
    [
        ("", LookupOrder.LOCAL_FIRST, ["nodea names no name server"]),
        ("10.9.1.53,10.9.1.53", LookupOrder.DNS, ["nodea names one name server only"]),
        ("10.9.1.53", None, []),
        ("10.9.1.53", LookupOrder.LOCAL, []),
        ("10.9.1.53 10.9.2.53", LookupOrder.LOCAL_FIRST, []),
    ],
)
def test_how_many_name_servers_a_node_has(servers, order, says):
    assert titles(resolving(servers=servers, order=order), "RESOLVE-SERVERS") == says


def test_an_address_in_lines_of_different_nodes():
    plan = lines(
        ("10.9.0.5", "ntp1", ("n1",)), ("10.9.0.5", "dns1", ("n2",)), ("10.9.0.5", "time", ("n2",))
    )
    assert titles(plan, "HOSTS-ADDRESS-TWICE") == [
        "10.9.0.5 stands in two lines, as dns1 and as time"
    ]
    assert places(plan, "HOSTS-ADDRESS-TWICE") == [
        ["host_entry/h3/address", "host_entry/h2/address"]
    ]
    everywhere = lines(("10.9.0.5", "ntp1", ("n1",)), ("10.9.0.5", ""))
    assert titles(everywhere, "HOSTS-ADDRESS-TWICE") == [
        "10.9.0.5 stands in two lines, as ntp1 and as a line without a name"
    ]
    assert told(lines(("", "ntp1"), ("", "ntp2")), "HOSTS-ADDRESS-TWICE") == []
    six = lines(("fd00::5", "a"), ("FD00:0:0::5", "b"))
    assert len(told(six, "HOSTS-ADDRESS-TWICE")) == 1


def test_a_name_in_lines_of_different_nodes():
    plan = lines(
        ("10.9.0.5", "ntp1", ("n1",)), ("10.9.0.6", "ntp1", ("n2",)), ("10.9.0.7", "ntp1", ("n2",))
    )
    assert titles(plan, "HOSTS-NAME-TWICE") == ["ntp1 stands for 10.9.0.6 and for 10.9.0.7"]
    assert places(plan, "HOSTS-NAME-TWICE") == [["host_entry/h3/names", "host_entry/h2/names"]]
    assert told(lines(("10.9.0.5", "ntp1"), ("10.9.0.5", "ntp1")), "HOSTS-NAME-TWICE") == []
    assert told(lines(("", "ntp1"), ("10.9.0.5", "ntp1")), "HOSTS-NAME-TWICE") == []
    twice = lines(("10.9.0.5", "a b"), ("10.9.0.6", "b a a"))
    assert len({finding.identity for finding in told(twice, "HOSTS-NAME-TWICE")}) == 2


def test_a_repeated_name_in_a_line_without_an_address():
    assert titles(lines(("", "b a a b")), "HOSTS-ALIAS") == ["The line of h1 has a twice"]


def test_every_name_of_a_label_is_taken():
    plan = edit(SOUND, IpLabel, "svc", aliases="pay cards", dns_name="payments.example.com")
    for name in ("app_svc", "Pay", "cards", "payments.example.com"):
        assert len(told(lines(("10.9.0.5", name), plan=plan), "HOSTS-LABEL")) == 1, name
        same = lines(("10.1.1.100", name), plan=plan)
        assert told(same, "HOSTS-LABEL") == [], name
        assert severities(same, "HOSTS-LABEL-LINE") == ["advice"], name
    assert told(lines(("", "pay"), plan=plan), "HOSTS-LABEL") == []
    unaddressed = edit(plan, IpLabel, "svc", address="")
    assert told(lines(("10.9.0.5", "pay"), plan=unaddressed), "HOSTS-LABEL") == []
    assert places(lines(("10.9.0.5", "pay"), plan=plan), "HOSTS-LABEL") == [
        ["host_entry/h1/names", "ip_label/svc/address"]
    ]


def test_lines_that_repeat_a_label():
    assert titles(lines(("10.1.1.100", "app_svc")), "HOSTS-LABEL-LINE") == [
        "The line of app_svc repeats the label app_svc"
    ]
    more = lines(("10.1.1.100", "app_svc payments"))
    assert severities(more, "HOSTS-LABEL-LINE") == ["warning"]
    nameless = lines(("10.1.1.100", ""))
    assert titles(nameless, "HOSTS-LABEL-LINE") == [
        "10.1.1.100 is the label app_svc, but a line calls it a line without a name"
    ]


def test_loopback_addresses():
    assert titles(lines(("::1", "localhost NodeA")), "HOSTS-LOOPBACK") == [
        "nodea has the loopback address ::1"
    ]
    assert told(lines(("10.9.0.5", "nodea")), "HOSTS-LOOPBACK") == []
    assert told(lines(("", "nodea")), "HOSTS-LOOPBACK") == []


def test_small_subnets_have_no_address_to_spare():
    plan = edit(SOUND, Network, "net1", netmask="255.255.255.254")
    assert told(lines(("10.1.1.101", "a"), ("10.1.1.100", "b"), plan=plan), "HOSTS-NO-HOST") == []
    wide = edit(SOUND, Network, "net1", netmask="255.255.255.252")
    assert len(told(lines(("10.1.1.103", "a"), plan=wide), "HOSTS-NO-HOST")) == 1
    six = edit(
        edit(SOUND, Network, "net1", netmask="", prefix=64), IpLabel, "svc", address="fd00::1"
    )
    assert told(lines(("fd00::", "a"), plan=six), "HOSTS-NO-HOST") == []


def test_hosts_that_a_takeover_asks_for():
    quorum = lines(("10.9.0.5", "ntp1"), plan=policy())
    assert titles(quorum, "HOSTS-MISSING") == [
        "No line of /etc/hosts resolves the NFS server quorum1.example.com of the tie breaker"
    ]
    assert places(quorum, "HOSTS-MISSING") == [
        ["split_merge_policy/cluster/nfs_server", "host_entry/names"]
    ]
    assert told(lines(("10.9.0.5", "QUORUM1"), plan=policy()), "HOSTS-MISSING") == []
    assert told(lines(("10.9.0.5", "a"), plan=policy(nfs_server="10.9.0.9")), "HOSTS-MISSING") == []
    unused = policy(split_policy=None, merge_policy=None)
    assert told(lines(("10.9.0.5", "ntp1"), plan=unused), "HOSTS-MISSING") == []
    assert told(policy(), "HOSTS-MISSING") == []


def test_addresses_of_consoles_in_lines():
    plan = lines(("10.9.0.99", "hmc-1"), plan=managed(address=""))
    assert told(plan, "HOSTS-CONSOLE") == []
    wrong = lines(("10.9.0.99", "hmc-1"), plan=managed())
    assert places(wrong, "HOSTS-CONSOLE") == [["host_entry/h1/address", "hmc/hmc1/address"]]
    assert told(lines(("", "hmc-1"), plan=managed()), "HOSTS-CONSOLE") == []
    other = edit(wrong, Hmc, "hmc1", name="hmc-9")
    assert told(other, "HOSTS-CONSOLE") == []


@given(st.permutations([("10.9.0.5", "a b"), ("10.9.0.6", "b"), ("10.9.0.5", "c"), ("", "a")]))
def test_keys_of_lines_do_not_change_how_much_is_told(rows):
    plan = lines(*rows)
    assert len(told(plan, "HOSTS-ADDRESS-TWICE")) == 1
    assert len(told(plan, "HOSTS-NAME-TWICE")) == 1
    assert len(plan.rows(HostEntry)) == 4
