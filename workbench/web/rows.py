"""What the editor shows of a segment: a row read, a row being edited, and their order."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from workbench.diff import Edit, merge, word_diff
from workbench.model import SEVERITIES
from workbench.scorers import SCORERS
from workbench.triage import reason, worst_first
from workbench.web.highlight import Run, excerpt, runs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.desk import Review
    from workbench.messages import Message
    from workbench.model import Finding, Outline, Score, Segment, Severity
    from workbench.web.clash import Clash

Show = Literal["all", "open", "returned", "unreviewed", "flagged", "unaligned", "renewed"]
SHOWS: tuple[Show, ...] = (
    "all", "open", "returned", "unreviewed", "flagged", "unaligned", "renewed",
)  # fmt: skip
Order = Literal["text", "risk"]
Mode = Literal["read", "write", "review", "mark"]
Face = Literal["read", "write", "review", "mark", "final"]

LONG_TEXT = 160
"""Characters from which a paragraph shows which of its sentences belong together."""

LOW_CONFIDENCE = 0.5
"""Links below this are shown for a look."""


class View(NamedTuple):
    """Which segments of the article are shown, in which order, and how."""

    show: Show = "all"
    order: Order = "text"
    plain: bool = False
    """Whether what the program thinks of a text stays hidden."""
    mode: Mode = "write"
    """What opening a paragraph is for."""

    @property
    def query(self) -> dict[str, Any]:
        """What says so in an address; nothing where it goes without saying."""
        return {
            "show": None if self.show == "all" else self.show,
            "order": None if self.order == "text" else self.order,
            "mode": self.mode if self.mode in ("review", "mark") else None,
        }

    @property
    def more(self) -> str:
        """The same behind what an address already asks for."""
        asked = [f"&{name}={value}" for name, value in self.query.items() if value]
        return "".join(asked)


ALL = View()


class Rank(NamedTuple):
    """The place of a segment among those of the article that wait for a person, worst first."""

    place: int
    of: int


@dataclass(frozen=True, slots=True)
class Row:
    """One segment as the page shows it."""

    segment: Segment
    editing: bool = False
    typed: str | None = None
    """What the person typed, where it could not be saved."""
    clash: Clash | None = None
    """Where somebody else saved first, both texts."""
    view: View = ALL
    alike: str = ""
    """The key of a finding that was just dismissed."""
    more: int = 0
    """How many open findings of the article say the same."""
    notes: int = 0
    """How many threads of notes are open at it."""
    marks: int = 0
    """How many errors people have marked in it."""
    confirmed: frozenset[str] = frozenset()
    """The keys of the findings that the reader has confirmed as errors, of an open one."""
    far: bool = False
    """Whether it is out of sight where the page opens, and need not be drawn at once."""
    rank: Rank | None = None
    """Its place among those that wait, where that is shown."""
    write: bool = False
    """Whether it was opened for writing in the midst of a review."""
    reviews: tuple[Review, ...] = ()
    """What editors said of an open one, newest first."""
    refusal: Message | None = None
    """Why what was asked for was not done."""

    @property
    def face(self) -> Face:
        """What it is open for, if it is."""
        if not self.editing or self.view.mode == "read":
            return "read"
        if self.view.mode == "mark" and not self.write:
            return "mark"
        if self.segment.state == "final":
            return "final"
        return "review" if self.view.mode == "review" and not self.write else "write"

    @property
    def came_back(self) -> Review | None:
        """Why an editor sent it back, until somebody has confirmed another text."""
        return next((each for each in self.reviews if self.segment.returned), None)

    @property
    def reason(self) -> Message:
        """Why it stands where it stands, worst first."""
        now = self.segment
        return reason(now.findings, now.role, now.source, now.current)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.typed if self.typed is not None else self.segment.current or ""

    @property
    def source_runs(self) -> list[Run]:
        """The Italian, cut at what the findings speak of."""
        return runs(self.segment.source or "", "source", self.findings)

    @property
    def target_runs(self) -> list[Run]:
        """The current English, cut at what the findings speak of."""
        return runs(self.segment.current or "", "target", self.findings)

    @property
    def excerpt(self) -> list[Run]:
        """A few lines of the English, or of the Italian alone, about the worst found in it."""
        return excerpt(self.target_runs if self.segment.current else self.source_runs)

    @property
    def findings(self) -> list[Finding]:
        """The findings, worst first."""
        if self.view.plain:
            return []
        rank = SEVERITIES.index
        return sorted(self.segment.findings, key=lambda f: (-rank(f.severity), f.start))

    @property
    def worst(self) -> Severity | None:
        """The severity of the worst finding."""
        return next((finding.severity for finding in self.findings), None)

    @property
    def dismissed(self) -> Sequence[Finding]:
        """The findings that were set aside."""
        return () if self.view.plain else self.segment.dismissed

    @property
    def scores(self) -> Sequence[Score]:
        """What the metrics say of the AI text."""
        return () if self.view.plain else self.segment.scores

    @property
    def diff(self) -> list[Edit]:
        """From the AI text to the current one."""
        return word_diff(self.segment.target or "", self.segment.current or "")

    @property
    def newer(self) -> list[Edit]:
        """From the AI text that the correction was made on to the newer one."""
        return word_diff(self.segment.earlier or "", self.segment.target or "")

    @property
    def correction(self) -> list[Edit]:
        """From the AI text that the correction was made on to the correction."""
        return word_diff(self.segment.earlier or "", self.segment.current or "")

    @property
    def both(self) -> bool:
        """Whether the correction and what is new in the AI text leave each other alone."""
        earlier, current = self.segment.earlier or "", self.segment.current or ""
        return merge(earlier, current, self.segment.target or "") is not None

    @property
    def changed(self) -> bool:
        """Whether there is a difference to show."""
        return bool(self.segment.target) and self.segment.edited and self.segment.current != ""

    @property
    def unmeasured(self) -> bool:
        """Whether metrics are missing that take a moment to count."""
        if self.view.plain:
            return False
        texts = self.segment.current if self.segment.confirmed else None, self.segment.reference
        compared = sum(bool(self.segment.target and text) for text in texts)
        return len(self.segment.scores) < compared * len(SCORERS)

    @property
    def long(self) -> bool:
        """Whether a reader may lose the sentence on the way from one text to the other."""
        texts = self.segment.source or "", self.segment.current or ""
        return min(map(len, texts)) >= LONG_TEXT

    @property
    def left_out(self) -> bool:
        """Whether a person has decided that this paragraph has no English."""
        return self.segment.confirmed and not self.segment.current

    @property
    def was_left_out(self) -> bool:
        """Whether it was left out on purpose before a newer AI text came."""
        return self.segment.earlier is not None and not self.segment.current

    @property
    def uncertain(self) -> bool:
        """Whether the pairing itself wants a look."""
        confidence = self.segment.confidence
        return confidence is not None and confidence < LOW_CONFIDENCE


_LETS_THROUGH: dict[Show, Callable[[Outline], bool]] = {
    "all": lambda segment: True,  # noqa: ARG005 -- that is what all means
    "open": lambda segment: not segment.confirmed,
    "returned": attrgetter("returned"),
    "unreviewed": attrgetter("unreviewed"),
    "flagged": attrgetter("flagged"),
    "unaligned": attrgetter("unaligned"),
    "renewed": attrgetter("renewed"),
}


def belongs(segment: Outline, show: Show) -> bool:
    """Whether the filter `show` lets this segment through."""
    return _LETS_THROUGH[show](segment)


def counts(segments: Sequence[Outline]) -> dict[Show, int]:
    """How many segments each filter lets through."""
    return {show: sum(map(lets, segments)) for show, lets in _LETS_THROUGH.items()}


def arranged(segments: Sequence[Outline], view: View, opened: int | None = None) -> list[Outline]:
    """The segments that the view shows, and the one that is `opened`, in the view's order."""
    listed = worst_first(segments) if view.order == "risk" else segments
    return [s for s in listed if s.id == opened or belongs(s, view.show)]


def rank(segments: Sequence[Outline], id_: int) -> Rank | None:
    """The place of a segment among those that are not confirmed; None where it is confirmed."""
    waiting = [s.id for s in worst_first(segments) if not s.confirmed]
    return Rank(waiting.index(id_) + 1, len(waiting)) if id_ in waiting else None


def next_open(
    segments: Sequence[Outline], view: View, after: Outline | None = None
) -> Outline | None:
    """The first segment that the view shows and that waits, for a translator or for an editor.

    Behind `after`, as that was before, and then from the beginning: what was left on the way
    comes at the end. Who marks errors reads all of it, once.
    """
    before = [after if after and s.id == after.id else s for s in segments]
    listed = arranged(before, view, after.id if after else None)
    place = listed.index(after) + 1 if after in listed else 0
    if view.mode == "mark":
        return next(iter(listed[place:]), None)
    reviewing = view.mode == "review"
    in_turn = listed[place:] + listed[: max(place - 1, 0)]
    waits = (s for s in in_turn if (s.unreviewed if reviewing else not s.confirmed))
    return next(waits, None)
