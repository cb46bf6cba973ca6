"""Journeys drive the product as it is served: a server process, a database file, Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Shared machines can be slow for seconds at a time; a right page passes at once either way.
expect.set_options(timeout=20_000)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[str]:
    """Address of a server with the sample clusters, new for each file of journeys."""
    folder = tmp_path_factory.mktemp("server")
    environment = os.environ | {
        "PLANNER_ENV": "development",
        "DATABASE_URL": f"sqlite:///{folder}/planner.sqlite3",
    }
    manage = [sys.executable, str(ROOT / "manage.py")]
    for command in (["migrate", "--verbosity", "0"], ["load_samples"]):
        subprocess.run([*manage, *command], check=True, env=environment, cwd=ROOT)
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "planner.wsgi:application"]
    log = (folder / "server.log").open("wb")
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz/", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()
    text = (folder / "server.log").read_text()
    assert "Traceback" not in text, text[-4000:]


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        assert process.poll() is None, "the server stopped at once"
        try:
            urllib.request.urlopen(address, timeout=1)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} did not answer within 15 seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, server: str):
    """Open a page as one of the demo people; extra arguments go to the browser context.

    Errors on the console or in scripts fail the journey.
    """
    contexts = []
    errors: list[str] = []

    def open_page(person: str = "anna", **options: object) -> Page:
        context = browser.new_context(
            base_url=server, viewport={"width": 1600, "height": 900}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "console",
            lambda message: errors.append(message.text) if _is_error(message) else None,
        )
        page.goto("/sign-in/")
        page.get_by_label("User name").fill(person)
        page.get_by_label("Password").fill(f"demo-{person}-only-here")
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(server + "/")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not errors


def _is_error(message: object) -> bool:
    """Whether a console message is an error; refusals of input (409, 422) are not."""
    text = message.text
    return message.type == "error" and "status of 4" not in text
