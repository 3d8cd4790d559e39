"""To delete an article for good, after its short name was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from workbench import workflow
from workbench.errors import BadInput
from workbench.web import person
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from workbench.messages import Message

bp = Blueprint("deletion", __name__, url_prefix="/deletion/<slug>")


@bp.get("/")
def page(slug: str) -> str:
    """What goes with the article, and a field to confirm it."""
    return _page(slug)


@bp.post("/")
def delete(slug: str) -> ResponseReturnValue:
    """Delete it, if its short name was typed; a refusal says why on the same page."""
    try:
        workflow.confirm_deletion(get_db(), slug, request.form.get("confirm", ""), by=person.name())
    except BadInput as refused:
        return _page(slug, refused.message), refused.status
    return redirect(url_for("articles.index", deleted=slug), 303)


def _page(slug: str, error: Message | None = None) -> str:
    return render_template(
        "deletion/page.html", extent=workflow.extent(get_db(), slug), error=error
    )
