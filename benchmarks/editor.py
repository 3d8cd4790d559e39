"""The editor in a real browser, on an article of 2,000 paragraphs: how long each thing takes.

    .venv/bin/python benchmarks/editor.py [--rounds N]

The article is made of the shipped ones, served by the command itself on the loopback. Times are
what a person waits, from the key to the last change on the page; medians, and what 19 of 20 stay
under.
The same browser opening a page of one paragraph tells how much of it is the machine's.
"""

from __future__ import annotations

import argparse
import logging
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from workbench import workflow
from workbench.db import opened, prepare
from workbench.ingest import from_paste
from workbench.resources import resource_dir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import CDPSession, Page
    from sqlite_utils import Database

PAIRS = 2_000
EDITS = 500
CHROMIUM = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-sync", "--disable-background-networking", "--disable-component-update",
]  # fmt: skip

# From the key to the moment when the next field has the focus and has been painted.
NEXT = """
() => new Promise((done) => {
  const before = document.activeElement;
  const start = performance.now();
  const look = () => {
    const now = document.activeElement;
    if (now !== before && now.matches("textarea")) {
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
    } else setTimeout(look, 1);
  };
  before.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", ctrlKey: true, bubbles: true}));
  look();
})
"""
# From the last letter to the findings of the new text, without the pause that the page waits.
RECHECK = """
() => new Promise((done) => {
  const field = document.activeElement;
  const list = field.form.querySelector(".findings");
  field.setRangeText(" the the", field.value.length, field.value.length, "end");
  field.dispatchEvent(new Event("input", {bubbles: true}));
  const start = performance.now();
  const look = () => {
    if (field.form.querySelector(".findings") !== list) done(performance.now() - start - 1500);
    else setTimeout(look, 1);
  };
  look();
})
"""


def main() -> None:
    """Make the articles, serve them, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=10, help="how often a page is opened")
    options = parser.parse_args()
    logging.disable(logging.INFO)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium found: install it first.")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "workbench.db"
        large, small = make_articles(path)
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        with serving(path) as (address, server):
            page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en-GB")
            sys.stdout.writelines(
                f"{line}\n" for line in report(page, address, large, small, server, options.rounds)
            )


def report(
    page: Page, address: str, large: str, small: str, server: int, rounds: int
) -> Iterator[str]:
    """The lines to print."""
    yield "| what a person waits for | median, ms | 95 % under, ms |"
    yield "| --- | ---: | ---: |"
    _, *again = opening(page, address + small, rounds)
    yield row("to open an article of one paragraph", again)
    first, *again = opening(page, address + large, rounds)
    yield row(f"to open {PAIRS:,} paragraphs, for the first time since the server began", [first])
    yield row("the same, later", again)
    page.locator("textarea").focus()
    yield row(
        "to confirm, and stand in the next, after a second in it", repeat(page, NEXT, 20, 1000)
    )
    yield row("the same, one behind the other", repeat(page, NEXT, 50))
    yield row("to see what the checks say of a new text", repeat(page, RECHECK, 10))
    yield ""
    page.goto(address + large)
    page.locator("textarea").focus()
    devtools = page.context.new_cdp_session(page)
    repeat(page, NEXT, 50)
    before = sizes(devtools, server)
    edits = [edit(page, number) for number in range(EDITS)]
    after = sizes(devtools, server)
    yield row(f"the last 50 of {EDITS} edits, each confirmed", edits[-50:])
    yield ""
    yield f"| | before {EDITS} edits | after |"
    yield "| --- | ---: | ---: |"
    for name in before:
        yield f"| {name} | {before[name]:,.1f} | {after[name]:,.1f} |"


def opening(page: Page, address: str, rounds: int) -> list[float]:
    """Milliseconds from asking for the page to its being there and its keys at work.

    One more than `rounds`: of a first opening and of those that follow.
    """
    times = []
    for _ in range(rounds + 1):
        page.goto(address)
        page.wait_for_selector("[data-help]", state="visible")
        times.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    return times


def repeat(page: Page, script: str, times: int, breath: int = 50) -> list[float]:
    """What the script gives, that often, after so many milliseconds of rest each time."""
    found = []
    for _ in range(times):
        page.wait_for_timeout(breath)
        found.append(page.evaluate(script))
    return found


def edit(page: Page, number: int) -> float:
    """Milliseconds of one confirmation behind a change of the text."""
    page.evaluate(
        """number => {
            const field = document.activeElement;
            field.setRangeText(` ${number}`, field.value.length, field.value.length, "end");
            field.dispatchEvent(new Event("input", {bubbles: true}));
        }""",
        number,
    )
    return float(page.evaluate(NEXT))


def sizes(devtools: CDPSession, server: int) -> dict[str, float]:
    """What browser and server hold, after the browser has swept."""
    for _ in range(3):
        devtools.send("HeapProfiler.collectGarbage")
    devtools.send("Performance.enable")
    metrics = {m["name"]: m["value"] for m in devtools.send("Performance.getMetrics")["metrics"]}
    status = Path(f"/proc/{server}/status").read_text(encoding="utf-8")
    resident = re.search(r"VmRSS:\s+([0-9]+)", status)
    return {
        "script memory, MB": metrics["JSHeapUsedSize"] / 1e6,
        "nodes of the page, thousands": metrics["Nodes"] / 1e3,
        "listeners": metrics["JSEventListeners"],
        "server's memory, MB": int(resident[1]) / 1e3 if resident else 0.0,
    }


def row(name: str, times: list[float]) -> str:
    """One line of the table."""
    worst = statistics.quantiles(times, n=20, method="inclusive")[-1] if times[1:] else times[0]
    return f"| {name} | {statistics.median(times):,.0f} | {worst:,.0f} |"


def make_articles(path: Path) -> tuple[str, str]:
    """The addresses of an article of 2,000 paragraphs and of one of one, in a new database."""
    prepare(path)
    with opened(path) as db:
        large = make_article(db, PAIRS, "long")
        small = make_article(db, 1, "short")
    return large, small


def make_article(db: Database, pairs: int, name: str) -> str:
    """The address of an article of so many shipped paragraphs, each with a number of its own."""
    numbered = enumerate(islice(shipped(), pairs))
    chosen = [(f"{i}. {italian}", f"{i}. {english}") for i, (italian, english) in numbered]
    source, target = (from_paste("\n\n".join(side)) for side in zip(*chosen, strict=True))
    done = workflow.import_pair(db, source, target, system="argo", slug=name)
    return f"/articles/{done.slug}/{done.system}/"


def shipped() -> Iterator[tuple[str, str]]:
    """The paragraphs of the shipped articles that have both sides, over and over."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shipped.db"
        prepare(path)
        with opened(path) as db:
            list(workflow.import_folder(db, resource_dir("corpus", "MANIFEST.toml")))
            pairs = [
                (segment.source, segment.target)
                for each in workflow.summaries(db)
                for segment in workflow.version(db, each.slug, each.system).segments
                if segment.role == "body" and segment.source and segment.target
            ]
    return cycle(pairs)


@contextmanager
def serving(path: Path) -> Iterator[tuple[str, int]]:
    """The command's own server on a free port: its address and process."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603 -- our own command
        [sys.executable, "-m", "workbench", "serve", "--port", str(port), "--db", str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
