"""What each rule on NFS, partitions, tapes and storage says about its example, in full."""

from __future__ import annotations

# By rule: severity, title and places of each finding, in the order of the rule.
TOLD: dict[str, list[tuple[str, str, str]]] = {
    "NFS-EXPORT-GROUP": [
        (
            "warning",
            "No group exports /app",
            "nfs_export/ex/resource_group",
        ),
    ],
    "NFS-MOUNT-ORDER": [
        (
            "blocker",
            "rg_app exports /app and brings its address up first",
            "resource_group/rg/mount_before_address nfs_export/ex/resource_group",
        ),
    ],
    "NFS-NO-ADDRESS": [
        (
            "blocker",
            "rg_app exports /app without a service address",
            "resource_group/rg/service_labels",
        ),
    ],
    "NFS-FILE-SYSTEM": [
        (
            "blocker",
            "rg_app exports /app and does not hold its volume group vg_app",
            "nfs_export/ex/file_system resource_group/rg/volume_groups",
        ),
    ],
    "NFS-PATH": [
        (
            "blocker",
            "/application does not lie in /app",
            "nfs_export/ex/path nfs_export/ex/file_system",
        ),
    ],
    "NFS-EXPORT-TWICE": [
        (
            "blocker",
            "/app is exported 2 times",
            "nfs_export/ex/path nfs_export/ex2/path",
        ),
    ],
    "NFS-EXPORT-NESTED": [
        (
            "blocker",
            "/app/data lies inside /app, which is exported too",
            "nfs_export/ex2/path nfs_export/ex/path",
        ),
    ],
    "NFS-MAJOR": [
        (
            "warning",
            "vg_app holds the export /app and has no major number",
            "volume_group/vg/major_number nfs_export/ex/file_system",
        ),
    ],
    "NFS-DOMAIN": [
        (
            "blocker",
            "The exports have 2 NFS domains: bank.example.com and other.example.com",
            "nfs_export/ex/domain nfs_export/ex2/domain",
        ),
    ],
    "NFS-STABLE-STORAGE": [
        (
            "blocker",
            "/app is exported by NFS 4 and has no stable storage",
            "nfs_export/ex/stable_storage nfs_export/ex/auto_stable_storage",
        ),
    ],
    "NFS-STABLE-PLACE": [
        (
            "blocker",
            "The stable storage /var/nfs4 lies in no file system of rg_app",
            "nfs_export/ex/stable_storage resource_group/rg/volume_groups",
        ),
    ],
    "NFS-STABLE-EXPORTED": [
        (
            "warning",
            "The stable storage /app/nfs4 is exported with /app",
            "nfs_export/ex/stable_storage nfs_export/ex/path",
        ),
    ],
    "NFS-STABLE-DIFFERENT": [
        (
            "warning",
            ("rg_app has several places for stable storage: /app/nfs4 and PowerHA's choice"),
            "nfs_export/ex/stable_storage nfs_export/ex2/stable_storage",
        ),
    ],
    "NFS-4-IDLE": [
        (
            "advice",
            "/app has an NFS domain and is not exported by NFS 4",
            "nfs_export/ex/domain nfs_export/ex/nfs_version",
        ),
        (
            "advice",
            "/app has an answer about stable storage and is not exported by NFS 4",
            "nfs_export/ex/auto_stable_storage nfs_export/ex/nfs_version",
        ),
    ],
    "NFS-HOSTS": [
        (
            "advice",
            (
                "/app gives root access to lost and stranger, which no node, label or "
                "host entry is called"
            ),
            "nfs_export/ex/root_hosts",
        ),
    ],
    "NFS-HOST-TWICE": [
        (
            "warning",
            "/app lets nodeb.example.com write and only read",
            "nfs_export/ex/read_only_hosts nfs_export/ex/read_write_hosts",
        ),
    ],
    "NFS-MOUNT-ACCESS": [
        (
            "warning",
            "nodeb may mount /app at /mnt/app and not write to it",
            "nfs_export/ex/read_write_hosts nfs_mount/mo/export node/n2/name",
        ),
    ],
    "NFS-MOUNT-OPEN": [
        (
            "warning",
            "No group mounts /mnt/app",
            "nfs_mount/mo/resource_group",
        ),
        (
            "warning",
            "Nothing is mounted at /mnt/app",
            "nfs_mount/mo/export",
        ),
    ],
    "NFS-MOUNT-NETWORK": [
        (
            "advice",
            ("/mnt/app is mounted over one of net_ether_01 and net_ether_02, nobody says which"),
            "nfs_mount/mo/network resource_group/rg/service_labels",
        ),
    ],
    "NFS-NETWORK-KIND": [
        (
            "blocker",
            (
                "/mnt/app is mounted over net_san_01, a network of the kind sancomm (SAN "
                "heartbeat, not IP)"
            ),
            "nfs_mount/mo/network network/san/kind",
        ),
    ],
    "NFS-NETWORK-LABEL": [
        (
            "blocker",
            "/mnt/app is mounted over net_ether_02, where rg_app has no service address",
            "nfs_mount/mo/network resource_group/rg/service_labels",
        ),
    ],
    "NFS-NETWORK-REACH": [
        (
            "blocker",
            "nodeb cannot mount /mnt/app: no interface on net_ether_02",
            "nfs_mount/mo/network node/n2/name",
        ),
    ],
    "NFS-MOUNT-POINT": [
        (
            "blocker",
            "The mount point //app/ is also that of a shared file system",
            "nfs_mount/mo/mount_point",
        ),
    ],
    "NFS-MOUNT-NESTED": [
        (
            "warning",
            "/app/in is mounted inside /app",
            "nfs_mount/mo/mount_point",
        ),
    ],
    "NFS-MOUNT-TWICE": [
        (
            "blocker",
            "/mnt/app is the mount point of 2 NFS mounts",
            "nfs_mount/mo/mount_point nfs_mount/mo2/mount_point",
        ),
    ],
    "NFS-MOUNT-OPTIONS": [
        (
            "warning",
            "/mnt/app is mounted soft",
            "nfs_mount/mo/options",
        ),
    ],
    "NFS-MOUNT-LEADER": [
        (
            "warning",
            "rg_g1 mounts what rg_app exports and does not wait for it",
            "nfs_mount/mo/export nfs_mount/mo/resource_group",
        ),
    ],
    "OPEN-NFS-EXPORT": [
        (
            "advice",
            "The NFS version is not entered for /app",
            "nfs_export//nfs_version nfs_export/ex/nfs_version",
        ),
    ],
    "OPEN-NFS-DOMAIN": [
        (
            "advice",
            "The NFS domain is not entered for /app",
            "nfs_export//domain nfs_export/ex/domain",
        ),
    ],
    "OPEN-NFS-STABLE": [
        (
            "advice",
            "Who chooses the stable storage is not entered for /app",
            "nfs_export//auto_stable_storage nfs_export/ex/auto_stable_storage",
        ),
    ],
    "WPAR-GROUP": [
        (
            "warning",
            "No group runs in rg_app",
            "wpar/wp/resource_group",
        ),
    ],
    "WPAR-NAME": [
        (
            "blocker",
            "RG_app is the workload partition of rg_app",
            "wpar/wp/name resource_group/rg/name",
        ),
    ],
    "WPAR-TWICE": [
        (
            "blocker",
            "rg_app has 2 workload partitions: more and rg_app",
            "wpar/wp/resource_group wpar/wq/resource_group",
        ),
    ],
    "WPAR-NODES": [
        (
            "warning",
            "rg_app is not defined on nodeb",
            "wpar/wp/nodes resource_group/rg/nodes",
        ),
    ],
    "WPAR-NODE-IDLE": [
        (
            "advice",
            "rg_app is defined on nodeb, where rg_app never runs",
            "wpar/wp/nodes resource_group/rg/nodes",
        ),
    ],
    "WPAR-TYPE": [
        (
            "blocker",
            "rg_app is versioned and shares /usr of its node",
            "wpar/wp/shared_usr wpar/wp/type",
        ),
    ],
    "WPAR-LEVEL": [
        (
            "warning",
            "rg_app runs AIX 7300-00, which is not older than that of nodea and nodeb",
            "wpar/wp/aix_level node/n1/aix_level node/n2/aix_level",
        ),
    ],
    "WPAR-SCRIPTS": [
        (
            "warning",
            ("/opt/stop of app_main does not lie in /usr/local/ha, the script directory of rg_app"),
            "application_controller/app/stop_script wpar/wp/script_directory",
        ),
    ],
    "WPAR-SAME-PATH": [
        (
            "blocker",
            "The scripts of rg_app have another path on nodeb",
            "wpar/wp/same_path_outside wpar/wp/nodes",
        ),
    ],
    "WPAR-SMART-ASSIST": [
        (
            "blocker",
            "rg_app is to run Smart Assist scripts",
            "wpar/wp/smart_assist",
        ),
    ],
    "WPAR-PROCESS-MONITOR": [
        (
            "blocker",
            "processes watches processes of app_main, which runs in rg_app",
            "application_monitor/mp2/type wpar/wp/resource_group",
        ),
    ],
    "WPAR-GLOBAL": [
        (
            "blocker",
            "The node cannot reach the service label of rg_app",
            "wpar/wp/reachable_from_global",
        ),
    ],
    "WPAR-ADDRESS": [
        (
            "blocker",
            "rg_app runs in a workload partition and has no service address",
            "resource_group/rg/service_labels wpar/wp/resource_group",
        ),
    ],
    "WPAR-RESOURCES": [
        (
            "warning",
            "rg_app runs in a workload partition and holds the volume group vg_app",
            "resource_group/rg/volume_groups wpar/wp/resource_group",
        ),
        (
            "blocker",
            "rg_app runs in a workload partition and holds the raw disk lun3",
            "resource_group/rg/raw_disks wpar/wp/resource_group",
        ),
    ],
    "WPAR-NFS": [
        (
            "blocker",
            "rg_app runs in a workload partition and exports /app",
            "nfs_export/ex/resource_group wpar/wp/resource_group",
        ),
    ],
    "WPAR-NFS-OWN": [
        (
            "blocker",
            "rg_app gets its file systems from app_svc, its own address",
            "wpar/wp/nfs_server resource_group/rg/service_labels",
        ),
    ],
    "WPAR-NFS-REACH": [
        (
            "blocker",
            ("nodea cannot mount the file systems of rg_app: no interface on net_ether_02"),
            "wpar/wp/nfs_network node/n1/name",
        ),
    ],
    "SPOF-WPAR-SERVER": [
        (
            "warning",
            "If the NFS server filer1 fails, rg_app fails on every node",
            "wpar/wp/nfs_server",
        ),
    ],
    "SPOF-WPAR-NETWORK": [
        (
            "warning",
            "nodea reaches the NFS server of rg_app over one port, en5",
            "wpar/wp/nfs_network interface/i12/",
        ),
    ],
    "SPOF-WPAR-APPLICATION": [
        (
            "warning",
            "No custom monitor watches app_main in rg_app",
            (
                "application_controller/app/name wpar/wp/resource_group "
                "application_monitor//controllers"
            ),
        ),
    ],
    "OPEN-WPAR": [
        (
            "advice",
            "The kind of file systems is not entered for rg_app",
            "wpar//storage wpar/wp/storage",
        ),
    ],
    "OPEN-WPAR-VERSIONED": [
        (
            "advice",
            "The AIX level inside is not entered for rg_app",
            "wpar//aix_level wpar/wp/aix_level",
        ),
    ],
    "OPEN-WPAR-NFS": [
        (
            "advice",
            "The NFS server is not entered for rg_app",
            "wpar//nfs_server wpar/wp/nfs_server",
        ),
    ],
    "TAPE-REACH": [
        (
            "blocker",
            "nodeb of rg_app cannot reach the tape drive tape1",
            "tape_drive/tp/ports resource_group/rg/nodes",
        ),
    ],
    "TAPE-PORT": [
        (
            "blocker",
            "The tape drive tape1 hangs on nodeb fcs2, which is not Fibre Channel",
            "tape_drive/tp/ports card/n2c1/kind",
        ),
    ],
    "TAPE-SHARED-PORT": [
        (
            "advice",
            "The tape drive tape1 shares nodea fcs0 with disks",
            "tape_drive/tp/ports",
        ),
    ],
    "TAPE-SCRIPTS": [
        (
            "warning",
            ("The tape drive tape1 has no start script: what the lost node held reserved stays so"),
            "tape_drive/tp/start_script",
        ),
        (
            "warning",
            (
                "The tape drive tape1 has no stop script: the drive stays reserved when "
                "the group leaves"
            ),
            "tape_drive/tp/stop_script",
        ),
    ],
    "TAPE-ASYNCHRONOUS": [
        (
            "warning",
            "Nobody waits until the tape drive tape1 is released",
            "tape_drive/tp/stop_synchronous",
        ),
    ],
    "OPEN-TAPE": [
        (
            "advice",
            "The device names is not entered for tape1",
            "tape_drive//device_names tape_drive/tp/device_names",
        ),
    ],
    "UDR-METHODS": [
        (
            "blocker",
            "lic_u1 has no start method",
            "user_defined_resource/u1/start_method",
        ),
        (
            "blocker",
            "lic_u1 has no stop method",
            "user_defined_resource/u1/stop_method",
        ),
    ],
    "UDR-ONE-METHOD": [
        (
            "warning",
            "lic_u1 starts and stops with the same method",
            "user_defined_resource/u1/stop_method user_defined_resource/u1/start_method",
        ),
    ],
    "UDR-UNWATCHED": [
        (
            "warning",
            "No method watches lic_u1",
            "user_defined_resource/u1/monitor_method",
        ),
    ],
    "UDR-MONITOR-IDLE": [
        (
            "advice",
            (
                "lic_u1 has a monitor interval, a monitor mode, a restart count, a "
                "restart interval, a signal for a hung monitor, a stabilization interval "
                "and 1 more and no monitor method"
            ),
            (
                "user_defined_resource/u1/monitor_method "
                "user_defined_resource/u1/monitor_mode "
                "user_defined_resource/u1/monitor_interval "
                "user_defined_resource/u1/hung_signal "
                "user_defined_resource/u1/stabilization_interval "
                "user_defined_resource/u1/restart_count "
                "user_defined_resource/u1/restart_interval "
                "user_defined_resource/u1/failure_action"
            ),
        ),
    ],
    "UDR-RESTART": [
        (
            "warning",
            "lic_u1 forgets restarts after 131 s; 3 restarts take up to 132 s",
            ("user_defined_resource/u1/restart_interval user_defined_resource/u1/restart_count"),
        ),
    ],
    "UDR-NOTIFY": [
        (
            "warning",
            "lic_u1 only notifies, and no notify method is entered",
            ("user_defined_resource/u1/notify_method user_defined_resource/u1/failure_action"),
        ),
    ],
    "UDR-TYPE": [
        (
            "blocker",
            "lic_u1 and lic_u2 are of the type licence and differ in the stop method",
            "user_defined_resource/u1/stop_method user_defined_resource/u2/stop_method",
        ),
    ],
    "UDR-ATTRIBUTES": [
        (
            "warning",
            "lic_u1: 'rubbish' is not of the form name=value",
            "user_defined_resource/u1/attributes",
        ),
        (
            "warning",
            "lic_u1 has the attribute PORT 2 times",
            "user_defined_resource/u1/attributes",
        ),
    ],
    "UDR-AFTER": [
        (
            "advice",
            "lic_u1 comes after tapes, and rg_app has none",
            "user_defined_resource/u1/acquired_after resource_group/rg/tapes",
        ),
    ],
    "OPEN-UDR": [
        (
            "advice",
            "The resource type is not entered for lic_u1",
            "user_defined_resource//type user_defined_resource/u1/type",
        ),
    ],
    "OPEN-UDR-MONITOR": [
        (
            "advice",
            "The monitor mode is not entered for lic_u1",
            "user_defined_resource//monitor_mode user_defined_resource/u1/monitor_mode",
        ),
    ],
    "RG-PLACE-TWICE": [
        (
            "warning",
            "rg_g1 and rg_g2 stop in place 3",
            "resource_group/g1/release_place resource_group/g2/release_place",
        ),
    ],
    "RG-PLACE-IDLE": [
        (
            "warning",
            "rg_app has place 4 to start and is handled in parallel",
            "resource_group/rg/acquisition_place resource_group/rg/processing",
        ),
    ],
    "RG-PLACE-OPEN": [
        (
            "advice",
            "rg_app is handled one after the other and has no place",
            "resource_group/rg/acquisition_place resource_group/rg/processing",
        ),
    ],
    "RG-PLACE-DEPENDENCY": [
        (
            "warning",
            "rg_g2 is to start before rg_g1, which contradicts parent / child",
            "resource_group/g2/acquisition_place resource_group/g1/acquisition_place",
        ),
    ],
    "RG-PLACE-NFS": [
        (
            "warning",
            "rg_app has NFS mounts and starts after rg_g1",
            "resource_group/rg/acquisition_place resource_group/g1/acquisition_place",
        ),
    ],
    "RG-FS-ELSEWHERE": [
        (
            "blocker",
            "rg_g1 mounts /app and does not hold its volume group vg_app",
            (
                "resource_group/g1/file_systems resource_group/g1/volume_groups "
                "file_system/fs/logical_volume"
            ),
        ),
    ],
    "RG-FS-LIST": [
        (
            "warning",
            "rg_app does not mount /appdata of its volume groups",
            "resource_group/rg/file_systems file_system/fs2/mount_point",
        ),
    ],
    "RG-FS-NESTED": [
        (
            "warning",
            ("rg_app mounts in parallel, and /app/data lies inside another of its file systems"),
            "resource_group/rg/file_system_recovery",
        ),
    ],
    "RG-RAW-DISK": [
        (
            "blocker",
            "The raw disk lun5 of rg_app is in the volume group vg_app",
            "resource_group/rg/raw_disks disk/d5/",
        ),
    ],
    "RG-RAW-REACH": [
        (
            "blocker",
            "nodeb of rg_app cannot reach the raw disk lun5",
            "resource_group/rg/raw_disks disk/d5/ node/n2/",
        ),
    ],
    "RG-CONCURRENT-USE": [
        (
            "blocker",
            "rg_app is for concurrent use and starts on one node",
            "resource_group/rg/concurrent_use resource_group/rg/startup",
        ),
    ],
    "VG-FORCED-POOLS": [
        (
            "warning",
            "rg_app forces vg_app open, which has no super strict mirror pools",
            "volume_group/vg/mirror_pools resource_group/rg/forced_varyon",
        ),
    ],
    "VG-FORCED-QUORUM": [
        (
            "warning",
            "rg_app forces vg_app open, and its quorum is on",
            "volume_group/vg/quorum resource_group/rg/forced_varyon",
        ),
    ],
    "VG-FORCED-IDLE": [
        (
            "advice",
            "rg_app forces vg_app open, which is not mirrored",
            "resource_group/rg/forced_varyon volume_group/vg/",
        ),
    ],
    "VG-FORCED-OFF": [
        (
            "warning",
            "rg_app does not force vg_app open, which is mirrored without quorum",
            "resource_group/rg/forced_varyon volume_group/vg/quorum",
        ),
    ],
    "VG-IMPORT-MAJOR": [
        (
            "advice",
            "vg_app of rg_app is imported by PowerHA and has no major number",
            "volume_group/vg/major_number resource_group/rg/auto_import",
        ),
    ],
    "LV-RAW-OFFSET": [
        (
            "warning",
            "lv_app is raw and has its control block in its first block",
            "logical_volume/lv/zero_offset volume_group/vg/type",
        ),
    ],
}
