"""The word diff: what is shown between the AI text and the corrected one."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.diff import Edit, word_diff

TEXT = st.text(alphabet=st.sampled_from("ab é’'-.,😀 \n"), max_size=40)


def test_a_changed_word_is_deleted_and_inserted() -> None:
    assert word_diff("on monday at five", "on Monday at five") == [
        Edit("equal", "on "),
        Edit("delete", "monday"),
        Edit("insert", "Monday"),
        Edit("equal", " at five"),
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
