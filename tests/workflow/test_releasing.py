"""An article goes out when nothing stands in its way, or with a reason; then changes need one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, Final
from workbench.ingest import from_paste
from workbench.replacing import Search
from workbench.workflow import Chosen, steps

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Segment

SYSTEM = "argo"


def review_everything(db: Database, slug: str) -> None:
    """Ada confirms the right numbers and words in every paragraph, Bruno approves."""
    for each in workflow.version(db, slug).segments:
        text = (each.current or "Left to write.").replace("billion", "million")
        text = text.replace("monday", "Monday").replace("17.30", "5:30 p.m.")
        workflow.save(db, each.id, text, confirm=True, base=each.revision, author="Ada")
    for each in workflow.version(db, slug).segments:
        workflow.approve(db, each.id, base=each.revision, author="Bruno")


def states(db: Database, slug: str) -> set[str]:
    return {each.state for each in workflow.version(db, slug).segments}


@pytest.fixture
def final(db: Database, slug: str) -> str:
    """The slug of an article that has gone out."""
    review_everything(db, slug)
    workflow.finish(db, slug, SYSTEM, author="Bruno")
    return slug


def test_a_fresh_article_names_what_stands_in_its_way(db: Database, slug: str) -> None:
    kinds = {each.kind: len(each.segments) for each in workflow.obstacles(db, slug, SYSTEM)}
    assert kinds["unreviewed"] == 4
    with pytest.raises(BadInput, match="4 paragraphs are not ready"):
        workflow.finish(db, slug, SYSTEM, author="Bruno")
    assert states(db, slug) == {"new"}


def test_a_critical_finding_stands_in_the_way_of_an_approved_text_too(
    db: Database, slug: str
) -> None:
    review_everything(db, slug)
    assert workflow.obstacles(db, slug, SYSTEM) == []
    body = workflow.version(db, slug).segments[1]
    wrong = (body.current or "").replace("million", "billion")
    saved = workflow.save(db, body.id, wrong, confirm=True, base=body.revision, author="Ada")
    workflow.approve(db, body.id, base=saved.revision, author="Bruno")
    found = workflow.obstacles(db, slug, SYSTEM)
    assert [(each.kind, [s.id for s in each.segments]) for each in found] == [
        ("critical", [body.id])
    ]


def test_an_omitted_paragraph_stands_in_the_way_until_somebody_decides(db: Database) -> None:
    slug = workflow.import_pair(
        db,
        from_paste("Titolo di prova\n\nIl ponte riapre lunedì.\n\nLa scuola chiude."),
        from_paste("A title to try\n\nThe bridge reopens on Monday."),
        system=SYSTEM,
    ).slug
    omitted = next(s for s in workflow.version(db, slug).segments if s.target is None)
    kinds = {each.kind: each.segments for each in workflow.obstacles(db, slug, SYSTEM)}
    assert [each.id for each in kinds["omitted"]] == [omitted.id]
    workflow.save(db, omitted.id, "", confirm=True, base=0, author="Ada")
    kinds = {each.kind: each.segments for each in workflow.obstacles(db, slug, SYSTEM)}
    assert "omitted" not in kinds
    assert omitted.id in [each.id for each in kinds["unreviewed"]]


def test_a_clear_article_goes_out_and_that_is_logged(db: Database, final: str) -> None:
    assert states(db, final) == {"final"}
    (release,) = workflow.releases(db, final, SYSTEM)
    assert (release.kind, release.author, release.overridden) == ("final", "Bruno", {})
    assert [each.action for each in workflow.audit_log(db)] == ["final"]


def test_a_reason_overrides_and_stays_in_the_history(db: Database, slug: str) -> None:
    workflow.finish(db, slug, SYSTEM, author="Bruno", reason="The page closes at six.")
    (release,) = workflow.releases(db, slug, SYSTEM)
    assert release.reason == "The page closes at six."
    assert release.overridden["unreviewed"] == 4
    assert {each.action for each in workflow.audit_log(db)} == {"override", "final"}


def test_what_is_final_is_not_final_twice(db: Database, final: str) -> None:
    with pytest.raises(BadInput, match="nothing to do"):
        workflow.finish(db, final, SYSTEM, author="Bruno")


def test_nobody_writes_in_what_has_gone_out(db: Database, final: str) -> None:
    body = workflow.version(db, final).segments[1]
    with pytest.raises(Final, match="say whether you mend a typo"):
        workflow.save(db, body.id, "Else.", confirm=True, base=body.revision, author="Ada")
    with pytest.raises(Final):
        workflow.revert(db, body.id, base=body.revision, author="Ada")
    with pytest.raises(Final):
        workflow.send_back(db, body.id, "Why?", base=body.revision, author="Bruno")


def test_nobody_repairs_its_pairing(db: Database, final: str) -> None:
    version = workflow.version(db, final)
    first = version.segments[0].id
    with pytest.raises(Final, match="reopen it"):
        workflow.repair(db, version.id, version.alignment, steps.merge(first), author="Ada")


def test_replacing_words_leaves_it_alone(db: Database, final: str) -> None:
    body = workflow.version(db, final).segments[1]
    search = Search("bridge")
    chosen = Chosen(body.id, body.revision, frozenset({0}))
    got = workflow.replace(db, search, "viaduct", [chosen], "Ada")
    assert (got.changed, got.left) == (0, 1)
    assert workflow.version(db, final).segments[1].current == body.current


def test_a_change_after_that_says_what_it_is(db: Database, final: str) -> None:
    body = workflow.version(db, final).segments[1]
    opened = workflow.amend(db, body.id, "correction", "A reader wrote.", author="Ada")
    assert opened.state == "reviewed"
    saved = workflow.save(
        db, body.id, "Right at last.", confirm=True, base=opened.revision, author="Ada"
    )
    assert saved.state == "translated"
    (amendment,) = workflow.amendments_of(db, body.id)
    assert (amendment.kind, amendment.note) == ("correction", "A reader wrote.")
    kinds = [each.kind for each in workflow.obstacles(db, final, SYSTEM)]
    assert kinds == ["unreviewed"]
    workflow.approve(db, body.id, base=saved.revision, author="Bruno")
    workflow.finish(db, final, SYSTEM, author="Bruno")
    assert states(db, final) == {"final"}


@pytest.mark.parametrize(
    ("kind", "note", "says"), [("joke", "", "Choose"), ("typo", "x" * 2001, "shorten")]
)
def test_a_reason_that_is_none_is_refused(
    db: Database, final: str, kind: str, note: str, says: str
) -> None:
    body = workflow.version(db, final).segments[1]
    with pytest.raises(BadInput, match=says):
        workflow.amend(db, body.id, kind, note, author="Ada")


def test_what_is_not_final_needs_no_reason(db: Database, first: Segment) -> None:
    with pytest.raises(BadInput, match="not final"):
        workflow.amend(db, first.id, "typo", "", author="Ada")


def test_a_whole_article_is_taken_up_again_with_a_reason(db: Database, final: str) -> None:
    with pytest.raises(BadInput, match="Say why"):
        workflow.reopen(db, final, SYSTEM, author="Bruno", reason=" ")
    workflow.reopen(db, final, SYSTEM, author="Bruno", reason="A new source.")
    assert states(db, final) == {"reviewed"}
    with pytest.raises(BadInput, match="not final"):
        workflow.reopen(db, final, SYSTEM, author="Bruno", reason="Again.")
