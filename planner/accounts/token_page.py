"""The page of a person's own API tokens."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from planner.accounts.models import ApiToken
from planner.accounts.tokens import (
    DEFAULT_DAYS,
    LONGEST_DAYS,
    Made,
    TokenRefused,
    make_token,
    revoke_token,
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The list with a form below; after POST the new secret, this once, or 422."""
    made: Made | None = None
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            made = make_token(
                owner=request.user,
                name=request.POST.get("name", ""),
                scope=request.POST.get("scope", ""),
                days=_number(request.POST.get("days", "")),
            )
        except TokenRefused as error:
            errors = error.errors
    context = {
        "tokens": request.user.api_tokens.all(),
        "now": timezone.now(),
        "made": made,
        "errors": errors,
        "typed": request.POST if errors else {"days": str(DEFAULT_DAYS)},
        "scopes": ApiToken.Scope.choices,
        "longest_days": LONGEST_DAYS,
    }
    return render(request, "accounts/tokens.html", context, status=422 if errors else 200)


@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    """Revoke one's own token; one that is gone already is no error."""
    revoke_token(owner=request.user, token_id=token_id)
    return redirect("accounts:tokens")


def _number(text: str) -> int:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
