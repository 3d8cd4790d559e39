"""What people wrote stays with its words, through every repair, undo and redo."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench import workflow
from workbench.db import connect, opened
from workbench.errors import BadInput
from workbench.ingest import from_paste
from workbench.score import check_segment
from workbench.workflow import steps

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Finding, Segment
    from workbench.workflow.steps import Step

ITALIAN = """\
Riapre il ponte vecchio di Roccalta

Il ponte sul Lentro riapre lunedì dopo tre anni di lavori. È costato 2,4 milioni di euro.

La sindaca Irene Corvasce ha invitato gli abitanti alla festa. Suonerà lunedì la banda del paese.

Il mercato del pesce resta chiuso fino a giugno. I pescatori protestano da settimane.

La scuola elementare avrà una palestra nuova. I bambini la aspettano con impazienza.
"""
ENGLISH = """\
Roccalta's old bridge reopens

Subscribers read further stories about valleys here every morning.

The crossing over Lentro opens again on monday after three years. It cost 2.4 billion euros.

Mayor Irene Corvasce has invited residents to a celebration. Musicians from nearby play on monday.

Elementary pupils get their own gymnasium soon. Children wait impatiently for it .
"""
WORD = re.compile(r"(?<!\S)\w+(?:['.,]\w+)*")


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an article that has an omission and an added paragraph."""
    path = tmp_path_factory.mktemp("carrying") / "workbench.db"
    with opened(path) as db:
        workflow.import_pair(db, from_paste(ITALIAN), from_paste(ENGLISH), slug="ponte")
    return path


class Desk:
    """A person at work on the article: repairs, writes, undoes, and looks at it."""

    def __init__(self, db: Database) -> None:
        self.db = db

    @property
    def segments(self) -> tuple[Segment, ...]:
        return workflow.version(self.db, "ponte").segments

    @property
    def alignment(self) -> int:
        return workflow.version(self.db, "ponte").alignment

    def repair(self, step: Step) -> None:
        version = workflow.version(self.db, "ponte")
        workflow.repair(self.db, version.id, version.alignment, step, author="ada")

    def undo(self) -> None:
        version = workflow.version(self.db, "ponte")
        workflow.undo(self.db, version.id, version.alignment, author="ada")

    def redo(self) -> None:
        version = workflow.version(self.db, "ponte")
        workflow.redo(self.db, version.id, version.alignment, author="ada")

    def with_words(self, words: str, side: str = "target") -> Segment:
        return next(s for s in self.segments if words in (getattr(s, side) or ""))

    def write(self, words: str, text: str | None = None, *, confirm: bool = False) -> Segment:
        """Write `text` where the English has `words`, or put NEW after these."""
        found = self.with_words(words)
        text = text or (found.current or "").replace(words, f"{words} NEW")
        return self.save(found, text, confirm=confirm)

    def save(self, found: Segment, text: str, *, confirm: bool = False) -> Segment:
        base = found.revision
        return workflow.save(self.db, found.id, text, confirm=confirm, base=base, author="ada")

    def dismiss(self, words: str, check: str) -> Finding:
        """Set aside the finding of `check` in the paragraph with these words."""
        segment = self.with_words(words)
        finding = next(f for f in segment.findings if f.check == check)
        workflow.dismiss(self.db, segment.id, finding.key, author="ada")
        return finding

    def checks(self, words: str) -> list[str]:
        return [finding.check for finding in self.with_words(words).findings]


@pytest.fixture
def desk(article: Path, tmp_path: Path):
    """The article on a desk of one's own."""
    path = tmp_path / "workbench.db"
    shutil.copy(article, path)
    db = connect(path)
    yield Desk(db)
    db.close()


MAYOR, OPENS, MARKET = "Mayor Irene", "opens again", "mercato del pesce"


def merge(desk: Desk) -> None:
    desk.repair(steps.merge(desk.with_words(OPENS).id))


def split(desk: Desk) -> None:
    segment = desk.with_words(OPENS)
    source, target = segment.source or "", segment.target or ""
    desk.repair(steps.split(segment.id, source.index("È costato"), target.index("It cost")))


