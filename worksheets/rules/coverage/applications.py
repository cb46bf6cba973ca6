"""Applications and monitoring."""

from __future__ import annotations

from worksheets.rules.coverage.line import line, on, ticked

APPLICATIONS = (
    line(
        "P1",
        "The application starts and stops cleanly, without asking anybody anything.",
        on("application_controller.asks_for_input", "whether a script asks"),
        on("application.prompts", "what the application asks for"),
        ticked("scripts.no_person", "checked in the scripts"),
    ),
    line(
        "P2",
        "It is not tied to one node: by its name, serial number, address or processor.",
        on("application.host_bindings", "what ties it"),
    ),
    line(
        "P3",
        "It is decided where programs and data lie: on shared disks, or local and kept equal.",
        on("application_controller.location", "where each application lies"),
        on("application_file.location", "where each of its files lies"),
    ),
    line(
        "P4",
        "The start script does its six duties, from noticing that all runs already to raising an "
        "alert.",
        on("application_controller.ends_if_running", "the first of six columns, one per duty"),
        ticked("scripts.already_running", "does nothing when all runs already"),
        ticked("scripts.environment", "checks what it needs"),
        ticked("scripts.by_host", "knows the nodes apart"),
        ticked("scripts.data", "looks at the data"),
        ticked("scripts.prerequisites", "sees to what it builds on"),
        ticked("scripts.start_or_alert", "starts, or calls for help"),
    ),
    line(
        "P5",
        "The stop script ends all processes, frees the file systems, uses force where needed and "
        "returns zero.",
        on("application_controller.ends_children", "the first of four columns, one per duty"),
        ticked("scripts.children", "ends the children"),
        ticked("scripts.free", "frees the file systems"),
        ticked("scripts.forced", "uses force on the rest"),
        ticked("scripts.zero", "returns zero"),
    ),
    line(
        "P6",
        "Scripts write a full account to the log of the cluster.",
        on("application_controller.logs_verbosely", "whether they do"),
        ticked("scripts.log", "checked in the scripts"),
    ),
    line(
        "P7",
        "Every application has a process monitor and a custom monitor, both tested.",
        on("application_monitor.type", "what each monitor watches"),
        on("application_monitor.tested", "whether it was tested"),
        ticked("going_live.monitors", "seen to work before going live"),
    ),
    line(
        "P8",
        "Nobody waits for a start in the background: the order of tiers is kept by dependencies.",
        on("application_controller.startup_mode", "how each application is started"),
    ),
    line(
        "P9",
        "Event scripts use only commands that have a man page.",
        on("custom_event.documented_only", "whether an event script keeps to it"),
        on("application_controller.documented_commands", "and the scripts of an application"),
        ticked("scripts.documented", "checked in the scripts"),
    ),
    line(
        "P10",
        "Capacity on demand works when it is needed: key entered, names agree, consoles resolve "
        "them, time allowed.",
        on("provisioning.activation_key", "the key"),
        on("provisioning.names_agree", "the names"),
        on("hmc.resolves_nodes", "the consoles"),
        ticked("going_live.capacity", "checked before going live"),
        ticked("going_live.consoles", "tried from the consoles"),
    ),
)

MONITORING = (
    line("O1", "Each application has a monitor.", on("application_monitor", "the monitors")),
    line(
        "O2",
        "It is planned how the state is asked for: commands, and the way of SNMP.",
        on("monitoring_item.method", "how each thing is watched"),
        on("monitoring_item.source", "where it is read"),
        ticked("daily.state", "looked at every day"),
    ),
    line(
        "O3",
        "States read over SNMP are understood by what they mean.",
        on("monitoring_item.expected", "what each reading should say"),
    ),
    line(
        "O4",
        "A failure is told to people: SNMP, text message or mail.",
        on("remote_notification", "who is told of which event"),
        on("monitoring_item.alert_people", "who is told by monitoring"),
        ticked("going_live.alert", "tried before going live"),
    ),
)
