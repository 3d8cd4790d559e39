"""What the program says of itself as it runs: one line for each event, on standard error.

A line holds no text that is reviewed, no name and no secret. Of an error it tells the kind and the
places in the code; what the error says, which may quote a text, only at the level ``debug``.
"""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator

Format = Literal["human", "json"]
Level = Literal["debug", "info", "warning", "error"]
FORMATS: Final = get_args(Format)
LEVELS: Final = get_args(Level)
SPEAKERS: Final = ("workbench", "waitress")
"""Other libraries say nothing: what goes wrong in them reaches us as an error."""


def begin(style: Format = "human", level: Level = "warning") -> None:
    """Say what happens from now on, in lines for people or as JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Json() if style == "json" else _Human())
    handler.addFilter(_without_addresses)
    logging.getLogger().handlers = [logging.NullHandler()]
    for name in SPEAKERS:
        speaker = logging.getLogger(name)
        speaker.handlers = [handler]
        speaker.setLevel(level.upper())
    # that a request waits for a moment is no news
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def facts(**named: object) -> dict[str, Any]:
    """What a line tells beside its words: ``log.info("request", extra=facts(status=200))``."""
    return {"facts": named}


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(_told(record), ensure_ascii=False, default=str)


class _Human(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told = _told(record)
        told.pop("logger")
        moment, level, said = (told.pop(name) for name in ("time", "level", "message"))
        error = told.pop("error", [])
        named = " ".join(f"{name}={value}" for name, value in told.items())
        first = f"{moment:.19} {level.upper():7} {said} {named}".rstrip()
        return "\n".join([first, *(f"    {line}" for line in error)])


def _told(record: logging.LogRecord) -> dict[str, Any]:
    told = {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "message": record.getMessage(),
        **getattr(record, "facts", {}),
    }
    if record.exc_info and record.exc_info[1]:
        told["error"] = list(_trace(record.exc_info[1]))
    return told


def _trace(error: BaseException) -> Iterator[str]:
    """The kind of the error and where it came up, the innermost place last; then its cause."""
    says = f": {error}" if logging.getLogger(SPEAKERS[0]).isEnabledFor(logging.DEBUG) else ""
    yield f"{type(error).__module__}.{type(error).__qualname__}{says}"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{frame.filename}:{frame.lineno} in {frame.name}"
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _trace(before)


def _without_addresses(record: logging.LogRecord) -> bool:
    """The server names the address of a request that failed, and that has words of a title."""
    if record.name == "waitress" and " while serving " in record.getMessage():
        record.msg, record.args = record.getMessage().partition(" while serving ")[0], ()
    return True
