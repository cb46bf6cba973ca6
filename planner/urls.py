"""All addresses of the site."""

from django.urls import include, path

from planner.health import healthz

urlpatterns = [
    path("", include("planner.accounts.urls")),
    path("healthz/", healthz, name="healthz"),
    path("api/", include("worksheets.api.urls")),
    path("", include("worksheets.web.urls")),
]

handler400 = "planner.errors.bad_request"
handler500 = "planner.errors.server_error"
