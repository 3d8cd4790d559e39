"""One small article with everything in it that a page can show: for `/patterns` alone.

The objects are those of the model, so that the templates show them as they show the real ones.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench import marks
from workbench.charts import Column, Columns, Mark, Rows, Table
from workbench.desk import Obstacle, Review
from workbench.diff import word_diff
from workbench.memory import Match, Remembered
from workbench.messages import message
from workbench.model import Article, Finding, Note, Revision, Score, Segment, Thread
from workbench.pairing import Pair, Part
from workbench.store.changes import Fix
from workbench.store.memory import Home
from workbench.web.clash import Clash
from workbench.web.marking import Marked, Shown
from workbench.web.pairs import AsideView, PairView, PartView, Sentence
from workbench.web.reports.figures import Figure
from workbench.web.rows import Rank, Row, View
from workbench.workflow import Aside
from workbench.workflow.changes import Changed
from workbench.workflow.memory import Placed

if TYPE_CHECKING:
    from workbench.messages import Message
    from workbench.model import Severity

FIRST = 900_000
"""Ids that no database has."""
SYSTEM = "argo"
WHEN = "2026-03-09T13:02:00+00:00"
ARTICLE = Article(
    FIRST,
    "patterns",
    "Riapre il ponte vecchio di Roccalta",
    WHEN,
    (SYSTEM,),
    deadline="2026-03-09T18:00",
)

SOURCE = (
    "Il ponte sul Lentro riapre lunedì alle 17.30 dopo tre anni di lavori costati 2,4 milioni di "
    "euro. «È un giorno di festa per tutta la valle», ha detto la sindaca Irene Corvasce."
)
TARGET = (
    "The bridge over the Lentro reopens on monday at 17.30 after three years of work and 2.4 "
    "billion euros. “It is a holiday for the whole valley,” said Irene Corvasce."
)
CORRECTED = (
    "The bridge over the Lentro reopens on Monday at 5.30pm after three years of work and 2.4 "
    "million euros. “It is a holiday for the whole valley,” said Irene Corvasce."
)
SCORES = (
    Score("bleu", 71.3, "nrefs:1|case:mixed|eff:yes|tok:13a|version:2.6.0", "correction"),
    Score("chrf2++", 84.6, "nrefs:1|case:mixed|eff:yes|nc:6|nw:2|version:2.6.0", "correction"),
    Score("hter", 12.5, "nrefs:1|case:mixed|tok:tercom|norm:yes|version:2.6.0", "correction"),
)  # fmt: skip


def _finding(
    severity: Severity,
    category: str,
    words: str,
    said: Message,
    suggestion: str | None = None,
    italian: str = "",
) -> Finding:
    start = TARGET.index(words)
    other = (SOURCE.index(italian), SOURCE.index(italian) + len(italian)) if italian else None
    return Finding(
        "sample",
        category,
        severity,
        "target",
        start,
        start + len(words),
        said,
        suggestion,
        other,
    )


FINDINGS = (
    _finding(
        "critical",
        "accuracy",
        "2.4 billion",
        message(
            "“%(italian)s” is %(value)s; the English says %(english)s.",
            italian="2,4 milioni",
            value="2.4 million",
            english="2.4 billion",
        ),
        "2.4 million",
        "2,4 milioni",
    ),
    _finding(
        "major",
        "terminology",
        "a holiday",
        message(
            "The glossary has “%(right)s” for “%(italian)s”, and not “%(wrong)s”.",
            right="a day of celebration",
            italian="giorno di festa",
            wrong="holiday",
        ),
        "a day of celebration",
        "giorno di festa",
    ),
    _finding(
        "minor",
        "locale-conventions",
        "monday",
        message("English writes %(right)s for “%(word)s”.", word="monday", right="Monday"),
        "Monday",
    ),
    _finding(
        "neutral",
        "audience-appropriateness",
        "Irene Corvasce",
        message("“%(name)s” is not in the English.", name="la sindaca"),
    ),
)
DISMISSED = _finding(
    "minor",
    "locale-conventions",
    "17.30",
    message("English writes %(right)s for “%(word)s”.", word="17.30", right="5.30pm"),
)


def _segment(number: int, **more: Any) -> Segment:
    blank = Segment(
        FIRST + number,
        number - 1,
        "body",
        SOURCE,
        TARGET,
        confidence=0.98,
        state="new",
        revision=0,
        current=TARGET,
    )
    return replace(blank, **more)


HEADLINE = _segment(
    1,
    role="headline",
    source=ARTICLE.title,
    target="Roccalta's old bridge reopens",
    current="Roccalta’s old bridge reopens",
    state="final",
    scores=SCORES,
)
FLAGGED = _segment(2, findings=FINDINGS, dismissed=(DISMISSED,))
DRAFT = _segment(3, state="draft", current=CORRECTED, confidence=0.31)
CONFIRMED = _segment(4, state="translated", current=CORRECTED, scores=SCORES)
CAPTION = _segment(
    5,
    role="caption",
    source="Il ponte visto dal Lentro",
    target="The bridge seen from the Lentro",
    current="The bridge seen from the Lentro",
    state="reviewed",
    scores=SCORES,
)
SENT_BACK = _segment(6, state="sent_back", current=CORRECTED, scores=SCORES)
OMITTED = _segment(7, target=None, current=None, confidence=None)
ADDED = _segment(8, source=None, confidence=None)
LEFT_OUT = _segment(9, state="translated", current="", scores=SCORES)
RENEWED = _segment(
    10,
    state="draft",
    earlier=TARGET,
    target=TARGET.replace("the whole valley", "everybody"),
    current=CORRECTED,
)
CLASHING = _segment(11, state="draft", current=CORRECTED)

READ = (
    Row(HEADLINE),
    Row(FLAGGED, notes=1),
    *map(Row, (DRAFT, CONFIRMED, CAPTION, SENT_BACK, OMITTED, ADDED, LEFT_OUT)),
)
"""Rows as they are read, one of each kind."""

THREAD = Thread(
    FIRST,
    FLAGGED.id,
    open=True,
    notes=(
        Note(FIRST, "note", "Festa: celebration or holiday? @Bruno", "Anna", WHEN),
        Note(FIRST + 1, "resolve", "Celebration.", "Bruno", WHEN),
    ),
)
_PLACE = TARGET.index("a holiday"), TARGET.index("a holiday") + len("a holiday")
_ERROR = marks.Verdict("target", *_PLACE, "major", "terminology", "It is a feast.")
_HELP = marks.Help(findings=True, scores=False)
MARKED = Marked(
    FLAGGED,
    [Shown(marks.Mark(1, FLAGGED.id, _ERROR, TARGET, _HELP, "Anna", WHEN), _PLACE, mine=True)],
    [marks.Judgement(FLAGGED.id, 72, _HELP, "Bruno", WHEN)],
    frozenset(),
)
MATCH = Placed(
    Match(87, Remembered(FLAGGED.id, SOURCE, CORRECTED), 2),
    Home(ARTICLE.slug, ARTICLE.title, SYSTEM, 1),
)
LIKENESS = word_diff(SOURCE.replace("lunedì", "martedì"), SOURCE)

EVENT = Revision(FIRST, CLASHING.id, "draft", CORRECTED, "Anna", WHEN)
EVENTS = (replace(EVENT, kind="confirm", author="Bruno"), replace(EVENT, text=TARGET))
EDITING = Row(
    replace(FLAGGED, id=FIRST + 12, position=11, scores=SCORES, reference=CORRECTED),
    editing=True,
    rank=Rank(1, 9),
    alike=DISMISSED.key,
    more=3,
)
CONFLICT = Row(
    CLASHING,
    editing=True,
    typed=TARGET.replace("monday", "Monday, 9 March,"),
    clash=Clash(
        TARGET.replace("monday", "Monday, 9 March,"),
        TARGET.replace("2.4 billion", "2.4 million"),
        0,
        TARGET,
        EVENT,
    ),
)
NEWER = Row(RENEWED, editing=True)
SENT = Review(
    FIRST,
    SENT_BACK.id,
    FIRST,
    "send-back",
    "Half past five is 5.30pm.",
    alone=False,
    author="Bruno",
    created=WHEN,
)
RETURNED = Row(
    replace(SENT_BACK, id=FIRST + 13, position=12, returned=True), editing=True, reviews=(SENT,)
)
REVIEWING = Row(
    replace(CONFIRMED, id=FIRST + 14, position=13, findings=FINDINGS),
    editing=True,
    view=View(mode="review"),
    reviews=(SENT,),
    refusal=message("Somebody saved this paragraph after you opened it: read the new text first."),
)
AMENDING = Row(replace(HEADLINE, id=FIRST + 15, position=14), editing=True)
OBSTACLES = (
    Obstacle("critical", (FLAGGED,)),
    Obstacle("omitted", (OMITTED,)),
    Obstacle("unreviewed", (CONFIRMED, SENT_BACK)),
)


def _pair(number: int, source: str = "", target: str = "", **more: Any) -> PairView:
    confidence = more.pop("confidence", 0.97 if source and target else None)
    return PairView(
        Pair(
            (Part(number, number),) if source else (),
            (Part(number, number),) if target else (),
            more.pop("role", "body"),
            confidence,
            FIRST + 100 + number,
        ),
        (PartView(f"{number}", source),) if source else (),
        tuple(
            PartView(f"{number}:{at}", text) for at, text in enumerate(target.split("\n")) if text
        ),
        **more,
    )


PAIRS = (
    _pair(1, ARTICLE.title, "Roccalta's old bridge reopens", role="headline", chosen=True),
    _pair(
        2,
        "Il comune ha promesso che non ci saranno altre chiusure prima del 2030.",
        "The municipality has made a promise.\nThere will be no more closures before 2030.",
        edited=True,
    ),
    _pair(3, "Il ponte visto dal Lentro", "A day of celebration", confidence=0.31, role="caption"),
    _pair(4, "Nessuno è rimasto ferito."),
)
CUT = _pair(5, SOURCE, TARGET, chosen=True)
SENTENCES = {
    side: [
        Sentence(0, text[: text.index(mark)], proposed=False),
        Sentence(text.index(mark), text[text.index(mark) :], proposed=True),
    ]
    for side, text, mark in (("source", SOURCE, "«"), ("target", TARGET, "“"))
}
ASIDE = AsideView(
    "a900",
    (Aside(Part(6, 906), "source", "Leggi anche", message("Left out by hand."), "chrome"),),
    (Aside(Part(6, 907), "target", "Read also", message("Left out by hand."), "chrome"),),
)
CHANGED = Changed(
    CONFIRMED,
    word_diff(TARGET, CORRECTED),
    [Fix(FIRST, FLAGGED.findings[0].check, FLAGGED.findings[0].message, "Ada")],
    [],
    ["Ada"],
    [],
    [],
    [],
)
_KINDS = ("Accuracy", "Terminology", "Language", "Style", "Conventions", "Readers", "Layout")
_BY_WEEK = Table(
    (Column("week", "Week of"), *(Column(name, name, "number") for name in _KINDS)),
    tuple((f"{day} Mar", 2.5, 1.5, 1.0, 1.0, 2.0, 0.5, 1.0) for day in (2, 9, 16)),
)
_BY_SYSTEM = Table(
    tuple(Column(name, name) for name in ("System", "Before", "From", "To", "After", "From", "To")),
    (("argo", 14.0, 11.0, 17.0, 9.0, 7.0, 11.5), ("brezza", 8.0, 6.0, 10.5, 8.5, None, None)),
)
PLOTS = (
    Figure(
        "weeks",
        "Findings by week",
        "A stack of bars for each week.",
        _BY_WEEK,
        Columns(_BY_WEEK, tuple(range(1, 8)), "{:g}".format, stacked=True),
    ),
    Figure(
        "systems",
        "Before and after",
        "Two points with their intervals for each system.",
        _BY_SYSTEM,
        Rows(_BY_SYSTEM, (Mark(1, 2, 3), Mark(4, 5, 6)), "{:g}".format, limit=10),
    ),
)
