"""What was answered to requests with a key, so that none of them is done twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from workbench.store.rows import now, one

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database


class Sent(NamedTuple):
    """A request that is to be done once."""

    owner: str
    """Who sent it; the same key of somebody else is another one."""
    key: str
    request: str
    """A hash of all that it says."""


class Answer(NamedTuple):
    """What was answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Known(NamedTuple):
    """What is known of a key."""

    request: str
    run: str
    """The server that works on it still; empty once it is answered."""
    answer: Answer


def find_answer(db: Database, sent: Sent) -> Known | None:
    """What is known of the key of a request; None where it is new."""
    sql = "SELECT * FROM answer WHERE owner = :owner AND key = :key"
    row = one(db, sql, {"owner": sent.owner, "key": sent.key})
    if row is None:
        return None
    answer = Answer(row["status"], json.loads(row["headers"]), row["body"])
    return Known(row["request"], row["run"], answer)


def keep_answer(db: Database, sent: Sent, answer: Answer, run: str = "") -> None:
    """Remember what was answered, or that the server `run` has begun to work on it."""
    db.table("answer").insert(
        {
            **sent._asdict(),
            "run": run,
            "status": answer.status,
            "headers": json.dumps(dict(answer.headers)),
            "body": answer.body,
            "created": now(),
        },
        replace=True,
    )


def forget_answer(db: Database, sent: Sent) -> None:
    """Let a key be new again."""
    db.table("answer").delete_where("owner = ? AND key = ?", [sent.owner, sent.key])


def forget_answers(db: Database, before: str) -> None:
    """Forget what was answered before a time."""
    db.table("answer").delete_where("created < ?", [before])


def forget_all_answers(db: Database) -> None:
    """Forget all of them, with the texts and names that are in them."""
    db.table("answer").delete_where()
