"""Whoever has committed goes on when the disk has it, and not before; one answer serves many."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.turns import Turns, sync_log, turns_of

if TYPE_CHECKING:
    from pathlib import Path


class Disk:
    """Keeps what had been committed when a sync of it began."""

    def __init__(self) -> None:
        self.committed: set[str] = set()
        self.kept: set[str] = set()
        self.syncs = 0

    def sync(self) -> None:
        began_with = set(self.committed)
        self.syncs += 1
        threading.Event().wait(0.001)
        self.kept |= began_with


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6))
def test_what_was_committed_is_on_the_disk_when_it_is_settled(writers: list[int]) -> None:
    disk = Disk()
    turns = Turns(disk.sync)
    lost: list[str] = []

    def write(name: int, times: int) -> None:
        for each in range(times):
            text = f"{name}-{each}"
            with turns.one(10):
                disk.committed.add(text)
            turns.settle()
            if text not in disk.kept:
                lost.append(text)

    threads = [threading.Thread(target=write, args=each) for each in enumerate(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert lost == []
    assert disk.syncs <= sum(writers)


def test_those_who_wait_together_share_one_answer_of_the_disk() -> None:
    disk, waiting = Disk(), threading.Barrier(9)
    hold, begun = threading.Event(), threading.Event()

    def sync() -> None:
        begun.set()
        hold.wait(10)
        disk.sync()

    turns = Turns(sync)

    def write() -> None:
        waiting.wait(10)
        turns.settle()

    first = threading.Thread(target=turns.settle)
    first.start()
    assert begun.wait(10)
    others = [threading.Thread(target=write) for _ in range(8)]
    for thread in others:
        thread.start()
    waiting.wait(10)
    while turns._committed < 9:
        pass
    hold.set()
    for thread in (first, *others):
        thread.join()
    assert disk.syncs == 2


def test_a_disk_that_fails_lets_nobody_go_on_as_if_it_had_not() -> None:
    def fail() -> None:
        raise OSError("no space")

    turns = Turns(fail)
    for _ in range(2):
        with pytest.raises(OSError, match="no space"):
            turns.settle()


def test_whoever_waits_too_long_for_the_turn_goes_on() -> None:
    turns = Turns(lambda: None)
    with turns.one(10), turns.one(0.01):
        pass
    with turns.one(0):
        pass


def test_all_who_open_a_file_share_its_turns_and_a_missing_log_needs_no_sync(
    tmp_path: Path,
) -> None:
    path = str(tmp_path / "w.db")
    assert turns_of(path) is turns_of(path)
    sync_log(path)
