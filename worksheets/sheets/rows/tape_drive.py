"""The tape drive worksheet."""

from __future__ import annotations

from worksheets.plan.rows.tape_drive import TapeDrive
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: tape drives"

SHEET = Sheet(
    row=TapeDrive,
    title="Tape drives",
    singular="tape drive",
    group=Group.STORAGE,
    order=45,
    lead=(
        "Fibre Channel tape drives that a resource group takes along, so that its backups go on "
        "after a takeover. Most clusters have none: their backups go over the network."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The name of the tape resource in PowerHA, the same on all nodes.",
            example="tape_bkp1",
            sources=(GUIDE,),
            powerha="tape",
            width=12,
        ),
        Column(
            "model",
            "Model",
            "Make and model of the drive, and the library that it stands in.",
            example="LTO-8 in TS4300, drive 2",
            sources=("R1", GUIDE),
            width=26,
        ),
        Column(
            "wwn",
            "WWN",
            "The world wide name of the drive, by which it is zoned and by which AIX gives it a "
            "lasting device name.",
            example="500507630f1a2c01",
            sources=("M6", GUIDE),
            needed=in_production,
            width=18,
        ),
        Column(
            "ports",
            "Ports",
            "The Fibre Channel ports, of all nodes of its group, through which it is reached. A "
            "node without one cannot take the group over with its drive.",
            example="mhoracle1 fcs0",
            sources=("S6", GUIDE),
            needed=always,
            width=24,
        ),
        Column(
            "device_names",
            "Device on each node",
            "What each node calls the drive. The scripts use these names, and they may differ "
            "from node to node.",
            hint="node and rmt",
            example="mhoracle1 rmt0, mhoracle2 rmt0",
            sources=(GUIDE,),
            needed=always,
            width=32,
        ),
        Column(
            "start_script",
            "Start script",
            "Full path of the script that makes the drive ready after a takeover: it releases "
            "what the lost node held reserved, rewinds, and puts the tape back.",
            example="/usr/local/ha/tape_start",
            sources=(GUIDE, "P6"),
            powerha="STARTSCRIPT",
            width=26,
        ),
        Column(
            "start_synchronous",
            "Wait for start",
            "Yes: the takeover goes on only when the start script has ended. No: it runs beside, "
            "and a slow rewind delays nobody.",
            sources=(GUIDE, "P8"),
            needed=where("start_script"),
            width=8,
        ),
        Column(
            "stop_script",
            "Stop script",
            "Full path of the script that ends the use of the drive and releases its reservation "
            "before the group leaves the node.",
            example="/usr/local/ha/tape_stop",
            sources=(GUIDE, "P6"),
            powerha="STOPSCRIPT",
            width=26,
        ),
        Column(
            "stop_synchronous",
            "Wait for stop",
            "Yes: the group leaves only when the stop script has ended, so that the other node "
            "never finds the drive reserved.",
            sources=(GUIDE, "P5"),
            needed=where("stop_script"),
            width=8,
        ),
    ),
    sources=(GUIDE,),
)
