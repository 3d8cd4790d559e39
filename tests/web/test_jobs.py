"""The pages of long work, and the form that brings in many articles."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.messages import message
from workbench.store import jobs

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient
    from sqlite_utils import Database

    from workbench.model import RawText


def post(client: FlaskClient, *files: tuple[str, bytes], field: str = "files") -> str:
    """Where an upload leads."""
    data = {field: [(io.BytesIO(data), name) for name, data in files]}
    answer = client.post("/articles/import/many", data=data)
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def texts(pair: tuple[RawText, RawText]) -> tuple[bytes, bytes]:
    return pair[0].text.encode(), pair[1].text.encode()


def test_checking_again_runs_in_the_background_and_reports(
    client: FlaskClient, db_path: Path, article: tuple[str, str]
) -> None:
    answer = client.post("/articles/rescore")
    assert answer.status_code == 303
    assert "It waits for its turn." in client.get(answer.location).text
    workflow.work(db_path)
    assert "Done: 1 article checked." in client.get(answer.location).text
    fragment = client.get(answer.location, headers={"HX-Request": "true"}).text
    assert "<html" not in fragment
    assert fragment.strip() in client.get(answer.location).text


def test_a_running_job_asks_again_by_itself(client: FlaskClient, db: Database) -> None:
    db.table("job").insert({"kind": "rescore", "state": "running", "total": 2, "created": ""})
    page = client.get("/jobs/1").text
    assert 'hx-trigger="every 1s"' in page
    assert 'http-equiv="refresh"' in page
    assert "0 of 2 articles checked" in page


def test_a_failed_job_says_why_in_the_language_of_the_page(
    client: FlaskClient, db: Database
) -> None:
    number = jobs.add_job(db, "rescore", 1)
    jobs.end_job(db, number, "failed", message("“%(name)s” is empty.", name="<b>it.txt</b>"))
    page = client.get(f"/jobs/{number}").text
    assert "It failed: “&lt;b&gt;it.txt&lt;/b&gt;” is empty." in page
    assert "every 1s" not in page


def test_an_unknown_job_is_404(client: FlaskClient) -> None:
    assert client.get("/jobs/7").status_code == 404
    assert client.post("/jobs/7/cancel").status_code == 404


def test_the_list_says_who_has_begun_what(client: FlaskClient, article: tuple[str, str]) -> None:
    assert "Nothing was ever begun here." in client.get("/jobs/").text
    client.set_cookie("name", "Anna")
    client.post("/articles/rescore")
    client.post("/scores/")
    page = client.get("/jobs/").text
    assert page.count("Anna</td>") == 2
    assert page.index("Measuring") < page.index("Checking again")
    assert "/jobs/" in client.get("/articles/").text


def test_work_is_cancelled_with_a_button(client: FlaskClient, article: tuple[str, str]) -> None:
    address = client.post("/articles/rescore").location
    answer = client.post(f"{address}/cancel")
    assert (answer.status_code, answer.location) == (303, address)
    page = client.get(address).text
    assert "Cancelled." in page
    assert f'action="{address}/cancel"' not in page


@pytest.mark.parametrize("field", ["files", "folder"])
def test_many_files_come_in_with_a_report_that_leads_to_each(
    client: FlaskClient, db_path: Path, small_pair: tuple[RawText, RawText], field: str
) -> None:
    italian, english = texts(small_pair)
    address = post(
        client,
        ("news/ponte/it.txt", italian),
        ("news/ponte/en.argo.txt", english),
        ("news/due/it.txt", italian),
        ("news/due/reading.txt", english),
        field=field,
    )
    workflow.work(db_path)
    page = client.get(address).text
    assert "Done: 2 articles looked at." in page
    assert 'href="/articles/ponte/argo/"' in page
    assert "1 came in" in page
    assert "2 were refused" in page
    assert "news/due/reading.txt" in page
    assert "due has it.txt but no English" in page


def test_a_zip_comes_in(
    client: FlaskClient, db_path: Path, small_pair: tuple[RawText, RawText]
) -> None:
    italian, english = texts(small_pair)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("ponte/it.txt", italian)
        archive.writestr("ponte/en.argo.txt", english)
    address = post(client, ("news.zip", out.getvalue()))
    workflow.work(db_path)
    assert 'href="/articles/ponte/argo/"' in client.get(address).text


@pytest.mark.parametrize("files", [[], [("a.zip", b"no zip")]])
def test_what_cannot_be_read_brings_the_form_back_with_the_reason(
    client: FlaskClient, db: Database, files: list[tuple[str, bytes]]
) -> None:
    data = {"files": [(io.BytesIO(data), name) for name, data in files]}
    answer = client.post("/articles/import/many", data=data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert db.table("job").count == 0


def test_the_form_is_found_from_the_import_of_one(client: FlaskClient) -> None:
    assert 'href="/articles/import/many"' in client.get("/articles/import").text
    assert 'name="files"' in client.get("/articles/import/many").text
