"""Try what nobody tries, in great numbers: every stage, every importer, the API, every form.

    python -m benchmarks.fuzz [--inputs N] [--requests N] [--seed N] [--processes N]

An input may be refused with a sentence; a request may be refused with a status below 500. All else
is a failure and is printed with what caused it.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from benchmarks.fuzz import inputs, requests
from benchmarks.fuzz.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

BATCH = 500
"""Tries that one process makes at a stretch, requests to a database of their own."""


def main() -> None:
    """Try, and print how it went; ends with 1 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    found: dict[str, Tally] = defaultdict(Tally)
    with ProcessPoolExecutor(options.processes) as pool:
        batches = list(planned(options.inputs, options.requests, options.seed))
        for (name, _, _), tally in zip(batches, pool.map(tried, batches), strict=True):
            found[name] += tally
    sys.stdout.writelines(f"{line}\n" for line in report(found))
    sys.exit(any(tally.failures for tally in found.values()))


Batch = tuple[str, int, int]
"""The name of what is tried, how often, and the seed."""


def planned(inputs_wanted: int, requests_wanted: int, start: int) -> Iterator[Batch]:
    """All batches, the long ones of a target cut up."""
    whole = sum(target.share for target in inputs.TARGETS.values())
    wanted = {n: inputs_wanted * t.share // whole for n, t in inputs.TARGETS.items()}
    wanted |= {n: int(requests_wanted * share) for n, share in requests.TARGETS.items()}
    for name, tries in wanted.items():
        for done in range(0, tries, BATCH):
            yield name, min(BATCH, tries - done), start + done


def tried(batch: Batch) -> Tally:
    """What became of a batch."""
    logging.disable(logging.CRITICAL)
    name, tries, start = batch
    return (inputs if name in inputs.TARGETS else requests).run(name, tries, start)


def report(found: dict[str, Tally]) -> Iterator[str]:
    """The lines to print."""
    ends = sorted({end for tally in found.values() for end in tally.ends} - {"failed"})
    yield f"| | tries | {' | '.join(ends)} | failed | slowest, ms |"
    yield "| --- |" + " ---: |" * (len(ends) + 3)
    for name, tally in found.items():
        counts = " | ".join(f"{tally.ends[end]:,}" for end in [*ends, "failed"])
        yield f"| {name} | {tally.tries:,} | {counts} | {tally.slowest * 1000:,.0f} |"
    for name, tally in found.items():
        for where, given in tally.failures.items():
            yield f"\n{name}: {where}\n    {given}"


if __name__ == "__main__":
    main()
