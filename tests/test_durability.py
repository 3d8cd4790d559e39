"""A server that is killed while people save: what it acknowledged is there, the file sound."""

from __future__ import annotations

import runpy
from pathlib import Path

from workbench.db import opened

BENCHMARK = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "durability.py"))

WRITE = '7 pwrite64(12</srv/w.db-wal>, "x", 24, 32) = 24'
SYNC = "7 fdatasync(12</srv/w.db-wal>) = 0"
ANSWER = '7 sendto(15<socket:[1]>, "HTTP/1.1 200 OK", 384, 0, NULL, 0) = 384'
OTHER = '8 sendto(16<socket:[2]>, "HTTP/1.1 200 OK", 384, 0, NULL, 0) = 384'


def test_no_acknowledged_save_is_lost_when_the_server_is_killed(db_path: Path) -> None:
    place, segments = BENCHMARK["prepare"](db_path)
    for _ in range(2):
        acknowledged = BENCHMARK["kill_once"](db_path, place, segments, writers=4).acknowledged
        assert acknowledged
        assert BENCHMARK["wrong"](db_path) == []
        assert BENCHMARK["lost"](db_path, acknowledged) == []


def test_a_save_that_is_lost_would_be_noticed(db_path: Path) -> None:
    _, segments = BENCHMARK["prepare"](db_path)
    with opened(db_path):
        saved = BENCHMARK["Saved"](segments[0], 1, "Never saved.")
        assert BENCHMARK["lost"](db_path, [saved]) == [saved]


def test_an_answer_before_the_log_is_on_the_disk_would_be_noticed() -> None:
    early = BENCHMARK["early"]
    assert early([WRITE, SYNC, ANSWER]) == (1, 0)
    assert early([WRITE, ANSWER, SYNC]) == (1, 1)
    assert early([WRITE, SYNC, WRITE, OTHER, ANSWER]) == (1, 1)
    assert early([ANSWER, OTHER]) == (0, 0)
