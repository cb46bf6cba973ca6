"""A disk that holds the cluster repository, or stands by for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.disk import Disk

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class RepositoryState(Choice):
    ACTIVE = "active", "active"
    BACKUP = "backup", "backup"


class RepositoryDisk(Row, frozen=True):
    """`site` only in a linked cluster, where each site has its own repository.

    `backup_order`: which backup is taken first, from 1.
    """

    disk: Annotated[Text, To("disk")] = ""
    state: RepositoryState = RepositoryState.ACTIVE
    site: Annotated[Text, To("site")] = ""
    backup_order: Annotated[int, Meta(ge=1, le=6)] | None = None

    def title(self, plan: Plan) -> str:
        return plan.title(Disk, self.disk) if self.disk else self.key
