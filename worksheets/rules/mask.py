"""Masks: patterns of names that people can read, such as {env}{app:3}{nn}.

What stands outside braces stands in the name as it is. In braces stand

    {nn}         a number with as many digits as there are n
    {env}        p, t or d: production, test, development
    {env:P|T|D}  the same with words of one's own, in that order
    {cluster}    the name of the cluster
    {a|b}        one of these
    {*}          anything, at least one character
    {app}        any other word: small letters and digits, a letter first; {app:3} exactly three
                 characters, {app:2-8} two to eight, {APP} capitals instead, {App} both.

Dead ends are remembered, so no mask and no name can make matching take long, which a regular
expression written by hand can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from worksheets.plan.markers import NAME_LENGTH
from worksheets.plan.rows.cluster_options import Environment

LONGEST = 200
ENVIRONMENTS = (Environment.PRODUCTION, Environment.TEST, Environment.DEVELOPMENT)
_LETTERS = dict(zip(ENVIRONMENTS, ("p", "t", "d"), strict=True))
_TOKEN = re.compile(r"\{([^{}]*)\}|([^{}]+)|([{}])")
_WORD = re.compile(r"([A-Za-z][A-Za-z0-9_]{0,30})(?::([0-9]{1,2})(?:-([0-9]{1,2}))?)?\Z")
_NUMBER = re.compile(r"n{1,6}\Z")
_DIGITS = frozenset("0123456789")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_CAPITAL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class MaskError(ValueError):
    """A mask that cannot be read; the message says where and what to write."""


@dataclass(frozen=True)
class Setting:
    """What a mask is matched in: the cluster's name and environment.

    Without one, as for an example on its own, any name and any environment do.
    """

    cluster: str
    environment: Environment


@dataclass(frozen=True)
class Piece:
    """One part of a mask.

    `name`: the word in braces, empty for plain text. `texts`: what it may be, or None where
    `letters` (the allowed characters; empty for any) and the lengths say it. `numbers`: digits
    that count up. A word, but not a number, begins with a letter.
    """

    name: str
    texts: tuple[str, ...] | None = None
    letters: frozenset[str] = frozenset()
    least: int = 1
    most: int = NAME_LENGTH
    numbers: bool = False
    environments: bool = False
    cluster: bool = False

    def fixed(self, setting: Setting | None) -> tuple[str, ...] | None:
        """The texts that it may be here; None when any word will do."""
        if self.cluster:
            return (setting.cluster,) if setting is not None else None
        if self.environments and self.texts is not None and setting is not None:
            return (self.texts[ENVIRONMENTS.index(setting.environment)],)
        return self.texts

    def ends(self, text: str, start: int, setting: Setting | None) -> Iterator[int]:
        """Positions up to which it can reach in a text, the longest first."""
        texts = self.fixed(setting)
        if texts is not None:
            for word in sorted(texts, key=len, reverse=True):
                if text.startswith(word, start):
                    yield start + len(word)
            return
        end = start
        while end < len(text) and end - start < self.most:
            character = text[end]
            if self.letters and character not in self.letters:
                break
            if end == start and self.letters and not self.numbers and character in _DIGITS:
                break
            end += 1
        yield from range(end, start + self.least - 1, -1)


@dataclass(frozen=True)
class Mask:
    """A mask that has been read."""

    text: str
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> tuple[Piece, ...]:
        """The pieces that somebody has to choose: words and choices, no numbers."""
        return tuple(
            piece
            for piece in self.pieces
            if piece.name and not (piece.numbers or piece.environments or piece.cluster)
        )

    def read(self, name: str, setting: Setting | None) -> dict[str, str] | None:
        """The words of a name by their names in the mask; None when it does not follow it.

        Where a name can be read in several ways, words on the left are as long as possible.
        """
        if len(name) > LONGEST:
            return None
        dead: set[tuple[int, int]] = set()

        def parts(index: int, start: int) -> list[tuple[str, str]] | None:
            if index == len(self.pieces):
                return [] if start == len(name) else None
            if (index, start) in dead:
                return None
            piece = self.pieces[index]
            for end in piece.ends(name, start, setting):
                rest = parts(index + 1, end)
                if rest is not None:
                    return [(piece.name, name[start:end]), *rest] if piece.name else rest
            dead.add((index, start))
            return None

        found = parts(0, 0)
        return None if found is None else dict(found)

    def write(self, words: Mapping[str, str], number: int, setting: Setting) -> str | None:
        """The name of these words and this number; None when a word is missing or too large."""
        parts = []
        for piece in self.pieces:
            texts = piece.fixed(setting)
            if piece.numbers:
                digits = f"{number:0{piece.least}d}"
                if len(digits) > piece.most:
                    return None
                parts.append(digits)
            elif texts is not None and len(texts) == 1:
                parts.append(texts[0])
            elif piece.name in words:
                parts.append(words[piece.name])
            else:
                return None
        return "".join(parts)


@lru_cache(maxsize=1024)
def read_mask(text: str) -> Mask:
    """Read a mask. Raises MaskError."""
    if not text or len(text) > LONGEST:
        raise MaskError(f"A mask has 1 to {LONGEST} characters.")
    pieces: list[Piece] = []
    for inside, plain, brace in (match.groups() for match in _TOKEN.finditer(text)):
        if brace:
            raise MaskError(f"There is a single {brace} in the mask; braces come in pairs.")
        piece = Piece("", texts=(plain,)) if plain is not None else _piece(inside)
        if piece.name and any(piece.name == other.name for other in pieces):
            raise MaskError(
                f"{{{piece.name}}} stands in the mask twice; give the second one another name."
            )
        pieces.append(piece)
    if sum(piece.numbers for piece in pieces) > 1:
        raise MaskError("The mask has two numbers; keep one, so that the next name is clear.")
    if all(not piece.name for piece in pieces):
        raise MaskError(
            "The mask names one thing only; add a part in braces that differs, such as {nn}."
        )
    return Mask(text, tuple(pieces))


def _piece(inside: str) -> Piece:
    """What stands between two braces."""
    if inside == "*":
        return Piece("*")
    if _NUMBER.match(inside):
        return Piece("n", letters=_DIGITS, least=len(inside), most=len(inside), numbers=True)
    if inside == "cluster":
        return Piece("cluster", cluster=True)
    if inside == "env" or inside.startswith("env:"):
        return _environment(inside)
    if "|" in inside:
        texts = tuple(inside.split("|"))
        if not all(texts):
            raise MaskError(f"{{{inside}}} has an empty choice; write a word on both sides of |.")
        return Piece(inside, texts=texts)
    return _word(inside)


def _environment(inside: str) -> Piece:
    texts = tuple(inside[4:].split("|")) if ":" in inside else tuple(_LETTERS.values())
    if len(texts) != len(ENVIRONMENTS) or not all(texts) or len(set(texts)) < len(texts):
        raise MaskError(
            f"{{{inside}}} needs three different words, for production, test and development, "
            "such as {env:prd|tst|dev}."
        )
    return Piece("env", texts=texts, environments=True)


def _word(inside: str) -> Piece:
    match = _WORD.match(inside)
    if match is None:
        raise MaskError(
            f"{{{inside[:40]}}} cannot be read; write for instance {{nn}}, {{app:3}}, {{app:2-8}} "
            "or {db|web}."
        )
    name = match[1]
    least = int(match[2]) if match[2] else 1
    most = int(match[3]) if match[3] else (least if match[2] else NAME_LENGTH)
    if not 1 <= least <= most <= NAME_LENGTH:
        raise MaskError(
            f"{{{inside}}} needs lengths from 1 to {NAME_LENGTH}, the smaller one first."
        )
    letters = _SMALL | _CAPITAL
    if name == name.lower():
        letters = _SMALL
    elif name == name.upper():
        letters = _CAPITAL
    return Piece(name, letters=letters | _DIGITS, least=least, most=most)
