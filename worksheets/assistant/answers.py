"""What somebody answered, read from texts: each either a good value or an error of its own."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass

from worksheets.assistant.question import Question
from worksheets.assistant.questions import QUESTIONS
from worksheets.plan.fields import Holds
from worksheets.plan.formats import unprintable
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import Environment
from worksheets.plan.rows.node import RootvgProtection
from worksheets.sheets.cells import CellError, value_of

Subnet = ipaddress.IPv4Network | ipaddress.IPv6Network
_SUBNETS = ("subnet", "second_subnet")
_EXPECTED_SUBNET = "enter an address and a length, such as 10.1.1.0/24 or 2001:db8:1::/64"
# Names are built from these with words before and after them, in at most 64 characters.
_WORD = 40
_NODE = 48
_DIFFERENT = (
    ("first_node", "second_node", "The nodes need different names"),
    ("administrator", "stand_in", "The stand-in is somebody else than the administrator"),
    ("data_pvid", "repository_pvid", "The repository needs a disk of its own"),
    ("first_boot", "second_boot", "The nodes need different addresses"),
)


class AnswersInvalid(Exception):
    """Answers from which no plan is made: messages by question, "" for all together."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)
        super().__init__("; ".join(f"{name}: {text}" for name, text in errors.items()))


@dataclass(frozen=True)
class Answers:
    """The answers by the names of their questions; an empty text was not answered."""

    cluster: str
    environment: Environment
    owner: str
    first_node: str
    second_node: str
    rootvg: RootvgProtection | None
    first_place: str
    second_place: str
    application: str
    start_script: str
    stop_script: str
    processes: str
    process_owner: str
    service_label: str
    service_address: str
    subnet: Subnet
    first_boot: str
    second_boot: str
    second_subnet: Subnet | None
    targets: tuple[str, ...]
    volume_group: str
    data_pvid: str
    repository_pvid: str
    administrator: str
    stand_in: str
    alerts: str

    @property
    def word(self) -> str:
        """The application as part of a name: lower-case letters, digits and underscores."""
        return _word(self.application)

    @property
    def nodes(self) -> tuple[str, str]:
        return self.first_node, self.second_node


def read_answers(texts: Mapping[str, str]) -> Answers:
    """Read the answers from texts by question. Raises AnswersInvalid with every bad one."""
    values: dict[str, object] = {}
    errors: dict[str, str] = {}
    for name, question in QUESTIONS.items():
        text = texts.get(name, "").strip()
        try:
            values[name] = _value(question, text)
        except CellError as error:
            errors[name] = str(error)
    errors = _together(values) | errors
    if errors:
        raise AnswersInvalid(errors)
    return Answers(**values)  # type: ignore[arg-type]


def _word(application: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", application.lower())[:_WORD].strip("_")


def _value(question: Question, text: str) -> object:
    if question.required and not text:
        raise CellError(f"This is needed; {_expected(question)}.")
    if question.name in _SUBNETS:
        return _subnet(text) if text else None
    if question.name == "targets":
        parts = dict.fromkeys(part.strip() for part in text.split(","))
        return tuple(str(_cell(question, part)) for part in parts if part)
    if not text:
        return question.field.default if question.options else ""
    return _cell(question, text)


def _expected(question: Question) -> str:
    if question.name in _SUBNETS:
        return _EXPECTED_SUBNET
    return f"enter {question.field.expects}"


def _cell(question: Question, text: str) -> object:
    """The value for the cell that the answer fills; raises CellError."""
    field = question.field
    value = value_of(Plan(), field, text)
    wrong = unprintable(text, lines=field.holds is Holds.PROSE)
    if wrong is None and field.format is not None:
        wrong = field.format.check(text)
    if wrong:
        raise CellError(f"“{text[:60]}” {wrong}; {_expected(question)}.")
    return value


def _subnet(text: str) -> Subnet:
    try:
        found = ipaddress.ip_network(text, strict=False)
    except ValueError:
        raise CellError(f"“{text[:60]}” is not a subnet; {_EXPECTED_SUBNET}.") from None
    if "/" not in text or not 1 <= found.prefixlen <= found.max_prefixlen - 2:
        raise CellError(
            f"“{text[:60]}” has no length that leaves room for two nodes; {_EXPECTED_SUBNET}."
        )
    if found.is_multicast or "%" in text:
        raise CellError(f"“{text[:60]}” holds no addresses of interfaces; {_EXPECTED_SUBNET}.")
    return found


def _together(values: Mapping[str, object]) -> dict[str, str]:
    """What is wrong with answers that are each fine alone; those that are not are left out."""
    errors: dict[str, str] = {}
    for one, other, words in _DIFFERENT:
        if values.get(one) and str(values[one]).lower() == str(values.get(other)).lower():
            errors[other] = f"{words}; correct one of the two."
    for name in ("first_node", "second_node"):
        if len(str(values.get(name, ""))) > _NODE:
            errors[name] = f"Labels are named after the node; use at most {_NODE} characters."
    if bool(values.get("processes")) != bool(values.get("process_owner")):
        missing = "process_owner" if values.get("processes") else "processes"
        errors[missing] = "A process monitor needs the processes and their owner; enter both."
    if not _word(str(values.get("application"))):
        errors["application"] = "Names are made from this; use at least one letter or digit of a-z."
    return errors | _misplaced(values)


def _misplaced(values: Mapping[str, object]) -> dict[str, str]:
    """What is wrong with subnets and addresses as a whole."""
    errors: dict[str, str] = {}
    first, second = values.get("subnet"), values.get("second_subnet")
    if not isinstance(first, Subnet):
        return errors
    if isinstance(second, Subnet):
        if first.version != second.version:
            errors["second_subnet"] = "Both networks need addresses of one version of IP."
        elif first.overlaps(second):  # type: ignore[arg-type]
            errors["second_subnet"] = f"It overlaps with {first}; the networks need subnets apart."
    for name in ("service_address", "first_boot", "second_boot"):
        if values.get(name):
            errors |= _outside(name, ipaddress.ip_address(str(values[name])), first)
    return errors


def _outside(
    name: str, address: ipaddress.IPv4Address | ipaddress.IPv6Address, subnet: Subnet
) -> dict[str, str]:
    if address.version != subnet.version:
        return {name: f"{address} and the subnet {subnet} are of different versions of IP."}
    if name != "service_address" and address not in subnet:
        return {name: f"{address} is not in {subnet}; correct the address or the subnet."}
    return {}
