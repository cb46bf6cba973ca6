"""Plan files of older versions are read as if they had been written today."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from worksheets.plan import migrations, plan_file
from worksheets.plan.plan_file import PlanFileError, decode, encode
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.hmc import Hmc

VERSION_1 = sorted((Path(__file__).parent / "version1").glob("*.json"))


def version_1(*hmcs: object, **sheets: object) -> bytes:
    frames = [
        {"key": f"f{number}", "name": f"frame{number}", "hmc": text}
        for number, text in enumerate(hmcs, start=1)
    ]
    document = {"format": "ha-cluster-plan", "version": 1, "sheets": {"frame": frames, **sheets}}
    return json.dumps(document).encode()


def test_there_is_a_step_from_every_older_version():
    assert set(migrations.MIGRATIONS) == set(range(1, plan_file.VERSION))


@pytest.mark.parametrize("file", VERSION_1, ids=lambda file: file.stem)
def test_files_written_by_version_1(file):
    document = json.loads(file.read_text(encoding="utf-8"))
    assert document["version"] == 1
    plan = decode(file.read_bytes())
    names = plan.titles(Hmc)
    assert [", ".join(names[key] for key in frame.hmcs) for frame in plan.rows(Frame)] == [
        row.get("hmc", "") for row in document["sheets"]["frame"]
    ]
    written = json.loads(encode(plan))
    assert written["version"] == plan_file.VERSION
    for slug, rows in document["sheets"].items():
        old = [{name: row[name] for name in row if name != "hmc"} for row in rows]
        new = [
            {name: row[name] for name in row if name != "hmcs"} for row in written["sheets"][slug]
        ]
        assert [row["key"] for row in new] == [row["key"] for row in old]
        assert all(row.items() <= before.items() for row, before in zip(new, old, strict=True))


def test_each_distinct_text_becomes_one_console():
    plan = decode(version_1("hmc1, HMC 1;hmc2", "hmc2 ,, hmc1,hmc2", "", " ; "))
    assert [(row.key, row.name) for row in plan.rows(Hmc)] == [
        ("hmc1", "hmc1"),
        ("hmc-1", "HMC 1"),
        ("hmc2", "hmc2"),
    ]
    assert [row.hmcs for row in plan.rows(Frame)] == [
        ("hmc1", "hmc-1", "hmc2"),
        ("hmc2", "hmc1"),
        (),
        (),
    ]


def test_texts_without_a_letter_and_long_ones_lose_nothing():
    long = ["x" * 90, "x" * 91]
    plan = decode(version_1("主控台, ***", ",".join(long)))
    rows = plan.rows(Hmc)
    assert [row.key for row in rows[:2]] == ["hmc", "hmc-2"]
    assert [row.name for row in rows[:2]] == ["主控台", "***"]
    assert [row.notes for row in rows[2:]] == long
    assert all(len(row.name) <= 64 for row in rows)


def test_damage_in_an_old_file_is_told_with_its_place():
    with pytest.raises(PlanFileError) as caught:
        decode(version_1("hmc1", 7, network=[{"key": "w1"}], rack={"no": "list"}))
    found = "\n".join(caught.value.messages)
    assert "frame, row 2 ('frame2')" in found
    assert "network, row 1" in found
    assert "rack: must be a list of rows" in found
    assert "row 1 ('frame1')" not in found


def test_consoles_that_are_there_already_are_found_by_name():
    present = [{"key": "hmc-1", "name": "hmc1", "address": "10.1.1.1"}]
    plan = decode(version_1("hmc1, HMC 1", hmc=present))
    assert [(row.key, row.name) for row in plan.rows(Hmc)] == [
        ("hmc-1", "hmc1"),
        ("hmc-1-2", "HMC 1"),
    ]
    assert plan.rows(Frame)[0].hmcs == ("hmc-1", "hmc-1-2")
    for damaged in ({}, [7, {"key": "h1"}]):
        with pytest.raises(PlanFileError, match="hmc"):
            decode(version_1("hmc1", hmc=damaged))


def test_a_file_of_this_version_keeps_its_meaning():
    document = json.loads(version_1("hmc1"))
    document["version"] = plan_file.VERSION
    with pytest.raises(PlanFileError, match="hmc"):
        decode(json.dumps(document).encode())
