"""Which state of the plan a workbook was made from, kept among its properties.

Spreadsheet programs keep the keywords of a file when they save it.
"""

from __future__ import annotations

import re
import zipfile

from openpyxl.packaging.core import DocumentProperties
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import fromstring

from worksheets.exchange.workbook_archive import safe_archive

_MARK = re.compile(r"plan:([0-9a-f]{64})")


def mark(properties: DocumentProperties, plan_digest: str) -> None:
    """Note in a workbook's properties the digest of the plan that it is made from."""
    properties.keywords = f"plan:{plan_digest}"


def origin(file_name: str, data: bytes) -> str:
    """The digest that `mark` noted; empty when there is none to be read.

    Raises ExchangeError for what is no workbook.
    """
    with zipfile.ZipFile(safe_archive(file_name, data)) as archive:
        try:
            properties = DocumentProperties.from_tree(fromstring(archive.read(ARC_CORE)))
        except Exception:
            # Programs write this part in many ways, and nothing depends on it.
            return ""
    found = _MARK.search(properties.keywords or "")
    return found[1] if found else ""