def move(desk: Desk) -> None:
    desk.repair(steps.move(desk.with_words(OPENS).id, "target", 1))


def swap(desk: Desk) -> None:
    desk.repair(steps.swap(desk.with_words(OPENS).id))


def unpair(desk: Desk) -> None:
    desk.repair(steps.unpair(desk.with_words(OPENS).id))


def pair_again(desk: Desk) -> None:
    now = workflow.pairing_of(desk.db, workflow.version(desk.db, "ponte").id)
    old = next(p for p in now.pairs if p.segment == desk.with_words(OPENS).id)
    unpair(desk)
    names = ([part.name for part in side] for side in (old.source, old.target))
    desk.repair(steps.pair(*names))


def realign(desk: Desk) -> None:
    unpair(desk)
    desk.repair(steps.realign())


def merge_and_undo(desk: Desk) -> None:
    merge(desk)
    desk.undo()


def merge_undo_and_redo(desk: Desk) -> None:
    merge_and_undo(desk)
    desk.redo()


REPAIRS = [
    merge, split, move, swap, unpair, pair_again, realign, merge_and_undo, merge_undo_and_redo,
]  # fmt: skip


@pytest.mark.parametrize("repair", REPAIRS)
@pytest.mark.parametrize("confirm", [True, False])
def test_a_correction_and_its_history_survive(desk: Desk, repair, confirm: bool) -> None:
    written = desk.write(OPENS, confirm=confirm)
    repair(desk)
    after = desk.with_words(OPENS)
    texts = [event.text for event in workflow.history(desk.db, after.id)]
    assert "opens again NEW" in (after.current or "")
    assert after.state != "new"
    assert written.current in texts
    assert sum("NEW" in (segment.current or "") for segment in desk.segments) == 1


@pytest.mark.parametrize(
    ("repair", "state"),
    [(split, "translated"), (pair_again, "translated"), (realign, "translated"),
     (merge_and_undo, "translated"), (merge, "draft"), (swap, "draft"), (move, "draft"),
     (unpair, "draft")],
)  # fmt: skip
def test_a_confirmation_holds_for_the_same_words_beside_the_same_italian(
    desk: Desk, repair, state: str
) -> None:
    desk.write(OPENS, confirm=True)
    repair(desk)
    assert desk.with_words(OPENS).state == state


@pytest.mark.parametrize("repair", REPAIRS)
def test_a_dismissal_survives_and_does_not_jump_to_its_like_next_door(desk: Desk, repair) -> None:
    assert [desk.checks(words).count("lower-case") for words in (OPENS, MAYOR)] == [1, 1]
    desk.dismiss(OPENS, "lower-case")
    repair(desk)
    there, hidden = [], []
    for segment in desk.segments:
        for finding in check_segment(segment.source, segment.current, segment.role):
            if finding.check == "lower-case":
                words = (segment.current or "")[: finding.start]
                there.append(words.endswith("again on "))
                hidden.append(finding not in segment.findings)
    assert there
    assert hidden == there


def test_what_is_dismissed_after_a_merge_is_dismissed_after_the_undo_too(desk: Desk) -> None:
    merge(desk)
    desk.dismiss(MAYOR, "lower-case")
    desk.undo()
    found = [check for words in (OPENS, MAYOR) for check in desk.checks(words)]
    assert found.count("lower-case") == 1


def test_what_is_typed_after_a_merge_goes_with_its_words_on_undo(desk: Desk) -> None:
    merge(desk)
    desk.write("residents")
    desk.write("Lentro")
    desk.undo()
    assert "residents NEW" in (desk.with_words(MAYOR).current or "")
    assert "Lentro NEW" in (desk.with_words(OPENS).current or "")


def test_what_is_typed_after_two_merges_goes_back_through_both(desk: Desk) -> None:
    merge(desk)
    merge(desk)
    desk.write("residents")
    desk.undo()
    desk.undo()
    after = desk.with_words(MAYOR)
    assert "residents NEW" in (after.current or "")
    assert not any("NEW" in (s.current or "") for s in desk.segments if s.id != after.id)


