"""What an afternoon's script checks: digits, end marks, doubled words, equal texts, length.

For `benchmarks/checks.py --peer`; reads and writes what `workbench check` does.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)


def found(source: str, target: str) -> list[str]:
    """The names of what is odd in the pair."""
    odd = {
        "numbers": Counter(NUMBER.findall(source)) != Counter(NUMBER.findall(target)),
        "end": (source.rstrip()[-1:] in ".!?") != (target.rstrip()[-1:] in ".!?"),
        "question": source.count("?") != target.count("?"),
        "doubled": bool(DOUBLED.search(target)),
        "same": source.strip() == target.strip(),
        "length": not len(source) / 2 <= len(target) <= len(source) * 2,
    }
    return [name for name, is_odd in odd.items() if is_odd]


def main() -> None:
    """Answer every line of standard input."""
    for line in sys.stdin:
        asked = json.loads(line)
        names = found(asked["source"] or "", asked["target"] or "")
        findings = [
            {
                "check": name,
                "category": "",
                "severity": "major" if name == "numbers" else "minor",
                "side": "target",
                "start": None,
                "end": None,
                "message": name,
            }
            for name in names
        ]
        answer = {"id": asked["id"], "findings": findings, "risk": len(findings)}
        sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
