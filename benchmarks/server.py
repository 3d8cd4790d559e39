"""The server under load: saves and pages a second, what 19 of 20 wait at most, memory.

    .venv/bin/python benchmarks/server.py [--seconds N] [--paragraphs N …] [--clients N …]

The command itself serves on the loopback; another process asks it, through 1, 8 and 32 connections
at once, each of which sends its next request when it has the answer to the one before. A save is
what the editor sends while somebody types: another text of a paragraph each time, checked, compared
with the rest of its article, on the disk. At the end all texts that were acknowledged are looked
for in the history. `--pearmut FOLDER` names an environment with Pearmut in it: it is asked in the
same run.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench import workflow
from workbench.db import opened, write
from workbench.resources import resource_dir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

CLIENT = Path(__file__).with_name("server_load.py")
HOST = "127.0.0.1"
SENTENCE = "Il ponte sul Lentro riapre lunedì alle 17.30 dopo tre anni di lavori. " * 3
STEP = 100_000
"""From the ids of one copy of the shipped articles to those of the next."""
COPIED = (
    "article", "text", "paragraph", "version", "segment", "segment_part", "alignment",
    "alignment_segment", "finding", "score", "risk",
)  # fmt: skip
MOVED = re.compile(r"(?:\w+_)?id")
NEW_NAME = {"slug": "slug || '-{copy}'", "content_sha": "content_sha || '-{copy}'"}
NOT_MOVED = ("check_id",)


class Loaded(NamedTuple):
    """A database to be served."""

    path: Path
    paragraphs: int
    saves: list[dict[str, Any]]
    """Where to save: address, text and the event it is made on."""
    pages: dict[str, str]


def main() -> None:
    """Fill, serve, ask, print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=float, default=5, help="for each figure")
    parser.add_argument("--paragraphs", type=int, nargs="+", default=[300, 100_000])
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32])
    parser.add_argument("--pearmut", type=Path, help="a folder with Pearmut's environment in it")
    options = parser.parse_args()
    for paragraphs in options.paragraphs:
        with TemporaryDirectory() as folder:
            loaded = fill(Path(folder) / "workbench.db", paragraphs)
            for line in report(loaded, options.clients, options.seconds):
                say(line)
            if options.pearmut:
                say(peer(options.pearmut, loaded, options.clients, options.seconds))


def report(loaded: Loaded, clients: list[int], seconds: float) -> Iterator[str]:
    """The lines to print."""
    yield f"\n**{loaded.paragraphs:,} paragraphs**\n"
    heading = " | ".join(f"at {count}: a second | p50, ms | p95, ms" for count in clients)
    yield f"| | {heading} |"
    yield "| --- |" + " ---: |" * (3 * len(clients))
    with serving(loaded.path) as (port, server):
        before = memory(server)
        for name, address in loaded.pages.items():
            asked = [{"path": address}]
            yield row(name, [ask(port, asked, count, seconds) for count in clients])
        runs = [ask(port, loaded.saves, count, seconds) for count in clients]
        yield row("a save, checked and on the disk", runs)
        yield ""
        yield f"Memory: {before:,.0f} MB after the start, {memory(server):,.0f} MB at the end."
    said = [text for run in runs for text in run["acknowledged"]]
    with opened(loaded.path) as db:
        kept = {row["text"] for row in db.query("SELECT text FROM revision")}
    yield f"Acknowledged saves: {len(said):,}; lost: {len(set(said) - kept)}."


