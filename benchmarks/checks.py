"""How many known errors the checks find, and how often they alarm on good text; peers beside them.

    WORKBENCH_BENCH=folder python benchmarks/checks.py [--pofilter PYTHON] [--peer NAME=COMMAND …]

The folder holds ``checks/demetr_it_dev.jsonl`` (lines with ``source``, ``mt``, ``perturbed``, the
same with an error put in, its ``type``, ``severity`` and ``spans``) and ``checks/clean_dev.jsonl``
(``source`` and ``target``, good human translations). Without it nothing is measured.

``benchmarks/peers`` has two tools to compare with: the naive one is always asked, pofilter where
`--pofilter` names a Python that has translate-toolkit. Any other peer is a command that reads and
writes what `workbench check` does. All are asked in turn, `--rounds` times.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Row = dict[str, Any]

WEIGHT = {"neutral": 0, "minor": 1, "major": 5, "critical": 25}
NAMED = {
    "numbers replaced": "numbers_replaced",
    "names replaced": "ne_replaced",
    "names removed": "ne_removed",
    "code-mixing": "codemix",
    "negation": "negation",
    "question": "question",
}
OVERALL, CRUDE, HUMAN = "overall", "crude", "reference"
"""The real errors; no text or another sentence's; and a human translation, which is no error."""
OURS = "workbench"
PEERS = Path(__file__).parent / "peers"


@dataclass
class Result:
    """What one tool found in how many texts, and the seconds that it took each time."""

    texts: int
    found: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    """For each type, and for the three kinds, whether the penalty is higher than before."""
    touching: list[bool] = field(default_factory=list)
    alarms: list[int] = field(default_factory=list)
    """The weight of the worst finding on each good text."""
    by_check: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    """Seconds of processor time."""

    def alarmed(self, weight: int) -> float:
        """The share of good texts with a finding that weighs so much."""
        return sum(alarm >= weight for alarm in self.alarms) / len(self.alarms)


def main() -> None:
    """Ask all tools and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pofilter", metavar="PYTHON", help="one that has translate-toolkit")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    folder = os.environ.get("WORKBENCH_BENCH")
    if not folder:
        sys.stdout.write("Nothing measured: name the folder of benchmarks in WORKBENCH_BENCH.\n")
        return
    rows, clean = read(Path(folder), "demetr_it_dev"), read(Path(folder), "clean_dev")
    results = measure(tools(options.pofilter, options.peer), rows, clean, options.rounds)
    sys.stdout.writelines(f"{line}\n" for line in report(results))


def tools(pofilter: str | None, peers: list[str]) -> dict[str, str]:
    """The command of every tool, ours first, by name."""
    named = {OURS: f"{shlex.quote(sys.executable)} -m workbench check"}
    named["naive"] = shlex.join([sys.executable, str(PEERS / "naive.py")])
    if pofilter:
        named["pofilter"] = shlex.join([pofilter, str(PEERS / "pofilter.py")])
    return named | dict(peer.split("=", 1) for peer in peers)


def read(folder: Path, name: str) -> list[Row]:
    """The rows of one file."""
    lines = (folder / "checks" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def measure(
    commands: dict[str, str], rows: list[Row], clean: list[Row], rounds: int
) -> dict[str, Result]:
    """Ask every tool about all texts, in turn, so many times; judge the last answers.

    An unharmed text that many errors were put into is asked about once.
    """
    unharmed = {unharmed_id(r): {"source": r["source"], "target": r["mt"]} for r in rows}
    asked: list[Row] = [{"id": name, **row} for name, row in unharmed.items()]
    asked += [
        {"id": f"p{i}", "source": r["source"], "target": r["perturbed"]} for i, r in enumerate(rows)
    ]
    asked += [{**r, "id": f"c{i}"} for i, r in enumerate(clean)]
    results = {name: Result(len(asked)) for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            begun, busy = time.perf_counter(), children_time()
            answers = ask(command, asked)
            results[name].seconds.append(time.perf_counter() - begun)
            results[name].busy.append(children_time() - busy)
            judge(results[name], answers, rows, len(clean))
    return results


def children_time() -> float:
    """Seconds of processor time of all commands that have ended."""
    spent = os.times()
    return spent.children_user + spent.children_system


def unharmed_id(row: Row) -> str:
    """What the machine translation without the error is asked under."""
    return f"mt {row['source']} {row['mt']}"


def ask(command: str, rows: list[Row]) -> dict[str, list[Row]]:
    """The findings of one run of the command, by id."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    done = subprocess.run(  # noqa: S603 -- the commands are those of the person who measures
        shlex.split(command), input=lines, capture_output=True, encoding="utf-8", check=True
    )
    answers = map(json.loads, done.stdout.splitlines())
    return {answer["id"]: answer["findings"] for answer in answers}


