"""The queue: what waits for a person, over all articles or in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from workbench import workflow
from workbench.web import labels
from workbench.web.rows import Row
from workbench.web.store import get_db

if TYPE_CHECKING:
    from workbench.store.risks import Order

bp = Blueprint("queue", __name__, url_prefix="/queue")
PAGE = 50


@bp.get("/")
def index() -> str:
    """A page of paragraphs that nobody has confirmed, worst first or by deadline."""
    order: Order = "deadline" if request.args.get("order") == "deadline" else "risk"
    slug = request.args.get("article") or None
    start = min(max(0, request.args.get("start", default=0, type=int)), 10**9)
    person = request.args.get("person", "")
    found = workflow.queue(get_db(), order, slug, start, PAGE + 1, person=person)
    here = {"article": slug, "person": person or None, "order": None if order == "risk" else order}
    return render_template(
        "queue/index.html",
        waiting=found[:PAGE],
        rows=[Row(each.segment) for each in found[:PAGE]],
        more=len(found) > PAGE,
        start=start,
        earlier=max(0, start - PAGE),
        order=order,
        slug=slug,
        person=person,
        here=here,
        labels=labels,
    )
