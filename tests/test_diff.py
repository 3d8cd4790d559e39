"""The word diff: what is shown between the AI text and the corrected one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.diff import Edit, excerpt, merge, place_in_new, word_diff

TEXT = st.text(alphabet=st.sampled_from("ab é’'-.,😀 \n"), max_size=40)


def test_a_changed_word_is_deleted_and_inserted() -> None:
    assert word_diff("on monday at five", "on Monday at five") == [
        Edit("equal", "on "),
        Edit("delete", "monday"),
        Edit("insert", "Monday"),
        Edit("equal", " at five"),
    ]


def test_words_that_are_all_replaced_are_one_change() -> None:
    assert word_diff("the old bridge fell", "the new viaduct fell") == [
        Edit("equal", "the "),
        Edit("delete", "old bridge"),
        Edit("insert", "new viaduct"),
        Edit("equal", " fell"),
    ]


def test_equal_texts_have_one_equal_run_and_empty_ones_none() -> None:
    assert word_diff("same", "same") == [Edit("equal", "same")]
    assert word_diff("", "") == []


def test_a_word_with_an_apostrophe_or_a_hyphen_is_one_word() -> None:
    assert word_diff("l’ex-sindaca", "x") == [Edit("delete", "l’ex-sindaca"), Edit("insert", "x")]


@given(TEXT, TEXT)
def test_the_runs_give_both_texts_back(old: str, new: str) -> None:
    edits = word_diff(old, new)
    assert "".join(e.text for e in edits if e.kind != "insert") == old
    assert "".join(e.text for e in edits if e.kind != "delete") == new


def test_a_place_is_found_again_in_the_new_text() -> None:
    old, new = "on monday at five. It is late.", "on Monday at 5 p.m. It is very late."
    assert new[place_in_new(old, new, old.index("It")) :] == "It is very late."
    assert new[: place_in_new(old, new, len("on monday"))] == "on Monday"


@given(TEXT, TEXT)
def test_places_keep_their_order(old: str, new: str) -> None:
    places = [place_in_new(old, new, at) for at in range(len(old) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(new) for place in places)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("on monday at five", "on Monday at five", "on monday at six", "on Monday at six"),
        ("on monday", "on Monday", "on Monday", "on Monday"),
        ("on monday", "on Monday", "on Tuesday", None),
        ("it opens", "it opens today", "it opens", "it opens today"),
        ("on monday at five", "On Monday at five", "on Monday at six", "On Monday at six"),
        ("it opens", "it opens today", "it opens now", None),
        ("", "", "A new text.", "A new text."),
    ],
)
def test_two_sets_of_changes_are_merged_where_they_leave_each_other_alone(
    base: str, ours: str, theirs: str, merged: str | None
) -> None:
    assert merge(base, ours, theirs) == merged
    assert merge(base, theirs, ours) == merged


@given(TEXT, TEXT)
def test_merging_with_an_unchanged_text_gives_the_changed_one(base: str, ours: str) -> None:
    assert merge(base, ours, base) == ours


def test_an_excerpt_keeps_what_stands_beside_a_change() -> None:
    edits = word_diff("a " * 30 + "old " + "b " * 30, "a " * 30 + "new " + "b " * 30)
    assert [edit.text for edit in excerpt(edits, 4)] == ["…a a ", "old", "new", " b b…"]


def test_an_excerpt_of_a_short_text_is_the_text() -> None:
    edits = word_diff("It opens on monday.", "It opens on Monday.")
    assert excerpt(edits, 40) == edits
