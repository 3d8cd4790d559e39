"""What became of many tries, and how a try is watched."""

from __future__ import annotations

import signal
import time
import traceback
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

SECONDS = 20
"""A try that takes longer hangs."""


class Hang(Exception):
    """A try took longer than it may."""


@dataclass
class Tally:
    """How many tries there were, and how they ended."""

    tries: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    """Tries by how they ended: ``done``, ``refused``, a status."""
    slowest: float = 0
    failures: dict[str, str] = field(default_factory=dict)
    """One input for each place in the code that failed."""

    def __iadd__(self, other: Tally) -> Tally:
        self.tries += other.tries
        self.ends += other.ends
        self.slowest = max(self.slowest, other.slowest)
        self.failures = other.failures | self.failures
        return self

    def note(self, end: str, seconds: float) -> None:
        """One more try."""
        self.tries += 1
        self.ends[end] += 1
        self.slowest = max(self.slowest, seconds)

    def fail(self, error: BaseException, given: object) -> None:
        """Keep the input on which something failed where it had not failed before."""
        self.failures.setdefault(f"{type(error).__name__} at {place(error)}", repr(given)[:2000])


def place(error: BaseException) -> str:
    """The last line of ours that an error came through."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "/workbench/" in f.filename]
    last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno} ({error})"[:200]


@contextmanager
def watched() -> Iterator[None]:
    """End what hangs.

    Raises:
        Hang: the block took too long.
    """

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise Hang(f"over {SECONDS} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def clock() -> float:
    """The processor time of this process, which other programs do not lengthen."""
    return time.process_time()
