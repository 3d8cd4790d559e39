"""Every component on one page, for those who build pages: no room of the newsroom's."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import NamedTuple

from flask import Blueprint, render_template

from workbench.diff import excerpt
from workbench.messages import message
from workbench.model import ROLES, Job
from workbench.resources import PACKAGE
from workbench.scorers.systems import Estimate
from workbench.web import labels, samples
from workbench.web.answers import Place
from workbench.web.history import entries
from workbench.web.replace import Line
from workbench.web.rows import Row, View, counts
from workbench.workflow import Found
from workbench.workflow.queue import Waiting

bp = Blueprint("patterns", __name__, url_prefix="/patterns")
TOKENS = PACKAGE / "static" / "tokens.css"
TOKEN = re.compile(r"^\s*--(?P<name>[\w-]+): (?P<value>[^;]+);", re.MULTILINE)
KINDS = {"colour": r"#|rgb", "type": r"t\d", "space": r"s\d"}


class Token(NamedTuple):
    """A name that the style sheets use in the place of a value."""

    name: str
    light: str
    dark: str


@bp.get("")
def index() -> str:
    """All of it, with samples for content."""
    return render_template(
        "patterns/index.html",
        labels=labels,
        place=Place(samples.ARTICLE.slug, samples.SYSTEM),
        samples=samples,
        tokens=tokens(),
        **_rooms(),
    )


def tokens() -> list[Token]:
    """The tokens as the style sheet has them, with their values by day and by night."""
    by_day, by_night = re.split(r"@media", TOKENS.read_text(encoding="utf-8"))[:2]
    dark = dict(TOKEN.findall(by_night))
    return [Token(name, value, dark.get(name, value)) for name, value in TOKEN.findall(by_day)]


def _rooms() -> dict[str, object]:
    """What the fragments of single rooms ask for."""
    segments = [row.segment for row in samples.READ]
    flagged = Found(samples.ARTICLE, samples.SYSTEM, samples.FLAGGED, [])
    start = samples.TARGET.index("holiday")
    line = Line(flagged, 0, samples.TARGET[start - 40 : start], "holiday", " for the whole valley")
    return {
        "view": View(),
        "counts": counts([segment.outline for segment in segments]),
        "version": SimpleNamespace(article=samples.ARTICLE),
        "entries": entries(samples.CLASHING, samples.EVENTS),
        "waiting": [Waiting(samples.ARTICLE, samples.SYSTEM, samples.FLAGGED)],
        "row": Row(samples.FLAGGED),
        "line": line,
        "job": Job(samples.FIRST, "rescore", "running", 7, 12, "Anna", samples.WHEN),
        "outcomes": (),
        "estimate": Estimate("bleu", "correction", samples.SYSTEM, 71.3, 4.2, None, 214, ""),
        "now": SimpleNamespace(
            row=SimpleNamespace(id=samples.FIRST, alignment=0, imported=None),
            undo=SimpleNamespace(what=message("Left out by hand.")),
            redo=None,
        ),
        "roles": ROLES,
        "note": SimpleNamespace(article=samples.ARTICLE, system=samples.SYSTEM),
        "changed": [samples.CHANGED],
        "amended": labels.REASONS,
        "titles": {},
        "excerpt": excerpt,
    }
