"""What a program has asked for, read by its shape or refused with the field that is wrong."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import msgspec
from flask import g, request

from workbench.errors import BadInput, WorkbenchError
from workbench.messages import message
from workbench.web.api.shapes import Given

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import ClassVar

Shape = TypeVar("Shape", bound=Given)
_FIELD = re.compile(r"at `\$\.?([^`]*)`$|field `([^`]+)`")


class NotJson(WorkbenchError):
    """A body that says to be something else."""

    status: ClassVar[int] = 415


def body(shape: type[Shape]) -> Shape:
    """The JSON that was sent.

    Raises:
        NotJson: it says to be something else.
        BadInput: it is no such object.
    """
    if request.mimetype != "application/json":
        raise NotJson(message("The body must be JSON: say “Content-Type: application/json”."))
    try:
        return msgspec.json.decode(request.get_data(), type=shape)
    except msgspec.DecodeError as error:
        raise _refusal(error) from error


def query(shape: type[Shape]) -> Shape:
    """What stands in the address behind the question mark.

    Raises:
        BadInput: it has something else than the shape.
    """
    try:
        return msgspec.convert(request.args.to_dict(), shape, strict=False)
    except msgspec.ValidationError as error:
        raise _refusal(error) from error


@contextmanager
def about(field: str) -> Iterator[None]:
    """Say of a refusal in the block which field it is about."""
    try:
        yield
    except BadInput:
        g.wrong_field = field
        raise


def _refusal(error: msgspec.DecodeError) -> BadInput:
    why = str(error)
    found = _FIELD.search(why)
    g.wrong_field = next(filter(None, found.groups()), None) if found else None
    return BadInput(
        message(
            "The request cannot be used (%(why)s): look at /api/v1/openapi.json.",
            why=why.replace(" - at ", " at "),
        )
    )
