"""An uploaded XLSX file made safe to open: unpacked within limits, without document types.

A zip archive can claim any size and unpack to a thousand times its own, so every part is read up
to the limit and packed anew, and only that copy goes to the parser.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from worksheets.exchange.limits import MAX_BYTES, MAX_PART, MAX_PARTS, MAX_UNPACKED
from worksheets.exchange.mistakes import ExchangeError

MAGIC = b"PK\x03\x04"
_LARGE = ("xl/worksheets/", "xl/sharedstrings")


def safe_archive(file_name: str, data: bytes) -> io.BytesIO:
    """The parts of a workbook that are read, in a new archive. Raises ExchangeError."""
    if len(data) > MAX_BYTES:
        message = f"The file is larger than {MAX_BYTES // 1024 // 1024} MiB; import it in parts."
        raise ExchangeError.of(file_name, message)
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(copy, "w") as packed:
            _copy(file_name, archive, packed)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
        if isinstance(error, ExchangeError):
            raise
        raise unreadable(file_name) from None
    except NotImplementedError:
        raise unreadable(file_name) from None
    copy.seek(0)
    return copy


def unreadable(file_name: str) -> ExchangeError:
    """What to say of a file that only looks like a workbook."""
    return ExchangeError.of(
        file_name,
        "This is not a readable XLSX workbook: it is damaged, encrypted or of another kind. Open "
        "it in a spreadsheet program, save it as XLSX without a password and try again.",
    )


def _copy(file_name: str, archive: zipfile.ZipFile, packed: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS:
        raise unreadable(file_name)
    left = MAX_UNPACKED
    for name in dict.fromkeys(part.filename for part in parts):
        if not name.lower().endswith((".xml", ".rels")):
            continue
        limit = left if name.lower().startswith(_LARGE) else min(left, MAX_PART)
        with archive.open(name) as stream:
            content = stream.read(limit + 1)
        if len(content) > limit:
            message = (
                f"The workbook unpacks to more than {MAX_UNPACKED // 1024 // 1024} MiB, or to "
                f"more than {MAX_PART // 1024 // 1024} MiB beside its tables. Copy the tables "
                "into a new workbook and try again."
            )
            raise ExchangeError.of(file_name, message)
        if b"<!DOCTYPE" in content.replace(b"\x00", b""):
            raise unreadable(file_name)
        left -= len(content)
        packed.writestr(name, content)
