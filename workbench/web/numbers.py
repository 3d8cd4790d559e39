"""Numbers in addresses and forms: what the database can hold, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug.routing import IntegerConverter

from workbench.web.api.shapes import LARGEST

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.routing import Map


class Number(IntegerConverter):
    """The ``int`` of an address; what is larger than any id is the address of nothing."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST)


def init_app(app: Flask) -> None:
    """Read the numbers of all addresses so."""
    app.url_map.converters["int"] = Number
