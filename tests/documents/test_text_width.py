"""The widths in the code are those of the fonts that ship."""

from __future__ import annotations

import pytest
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from worksheets.documents.text_width import shorten, text_width, wrap


@pytest.mark.parametrize(
    ("bold", "file"), [(False, "IBMPlexSans-Regular.woff2"), (True, "IBMPlexSans-SemiBold.woff2")]
)
def test_widths_of_ascii_are_those_of_the_font_file(bold, file):
    font = TTFont(finders.find(f"fonts/{file}"))
    letters, metrics = font.getBestCmap(), font["hmtx"]
    for code in range(0x20, 0x7F):
        assert text_width(chr(code), 1000, bold=bold) == metrics[letters[code]][0]
    latin = [metrics[letters[code]][0] for code in range(0xC0, 0x180) if code in letters]
    assert sum(latin) / len(latin) < text_width("é", 1000, bold=bold)


def test_lines_are_no_wider_than_asked_and_lose_nothing():
    text = "net_ether_01 via switch-a, switch-b and averyveryverylongwordwithoutanybreak"
    lines = wrap(text, 80, 10)
    assert len(lines) > 3
    assert max(text_width(line, 10) for line in lines) <= 80
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_width_too_small_for_a_letter_still_ends():
    assert wrap("abc", 1, 10) == ("a", "b", "c")


def test_shortened_text_fits_and_says_so():
    assert shorten("short", 100, 10) == "short"
    cut = shorten("a long text that does not fit", 60, 10)
    assert cut.endswith("…")
    assert text_width(cut, 10) <= 60
