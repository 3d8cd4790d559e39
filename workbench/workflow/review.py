"""What people do to a segment: write, confirm, take back, dismiss a finding."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from workbench.db import write
from workbench.diff import merge
from workbench.errors import BadInput, Conflict, NotFound, TooLarge
from workbench.messages import message
from workbench.model import OpenForm
from workbench.store import findings, segments
from workbench.store.glossary import current_terms
from workbench.workflow.lookup import get_segment
from workbench.workflow.releasing import refuse_final
from workbench.workflow.scoring import (
    check_article,
    check_written,
    findings_on,
    look_at,
    rank,
    rescore_written,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Finding, Segment
    from workbench.workflow.scoring import Found

MAX_CHARACTERS = 200_000
NO_FORM = OpenForm()
_STATES = {"confirm": ("translated", "reviewed"), "draft": ("draft",)}
"""In which of them a segment has what such an event would bring."""


def save(  # noqa: PLR0913 -- each names one thing that a save must know
    db: Database,
    segment_id: int,
    text: str,
    *,
    confirm: bool,
    base: int,
    author: str,
    form: OpenForm = NO_FORM,
) -> Segment:
    """Keep what a person wrote, as a draft or confirmed, and check it again.

    `base` is the revision the person started from, `form` the form that is open before them.
    Saving what is already there is no conflict, and no second event; nor is a save that follows
    others of the same form so fast that their answers are still on the way, and one that such a
    save has overtaken changes nothing. An empty confirmed text leaves the paragraph out.

    Raises:
        NotFound: there is no such segment.
        Conflict: somebody saved another text since `base`.
        Final: the article has gone out.
        TooLarge: the text is longer than any paragraph.
    """
    cleaned = normalise(text)
    kind = "confirm" if confirm else "draft"
    looked = look_at(db, segment_id, cleaned)
    with write(db):
        version, before = get_segment(db, segment_id)
        refuse_final(before)
        if cleaned == (before.current or "") and before.state in _STATES[kind]:
            return before
        if _is_late(db, before, base, form):
            return before
        segments.add_revision(db, segment_id, kind, cleaned, before.revision, author, form=form)
        return _checked(db, version, before, author, looked)


def apply_suggestion(  # noqa: PLR0913 -- as a save, and which finding
    db: Database,
    segment_id: int,
    key: str,
    text: str,
    *,
    base: int,
    author: str,
    form: OpenForm = NO_FORM,
) -> Segment:
    """Put a finding's suggestion in the place of its words in `text`, and keep that as a draft.

    Where `text` has changed since the finding was made, the first place where the same words
    stand is taken; without such a place the text is kept as it is.

    Raises:
        NotFound: there is no such segment or finding.
        Conflict: somebody saved another text since `base`.
    """
    before = get_segment(db, segment_id)[1]
    finding = next((f for f in before.findings if f.key == key and f.side == "target"), None)
    if finding is None or finding.suggestion is None:
        raise _gone()
    words = (before.current or "")[finding.start : finding.end]
    there = text[finding.start : finding.end] == words
    start = finding.start if there else text.find(words)
    if start >= 0:
        text = text[:start] + finding.suggestion + text[start + len(words) :]
    return save(db, segment_id, text, confirm=False, base=base, author=author, form=form)


def revert(
    db: Database, segment_id: int, *, base: int, author: str, form: OpenForm = NO_FORM
) -> Segment:
    """Put the AI text back; what was written stays in the history.

    Raises:
        NotFound: there is no such segment.
        Conflict: somebody saved another text since `base`.
    """
    with write(db):
        version, before = get_segment(db, segment_id)
        refuse_final(before)
        if before.state == "new":
            return before
        if _is_late(db, before, base, form):
            return before
        text = before.target or ""
        segments.add_revision(db, segment_id, "revert", text, before.revision, author, form=form)
        return _checked(db, version, before)


def restore(db: Database, segment_id: int, event: int, *, base: int, author: str) -> Segment:
    """Put an earlier text from the segment's history back, as a draft.

    Raises:
        NotFound: there is no such segment, or no such event in its history.
        Conflict: somebody saved another text since `base`.
    """
    get_segment(db, segment_id)
    texts = {each.id: each.text for each in segments.revisions(db, segment_id)}
    if event not in texts:
        raise NotFound(message("That text is not in the history of this paragraph: open it again."))
    return save(db, segment_id, texts[event], confirm=False, base=base, author=author)


def take_mine_and_theirs(
    db: Database, segment_id: int, text: str, started_from: int, *, base: int, author: str
) -> Segment:
    """Put what somebody else saved meanwhile and what was typed in one text, as a draft.

    Raises:
        NotFound: there is no such segment.
        BadInput: both changed the same words.
        Conflict: somebody saved yet another text since `base`.
    """
    now = get_segment(db, segment_id)[1]
    both = merge(text_at(db, segment_id, started_from), normalise(text), now.current or "")
    if both is None:
        raise _clashing()
    return save(db, segment_id, both, confirm=False, base=base, author=author)


def text_at(db: Database, segment_id: int, base: int) -> str:
    """What stood in the segment after the event `base` of its history; the AI text before any.

    Raises:
        NotFound: there is no such segment.
    """
    segment = get_segment(db, segment_id)[1]
    texts = {each.id: each.text for each in segments.revisions(db, segment_id)}
    return texts.get(base, segment.target or "")


def take_both(db: Database, segment_id: int, *, base: int, author: str) -> Segment:
    """Put what changed in a newer AI text into the correction of the older one, as a draft.

    Raises:
        NotFound: there is no such segment.
        BadInput: both changed the same words, or the AI text is not newer than the correction.
        Conflict: somebody saved another text since `base`.
    """
    before = get_segment(db, segment_id)[1]
    both = merge(before.earlier or "", before.current or "", before.target or "")
    if before.earlier is None or both is None:
        raise _clashing()
    return save(db, segment_id, both, confirm=False, base=base, author=author)


def dismiss(db: Database, segment_id: int, key: str, *, author: str) -> Segment:
    """Set a finding aside as wrong here; it returns only with another text.

    Raises:
        NotFound: there is no such segment or finding.
    """
    return _decide(db, segment_id, key, author, dismissed=True)


def alike(db: Database, segment_id: int, key: str) -> int:
    """How many open findings of the article say what this one does; dismissed, it is none."""
    return len(findings.saying_the_same(db, segment_id, key))


def dismiss_alike(db: Database, segment_id: int, key: str, *, author: str) -> list[int]:
    """Set aside all findings of the article that say what this one does; their segments.

    Raises:
        NotFound: there is no such segment.
    """
    with write(db):
        get_segment(db, segment_id)
        same = findings.saying_the_same(db, segment_id, key)
        for segment, each in same:
            findings.add_dismissal(db, segment, each, author)
            rank(db, findings.with_finding(db, segment, each))
    return sorted({segment for segment, _ in same})


def dismiss_while_typing(
    db: Database, segment_id: int, key: str, text: str, *, base: int, author: str
) -> Segment:
    """Set a finding aside in a text that has been typed on since: that is kept as a draft first.

    Raises:
        NotFound: there is no such segment or finding.
        Conflict: somebody saved another text since `base`.
    """
    before = get_segment(db, segment_id)[1]
    if normalise(text) == (before.current or ""):
        return dismiss(db, segment_id, key, author=author)
    finding = next((f for f in before.findings if f.key == key), None)
    if finding is None:
        raise _gone()
    saved = save(db, segment_id, text, confirm=False, base=base, author=author)
    same = (f for f in saved.findings if (f.check, f.message) == (finding.check, finding.message))
    moved = next(same, None)
    return dismiss(db, segment_id, moved.key, author=author) if moved else saved


def undismiss(db: Database, segment_id: int, key: str, *, author: str) -> Segment:
    """Take a dismissed finding up again.

    Raises:
        NotFound: there is no such segment or finding.
    """
    return _decide(db, segment_id, key, author, dismissed=False)


def normalise(text: str) -> str:
    """A form's text as it is stored: LF, NFC, no outer white space.

    Raises:
        TooLarge: it is longer than any paragraph.
        BadInput: it holds half of a surrogate pair, which no file can carry.
    """
    if len(text) > MAX_CHARACTERS:
        raise TooLarge(
            message(
                "The text has %(count)s characters, more than the %(limit)s a paragraph may "
                "have: split it.",
                count=len(text),
                limit=MAX_CHARACTERS,
            )
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadInput(
            message(
                "Character %(place)s of the text is damaged: remove it and save again.",
                place=error.start + 1,
            )
        ) from error
    unix = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return unicodedata.normalize("NFC", unix).strip()


def _decide(db: Database, segment_id: int, key: str, author: str, *, dismissed: bool) -> Segment:
    with write(db):
        get_segment(db, segment_id)
        if not findings.add_dismissal(db, segment_id, key, author, dismissed=dismissed):
            raise _gone()
        rank(db, findings.with_finding(db, segment_id, key))
        return get_segment(db, segment_id)[1]


def _clashing() -> BadInput:
    return BadInput(message("Both texts changed the same words: put them together in the field."))


def _gone() -> NotFound:
    return NotFound(
        message("That finding is gone: the text has changed. Open the paragraph again.")
    )


def _checked(
    db: Database,
    version: int,
    before: Segment,
    author: str | None = None,
    looked: Found | None = None,
) -> Segment:
    """The segment with the findings on its new text; those that `author` has put right are kept."""
    now = segments.written_anew(db, before)
    if now.current and now.current == before.current:
        scored = rescore_written(db, version, now)  # the checks have nothing new to read
        rank(db, [before.id])
        return segments.with_findings(db, scored)
    rules = (looked or {}).get((now.source, now.current, now.role))
    found = findings_on(now, current_terms(db), rules)
    if author:
        seen = {_sight(finding) for finding in found}
        fixed = [finding.key for finding in before.findings if _sight(finding) not in seen]
        findings.add_fixes(db, before.id, fixed, author)
    scored = check_written(db, version, now, found)
    check_article(db, version, [before.id])
    return segments.with_findings(db, scored)


def _sight(finding: Finding) -> tuple[str, str, str]:
    """What a person sees of a finding, wherever it stands."""
    return finding.check, finding.side, str(finding.message)


def _is_late(db: Database, before: Segment, base: int, form: OpenForm) -> bool:
    """Whether a later save of the same form has arrived before this one.

    Raises:
        Conflict: somebody else saved another text since `base`.
    """
    if before.revision == base:
        return False
    since = segments.written_since(db, before.id, base, form.token)
    if form.token and form.step and not since.others:
        return form.step <= since.step
    raise Conflict(
        message(
            "Somebody saved this paragraph after you opened it: compare the two texts and "
            "save again."
        )
    )
