"""The editor's desk: who approves what, what stands between an article and its readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.model import Segment

Verdict = Literal["approve", "send-back"]
Reason = Literal["typo", "clarification", "correction", "retraction"]
"""Why a text is changed after it has gone out."""
Task = Literal["translate", "review"]
Hindrance = Literal["critical", "omitted", "unreviewed"]

REASONS: tuple[Reason, ...] = ("typo", "clarification", "correction", "retraction")
TASKS: tuple[Task, ...] = ("translate", "review")
HINDRANCES: tuple[Hindrance, ...] = ("critical", "omitted", "unreviewed")


@dataclass(frozen=True, slots=True)
class Review:
    """What an editor said of a text that a person had confirmed."""

    id: int
    segment: int
    revision: int
    """The confirmation that it is about."""
    verdict: Verdict
    reason: str
    alone: bool
    """Whether the editor had written the text too, where the newsroom lets one person do both."""
    author: str
    created: str


@dataclass(frozen=True, slots=True)
class Release:
    """An article in one system's translation went out, or was taken up again."""

    id: int
    kind: str
    """``final`` or ``reopen``."""
    overridden: Mapping[str, int]
    """How many obstacles of each kind stood in the way."""
    reason: str
    author: str
    created: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """Why a paragraph was changed after its article had gone out."""

    id: int
    segment: int
    kind: Reason
    note: str
    author: str
    created: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is to do what in an article."""

    version: int
    task: Task
    person: str
    author: str
    created: str


class Obstacle(NamedTuple):
    """A kind of reason why an article may not go out, and the segments that give it."""

    kind: Hindrance
    segments: tuple[Segment, ...]


def obstacles(segments: Iterable[Segment]) -> list[Obstacle]:
    """What stands between these segments of an article and its readers, the gravest kind first.

    Critical findings that nobody has dismissed, Italian without English that nobody has decided
    to leave out, and what no editor has approved. A segment may be in the way for two reasons.
    """
    listed = list(segments)
    kinds = {kind: tuple(s for s in listed if _hinders(s, kind)) for kind in HINDRANCES}
    return [Obstacle(kind, found) for kind, found in kinds.items() if found]


def may_approve(segment: Segment) -> bool:
    """Whether an editor can say yes or no to it: a person has confirmed it, and no editor yet."""
    return segment.state == "translated"


def is_clear(segment: Segment) -> bool:
    """Whether no finding on it asserts something that nobody has dismissed."""
    return all(finding.severity == "neutral" for finding in segment.findings)


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's, however they write their capitals."""
    return one.casefold() == other.casefold()


def _hinders(segment: Segment, kind: Hindrance) -> bool:
    omitted = segment.source is not None and not segment.current and not segment.confirmed
    if kind == "critical":
        return any(finding.severity == "critical" for finding in segment.findings)
    if kind == "omitted":
        return omitted
    return segment.state not in ("reviewed", "final") and not omitted
