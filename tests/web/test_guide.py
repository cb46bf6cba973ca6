"""The page about the planning guide."""

from __future__ import annotations

import html
import re

import pytest

from worksheets.sheets.guide import GUIDE, beyond_the_guide
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db


@pytest.fixture
def text(client, architect):
    client.force_login(architect)
    return client.get("/guide/").content.decode()


def test_every_printed_worksheet_stands_in_its_row(text):
    rows = re.findall(r"<tr><td>(\d+)</td><th scope=\"row\">([^<]+)</th>", text)
    assert rows == [(str(printed.number), printed.title) for printed in GUIDE]
    assert text.count("obsolete</span>") == 11


def test_a_row_names_the_worksheets_that_hold_it_now(text):
    row = next(line for line in text.splitlines() if "Cluster events</th>" in line)
    assert "Cluster events, Custom events, Remote notifications</td>" in row


def test_an_obsolete_worksheet_says_what_took_its_place(text):
    row = next(line for line in text.splitlines() if "Users of WebSMIT</th>" in line)
    assert "WebSMIT was removed." in row
    assert "Administrators" in row


def test_later_worksheets_are_listed_with_what_they_are_for(text):
    later = beyond_the_guide(tuple(sheets()))
    titles = [html.unescape(title) for title in re.findall(r"<dt>([^<]+)</dt>", text)]
    assert titles == [sheets()[slug].title for slug in later]
    assert "monitoring_item" in later


def test_the_guide_is_linked_from_every_page_and_from_the_rules(client, architect):
    client.force_login(architect)
    assert client.get("/").content.decode().count('href="/guide/"') == 1
    assert client.get("/rules/").content.decode().count('href="/guide/"') == 2
