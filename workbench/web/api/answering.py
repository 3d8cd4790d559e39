"""Answers as they are sent: JSON, and for what was made its address too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from flask import Response

if TYPE_CHECKING:
    from msgspec import Struct


def answer(found: Struct, status: int = 200, *, at: str = "") -> Response:
    """What was found or made; `at` is the address of what was made."""
    response = Response(msgspec.json.encode(found), status, mimetype="application/json")
    if at:
        response.headers["Location"] = at
    return response
