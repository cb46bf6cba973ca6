"""All addresses of the site."""

from django.urls import include, path

from planner.health import healthz

urlpatterns = [
    path("", include("planner.accounts.urls")),
    path("healthz/", healthz, name="healthz"),
    path("", include("worksheets.web.urls")),
]

handler400 = "planner.errors.bad_request"
