"""What the browser and the documents load is shipped, complete and self-contained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "static" / "fonts"
FACES = [
    "IBMPlexSans-Regular",
    "IBMPlexSans-Italic",
    "IBMPlexSans-SemiBold",
    "IBMPlexSans-Bold",
    "IBMPlexMono-Regular",
    "IBMPlexMono-SemiBold",
]
LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x180)}
IN_TEXT = set(map(ord, "–—‘’“”…•×−≤≥←↑→↓↔✓"))
SHAPES = set(map(ord, "■□▲△▶▼●○◆✓✗⚠"))


def characters(name: str) -> set[int]:
    return set(TTFont(FONTS / f"{name}.woff2").getBestCmap())


@pytest.mark.parametrize("face", FACES)
def test_each_face_has_latin_letters_and_the_signs_of_running_text(face):
    assert characters(face) >= LATIN | IN_TEXT


def test_the_font_of_shapes_has_them():
    assert characters("NotoSansSymbols2-Shapes") >= SHAPES


def test_fonts_may_be_embedded_and_come_with_their_licence():
    for file in FONTS.glob("*.woff2"):
        font = TTFont(file)
        assert font["OS/2"].fsType == 0, f"{file.name} restricts embedding"
        assert font["head"].unitsPerEm == 1000, file.name
    for licence in ("OFL-IBMPlex.txt", "OFL-NotoSansSymbols2.txt"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / licence).read_text(encoding="utf-8").upper()


def test_production_can_collect_every_file_that_is_referred_to(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    assert (tmp_path / "staticfiles.json").exists()
    assert list(tmp_path.glob("fonts/IBMPlexSans-Regular.*.woff2"))


def test_stylesheets_and_scripts_load_nothing_from_elsewhere():
    for file in [*ROOT.glob("static/app/*.css"), *ROOT.glob("static/app/*.js")]:
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/", "")
        assert not re.search(r"(https?:)?//[\w.-]+\.\w{2,}/", text), file.name
