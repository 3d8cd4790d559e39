"""What is known of why the segments of a version are no longer as the AI wrote them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from workbench.store.rows import content_sha, load_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

    from workbench.messages import Message

# CROSS JOIN: each of the texts that once stood there is looked up
FIXES = """
    SELECT DISTINCT json_extract(p.value, '$[0]') AS segment, f.check_id AS "check",
        f.finding_key, f.template, f.template_values, f.author
    FROM json_each(:texts) p
    CROSS JOIN fix f ON f.source_sha = json_extract(p.value, '$[1]')
        AND f.target_sha = json_extract(p.value, '$[2]')
    ORDER BY f.id
"""


class Fix(NamedTuple):
    """A finding that was gone after a person wrote."""

    segment: int
    check: str
    message: Message | None
    """What it said; None where that was not kept."""
    author: str


def fixes(db: Database, texts: Mapping[int, tuple[str | None, Iterable[str | None]]]) -> list[Fix]:
    """What was put right in these segments; each is given as its Italian and all its English."""
    asked = [
        (segment, content_sha(italian), content_sha(text))
        for segment, (italian, once) in texts.items()
        for text in dict.fromkeys(once)
    ]
    found = {
        (row["segment"], row["finding_key"]): Fix(
            row["segment"],
            row["check"],
            load_message(row["template"], row["template_values"]) if row["template"] else None,
            row["author"],
        )
        for row in db.query(FIXES, {"texts": json.dumps(asked)})
    }
    return list(found.values())
