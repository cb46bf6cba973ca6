"""Virtualisation, workload partitions, what to do and to leave, and the summary."""

from __future__ import annotations

from worksheets.rules.coverage.line import line, on, printed, ticked

VIRTUALISATION = (
    line(
        "V1",
        "The partitions of a cluster are in different frames, at best some way apart.",
        on("node.frame", "the frame of each node"),
    ),
    line(
        "V2",
        "Two Virtual I/O Servers in each frame.",
        on("virtual_io_server.frame", "the frame of each server"),
    ),
    line(
        "V3",
        "The rootvg of a virtual client is mirrored over two servers.",
        on("node.rootvg_servers", "the servers behind each rootvg"),
    ),
    line(
        "V4",
        "Shared volume groups have paths through both servers.",
        on("disk_path.ports", "the ports of each path, those of servers too"),
    ),
    line(
        "V5",
        "Disks that come through a server keep no reservation.",
        on("disk_path.reserve_policy", "the reserve policy of each path"),
    ),
    line(
        "V6",
        "Volume groups are enhanced concurrent capable.",
        on("volume_group.concurrent", "whether each is"),
    ),
    line(
        "V7",
        "Shared Ethernet Adapters fail over to each other; or the client has an EtherChannel, "
        "with a backup only.",
        on("shared_ethernet_adapter.ha_mode", "how each adapter fails over"),
    ),
    line(
        "V8",
        "A second virtual adapter takes no single point of failure away; netmon.cf is needed.",
        on("interface.kind", "what each interface is"),
        on("netmon_target", "the lines of netmon.cf"),
    ),
    line(
        "V9",
        "A Shared Ethernet Adapter has two physical ones, and a backup on another card.",
        on("shared_ethernet_adapter.ports", "its ports"),
        on("shared_ethernet_adapter.backup_port", "its backup"),
    ),
    line(
        "V10",
        "Virtual I/O Servers are updated alone, one at a time, and end at one level.",
        on("virtual_io_server.level", "the level of each server"),
        ticked("software_change.one_server", "one at a time"),
    ),
)

WORKLOAD_PARTITIONS = (
    line(
        "X1",
        "A WPAR adds single points of failure: NFS network and server, the WPAR, what runs in it.",
        on("wpar.storage", "where each WPAR is stored"),
        on("wpar.nfs_server", "its NFS server"),
        on("wpar.nfs_network", "and the network to it"),
    ),
    line(
        "X2",
        "Only local and NFS WPARs; versioned ones as system WPARs that share nothing.",
        on("wpar.type", "the type of each WPAR"),
        on("wpar.shared_usr", "whether it shares /usr"),
    ),
    line(
        "X3",
        "A WPAR has the name of its resource group and exists on every node of it.",
        on("wpar.resource_group", "the group of each WPAR"),
        on("wpar.nodes", "the nodes on which it exists"),
    ),
    line(
        "X4",
        "Scripts can be reached inside the WPAR, on the same path on nodes that have none.",
        on("wpar.script_directory", "where they lie"),
        on("wpar.same_path_outside", "whether the path is the same outside"),
    ),
    line(
        "X5",
        "The group of a WPAR has a service address.",
        on("resource_group.service_labels", "the service labels of each group"),
        on("wpar.resource_group", "the group of each WPAR"),
    ),
    line(
        "X6",
        "Resources in a WPAR: service label, application and file systems, nothing else.",
        on("wpar.resource_group", "the group whose resources are looked at"),
    ),
    line(
        "X7",
        "No scripts of a Smart Assist in a WPAR.",
        on("wpar.smart_assist", "whether there are any"),
    ),
    line(
        "X8",
        "No process monitor for what runs in a WPAR.",
        on("wpar.resource_group", "the group whose monitors are looked at"),
    ),
    line(
        "X9",
        "The service label can be reached from the global WPAR.",
        on("wpar.reachable_from_global", "whether it can"),
    ),
)

DO_AND_DONT = (
    line(
        "D1",
        "Service addresses move by aliases.",
        on("network.distribution", "how aliases are spread"),
    ),
    line(
        "D2",
        "Hardware and software are reasonably current; snapshots and backups come regularly.",
        on("maintenance_task.kind", "the tasks that come back"),
        ticked("daily.backup", "backups of the night"),
        ticked("half_yearly.restore", "a restore on trial"),
        ticked("half_yearly.levels", "levels looked at"),
    ),
    line(
        "D3",
        "No file system of a group is mounted inside another one.",
        on("file_system.mount_point", "the mount points"),
    ),
    line(
        "D4",
        "No root for administrators who are not trained.",
        on("administrator.trained", "who is trained"),
        on("administrator.root_access", "who has root"),
    ),
    line(
        "D5",
        "No stop script finds its processes by searching for the application's name.",
        on("application_controller.kills_by_name", "whether a script does"),
    ),
    line(
        "D6",
        "Raw logical volumes lie in big or scalable volume groups.",
        on("volume_group.type", "the type of each volume group"),
    ),
    line(
        "D7",
        "Nothing that keeps an application up waits for a person's hand.",
        on("application_controller.asks_for_input", "whether a script asks"),
        on("application.prompts", "what the application asks for"),
    ),
    line(
        "D8",
        "Changes go to all nodes at once, from a node on which the cluster runs.",
        ticked("before_change.in_sync", "in sync before"),
        ticked("after_change.synchronised", "and again at once after"),
    ),
    line(
        "D9",
        "The cluster is simple enough to be tested.",
        printed("overview", "what it is made of, in figures"),
        on("custom_event", "what was added to PowerHA"),
    ),
    line(
        "D10",
        "Remote notification, extended verification and file collections are used.",
        on("remote_notification", "who is told"),
        on("custom_method", "checks of one's own"),
        on("file_collection", "files kept equal"),
    ),
)

SUMMARY = (
    line(
        "DOC1",
        "A document of the requirements.",
        on("requirement", "the requirements"),
        printed("chapter-needs", "printed in the chapter Needs"),
    ),
    line(
        "DOC2",
        "A document of the design: storage, network, applications, behaviour.",
        printed("chapter-storage", "storage"),
        printed("chapter-network", "network"),
        printed("chapter-applications", "applications"),
        printed("chapter-behaviour", "behaviour"),
        printed("drawing", "and the cluster as a drawing"),
    ),
    line(
        "DOC3",
        "A test plan against requirements and design, each test marked passed or failed.",
        ticked("going_live.tested", "run and marked before going live"),
        on("maintenance_task.record", "where the record of each test lies"),
    ),
    line(
        "DOC4",
        "The guide for operation is written before production.",
        on("operation_guide.written_by", "who wrote each part"),
        printed("chapter-running", "printed in the chapter Running it"),
        ticked("going_live.guide", "there before going live"),
        ticked("after_change.guide", "kept true by every change"),
    ),
    line(
        "DOC5",
        "A report of the configured cluster as HTML.",
        ticked("going_live.snapshot", "made by the cluster and stored"),
    ),
)
