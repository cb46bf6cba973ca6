from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class TapeDrive(WorksheetRow):
    name = columns.name()
    model = columns.text()
    wwn = columns.text()
    ports = columns.references("Port")
    device_names = columns.text()
    start_script = columns.text(256)
    start_synchronous = columns.flag()
    stop_script = columns.text(256)
    stop_synchronous = columns.flag()
