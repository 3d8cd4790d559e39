"""What corrections teach: those that repeat are suggested as rules, with where they come from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace as changed
from typing import TYPE_CHECKING, NamedTuple

from workbench.corrections import Correction, may_be_a_rule
from workbench.db import write
from workbench.errors import NotFound
from workbench.language.house_terms import find_house_terms
from workbench.messages import message
from workbench.model import Term
from workbench.replacing import Search
from workbench.store import lessons as store
from workbench.store.glossary import current_terms
from workbench.store.reports import Scope
from workbench.workflow.audit import record
from workbench.workflow.glossary import add_term, change_term
from workbench.workflow.replacing import find, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

    from workbench.store.lessons import Decision, PlaceRow, Words
    from workbench.workflow.glossary import Changed
    from workbench.workflow.replacing import Chosen, Found, Replaced

LEAST_TOLD, LEAST_TAUGHT, LEAST_ARTICLES = 2, 3, 2
"""Paragraphs in which a correction is told of, and paragraphs and articles that suggest a rule."""
LOOKED_AT = 200
"""Corrections that are looked at, the most frequent of all first."""
PLACES = 20
"""Places that are shown of one."""


class Lesson(NamedTuple):
    """A correction that people have made again and again."""

    old: str
    new: str
    italian: str
    """What both stand for, mostly; empty where that is not known."""
    segments: int
    articles: int
    decision: Decision | None = None
    """What the desk has said of it."""
    known: bool = False
    """Whether the glossary has it already."""

    @property
    def words(self) -> Words:
        """What the AI wrote, and what people put in its place."""
        return self.old, self.new

    @property
    def suggested(self) -> bool:
        """Whether it is to be a rule, if the desk thinks so too."""
        often = self.segments >= LEAST_TAUGHT and self.articles >= LEAST_ARTICLES
        open_ = self.decision is None or self.decision.decision == "reopened"
        return often and open_ and not self.known and may_be_a_rule(Correction(self.old, self.new))


class Explained(NamedTuple):
    """A lesson, where it comes from, and what it would touch."""

    lesson: Lesson
    places: list[PlaceRow]
    found: list[Found]
    """Paragraphs that have the words now."""
    meant: frozenset[int]
    """Those whose Italian has the term, of all where no term is known."""
    kept: int
    """Confirmed paragraphs in which a person left the words as they are."""


def lessons(db: Database, scope: Scope) -> list[Lesson]:
    """The corrections that were made in several paragraphs, the most frequent first."""
    made: dict[Words, list[store.MadeRow]] = {}
    for row in store.made(db, store.often(db, LEAST_TOLD, LOOKED_AT), scope):
        made.setdefault((row.old, row.new), []).append(row)
    decided, terms = store.decisions(db), current_terms(db)
    found = [_lesson(rows, decided.get(words), terms) for words, rows in made.items()]
    told = (each for each in found if each.segments >= LEAST_TOLD)
    return sorted(told, key=lambda each: (-each.segments, -each.articles, each.words))


def refused_lessons(db: Database) -> list[Decision]:
    """The rules that the desk did not want, the newest refusal first."""
    return [each for each in store.decisions(db).values() if each.decision == "refused"]


def explain(db: Database, old: str, new: str) -> Explained:
    """Where a lesson comes from, and every paragraph that it would touch.

    Raises:
        NotFound: nobody has made that correction.
    """
    lesson = _get(db, old, new)
    found = find(db, Search(old, whole=True, case=True))
    term = rule_of(lesson)
    meant = frozenset(
        each.segment.id
        for each in found
        if not term.italian or find_house_terms(each.segment.source or "", (term,))
    )
    return Explained(
        lesson,
        store.places(db, lesson.words, Scope(), PLACES),
        found,
        meant,
        sum(each.segment.confirmed for each in found),
    )


def rule_of(lesson: Lesson) -> Term:
    """The term of the glossary that the lesson would be."""
    if lesson.italian and lesson.italian == lesson.new:
        return Term(lesson.italian, kind="keep", forbidden=(lesson.old,))
    if lesson.old.casefold() == lesson.new.casefold():
        return Term(lesson.italian, lesson.new, cased=True)  # nothing but its capitals is forbidden
    return Term(lesson.italian, lesson.new, (lesson.old,))


def accept(db: Database, old: str, new: str, term: Term, author: str) -> Changed:
    """Put the rule into the glossary; what the desk wants is remembered.

    Where the glossary has the term with the same English, the words become forbidden there.

    Raises:
        NotFound: nobody has made that correction.
        BadInput: the term cannot be kept as it is, or the glossary says something else.
    """
    lesson = _get(db, old, new)
    same = (
        each for each in current_terms(db) if (each.key, each.wanted) == (term.key, term.wanted)
    )
    there = next(same, None)
    if there is None:
        done = add_term(db, term, author)
    else:
        forbidden = tuple(dict.fromkeys((*there.forbidden, *term.forbidden)))
        done = change_term(db, changed(there, forbidden=forbidden), author)
    _decide(db, lesson, "accepted", author)
    return done


def apply_lesson(
    db: Database, old: str, new: str, chosen: Sequence[Chosen], author: str
) -> Replaced:
    """Put the right words in the chosen places, in one step that can be taken back.

    Raises:
        BadInput: nothing was chosen.
    """
    return replace(db, Search(old, whole=True, case=True), new, chosen, author)


def refuse(db: Database, old: str, new: str, author: str) -> None:
    """Suggest that rule no more.

    Raises:
        NotFound: nobody has made that correction.
    """
    _decide(db, _get(db, old, new), "refused", author)


def reopen_lesson(db: Database, old: str, new: str, author: str) -> None:
    """Suggest a refused rule again.

    Raises:
        NotFound: nobody has made that correction.
    """
    _decide(db, _get(db, old, new), "reopened", author)


def _decide(db: Database, lesson: Lesson, decision: str, author: str) -> None:
    """Remember a decision; the same one again is no new event."""
    with write(db):
        last = store.decisions(db).get(lesson.words)
        if last is None or last.decision != decision:
            row = store.add_lesson(db, lesson.words, decision, lesson.segments, author)
            record(db, author, f"rule-{decision}", str(row))


def _get(db: Database, old: str, new: str) -> Lesson:
    rows = store.made(db, [(old, new)], Scope())
    decision = store.decisions(db).get((old, new))
    if not rows and decision is None:
        raise NotFound(
            message(
                "Nobody has put “%(new)s” in the place of “%(old)s”: see the list of corrections.",
                old=old[:80],
                new=new[:80],
            )
        )
    if not rows:
        return Lesson(old, new, "", 0, 0, decision)
    return _lesson(rows, decision, current_terms(db))


def _lesson(
    rows: Sequence[store.MadeRow], decision: Decision | None, terms: Iterable[Term]
) -> Lesson:
    italian: Counter[str] = Counter()
    for row in rows:
        if row.italian:
            italian[row.italian] += row.segments
    old, new = rows[0].old, rows[0].new
    known = any(term.wanted == new and old in term.forbidden for term in terms)
    return Lesson(
        old,
        new,
        italian.most_common(1)[0][0] if italian else "",
        sum(row.segments for row in rows),
        len(frozenset[int]().union(*(row.articles for row in rows))),
        decision,
        known,
    )
