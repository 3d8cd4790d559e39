"""The editor's page and its forms, as a browser without scripts sees them, and with htmx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest

from workbench import workflow
from workbench.checks.base import Category
from workbench.ingest import from_paste
from workbench.web import labels
from workbench.workflow import steps

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

    from workbench.model import RawText, Segment

HX = {"HX-Request": "true"}


@pytest.fixture
def place(article: tuple[str, str]) -> str:
    """The address of the editor."""
    return "/articles/{}/{}/".format(*article)


@pytest.fixture
def first(db: Database, article: tuple[str, str]) -> Segment:
    """The paragraph with the wrong magnitude."""
    return workflow.version(db, *article).segments[1]


def post(
    client: FlaskClient, place: str, segment: Segment, action: str, text: str, **more: str
) -> tuple[int, str]:
    form = {"text": text, "base": str(segment.revision), "action": action}
    answer = client.post(f"{place}segments/{segment.id}", data=form | more, headers=HX)
    return answer.status_code, answer.text


def test_the_article_stands_side_by_side(client: FlaskClient, place: str) -> None:
    page = client.get(place).text
    assert "Il ponte sul Lentro riapre" in page
    assert '<p class="text current" lang="en">' in page
    assert page.count('<section class="row ') == 4


def test_one_paragraph_is_open_and_the_first_unconfirmed_one(
    client: FlaskClient, place: str, first: Segment
) -> None:
    page = client.get(place).text
    assert page.count("<textarea") == 1
    assert 'aria-label="English text of paragraph 1"' in page
    assert 'aria-label="English text of paragraph 2"' in client.get(f"{place}?edit={first.id}").text


def test_findings_are_marked_and_listed_with_their_reason(
    client: FlaskClient, place: str, first: Segment
) -> None:
    page = client.get(f"{place}?edit={first.id}").text
    assert re.search('<mark class="critical"[^>]* title="“2,4 milioni” is 2.4 million', page)
    assert ">2.4 billion</mark>" in page
    assert '<span class="tag critical">' in page


@pytest.mark.parametrize(("show", "rows"), [("open", 4), ("flagged", 1), ("nonsense", 4)])
def test_a_filter_shows_its_rows(client: FlaskClient, place: str, show: str, rows: int) -> None:
    assert client.get(f"{place}?show={show}").text.count('<section class="row ') == rows


def test_an_empty_filter_says_so(client: FlaskClient, place: str) -> None:
    assert "choose another filter" in client.get(f"{place}?show=unaligned").text


def test_confirming_returns_the_row_and_opens_the_next_one(
    client: FlaskClient, place: str, first: Segment
) -> None:
    status, fragment = post(client, place, first, "confirm", "Corrected text.")
    assert status == 200
    assert f'id="s{first.id}"' in fragment
    assert 'aria-label="English text of paragraph 3"' in fragment
    assert "1 of 4 confirmed" in fragment
    assert 'Open <span class="num">3</span>' in fragment


def test_the_page_includes_the_very_fragment_the_post_renders(
    client: FlaskClient, place: str, db: Database, article: tuple[str, str]
) -> None:
    last = workflow.version(db, *article).segments[3]
    _, fragment = post(client, place, last, "confirm", "Corrected text.")
    row = fragment[: fragment.index("</section>")]
    assert row.strip() in client.get(place).text


def test_without_scripts_confirming_leads_to_the_next_paragraph(
    client: FlaskClient, place: str, first: Segment
) -> None:
    form = {"text": "Corrected text.", "base": "0", "action": "confirm", "show": "open"}
    answer = client.post(f"{place}segments/{first.id}", data=form)
    assert answer.status_code == 303
    assert f"edit={first.id + 1}&show=open#s{first.id + 1}" in answer.location


def test_behind_the_last_paragraph_comes_what_was_left_on_the_way(
    client: FlaskClient, place: str, db: Database, article: tuple[str, str]
) -> None:
    *others, last = workflow.version(db, *article).segments
    form = {"text": "The end.", "base": "0", "action": "confirm"}
    answer = client.post(f"{place}segments/{last.id}", data=form)
    assert answer.location.endswith(f"/?edit={others[0].id}#s{others[0].id}")
    for each in others:
        answer = client.post(f"{place}segments/{each.id}", data={**form, "text": each.current})
    assert answer.location.endswith(f"/#s{others[-1].id}")


def test_a_draft_stays_open(client: FlaskClient, place: str, first: Segment) -> None:
    _, fragment = post(client, place, first, "draft", "A draft.")
    assert "A draft.</textarea>" in fragment
    assert "0 of 4 confirmed" in fragment


def test_a_correction_shows_its_changes_and_scores(
    client: FlaskClient, place: str, first: Segment
) -> None:
    assert first.target
    post(client, place, first, "confirm", first.target.replace("billion", "million"))
    page = client.get(place).text
    assert "<del>billion</del><ins>million</ins>" in page
    assert "against the correction" in page
    assert "HTER" in page


def test_going_back_to_the_ai_text(client: FlaskClient, place: str, first: Segment) -> None:
    post(client, place, first, "draft", "A draft.")
    answer = post(client, place, first, "revert", "A draft.", base="1")
    assert answer[0] == 200
    assert "A draft." not in answer[1]


def test_a_suggestion_goes_in_without_scripts(
    client: FlaskClient, place: str, first: Segment
) -> None:
    key = next(f.key for f in first.findings if f.suggestion == "Monday")
    _, fragment = post(client, place, first, f"apply:{key}", first.target or "")
    assert "reopens on Monday at" in fragment


def test_a_paragraph_can_be_left_out(
    client: FlaskClient, place: str, first: Segment, db: Database
) -> None:
    _, fragment = post(client, place, first, "leave-out", "whatever")
    assert "Left out on purpose." in fragment


def test_an_omitted_paragraph_offers_to_be_written_or_left_out(
    client: FlaskClient, db: Database, small_pair: tuple[RawText, RawText]
) -> None:
    shorter = from_paste("\n\n".join(small_pair[1].text.split("\n\n")[:3]))
    done = workflow.import_pair(db, small_pair[0], shorter)
    page = client.get(f"/articles/{done.slug}/{done.system}/").text
    row = page[page.index('aria-label="Paragraph 4"') :]
    assert "No English paragraph: omitted by the AI." in row
    assert ">Write it<" in row
    assert '<button class="button small" name="action" value="leave-out">' in row


def test_a_finding_says_its_kind_before_its_reason(
    client: FlaskClient, place: str, first: Segment
) -> None:
    page = client.get(f"{place}?edit={first.id}").text
    assert '<span class="why"><b>Accuracy.</b> “2,4 milioni”' in page


def test_every_kind_of_finding_has_a_name() -> None:
    assert set(labels.CATEGORIES) == set(get_args(Category))


def test_a_text_too_long_is_refused_with_its_sentence(
    client: FlaskClient, place: str, first: Segment
) -> None:
    status, fragment = post(client, place, first, "confirm", "x" * 200_001)
    assert status == 413
    assert fragment.startswith('<p class="alert" role="alert">The text has 200001 characters')


def test_a_dismissed_finding_is_gone_and_what_was_typed_is_kept(
    client: FlaskClient, place: str, first: Segment
) -> None:
    key = next(f.key for f in first.findings if f.suggestion == "Monday")
    form = {"text": f"{first.target} Typed.", "base": "0", "key": key}
    fragment = client.post(f"{place}segments/{first.id}/dismiss", data=form, headers=HX).text
    assert "Typed.</textarea>" in fragment


def test_dismissing_alone_writes_nothing(
    client: FlaskClient, place: str, first: Segment, db: Database
) -> None:
    key = first.findings[0].key
    form = {"text": first.target or "", "base": "0", "key": key}
    client.post(f"{place}segments/{first.id}/dismiss", data=form, headers=HX)
    assert workflow.history(db, first.id) == []


def test_dismissing_from_a_stale_page_shows_both_texts(
    client: FlaskClient, place: str, first: Segment
) -> None:
    post(client, place, first, "draft", f"{first.target} Theirs.")
    after = client.get(f"{place}segments/{first.id}?edit=1", headers=HX).text
    key = after.split('name="key" value="')[1][:12]
    form = {"text": "Mine.", "base": "0", "key": key}
    answer = client.post(f"{place}segments/{first.id}/dismiss", data=form, headers=HX)
    assert answer.status_code == 409
    assert "Mine.</textarea>" in answer.text


@pytest.mark.parametrize("headers", [HX, {}])
def test_a_conflict_shows_both_texts_and_loses_none(
    client: FlaskClient, place: str, first: Segment, headers: dict[str, str]
) -> None:
    post(client, place, first, "draft", "Theirs.")
    form = {"text": "Mine.", "base": "0", "action": "confirm"}
    answer = client.post(f"{place}segments/{first.id}", data=form, headers=headers)
    assert answer.status_code == 409
    assert "Mine.</textarea>" in answer.text
    assert "<ins>Theirs" in answer.text
    assert "<ins>Mine" in answer.text
    assert f'both started from</h3><p class="text" lang="en">{first.target}</p>' in answer.text


def test_two_changes_that_leave_each_other_alone_are_taken_both(
    client: FlaskClient, place: str, first: Segment
) -> None:
    assert first.target is not None
    theirs = first.target.replace("monday", "Monday")
    mine = first.target.replace("billion", "million")
    post(client, place, first, "draft", theirs)
    status, fragment = post(client, place, first, "confirm", mine)
    assert status == 409
    assert 'value="mine-and-theirs"' in fragment
    now = re.search('name="base" value="([0-9]+)"', fragment)
    assert now is not None
    again = {"base": now[1], "ancestor": str(first.revision)}
    status, fragment = post(client, place, first, "mine-and-theirs", mine, **again)
    assert status == 200
    assert theirs.replace("billion", "million") + "</textarea>" in fragment


def test_two_changes_of_the_same_words_are_put_together_by_hand(
    client: FlaskClient, place: str, first: Segment
) -> None:
    post(client, place, first, "draft", "Theirs.")
    fragment = post(client, place, first, "confirm", "Mine.")[1]
    assert 'value="mine-and-theirs"' not in fragment
    assert "put them together in the field" in fragment


def test_autosave_answers_in_json_with_what_was_found(
    client: FlaskClient, place: str, first: Segment
) -> None:
    form = {"text": "On tuesday the the bridge reopens.", "base": "0"}
    saved = client.post(f"{place}segments/{first.id}/draft", data=form).get_json()
    assert saved["revision"] == 1
    assert "Tuesday" in saved["findings"]
    assert "<mark" in saved["mirror"]


def test_a_stale_autosave_is_refused(client: FlaskClient, place: str, first: Segment) -> None:
    post(client, place, first, "draft", "Theirs.")
    answer = client.post(f"{place}segments/{first.id}/draft", data={"text": "Mine", "base": "0"})
    assert answer.status_code == 409
    assert "Somebody" in answer.get_json()["error"]


@pytest.mark.parametrize("headers", [HX, {}])
def test_the_history_lists_every_text(
    client: FlaskClient, place: str, first: Segment, headers: dict[str, str]
) -> None:
    post(client, place, first, "draft", "A draft.")
    page = client.get(f"{place}segments/{first.id}/history", headers=headers).text
    assert "A draft" in re.sub("<del>.*?</del>|<[^>]*>", "", page)
    assert "2.4 billion" in page


@pytest.mark.parametrize("headers", [HX, {}])
def test_the_scores_of_the_article_come_when_asked_for(
    client: FlaskClient, place: str, first: Segment, headers: dict[str, str]
) -> None:
    assert "No figures yet" in client.get(f"{place}scores", headers=headers).text
    post(client, place, first, "confirm", "Corrected text.")
    page = client.get(f"{place}scores", headers=headers).text
    assert "chrF2++" in page
    assert "version:2" in page


def test_a_row_alone_is_a_fragment_for_htmx_and_the_page_for_others(
    client: FlaskClient, place: str, first: Segment
) -> None:
    assert "<html" not in client.get(f"{place}segments/{first.id}", headers=HX).text
    answer = client.get(f"{place}segments/{first.id}?edit=1")
    assert answer.status_code == 302
    assert f"edit={first.id}" in answer.location


def test_markup_in_a_text_is_shown_as_text(client: FlaskClient, place: str, first: Segment) -> None:
    text = "<script>alert(1)</script></textarea><b>bold</b>"
    _, fragment = post(client, place, first, "confirm", text)
    assert "<script>" not in fragment
    assert "&lt;script&gt;" in fragment


@pytest.mark.parametrize(
    "address",
    ["/articles/nowhere/argo/", "/articles/nowhere/argo/scores", "/articles/..%2F..%2Fetc/argo/"],
)
def test_what_is_not_there_is_404(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_paragraph_that_is_not_there_is_404(client: FlaskClient, place: str) -> None:
    assert client.post(f"{place}segments/999", data={"text": "x"}).status_code == 404
    assert client.get(f"{place}segments/999/history").status_code == 404


def test_a_text_too_long_is_413(client: FlaskClient, place: str, first: Segment) -> None:
    assert post(client, place, first, "draft", "x" * 200_001)[0] == 413


def test_a_paragraph_is_merged_with_the_next_and_keeps_what_was_typed(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    first = workflow.version(db, *article).segments[1]
    address = f"/articles/{article[0]}/{article[1]}/segments/{first.id}/repair"
    answer = client.post(address, data={"action": "merge", "text": "Typed.", "base": "0"})
    assert answer.status_code == 303
    merged = workflow.version(db, *article).segments[1]
    assert f"edit={merged.id}" in answer.location
    assert (merged.current or "").startswith("Typed.\n\n")


def test_a_paragraph_is_split_where_the_caret_stands(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    first = workflow.version(db, *article).segments[1]
    text = "The bridge reopens. It cost 2.4 million."
    data = {"action": "split", "text": f" {text}", "base": "0", "caret": text.index("It") + 1}
    address = f"/articles/{article[0]}/{article[1]}/segments/{first.id}/repair"
    answer = client.post(address, data=data, headers={"HX-Request": "true"})
    halves = workflow.version(db, *article).segments[1:3]
    assert answer.headers["HX-Redirect"].endswith(f"#s{halves[0].id}")
    assert [half.current for half in halves] == ["The bridge reopens.", "It cost 2.4 million."]


def test_a_caret_at_the_end_splits_nothing(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    first = workflow.version(db, *article).segments[1]
    address = f"/articles/{article[0]}/{article[1]}/segments/{first.id}/repair"
    data = {"action": "split", "caret": "999", "text": first.current, "base": "0"}
    assert client.post(address, data=data).status_code == 422
    assert len(workflow.version(db, *article).segments) == 4


def test_a_dismissed_finding_can_be_taken_up_again_beside_the_field(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    slug, system = article
    segment = workflow.version(db, slug, system).segments[1]
    finding = segment.findings[0]
    workflow.dismiss(db, segment.id, finding.key, author="ada")
    page = client.get(f"/articles/{slug}/{system}/?edit={segment.id}").text
    assert "1 dismissed finding" in page
    here = f"/articles/{slug}/{system}/segments/{segment.id}/undismiss"
    assert client.post(here, data={"key": finding.key, "base": 0}).status_code == 303
    assert finding in workflow.version(db, slug, system).segments[1].findings


def test_metrics_that_take_long_come_a_moment_after_the_save(
    client: FlaskClient, db: Database, long_pair: tuple[RawText, RawText]
) -> None:
    slug = workflow.import_pair(db, *long_pair, system="argo").slug
    (segment,) = workflow.version(db, slug).segments
    text = f"{segment.target} So it is."
    workflow.save(db, segment.id, text, confirm=True, base=0, author="ada")
    here = f"/articles/{slug}/argo/segments/{segment.id}"
    assert f'hx-get="{here}/scores"' in client.get(here, headers=HX).text
    later = client.get(f"{here}/scores").text
    assert "HTER" in later
    assert "hx-get" not in later


def test_what_was_typed_in_a_paragraph_merged_meanwhile_stands_beside_what_it_became(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    slug, system = article
    version = workflow.version(db, slug, system)
    gone = version.segments[1]
    workflow.repair(db, version.id, version.alignment, steps.merge(gone.id), author="ada")
    merged = workflow.version(db, slug, system).segments[1]
    here = f"/articles/{slug}/{system}/segments/{gone.id}"
    answer = client.post(here, data={"text": "Mine.", "action": "confirm", "base": 0}, headers=HX)
    assert answer.status_code == 409
    assert f'id="s{merged.id}"' in answer.text
    assert "Mine.</textarea>" in answer.text


def test_what_was_left_out_and_came_again_is_not_called_an_omission(
    client: FlaskClient, db: Database, article: tuple[str, str], small_pair: tuple[RawText, RawText]
) -> None:
    slug, system = article
    segment = workflow.version(db, slug, system).segments[3]
    workflow.save(db, segment.id, "", confirm=True, base=0, author="ada")
    assert workflow.version(db, slug, system).segments[3].findings == ()
    newer = from_paste(small_pair[1].text.replace("promised", "pledged"))
    workflow.import_pair(db, small_pair[0], newer, slug=slug, system=system, newer=True)
    page = client.get(f"/articles/{slug}/{system}/").text
    assert "Left out on purpose; the AI text is newer" in page
    assert "omitted by the AI" not in page


def test_a_save_names_the_rows_whose_findings_it_changed(
    client: FlaskClient, db: Database, article: tuple[str, str], place: str
) -> None:
    segments = workflow.version(db, *article).segments
    stale = []
    for at, text in ((3, "The US objects."), (0, "The U.S. pays."), (1, "The village agrees.")):
        sent = {"text": text, "base": "0", "action": "draft"}
        answer = client.post(f"{place}segments/{segments[at].id}", data=sent, headers=HX)
        stale.append(answer.headers.get("X-Stale"))
    assert stale == [None, str(segments[3].id), None]


def test_the_history_shows_what_each_text_changed_and_puts_one_back(
    client: FlaskClient, db: Database, place: str, first: Segment
) -> None:
    kept = (first.target or "").replace("billion", "million")
    workflow.save(db, first.id, kept, confirm=True, base=0, author="ada")
    newest = workflow.save(
        db,
        first.id,
        "All new.",
        confirm=False,
        base=workflow.history(db, first.id)[0].id,
        author="b",
    )
    page = client.get(f"{place}segments/{first.id}/history").text
    assert "<del>billion</del><ins>million</ins>" in page
    assert page.count("stands now") == 1
    event = workflow.history(db, first.id)[1].id
    sent = {"base": str(newest.revision), "action": f"restore:{event}"}
    client.post(f"{place}segments/{first.id}", data=sent)
    assert workflow.history(db, first.id)[0].text == kept
    assert len(workflow.history(db, first.id)) == 3


@pytest.mark.parametrize("headers", [HX, {}])
def test_a_paragraph_that_nobody_wrote_in_has_the_ai_text_as_its_history(
    client: FlaskClient, place: str, first: Segment, headers: dict[str, str]
) -> None:
    page = client.get(f"{place}segments/{first.id}/history", headers=headers).text
    assert "2.4 billion" in page
    assert "stands now" in page


@pytest.mark.parametrize("event", ["0", "99", "x", "-1", ""])
def test_a_text_that_was_never_there_is_not_put_back(
    client: FlaskClient, db: Database, place: str, first: Segment, event: str
) -> None:
    sent = {"base": "0", "action": f"restore:{event}", "text": "Typed."}
    assert client.post(f"{place}segments/{first.id}", data=sent).status_code == 404
    assert workflow.history(db, first.id) == []


def test_after_a_dismissal_its_like_in_the_article_can_be_dismissed_too(
    client: FlaskClient, db: Database
) -> None:
    texts = "Torino apre.\n\nTorino chiude.", "Torino opens.\n\nTorino closes."
    done = workflow.import_pair(db, *map(from_paste, texts), system="argo")
    place = f"/articles/{done.slug}/argo/"
    first, second = workflow.version(db, done.slug).segments
    key = next(found.key for found in first.findings if found.check == "exonym")
    sent = {"key": key, "base": "0", "text": first.current}
    page = client.post(f"{place}segments/{first.id}/dismiss", data=sent, headers=HX).text
    assert "The article has 1 more like it." in page
    answer = client.post(f"{place}segments/{first.id}/alike", data=sent, headers=HX)
    assert answer.headers["X-Stale"] == str(second.id)
    assert "more like it" not in answer.text
    findings = [f.check for s in workflow.version(db, done.slug).segments for f in s.findings]
    assert "exonym" not in findings


def test_the_sentences_that_say_the_same_are_told_in_json(
    client: FlaskClient, db: Database, place: str, first: Segment
) -> None:
    answer = client.get(f"{place}segments/{first.id}/sentences")
    assert answer.json == [[0, len(first.source or ""), 0, len(first.target or "")]]
    assert client.get(f"{place}segments/999/sentences").status_code == 404