def peer(environment: Path, loaded: Loaded, clients: list[int], seconds: float) -> str:
    """The line of Pearmut's saves, of as many items, each client as a person of its own."""
    command, folder = environment / "bin" / "pearmut", loaded.path.parent / "pearmut"
    folder.mkdir()
    items = [[{"src": SENTENCE, "tgt": {"argo": SENTENCE}}]] * loaded.paragraphs
    info = {"assignment": "single-stream", "users": max(clients), "protocol": "DA"}
    campaign = {"campaign_id": "bench", "info": info, "data": items}
    (folder / "campaign.json").write_text(json.dumps(campaign))
    added = subprocess.run(  # noqa: S603 -- installed by whoever measures
        [command, "add", "campaign.json"], cwd=folder, capture_output=True, text=True, check=True
    )
    people = list(dict.fromkeys(re.findall(r"user_id=([\w-]+)", added.stdout)))
    saves = [
        {
            "path": "/log-response",
            "json": {"campaign_id": "bench", "user_id": person, "item_i": number, "payload": {}},
        }
        for number, person in enumerate(people)
    ]
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen(  # noqa: S603 -- as above
        [command, "run", "--port", str(port)],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        return row("Pearmut, a save", [ask(port, saves, count, seconds) for count in clients])
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    """Until something listens there."""
    for _ in range(300):
        with suppress(OSError), socket.create_connection((HOST, port)):
            return
        time.sleep(0.1)


def row(name: str, runs: list[dict[str, Any]]) -> str:
    """A line of the table."""
    cells = []
    for run in runs:
        times = sorted(run["times"]) * 2  # one is enough to say something
        quantiles = statistics.quantiles(times, n=20)
        cells.append(
            f"{len(run['times']) / run['seconds']:,.0f} | {quantiles[9]:.1f} | {quantiles[18]:.1f}"
        )
    return f"| {name} | " + " | ".join(cells) + " |"


def ask(port: int, requests: list[dict[str, Any]], clients: int, seconds: float) -> dict[str, Any]:
    """What another process saw when it asked for these through so many connections."""
    asked = json.dumps({"port": port, "requests": requests, "clients": clients, "seconds": seconds})
    done = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, CLIENT], input=asked, capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    if found["refused"]:
        sys.exit(f"{found['refused']}")
    if requests[0].get("text"):
        for request, base in zip(requests, found["bases"], strict=True):
            request["base"] = base
    return found


@contextmanager
def serving(path: Path) -> Iterator[tuple[int, int]]:
    """The port and the process id of the command that serves the database."""
    command = [sys.executable, "-m", "workbench", "serve", "--port", "0", "--db", str(path)]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(  # noqa: S603 -- our own program
        command, stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        if server.stdout is None:
            return
        for line in server.stdout:
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
            if found:
                time.sleep(3)  # the word lists are loaded meanwhile
                yield int(found[1]), server.pid
                break
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate()


def memory(process: int) -> float:
    """Megabytes that the process holds, itself and those it has started."""
    total = 0
    for each in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((each / "stat").read_text().rpartition(")")[2].split()[1])
            if process in (int(each.name), parent):
                status = (each / "status").read_text()
                total += int(re.findall(r"VmRSS:\s+(\d+)", status)[0])
        except (OSError, IndexError):
            continue
    return total / 1024


def fill(path: Path, wanted: int) -> Loaded:
    """A database with so many paragraphs: the shipped articles, and copies of them."""
    with opened(path) as db:
        folders = workflow.article_folders(resource_dir("corpus", "MANIFEST.toml"))
        for folder in folders:
            for _ in workflow.import_folder(db, folder):
                pass
        first = workflow.summaries(db)
        count = sum(each.segments for each in first)
        for copy in range(1, max(1, round(wanted / count))):
            copy_all(db, copy)
        places = [(each.slug, each.system) for each in first]
        loaded = Loaded(
            path,
            db.table("alignment_segment").count,
            [save for place in places for save in saves(db, *place)],
            {
                "an article": "/articles/{}/{}/".format(*places[0]),
                "the list of articles": "/articles/",
                "the queue": "/queue/",
            },
        )
        workflow.summaries(db)  # counts once what the copies have
    return loaded


def saves(db: Database, slug: str, system: str) -> list[dict[str, Any]]:
    """Where to save in an article."""
    return [
        {
            "path": f"/articles/{slug}/{system}/segments/{segment.id}/draft",
            "text": segment.target,
            "base": 0,
        }
        for segment in workflow.version(db, slug, system).segments
        if segment.source and segment.target
    ]


def copy_all(db: Database, copy: int) -> None:
    """One more copy of all the shipped articles."""
    if copy == 1:
        db.execute("PRAGMA foreign_keys = OFF")
    with write(db):
        for table in COPIED:
            names = [column.name for column in db.table(table).columns]
            values = [_moved(name, copy) for name in names]
            columns = ", ".join(f'"{name}"' for name in names)
            key = "id" if "id" in names else names[0]
            db.execute(
                f"INSERT INTO {table} ({columns}) SELECT {', '.join(values)} FROM {table}"  # noqa: S608
                f" WHERE {key} < {STEP}"
            )


def _moved(name: str, copy: int) -> str:
    if name in NEW_NAME:
        return NEW_NAME[name].format(copy=copy)
    if MOVED.fullmatch(name) and name not in NOT_MOVED:
        return f'"{name}" + {copy * STEP}'
    return f'"{name}"'


def say(line: str) -> None:
    """Print it at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
