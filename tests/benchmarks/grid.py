"""Measures the grid with 2,000 rows in Chromium: from a key to the painted page.

    PLANNER_ENV=development python -m tests.benchmarks.grid

Starts a server with a database of its own, opens the worksheet of disk paths, and prints medians
and the worst of twenty for each key, the time until the page is there, and until a saved row is
painted. The number in brackets is the same key in a worksheet of 20 rows, in the same run.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Locator, Page, sync_playwright

from tests.journeys.conftest import CHROMIUM, FLAGS, ROOT, free_port, wait_for

ROWS = {"large": 2_000, "small": 20}
KEYS = {
    "ArrowDown": [],
    "ArrowRight": ["ArrowLeft"],
    "PageDown": ["PageUp"],
    "Shift+ArrowDown": [],
    "Enter": ["Escape"],
}
# From the key's event to the first moment after the frame that shows its effect.
PAINTED = """async ([key, shift]) => {
  const start = performance.now();
  const how = {key, shiftKey: shift, bubbles: true, cancelable: true};
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", how));
  await new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  return performance.now() - start;
}"""
MAKE = """
from planner.accounts.models import Membership, User
from tests.benchmarks.fixtures import disk_paths
from worksheets.plan.plan_file import encode
from worksheets.services.clusters import import_plan
anna = User.objects.get(username="anna")
team = Membership.objects.filter(user=anna).first().team_id
for name, rows in {rows}.items():
    print(import_plan(actor=anna, team_id=team, data=encode(disk_paths(name, rows))).pk)
"""


@contextmanager
def served() -> Iterator[tuple[str, dict[str, str]]]:
    """Address of a server and the numbers of its two clusters, by name."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "PLANNER_ENV": "development",
            "DATABASE_URL": f"sqlite:///{folder}/planner.sqlite3",
        }
        manage = [sys.executable, str(ROOT / "manage.py")]
        for command in (["migrate", "--verbosity", "0"], ["load_samples"]):
            subprocess.run(
                [*manage, *command],
                check=True,
                env=environment,
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
            )
        made = subprocess.run(
            [*manage, "shell", "--no-imports", "-c", MAKE.format(rows=ROWS)],
            check=True,
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        port = free_port()
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
        command += ["planner.wsgi:application"]
        with (Path(folder) / "log").open("wb") as log:
            process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=log, stderr=log)
            try:
                wait_for(f"http://127.0.0.1:{port}/healthz/", process)
                numbers = dict(zip(ROWS, made.stdout.split(), strict=True))
                yield f"http://127.0.0.1:{port}", numbers
            finally:
                process.terminate()
                process.wait(timeout=20)


def press(page: Page, key: str) -> float:
    """Milliseconds from the key to the painted page."""
    plain = key.removeprefix("Shift+")
    return float(page.evaluate(PAINTED, [plain, plain != key]))


def measure(page: Page, cluster: str) -> dict[str, list[float]]:
    """Milliseconds by key, twenty of each; then until the page is there, and a row is saved."""
    found: dict[str, list[float]] = {}
    page.goto(f"/clusters/{cluster}/disk_path/")
    cell = page.locator("tbody.row:nth-of-type(3) td[data-col=hdisk]")
    for key, back in KEYS.items():
        cell.click()
        times = []
        for _ in range(20):
            times.append(press(page, key))
            for other in back:
                press(page, other)
        found[key] = times
        page.keyboard.press("Escape")
    found["page"] = [_load(page) for _ in range(3)]
    found["save"] = [_save(page, cell, f"hdisk{900 + number}") for number in range(5)]
    return found


def _load(page: Page) -> float:
    start = perf_counter()
    page.reload(wait_until="load")
    page.evaluate("new Promise((done) => requestAnimationFrame(done))")
    return (perf_counter() - start) * 1000


def _save(page: Page, cell: Locator, text: str) -> float:
    cell.click()
    page.keyboard.type(text)
    start = perf_counter()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "text => document.querySelector("
        "'tbody.row:nth-of-type(3) td[data-col=hdisk] > .text')?.textContent === text",
        arg=text,
    )
    return (perf_counter() - start) * 1000


def main() -> None:
    with served() as (address, clusters), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(
            base_url=address, viewport={"width": 1600, "height": 900}
        ).new_page()
        page.goto("/sign-in/")
        page.get_by_label("User name").fill("anna")
        page.get_by_label("Password").fill("demo-anna-only-here")
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(address + "/")
        small, large = (measure(page, clusters[name]) for name in ("small", "large"))
        for key, times in large.items():
            middle, worst = statistics.median(times), max(times)
            beside = statistics.median(small[key])
            print(f"{key:16} {middle:7.1f} ms   worst {worst:7.1f} ms   ({beside:.1f} ms)")
        browser.close()


if __name__ == "__main__":
    main()
