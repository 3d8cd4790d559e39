"""Checks and metrics over stored segments; what they give replaces what was there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench import score
from workbench.db import write
from workbench.errors import NotFound
from workbench.scorers import score_article
from workbench.store import articles, digests, findings, risks, scores, segments
from workbench.store.glossary import current_terms
from workbench.triage import doubt, risk
from workbench.workflow.lookup import get_article, get_segment, get_version
from workbench.workflow.memory import remember

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlite_utils import Database

    from workbench.model import Against, Finding, Role, Score, Segment, Term

    Progress = Callable[[int, int], None]
    Found = dict[tuple[str | None, str | None, Role], list[Finding]]


def check_segment(
    db: Database, version: int, segment: Segment, found: Sequence[Finding] | None = None
) -> None:
    """Check and score one segment as it stands now; to be called inside a transaction.

    `found` is what the checks found, where that is known already. Metrics that take long are
    left to `measure`.
    """
    if found is None:
        found = findings_on(segment, current_terms(db))
    _keep(db, segment, found)
    scores.replace_scores(db, version, segment.id, _scores(segment, quick=True))


def check_written(
    db: Database, version: int, segment: Segment, found: Sequence[Finding]
) -> Segment:
    """Keep what the checks `found` in what a person wrote; inside a transaction.

    Gives the segment with its scores.
    """
    _keep(db, segment, found)
    return rescore_written(db, version, segment)


def rescore_written(db: Database, version: int, segment: Segment) -> Segment:
    """The segment, whose correction is measured; what the AI text scores otherwise stays."""
    corrected = segment.current if segment.confirmed else None
    measured = [
        *score.score_texts(segment.target, corrected, quick=True),
        *(each for each in segment.scores if each.against == "reference"),
    ]
    if measured == list(segment.scores):
        scores.forget_version_scores(db, version)
    else:
        scores.replace_scores(db, version, segment.id, measured)
    return replace(segment, scores=tuple(measured))


def _keep(db: Database, segment: Segment, found: Sequence[Finding]) -> None:
    texts = segment.source, segment.current
    findings.replace_findings(db, segment.id, texts, found)
    if segment.current == segment.target:
        digests.keep_ai_findings(db, segment.id, texts, found)


def check_stored(
    db: Database,
    segment_id: int,
    terms: tuple[Term, ...] | None = None,
    found: Found | None = None,
) -> None:
    """Check, score and rank a segment as it stands in the store; inside a transaction.

    `terms` is the glossary, where it has been read already, and `found` what `found_in` gave.
    """
    stored = segments.find_segment(db, segment_id)
    if stored:
        version, s = stored
        known = current_terms(db) if terms is None else terms
        rules = (found or {}).get((s.source, s.current, s.role))
        check_segment(db, version, s, findings_on(s, known, rules))
        rank(db, [segment_id])


def findings_on(
    segment: Segment, terms: tuple[Term, ...] = (), rules: list[Finding] | None = None
) -> list[Finding]:
    """What the checks and the glossary find in the segment.

    Nothing where it was left out on purpose. `rules` is what the checks found without the
    glossary, where that is known already.
    """
    if segment.confirmed and not segment.current:
        return []
    texts = segment.source, segment.current, segment.role
    if rules is None:
        return score.check_segment(*texts, terms)
    return score.apply_terms(rules, *texts, terms)


def measure(db: Database, segment_id: int) -> Segment:
    """The segment with all its metrics, those that take long as well.

    Raises:
        NotFound: there is no such segment.
    """
    version, before = get_segment(db, segment_id)
    measured = _scores(before)
    with write(db):
        now = get_segment(db, segment_id)[1]
        if (now.current, now.state) == (before.current, before.state):
            scores.replace_scores(db, version, segment_id, measured)
    return get_segment(db, segment_id)[1]


def _scores(segment: Segment, *, quick: bool = False) -> list[Score]:
    corrected = segment.current if segment.confirmed else None
    return score.score_texts(segment.target, corrected, segment.reference, quick=quick)


def check_article(db: Database, version: int, checked: Iterable[int] = ()) -> None:
    """Compare the segments of a version as they stand now; to be called inside a transaction.

    Only the findings that are others than before are written. These segments, and those that
    have just been `checked` by themselves, get their place in the queue.
    """
    listed = segments.current_texts(db, version)
    before = findings.article_findings(db, version)
    compared = score.check_article((text.source, text.current, text.role) for text in listed)
    moved = set(checked)
    for text, found in zip(listed, compared, strict=True):
        if found != before.get(text.id, []):
            texts = (text.source, text.current)
            findings.replace_findings(db, text.id, texts, found, "article")
            moved.add(text.id)
    rank(db, moved)


def rank(db: Database, ids: Iterable[int]) -> None:
    """Put these segments into their place in the queue, and in the memory what is confirmed.

    To be called inside a transaction.
    """
    found = segments.some_segments(db, list(ids)).values()
    remember(db, found)
    risks.replace_risks(
        db,
        [(s.id, risk(s.findings, s.source, s.current, s.role), not s.confirmed) for s in found],
    )


def warm_up() -> None:
    """Look at one sentence, so that nobody waits for the word lists that the checks need."""
    score.check_segment("Lunedì riapre il ponte.", "The brigde reopens on Monday.")


def found_in(listed: Iterable[Segment]) -> Found:
    """What the checks find in these segments; needs no transaction, and is the slow part.

    The glossary is left to the transaction, in which nobody changes it.
    """
    found: Found = {}
    for s in listed:
        found |= _look(s.source, s.current, s.role)
    return found


def _look(source: str | None, current: str | None, role: Role) -> Found:
    doubt(source, current, role)  # kept for `rank`
    texts = source, current, role
    return {} if current == "" else {texts: score.check_segment(*texts)}


def look_at(db: Database, segment_id: int, text: str) -> Found:
    """What the checks find where this text is written in the segment; needs no transaction."""
    there = segments.source_of(db, segment_id)
    return _look(there[0], text, there[1]) if there else {}


def check_version(db: Database, version: int, found: Found | None = None) -> None:
    """Check and score every segment of a version; to be called inside a transaction.

    What `found_in` gave before need not be looked for again.
    """
    listed, terms = segments.segments(db, version), current_terms(db)
    for s in listed:
        rules = (found or {}).get((s.source, s.current, s.role))
        check_segment(db, version, s, findings_on(s, terms, rules))
    check_article(db, version, [s.id for s in listed])


def rescore(db: Database, slug: str | None = None, progress: Progress | None = None) -> int:
    """Check and score one article, or all, again; how many articles that were.

    `progress` is called with the number done and the number in all.
    """
    chosen = [get_article(db, slug).slug] if slug is not None else articles.slugs(db)
    for done, name in enumerate(chosen):
        if progress:
            progress(done, len(chosen))
        rescore_article(db, name)
    if progress:
        progress(len(chosen), len(chosen))
    return len(chosen)


def rescore_article(db: Database, slug: str, breathe: Callable[[], object] = lambda: None) -> None:
    """Check and score one article again, in all its systems; `breathe` is called in between.

    Each segment is a transaction of its own, so that people can save meanwhile.

    Raises:
        NotFound: there is no such article.
    """
    for system in get_article(db, slug).systems:
        row = get_version(db, slug, system)[1]
        for listed in segments.segments(db, row.id):
            breathe()
            _check_now(db, listed.id)
            _check_ai_text(db, listed)
            with suppress(NotFound):  # gone since, by a repair of the pairing
                measure(db, listed.id)
        _compare(db, row.id)
        article_scores(db, slug, system)
        _sum_up(db, row.id)


def recheck(
    db: Database, ids: Sequence[int], progress: Progress | None = None, start: int = 0
) -> None:
    """Check these segments again, from `start` on, each in a transaction of its own."""
    for done in range(start, len(ids)):
        if progress:
            progress(done, len(ids))
        _check_now(db, ids[done])
    if progress:
        progress(len(ids), len(ids))


def _check_now(db: Database, segment_id: int) -> None:
    """Check a segment; the checks look before the transaction, so that nobody waits for them."""
    there = segments.find_segment(db, segment_id)
    found = found_in([there[1]]) if there else {}
    with write(db):
        check_stored(db, segment_id, found=found)


def _check_ai_text(db: Database, segment: Segment) -> None:
    """Look again at what the AI wrote where people have written in its place."""
    if segment.current != segment.target:
        before = replace(segment, current=segment.target, state="new")
        found = findings_on(before, current_terms(db))
        with write(db):
            digests.keep_ai_findings(db, segment.id, (segment.source, segment.target), found)


def _compare(db: Database, version: int) -> None:
    with write(db):
        check_article(db, version)


def _sum_up(db: Database, version: int) -> None:
    with write(db):
        digests.sum_up(db, version)


def article_scores(db: Database, slug: str, system: str | None = None) -> tuple[Score, ...]:
    """The metrics over a whole version, measured now if a save has made the old ones void.

    Against the correction they cover the confirmed segments, against the reference those
    that have one.
    """
    row = get_version(db, slug, system)[1]
    stored = scores.version_scores(db, row.id)
    if stored:
        return stored
    measured = _measure(segments.segments(db, row.id))
    if measured:
        with write(db):
            scores.replace_scores(db, row.id, None, measured)
    return tuple(measured)


def _measure(listed: list[Segment]) -> list[Score]:
    corrected = [
        (segment.target, segment.current)
        for segment in listed
        if segment.confirmed and segment.target and segment.current
    ]
    referenced = [
        (segment.target, segment.reference)
        for segment in listed
        if segment.target and segment.reference
    ]
    return [*_over(corrected, "correction"), *_over(referenced, "reference")]


def _over(pairs: list[tuple[str, str]], against: Against) -> list[Score]:
    return score_article([ai for ai, _ in pairs], [human for _, human in pairs], against)
