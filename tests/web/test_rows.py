"""Which rows the filters let through, and which one comes next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.messages import message
from workbench.model import Finding, Segment
from workbench.web.rows import Row, Show, View, arranged, counts, next_open

FLAG = Finding("c", "accuracy", "major", "target", 0, 1, message("x"))
HINT = replace(FLAG, severity="neutral")
NEW = Segment(1, 0, "body", "it", "en", 0.9, "new", 0, "en")
DONE = replace(NEW, id=2, position=1, state="translated")
FLAGGED = replace(NEW, id=3, position=2, findings=(HINT, FLAG))
OMITTED = replace(NEW, id=4, position=3, target=None, current=None, confidence=None)
RENEWED = replace(NEW, id=5, position=4, state="translated", earlier="em")
ALL = tuple(segment.outline for segment in (NEW, DONE, FLAGGED, OMITTED, RENEWED))


def test_each_filter_counts_its_own() -> None:
    found = counts(ALL)
    assert (found["all"], found["open"]) == (5, 3)
    assert [found[show] for show in ("flagged", "unaligned", "renewed", "returned")] == [1, 1, 1, 0]
    assert found["unreviewed"] == 2


@pytest.mark.parametrize(
    ("after", "show", "found"),
    [
        (None, "all", 1),
        (NEW, "all", 3),
        (NEW, "unaligned", 4),
        (FLAGGED, "flagged", None),
        (OMITTED, "all", 1),
        (RENEWED, "unaligned", 4),
    ],
)
def test_the_next_row_is_open_and_shown(
    after: Segment | None, show: Show, found: int | None
) -> None:
    following = next_open(ALL, View(show), after and after.outline)
    assert (following and following.id) == found


WORST = View(order="risk")


def test_worst_first_the_riskiest_open_row_comes_first() -> None:
    risky = (NEW, replace(DONE, risk=9), replace(FLAGGED, risk=5), replace(OMITTED, risk=5))
    listed = [segment.outline for segment in risky]
    assert [s.id for s in arranged(listed, WORST)] == [2, 3, 4, 1]
    assert next_open(listed, WORST).id == 3


def test_worst_first_goes_on_behind_the_place_a_row_had() -> None:
    before = replace(FLAGGED, risk=5)
    corrected = replace(before, risk=0, findings=(), state="translated")
    segments = (replace(NEW, risk=1), corrected, replace(OMITTED, risk=9))
    listed = [segment.outline for segment in segments]
    assert next_open(listed, WORST, before.outline).id == 1


def test_the_opened_row_is_shown_though_the_filter_hides_it() -> None:
    assert [s.id for s in arranged(ALL, View("flagged"), opened=1)] == [1, 3]


def test_an_address_says_only_what_is_unusual() -> None:
    assert set(View().query.values()) == {None}
    assert View("open", "risk").query == {"show": "open", "order": "risk", "mode": None}


def test_the_worst_finding_names_the_row() -> None:
    assert (Row(FLAGGED).worst, Row(NEW).worst) == ("major", None)


def test_what_was_typed_stands_in_the_field() -> None:
    assert [Row(NEW).text, Row(NEW, typed="").text, Row(OMITTED).text] == ["en", "", ""]


def test_only_a_changed_text_has_changes_to_show() -> None:
    assert Row(replace(NEW, current="other")).changed
    assert not Row(NEW).changed
    assert not Row(replace(OMITTED, current="written")).changed


def test_a_confirmed_empty_paragraph_is_left_out_on_purpose() -> None:
    assert Row(replace(DONE, current="")).left_out
    assert not Row(OMITTED).left_out


@pytest.mark.parametrize(("confidence", "look"), [(0.2, True), (0.9, False), (None, False)])
def test_an_uncertain_pairing_asks_for_a_look(confidence: float | None, look: bool) -> None:
    assert Row(replace(NEW, confidence=confidence)).uncertain is look


def test_a_correction_of_an_older_ai_text_is_compared_with_the_newer_one() -> None:
    old, new, corrected = "on monday at five", "on monday at six", "on Monday at five"
    row = Row(replace(NEW, earlier=old, target=new, current=corrected))
    assert [edit.text for edit in row.newer if edit.kind == "insert"] == ["six"]
    assert [edit.text for edit in row.correction if edit.kind == "insert"] == ["Monday"]
    assert row.both
