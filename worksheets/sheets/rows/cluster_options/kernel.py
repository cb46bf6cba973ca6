"""Mirrored reads, repository and the safety nets in the kernel."""

from __future__ import annotations

from worksheets.sheets.needs import always, when_linked, with_sites
from worksheets.sheets.sheet import Column

COLUMNS = (
    Column(
        "lvm_preferred_read",
        "Preferred read",
        "From which mirror copy volume groups are read unless one says otherwise: by turns, "
        "from a chosen copy, or from the one at the node's own site.",
        example="siteaffinity",
        sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
        powerha="LVM_PREFERRED_READ",
        needed=with_sites,
        width=12,
    ),
    Column(
        "caa_repos_mode",
        "If the repository goes",
        "What a node does that can no longer write to the repository disk: go down at once, "
        "or raise an event and carry on until the disk is replaced.",
        example="event (an event is raised)",
        sources=("W3", "PowerHA planning guide: repository disk"),
        powerha="CAA_REPOS_MODE",
        width=22,
    ),
    Column(
        "caa_config_timeout",
        "CAA timeout",
        "How long a change of the CAA cluster may take before it counts as failed. Allow "
        "more with many nodes or a slow repository disk.",
        unit="s",
        example="240",
        sources=("PowerHA planning guide: repository disk",),
        powerha="CAA_CONFIG_TIMEOUT",
        width=7,
    ),
    Column(
        "caa_auto_start_dr",
        "CAA starts after loss",
        "Whether CAA on a node starts by itself although the repository of the other site is "
        "gone. Without it somebody must start it by hand in a disaster.",
        hint="linked clusters",
        sources=("D7", "R8"),
        powerha="CAA_AUTO_START_DR",
        needed=when_linked,
        width=7,
    ),
    Column(
        "caa_pvm_watchdog_timer",
        "Hypervisor watchdog",
        "What the hypervisor does to a node whose kernel no longer answers: nothing, a dump "
        "and restart, a reset, or power off. A half-dead node that still writes to shared "
        "disks is worse than a dead one.",
        example="dump_restart",
        sources=("N8", "PowerHA planning guide: failure detection"),
        powerha="CAA_PVM_WATCHDOG_TIMER",
    ),
    Column(
        "crit_daemon_restart_grace_period",
        "Daemon restart grace",
        "How long a critical daemon (RSCT or CAA) may be away to be restarted before the "
        "node is halted. Zero halts it at once.",
        unit="s",
        example="60",
        sources=("PowerHA planning guide: failure detection",),
        powerha="CRIT_DAEMON_RESTART_GRACE_PERIOD",
        width=7,
    ),
    Column(
        "rootvg_event",
        "Act on rootvg loss",
        "Whether a node that loses its rootvg hands its groups over at once. Without it "
        "such a node can linger, half alive, with its applications stuck.",
        sources=("N8",),
        needed=always,
        width=6,
    ),
)
