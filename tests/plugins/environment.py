"""Tests run as in development unless the environment says otherwise.

Loaded with -p, because pytest-django reads the settings before any conftest.py.
"""

import os

os.environ.setdefault("PLANNER_ENV", "development")
