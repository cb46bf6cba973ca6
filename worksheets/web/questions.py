"""Questions of a form of few fields, with what was typed and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Control = Literal["text", "mono", "number", "date", "lines", "choice", "password"]


@dataclass(frozen=True)
class Question:
    """One field. `options`: (value, words) of a choice. `most`: characters, or largest number.

    `form`: put before the name where a page has several forms with such a field.
    """

    name: str
    label: str
    help: str
    control: Control = "text"
    required: bool = True
    most: int | None = None
    options: tuple[tuple[str, str], ...] = ()
    form: str = ""

    @property
    def id(self) -> str:
        return f"{self.form}-{self.name}" if self.form else self.name


@dataclass(frozen=True)
class Asked:
    """A question with the text in its field and the message below it."""

    question: Question
    text: str
    error: str = ""

    @property
    def described(self) -> str:
        """Ids of the help and of the message."""
        about = f"about-{self.question.id}"
        return f"{about} error-{self.question.id}" if self.error else about


def asked(
    questions: tuple[Question, ...], texts: Mapping[str, str], errors: Mapping[str, str]
) -> list[Asked]:
    """The questions in their order with texts and messages by name."""
    return [Asked(q, texts.get(q.name, ""), errors.get(q.name, "")) for q in questions]
