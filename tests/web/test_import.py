"""The import form: what goes in, what is refused, and that nothing typed is lost."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

    from workbench.model import RawText

    Two = tuple[RawText, RawText]

ADDRESS = "/articles/import"


def form(pair: Two, **more: object) -> dict[str, object]:
    return {"source": pair[0].text, "target": pair[1].text} | more


def test_the_form_has_a_field_for_each_language(client: FlaskClient) -> None:
    page = client.get(ADDRESS).text
    assert '<textarea id="source" name="source" lang="it"' in page
    assert '<textarea id="target" name="target" lang="en"' in page


def preview(client: FlaskClient, pair: Two, **more: object) -> str:
    """The address of the preview of a pair."""
    return client.post(ADDRESS, data=form(pair, **more)).location


def test_two_pasted_texts_are_shown_before_they_are_imported(
    client: FlaskClient, small_pair: Two, db: Database
) -> None:
    answer = client.post(ADDRESS, data=form(small_pair, system="Argo", title="Ponte"))
    assert answer.status_code == 303
    assert answer.location == "/pairing/1/"
    assert "2.4 billion" in client.get(answer.location).text
    assert workflow.summaries(db) == []


def test_what_was_looked_at_opens_in_the_editor(client: FlaskClient, small_pair: Two) -> None:
    page = preview(client, small_pair, system="Argo")
    answer = client.post(f"{page}import", data={"title": " Il  ponte "})
    assert answer.location == "/articles/riapre-il-ponte-vecchio-di-roccalta/argo/"
    assert '<h1 lang="it">Il ponte</h1>' in client.get(answer.location).text


def test_a_discarded_preview_leaves_nothing_behind(
    client: FlaskClient, small_pair: Two, db: Database
) -> None:
    page = preview(client, small_pair)
    assert client.post(f"{page}discard").location == "/articles/"
    assert "Imports to finish" not in client.get("/articles/").text
    assert [db.table(name).count for name in ("article", "text", "paragraph", "segment")] == [0] * 4


def test_an_unfinished_import_is_listed_and_goes_on(client: FlaskClient, small_pair: Two) -> None:
    page = preview(client, small_pair)
    assert f'href="{page}"' in client.get("/articles/").text


def test_one_side_may_come_later(client: FlaskClient, small_pair: Two) -> None:
    answer = client.post(ADDRESS, data={"source": small_pair[0].text})
    assert answer.location == "/articles/#unfinished"
    listed = client.get("/articles/").text
    assert "Add the English" in listed
    fields = {"article": "riapre-il-ponte-vecchio-di-roccalta", "side": "target"}
    page = client.get(ADDRESS, query_string=fields).text
    assert 'name="target"' in page
    assert 'name="source"' not in page
    answer = client.post(ADDRESS, data={**fields, "target": small_pair[1].text})
    assert answer.location == "/pairing/1/"
    assert "Add the English" not in client.get("/articles/").text


def test_a_side_that_waits_can_be_discarded(client: FlaskClient, small_pair: Two) -> None:
    client.post(ADDRESS, data={"target": small_pair[1].text})
    assert "Add the Italian" in client.get("/articles/").text
    client.post("/articles/roccalta-s-old-bridge-reopens/discard")
    assert "Add the Italian" not in client.get("/articles/").text


def test_the_same_pair_again_says_so(client: FlaskClient, small_pair: Two) -> None:
    client.post(f"{preview(client, small_pair)}import")
    page = client.post(ADDRESS, data=form(small_pair), follow_redirects=True).text
    assert "already here" in page


def test_a_newer_text_says_what_becomes_of_the_work(client: FlaskClient, small_pair: Two) -> None:
    client.post(f"{preview(client, small_pair)}import")
    newer = small_pair[0], from_paste(small_pair[1].text.replace("whole valley", "entire valley"))
    page = client.get(preview(client, newer, newer="1")).text
    assert "A newer text by this system" in page
    assert '<b class="num">3</b> as before' in page


def test_files_with_crlf_and_a_bom_are_read(client: FlaskClient, small_pair: Two) -> None:
    windows = small_pair[0].text.replace("\n", "\r\n").encode("utf-8-sig")
    files = {
        "source_file": (BytesIO(windows), "it.txt"),
        "target_file": (BytesIO(small_pair[1].text.encode()), "en.txt"),
    }
    assert client.post(ADDRESS, data=files).status_code == 303


@pytest.mark.parametrize("kind", ["pasted", "uploaded"])
def test_a_reference_may_come_along(
    client: FlaskClient, small_pair: Two, db: Database, kind: str
) -> None:
    human = small_pair[1].text.replace("billion", "million")
    given = (
        {"reference": human}
        if kind == "pasted"
        else {"reference_file": (BytesIO(human.encode()), "human.txt")}
    )
    client.post(f"{preview(client, small_pair, **given)}import")
    assert workflow.summaries(db)[0].has_reference


def test_exchanged_texts_are_refused_and_stay_in_the_form(
    client: FlaskClient, small_pair: Two
) -> None:
    answer = client.post(ADDRESS, data=form((small_pair[1], small_pair[0]), title="Mio titolo"))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "exchanged" in answer.text
    assert "Il ponte sul Lentro" in answer.text
    assert 'value="Mio titolo"' in answer.text


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", 422),
        (b"\x00\x01\x02\x03", 422),
        (b"caff\xe8 \x81\x8d\x8f\x90", 422),
        (b"a" * (5 * 1024 * 1024 + 1), 413),
        (b"a" * (13 * 1024 * 1024), 413),
    ],
    ids=["empty", "binary", "undecodable", "6 MB", "13 MB"],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(
    client: FlaskClient, data: bytes, status: int
) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="source_file"; filename="it.txt"\r\n\r\n'
    body = head + data + b"\r\n--x--\r\n"
    answer = client.post(ADDRESS, data=body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == status
    assert answer.text.count('role="alert"') == 1


def test_an_empty_form_asks_for_a_text(client: FlaskClient) -> None:
    answer = client.post(ADDRESS, data={"source": " ", "target": ""})
    assert answer.status_code == 422
    assert "Both texts are missing: paste one, or choose a file." in answer.text


def test_the_refusal_is_in_the_language_of_the_page(client: FlaskClient, small_pair: Two) -> None:
    client.set_cookie("locale", "it")
    answer = client.post(ADDRESS, data=form((small_pair[1], small_pair[0])))
    assert "I testi sono scambiati" in answer.text
