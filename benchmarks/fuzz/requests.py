"""Requests to the API, made from its own document, and to every form of the pages."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import schemathesis
from flask import got_request_exception
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from benchmarks.fuzz.inputs import ODD, pieces, shipped
from benchmarks.fuzz.tally import Tally, clock, watched
from workbench import workflow
from workbench.db import opened
from workbench.ingest import from_paste
from workbench.resources import resource_dir
from workbench.web import create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask
    from werkzeug.routing import Rule

TARGETS = {"API": 0.6, "forms": 0.4}
"""What is asked, and how much of all requests is its."""
ITALIAN = (
    "Il ponte riapre lunedì\n\nCosta 2,4 milioni, dice il sindaco di Torino.\n\nRestano tre anni."
)
ENGLISH = (
    "The bridge reopens\n\nIt costs 2.4 billion, says the mayor of Torino.\n\nThree years remain."
)
REAL = {"slug": "ponte", "system": "argo", "number": "2", "thread": "1", "filename": "app.css"}
"""What stands in the addresses of what is there."""
HUGE = (
    "-1",
    "0",
    "1",
    "2",
    "3",
    str(2**31),
    str(2**63),
    str(-(2**63) - 1),
    "9" * 40,
    "1e400",
    "NaN",
)
values = st.sampled_from(HUGE) | st.sampled_from(ODD) | shipped | pieces


class Wrong(Exception):
    """An answer that no request may get."""


class Site(NamedTuple):
    """The workbench with an article and a note in it, and what went wrong in it."""

    app: Flask
    raised: list[BaseException]


def run(name: str, tries: int, start: int) -> Tally:
    """So many requests, to a database of their own; others with each `start`."""
    with served() as site:
        ask = api_requests(site) if name == "API" else form_requests(site)
        return counted(ask, site, tries, start)


@contextmanager
def served() -> Iterator[Site]:
    """A database of its own, served to a client in this process."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbench.db"
        with opened(path) as db:
            texts = from_paste(ITALIAN), from_paste(ENGLISH)
            done = workflow.import_pair(db, *texts, slug=REAL["slug"], system=REAL["system"])
            first = workflow.version(db, done.slug, done.system).segments[0]
            workflow.note(db, first.id, "A note.", author="ada")
        raised: list[BaseException] = []
        app = create_app(path)

        def keep(_app: Flask, exception: BaseException) -> None:
            raised.append(exception)

        with got_request_exception.connected_to(keep, app):
            yield Site(app, raised)


def counted(ask: st.SearchStrategy[Asked], site: Site, tries: int, start: int) -> Tally:
    """What became of so many requests."""
    tally = Tally()

    @seed(start)
    @settings(
        max_examples=tries,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(ask)
    def each(asked: Asked) -> None:
        began = clock()
        try:
            with watched():
                status = asked.send()
            end = f"{status // 100}xx"
            if status >= 500:
                raise site.raised[-1] if site.raised else Wrong(f"{status}: {asked.what[:80]}")
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is what is looked for
            tally.fail(error, asked.what)
            end = "failed"
        tally.note(end, clock() - began)

    each()
    return tally


class Asked(NamedTuple):
    """A request that can be sent, and what it is."""

    what: str
    send: Callable[[], int]


def api_requests(site: Site) -> st.SearchStrategy[Asked]:
    """As the document of the API allows them, every other one to what is there."""
    document = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", site.app)
    operations = [found.ok() for found in document.get_all_operations()]

    def asked(case: Any, place: str) -> Asked:
        if place == "real":
            case.path_parameters = {k: REAL.get(k, v) for k, v in case.path_parameters.items()}
        return Asked(f"{case.method} {case.path} {case!r}", lambda: int(case.call().status_code))

    cases = st.sampled_from(operations).flatmap(lambda operation: operation.as_strategy())
    return st.builds(asked, cases, st.sampled_from(("real", "any")))


def form_requests(site: Site) -> st.SearchStrategy[Asked]:
    """Every address of the pages in every method, with the fields of all forms, oddly filled in."""
    fields = st.sampled_from(field_names()) | pieces
    forms = st.lists(st.tuples(fields, values), max_size=8)
    rules = [rule for rule in site.app.url_map.iter_rules() if not rule.rule.startswith("/api/")]

    def asked(rule: Rule, places: list[str], place: str, form: list[tuple[str, str]]) -> Asked:
        drawn = iter(places)
        parts = {name: next(drawn) for name in sorted(rule.arguments)}
        path = filled(
            rule, {name: REAL.get(name, "2") for name in parts} if place == "real" else parts
        )
        client = site.app.test_client()
        method = "POST" if "POST" in (rule.methods or ()) else "GET"
        given = {"data": multiple(form)} if method == "POST" else {"query_string": multiple(form)}
        return Asked(
            f"{method} {path} {form}",
            lambda: client.open(path, method=method, buffered=True, **given).status_code,
        )

    return st.builds(
        asked,
        st.sampled_from(rules),
        st.lists(values, min_size=4, max_size=4),
        st.sampled_from(("real", "real", "real", "any")),
        forms,
    )


def field_names() -> list[str]:
    """The names of all fields in the templates."""
    folder = resource_dir("templates", "base.html")
    texts = (file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.html")))
    return sorted({name for text in texts for name in re.findall(r'name="([a-z_]+)"', text)})


def filled(rule: Rule, parts: dict[str, str]) -> str:
    """The rule's address with these parts, as a browser would write it."""
    return re.sub(
        r"<(?:[^<>:]+:)?([^<>]+)>",
        lambda found: quote(parts[found[1]].encode("utf-8", "surrogatepass"), safe="") or "-",
        rule.rule,
    )


def multiple(form: list[tuple[str, str]]) -> Any:
    """The fields with repetitions; half a surrogate pair cannot be sent."""
    return MultiDict((sent(name), sent(value)) for name, value in form)


def sent(text: str) -> str:
    """The text as far as UTF-8 can say it."""
    return text.encode("utf-8", "replace").decode()
