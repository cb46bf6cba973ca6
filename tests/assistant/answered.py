"""Answers to the assistant's questions."""

from __future__ import annotations

from worksheets.assistant.questions import QUESTIONS

ALL = {name: question.initial or question.example for name, question in QUESTIONS.items()}
"""Every question answered as its example says."""

LEAST = {name: ALL[name] for name, question in QUESTIONS.items() if question.required}
"""Only what must be answered."""


def answered(**changes: str) -> dict[str, str]:
    """All answers, some of them changed."""
    return {**ALL, **changes}
