"""The change note: one page for the desk on what was changed in an article, and why."""

from __future__ import annotations

from flask import Blueprint, render_template

from workbench import workflow
from workbench.diff import excerpt
from workbench.messages import Message, message
from workbench.web import labels
from workbench.web.store import get_db

bp = Blueprint("changes", __name__, url_prefix="/articles/<slug>/<system>")

KINDS: dict[str, Message] = {
    "left-out": message("Left out"),
    "written": message("Written anew, because the AI had left it out"),
    "batch": message("Replaced in many places at once"),
    "other": message("For other reasons"),
}


@bp.get("/changes")
def page(slug: str, system: str) -> str:
    """What was changed, by reason; made for paper."""
    return render_template(
        "changes/page.html",
        note=workflow.change_note(get_db(), slug, system),
        reasons={**labels.CATEGORIES, **KINDS},
        amended=labels.REASONS,
        titles={each.id: each.title for each in workflow.all_checks()},
        excerpt=excerpt,
    )
