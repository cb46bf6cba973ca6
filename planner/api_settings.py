"""Settings of the interface for scripts: who is let in, how often, how it describes itself."""

from typing import Any

# Per token, or per person signed in by a session; counted in each server process.
RATES = {"read": "600/min", "write": "120/min"}

REST_FRAMEWORK: dict[str, Any] = {
    # The first one decides that a stranger gets 401 with WWW-Authenticate: Bearer.
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "planner.accounts.api_access.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticated",
        "planner.accounts.api_access.TokenMayWrite",
    ],
    "DEFAULT_THROTTLE_CLASSES": ["planner.accounts.api_access.PerCaller"],
    "DEFAULT_THROTTLE_RATES": RATES,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["worksheets.api.parsing.Json"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    # OPTIONS has nothing to tell that the OpenAPI document does not tell better.
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "worksheets.api.problems.exception_handler",
    # ?format= would be read as a choice of renderer.
    "URL_FORMAT_OVERRIDE": None,
}

SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "HA cluster planner",
    "DESCRIPTION": (
        "Planning worksheets of PowerHA SystemMirror clusters for scripts. The same "
        "declarations, checks and rights as on the pages."
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.0.3",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_PATCH": False,
    # Enumerations stay where they are used: two worksheets with a column of the same name but
    # other values would otherwise be told apart by invented names.
    "POSTPROCESSING_HOOKS": [],
    "DISABLE_DOCSTRING_DESCRIPTIONS": True,
    "SERVE_INCLUDE_SCHEMA": False,
}
