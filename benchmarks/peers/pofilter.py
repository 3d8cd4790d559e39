"""The checks of translate-toolkit, asked as `workbench check` is: JSON lines in, JSON lines out.

For `benchmarks/checks.py --peer`; run it with a Python that has translate-toolkit (GPL, which is
why it is no dependency of anything here). It tells no places, so a finding has none; a check of its
gravest kind is taken for major, a cosmetic one for a hint.
"""

from __future__ import annotations

import json
import sys

from translate.filters import checks
from translate.storage.po import pounit

SEVERITY = {100: "major", 60: "minor", 30: "minor", 0: "minor"}


def main() -> None:
    """Answer every line of standard input."""
    config = checks.CheckerConfig(targetlanguage="en")
    checker = checks.StandardChecker(checkerconfig=config)
    for line in sys.stdin:
        asked = json.loads(line)
        unit = pounit(asked["source"] or "")
        unit.target = asked["target"] or ""
        failed = checker.run_filters(unit, categorised=True)
        findings = [
            {
                "check": name,
                "category": "",
                "severity": SEVERITY.get(told["category"], "minor"),
                "side": "target",
                "start": None,
                "end": None,
                "message": told["message"],
            }
            for name, told in failed.items()
        ]
        answer = {"id": asked["id"], "findings": findings, "risk": len(findings)}
        sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
