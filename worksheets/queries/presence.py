"""Who else has a cluster open now."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from django.utils import timezone

from planner.accounts.models import User
from worksheets.models import Cluster, Presence
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.sheets.registry import sheets

# Seconds. Pages tell of themselves every 15, so that two signs of life may get lost.
STAYS = 40


class Here(NamedTuple):
    """A person in a cluster: the worksheet they look at and the row they edit, if any."""

    name: str
    worksheet: str
    row: str

    @property
    def text(self) -> str:
        """What they do, in a few words."""
        if self.row:
            return f"{self.name} edits {self.row}"
        return f"{self.name} in {self.worksheet}" if self.worksheet else self.name


def also_here(user: User, cluster: Cluster, plan: Plan) -> list[Here]:
    """The others who were seen in the cluster within the last 40 seconds, by name; one query."""
    since = timezone.now() - timedelta(seconds=STAYS)
    seen = Presence.objects.filter(cluster=cluster, seen_at__gte=since).exclude(user=user)
    return sorted(_here(presence, plan) for presence in seen.select_related("user"))


def _here(presence: Presence, plan: Plan) -> Here:
    name = presence.user.get_full_name()
    sheet = sheets().get(presence.worksheet)
    if sheet is None:
        return Here(name, "", "")
    title = plan.titles(KINDS[sheet.slug]).get(presence.row, "")
    return Here(name, sheet.title, title)
