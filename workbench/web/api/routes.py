"""Every address of the API: what it is called, takes, gives and does. The document follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.web.api import reading, shapes, writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Response
    from msgspec import Struct

PREFIX = "/api/v1"
_TRANSLATION = "/articles/<slug>/<system>"
_SEGMENT = f"{_TRANSLATION}/segments/<int:number>"


class Route(NamedTuple):
    """One address and method; the view's docstring says what it does."""

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
    path: str
    view: Callable[..., Struct | Response]
    gives: type[Struct] | None
    """None where it gives plain text."""
    takes: type[shapes.Given] | None = None
    query: type[shapes.Given] | None = None
    statuses: tuple[int, ...] = (200,)
    """Of what it gives; the first is the usual one."""
    once: Literal["no", "short", "long"] = "no"
    """Whether a key keeps it from being done twice, and whether others wait until it is done."""
    refuses: tuple[int, ...] = ()
    """With which statuses, beside those that the rest of the row tells."""

    @property
    def name(self) -> str:
        """What the operation is called."""
        return self.view.__name__

    @property
    def refusals(self) -> list[int]:
        """All statuses of a refusal."""
        found = {401, 403, 503, *self.refuses}
        found |= {404} if "<" in self.path else set()
        found |= {413, 415, 422} if self.takes else set()
        found |= {422} if self.query else set()
        found |= {409} if self.once != "no" else set()
        return sorted(found)


ROUTES = (
    Route(
        "GET",
        "/articles",
        reading.list_articles,
        gives=shapes.Articles,
        query=shapes.ArticlesWanted,
    ),
    Route(
        "POST",
        "/articles",
        writing.import_article,
        gives=shapes.Translation,
        takes=shapes.NewArticle,
        statuses=(201, 200),
        once="long",
    ),
    Route("GET", "/articles/<slug>", reading.get_article, gives=shapes.Article),
    Route("GET", _TRANSLATION, reading.get_translation, gives=shapes.Translation),
    Route(
        "GET",
        f"{_TRANSLATION}/segments",
        reading.list_segments,
        gives=shapes.Segments,
        query=shapes.Page,
    ),
    Route("GET", f"{_TRANSLATION}/scores", reading.get_scores, gives=shapes.Scores),
    Route("GET", f"{_TRANSLATION}/export", reading.export, gives=None, query=shapes.ExportWanted),
    Route("GET", _SEGMENT, reading.get_segment, gives=shapes.Segment),
    Route(
        "PATCH",
        _SEGMENT,
        writing.change_segment,
        gives=shapes.Segment,
        takes=shapes.SegmentChange,
        once="short",
        refuses=(423,),
    ),
    Route("PUT", f"{_SEGMENT}/dismissed/<key>", writing.dismiss, gives=shapes.Segment),
    Route("DELETE", f"{_SEGMENT}/dismissed/<key>", writing.undismiss, gives=shapes.Segment),
    Route("GET", f"{_SEGMENT}/history", reading.get_history, gives=shapes.History),
    Route("GET", f"{_SEGMENT}/notes", reading.get_notes, gives=shapes.Threads),
    Route(
        "POST",
        f"{_SEGMENT}/notes",
        writing.write_note,
        gives=shapes.Threads,
        takes=shapes.NewNote,
        statuses=(201,),
        once="short",
    ),
    Route(
        "PATCH",
        f"{_SEGMENT}/notes/<int:thread>",
        writing.settle_thread,
        gives=shapes.Threads,
        takes=shapes.ThreadChange,
        once="short",
    ),
    Route("GET", "/queue", reading.list_queue, gives=shapes.Queue, query=shapes.QueueWanted),
    Route("GET", "/glossary", reading.list_terms, gives=shapes.Glossary, query=shapes.Page),
    Route(
        "POST",
        "/glossary",
        writing.add_term,
        gives=shapes.Term,
        takes=shapes.NewTerm,
        statuses=(201,),
        once="long",
    ),
    Route("GET", "/checks", reading.list_checks, gives=shapes.Checks),
    Route("POST", "/check", reading.check, gives=shapes.Checked, takes=shapes.Pair),
    Route(
        "POST",
        "/jobs",
        writing.start_job,
        gives=shapes.Job,
        takes=shapes.NewJob,
        statuses=(202,),
        once="long",
        refuses=(404,),
    ),
    Route("GET", "/jobs/<int:number>", reading.get_job, gives=shapes.Job),
)
