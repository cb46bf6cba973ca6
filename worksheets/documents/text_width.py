"""How wide a text comes out in the documents' typeface, and where to break it.

Tables and drawings are laid out before anything is typeset, so they need the advance widths of
IBM Plex Sans. The figures are those of the font files in static/fonts.
"""

from __future__ import annotations

import unicodedata

# Advance widths of U+0020 to U+007E in thousandths of the type size.
_REGULAR = (
    "236 284 419 713 598 927 694 242 335 335 450 600 272 399 272 383 600 600 600 600 600 600 600 "
    "600 600 600 292 292 600 600 600 477 891 641 653 621 671 583 559 695 707 400 510 634 501 812 "
    "707 708 606 708 640 581 572 678 609 891 613 593 580 317 383 317 600 565 600 534 580 503 580 "
    "549 324 528 568 250 250 527 272 873 568 560 580 580 367 487 351 568 492 768 507 499 464 343 "
    "314 343 600"
)
_SEMIBOLD = (
    "236 309 471 656 600 960 713 260 337 337 556 600 298 402 298 437 600 600 600 600 600 600 600 "
    "600 600 600 318 318 600 600 600 493 899 672 663 642 689 600 577 712 719 423 545 678 521 816 "
    "719 712 641 712 664 611 580 690 638 949 655 632 599 329 437 329 600 559 600 559 600 513 600 "
    "558 350 545 588 276 276 562 294 888 588 563 600 600 393 499 374 588 524 819 544 524 502 363 "
    "376 363 600"
)
_WIDTHS = {
    bold: {chr(32 + place): int(width) for place, width in enumerate(figures.split())}
    for bold, figures in ((False, _REGULAR), (True, _SEMIBOLD))
}
_OTHER = 680
_EAST_ASIAN = 1000
_BREAK_AFTER = frozenset(" -_/.,:")


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line of text set in `size`, in the unit of `size`.

    Exact for printable ASCII; an upper estimate for other letters.
    """
    known = _WIDTHS[bold]
    return sum(known.get(letter) or _other(letter) for letter in text) * size / 1000


def _other(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return _EAST_ASIAN if unicodedata.east_asian_width(letter) in "WF" else _OTHER


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines no wider than `width`, without losing a character but blanks.

    Breaks after blanks and the marks that part names, and within a word that fits no line.
    """
    lines = []
    line = ""
    for piece in _pieces(text):
        if line and text_width((line + piece).rstrip(), size, bold=bold) > width:
            lines.append(line)
            line = ""
        while text_width(piece.rstrip(), size, bold=bold) > width and len(piece) > 1:
            head = _fitting(piece, width, size, bold)
            lines.append(head)
            piece = piece[len(head) :]
        line += piece
    return tuple(line.strip() for line in (*lines, line) if line.strip())


def shorten(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """The text, or its beginning with an ellipsis, no wider than `width`."""
    if text_width(text, size, bold=bold) <= width:
        return text
    while text and text_width(text + "…", size, bold=bold) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def _pieces(text: str) -> list[str]:
    pieces = [""]
    for letter in text:
        pieces[-1] += letter
        if letter in _BREAK_AFTER:
            pieces.append("")
    return [piece for piece in pieces if piece]


def _fitting(word: str, width: float, size: float, bold: bool) -> str:
    length = len(word)
    while length > 1 and text_width(word[:length], size, bold=bold) > width:
        length -= 1
    return word[:length]
