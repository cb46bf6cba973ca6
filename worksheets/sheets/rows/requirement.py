"""The requirement worksheet."""

from __future__ import annotations

from worksheets.plan.rows.requirement import Requirement
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Requirement,
    title="Requirements",
    singular="requirement",
    group=Group.NEEDS,
    order=20,
    lead=(
        "What the business asks of each service, in figures. Every redundant part, and every one "
        "left out, is justified or refuted by these."
    ),
    columns=(
        Column(
            "name",
            "Service",
            "The business service as its users call it, one row for each. Several applications "
            "may make up one service.",
            example="Order entry",
            sources=("R2", "DOC1"),
            width=20,
        ),
        Column(
            "purpose",
            "What it is for",
            "What people do with it, and what stands still when it is away.",
            example="Plants order spare parts; without it trucks leave half empty",
            sources=("R2", "DOC1"),
            needed=always,
            width=30,
        ),
        Column(
            "users",
            "Used by",
            "Who uses it, how many they are, and from where they come.",
            example="4,000 users in 12 plants",
            sources=("R2", "R7"),
            needed=in_production,
            width=26,
        ),
        Column(
            "groups",
            "Served by",
            "The resource groups that deliver it. A test of the requirement is a test of these.",
            hint="resource groups",
            example="rg_ora, rg_sap",
            sources=("DOC1", "DOC3"),
            needed=in_production,
            width=20,
        ),
        Column(
            "availability",
            "Availability",
            "The share of the service hours that is promised, with the period it is measured over.",
            hint="share, period",
            example="99.95% a year",
            sources=("R2",),
            needed=always,
            width=16,
        ),
        Column(
            "service_hours",
            "Service hours",
            "When it has to be there, with days and time zone. What happens outside does not "
            "count against the promise.",
            example="Mon-Sat 06:00-22:00 CET",
            sources=("R2", "M8"),
            needed=always,
            width=26,
        ),
        Column(
            "outage",
            "Outage tolerated",
            "How long one unplanned outage may last before it becomes a disaster for the "
            "business. A takeover must end well within it.",
            hint="each time",
            unit="min",
            example="15",
            sources=("R2", "R4"),
            needed=always,
            width=8,
        ),
        Column(
            "longer_outage",
            "Risk of a longer one",
            "Which chance of a still longer outage the business accepts: in a hundred years, in "
            "how many may it happen. Zero has no price.",
            unit="% a year",
            example="2",
            sources=("R2", "R4", "R5"),
            needed=in_production,
            width=6,
        ),
        Column(
            "planned_outage",
            "Planned outage",
            "How long it may be stopped for maintenance in a month. Updates of AIX, PowerHA and "
            "the application share this time.",
            unit="min a month",
            example="120",
            sources=("M8", "R2"),
            needed=in_production,
            width=8,
        ),
        Column(
            "rto",
            "RTO",
            "Recovery time objective: after a disaster, such as the loss of the site, the "
            "service works again within this time.",
            hint="recovery time",
            unit="min",
            example="240",
            sources=("R2", "R8"),
            needed=in_production,
            width=7,
        ),
        Column(
            "rpo",
            "RPO",
            "Recovery point objective: how much of the latest work may be lost in a disaster. "
            "Zero asks for synchronous copies.",
            hint="data lost",
            unit="min",
            example="0",
            sources=("R2", "R8"),
            needed=in_production,
            width=7,
        ),
        Column(
            "capacity",
            "Capacity kept",
            "Which share of the usual load must still be carried after a takeover. It decides "
            "how large the standby node is.",
            hint="after a takeover",
            unit="%",
            example="80",
            sources=("N10", "N2"),
            needed=in_production,
            width=8,
        ),
        Column(
            "site_loss",
            "Survives its site",
            "Whether it must go on when the whole site is lost. If not, say in the rationale who "
            "carries that risk.",
            sources=("S10", "R8"),
            needed=in_production,
            width=8,
        ),
        Column(
            "cost",
            "Cost of an hour",
            "What an hour of outage costs the business in the worst hour of the week: lost "
            "revenue, penalties, overtime. Countermeasures are weighed against it.",
            hint="worst hour",
            example="45000",
            sources=("R4", "R5"),
            needed=in_production,
            width=10,
        ),
        Column(
            "currency",
            "Currency",
            "The currency in which the cost is given.",
            hint="ISO code",
            example="EUR",
            sources=("R4",),
            needed=where("cost"),
            width=8,
        ),
        Column(
            "obligations",
            "Obligations",
            "Laws, supervisors and contracts that ask for it, and their deadlines for reporting "
            "an outage.",
            example="DORA; report within 4 hours",
            sources=("R2", "R6"),
            width=30,
        ),
        Column(
            "decided_by",
            "Decided by",
            "Who set these figures for the business, and when. Without a name they are a guess.",
            hint="name, date",
            example="Anna Berg, 3 March 2026",
            sources=("R6",),
            needed=in_production,
            width=26,
        ),
    ),
    sources=("R2", "DOC1"),
    needed=in_production,
)
