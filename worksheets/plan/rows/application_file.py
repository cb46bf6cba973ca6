"""Where the files of an application lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import FilePath, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.application import Application

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class FileKind(Choice):
    EXECUTABLES = "executables", "executables"
    CONFIGURATION = "configuration", "configuration"
    DATA = "data", "data"
    LOGS = "logs", "logs"


class FileLocation(Choice):
    INTERNAL = "internal", "internal disk"
    EXTERNAL = "external", "external disk"


class ApplicationFile(Row, frozen=True):
    """`file_system` when the path lies on a shared one; `kept_equal`: how local copies are."""

    path: Annotated[FilePath, Meta(min_length=1)]
    application: Annotated[Text, To("application", owner=True)] = ""
    kind: FileKind | None = None
    file_system: Annotated[Text, To("file_system")] = ""
    location: FileLocation | None = None
    shared: bool | None = None
    kept_equal: Text = ""

    def title(self, plan: Plan) -> str:
        owner = plan.title(Application, self.application) if self.application else ""
        kind = self.kind.label if self.kind else ""
        of = f"{owner} {kind}".strip()
        return f"{of}: {self.path}" if of else self.path
