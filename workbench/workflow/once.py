"""What is sent twice is done once: by a key that comes with it, remembered for a day."""

from __future__ import annotations

from datetime import timedelta
from secrets import token_hex
from typing import TYPE_CHECKING

from workbench.db import write
from workbench.errors import BadInput, Conflict
from workbench.messages import message
from workbench.store import answers
from workbench.store.answers import Answer, Sent
from workbench.store.rows import from_now

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

KEPT = timedelta(hours=24)
LONGEST_KEY = 200
_RUN = token_hex(8)
"""This server, until it ends."""
_NOTHING_YET = Answer(0, {}, b"")


class StillRunning(Conflict):
    """The same request came before and has not been answered yet."""


def once(db: Database, sent: Sent, work: Callable[[], Answer]) -> Answer:
    """Do short `work` and remember its answer in one transaction; or give what was answered.

    A refusal is not remembered: it has changed nothing.

    Raises:
        BadInput: the key came with another request.
    """
    with write(db):
        known = _known(db, sent)
        if known is not None:
            return known
        answer = work()
        if _counts(answer):
            answers.keep_answer(db, sent, answer)
        return answer


def once_long(db: Database, sent: Sent, work: Callable[[], Answer]) -> Answer:
    """The same for long `work`, which must not keep others from writing.

    A key of a server that ended in the middle of it is new again. So the work itself must change
    nothing where it finds that it was done.

    Raises:
        BadInput: the key came with another request.
        StillRunning: the same request is being worked on.
    """
    with write(db):
        known = _known(db, sent)
        if known is not None:
            return known
        answers.keep_answer(db, sent, _NOTHING_YET, _RUN)
    answer = None
    try:
        answer = work()
    finally:
        with write(db):
            if answer is not None and _counts(answer):
                answers.keep_answer(db, sent, answer)
            else:
                answers.forget_answer(db, sent)
    return answer


def _known(db: Database, sent: Sent) -> Answer | None:
    """What was answered to the very same request, None where it is new."""
    if not 0 < len(sent.key) <= LONGEST_KEY:
        raise BadInput(
            message("A key has 1 to %(most)s characters: send a random one.", most=LONGEST_KEY)
        )
    answers.forget_answers(db, from_now(-KEPT))
    known = answers.find_answer(db, sent)
    if known is None:
        return None
    if known.request != sent.request:
        raise BadInput(message("This key came with another request before: send a new key."))
    if known.run == _RUN:
        raise StillRunning(
            message("The same request is still being worked on: send it again in a moment.")
        )
    return None if known.run else known.answer


def _counts(answer: Answer) -> bool:
    return answer.status < 400
