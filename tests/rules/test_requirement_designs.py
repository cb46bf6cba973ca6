"""Requirements against the design: times of a takeover, loss of data and of a site."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import only
from tests.rules.builders import edit, edit_all, group, sound, two_sites
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_controller import ApplicationController, StartupMode
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.glvm_volume_group import GlvmMode, GlvmVolumeGroup
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.replication import Replication, ReplicationMode
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import Fallover, ResourceGroup, Startup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.layout import Layout
from worksheets.rules.takeover_time import detection_time, start_time

SOUND, SITES = sound(), two_sites()


def req(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Requirement, "req", **cells)


def options(**cells: Any) -> Plan:
    return edit(SOUND, ClusterOptions, "cluster", **cells)


def controller(key: str, **cells: Any) -> ApplicationController:
    return ApplicationController(key=key, name=f"app_{key}", **cells)


# Times of a takeover


@pytest.mark.parametrize(
    ("cells", "seconds"),
    [
        ({}, 30),
        ({"heartbeat_frequency": 0, "grace_period": 0}, 30),
        ({"heartbeat_frequency": 60}, 70),
        ({"grace_period": 20}, 40),
        ({"heartbeat_frequency": 45, "grace_period": 15}, 60),
    ],
)
def test_detection_adds_both_times(cells, seconds):
    assert detection_time(options(**cells)) == seconds


def test_start_scripts_in_the_foreground_run_one_after_the_other():
    plan = Plan(
        [
            controller("a", start_time=10, startup_mode=StartupMode.FOREGROUND),
            controller("b", start_time=20, startup_mode=StartupMode.FOREGROUND),
            controller("c", start_time=7, startup_mode=StartupMode.BACKGROUND),
            controller("d", start_time=9),
            controller("e"),
            ApplicationMonitor(key="m", name="m", controllers=("e",), stabilization_interval=5),
            ApplicationMonitor(key="n", name="n", controllers=("d",), stabilization_interval=8),
            ApplicationMonitor(key="o", name="o", controllers=("e",)),
        ]
    )
    layout = Layout(Design(plan))

    def seconds(*keys: str) -> int:
        return start_time(layout, ResourceGroup(key="g", name="g", controllers=keys))

    assert seconds() == 0
    assert seconds("a", "b") == 30
    assert seconds("a", "b", "c", "d", "gone") == 39
    assert seconds("c") == 7
    assert seconds("e") == 5
    assert seconds("d", "e") == 9


@given(outage=st.integers(0, 40), rto=st.integers(0, 40), start=st.integers(0, 1500))
def test_takeover_is_told_exactly_when_it_takes_longer_than_the_smaller_figure(outage, rto, start):
    plan = edit(SOUND, ApplicationController, "app", start_time=start)
    plan = edit_all(plan, ApplicationMonitor, stabilization_interval=None)
    told = found("REQ-TAKEOVER", req(plan, outage=outage, rto=rto))
    assert bool(told) == (30 + start > 60 * min(outage, rto))
    if told:
        assert told[0].places[0].column == ("rto" if rto < outage else "outage")
        assert f"at least {30 + start} s" in told[0].title
        assert told[0].detail.startswith(f"30 s pass until a failed node is believed dead, {start}")
        assert told[0].about == "rg"


def test_takeover_needs_a_figure_and_a_group_that_moves():
    slow = edit(SOUND, ApplicationController, "app", start_time=9000)
    assert found("REQ-TAKEOVER", req(slow, outage=None))
    assert found("REQ-TAKEOVER", req(slow, rto=None))
    assert not found("REQ-TAKEOVER", req(slow, outage=None, rto=None))
    everywhere = edit(slow, ResourceGroup, "rg", startup=Startup.OAAN, fallover=Fallover.BO)
    assert not found("REQ-TAKEOVER", everywhere)
    assert not found("REQ-TAKEOVER", req(slow, groups=("gone",)))


def test_each_group_of_a_requirement_is_told_once():
    slow = edit(SOUND, ApplicationController, "app", start_time=9000)
    slow = slow.replace(group("g1", controllers=("app",)))
    told = found("REQ-TAKEOVER", req(slow, groups=("rg", "g1", "rg")))
    assert sorted(item.about for item in told) == ["g1", "rg"]


# Loss of data and of a site


def _copied(mode: ReplicationMode | None, lag: int | None, **cells: Any) -> Plan:
    copy = Replication(key="pprc", name="pprc_app", mode=mode, lag=lag)
    return req(edit(SOUND, ResourceGroup, "rg", replications=("pprc",)).replace(copy), **cells)


@pytest.mark.parametrize(
    ("mode", "lag", "rpo", "times"),
    [
        (ReplicationMode.ASYNC, None, 0, 1),
        (ReplicationMode.ASYNC, 0, 0, 1),
        (ReplicationMode.ASYNC, None, 5, 0),
        (ReplicationMode.ASYNC, 300, 5, 0),
        (ReplicationMode.ASYNC, 301, 5, 1),
        (ReplicationMode.ASYNC, 301, None, 0),
        (ReplicationMode.SYNC, 301, 0, 0),
        (None, 301, 0, 0),
    ],
)
def test_loss_of_data_by_a_late_copy(mode, lag, rpo, times):
    assert len(found("REQ-DATA-LOSS", _copied(mode, lag, rpo=rpo))) == times


def test_loss_of_data_names_the_copy_of_each_kind():
    mirror = GlvmVolumeGroup(key="gm", volume_group="vg", mode=GlvmMode.ASYNC)
    other = GlvmVolumeGroup(key="go", volume_group="other", mode=GlvmMode.ASYNC)
    told = only("REQ-DATA-LOSS", SOUND.replace(mirror, other))
    assert told.title == (
        "Payments may lose 0 min of work, but the copy vg_app may miss the latest data"
    )
    assert told.about == "glvm_volume_group/gm"
    assert told.places[1].column == "mode"
    assert not found("REQ-DATA-LOSS", SOUND.replace(other))
    synchronous = GlvmVolumeGroup(key="gm", volume_group="vg", mode=GlvmMode.SYNC)
    assert not found("REQ-DATA-LOSS", SOUND.replace(synchronous))


def test_a_service_that_survives_its_site_needs_a_second_site():
    told = only("REQ-SITE", req(site_loss=True))
    assert told.title == "Payments shall survive its site, but no second site is planned"
    assert [place.column for place in told.places] == ["site_loss", ""]
    assert not found("REQ-SITE", req(site_loss=None))
    assert not found("REQ-SITE", req(site_loss=False))
    here = edit(SITES, ResourceGroup, "rg", nodes=("n1",))
    assert not found("REQ-SITE", req(here, site_loss=False))
    unknown = edit(req(here, site_loss=True), Rack, "r1", site="")
    assert not found("REQ-SITE", unknown)
    assert not found("REQ-SITE", req(edit(here, ResourceGroup, "rg", nodes=()), site_loss=True))


def test_data_on_one_site_are_told_unless_they_are_copied():
    here = req(edit(SITES, Disk, "d2", storage_unit="u1"), site_loss=True)
    assert only("REQ-SITE-DATA", here).about == "rg/vg"
    assert not found("REQ-SITE-DATA", req(here, site_loss=False))
    assert not found("REQ-SITE-DATA", here.replace(GlvmVolumeGroup(key="g", volume_group="vg")))
    assert not found("REQ-SITE-DATA", edit(here, ResourceGroup, "rg", replications=("x",)))
    assert not found("REQ-SITE-DATA", edit(here, Disk, "d2", storage_unit=""))
    assert not found("REQ-SITE-DATA", edit_all(here, Disk, storage_unit=""))
    assert not found("REQ-SITE-DATA", here.without(Site, "s2"))
    assert not found("REQ-SITE-DATA", edit_all(here, Disk, volume_group=""))
    other = GlvmVolumeGroup(key="g", volume_group="other")
    assert found("REQ-SITE-DATA", here.replace(other))


def test_a_requirement_without_figures_hides_no_other():
    """The first row is passed over; the second one is still compared."""
    silent = req(SOUND, outage=None, rto=None, rpo=None)
    second = Requirement(key="second", name="Second", groups=("rg",), outage=0, rpo=0)
    late = Replication(key="pprc", name="pprc_app", mode=ReplicationMode.ASYNC)
    plan = edit(silent.replace(second, late), ResourceGroup, "rg", replications=("pprc",))
    assert only("REQ-TAKEOVER", plan).places[0].key == "second"
    assert only("REQ-DATA-LOSS", plan).places[0].key == "second"


def test_copies_and_volume_groups_that_fit_hide_no_other():
    good = Replication(key="a", name="near", mode=ReplicationMode.ASYNC, lag=1)
    bad = Replication(key="b", name="far", mode=ReplicationMode.ASYNC, lag=99)
    plan = edit(SOUND.replace(good, bad), ResourceGroup, "rg", replications=("a", "b"))
    assert only("REQ-DATA-LOSS", req(plan, rpo=1)).places[1].key == "b"
    here = req(edit(SITES, Disk, "d2", storage_unit="u1"), site_loss=True)
    here = here.replace(VolumeGroup(key="vg0", name="vg_empty"))
    here = edit(here, ResourceGroup, "rg", volume_groups=("vg0", "vg"))
    assert only("REQ-SITE-DATA", here).about == "rg/vg"
    first = edit(here, Requirement, "req", site_loss=False).replace(
        Requirement(key="second", name="Second", groups=("rg",), site_loss=True)
    )
    assert only("REQ-SITE-DATA", first).places[0].key == "second"
