"""Importing: what is new, what is known, what is refused, and that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, NotFound
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import RawText

    Two = tuple[RawText, RawText]


def test_a_pair_becomes_an_article_with_aligned_segments(db: Database, small_pair: Two) -> None:
    done = workflow.import_pair(db, *small_pair, system="argo")
    version = workflow.version(db, done.slug)
    assert done == workflow.Imported("riapre-il-ponte-vecchio-di-roccalta", "argo", new=True)
    assert version.article.title == "Riapre il ponte vecchio di Roccalta"
    assert [s.role for s in version.segments] == ["headline", "body", "body", "body"]
    assert all(s.source and s.target and s.confidence for s in version.segments)


def test_the_raw_texts_are_kept_as_they_came(db: Database, small_pair: Two) -> None:
    workflow.import_pair(db, *small_pair)
    kept = [row["raw"] for row in db.query("SELECT raw FROM text ORDER BY id")]
    assert kept == [raw.text for raw in small_pair]


def test_the_same_pair_twice_changes_nothing(db: Database, small_pair: Two) -> None:
    first = workflow.import_pair(db, *small_pair)
    again = workflow.import_pair(db, *small_pair)
    assert (first.new, again.new) == (True, False)
    assert again.slug == first.slug
    assert len(workflow.summaries(db)) == 1


def test_another_english_text_becomes_a_second_system(db: Database, small_pair: Two) -> None:
    italian, english = small_pair
    workflow.import_pair(db, italian, english)
    done = workflow.import_pair(db, italian, from_paste(english.text.replace("old", "ancient")))
    assert done == workflow.Imported("riapre-il-ponte-vecchio-di-roccalta", "ai-2", new=True)
    assert workflow.version(db, done.slug).article.systems == ("ai", "ai-2")


def test_a_named_system_keeps_one_text_an_article(db: Database, small_pair: Two) -> None:
    italian, english = small_pair
    workflow.import_pair(db, italian, english, system="Argo")
    other = from_paste(english.text.replace("old", "ancient"))
    with pytest.raises(BadInput, match="“argo” already has another text"):
        workflow.import_pair(db, italian, other, system="Argo")


def test_two_articles_of_one_title_get_two_slugs(db: Database, small_pair: Two) -> None:
    italian, english = small_pair
    other = from_paste(italian.text + "\nUna coda nuova, scritta oggi per gli abitanti.\n")
    workflow.import_pair(db, italian, english, title="Il ponte")
    done = workflow.import_pair(db, other, english, title="Il ponte")
    assert done.slug == "il-ponte-2"


def test_a_slug_like_a_path_becomes_harmless(db: Database, small_pair: Two) -> None:
    assert workflow.import_pair(db, *small_pair, slug="../../etc").slug == "etc"


def test_a_title_may_be_given_and_is_tidied(db: Database, small_pair: Two) -> None:
    done = workflow.import_pair(db, *small_pair, title="  Il  ponte ")
    assert workflow.version(db, done.slug).article.title == "Il ponte"


def test_a_headline_of_any_length_makes_a_title(db: Database) -> None:
    paragraph = "Il comune riapre il ponte e la gente è contenta di passare. " * 10
    english = from_paste("The town reopens the bridge and people are glad to cross it. " * 10)
    done = workflow.import_pair(db, from_paste(paragraph), english)
    assert len(workflow.version(db, done.slug).article.title) == 200


def test_a_reference_is_aligned_and_gives_scores(db: Database, small_pair: Two) -> None:
    italian, english = small_pair
    human = from_paste(english.text.replace("billion", "million").replace("monday", "Monday"))
    done = workflow.import_pair(db, italian, english, reference=human)
    segment = workflow.version(db, done.slug).segments[1]
    assert segment.reference is not None
    assert "2.4 million" in segment.reference
    assert {score.against for score in segment.scores} == {"reference"}


def test_a_reference_may_come_later_and_only_once(db: Database, small_pair: Two) -> None:
    italian, english = small_pair
    human = from_paste(english.text.replace("billion", "million"))
    other = from_paste(english.text.replace("billion", "thousand"))
    slug = workflow.import_pair(db, italian, english).slug
    assert workflow.import_pair(db, italian, english, reference=human).new
    assert not workflow.import_pair(db, italian, english, reference=human).new
    assert workflow.version(db, slug).segments[1].scores
    with pytest.raises(BadInput, match="already has another reference"):
        workflow.import_pair(db, italian, english, reference=other)


def test_a_failed_import_leaves_nothing_behind(db: Database, small_pair: Two) -> None:
    furniture = from_paste("Loading...\n\n3' min read\n\nTranslated by AI\n")
    with pytest.raises(BadInput):
        workflow.import_pair(db, small_pair[0], furniture)
    assert workflow.summaries(db) == []


def test_the_same_text_on_both_sides_is_refused(db: Database, small_pair: Two) -> None:
    with pytest.raises(BadInput):
        workflow.import_pair(db, small_pair[0], small_pair[0])


def test_exchanged_languages_are_refused(db: Database, small_pair: Two) -> None:
    with pytest.raises(BadInput):
        workflow.import_pair(db, small_pair[1], small_pair[0])


def test_an_omitted_paragraph_keeps_its_place(db: Database, small_pair: Two) -> None:
    italian, english = small_pair
    paragraphs = english.text.split("\n\n")
    shorter = from_paste("\n\n".join([paragraphs[0], paragraphs[1], paragraphs[3]]))
    done = workflow.import_pair(db, italian, shorter)
    segments = workflow.version(db, done.slug).segments
    assert [s.target is None for s in segments] == [False, False, True, False]
    assert workflow.summaries(db)[0].unaligned == 1


def test_markup_in_a_text_is_kept_as_text(db: Database, small_pair: Two) -> None:
    italian, english = small_pair
    script = "<script>alert('ciao')</script> the mayor said, and that was all she said."
    done = workflow.import_pair(db, italian, from_paste(english.text + "\n" + script))
    assert any(s.target == script for s in workflow.version(db, done.slug).segments)


@pytest.fixture
def folder(tmp_path: Path, small_pair: Two) -> Path:
    """A folder with one article by two systems."""
    article = tmp_path / "corpus" / "ponte"
    article.mkdir(parents=True)
    (article / "it.txt").write_text(small_pair[0].text, encoding="utf-8")
    (article / "en.argo.txt").write_text(small_pair[1].text, encoding="utf-8")
    other = small_pair[1].text.replace("old", "ancient")
    (article / "en.brezza.txt").write_text(other, encoding="utf-8")
    (article / "reference.txt").write_text(other.replace("billion", "million"), encoding="utf-8")
    return article


def test_a_folder_of_articles_is_imported_whole(db: Database, folder: Path) -> None:
    done = list(workflow.import_folder(db, folder.parent))
    assert [(d.slug, d.system, d.new) for d in done] == [
        ("ponte", "argo", True),
        ("ponte", "brezza", True),
    ]
    assert all(summary.has_reference for summary in workflow.summaries(db))


def test_one_article_folder_may_be_named_itself(db: Database, folder: Path) -> None:
    assert [d.slug for d in workflow.import_folder(db, folder)] == ["ponte", "ponte"]


def test_a_folder_imported_again_is_known(db: Database, folder: Path) -> None:
    list(workflow.import_folder(db, folder))
    assert not any(done.new for done in workflow.import_folder(db, folder))


def test_a_folder_without_a_reference_is_fine(db: Database, folder: Path) -> None:
    (folder / "reference.txt").unlink()
    list(workflow.import_folder(db, folder))
    assert not workflow.summaries(db)[0].has_reference


def test_a_folder_without_english_is_refused(db: Database, folder: Path) -> None:
    for path in folder.glob("en.*"):
        path.unlink()
    with pytest.raises(BadInput, match="no English"):
        list(workflow.import_folder(db, folder))


def test_a_folder_without_articles_is_refused(db: Database, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="holds no article"):
        list(workflow.import_folder(db, tmp_path))


def test_a_folder_that_is_not_there_is_named(db: Database, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        list(workflow.import_folder(db, tmp_path / "nowhere"))
