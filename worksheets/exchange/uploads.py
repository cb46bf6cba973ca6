"""An uploaded file of any kind that can be imported: a plan file, a workbook, or CSV."""

from __future__ import annotations

from typing import NamedTuple

from worksheets.exchange.csv_files import read_csv
from worksheets.exchange.limits import MAX_BYTES
from worksheets.exchange.mistakes import ExchangeError, Mistake
from worksheets.exchange.proposal import Proposal
from worksheets.exchange.propose import propose, propose_plan
from worksheets.exchange.tables import Table
from worksheets.exchange.workbook_archive import MAGIC
from worksheets.exchange.workbook_origin import origin
from worksheets.exchange.workbook_reading import read_workbook
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import PlanFileError, decode
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet


class Upload(NamedTuple):
    """What a file holds: tables, or the whole plan.

    `notes` say how it was read, `origin` is the digest of the plan that it was exported from, if
    the file tells.
    """

    tables: tuple[Table, ...]
    plan: Plan | None
    notes: tuple[str, ...]
    origin: str = ""

    def proposal(self, current: Plan, remove_missing: bool) -> Proposal:
        """What the file would make of a plan; a plan file says all of it."""
        if self.plan is not None:
            return propose_plan(current, self.plan)
        return propose(current, self.tables, remove_missing)


def read_upload(file_name: str, data: bytes, sheet: Sheet | None = None) -> Upload:
    """Read a file. `sheet`: what a CSV file or a single tab is for when it does not tell itself.

    Raises ExchangeError when the file cannot be read.
    """
    if not data:
        raise ExchangeError.of(file_name, "The file is empty.")
    if len(data) > MAX_BYTES:
        message = f"The file is larger than {MAX_BYTES // 1024 // 1024} MiB; import it in parts."
        raise ExchangeError.of(file_name, message)
    if data.lstrip().startswith(b"{"):
        note = "Read as a plan file: the worksheets will be as they are in the file."
        return Upload((), _plan(file_name, data), (note,))
    if data.startswith(MAGIC):
        tables = tuple(read_workbook(file_name, data, sheet))
        note = f"Read as a workbook with {_named(tables)}."
        return Upload(tables, None, (note,), origin(file_name, data))
    read = read_csv(file_name, data, sheet)
    note = (
        f"Read as CSV for the worksheet {read.table.sheet.title}: {read.encoding}, columns "
        f"separated by {read.separator}."
    )
    return Upload((read.table,), None, (note,))


def _named(tables: tuple[Table, ...]) -> str:
    if len(tables) == len(sheets()):
        return "all worksheets"
    titles = ", ".join(table.sheet.title for table in tables)
    return f"the worksheet{'s' if len(tables) > 1 else ''} {titles}"


def _plan(file_name: str, data: bytes) -> Plan:
    try:
        plan = decode(data)
    except PlanFileError as error:
        texts = [text[:1].upper() + text[1:].rstrip(".") + "." for text in error.messages]
        raise ExchangeError(Mistake(file_name, 0, "", "", text) for text in texts) from None
    if not plan.rows(ClusterOptions):
        raise ExchangeError.of(
            file_name,
            f"The file names no cluster; add a row to the worksheet {ClusterOptions.slug}.",
        )
    return plan
