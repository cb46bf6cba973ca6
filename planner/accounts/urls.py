"""Addresses of sign-in, sign-out and one's own tokens."""

from django.urls import path

from planner.accounts import token_page
from planner.accounts.sign_in import SignIn, SignOut

app_name = "accounts"

urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign_in"),
    path("sign-out/", SignOut.as_view(), name="sign_out"),
    path("account/tokens/", token_page.page, name="tokens"),
    path("account/tokens/<int:token_id>/revoke/", token_page.revoke, name="token-revoke"),
]
