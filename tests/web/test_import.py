"""The import form: what goes in, what is refused, and that nothing typed is lost."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from workbench import workflow

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


def test_two_pasted_texts_open_in_the_editor(client: FlaskClient, small_pair: Two) -> None:
    answer = client.post(ADDRESS, data=form(small_pair, system="Argo", title="Ponte"))
    assert answer.status_code == 303
    assert answer.location == "/articles/ponte/argo/"
    assert "2.4 billion" in client.get(answer.location).text


def test_the_same_pair_again_says_so(client: FlaskClient, small_pair: Two) -> None:
    client.post(ADDRESS, data=form(small_pair))
    page = client.post(ADDRESS, data=form(small_pair), follow_redirects=True).text
    assert "already here" in page


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
    client.post(ADDRESS, data=form(small_pair, **given))
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


@pytest.mark.parametrize(
    ("missing", "named"), [("source", "The Italian original"), ("target", "The English by the AI")]
)
def test_a_missing_side_is_named(
    client: FlaskClient, small_pair: Two, missing: str, named: str
) -> None:
    answer = client.post(ADDRESS, data=form(small_pair) | {missing: " "})
    assert answer.status_code == 422
    assert f"{named} is missing: paste its text or choose a file." in answer.text


def test_the_refusal_is_in_the_language_of_the_page(client: FlaskClient, small_pair: Two) -> None:
    client.set_cookie("locale", "it")
    answer = client.post(ADDRESS, data=form((small_pair[1], small_pair[0])))
    assert "I testi sono scambiati" in answer.text
