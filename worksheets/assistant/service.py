"""The cluster itself, the application with its monitors and group, and the people."""

from __future__ import annotations

import posixpath
from typing import Any

from worksheets.assistant.answers import Answers
from worksheets.assistant.assumptions import assumed
from worksheets.plan.integrity import SINGLE_KEY
from worksheets.plan.markers import TEXT_LENGTH
from worksheets.plan.row import Row
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController, StartupMode
from worksheets.plan.rows.application_monitor import (
    ApplicationMonitor,
    FailureAction,
    MonitorMode,
    MonitorType,
)
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.resource_group import Fallback, Fallover, ResourceGroup, Startup
from worksheets.rules.restarts import least_restart_interval

_INTERVAL = 60  # seconds between two calls of the custom monitor
_STABILIZATION = 180  # seconds that the application may take to come up
_RESTARTS = 3


def service(answers: Answers) -> list[Row]:
    """Keys: app, process (when the processes are known), custom, rg, scripts, admin1, admin2."""
    return [
        _options(answers),
        *_application(answers),
        _collection(answers),
        *_people(answers),
    ]


def _options(answers: Answers) -> ClusterOptions:
    return ClusterOptions(
        key=SINGLE_KEY,
        name=answers.cluster,
        environment=answers.environment,
        owner=answers.owner,
        daily_verification=True,
        rootvg_event=True,
        resolve_locally=True,
        alerts=answers.alerts,
        rationale=assumed(
            "The cluster is verified daily, falls over when a node loses its rootvg, and looks "
            "names up in /etc/hosts first."
        ),
    )


def _application(answers: Answers) -> list[Row]:
    rows: list[Row] = [
        ApplicationController(
            key="app",
            name=f"ac_{answers.word}",
            application=answers.application,
            start_script=answers.start_script,
            stop_script=answers.stop_script,
            startup_mode=StartupMode.BACKGROUND,
            rationale=assumed("The application is started in the background, PowerHA's default."),
        )
    ]
    if answers.processes and answers.process_owner:
        rows.append(
            ApplicationMonitor(
                key="process",
                name=f"mon_{answers.word}_process",
                type=MonitorType.PROCESS,
                processes=answers.processes,
                process_owner=answers.process_owner,
                instance_count=1,
                rationale=assumed(_times(0)),
                **_common(0),
            )
        )
    rows.append(
        ApplicationMonitor(
            key="custom",
            name=f"mon_{answers.word}_custom",
            type=MonitorType.CUSTOM,
            monitor_method=_script(answers),
            monitor_interval=_INTERVAL,
            rationale=assumed(
                f"A script that asks the application whether it answers is yet to be written. "
                f"{_times(_INTERVAL)}"
            ),
            **_common(_INTERVAL),
        )
    )
    rows.append(
        ResourceGroup(
            key="rg",
            name=f"rg_{answers.word}",
            nodes=("n1", "n2"),
            startup=Startup.OHN,
            fallover=Fallover.FNPN,
            fallback=Fallback.NFB,
            service_labels=("service",),
            volume_groups=("vg",),
            forced_varyon=True,
            controllers=("app",),
            rationale=assumed(
                f"It starts on {answers.first_node}, falls over to {answers.second_node} and "
                "stays there until somebody moves it back. It forces the volume group open, since "
                "without quorum half of the disks would not be enough."
            ),
        )
    )
    return rows


def _collection(answers: Answers) -> FileCollection:
    """What keeps the scripts of the application and its monitor equal on both nodes."""
    scripts = (answers.start_script, answers.stop_script, _script(answers))
    return FileCollection(
        key="scripts",
        name="HA_Scripts",
        files="\n".join(dict.fromkeys(path for path in scripts if path)),
        sync_with_cluster=True,
        sync_when_changed=False,
        rationale=assumed("The scripts are sent to both nodes whenever the cluster is verified."),
    )


def _script(answers: Answers) -> str:
    """A path for the monitor's script beside the start script."""
    folder = posixpath.dirname(answers.start_script)
    path = posixpath.join(folder, f"monitor_{answers.word}")
    return path if len(path) <= TEXT_LENGTH else posixpath.join("/", f"monitor_{answers.word}")


def _least_interval(monitor_interval: int) -> int:
    """Seconds after which restarts are forgotten: 1.1 times what all of them take."""
    return least_restart_interval(_RESTARTS, _STABILIZATION + monitor_interval)


def _common(monitor_interval: int) -> dict[str, Any]:
    return {
        "controllers": ("app",),
        "mode": MonitorMode.LONG_RUNNING,
        "stabilization_interval": _STABILIZATION,
        "restart_count": _RESTARTS,
        "restart_interval": _least_interval(monitor_interval),
        "failure_action": FailureAction.FALLOVER,
    }


def _times(monitor_interval: int) -> str:
    return (
        f"The application is up {_STABILIZATION} s after its start, is restarted {_RESTARTS} "
        f"times within {_least_interval(monitor_interval)} s, and then falls over."
    )


def _people(answers: Answers) -> list[Row]:
    return [
        Administrator(key="admin1", name=answers.administrator, backup="admin2"),
        Administrator(
            key="admin2",
            name=answers.stand_in,
            backup="admin1",
            rationale=assumed("The two stand in for each other."),
        ),
    ]
