"""What goes in and out of the API; the OpenAPI document is made from these, field by field."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from workbench.model import Against, Role, Severity, Side, State, TermKind
from workbench.workflow import Stage

LARGEST = 2**63 - 1
"""The largest number that the database can hold."""
MOST = 200
"""Items that one answer holds at most."""
LONGEST_CHECKED = 20_000
"""Characters of a text that is checked without being kept."""

Id = Annotated[int, Meta(ge=1, le=LARGEST)]
Count = Annotated[int, Meta(ge=0)]
Text = Annotated[str, Meta(max_length=5_000_000)]
Line = Annotated[str, Meta(max_length=1000)]

Checkable = Annotated[str, Meta(max_length=LONGEST_CHECKED)]


class Given(Struct, frozen=True, forbid_unknown_fields=True):
    """What a client sends; a field that is not named here is refused."""


class Page(Given, frozen=True):
    """Which part of a list to give."""

    after: Annotated[
        int, Meta(ge=0, le=LARGEST, description="The `next` of the answer before; 0 to begin.")
    ] = 0
    limit: Annotated[int, Meta(ge=1, le=MOST, description="Items of this answer, at most.")] = 50


class ArticlesWanted(Page, frozen=True):
    """Which articles to list; what is not said is no matter."""

    stage: Annotated[Stage, Meta(description="How far its translation is.")] = "all"
    system: str = ""
    outlet: str = ""
    person: Annotated[str, Meta(description="Who has it to translate or to review.")] = ""


class QueueWanted(Page, frozen=True):
    """Which segments that nobody has confirmed to list, and in which order."""

    order: Literal["risk", "deadline"] = "risk"
    article: Annotated[str, Meta(description="Slug of the only article to list.")] = ""


class ExportWanted(Given, frozen=True):
    """What to put into the exported text."""

    approved: Annotated[bool, Meta(description="Only what an editor has approved.")] = False


class NewArticle(Given, frozen=True):
    """An Italian text and its AI translation, whole pages or the article alone."""

    source: Annotated[Text, Meta(description="The Italian, as text or as HTML.")]
    target: Annotated[Text, Meta(description="The English by the AI, as text or as HTML.")]
    system: Annotated[
        Line | None, Meta(description="The AI system; without one `ai`, `ai-2` …")
    ] = None
    reference: Annotated[Text | None, Meta(description="The English by a person.")] = None
    title: Annotated[Line | None, Meta(description="Without one the Italian headline.")] = None
    slug: Annotated[
        Line | None,
        Meta(description="The wish for a short name; without one made of the title."),
    ] = None
    outlet: Annotated[Line, Meta(description="The newspaper or site.")] = ""
    deadline: Annotated[
        str | None,
        Meta(description="When it is due on the newsroom's clock: 2026-03-09T18:00."),
    ] = None
    newer: Annotated[
        bool, Meta(description="Whether it takes the place of the system's earlier text.")
    ] = False


class SegmentChange(Given, frozen=True):
    """What a person wrote in a segment, and which revision they had before them."""

    target: Annotated[
        str, Meta(description="The English. Confirmed and empty, the segment is left out.")
    ]
    revision: Annotated[
        int, Meta(ge=0, le=LARGEST, description="The segment's `revision` that was read.")
    ]
    confirm: Annotated[bool, Meta(description="Whether it is right now; else a draft.")] = False


class NewNote(Given, frozen=True):
    """Something to say about a segment."""

    text: Annotated[str, Meta(min_length=1, description="`@name` calls somebody.")]
    thread: Annotated[Id | None, Meta(description="The thread that it answers in.")] = None


class ThreadChange(Given, frozen=True):
    """Whether what a thread is about is settled, after a last word if there is one."""

    open: bool
    text: str = ""


class NewTerm(Given, frozen=True):
    """A term to put into the newsroom's glossary."""

    italian: Annotated[str, Meta(min_length=1)]
    english: str = ""
    forbidden: Annotated[
        list[str], Meta(description="What English must not say for it.", max_length=50)
    ] = []
    kind: Annotated[
        TermKind, Meta(description="`keep` where the Italian stands in the English as it is.")
    ] = "translate"
    cased: Annotated[bool, Meta(description="Whether exactly these capitals are meant.")] = False
    note: str = ""


class Pair(Given, frozen=True):
    """Two texts to be checked; either may be missing."""

    source: Checkable | None = None
    target: Checkable | None = None
    role: Role = "body"


class NewJob(Given, frozen=True):
    """Long work to begin."""

    kind: Annotated[Literal["rescore"], Meta(description="Check and score again.")]
    article: Annotated[str | None, Meta(description="Slug of the only article; else all.")] = None


class Span(Struct, frozen=True):
    """A stretch of a text, counted in Unicode code points, `end` not included."""

    start: Count
    end: Count


class Finding(Struct, frozen=True):
    """Something that a check has seen."""

    key: Annotated[str, Meta(description="Tells it from the others on the same two texts.")]
    check: str
    category: Annotated[str, Meta(description="A dimension of MQM-Core.")]
    severity: Severity
    side: Annotated[Side, Meta(description="The text that `span` counts in.")]
    span: Span
    other: Annotated[Span | None, Meta(description="What it speaks of in the other text.")]
    message: Annotated[str, Meta(description="The reason, in the language asked for.")]
    suggestion: Annotated[str | None, Meta(description="What to put in place of the span.")]


