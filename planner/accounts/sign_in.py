"""Signing in and out."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import ValidationError
from django.http import HttpResponse

from planner.accounts import throttle

THROTTLED = "throttled"


class SignInForm(AuthenticationForm):
    """User name and password, closed for a while after too many wrong guesses."""

    error_messages = {
        "invalid_login": "User name and password do not fit together. Passwords tell capital "
        "letters from small ones.",
        "inactive": "This account is closed. Ask an administrator.",
        THROTTLED: "Too many wrong passwords for this name. Wait ten minutes and try again.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "User name"

    def clean(self) -> dict[str, Any]:
        username = self.cleaned_data.get("username")
        if username and throttle.is_closed(username):
            raise ValidationError(self.error_messages[THROTTLED], code=THROTTLED)
        return super().clean()


class SignIn(LoginView):
    """The sign-in page; goes on to the page that was asked for."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_invalid(form)
        response.status_code = 429 if form.has_error("__all__", THROTTLED) else 422
        return response


class SignOut(LogoutView):
    """Ends the session; POST only, so that no link or picture can do it."""