def test_what_is_typed_finds_its_way_when_old_pairs_come_back_by_new_steps(desk: Desk) -> None:
    merge(desk)
    desk.write("residents")
    merged = desk.with_words(OPENS)
    source, target = merged.source or "", merged.target or ""
    desk.repair(steps.split(merged.id, source.index("È costato"), target.index("It cost")))
    rest = desk.with_words("It cost")
    source, target = rest.source or "", rest.target or ""
    desk.repair(steps.split(rest.id, source.index("La sindaca"), target.index(MAYOR)))
    assert desk.with_words(MAYOR).source == desk.with_words("La sindaca", "source").source
    assert "residents NEW" in (desk.with_words(MAYOR).current or "")


def test_a_text_taken_back_after_a_merge_is_not_there_again_after_the_undo(desk: Desk) -> None:
    desk.write(OPENS)
    merge(desk)
    merged = desk.with_words(OPENS)
    workflow.revert(desk.db, merged.id, base=merged.revision, author="ada")
    desk.undo()
    after = desk.with_words(OPENS)
    assert (after.state, after.current) == ("new", after.target)
    assert "NEW" in workflow.history(desk.db, after.id)[-1].text


def test_english_written_for_an_omission_goes_with_the_italian(desk: Desk) -> None:
    omitted = desk.with_words(MARKET, "source")
    desk.save(omitted, "The fish market stays closed.")
    desk.repair(steps.merge(omitted.id))
    merged = desk.with_words(MARKET, "source")
    assert (merged.current or "").startswith("The fish market stays closed.\n\nElementary")
    desk.undo()
    assert desk.with_words(MARKET, "source").current == "The fish market stays closed."


def test_english_written_for_an_omission_is_there_once_after_a_merge_is_taken_apart(
    desk: Desk,
) -> None:
    omitted = desk.with_words(MARKET, "source")
    desk.save(omitted, "The fish market stays closed.", confirm=True)
    desk.repair(steps.merge(omitted.id))
    desk.repair(steps.unpair(desk.with_words(MARKET, "source").id))
    there = [s.current for s in desk.segments if "fish market" in (s.current or "")]
    assert there == ["The fish market stays closed."]


@pytest.mark.parametrize("side", ["source", "target"])
def test_a_correction_comes_back_with_a_paragraph_that_was_left_out(desk: Desk, side: str) -> None:
    found = desk.write(OPENS, confirm=True)
    pair = next(
        p
        for p in workflow.pairing_of(desk.db, workflow.version(desk.db, "ponte").id).pairs
        if p.segment == found.id
    )
    sides = [[p.name for p in pair.source], [p.name for p in pair.target]]
    desk.repair(steps.drop(*sides) if side == "source" else steps.drop([], sides[1]))
    desk.repair(steps.restore(pair.target[0].paragraph))
    assert f"{OPENS} NEW" in (desk.with_words(OPENS).current or "")
    assert found.current in [e.text for e in workflow.history(desk.db, desk.with_words(OPENS).id)]


def test_italian_that_is_put_back_does_not_double_the_english_it_had(desk: Desk) -> None:
    merge(desk)
    found = desk.write(OPENS)
    pair = Diary(desk).pairs[found.id]
    desk.repair(steps.drop([part.name for part in pair.source], []))
    desk.repair(steps.restore(pair.source[0].paragraph))
    assert " ".join(s.current or "" for s in desk.segments).count(f"{OPENS} NEW") == 1


def test_an_omission_that_was_meant_is_still_meant_after_an_undo(desk: Desk) -> None:
    omitted = desk.save(desk.with_words(MARKET, "source"), "", confirm=True)
    desk.repair(steps.merge(omitted.id))
    desk.write("pupils")
    desk.undo()
    assert desk.with_words(MARKET, "source") == omitted


