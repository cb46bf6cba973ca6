"""Pages for requests that cannot be served; problem documents where a program asked."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.views import defaults

from planner.problems import problem, wants_problem

MEBIBYTE = 1024 * 1024


def refused(request: HttpRequest, *, status: int, title: str, text: str) -> HttpResponse:
    """A page that says what was wrong with the request and what to do instead."""
    if wants_problem(request):
        return problem(status, text, title=title)
    return render(request, "400.html", {"title": title, "text": text}, status=status)


def too_large(request: HttpRequest, *, limit: int) -> HttpResponse:
    """413 for a body of more than ``limit`` bytes."""
    return refused(
        request,
        status=413,
        title="That is too much at once",
        text=f"At most {limit // MEBIBYTE} MiB can be sent in one go. Nothing was stored. "
        "Send a smaller file, or fewer rows at a time.",
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's ``handler400``: 413 when there was too much, otherwise 400."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return refused(
            request,
            status=413,
            title="That is too much at once",
            text="The form has more fields or data than the planner takes in one go. Nothing was "
            "stored. Send fewer rows at a time.",
        )
    if isinstance(exception, MultiPartParserError):
        return refused(
            request,
            status=400,
            title="The upload arrived damaged",
            text="It broke off or was not complete. Nothing was stored. Send it again.",
        )
    return refused(
        request,
        status=400,
        title="The planner cannot read this request",
        text="Nothing was stored. Go back, reload the page and try again.",
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that did not come from one of our pages, or from an outdated one."""
    if wants_problem(request):
        return problem(403, "The request lacks a valid CSRF token. Nothing was stored.")
    return render(
        request,
        "403.html",
        {
            "text": "The page this came from is out of date, or cookies are blocked. Nothing was "
            "stored. Reload the page and try again."
        },
        status=403,
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's ``handler500``."""
    if wants_problem(request):
        return problem(
            500, "The fault is on our side. Nothing was stored. Tell whoever runs this planner."
        )
    return defaults.server_error(request)
