"""The fixed documents of the interface, described for OpenAPI. The views build the content."""

from __future__ import annotations

from rest_framework import serializers as s

from worksheets.plan.fields import Holds
from worksheets.plan.rows.cluster_options import Environment
from worksheets.rules.finding import Severity

ENVIRONMENTS = [member.value for member in Environment]
SEVERITIES = [severity.value for severity in Severity]


class CellProblem(s.Serializer):
    worksheet = s.CharField(help_text="Worksheet, empty where it is not about one.")
    key = s.CharField(help_text="Key of the row, empty for a new one.")
    column = s.CharField(help_text="Column or member of the body; empty: the row as a whole.")
    label = s.CharField(help_text="What people call the column.")
    message = s.CharField(help_text="What is wrong and what to send instead.")


class Problem(s.Serializer):
    type = s.CharField(help_text="about:blank, or the kind of problem; see the page about it.")
    title = s.CharField(help_text="The kind of problem in words.")
    status = s.IntegerField(help_text="The status code once more.")
    detail = s.CharField(help_text="What happened and what to do.")
    errors = CellProblem(many=True, required=False, help_text="Cells or rows it is about.")
    current = s.JSONField(required=False, help_text="With 412: the row as it stands, or null.")


class TeamName(s.Serializer):
    id = s.IntegerField()
    name = s.CharField()


class Team(TeamName):
    may = s.ListField(
        child=s.ChoiceField(["view", "edit", "sign", "administer"]),
        help_text="What the caller may do to the team's clusters.",
    )


class Teams(s.Serializer):
    teams = Team(many=True)


class ClusterLine(s.Serializer):
    id = s.IntegerField()
    name = s.CharField(help_text="As on the cluster worksheet.")
    environment = s.ChoiceField(ENVIRONMENTS)
    owner = s.CharField()
    team = TeamName()
    revision = s.IntegerField(help_text="Number of the current revision.")
    state = s.CharField(help_text="What the revision is, such as draft r1.")
    edited_at = s.DateTimeField()
    edited_by = s.CharField(allow_null=True, help_text="User name.")
    rows = s.IntegerField(help_text="Rows on all worksheets.")
    blockers = s.IntegerField()
    warnings = s.IntegerField()
    advice = s.IntegerField()
    spofs = s.IntegerField(help_text="Findings about single points of failure.")
    waived = s.IntegerField(
        help_text="Findings tolerated by a signed waiver, which the other numbers leave out."
    )


class Cluster(ClusterLine):
    digest = s.CharField(help_text="SHA-256 of the canonical plan file.")
    plan = s.CharField(help_text="Address of the plan file.")
    findings = s.CharField(help_text="Address of the findings.")


class Clusters(s.Serializer):
    count = s.IntegerField(help_text="Clusters on all pages.")
    pages = s.IntegerField()
    page = s.IntegerField()
    next = s.CharField(allow_null=True, help_text="Address of the next page.")
    previous = s.CharField(allow_null=True)
    clusters = ClusterLine(many=True)


class ClusterInput(s.Serializer):
    team = s.IntegerField(help_text="Id of the team that is to own it.")
    name = s.CharField(max_length=64)
    environment = s.ChoiceField(ENVIRONMENTS, default="production")


class EmptyCell(s.Serializer):
    key = s.CharField(help_text="Key of the row; empty where the first row is missing.")
    column = s.CharField()


class FilledSheet(s.Serializer):
    worksheet = s.CharField()
    rows = s.IntegerField()
    findings = s.IntegerField()
    asked = s.IntegerField(help_text="Cells that a cluster of this kind has to fill in.")
    filled = s.IntegerField(help_text="Those of them that are filled in.")
    empty = EmptyCell(many=True)


class Filled(s.Serializer):
    worksheets = FilledSheet(many=True)


class Place(s.Serializer):
    worksheet = s.CharField()
    key = s.CharField(help_text="Empty for the worksheet as a whole.")
    column = s.CharField(help_text="Empty for the row as a whole.")
    title = s.CharField(help_text="Readable name of the row.")


class Waiver(s.Serializer):
    number = s.IntegerField()
    owner = s.CharField(help_text="Who answers for the risk.")
    review_by = s.DateField(help_text="The last day on which it holds.")
    signed_by = s.CharField()
    signed_at = s.DateTimeField()


class Finding(s.Serializer):
    identity = s.CharField(help_text="Stays while the same rule complains about the same place.")
    rule = s.CharField()
    severity = s.ChoiceField(SEVERITIES)
    title = s.CharField()
    detail = s.CharField(help_text="What follows from it.")
    fix = s.CharField(help_text="What to do.")
    places = Place(many=True)
    chain = s.ListField(
        child=s.ListField(child=s.CharField()), help_text="How a failure spreads, stage by stage."
    )
    lines = s.ListField(
        child=s.CharField(), help_text="Demands of the best-practice paper that its rule answers."
    )
    since = s.DateTimeField(allow_null=True)
    waiver = Waiver(allow_null=True, help_text="By which it is tolerated; null while it is open.")


class Findings(s.Serializer):
    count = s.IntegerField()
    findings = Finding(many=True)


class Rule(s.Serializer):
    id = s.CharField()
    title = s.CharField()
    severity = s.ChoiceField(SEVERITIES)
    why = s.CharField()
    fix = s.CharField()
    sources = s.ListField(child=s.CharField())
    outside_production = s.ChoiceField(
        SEVERITIES,
        allow_null=True,
        help_text="Severity in test and development; null where the rule is not asked.",
    )
    table1 = s.CharField(help_text="Row of the paper's Table 1 that it leaves open, or empty.")


class Rules(s.Serializer):
    rules = Rule(many=True)


class AllowedValue(s.Serializer):
    value = s.CharField(help_text="As stored.")
    label = s.CharField(help_text="As people read it.")


class Column(s.Serializer):
    name = s.CharField()
    # A serializer has an attribute called label of its own; the declared field goes before it.
    label = s.CharField()  # type: ignore[assignment]
    holds = s.ChoiceField([holds.value for holds in Holds])
    required = s.BooleanField(help_text="A row cannot exist without it.")
    needed = s.CharField(help_text="When it has to be filled in to be complete; empty: never.")
    default = s.JSONField(allow_null=True)  # type: ignore[assignment]
    choices = AllowedValue(many=True)
    refers_to = s.CharField(help_text="Worksheet that a reference names, or empty.")
    minimum = s.IntegerField(allow_null=True)
    maximum = s.IntegerField(allow_null=True)
    max_length = s.IntegerField(allow_null=True, help_text="Characters.")
    unique = s.BooleanField()
    help = s.CharField()
    hint = s.CharField()
    unit = s.CharField()
    example = s.CharField(help_text="As people type it.")
    sources = s.ListField(child=s.CharField())
    powerha = s.CharField(help_text="Attribute of clmgr, or empty.")


class Worksheet(s.Serializer):
    worksheet = s.CharField()
    title = s.CharField()
    chapter = s.CharField()
    lead = s.CharField()
    single = s.BooleanField(help_text="Has exactly one row, with the key cluster.")
    needed = s.CharField(help_text="When it must have a row; empty: never.")
    sources = s.ListField(child=s.CharField())
    columns = Column(many=True)


class Worksheets(s.Serializer):
    worksheets = Worksheet(many=True)


class Root(s.Serializer):
    clusters = s.CharField()
    worksheets = s.CharField()
    rules = s.CharField()
    teams = s.CharField()
    schema = s.CharField()
    docs = s.CharField()
