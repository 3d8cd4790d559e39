"""Words the pages use for the model's values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.messages import Message, message

if TYPE_CHECKING:
    from workbench.model import JobState, Role, Severity, State
    from workbench.web.rows import Show

ROLES: dict[Role, Message] = {
    "kicker": message("kicker"),
    "headline": message("headline"),
    "standfirst": message("standfirst"),
    "byline": message("byline"),
    "caption": message("caption"),
    "heading": message("heading"),
    "body": message("body text"),
    "chrome": message("page furniture"),
}

STATES: dict[State, Message] = {
    "new": message("not yet read"),
    "draft": message("draft"),
    "translated": message("confirmed"),
    "sent_back": message("sent back"),
    "reviewed": message("reviewed"),
    "final": message("final"),
}

STATE_SIGNS: dict[State, str] = {
    "new": "·",
    "draft": "✎",
    "translated": "✓",
    "sent_back": "↩",
    "reviewed": "✓✓",
    "final": "■",
}

SEVERITIES: dict[Severity, Message] = {
    "critical": message("Critical"),
    "major": message("Major"),
    "minor": message("Minor"),
    "neutral": message("Hint"),
}

SEVERITY_SIGNS: dict[Severity, str] = {
    "critical": "●",
    "major": "◐",
    "minor": "○",
    "neutral": "·",
}

SAVING: dict[str, Message] = {
    "typing": message("Not yet saved"),
    "saving": message("Saving…"),
    "saved": message("Saved"),
    "failed": message("NOT saved: your text is kept in this browser"),
    "conflict": message("NOT saved: somebody else saved this paragraph. Confirm to compare."),
}
"""What the page says of the text in the field; the scripts know these names."""

SHOWS: dict[Show, Message] = {
    "all": message("All"),
    "open": message("Open"),
    "flagged": message("Flagged"),
    "unaligned": message("Unpaired"),
    "renewed": message("Newer AI text"),
}

SCORERS: dict[str, str] = {"bleu": "BLEU", "chrf2++": "chrF2++", "hter": "HTER", "ter": "TER"}
"""Metrics by their proper names."""

EVENTS: dict[str, Message] = {
    "draft": message("draft"),
    "confirm": message("confirmed"),
    "revert": message("back to the AI text"),
}

CATEGORIES: dict[str, Message] = {
    "terminology": message("Terminology"),
    "accuracy": message("Accuracy"),
    "linguistic-conventions": message("Language"),
    "style": message("Style"),
    "locale-conventions": message("Conventions"),
    "audience-appropriateness": message("Readers"),
    "design-and-markup": message("Layout"),
}
"""The dimensions of MQM-Core in a word each."""

JOBS: dict[str, Message] = {
    "rescore": message("Checking again"),
    "recheck": message("Checking again what the glossary has changed"),
    "measure": message("Measuring"),
    "import": message("Importing many articles"),
}

JOB_STATES: dict[JobState, Message] = {
    "waiting": message("waits"),
    "running": message("runs"),
    "done": message("done"),
    "failed": message("failed"),
    "cancelled": message("cancelled"),
}

OUTCOMES: dict[str, Message] = {
    "imported": message("imported"),
    "known": message("was here already"),
    "refused": message("refused"),
}