def judge(result: Result, answers: dict[str, list[Row]], rows: list[Row], clean: int) -> None:
    """Note what the answers found, in the place of what was noted before."""
    result.found.clear()
    result.touching.clear()
    for index, row in enumerate(rows):
        before, after = answers[unharmed_id(row)], answers[f"p{index}"]
        hit = penalty(after) > penalty(before)
        result.found[row["type"]].append(hit)
        if row["severity"] == "base" and row["type"] != HUMAN:
            result.found[CRUDE].append(hit)
        elif row["severity"] != "base":
            result.found[OVERALL].append(hit)
            if hit and row["spans"] and any(f["start"] is not None for f in after):
                result.touching.append(touches(after, before, row["spans"]))
    good = [answers[f"c{index}"] for index in range(clean)]
    result.alarms = [max((WEIGHT[f["severity"]] for f in each), default=0) for each in good]
    result.by_check = Counter(
        check for each in good for check in {f["check"] for f in each if WEIGHT[f["severity"]]}
    )


def penalty(findings: list[Row]) -> int:
    """The sum of the weights."""
    return sum(WEIGHT[finding["severity"]] for finding in findings)


def touches(after: list[Row], before: list[Row], spans: list[list[Any]]) -> bool:
    """Whether a finding that the unharmed text has not is on, or next to, the changed words."""
    known = {(f["check"], f["message"]) for f in before}
    on_target = [f for f in after if f["side"] == "target" and f["start"] is not None]
    on_target = [f for f in on_target if WEIGHT[f["severity"]]]
    fresh = [f for f in on_target if (f["check"], f["message"]) not in known] or on_target
    places = [(start, end) for start, end, _ in spans]
    return any(f["start"] - 1 <= e and s <= f["end"] + 1 for f in fresh for s, e in places)


def report(results: dict[str, Result]) -> Iterator[str]:
    """Two tables in Markdown: the tools side by side, then our own by type."""
    yield f"| | {' | '.join(results)} |"
    yield f"| --- |{' ---: |' * len(results)}"
    for label, kind in {"found, overall": OVERALL, "crude errors": CRUDE, **NAMED}.items():
        found = {name: result.found[kind] for name, result in results.items()}
        yield f"| {label} ({len(found[OURS])}) | {' | '.join(map(_mean, found.values()))} |"
    yield _line("a new finding touches the place", results, lambda r: _mean(r.touching))
    count = len(results[OURS].found[HUMAN])
    yield _line(f"a person’s text instead ({count})", results, lambda r: _mean(r.found[HUMAN]))
    yield _line("good texts with any finding", results, lambda r: f"{r.alarmed(1):.3f}")
    yield _line("good texts with a major one", results, lambda r: f"{r.alarmed(5):.3f}")
    yield _line("worst single check on them", results, lambda r: f"{_worst(r):.3f}")
    yield _line("texts a second, median", results, lambda r: f"{r.texts / median(r.seconds):.0f}")
    yield _line("the same, processor time", results, lambda r: f"{r.texts / median(r.busy):.0f}")
    yield ""
    yield "| type of error | texts | found |"
    yield "| --- | ---: | ---: |"
    found = {k: hits for k, hits in results[OURS].found.items() if k not in {OVERALL, CRUDE, HUMAN}}
    for kind in sorted(found, key=lambda kind: -sum(found[kind]) / len(found[kind])):
        hits = found[kind]
        yield f"| {kind.replace('_', ' ')} | {len(hits)} | {_mean(hits)} |"


def _line(label: str, results: dict[str, Result], value: Callable[[Result], str]) -> str:
    return f"| {label} | {' | '.join(value(result) for result in results.values())} |"


def _mean(hits: list[bool]) -> str:
    return f"{sum(hits) / len(hits):.3f}" if hits else "–"


def _worst(result: Result) -> float:
    return max(result.by_check.values(), default=0) / len(result.alarms)


if __name__ == "__main__":
    main()
