import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.messages import Message, message

ITALIAN = {"“%(word)s” is left in Italian.": "«%(word)s» è rimasto in italiano."}


def test_str_is_the_english_sentence_with_its_values():
    found = message("“%(word)s” is left in Italian.", word="lunedì")
    assert str(found) == "“lunedì” is left in Italian."


def test_render_gives_the_sentence_in_another_language():
    found = message("“%(word)s” is left in Italian.", word="lunedì")
    assert found.render(ITALIAN.__getitem__) == "«lunedì» è rimasto in italiano."


def test_values_are_kept_as_text():
    assert message("%(count)s lines.", count=3).values == {"count": "3"}


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (message("7.5%% is right."), "7.5% is right."),
        (message("7.5%% of %(what)s.", what="all"), "7.5% of all."),
        (message("Empty."), "Empty."),
    ],
)
def test_a_doubled_percent_sign_is_said_once_with_and_without_values(made, said):
    assert str(made) == said


def test_a_missing_value_is_an_error_and_no_hole_in_the_sentence():
    with pytest.raises(KeyError):
        str(Message("“%(word)s” is wrong.", {"other": "x"}))


def test_messages_with_the_same_template_and_values_are_equal():
    assert message("%(a)s.", a=1) == message("%(a)s.", a="1")


def test_a_value_may_be_called_template():
    assert str(message("%(template)s.", template="base.html")) == "base.html."


@given(st.text())
def test_a_value_is_never_taken_for_a_place(value):
    assert str(message("<%(value)s>", value=value)) == f"<{value}>"
