"""The mask language: what it reads, what it refuses, that it is never slow, and next names."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, sound
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.rules.finding import Severity
from worksheets.rules.judge import judge
from worksheets.rules.mask import MaskError, Setting, read_mask
from worksheets.rules.policy import NO_POLICY, Naming, Policy, nameable
from worksheets.rules.suggestion import suggest_name

PRODUCTION = Setting("pay", Environment.PRODUCTION)
TEST = Setting("pay", Environment.TEST)


@pytest.mark.parametrize(
    ("mask", "name", "words"),
    [
        ("{env}{app:3}{nn}", "pora01", {"env": "p", "app": "ora", "n": "01"}),
        ("{env}{app:3}{nn}", "tora01", None),
        ("{env}{app:3}{nn}", "pora1", None),
        ("{env}{app:3}{nn}", "pora001", None),
        ("{env}{app:3}{nn}", "pOra01", None),
        ("{env}{app:3}{nn}", "p1ra01", None),
        ("{env}{app:3}{nn}", "po1a01", {"env": "p", "app": "o1a", "n": "01"}),
        ("{env}{app:3}{nn}", "pora01 ", None),
        ("{env:PRD|TST|DEV}_{nnn}", "PRD_001", {"env": "PRD", "n": "001"}),
        ("{env:PRD|TST|DEV}_{nnn}", "TST_001", None),
        ("{cluster}_{role}", "pay_db", {"cluster": "pay", "role": "db"}),
        ("{cluster}_{role}", "pays_db", None),
        ("rg_{db|web|dbx}", "rg_dbx", {"db|web|dbx": "dbx"}),
        ("rg_{db|web}", "rg_", None),
        ("{APP:2-4}{n}", "ORA1", {"APP": "ORA", "n": "1"}),
        ("{APP:2-4}{n}", "ora1", None),
        ("{App}", "OraCle9", {"App": "OraCle9"}),
        ("{*}-{x:1}", "a-b c-d-e", {"*": "a-b c-d", "x": "e"}),
        ("a.c{n}", "abc1", None),
        ("{a:2-4}{b:2-4}", "abcdef", {"a": "abcd", "b": "ef"}),
        ("{a:2-4}{b:2-4}", "abc", None),
    ],
)
def test_names(mask, name, words):
    assert read_mask(mask).read(name, PRODUCTION) == words


def test_without_a_setting_any_environment_and_cluster_do():
    mask = read_mask("{env}{cluster}{nn}")
    assert mask.read("dwhatever07", None) == {"env": "d", "cluster": "whatever", "n": "07"}
    assert mask.read("xwhatever07", None) is None


@pytest.mark.parametrize(
    ("mask", "says"),
    [
        ("", "1 to 200"),
        ("a" * 201, "1 to 200"),
        ("node", "one thing only"),
        ("{", "single {"),
        ("a}", "single }"),
        ("{{nn}}", "single {"),
        ("{}", "cannot be read"),
        ("{a-b}", "cannot be read"),
        ("{a:}", "cannot be read"),
        ("{ä}", "cannot be read"),
        ("{a:3-2}", "smaller one first"),
        ("{a:0}", "lengths from 1"),
        ("{a:65}", "lengths from 1"),
        ("{a|}", "empty choice"),
        ("{env:a|b}", "three different words"),
        ("{env:a|a|b}", "three different words"),
        ("{nn}{n}", "twice"),
        ("{a}-{a}", "twice"),
    ],
)
def test_bad_masks(mask, says):
    with pytest.raises(MaskError, match=re.escape(says)) as caught:
        read_mask(mask)
    assert str(caught.value).endswith(".")


@given(st.text(alphabet="{}|:-*nae13.$(+", max_size=40), st.text(alphabet="nae13.$", max_size=64))
def test_any_mask_is_read_or_refused_and_reads_any_name(text, name):
    try:
        mask = read_mask(text)
    except MaskError:
        return
    words = mask.read(name, PRODUCTION)
    assert words is None or all(word in name for word in words.values())


def test_nothing_makes_matching_slow():
    mask = read_mask("".join(f"{{w{number}}}" for number in range(33)))
    started = time.perf_counter()
    assert mask.read("a" * 63 + "-", None) is None
    assert time.perf_counter() - started < 1


def policy(**masks: str) -> Policy:
    return Policy({slug: Naming(slug, read_mask(mask), "x") for slug, mask in masks.items()})


def plan(*nodes: str, cluster: str = "porac01", environment=Environment.PRODUCTION) -> Plan:
    options = ClusterOptions(key="cluster", name=cluster, environment=environment)
    return Plan([options, *(Node(key=f"n{i}", name=name) for i, name in enumerate(nodes))])


NODES = "{env}{app:3}{nn}"


def test_next_name_is_the_lowest_free_number_with_the_words_of_the_last_row():
    asked = policy(node=NODES)
    assert suggest_name(plan("pdbb01", "pora01", "pora03", "other"), "node", asked) == "pora02"
    assert suggest_name(plan("pora01", "PORA02"), "node", asked) == "pora03"


def test_words_come_from_the_cluster_when_no_row_follows_the_rule():
    asked = policy(node=NODES, cluster_options="{env}{app:3}c{nn}")
    assert suggest_name(plan("a", "b"), "node", asked) == "pora01"
    test = plan(cluster="torac01", environment=Environment.TEST)
    assert suggest_name(test, "node", asked) == "tora01"
    assert suggest_name(plan(), "node", policy(node=NODES)) == ""


def test_words_come_from_other_worksheets_last():
    asked = policy(node=NODES, frame="F-{app:3}")
    with_frame = plan().replace(Frame(key="f1", name="F-sap"))
    assert suggest_name(with_frame, "node", asked) == "psap01"


def test_nothing_is_suggested_where_no_name_is_free_or_no_rule_asks():
    assert suggest_name(plan("rg_a"), "node", policy(node="rg_{word}")) == ""
    full = plan(*(f"n{number}" for number in range(1, 10)))
    assert suggest_name(full, "node", policy(node="n{n}")) == ""
    assert suggest_name(plan("pora01"), "node", NO_POLICY) == ""


@given(st.lists(st.integers(1, 99), max_size=12, unique=True))
def test_a_suggested_name_follows_the_rule_and_is_free(numbers):
    asked = policy(node=NODES, cluster_options="{env}{app:3}c{nn}")
    here = plan(*(f"pora{number:02}" for number in numbers))
    name = suggest_name(here, "node", asked)
    assert name not in {row.name for row in here.rows(Node)}
    named = here.replace(Node(key="new", name=name))
    assert all(f.places[0].key != "new" for f in judge(named, asked).findings if "POLICY" in f.rule)


def test_the_organisation_decides_how_grave_a_departure_is():
    naming = Naming("node", read_mask("x{nn}"), "x01", "Ask the desk.", Severity.BLOCKER)
    asked = Policy({"node": naming})
    found = [f for f in judge(sound(), asked).findings if f.rule == "NAME-POLICY"]
    assert {(f.severity, f.places[0].key) for f in found} == {("blocker", "n1"), ("blocker", "n2")}
    assert found[0].detail == "Ask the desk. An example: x01."
    renamed = edit(edit(sound(), Node, "n1", name="x01"), Node, "n2", name="x02")
    assert not [f for f in judge(renamed, asked).findings if f.rule == "NAME-POLICY"]


def test_rules_are_for_worksheets_whose_rows_have_names():
    assert {"node", "cluster_options", "ip_label"} <= nameable().keys()
    assert not {"disk_path", "repository_disk", "file_system"} & nameable().keys()