def test_a_role_is_checked_with_and_taken_back_with_the_step(desk: Desk) -> None:
    segment = desk.with_words(OPENS)
    stale = "UPDATE finding SET template = 'stale' WHERE segment_id = ?"
    for act in (lambda: desk.repair(steps.set_role(segment.id, "caption")), desk.undo):
        desk.db.execute(stale, [segment.id])
        act()
        assert all(str(f.message) != "stale" for f in desk.with_words(OPENS).findings)
    assert desk.with_words(OPENS) == segment


def test_only_new_segments_are_checked_again(desk: Desk) -> None:
    kept = {s.id for s in desk.segments} - {
        desk.with_words(OPENS).id,
        desk.with_words(MAYOR).id,
    }
    sql = f"SELECT * FROM finding WHERE segment_id IN ({','.join(map(str, kept))})"
    before = list(desk.db.query(sql))
    merge(desk)
    assert before
    assert list(desk.db.query(sql)) == before


BY_HAND = ("write", "dismiss", "revert")


class Diary:
    """Drives a desk by numbers, and holds after every step that nothing was lost or moved."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        counts = Counter(WORD.findall(ENGLISH))
        self.unique = {word for word, n in counts.items() if n == 1}
        self.homes: dict[str, tuple[str, str]] = {}
        self.seen: dict[int, tuple[Segment, ...]] = {}
        self.typed: list[str] = []
        self.shared: set[str] = set()

    def act(self, name: str, at: int, place: int) -> None:
        before = self.desk.segments
        pairs = self.pairs
        chosen = before[at % len(before)]
        events = self.events
        try:
            if name in BY_HAND:
                getattr(self, name)(chosen, place)
                self.seen = {}
            elif name in ("undo", "redo"):
                getattr(self.desk, name)()
            else:
                self.desk.repair(getattr(self, name)(chosen, place))
            self.settle()
        except BadInput:
            assert (self.desk.segments, self.events) == (before, events)
        self.nothing_lost(name, before, pairs)

    @property
    def pairs(self):
        version = workflow.version(self.desk.db, "ponte").id
        return {p.segment: p for p in workflow.pairing_of(self.desk.db, version).pairs}

    @property
    def events(self) -> list[int]:
        tables = ("revision", "alignment", "segment", "dismissal")
        return [next(self.desk.db.query(f"SELECT count(*) n FROM {t}"))["n"] for t in tables]

    # what a person does with one segment; `place` chooses the words, the cut or the direction
    def write(self, segment: Segment, place: int) -> None:
        marker, text = f"typed{len(self.typed)}", segment.current or ""
        words = [found for found in WORD.finditer(text) if found[0] in self.unique]
        if words:
            word = words[place % len(words)]
            text = f"{text[: word.end()]} {marker}{text[word.end() :]}"
            self.homes[marker] = ("target", word[0])
        else:
            text = f"{text} {marker}".strip()
            if segment.target is None:
                self.homes[marker] = ("source", WORD.findall(segment.source or "")[0])
        saved = self.desk.save(segment, text, confirm=place % 2 == 0)
        self.typed.append(saved.current or "")

    def settle(self) -> None:
        """English for an omission that came into one pair with other English is part of that.

        After several steps it may stand with either; it is never lost.
        """
        for segment in self.desk.segments:
            for marker, (side, _) in list(self.homes.items()):
                if side == "source" and segment.target and marker in (segment.current or ""):
                    del self.homes[marker]
                    self.shared.add(marker)

    def dismiss(self, segment: Segment, place: int) -> None:
        if segment.findings:
            key = segment.findings[place % len(segment.findings)].key
            workflow.dismiss(self.desk.db, segment.id, key, author="ada")

    def revert(self, segment: Segment, place: int) -> None:
        workflow.revert(self.desk.db, segment.id, base=segment.revision, author="ada")

    def merge(self, segment: Segment, place: int) -> Step:
        return steps.merge(segment.id)

    def split(self, segment: Segment, place: int) -> Step:
        cuts = [
            [found.start() for found in WORD.finditer(text or "")][1:] or [0]
            for text in (segment.source, segment.target)
        ]
        source, target = (side[place % len(side)] for side in cuts)
        return steps.split(segment.id, None if place % 5 == 0 else source, target)

    def move(self, segment: Segment, place: int) -> Step:
        return steps.move(segment.id, ("source", "target")[place % 2], (-1, 1)[place // 2 % 2])

    def unpair(self, segment: Segment, place: int) -> Step:
        return steps.unpair(segment.id)

    def pair(self, segment: Segment, place: int) -> Step:
        pairs = list(self.pairs.values())
        source = self.pairs[segment.id].source
        return steps.pair(
            [part.name for part in source], [p.name for p in pairs[place % len(pairs)].target]
        )

    def swap(self, segment: Segment, place: int) -> Step:
        return steps.swap(segment.id)

    def drop(self, segment: Segment, place: int) -> Step:
        pair = self.pairs[segment.id]
        sides = [[part.name for part in side] for side in (pair.source, pair.target)]
        return steps.drop(*((sides, (sides[0], []), ([], sides[1]))[place % 3]))

    def restore(self, segment: Segment, place: int) -> Step:
        version = workflow.version(self.desk.db, "ponte").id
        aside = workflow.pairing_of(self.desk.db, version).aside
        return steps.restore(aside[place % len(aside)].part.paragraph if aside else 0)

    def set_role(self, segment: Segment, place: int) -> Step:
        return steps.set_role(segment.id, ("body", "caption", "heading")[place % 3])

    def accept(self, segment: Segment, place: int) -> Step:
        return steps.accept(segment.id)

    def realign(self, segment: Segment, place: int) -> Step:
        return steps.realign()

    # what must hold
    def nothing_lost(self, name: str, before: tuple[Segment, ...], pairs) -> None:
        after, now = self.desk.segments, self.pairs
        assert self.seen.setdefault(self.desk.alignment, after) == after
        version = workflow.version(self.desk.db, "ponte").id
        aside = {a.text for a in workflow.pairing_of(self.desk.db, version).aside}
        for side, page in (("source", ITALIAN), ("target", ENGLISH)):
            wanted = "\n\n".join(p for p in page.strip().split("\n\n") if p not in aside)
            there = " ".join(getattr(s, side) or "" for s in after)
            assert sorted("".join(there.split())) == sorted("".join(wanted.split()))
        texts = " ".join(s.current or "" for s in after)
        counts = Counter(WORD.findall(texts))
        assert all(counts[word] <= 1 for word in self.unique)
        inside = {part.paragraph for pair in now.values() for part in (*pair.source, *pair.target)}
        for segment in () if name in BY_HAND else before:
            pair = pairs[segment.id]
            for marker in re.findall(r"typed\d+", segment.current or ""):
                if all(p.paragraph in inside for p in (*pair.source, *pair.target)):
                    self.at_home(marker, after)
        kept = {row["text"] for row in self.desk.db.query("SELECT text FROM revision")}
        assert kept >= set(self.typed)

    def at_home(self, marker: str, after: tuple[Segment, ...]) -> None:
        holders = [s for s in after if marker in WORD.findall(s.current or "")]
        assert holders, f"{marker} is lost"
        assert len(holders) == 1 or marker in self.shared, f"{marker} stands twice"
        side, word = self.homes.get(marker, ("", ""))
        if side:
            assert word in WORD.findall(getattr(holders[0], side) or ""), marker


ACTS = [
    "write", "write", "write", "merge", "split", "move", "unpair", "pair", "swap", "undo", "undo",
    "redo", "realign", "set_role", "accept", "drop", "restore", "dismiss", "revert",
]  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    acts=st.lists(
        st.tuples(st.sampled_from(ACTS), st.integers(0, 7), st.integers(0, 99)),
        min_size=4,
        max_size=12,
    )
)
def test_whatever_people_do_nothing_they_wrote_is_lost_or_jumps_to_a_neighbour(
    article: Path, acts: list[tuple[str, int, int]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(article, folder))
        db = connect(path)
        diary = Diary(Desk(db))
        for act in acts:
            diary.act(*act)
        db.close()
