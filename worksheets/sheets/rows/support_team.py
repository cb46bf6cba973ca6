"""The support team worksheet."""

from __future__ import annotations

from worksheets.plan.rows.support_team import LooksAfter, SupportTeam
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: administrators"

SHEET = Sheet(
    row=SupportTeam,
    title="Support teams",
    singular="support team",
    group=Group.RUNNING,
    order=20,
    lead=(
        "The groups that each look after a part of the cluster, vendors included. They plan "
        "changes together, and each of them can be needed at night."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "What the group is called in the house, so that the duty manager can find it.",
            example="Unix operations",
            sources=("M6",),
            width=22,
        ),
        Column(
            "looks_after",
            "Looks after",
            "The part it answers for. Each part of the cluster should have a group, and each "
            "group knows that it does.",
            example="network",
            sources=("M6",),
            needed=needs.always,
            width=16,
        ),
        Column(
            "members",
            "Members",
            "The people of this plan who belong to it. One person alone is no group; see "
            "administrators.",
            example="Anna Berg, Omar Khan",
            sources=("S9", "M6"),
            width=24,
        ),
        Column(
            "leader",
            "Leader",
            "Who decides for the group when a change or an outage asks for a decision.",
            example="Anna Berg",
            sources=("M6", "R6"),
            width=18,
        ),
        Column(
            "duty_hours",
            "Duty hours",
            "When somebody is at work, and when on call. Compare it with the hours that the "
            "service must be up.",
            hint="with the time zone",
            example="06-22 CET, else on call",
            sources=("S9", "R2"),
            needed=needs.always,
            width=26,
        ),
        Column(
            "telephone",
            "Telephone",
            "The number that is answered at any hour the group is on duty, whoever has the shift.",
            example="+1 555 0142",
            sources=("O4", "S9"),
            needed=needs.always,
            width=20,
        ),
        Column(
            "reaction_time",
            "Reaction time",
            "How long it takes outside working hours until somebody of the group works on it.",
            unit="min",
            example="30",
            sources=("R2", "S9"),
            needed=needs.in_production,
            width=8,
        ),
        Column(
            "escalation",
            "Escalation",
            "Who is called after how long when nobody answers or nothing gets better, step by "
            "step.",
            example="After 15 minutes the duty manager, after 60 minutes the head of operations.",
            sources=("O4", "S9"),
            needed=needs.in_production,
            width=30,
        ),
        Column(
            "contract",
            "Support contract",
            "Number and hours of the contract with the vendor. A call without it costs an hour.",
            hint="vendors",
            example="7x24, contract 88-1204",
            sources=("M6", "U1"),
            needed=needs.where("looks_after", LooksAfter.VENDOR),
            width=24,
        ),
        Column(
            "signs_changes",
            "Signs changes",
            "Yes when a change of this cluster needs the consent of the group before it may go "
            "ahead.",
            sources=("M6", "M9"),
            needed=needs.in_production,
            width=8,
        ),
    ),
    sources=("M6", GUIDE),
    needed=needs.in_production,
)
