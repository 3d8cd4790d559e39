"""What can go wrong, said in one sentence: what, where, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from workbench.messages import Message


class WorkbenchError(Exception):
    """An error a person can do something about; its message is the whole of what they see."""

    status: ClassVar[int] = 400
    exit_code: ClassVar[int] = 1

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class BadInput(WorkbenchError):
    """A text, file or form that cannot be used as it is."""

    status = 422


class TooLarge(BadInput):
    """A text or file over the limit."""

    status = 413


class NotFound(WorkbenchError):
    """No such article, system or segment."""

    status = 404


class Conflict(WorkbenchError):
    """Somebody else saved this segment first."""

    status = 409


class Forbidden(WorkbenchError):
    """Something that this person may not do."""

    status = 403


class Final(WorkbenchError):
    """An article that has gone out and is changed only with a reason."""

    status = 423


class BrokenStore(WorkbenchError):
    """The database file cannot be read or written."""

    status = 503
