"""A server that is killed under load, again and again: how many acknowledged saves are lost.

    .venv/bin/python benchmarks/durability.py [--kills N] [--writers N] [--trace]

Writers save drafts over the loopback, each in paragraphs of its own, and note what the server
acknowledged. After a random time the server gets SIGKILL in the middle of it. Then the file is
opened as it was left: every acknowledged text must be in the history, under the number that the
answer gave, SQLite must find the file sound, and `workbench doctor` nothing bad. The next server
goes on with the same file.

With --trace the server runs under strace instead, and is left alone: each answer to a save must
come after the log of the database was forced to the disk, for only then the save survives the
machine.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from workbench import workflow
from workbench.db import connect, opened
from workbench.resources import resource_dir
from workbench.store import copies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ARTICLE = "manovra-2027"
WARM = 20
"""Saves after which the server has read its word lists and is at full speed."""
SERVE = [sys.executable, "-m", "workbench", "serve", "--port", "0"]


class Saved(NamedTuple):
    """What the server acknowledged."""

    segment: int
    revision: int
    text: str


@dataclass
class Load:
    """Writers that save for as long as the server answers."""

    port: int
    place: str
    bases: dict[int, int]
    """The newest save of each paragraph."""
    writers: int
    acknowledged: list[Saved] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """What the server said where it saved nothing."""
    stop: threading.Event = field(default_factory=threading.Event)
    began: threading.Event = field(default_factory=threading.Event)

    def start(self) -> list[threading.Thread]:
        """Begin; the threads end when the server does, or at `stop`."""
        shares = [list(self.bases)[number :: self.writers] for number in range(self.writers)]
        threads = [threading.Thread(target=self._write, args=(share,)) for share in shares]
        for thread in threads:
            thread.start()
        return threads

    def _write(self, share: Sequence[int]) -> None:
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            while not self.stop.is_set():
                for segment in share:
                    saved = self._save(client, segment)
                    if saved is None:
                        continue
                    self.bases[segment] = saved.revision
                    self.acknowledged.append(saved)
                    if len(self.acknowledged) >= WARM:
                        self.began.set()
        except (OSError, http.client.HTTPException):
            return  # the server is gone
        finally:
            client.close()

    def _save(self, client: http.client.HTTPConnection, segment: int) -> Saved | None:
        text = f"Draft {random.getrandbits(64):x} of paragraph {segment}."
        form = {"text": text, "base": self.bases[segment]}
        client.request(
            "POST",
            f"{self.place}segments/{segment}/draft",
            urlencode(form),
            {"Content-Type": "application/x-www-form-urlencoded"},
        )
        answer = client.getresponse()
        said = answer.read()
        if answer.status == 503:
            self.refused.append(
                re.sub(r"(?s).*<p [^>]*alert[^>]*>(.*?)</p>.*", r"\1", said.decode())
            )
            return None
        if answer.status != 200:
            raise RuntimeError(f"{answer.status}: {said.decode()[:300]}")
        return Saved(segment, json.loads(said)["revision"], text)


def newest(path: Path, segments: Sequence[int]) -> dict[int, int]:
    """The number of each paragraph's newest save; 0 where there is none."""
    with closing(connect(path)) as db:
        rows = db.query("SELECT segment_id, max(id) AS id FROM revision GROUP BY segment_id")
        return dict.fromkeys(segments, 0) | {row["segment_id"]: row["id"] for row in rows}


def prepare(path: Path) -> tuple[str, list[int]]:
    """One article in a new file: its address, and its paragraphs."""
    with opened(path) as db:
        folder = resource_dir("corpus", "MANIFEST.toml") / ARTICLE
        done = next(workflow.import_folder(db, folder))
        version = workflow.version(db, done.slug, done.system)
        return f"/articles/{done.slug}/{done.system}/", [segment.id for segment in version.segments]


