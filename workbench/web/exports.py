"""The corrected English: what goes out, what nobody has confirmed, and the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from workbench import workflow
from workbench.web import labels, person
from workbench.web.store import get_db

if TYPE_CHECKING:
    from workbench.export import Export

bp = Blueprint("exports", __name__, url_prefix="/articles/<slug>/<system>")


@bp.get("/export")
def page(slug: str, system: str) -> str:
    """What would go out, and the list of unreviewed paragraphs."""
    version = workflow.version(get_db(), slug, system)
    return render_template(
        "exports/page.html", version=version, export=_export(slug, system), labels=labels
    )


@bp.get("/export.txt")
def text(slug: str, system: str) -> Response:
    """The file itself."""
    answer = Response(_export(slug, system).text, mimetype="text/plain")
    workflow.record(get_db(), person.name(), "export", slug, system=system)
    answer.headers.set("Content-Disposition", "attachment", filename=f"{slug}.en.{system}.txt")
    return answer


def _export(slug: str, system: str) -> Export:
    approved = request.args.get("approved") == "1"
    return workflow.export(get_db(), slug, system, approved_only=approved)
