"""Every refusal as a problem document, with the cells it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from rest_framework.exceptions import APIException, NotAuthenticated

from planner.problems import problem
from worksheets.plan.integrity import Problem
from worksheets.plan.plan_file import PlanFileError
from worksheets.services.errors import (
    NameTaken,
    Outdated,
    PlanInvalid,
    RowGone,
    RowInUse,
    RowInvalid,
)
from worksheets.sheets.registry import sheets
from worksheets.sheets.typed import typed_cells

# Kinds of refusal that a script may want to tell apart; described on the page of the interface.
KINDS = {
    "cells": (422, "Some cells cannot be stored", "`errors` names each cell and what to send."),
    "plan-file": (422, "The plan file cannot be taken", "`errors` lists all that is wrong."),
    "row-in-use": (
        409,
        "Other rows refer to this row",
        "`errors` names them; point them elsewhere or delete them first.",
    ),
    "outdated": (
        412,
        "It has changed since you read it",
        "`current` is the row as it stands, or null, and `ETag` its tag.",
    ),
}


def exception_handler(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Called by the framework with what a view raised; None lets the fault pass on."""
    match error:
        case APIException():
            return _framework(error)
        case Http404() | RowGone():
            text = str(error) or "There is no such row; it may have been deleted."
            return problem(404, text)
        case PermissionDenied():
            return problem(403, str(error) or "You may not do that here.")
        case Outdated():
            return _outdated(error)
    return _content(error, context)


def _content(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Refusals of what was sent."""
    sheet = getattr(context["view"], "sheet", None)
    place = (sheet.slug if sheet else "", context["kwargs"].get("key", ""))
    match error:
        case RowInvalid():
            cells = [(*place, column, text) for column, text in error.errors.items()]
            return _refusal("cells", "Nothing was stored.", cells)
        case NameTaken():
            return _refusal("cells", "Nothing was stored.", [("", "", "name", f"{error}.")])
        case PlanInvalid():
            return _refusal("cells", "Nothing was stored.", map(_sentence, error.problems))
        case PlanFileError():
            found: Iterable[tuple[str, ...]] = map(_sentence, error.problems)
            if not error.problems:
                found = [("", "", "", f"{message}.") for message in error.messages]
            return _refusal("plan-file", "Nothing was stored.", found)
        case RowInUse():
            users = [(*user, "", "This row refers to it.") for user in error.users]
            return _refusal("row-in-use", "Nothing was deleted.", users)
    return None


def _framework(error: APIException) -> HttpResponse:
    detail = str(error.detail)
    if isinstance(error, NotAuthenticated):
        detail = "Send a token as Authorization: Bearer SECRET; make one at /account/tokens/."
    response = problem(error.status_code, detail)
    if header := getattr(error, "auth_header", None):
        response["WWW-Authenticate"] = header
    if wait := getattr(error, "wait", None):
        response["Retry-After"] = str(int(wait) + 1)
    return response


def _outdated(error: Outdated) -> HttpResponse:
    status, title, _ = KINDS["outdated"]
    response = problem(
        status,
        "Nothing was stored. Look at the present state, make the change again if it still fits, "
        "and send its ETag, quotation marks included.",
        kind=kind_address("outdated"),
        title=title,
        current=typed_cells(error.row) if error.row else None,
    )
    if error.tag:
        response["ETag"] = error.tag
    return response


def _refusal(kind: str, detail: str, cells: Iterable[tuple[str, ...]]) -> HttpResponse:
    status, title, _ = KINDS[kind]
    errors = [_error(*cell) for cell in cells]
    return problem(status, detail, kind=kind_address(kind), title=title, errors=errors)


def kind_address(kind: str) -> str:
    """The `type` of a problem: its place on the page that describes the interface."""
    return f"/api/v1/docs/#problem-{kind}"


def _error(worksheet: str, key: str, column: str, message: str) -> dict[str, str]:
    sheet = sheets().get(worksheet)
    label = ""
    if sheet and column in sheet.fields:
        label = sheet.column(column).label
    return {
        "worksheet": worksheet,
        "key": key,
        "column": column,
        "label": label,
        "message": message,
    }


def _sentence(found: Problem) -> tuple[str, str, str, str]:
    message = found.message[:1].upper() + found.message[1:] + "."
    return found.sheet, found.key, found.column, message
