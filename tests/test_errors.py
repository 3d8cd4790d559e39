import pytest

from workbench import errors
from workbench.errors import (
    BadInput,
    BrokenStore,
    Conflict,
    Final,
    Forbidden,
    NotFound,
    TooLarge,
    WorkbenchError,
)
from workbench.messages import message

CHILDREN = [BadInput, TooLarge, NotFound, Conflict, Forbidden, Final, BrokenStore]


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (WorkbenchError, 400),
        (BadInput, 422),
        (TooLarge, 413),
        (NotFound, 404),
        (Conflict, 409),
        (Forbidden, 403),
        (Final, 423),
        (BrokenStore, 503),
    ],
)
def test_each_error_knows_its_http_status(kind, status):
    assert kind.status == status


@pytest.mark.parametrize("kind", CHILDREN)
def test_every_error_ends_a_command_with_exit_code_1(kind):
    assert kind(message("x")).exit_code == 1


@pytest.mark.parametrize("kind", CHILDREN)
def test_every_error_is_caught_as_a_workbench_error(kind):
    with pytest.raises(WorkbenchError):
        raise kind(message("x"))


def test_what_an_error_says_is_its_english_sentence():
    error = NotFound(message("There is no article “%(slug)s”.", slug="ponte"))
    assert str(error) == "There is no article “ponte”."


def test_an_error_keeps_its_message_so_that_it_can_be_translated():
    error = NotFound(message("There is no article “%(slug)s”.", slug="ponte"))
    assert error.message.render(lambda _: "Nessun articolo «%(slug)s».") == (
        "Nessun articolo «ponte»."
    )


def test_a_text_over_the_limit_is_bad_input_too():
    assert issubclass(TooLarge, BadInput)


def test_the_table_above_lists_every_error_there_is():
    kinds = {
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, WorkbenchError)
    }
    assert kinds == {WorkbenchError, *CHILDREN}
