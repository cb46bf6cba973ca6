"""The plan as JSON: canonical bytes, their digest, and the reading of files from outside.

A file is `{"format": "ha-cluster-plan", "version": 2, "sheets": {slug: [row, ...], ...}}`. The
canonical form has sorted keys, no blanks, defaults left out, and sheets without rows left out,
so equal plans give equal bytes. Files of older versions are brought up to date as they are read
(`migrations`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from worksheets.plan.fields import fields_of
from worksheets.plan.integrity import MAX_ROWS, Problem, problems
from worksheets.plan.migrations import migrate
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS

FORMAT = "ha-cluster-plan"
VERSION = 2
MAX_BYTES = 16 * 1024 * 1024
_SHOWN = 100


class PlanFileError(ValueError):
    """A plan file cannot be taken; `messages` say where and what to do, at most 100 of them.

    `problems` are the same by place, where all rows could be read.
    """

    def __init__(self, messages: list[str], problems: Sequence[Problem] = ()) -> None:
        self.problems = tuple(problems[:_SHOWN])
        self.messages = messages[:_SHOWN]
        if len(messages) > _SHOWN:
            self.messages.append(f"... and {len(messages) - _SHOWN:,} more problems")
        super().__init__("\n".join(self.messages))


class _Header(msgspec.Struct):
    format: str = ""
    version: int = 0
    sheets: dict[str, msgspec.Raw] = {}


def encode(plan: Plan) -> bytes:
    """Canonical JSON of a plan, UTF-8."""
    sheets = {}
    for slug, kind in KINDS.items():
        rows = plan.rows(kind)
        if rows:
            sheets[slug] = rows
    document = {"format": FORMAT, "version": VERSION, "sheets": sheets}
    return msgspec.json.encode(document, order="sorted")


def digest(plan: Plan) -> str:
    """SHA-256 of the canonical JSON, 64 hexadecimal digits."""
    return hashlib.sha256(encode(plan)).hexdigest()


def decode(data: bytes) -> Plan:
    """Read a plan file.

    Raises PlanFileError with every problem found (one per damaged row): truncated or foreign
    JSON, a newer version, unknown worksheets or columns, values out of range, references to
    rows that do not exist, names or addresses used twice.
    """
    header = _header(data)
    if header.version < VERSION:
        header.sheets = _migrated(header)
    rows = list(_rows(header))
    errors = [item for item in rows if isinstance(item, str)]
    if errors:
        raise PlanFileError(errors)
    try:
        plan = Plan(item for item in rows if isinstance(item, Row))
    except ValueError as error:
        raise PlanFileError([f"{error}; give each row of a worksheet its own key"]) from None
    found = problems(plan)
    if found:
        raise PlanFileError([describe(plan, *problem) for problem in found], found)
    return plan


def describe(plan: Plan, sheet: str, key: str, column: str, message: str) -> str:
    """One problem as a line: worksheet, row, column, what is wrong."""
    title = plan.title(KINDS[sheet], key)
    row = f"row {title!r}" if title == key else f"row {title!r} (key {key})"
    place = f"{sheet}, {row}" + (f", column {column}" if column else "")
    return f"{place}: {message}"


def _header(data: bytes) -> _Header:
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1024 / 1024:.1f} MiB"
        raise PlanFileError([f"the file is {size} large; a plan has at most 16 MiB"])
    try:
        header = msgspec.json.decode(data, type=_Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        text = str(error).replace("`", "")
        raise PlanFileError(
            [f"this is not a readable plan file ({text}); export the plan again and retry"]
        ) from None
    if header.format != FORMAT:
        raise PlanFileError([f'this is not a plan file: it lacks "format": "{FORMAT}"'])
    if header.version > VERSION:
        raise PlanFileError(
            [
                f"the file has format version {header.version}, this program reads up to "
                f"{VERSION}; open it with the newer program that wrote it"
            ]
        )
    if header.version < 1:
        raise PlanFileError(
            [f"format version {header.version} does not exist; versions begin at 1"]
        )
    return header


def _migrated(header: _Header) -> dict[str, msgspec.Raw]:
    """The sheets as this version has them; what is damaged stays as it is and is told later."""
    try:
        sheets = {slug: msgspec.json.decode(raw) for slug, raw in header.sheets.items()}
        sheets = migrate(sheets, header.version, VERSION)
        return {slug: msgspec.Raw(msgspec.json.encode(rows)) for slug, rows in sheets.items()}
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise PlanFileError(
            [f"this is not a readable plan file ({error}); export the plan again and retry"]
        ) from None


def _rows(header: _Header) -> Iterator[Row | str]:
    """Rows of the file, and in place of each row that cannot be read the reason."""
    count = 0
    for slug, raw in header.sheets.items():
        kind = KINDS.get(slug)
        if kind is None:
            yield f"there is no worksheet {slug[:64]!r}; known are {', '.join(KINDS)}"
            continue
        try:
            items = msgspec.json.decode(raw, type=list[msgspec.Raw])
        except (msgspec.DecodeError, RecursionError):
            yield f"{slug}: must be a list of rows"
            continue
        count += len(items)
        if count > MAX_ROWS:
            yield f"the file has more than {MAX_ROWS:,} rows; split the plan"
            return
        for number, item in enumerate(items, start=1):
            yield _row(kind, number, item)


def _row(kind: type[Row], number: int, item: msgspec.Raw) -> Row | str:
    try:
        return msgspec.json.decode(item, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return f"{kind.slug}, row {number}{_label(item)}: {_explain(kind, str(error))}"


def _label(item: msgspec.Raw) -> str:
    try:
        loose = msgspec.json.decode(item)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""
    name = loose.get("name") or loose.get("key") if isinstance(loose, dict) else None
    return f" ({name[:64]!r})" if isinstance(name, str) else ""


def _explain(kind: type[Row], error: str) -> str:
    reason, _, path = error.replace("`", "").partition(" - at $")
    column = path.strip(".").split("[")[0]
    field = fields_of(kind).get(column)
    if field is None:
        return f"{reason}; {column or 'the row'} is not as the format asks"
    return f"column {column}: {reason}; enter {field.expects}"
