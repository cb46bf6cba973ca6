"""The organisation's policy as a JSON file, for judging without a database.

    {"format": "ha-cluster-policy", "version": 1,
     "naming": [{"worksheet": "node", "mask": "{env}{app:3}{nn}", "example": "psap01",
                 "reason": "why so", "severity": "advice"}],
     "settings": [{"rule": "NODE-BUSY", "environment": "test", "severity": null,
                   "reason": "who decided it, and why"}]}

`severity` null switches a rule off; `environment` left out or null: for every environment that
has no setting of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeVar

import msgspec

from worksheets.plan.rows.cluster_options import Environment
from worksheets.rules.finding import Severity
from worksheets.rules.mask import Mask, MaskError
from worksheets.rules.naming_check import example_problem, usable_mask
from worksheets.rules.policy import Naming, Policy, RuleSetting, nameable, settings_of
from worksheets.rules.registry import catalogue

FORMAT = "ha-cluster-policy"
VERSION = 1
MAX_BYTES = 1024 * 1024
_ALLOWED = {
    "severity": f"{', '.join(Severity)}, or in a setting null for off",
    "environment": f"{', '.join(Environment)}, or null for every one",
}


class PolicyFileError(ValueError):
    """A policy file cannot be taken; `messages` say where and what to do."""

    def __init__(self, messages: list[str]) -> None:
        self.messages = messages
        super().__init__("\n".join(messages))


class _Header(msgspec.Struct, forbid_unknown_fields=True):
    format: str = ""
    version: int = 0
    naming: list[msgspec.Raw] = []
    settings: list[msgspec.Raw] = []


class _Naming(msgspec.Struct, forbid_unknown_fields=True):
    worksheet: str
    mask: str
    example: str
    reason: str = ""
    severity: Severity = Severity.ADVICE


class _Setting(msgspec.Struct, forbid_unknown_fields=True):
    rule: str
    severity: Severity | None
    reason: str
    environment: Environment | None = None


Item = TypeVar("Item", _Naming, _Setting)


def read_policy(data: bytes) -> Policy:
    """Read a policy file. Raises PolicyFileError with every problem found."""
    header = _header(data)
    wrong: list[str] = []
    naming: dict[str, Naming] = {}
    for where, named in _items(header.naming, _Naming, "naming", wrong):
        problems = list(_naming_problems(named, naming))
        wrong += [f"{where}: {problem}" for problem in problems]
        if not problems:
            naming[named.worksheet] = _as_naming(named, usable_mask(named.worksheet, named.mask))
    settings: dict[tuple[str, Environment | None], RuleSetting] = {}
    for where, given in _items(header.settings, _Setting, "settings", wrong):
        place = given.rule, given.environment
        wrong += [f"{where}: {problem}" for problem in _setting_problems(given, place in settings)]
        settings[place] = RuleSetting(given.rule, given.severity, given.reason, given.environment)
    if wrong:
        raise PolicyFileError(wrong)
    return Policy(naming=MappingProxyType(naming), settings=settings_of(settings.values()))


def write_policy(policy: Policy) -> bytes:
    """A policy as a file that `read_policy` reads; equal policies are equal bytes."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "naming": [
            _Naming(row.worksheet, row.mask.text, row.example, row.reason, row.severity)
            for _, row in sorted(policy.naming.items())
        ],
        "settings": [
            _Setting(row.rule, row.severity, row.reason, row.environment)
            for row in sorted(policy.settings.values(), key=_place)
        ],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _place(setting: RuleSetting) -> tuple[str, str]:
    return setting.rule, setting.environment or ""


def _header(data: bytes) -> _Header:
    if len(data) > MAX_BYTES:
        raise PolicyFileError(["the file is larger than 1 MiB; a policy is smaller"])
    try:
        header = msgspec.json.decode(data, type=_Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PolicyFileError([f"this is not a readable policy file ({_words(error)})"]) from None
    if header.format != FORMAT:
        raise PolicyFileError([f'this is not a policy file: it lacks "format": "{FORMAT}"'])
    if header.version != VERSION:
        raise PolicyFileError(
            [f"the file has format version {header.version}, this program reads {VERSION}"]
        )
    return header


def _items(
    raw: list[msgspec.Raw], kind: type[Item], name: str, wrong: list[str]
) -> Iterator[tuple[str, Item]]:
    """The readable items with their places; what is wrong with the others is added to `wrong`."""
    for number, item in enumerate(raw, start=1):
        where = f"{name}, item {number}"
        try:
            yield where, msgspec.json.decode(item, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            wrong.append(f"{where}: {_words(error)}")


def _naming_problems(named: _Naming, known: Collection[str]) -> Iterator[str]:
    worksheets = nameable()
    if named.worksheet not in worksheets:
        yield _unknown("worksheet with names", named.worksheet, worksheets)
    elif named.worksheet in known:
        yield f"{named.worksheet} has a naming rule already; keep one of them"
    mask: Mask | None = None
    try:
        mask = usable_mask(named.worksheet, named.mask)
    except MaskError as error:
        yield str(error)
    wrong = example_problem(named.example, mask)
    if wrong:
        yield wrong


def _setting_problems(given: _Setting, repeated: bool) -> Iterator[str]:
    if given.rule not in catalogue():
        yield _unknown("rule", given.rule, catalogue())
    if not given.reason.strip():
        yield f"{given.rule[:64]} has no reason; say who decided it, and why"
    if repeated:
        where = given.environment.value if given.environment else "every environment"
        yield f"{given.rule[:64]} is set twice for {where}; keep one of them"


def _as_naming(named: _Naming, mask: Mask) -> Naming:
    return Naming(named.worksheet, mask, named.example, named.reason, named.severity)


def _unknown(what: str, name: str, known: Collection[str]) -> str:
    near = get_close_matches(name.upper(), [word.upper() for word in known], n=3, cutoff=0.5)
    by_capitals = {word.upper(): word for word in known}
    hint = f"; did you mean {', '.join(by_capitals[word] for word in near)}?" if near else ""
    return f"there is no {what} {name[:64]!r}{hint}"


def _words(error: Exception) -> str:
    """What the reader says, with the member in front and what it may hold."""
    reason, _, path = str(error).replace("`", "").partition(" - at $")
    member = path.strip(".")
    allowed = f"; enter {_ALLOWED[member]}" if member in _ALLOWED else ""
    return f"{member}: {reason}{allowed}" if member else reason