def serve(path: Path) -> tuple[subprocess.Popen[str], int]:
    """A server of its own process, and its port."""
    process = subprocess.Popen(  # noqa: S603 -- our own command
        [*SERVE, "--db", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    for line in process.stdout or ():
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if found:
            return process, int(found.group(1))
    raise RuntimeError("the server did not start")


def kill_once(path: Path, place: str, segments: Sequence[int], writers: int = 8) -> Load:
    """Serve, save, kill in the middle of it; what had been acknowledged then."""
    process, port = serve(path)
    load = Load(port, place, newest(path, segments), writers)
    threads = load.start()
    try:
        load.began.wait(60)
        time.sleep(random.uniform(0.2, 1.5))  # noqa: S311 -- not for secrets
    finally:
        process.kill()
        process.communicate()
        for thread in threads:
            thread.join()
    return load


def lost(path: Path, acknowledged: Sequence[Saved]) -> list[Saved]:
    """Which of these are not in the history as they were acknowledged."""
    with closing(connect(path)) as db:
        kept = {
            Saved(row["segment_id"], row["id"], row["text"])
            for row in db.query("SELECT id, segment_id, text FROM revision")
        }
    return [saved for saved in acknowledged if saved not in kept]


def wrong(path: Path) -> list[str]:
    """What SQLite or the doctor finds wrong with the file as it was left."""
    with closing(connect(path)) as db:
        broken = copies.faults(db)
    return broken + [str(each.said) for each in workflow.examine(path) if each.state == "bad"]


def traced(path: Path, place: str, segments: Sequence[int], seconds: float) -> tuple[int, int]:
    """Answers to saves that were sent, and those of them sent before the log was on the disk."""
    process, port = serve(path)
    load = Load(port, place, newest(path, segments), 4)
    threads = load.start()
    load.began.wait(60)
    calls = "trace=pwrite64,fsync,fdatasync,sendto,sendmsg"
    watch = ["strace", "-f", "-y", "-s", "40", "-e", calls, "-o", "trace", "-p", str(process.pid)]
    with subprocess.Popen(watch, cwd=path.parent, stderr=subprocess.DEVNULL) as strace:  # noqa: S603 -- as above
        time.sleep(seconds)
        strace.send_signal(signal.SIGINT)
    load.stop.set()
    for thread in threads:
        thread.join()
    process.kill()
    process.communicate()
    return early((path.parent / "trace").read_text(errors="replace").splitlines())


def early(calls: Iterator[str] | list[str]) -> tuple[int, int]:
    """Of a trace, the answers to saves and those that came before the log was on the disk.

    A thread handles one request from its beginning to its end, so that what it wrote into the log
    belongs to the answer that it sends next. Whoever forced the log to the disk: that must have
    begun after the thread had written, and have ended before the answer.
    """
    wrote: dict[str, int] = {}
    forcing: dict[str, int] = {}
    forced = -1
    answers = too_early = 0
    for now, line in enumerate(calls):
        thread, _, call = line.partition(" ")
        if "-wal>" in call and "pwrite64(" in call:
            wrote[thread] = now
        elif "-wal>" in call and re.search(r"f(data)?sync\(", call):
            forcing[thread] = now
        if "unfinished" not in call and "sync" in call and thread in forcing:
            forced = max(forced, forcing.pop(thread))
        elif "HTTP/1.1 200" in call and thread in wrote:
            answers += 1
            too_early += forced < wrote.pop(thread)
    return answers, too_early


def say(*parts: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(" ".join(parts) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Kill and count, or trace and count."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--trace", action="store_true")
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbench.db"
        place, segments = prepare(path)
        if chosen.trace:
            answers, too_early = traced(path, place, segments, 10)
            say(f"{answers} answers to saves, {too_early} before the log was on the disk")
            return
        totals = Counter[str]()
        for number in range(1, chosen.kills + 1):
            load = kill_once(path, place, segments, chosen.writers)
            found = wrong(path)
            totals["acknowledged"] += len(load.acknowledged)
            totals["lost"] += len(lost(path, load.acknowledged))
            totals["refused"] += len(load.refused)
            totals["files with anything wrong"] += bool(found)
            say(f"kill {number}:", ", ".join(f"{n} {what}" for what, n in totals.items()))
            say(*found, *set(load.refused))


if __name__ == "__main__":
    main()
