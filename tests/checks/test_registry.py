"""All checks have one shape, and a broken one does not silence the others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import CHECKS, Flag, Pair, check, run_checks
from workbench.messages import message
from workbench.model import SEVERITIES

MQM_CORE = {
    "terminology",
    "accuracy",
    "linguistic-conventions",
    "style",
    "locale-conventions",
    "audience-appropriateness",
    "design-and-markup",
}


@check("style")
def falls_over(pair: Pair):
    """This check cannot read anything."""
    raise ZeroDivisionError(pair.target)


@check("style")
def sees_all(pair: Pair):
    """Everything is seen."""
    yield Flag(0, len(pair.target), "minor", message("Seen."))


def test_every_check_has_its_own_name_a_title_and_a_dimension():
    assert len({each.id for each in CHECKS}) == len(CHECKS)
    for each in CHECKS:
        assert each.id == each.id.lower().replace("_", "-")
        assert each.title.endswith((".", "?", "»"))
        assert each.category in MQM_CORE
        assert each.needs


def test_a_broken_check_is_reported_and_the_others_go_on():
    broken, seen = run_checks(None, "Some words.", checks=(falls_over, sees_all))
    assert (broken.check, broken.severity) == ("falls-over", "neutral")
    assert "falls-over is broken" in str(broken.message)
    assert seen.check == "sees-all"


def test_a_check_is_named_after_its_function():
    assert (sees_all.id, sees_all.title) == ("sees-all", "Everything is seen.")


def test_page_furniture_is_not_checked():
    assert run_checks("Iscriviti", "Iscriviti", "chrome") == []


def test_a_check_that_needs_the_italian_is_silent_without_it():
    assert sees_all(Pair("", "")) == []


ODD = [
    "12345 67890",
    "?!.,;:",
    "مرحبا بالعالم",
    "parola " * 5000,
    "word " * 5000,
    "\u200b\ufeff",
    "😀 e\u0301",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_are_read_without_a_broken_check(text):
    for source in (None, "", "Il voto.", text):
        assert not [f for f in run_checks(source, text) if "broken" in str(f.message)]


TEXT = st.text(alphabet="aeioulmnst ABI019.,:;?!'\"“”‘’«»%€()-\n’è", max_size=80)


@settings(max_examples=80, deadline=None)
@given(st.none() | TEXT, st.none() | TEXT)
def test_every_finding_lies_within_its_text(source, target):
    for finding in run_checks(source, target):
        text = (source if finding.side == "source" else target) or ""
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.severity in SEVERITIES
        assert "broken" not in str(finding.message)
        assert str(finding.message)
