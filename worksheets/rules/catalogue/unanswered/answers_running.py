"""Open questions about needs, software, people, events, monitoring, tasks and guides."""

from __future__ import annotations

from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.current_system import CurrentSystem
from worksheets.plan.rows.custom_event import CustomEvent
from worksheets.plan.rows.custom_method import CustomMethod
from worksheets.plan.rows.maintenance_task import Frequency, MaintenanceTask
from worksheets.plan.rows.monitoring_item import MonitoringItem
from worksheets.plan.rows.operation_guide import OperationGuide
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.software_level import SoftwareLevel
from worksheets.plan.rows.support_team import SupportTeam
from worksheets.rules.questions import Question, ask

ask(
    __name__,
    Question(
        "OPEN-REQUIREMENT",
        Requirement,
        (
            ("groups", "Which groups serve it"),
            ("availability", "Availability"),
            ("outage", "Outage tolerated"),
            ("longer_outage", "Risk of a longer outage"),
            ("rto", "Recovery time"),
            ("rpo", "Loss of data tolerated"),
            ("capacity", "Capacity kept"),
            ("site_loss", "Survival of its site"),
            ("cost", "Cost of an hour"),
            ("decided_by", "Who decided"),
        ),
        "A design is compared with what the business asks, figure by figure; what nobody asked "
        "for cannot be tested.",
        ("R2", "R4", "R6"),
        everywhere=False,
    ),
    Question(
        "OPEN-TODAY",
        CurrentSystem,
        (("protection", "Protection"), ("fate", "What becomes of it")),
        "What stays as it is keeps its weaknesses, and what has no protection is one.",
        ("R1", "R3", "R5"),
        everywhere=False,
    ),
    Question(
        "OPEN-SOFTWARE",
        SoftwareLevel,
        (
            ("node", "Node"),
            ("product", "Product"),
            ("level", "Level"),
            ("state", "State"),
            ("checked", "Whether support is checked"),
        ),
        "Levels are compared between nodes, and combinations with what vendors support, only "
        "once they are entered.",
        ("M7", "U1", "U4"),
        everywhere=False,
    ),
    Question(
        "OPEN-TEAM",
        SupportTeam,
        (
            ("looks_after", "What it looks after"),
            ("duty_hours", "Duty hours"),
            ("telephone", "Telephone"),
            ("reaction_time", "Reaction time"),
            ("escalation", "Escalation"),
            ("signs_changes", "Whether it signs changes"),
        ),
        "Who is called at which hour, and who agrees to a change, is settled before it is needed.",
        ("M6", "S9", "O4"),
        everywhere=False,
    ),
    Question(
        "OPEN-WATCH",
        MonitoringItem,
        (("method", "How it is watched"), ("channel", "Channel of alerts")),
        "Without a way to watch and a way to tell, an item of monitoring is a wish.",
        ("O2", "O4"),
    ),
    Question(
        "OPEN-TASK",
        MaintenanceTask,
        (
            ("kind", "Kind"),
            ("frequency", "How often"),
            ("responsible", "Responsible person"),
            ("disruptive", "Whether it interrupts the service"),
        ),
        "Work without a name is not done.",
        ("T5", "T6", "D2", "R6"),
        everywhere=False,
    ),
    Question(
        "OPEN-TASK-DATE",
        MaintenanceTask,
        (("next_due", "Next date"),),
        "Work that comes back seldom is not done without a date. What is done every day or at each "
        "change needs none.",
        ("T5", "T6", "D2"),
        everywhere=False,
        where=lambda row: row.frequency not in (Frequency.DAILY, Frequency.EACH_CHANGE),
    ),
    Question(
        "OPEN-GUIDE",
        OperationGuide,
        (
            ("topic", "Kind"),
            ("written_by", "Author"),
            ("last_rehearsed", "Last rehearsal"),
        ),
        "A procedure that nobody has tried is a guess; one without an author is not kept up.",
        ("S9", "DOC4"),
        everywhere=False,
    ),
    Question(
        "OPEN-EVENT",
        CustomEvent,
        (
            ("documented_only", "Whether the script uses documented commands only"),
            ("log", "Log"),
            ("maintained_by", "Who maintains it"),
        ),
        "A script inside a cluster event fails together with the event; then its log and the "
        "person who knows it are needed.",
        ("P6", "P9", "S9"),
    ),
    Question(
        "OPEN-METHOD",
        CustomMethod,
        (("type", "Type"), ("description", "Description")),
        "PowerHA has to be told when to run a method, and people what its complaint means.",
        ("D10",),
    ),
    Question(
        "OPEN-ADMIN",
        Administrator,
        (("trained", "Training"), ("root_access", "Root access")),
        "Root access on a cluster node belongs in trained hands only.",
        ("D4",),
        everywhere=False,
    ),
)
