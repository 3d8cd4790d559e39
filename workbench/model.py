"""The nouns of the workbench, as plain immutable values that every stage speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.messages import Message

Role = Literal["kicker", "headline", "standfirst", "byline", "caption", "heading", "body", "chrome"]
Language = Literal["it", "en"]
Side = Literal["source", "target"]
Severity = Literal["neutral", "minor", "major", "critical"]
Against = Literal["correction", "reference"]
TermKind = Literal["translate", "keep"]
JobState = Literal["waiting", "running", "done", "failed", "cancelled"]
State = Literal["new", "draft", "translated", "sent_back", "reviewed", "final"]

ROLES: tuple[Role, ...] = (
    "kicker", "headline", "standfirst", "byline", "caption", "heading", "body", "chrome",
)  # fmt: skip
SEVERITIES: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a cleaned page, in page order; nothing of the page is left out."""

    position: int
    role: Role
    text: str
    dropped: bool = False
    reason: Message | None = None
    """Why it was dropped, or None when it was kept."""


@dataclass(frozen=True, slots=True)
class Link:
    """Source and target paragraphs that say the same; indices into the two lists aligned."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
    """The estimated probability, 0 to 1, that exactly these paragraphs belong together."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check has seen in one segment, with the place and the evidence."""

    check: str
    category: str
    """A dimension of MQM-Core, e.g. ``accuracy`` or ``locale-conventions``."""
    severity: Severity
    side: Side
    start: int
    end: int
    """The span ``text[start:end]`` of that side, in code points."""
    message: Message
    suggestion: str | None = None
    """What to put in place of the span, or None where the check cannot be sure."""
    other: tuple[int, int] | None = None
    """Start and end of the words in the other side's text that it speaks of, where it does."""

    @property
    def key(self) -> str:
        """What tells this finding from the others on the same pair of texts: 12 hex digits."""
        evidence = f"{self.check}|{self.side}|{self.start}|{self.end}|{self.message}"
        return sha256(evidence.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Score:
    """One metric's value for one text, with all that is needed to reproduce it."""

    scorer: str
    value: float
    signature: str
    against: Against
    """What the AI text was measured against."""


@dataclass(frozen=True, slots=True)
class RawText:
    """A text as it came in, decoded and otherwise untouched, with where it came from."""

    text: str
    name: str
    """File name, or ``-`` for standard input, or ``paste``."""
    encoding: str
    sha256: str
    """Of the bytes that came in, in hexadecimal."""
    markup: Literal["plain", "html"] = "plain"
    """Whether the text is what people read or the source of a web page."""


@dataclass(frozen=True, slots=True)
class Article:
    """One story; its AI translations are told apart by `systems`."""

    id: int
    slug: str
    title: str
    created: str
    systems: tuple[str, ...] = ()
    outlet: str = ""
    """The newspaper or site it is from; may be empty."""
    deadline: str = ""
    """When it is due on the newsroom's clock, as in 2026-03-09T18:00; may be empty."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A pair of aligned texts, the unit that people correct; `source` or `target` may be None.

    `target` is the AI text and never changes; `current` is what stands in its place now.
    """

    id: int
    position: int
    role: Role
    source: str | None
    target: str | None
    confidence: float | None
    state: State
    revision: int
    """Id of the latest revision, 0 where there is none: every save names the one it was made on."""
    current: str | None
    findings: tuple[Finding, ...] = ()
    """What nobody has dismissed."""
    scores: tuple[Score, ...] = ()
    reference: str | None = None
    earlier: str | None = None
    """The AI text that `current` was written over, where a newer AI text has come since."""
    dismissed: tuple[Finding, ...] = ()
    """What people have set aside."""
    risk: float = 0.0
    """How much it needs a look, by `workbench.triage.risk`."""
    returned: bool = False
    """Whether an editor sent it back, and nobody has confirmed another text since."""

    @property
    def confirmed(self) -> bool:
        """Whether a person has confirmed the current text."""
        return self.state in ("translated", "reviewed", "final")

    @property
    def outline(self) -> Outline:
        """What filters and orders go by."""
        return Outline(
            self.id,
            self.position,
            self.risk,
            self.confirmed,
            any(finding.severity != "neutral" for finding in self.findings),
            self.source is None or self.target is None,
            self.earlier is not None,
            self.state == "translated",
            self.returned,
        )

    @property
    def edited(self) -> bool:
        """Whether the current text differs from the AI text."""
        return self.current != self.target


class Outline(NamedTuple):
    """What a page must know of a segment that it does not show."""

    id: int
    position: int
    risk: float
    confirmed: bool
    flagged: bool
    """Whether a finding asserts something."""
    unaligned: bool
    renewed: bool
    """Whether a newer AI text stands beside the correction."""
    unreviewed: bool = False
    """Whether it is confirmed and waits for an editor."""
    returned: bool = False
    """Whether an editor sent it back, and nobody has confirmed another text since."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One event in the history of a segment; never changed, never deleted."""

    id: int
    segment: int
    kind: str
    """``draft``, ``confirm`` or ``revert``."""
    text: str
    author: str
    created: str
    carried: bool = False
    """Whether the program took it over from the segments that this one was made from."""
    step: Message | None = None
    """What was done in many paragraphs at once, where it is part of that."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something said about a paragraph, or a decision on a thread; never changed, never deleted."""

    id: int
    kind: str
    """``note``, ``resolve`` or ``reopen``."""
    text: str
    author: str
    created: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A note and what was answered."""

    id: int
    segment: int
    """Where it was written; its paragraphs may be in another segment by now."""
    open: bool
    notes: tuple[Note, ...]


class OpenForm(NamedTuple):
    """A form in a browser that a paragraph is open in."""

    token: str = ""
    """Random, another one each time that a form is opened; empty where nobody says."""
    step: int = 0
    """A number that grows with everything it sends; 0 where nobody counts."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """How one person likes the editor."""

    changes: bool = True
    """Whether corrected paragraphs show what was changed in the AI text."""
    scores: bool = True
    """Whether metrics are shown."""
    first_pass: bool = False
    """Whether findings, scores and risk stay hidden, so that the person reads without them."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One row of the list of articles: an article in one AI system's version."""

    version: int
    slug: str
    title: str
    system: str
    segments: int
    confirmed: int
    """Those that an editor has approved, and those that have gone out, among them."""
    unaligned: int
    findings: Mapping[Severity, int] = field(default_factory=dict)
    """Open findings on texts that nobody has confirmed, counted by severity."""
    risk: float = 0.0
    """Sum of the open findings' penalties per 100 source words: orders the list, worst first."""
    has_reference: bool = False
    deadline: str = ""
    outlet: str = ""
    reviewed: int = 0
    final: int = 0
    returned: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """An article in one AI system's translation, with all its segments in article order."""

    article: Article
    system: str
    segments: tuple[Segment, ...]
    scores: tuple[Score, ...] = ()
    """Of the whole article."""
    id: int = 0
    alignment: int = 0
    """Id of the alignment that the segments are listed in."""


@dataclass(frozen=True, slots=True)
class Term:
    """A rule of the newsroom's glossary: what an Italian term is in English."""

    italian: str
    english: str = ""
    """What English says; nothing where the term is kept."""
    forbidden: tuple[str, ...] = ()
    """What English must not say for it."""
    kind: TermKind = "translate"
    """``keep`` where the Italian term stands in the English as it is."""
    cased: bool = False
    """Whether it is found with exactly these capitals, and in no other form."""
    note: str = ""
    id: int = 0
    """Of the row that counts now; another one after each change."""
    author: str = ""
    created: str = ""

    @property
    def wanted(self) -> str:
        """What stands in the English."""
        return self.italian if self.kind == "keep" else self.english

    @property
    def key(self) -> tuple[str, bool]:
        """What no two terms have in common."""
        return self.italian if self.cased else self.italian.casefold(), self.cased


@dataclass(frozen=True, slots=True)
class Job:
    """Long work in the background and how far it has come."""

    id: int
    kind: str
    state: JobState
    done: int
    total: int
    """In what the kind of work goes by: articles, paragraphs, measurements."""
    author: str = ""
    """Who began it; empty where nobody is known."""
    created: str = ""
    ended: str = ""
    """When it was done, failed or cancelled; empty before."""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    """What the kind of work needs to begin, or to go on after a restart."""
    attempts: int = 0
    """How often it was begun since it last came any further."""
    message: Message | None = None
    """Why it failed."""

    @property
    def open(self) -> bool:
        """Whether it waits or runs."""
        return self.state in ("waiting", "running")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file or an article that came in with many others."""

    name: str
    """Of the file or the folder."""
    state: Literal["imported", "known", "refused"]
    slug: str = ""
    system: str = ""
    message: Message | None = None
    """Why it was refused."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Something that a person did and that is kept for the desk, such as a login."""

    id: int
    person: str
    """Empty where nobody is known."""
    action: str
    subject: str
    """What it was done to: a name, a slug; empty where the action says it all."""
    details: Mapping[str, str | int]
    created: str
    """In UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Demotion:
    """What the desk decided about the weight of a check's findings."""

    check: str
    demoted: bool
    """Whether they are hints from then on."""
    fixed: int
    """Findings that people had put right until then."""
    dismissed: int
    author: str
    created: str