class Score(Struct, frozen=True):
    """A metric of the hypothesis against what a person wrote."""

    scorer: str
    value: float
    signature: Annotated[str, Meta(description="All that changes the number.")]
    against: Against


class Segment(Struct, frozen=True):
    """A pair of aligned texts, the unit that people correct."""

    id: Id
    position: Count
    role: Role
    state: State
    revision: Annotated[int, Meta(description="What a change of the segment must name.")]
    source: Annotated[str | None, Meta(description="The Italian.")]
    hypothesis: Annotated[str | None, Meta(description="The AI's text; it never changes.")]
    target: Annotated[str | None, Meta(description="The English as it stands now.")]
    reference: Annotated[str | None, Meta(description="A person's translation, if known.")]
    confidence: Annotated[float | None, Meta(description="That the two belong together, 0–1.")]
    risk: Annotated[float, Meta(description="How much it needs a look; an estimate.")]
    returned: Annotated[bool, Meta(description="Whether an editor has sent it back.")]
    findings: list[Finding]
    dismissed: Annotated[list[Finding], Meta(description="What people have set aside.")]
    scores: list[Score]


class Translation(Struct, frozen=True):
    """An article in one AI system's English, and how far it is."""

    id: Id
    article: Annotated[str, Meta(description="Its slug, which is in addresses.")]
    system: str
    title: str
    outlet: str
    deadline: str | None
    segments: Count
    confirmed: Count
    reviewed: Count
    final: Count
    returned: Count
    unaligned: Count
    findings: Annotated[
        dict[Severity, int], Meta(description="Open ones on what nobody has confirmed.")
    ]
    risk: Annotated[float, Meta(description="Penalties per 100 source words; an estimate.")]
    has_reference: bool


class Article(Struct, frozen=True):
    """One story with all its translations."""

    slug: str
    title: str
    outlet: str
    deadline: str | None
    created: str
    translations: list[Translation]


class Waiting(Struct, frozen=True):
    """A segment that nobody has confirmed, and why it stands where it stands."""

    article: str
    system: str
    reason: str
    segment: Segment


class Revision(Struct, frozen=True):
    """One event in the history of a segment."""

    id: Id
    kind: Annotated[str, Meta(description="`draft`, `confirm` or `revert`.")]
    target: str
    author: str
    created: str
    step: Annotated[str | None, Meta(description="What was done in many segments at once.")]


class Note(Struct, frozen=True):
    """Something that was said, or a decision on a thread."""

    id: Id
    kind: Annotated[str, Meta(description="`note`, `resolve` or `reopen`.")]
    text: str
    author: str
    created: str


class Thread(Struct, frozen=True):
    """A note and what was answered."""

    id: Id
    open: bool
    notes: list[Note]


class Term(Struct, frozen=True):
    """A rule of the newsroom's glossary."""

    id: Annotated[int, Meta(description="Another one after each change.")]
    italian: str
    english: str
    forbidden: list[str]
    kind: TermKind
    cased: bool
    note: str
    author: str
    created: str


class Check(Struct, frozen=True):
    """A check, and how its findings fared so far."""

    id: str
    title: str
    help: str
    category: str
    open: Count
    fixed: Count
    dismissed: Count
    demoted: Annotated[bool, Meta(description="Whether the desk has made it a hint.")]


class Checked(Struct, frozen=True):
    """What the checks see in two texts."""

    findings: list[Finding]
    risk: float


class Job(Struct, frozen=True):
    """Long work and how far it has come."""

    id: Id
    kind: str
    state: str
    done: Count
    total: Count
    message: Annotated[str, Meta(description="Why it failed; else empty.")]


class Articles(Struct, frozen=True):
    """Part of the list of articles."""

    items: list[Translation]
    next: int | None


class Segments(Struct, frozen=True):
    """Part of an article, in its order."""

    items: list[Segment]
    next: int | None


class Queue(Struct, frozen=True):
    """Part of what waits for a person."""

    items: list[Waiting]
    next: int | None


class Glossary(Struct, frozen=True):
    """Part of the glossary, what was written last at the end."""

    items: list[Term]
    next: int | None


class History(Struct, frozen=True):
    """Everything written in a segment, newest first."""

    items: list[Revision]


class Threads(Struct, frozen=True):
    """What was said about a segment, the oldest thread first."""

    items: list[Thread]


class Scores(Struct, frozen=True):
    """The metrics over a whole translation."""

    items: list[Score]


class Checks(Struct, frozen=True):
    """All checks there are, in the order in which findings are listed."""

    items: list[Check]


class Problem(Struct, frozen=True, kw_only=True):
    """Why something was refused, by RFC 9457."""

    type: Literal["about:blank"] = "about:blank"
    status: int
    title: str
    detail: Annotated[str, Meta(description="One sentence, in the language asked for.")]
    field: Annotated[str | None, Meta(description="The field that it is about.")] = None


class Clash(Problem, frozen=True, kw_only=True):
    """Somebody else saved the segment first: both texts, and what both started from."""

    yours: str
    theirs: str
    ancestor: str
    revision: Annotated[int, Meta(description="To be named when you save again.")]
