"""Plan files: canonical bytes, and every way in which a file can be wrong."""

from __future__ import annotations

import json

import msgspec
import pytest

from worksheets.plan import plan_file
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import PlanFileError, decode, digest, encode
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node

PLAN = Plan([Frame(key="f1", name="frameA"), Node(key="n1", name="nodea", frame="f1", cpu_peak=70)])


def file(sheets: object, version: int = plan_file.VERSION) -> bytes:
    return json.dumps({"format": "ha-cluster-plan", "version": version, "sheets": sheets}).encode()


def messages(data: bytes) -> list[str]:
    with pytest.raises(PlanFileError) as caught:
        decode(data)
    return caught.value.messages


def test_round_trip():
    assert decode(encode(PLAN)) == PLAN
    assert encode(decode(encode(PLAN))) == encode(PLAN)


def test_digest_depends_on_content_alone():
    loose = json.dumps(json.loads(encode(PLAN)), indent=4).encode()
    assert digest(decode(loose)) == digest(PLAN)
    other = PLAN.replace(msgspec.structs.replace(PLAN.rows(Node)[0], cpu_peak=71))
    assert digest(other) != digest(PLAN)


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_truncated_file(cut):
    (message,) = messages(encode(PLAN)[:-cut])
    assert "truncated" in message


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"[]", b"3", b"PK\x03\x04nonsense", b"[" * 200_000]
)
def test_not_json(data):
    (message,) = messages(data)
    assert "not a readable plan file" in message


def test_other_json():
    (message,) = messages(b'{"hello": 1}')
    assert '"format": "ha-cluster-plan"' in message


def test_newer_format():
    (message,) = messages(file({}, version=7))
    assert "version 7" in message
    assert "newer program" in message


def test_version_zero():
    assert "begin at 1" in messages(file({}, version=0))[0]


def test_huge_file(monkeypatch):
    monkeypatch.setattr(plan_file, "MAX_BYTES", 100)
    (message,) = messages(encode(PLAN) * 2)
    assert "16 MiB" in message


def test_too_many_rows(monkeypatch):
    monkeypatch.setattr(plan_file, "MAX_ROWS", 2)
    rows = [{"key": f"n{number}", "name": f"n{number}"} for number in range(3)]
    assert "more than 2 rows" in messages(file({"node": rows}))[0]


def test_every_damaged_row_is_told_with_its_place():
    found = messages(
        file(
            {
                "nodes": [],
                "node": [
                    {"key": "n1"},
                    {"key": "n2", "name": "nodeb", "cpu_peak": 101},
                    {"key": "n3", "name": "nodec", "rootvg": "glass"},
                    {"key": "n4", "name": "noded", "colour": "red"},
                    {"key": "N 5", "name": "nodee"},
                    7,
                ],
            }
        )
    )
    assert "no worksheet 'nodes'" in found[0]
    for text, number in [("name", 1), ("cpu_peak", 2), ("rootvg", 3), ("colour", 4), ("key", 5)]:
        assert f"row {number}" in found[number]
        assert text in found[number]
    assert "from 0 to 100" in found[2]
    assert "row 6" in found[6]


def test_references_duplicates_and_formats():
    found = messages(
        file(
            {
                "node": [
                    {"key": "n1", "name": "nodea", "frame": "nowhere"},
                    {"key": "n2", "name": "nodea"},
                    {"key": "n3", "name": "a,b"},
                    {"key": "n4", "name": "bell\u0007"},
                ],
                "ip_label": [
                    {"key": "l1", "name": "a", "address": "10.1.1.1"},
                    {"key": "l2", "name": "b", "address": "10.1.1.1"},
                    {"key": "l3", "name": "c", "address": "10.1.1.256"},
                ],
                "network": [{"key": "w1", "name": "net", "netmask": "255.0.255.0"}],
            }
        )
    )
    text = "\n".join(found)
    assert "column frame: refers to 'nowhere'" in text
    assert "already a row called 'nodea'" in text
    assert "contains a comma" in text
    assert "U+0007" in text
    assert "10.1.1.1 is already used by a" in text
    assert "'10.1.1.256' is not an IPv4 or IPv6 address" in text
    assert "not contiguous" in text
    assert len(found) == 7


def test_single_row_worksheet_takes_one_row_of_one_key():
    rows = [{"key": "cluster", "name": "a"}, {"key": "second", "name": "b"}]
    (message,) = messages(file({"cluster_options": rows}))
    assert "one row, with the key 'cluster'" in message


def test_same_key_twice():
    rows = [{"key": "n1", "name": "a"}, {"key": "n1", "name": "b"}]
    assert "key 'n1'" in messages(file({"node": rows}))[0]


def test_long_lists_of_problems_are_cut():
    rows = [{"key": f"n{number}"} for number in range(150)]
    found = messages(file({"node": rows}))
    assert len(found) == 101
    assert "50 more" in found[-1]
