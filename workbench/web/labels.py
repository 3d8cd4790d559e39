"""Words the pages use for the model's values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.accounts import Role as AccountRole
from workbench.messages import Message, message

if TYPE_CHECKING:
    from workbench.accounts import Scope
    from workbench.desk import Hindrance, Reason, Task, Verdict
    from workbench.model import JobState, Role, Severity, State
    from workbench.web.rows import Show
    from workbench.workflow import Stage

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

MARK_SEVERITIES: dict[Severity, Message] = {
    "neutral": message("Neutral"),
    "minor": SEVERITIES["minor"],
    "major": SEVERITIES["major"],
    "critical": SEVERITIES["critical"],
}
"""How bad people find an error, by the keys 1 to 4."""

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
    "away": message("The server does not answer: try again in a moment"),
    "conflict": message("NOT saved: somebody else saved this paragraph. Confirm to compare."),
}
"""What the page says of the text in the field; the scripts know these names."""

SHOWS: dict[Show, Message] = {
    "all": message("All"),
    "open": message("Open"),
    "returned": message("Sent back"),
    "unreviewed": message("To review"),
    "flagged": message("Flagged"),
    "unaligned": message("Unpaired"),
    "renewed": message("Newer AI text"),
}

STAGES: dict[Stage, Message] = {
    "all": message("All"),
    "open": message("To correct"),
    "review": message("To review"),
    "returned": message("Sent back"),
    "final": message("Final"),
}

SCORERS: dict[str, str] = {"bleu": "BLEU", "chrf2++": "chrF2++", "hter": "HTER", "ter": "TER"}
"""Metrics by their proper names."""

EVENTS: dict[str, Message] = {
    "draft": message("draft"),
    "confirm": message("confirmed"),
    "revert": message("back to the AI text"),
}

VERDICTS: dict[Verdict, Message] = {
    "approve": message("approved"),
    "send-back": message("sent back"),
}

REASONS: dict[Reason, Message] = {
    "typo": message("A typo: nothing that is said changes"),
    "clarification": message("A clarification: the same, said more clearly"),
    "correction": message("A correction: something was wrong"),
    "retraction": message("A retraction: this should not have been said"),
}

TASKS: dict[Task, Message] = {
    "translate": message("Correct"),
    "review": message("Review"),
}

OBSTACLES: dict[Hindrance, Message] = {
    "critical": message("Critical findings that nobody has settled"),
    "omitted": message("Italian paragraphs without English"),
    "unreviewed": message("Paragraphs that no editor has approved"),
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
    "sum-up": message("Summing up for the reports"),
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

ACCOUNT_ROLES: dict[AccountRole, Message] = {
    AccountRole.GUEST: message("Guest"),
    AccountRole.TRANSLATOR: message("Translator"),
    AccountRole.EDITOR: message("Editor"),
    AccountRole.DESK: message("Desk"),
}
ACCOUNT_GRANTS: dict[AccountRole, Message] = {
    AccountRole.GUEST: message("reads everything and leaves notes"),
    AccountRole.TRANSLATOR: message("imports, corrects, confirms and exports as well"),
    AccountRole.EDITOR: message("reviews what others have written as well"),
    AccountRole.DESK: message("assigns work, keeps the glossary, the settings and the accounts"),
}
SCOPES: dict[Scope, Message] = {"read": message("only read"), "write": message("read and write")}

ACTIONS: dict[str, Message] = {
    "login": message("logged in"),
    "login-refused": message("login refused"),
    "logout": message("logged out"),
    "session-revoked": message("ended a login"),
    "sessions-revoked": message("ended all logins"),
    "account": message("made an account"),
    "role": message("changed a role"),
    "password": message("chose a password"),
    "reset": message("sent a link for a password"),
    "disable": message("disabled an account"),
    "enable": message("let in again"),
    "export": message("exported an article"),
    "final": message("let an article go out"),
    "reopen": message("took up an article again"),
    "override": message("decided over obstacles"),
    "approve-own": message("approved their own text"),
    "setting": message("changed a setting"),
    "token": message("made an API token"),
    "token-revoked": message("revoked an API token"),
}
"""What the audit log tells, in words."""

BROWSERS = ("Edg", "OPR", "Firefox", "Chrome", "Safari")
"""Names that browsers call themselves; each of them also bears some of those behind it."""
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS", "CrOS", "Linux")


def browser(agent: str) -> str:
    """What people call a browser, from what it calls itself: Firefox, Linux."""
    found = [next((name for name in names if name in agent), "") for names in (BROWSERS, SYSTEMS)]
    proper = {"Edg": "Edge", "OPR": "Opera", "CrOS": "ChromeOS"}
    return ", ".join(proper.get(name, name) for name in found if name) or agent[:40] or "–"
