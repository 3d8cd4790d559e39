"""What a form of the editor sends, done to the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from workbench import workflow
from workbench.model import OpenForm
from workbench.web import person
from workbench.web.store import get_db

if TYPE_CHECKING:
    from workbench.model import Segment


def do(number: int, action: str) -> Segment:
    """The paragraph after what the pressed button says: draft, confirm, leave-out, revert …

    Raises:
        Conflict: somebody else saved another text since the form was opened.
    """
    name, _, detail = action.partition(":")
    text, base, author = typed() or "", posted_base(), person.name()
    if name == "both":
        return workflow.take_both(get_db(), number, base=base, author=author)
    if name == "mine-and-theirs":
        started = _number("ancestor")
        return workflow.take_mine_and_theirs(
            get_db(), number, text, started, base=base, author=author
        )
    if name == "revert":
        return workflow.revert(get_db(), number, base=base, author=author, form=_form())
    if name == "restore":
        event = int(detail) if detail.isdecimal() else 0
        return workflow.restore(get_db(), number, event, base=base, author=author)
    if name == "apply":
        return workflow.apply_suggestion(
            get_db(), number, detail, text, base=base, author=author, form=_form()
        )
    text = "" if name == "leave-out" else text
    confirm = name in ("confirm", "leave-out")
    return workflow.save(
        get_db(), number, text, confirm=confirm, base=base, author=author, form=_form()
    )


def keep_typed(before: Segment) -> None:
    """Keep as a draft what stands in the field, if it is not what is stored.

    Raises:
        Conflict: somebody else saved another text since the form was opened.
    """
    text = typed()
    if text is None or text.strip() == (before.current or ""):
        return
    workflow.save(
        get_db(),
        before.id,
        text,
        confirm=False,
        base=posted_base(),
        author=person.name(),
        form=_form(),
    )


def typed() -> str | None:
    """What stands in the field, or None where the form has no field."""
    text = request.form.get("text")
    return None if text is None else text.replace("\r\n", "\n")


def posted_base() -> int:
    """The event in the paragraph's history that the form was opened after."""
    return _number("base")


def caret() -> int:
    """Where the caret stands in the stored text, which has no white space before it."""
    text = typed() or ""
    return _number("caret") - (len(text) - len(text.lstrip()))


def _form() -> OpenForm:
    return OpenForm(request.form.get("form", "")[:40], _number("step"))


def _number(field: str) -> int:
    return request.form.get(field, default=0, type=int)
