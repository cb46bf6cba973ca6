"""What a document may load while it is rendered: our own style sheets and fonts."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from django.contrib.staticfiles import finders
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

# A host that can never exist, so that a mistake here cannot reach anything real.
BASE_URL = "https://static.invalid/"
_KINDS = {".css": "text/css", ".woff2": "font/woff2"}


class StaticFilesOnly(URLFetcher):
    """Hands out static files under BASE_URL and refuses every other address.

    A refusal ends the rendering, since a document that asks for anything else is not ours.
    """

    def __init__(self) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The static file of that address. Raises FatalURLFetchingError for any other."""
        path = url.removeprefix(BASE_URL)
        kind = _KINDS.get(PurePosixPath(path).suffix)
        if path == url or kind is None or ".." in path.split("/") or "%" in path:
            raise FatalURLFetchingError(f"documents may not load {url[:200]}")
        found = finders.find(path)
        if not found:
            raise FatalURLFetchingError(f"there is no static file {path[:200]}")
        return URLFetcherResponse(url, Path(found).read_bytes(), {"Content-Type": kind})
