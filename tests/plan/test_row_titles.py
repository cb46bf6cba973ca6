"""What people call rows that have no name of their own."""

from __future__ import annotations

from worksheets.plan.plan import Plan
from worksheets.plan.rows.application import Application
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_file import ApplicationFile, FileKind
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.volume_group import VolumeGroup

PLAN = Plan(
    [
        Node(key="n1", name="nodea"),
        Node(key="n2", name="nodeb"),
        LocalVolumeGroup(key="r1", name="rootvg", node="n1"),
        LocalVolumeGroup(key="r2", name="rootvg", node="n2"),
        LocalVolumeGroup(key="r3", name="rootvg"),
        LocalFileSystem(key="p1", name="hd6", local_volume_group="r1"),
        LocalFileSystem(key="p2", name="hd6", local_volume_group="r2"),
        LocalFileSystem(key="p3", name="hd6"),
        Disk(key="d1", name="data01"),
        Disk(key="d2", name="data02"),
        Replication(key="m", name="mm_ora"),
        ReplicatedPair(key="a", replication="m", primary="d1", secondary="d2"),
        ReplicatedPair(key="b", secondary="d2"),
        ReplicatedPair(key="c", replication="m"),
        VolumeGroup(key="vg", name="oravg"),
        GlvmVolumeGroup(key="g1", volume_group="vg"),
        GlvmVolumeGroup(key="g2"),
        ApplicationController(key="ac", name="ac_ora"),
        Provisioning(key="v1", controller="ac"),
        Provisioning(key="v2"),
        Application(key="app", name="Payments"),
        ApplicationFile(key="f1", path="/pay", application="app", kind=FileKind.DATA),
        ApplicationFile(key="f2", path="/pay", application="app", kind=FileKind.LOGS),
        ApplicationFile(key="f3", path="/pay"),
    ]
)


def titles(kind):
    return list(PLAN.titles(kind).values())


def test_local_volumes_are_told_apart_by_their_node():
    assert titles(LocalVolumeGroup) == ["nodea rootvg", "nodeb rootvg", "rootvg"]
    assert titles(LocalFileSystem) == ["nodea rootvg hd6", "nodeb rootvg hd6", "hd6"]


def test_a_pair_is_called_after_its_replication_and_disks():
    assert titles(ReplicatedPair) == ["mm_ora: data01 to data02", "?: ? to data02", "c"]


def test_rows_about_another_row_are_called_after_it():
    assert titles(GlvmVolumeGroup) == ["oravg", "g2"]
    assert titles(Provisioning) == ["ac_ora", "v2"]


def test_files_are_told_apart_by_what_they_hold():
    assert titles(ApplicationFile) == ["Payments data: /pay", "Payments logs: /pay", "/pay"]
