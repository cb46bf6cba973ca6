"""What does not depend on a cluster: worksheets, teams, and where everything is."""

from __future__ import annotations

import inspect
from typing import Any

import msgspec
from django.http import Http404, HttpResponse
from django.urls import reverse
from rest_framework.request import Request

from planner.accounts.access import Action, may, team_ids
from planner.accounts.models import Team
from worksheets.api.base import ApiView
from worksheets.sheets.needs import Need, never
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Column, Sheet


class RootView(ApiView):
    """The addresses to begin at."""

    def get(self, request: Request) -> HttpResponse:
        names = ("clusters", "worksheets", "rules", "teams", "schema", "docs")
        return self.answer(request, {name: reverse(f"api:{name}") for name in names})


class WorksheetsView(ApiView):
    """Every worksheet with its columns, in planning order."""

    def get(self, request: Request) -> HttpResponse:
        return self.answer(request, {"worksheets": [_sheet(s) for s in sheets().values()]})


class TeamsView(ApiView):
    """The teams whose clusters the caller may see."""

    def get(self, request: Request) -> HttpResponse:
        user = request.user
        teams = Team.objects.filter(id__in=team_ids(user)).order_by("name")
        data = [
            {
                "id": team.pk,
                "name": team.name,
                "may": [action.value for action in Action if may(user, action, team.pk)],
            }
            for team in teams
        ]
        return self.answer(request, {"teams": data})


class NothingHereView(ApiView):
    """Every other address below /api/, for every method."""

    def nothing(self, request: Request, rest: str = "") -> HttpResponse:
        if rest.endswith("/"):
            raise Http404("There is nothing here. Addresses of resources do not end with a slash.")
        raise Http404("There is nothing here. What there is, is listed at /api/v1/docs/.")

    get = post = put = patch = delete = head = options = nothing


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "worksheet": sheet.slug,
        "title": sheet.title,
        "chapter": sheet.group.value,
        "lead": sheet.lead,
        "single": sheet.single,
        "needed": _when(sheet.needed),
        "sources": sheet.sources,
        "columns": [_column(sheet, column) for column in sheet.all_columns],
    }


def _column(sheet: Sheet, column: Column) -> dict[str, Any]:
    field = sheet.fields[column.name]
    choices = field.choices or ()
    return {
        "name": column.name,
        "label": column.label,
        "holds": field.holds.value,
        "required": field.required,
        "needed": "always" if field.required else _when(column.needed),
        "default": None if field.required else msgspec.to_builtins(field.default),
        "choices": [{"value": member.value, "label": member.label} for member in choices],
        "refers_to": field.target,
        "minimum": field.minimum,
        "maximum": field.maximum,
        "max_length": field.max_length,
        "unique": field.unique,
        "help": column.help,
        "hint": column.hint,
        "unit": column.unit,
        "example": column.example,
        "sources": column.sources,
        "powerha": column.powerha,
    }


def _when(need: Need) -> str:
    """When it has to be filled in, in words; empty for never."""
    return "" if need is never else inspect.cleandoc(need.__doc__ or "")
