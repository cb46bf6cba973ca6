"""If-Match and If-None-Match (RFC 9110, section 13)."""

from __future__ import annotations

from django.utils.http import parse_etags
from rest_framework.exceptions import APIException
from rest_framework.request import Request

ANY = "*"


class PreconditionRequired(APIException):
    """A write that does not say which state it was made for."""

    status_code = 428
    default_detail = (
        "Say which state this change was made for: send the ETag of your last read as If-Match, "
        "or If-Match: * to write whatever is stored. If-None-Match: * makes what does not exist "
        "yet."
    )


def accepts(request: Request, tag: str | None) -> bool:
    """Whether the request was made for the state that `tag` names, None for nothing there.

    Raises PreconditionRequired when the request does not say.
    """
    wanted, unwanted = request.headers.get("If-Match"), request.headers.get("If-None-Match")
    if wanted is None and unwanted is None:
        raise PreconditionRequired
    if wanted is not None and (tag is None or not {ANY, tag} & set(parse_etags(wanted))):
        return False
    return unwanted is None or not _names(unwanted, tag)


def is_known(request: Request, tag: str) -> bool:
    """Whether a reader holds this state already, so that 304 is enough."""
    return _names(request.headers.get("If-None-Match", ""), tag)


def _names(header: str, tag: str | None) -> bool:
    """Weak comparison: proxies that compress may have made the tag weak."""
    if tag is None:
        return False
    found = {text.removeprefix("W/") for text in parse_etags(header)}
    return bool({ANY, tag} & found)
