"""Repairing step by step: every step can be undone, byte for byte, and none half happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, Conflict, NotFound
from workbench.ingest import from_paste
from workbench.workflow import steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

    from workbench.model import RawText
    from workbench.workflow import Pairing
    from workbench.workflow.steps import Step

    Make = Callable[[Pairing], Step]

ITALIAN = """\
Riapre il ponte vecchio di Roccalta

Il ponte sul Lentro riapre lunedì alle 17.30. I lavori sono costati 2,4 milioni di euro.

«È un giorno di festa per tutta la valle», ha detto la sindaca Irene Corvasce.

I pescatori del lago protestano da settimane contro la chiusura del mercato.

Il comune ha promesso che non ci saranno altre chiusure prima del 2030.
"""
ENGLISH = """\
Roccalta's old bridge reopens

The bridge over the Lentro reopens on monday at 17.30. The works have cost 2.4 billion euros.

"It is a day of celebration for the whole valley," said Mayor Irene Corvasce.

The municipality has promised that there will be no further closures before 2030.
"""


@pytest.fixture
def slug(db: Database) -> str:
    """An article of five Italian paragraphs, the fourth of which is not in the English."""
    texts = from_paste(ITALIAN), from_paste(ENGLISH)
    return workflow.import_pair(db, *texts, system="argo", slug="ponte").slug


def now(db: Database) -> Pairing:
    return workflow.pairing_of(db, workflow.version(db, "ponte").id)


def shown(db: Database) -> list[tuple[object, ...]]:
    """All that a person sees of the article."""
    return [
        (s.id, s.source, s.target, s.current, s.state, s.role, s.confidence, s.findings, s.revision)
        for s in workflow.version(db, "ponte").segments
    ]


def repair(db: Database, make: Make) -> Pairing:
    before = now(db)
    base = before.row.alignment
    return workflow.repair(db, before.row.id, base, make(before), author="ada")


def undo(db: Database) -> Pairing:
    before = now(db)
    return workflow.undo(db, before.row.id, before.row.alignment, author="ada")


def redo(db: Database) -> Pairing:
    before = now(db)
    return workflow.redo(db, before.row.id, before.row.alignment, author="ada")


def at(place: int, step: Callable[..., Step], *values: object) -> Make:
    """`step` for the segment at that place."""
    return lambda pairing: step(pairing.pairs[place].segment, *values)


def names(pairing: Pairing, place: int, side: str) -> list[str]:
    return [part.name for part in getattr(pairing.pairs[place], side)]


CUT = ITALIAN.split("\n\n")[1].index("I lavori"), ENGLISH.split("\n\n")[1].index("The works")
STEPS: dict[str, tuple[Make, list[str]]] = {
    "merge": (at(1, steps.merge), ["H|H", "12+S|12+C", "P|-", "M|M"]),
    "split": (at(1, steps.split, *CUT), ["H|H", "1|1", "2|2", "S|C", "P|-", "M|M"]),
    "split the Italian": (
        at(1, steps.split, CUT[0], None),
        ["H|H", "1|12", "2|-", "S|C", "P|-", "M|M"],
    ),
    "split the English, and the Italian where it fits": (
        at(1, steps.split_beside, CUT[1]),
        ["H|H", "1|1", "2|2", "S|C", "P|-", "M|M"],
    ),
    "move up": (at(4, steps.move, "target", -1), ["H|H", "12|12", "S|C", "P|M", "M|-"]),
    "move down": (at(2, steps.move, "source", 1), ["H|H", "12|12", "-|C", "S+M|M", "P|-"]),
    "unpair": (at(2, steps.unpair), ["H|H", "12|12", "-|C", "S|-", "P|-", "M|M"]),
    "pair": (
        lambda p: steps.pair(names(p, 3, "source"), names(p, 4, "target")),
        ["H|H", "12|12", "S|C", "P|M", "M|-"],
    ),
    "swap": (at(1, steps.swap), ["H|H", "12|C", "S|12", "P|-", "M|M"]),
    "drop": (lambda p: steps.drop(names(p, 3, "source"), []), ["H|H", "12|12", "S|C", "M|M"]),
    "set a role": (at(3, steps.set_role, "caption"), ["H|H", "12|12", "S|C", "P|-", "M|M"]),
    "accept": (at(1, steps.accept), ["H|H", "12|12", "S|C", "P|-", "M|M"]),
}
LETTERS = {
    "Riapre": "H", "Il ponte": "1", "I lavori": "2", "«È": "S", "I pesc": "P", "Il com": "M",
    "Roccalta's": "H", "The bridge": "1", "The works": "2", '"It': "C", "The mun": "M",
}  # fmt: skip


def pairs(db: Database) -> list[str]:
    """The article as ``Italian|English``, a letter for each paragraph, 12 for one of two halves."""
    return ["|".join(letters(text) for text in row[1:3]) for row in shown(db)]


def letters(text: object) -> str:
    found = []
    for paragraph in str(text or "").split("\n\n"):
        inside = [letter for words, letter in LETTERS.items() if words in paragraph]
        found.append("".join(sorted(inside)))
    return "+".join(found) or "-"


@pytest.mark.parametrize("name", STEPS)
def test_a_step_does_what_it_says_and_can_be_undone_and_made_again(
    db: Database, slug: str, name: str
) -> None:
    make, wanted = STEPS[name]
    before = shown(db)
    repair(db, make)
    assert pairs(db) == wanted
    after = shown(db)
    assert after != before
    undo(db)
    assert shown(db) == before
    redo(db)
    assert shown(db) == after


def work(db: Database) -> None:
    """A draft, a confirmation, English for the omission, and a dismissal."""
    segments = workflow.version(db, "ponte").segments
    for place, text, confirm in (
        (2, "It is a great day.", True),
        (3, "Fishermen protest.", False),
        (4, "No closures until 2030.", False),
    ):
        workflow.save(db, segments[place].id, text, confirm=confirm, base=0, author="ada")
    workflow.dismiss(db, segments[1].id, segments[1].findings[0].key, author="ada")


def test_undoing_many_steps_gives_back_byte_for_byte_what_was_there(
    db: Database, slug: str
) -> None:
    work(db)
    states = [shown(db)]
    for name in ("accept", "merge", "split", "move up", "swap", "unpair", "set a role", "drop"):
        repair(db, STEPS[name][0])
        states.append(shown(db))
    for state in reversed(states[:-1]):
        undo(db)
        assert shown(db) == state
    for state in states[1:]:
        redo(db)
        assert shown(db) == state


def test_the_steps_tell_what_was_done(db: Database, slug: str) -> None:
    after = repair(db, STEPS["merge"][0])
    assert after.undo is not None
    assert (str(after.undo.what), after.undo.author) == ("Paragraphs 2 and 3 merged.", "ada")
    back = undo(db)
    assert back.undo is None
    assert back.redo == after.undo


def test_what_was_dropped_can_be_put_back_beside_its_counterpart(db: Database, slug: str) -> None:
    before = pairs(db)
    dropped = repair(db, lambda p: steps.drop([], names(p, 2, "target")))
    assert pairs(db) == ["H|H", "12|12", "S|-", "P|-", "M|M"]
    (aside,) = dropped.aside
    assert (aside.side, str(aside.reason)) == ("target", "Left out by hand.")
    assert repair(db, lambda _: steps.restore(aside.part.paragraph)).aside == ()
    assert pairs(db) == before


def test_pairing_anew_keeps_roles_and_what_is_in_the_article(db: Database, slug: str) -> None:
    before = pairs(db)
    repair(db, at(2, steps.set_role, "caption"))
    repair(db, at(1, steps.merge))
    repair(db, at(1, steps.unpair))
    repair(db, lambda _: steps.realign())
    assert pairs(db) == before


def test_a_step_that_changes_nothing_is_none(db: Database, slug: str) -> None:
    first = repair(db, at(0, steps.set_role, "headline"))
    assert first.undo is None
    assert db.table("alignment").count == 1


def everything(db: Database) -> list[dict[str, object]]:
    tables = ("version", "alignment", "alignment_segment", "segment", "segment_part", "revision",
              "segment_origin", "finding", "dismissal")  # fmt: skip
    return [row for table in tables for row in db.query(f"SELECT * FROM {table} ORDER BY 1, 2")]


@pytest.mark.parametrize(
    "make",
    [
        at(4, steps.merge),
        at(1, steps.split, 0, 0),
        at(1, steps.split, None, 9999),
        at(3, steps.split_beside, 3),
        at(3, steps.move, "target", 1),
        at(0, steps.move, "target", -1),
        at(4, steps.move, "source", 1),
        at(3, steps.unpair),
        at(4, steps.swap),
        lambda p: steps.pair(names(p, 0, "source"), []),
        lambda _: steps.pair(["9999"], ["1:2:3"]),
        lambda _: steps.drop([], []),
        lambda p: steps.restore(p.pairs[0].source[0].paragraph),
        lambda _: steps.restore(9999),
        lambda _: steps.merge(9999),
        lambda _: steps.accept(9999),
    ],
)
def test_a_step_that_cannot_be_made_changes_nothing(db: Database, slug: str, make: Make) -> None:
    work(db)
    before = everything(db)
    with pytest.raises(BadInput):
        repair(db, make)
    assert everything(db) == before


@pytest.mark.parametrize("act", [undo, redo])
def test_where_there_is_no_step_none_is_undone_or_made_again(db: Database, slug: str, act) -> None:
    before = everything(db)
    with pytest.raises(BadInput):
        act(db)
    assert everything(db) == before


@pytest.mark.parametrize("act", ["repair", "undo", "redo"])
def test_a_step_on_a_pairing_that_has_changed_is_a_conflict(
    db: Database, slug: str, act: str
) -> None:
    stale = now(db)
    repair(db, STEPS["merge"][0])
    before = everything(db)
    step = [steps.accept(stale.pairs[0].segment or 0)] if act == "repair" else []
    with pytest.raises(Conflict):
        getattr(workflow, act)(db, stale.row.id, stale.row.alignment, *step, author="bruno")
    assert everything(db) == before


@pytest.mark.parametrize("act", [undo, redo])
def test_a_version_that_is_not_there_is_named(db: Database, act) -> None:
    with pytest.raises(NotFound):
        getattr(workflow, act.__name__)(db, 7, 1, author="ada")


def test_a_step_after_an_undo_leaves_the_other_branch_behind_in_the_file(
    db: Database, slug: str
) -> None:
    merged = repair(db, STEPS["merge"][0])
    segment = merged.pairs[1].segment or 0
    workflow.save(db, segment, "Typed in the merged one.", confirm=False, base=0, author="ada")
    undo(db)
    after = repair(db, at(0, steps.set_role, "kicker"))
    assert after.redo is None
    assert db.table("alignment").exists()
    assert db.table("segment").get(segment)
    assert [row["text"] for row in db.table("revision").rows_where("segment_id = ?", [segment])]
    assert list(db.table("alignment").rows_where("id = ?", [merged.row.alignment]))
    with pytest.raises(NotFound):
        workflow.history(db, segment)


def test_the_newest_of_two_branches_is_made_again(db: Database, slug: str) -> None:
    repair(db, STEPS["merge"][0])
    undo(db)
    swapped = repair(db, STEPS["swap"][0])
    undo(db)
    assert redo(db).row.alignment == swapped.row.alignment


def test_only_new_segments_get_new_findings(db: Database, slug: str) -> None:
    before = {row["id"]: row for row in db.table("finding").rows}
    repair(db, STEPS["swap"][0])
    after = {row["id"]: row for row in db.table("finding").rows}
    assert before.keys() <= after.keys()
    new = {row["segment_id"] for number, row in after.items() if number not in before}
    assert new == {row[0] for row in shown(db)[1:3]}


def test_a_step_makes_the_scores_of_the_article_void(db: Database, slug: str) -> None:
    work(db)
    assert workflow.article_scores(db, "ponte")
    repair(db, STEPS["merge"][0])
    assert workflow.version(db, "ponte").scores == ()


def test_other_systems_of_the_article_are_left_alone(
    db: Database, slug: str, small_pair: tuple[RawText, RawText]
) -> None:
    other = from_paste(ENGLISH.replace("old", "ancient"))
    workflow.import_pair(db, from_paste(ITALIAN), other, system="brezza")
    before = workflow.version(db, "ponte", "brezza")
    repair(db, STEPS["merge"][0])
    assert workflow.version(db, "ponte", "brezza") == before
