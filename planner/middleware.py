"""What every request has to pass."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRedirect

from planner import errors


class RefuseUnreadableRequests:
    """Answers requests that no view could handle.

    A body over the limit is refused by its declared length, whatever its type: Django's own
    limit leaves out uploaded files, and a JSON parser reads past it. A NUL character in the
    address is refused because PostgreSQL cannot hold one and would fail in any search.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if _declared_length(request) > limit:
            return errors.too_large(request, limit=limit)
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return errors.refused(
                request,
                status=400,
                title="The planner cannot read this address",
                text="It contains a NUL character. Remove the part with %00 and try again.",
            )
        return self.get_response(request)


def _declared_length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    # Django reads nothing from a body without a number here. Enough digits are enough: Python
    # refuses to convert thousands of them.
    return int(length[:19]) if length.isascii() and length.isdecimal() else 0


class SignInRequired(LoginRequiredMiddleware):
    """Every page needs a signed-in person unless its view is ``login_not_required``."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponse:
        """The sign-in page; a fragment asked for by htmx sends the whole page there.

        Following the redirect inside htmx would put the sign-in form into a row of the sheet.
        What htmx wants to write is answered with 401 instead, so that the page keeps what was
        typed and can tell the person to sign in elsewhere first.
        """
        htmx = request.htmx  # type: ignore[attr-defined]
        if not htmx:
            return super().handle_no_permission(request, view_func)
        if request.method not in ("GET", "HEAD"):
            return HttpResponse("You are signed out.", status=401, content_type="text/plain")
        page = urlsplit(htmx.current_url_abs_path or "/")
        sign_in = redirect_to_login(
            page._replace(fragment="").geturl(),
            resolve_url(self.get_login_url(view_func)),
            self.get_redirect_field_name(view_func),
        )
        return HttpResponseClientRedirect(sign_in.url)
