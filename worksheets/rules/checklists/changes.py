"""Checklists around a change: before it, after it, for new software, before an upgrade."""

from __future__ import annotations

from worksheets.rules.checklists.item import Checklist, Item, entered, tasks

_QUESTIONS = (
    Item("necessary", "It is clear why the change cannot be left out.", "M8"),
    Item("urgent", "Somebody has said by when it has to be done.", "M8"),
    Item("important", "Its weight is judged apart from its hurry.", "M8"),
    Item("side_effects", "What else in the cluster it touches is known.", "M8"),
    Item("if_refused", "What happens if it is not made is known.", "M8"),
    Item("steps", "Every step is written down and understood by those who do it.", "M8"),
    Item("test", "It is written how its success will be tested.", "M8"),
    Item("way_back", "The way back is written, with the point after which it is closed.", "M8"),
    Item("experts", "People who can help if it goes wrong are on call for the window.", "M8"),
    Item("date", "Date and window are fixed.", "M8"),
    Item("users", "Users have been told.", "M8"),
    Item("time_to_back_up", "The window holds a full backup before the change.", "M8"),
    Item("time_to_restore", "The window still holds a full restore if the tests fail.", "M8"),
)

BEFORE_CHANGE = Checklist(
    "before_change",
    "Before a change",
    "For every change, however small. The first thirteen points are questions to be answered in "
    "writing; the rest is done before anybody touches a node.",
    (
        *_QUESTIONS,
        Item(
            "all_teams",
            "Every group that looks after a part of the cluster has planned the change with the "
            "others and signed for it.",
            "M6",
            see=entered("support_team.signs_changes"),
        ),
        Item("form", "The form of the change is complete, and whoever must sign has signed.", "M9"),
        Item("rehearsed", "The same change has been made on the test cluster, and held.", "M5"),
        Item(
            "snapshot",
            "A cluster snapshot of the state before is taken and copied off the nodes.",
            "M1",
            see=tasks("snapshot", "procedure", "record"),
        ),
        Item("in_sync", "Verification is clean and all nodes are synchronised.", "D8"),
    ),
)

AFTER_CHANGE = Checklist(
    "after_change",
    "After a change",
    "Before the window is closed.",
    (
        Item("c_spoc", "The change was made through C-SPOC wherever C-SPOC can make it.", "M10"),
        Item(
            "synchronised",
            "The change was synchronised to all nodes at once, from a node on which cluster "
            "services run.",
            "D8",
        ),
        Item(
            "verified", "Verification has run, and each of its warnings is mended or decided.", "T6"
        ),
        Item("tested", "The cluster was tested as thoroughly as before it first went live.", "T3"),
        Item("equal", "All nodes are at the same level again.", "M7"),
        Item("guide", "The operation guide and the worksheets say what is so now.", "DOC4"),
        Item(
            "report",
            "The configuration report of the new state is stored with the change.",
            "M4",
            see=tasks("report", "record"),
        ),
        Item("new_snapshot", "A snapshot of the new state is stored off the nodes.", "M1"),
    ),
)

SOFTWARE_CHANGE = Checklist(
    "software_change",
    "Changing software",
    "Together with the lists before and after a change, whenever AIX, PowerHA, firmware or the "
    "application gets a fix.",
    (
        Item(
            "system_backup",
            "A mksysb of every node is taken, and one of them has been restored somewhere.",
            "M2",
            see=tasks("system_backup", "record", "last_done"),
        ),
        Item(
            "second_copy",
            "rootvg has a second bootable copy: multibos, or an alternate disk.",
            "M2",
        ),
        Item("applied", "Fixes are applied, not committed, so that they can be rejected.", "M3"),
        Item("one_by_one", "One node at a time; the others carry the applications.", "M7"),
        Item(
            "one_server",
            "Virtual I/O Servers are updated one at a time, with its partner carrying the load, "
            "and end at one level.",
            "V10",
            see=entered("virtual_io_server.level"),
        ),
        Item("proved", "Fixes are committed only after a time of use that was agreed.", "M3"),
    ),
)

BEFORE_UPGRADE = Checklist(
    "before_upgrade",
    "Before an upgrade",
    "Before PowerHA or AIX goes to another release.",
    (
        Item("stable", "The cluster is stable, and its nodes are synchronised.", "U4"),
        Item(
            "snapshot_elsewhere",
            "A snapshot is saved on a machine that is not in the cluster.",
            "U4",
            see=tasks("snapshot", "record"),
        ),
        Item("scripts_saved", "Custom scripts and event scripts are saved off the nodes.", "U4"),
        Item(
            "same_level",
            "Every node has the same level of AIX and PowerHA, fixes included.",
            "U4",
            see=entered("node.aix_level", "node.powerha_level"),
        ),
        Item("committed", "All installed software is committed.", "U4"),
        Item(
            "restorable",
            "A full backup is taken, and a restore of it has been tried.",
            "U2",
            see=tasks("restore_test", "last_done", "record"),
        ),
        Item("rehearsed", "The whole upgrade was gone through on the test cluster.", "U3"),
        Item(
            "method",
            "The way is chosen: rolling, without interruption, by snapshot, or offline. Its steps "
            "are written down node by node.",
            "U5",
            see=tasks("update", "procedure", "duration"),
        ),
        Item(
            "unmanaged",
            "Everybody knows when applications run unmanaged, so that nothing takes them over, "
            "and what their monitors do when they are managed again.",
            "U6",
        ),
    ),
)
