"""The GLVM volume group worksheet."""

from __future__ import annotations

from worksheets.plan.rows.glvm_volume_group import GlvmMode, GlvmVolumeGroup
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: GLVM"

SHEET = Sheet(
    row=GlvmVolumeGroup,
    title="GLVM volume groups",
    singular="GLVM volume group",
    group=Group.STORAGE,
    order=110,
    lead=(
        "Volume groups that AIX mirrors to the other site over IP, for distances that no SAN "
        "reaches. Each node sees the disks of the other site as remote physical volumes."
    ),
    columns=(
        Column(
            "volume_group",
            "Volume group",
            "The shared volume group that is mirrored. It is scalable, with super strict mirror "
            "pools and one pool per site.",
            example="oravg",
            sources=("R8", GUIDE),
            powerha="volume_group",
            needed=always,
        ),
        Column(
            "mode",
            "Mode",
            "Synchronous: a write ends when both sites have it, at the speed of the network. "
            "Asynchronous: it ends at home, and the cache holds what is still on the way.",
            example="asynchronous",
            sources=("R8", "R2"),
            powerha="MODE",
            needed=always,
            width=13,
        ),
        Column(
            "first_disks",
            "Disks of site 1",
            "The disks of the first site, that of the home node; its nodes reach them directly.",
            example="data01",
            sources=(GUIDE,),
            powerha="PHYSICAL_VOLUMES",
            needed=always,
            width=22,
        ),
        Column(
            "second_disks",
            "Disks of site 2",
            "The disks of the other site, at least as many and as large. The nodes of the first "
            "site reach them through the network only.",
            example="data01_s",
            sources=(GUIDE,),
            powerha="PHYSICAL_VOLUMES",
            needed=always,
            width=22,
        ),
        Column(
            "networks",
            "Networks",
            "The XD_data networks that carry the mirror, at most four. Two over separate routes "
            "keep it going when one line is cut.",
            example="net_xd_01",
            sources=(GUIDE, "W5"),
            needed=always,
            width=22,
        ),
        Column(
            "cache_size",
            "Cache size",
            "How much the cache holds for writes that the other site does not have yet. When it "
            "is full, writes wait as if the mirror were synchronous.",
            hint="asynchronous only",
            example="20",
            sources=(GUIDE,),
            needed=where("mode", GlvmMode.ASYNC),
            width=7,
        ),
        Column(
            "cache_unit",
            "Cache unit",
            "The unit in which the size of the cache is meant.",
            hint="asynchronous only",
            example="GiB",
            sources=(GUIDE,),
            needed=where("mode", GlvmMode.ASYNC),
            width=7,
        ),
        Column(
            "cache_volumes",
            "Cache volumes",
            "The logical volumes of type aio_cache, one in the mirror pool of each site, so that "
            "the cache is there whichever site is the active one.",
            hint="asynchronous only",
            example="oracache1, oracache2",
            sources=(GUIDE,),
            powerha="ASYNC_CACHE_LV",
            needed=where("mode", GlvmMode.ASYNC),
            width=22,
        ),
        Column(
            "high_water_mark",
            "Cache filled to",
            "How full the cache may become before writes wait until it has drained.",
            hint="asynchronous only",
            unit="%",
            example="90",
            sources=(GUIDE,),
            powerha="ASYNC_CACHE_HW_MARK",
            width=7,
        ),
        Column(
            "rpv_servers",
            "RPV servers",
            "Which remote physical volume server on which node offers which disk, and from which "
            "addresses it lets clients in.",
            example="mhoracle2: rpvserver0 for data01_s, lets in 10.50.1.11",
            sources=(GUIDE,),
            needed=in_production,
            width=30,
        ),
        Column(
            "rpv_clients",
            "RPV clients",
            "Which remote physical volume client on which node shows which disk of the other "
            "site, over which addresses, and its time limit.",
            example="mhoracle1: hdisk8 for data01_s, 10.50.1.11 to 10.50.2.11, 60 s",
            sources=(GUIDE,),
            needed=in_production,
            width=30,
        ),
    ),
    sources=("R8", "S10", GUIDE),
)
