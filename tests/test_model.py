from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.messages import message
from workbench.model import ROLES, SEVERITIES, Finding, Link, Paragraph, Segment

FINDING = Finding(
    "capitals", "linguistic-conventions", "minor", "target", 3, 9, message("“monday”"), "Monday"
)
SEGMENT = Segment(
    id=1,
    position=0,
    role="body",
    source="Ciao.",
    target="Hello.",
    confidence=0.9,
    state="new",
    revision=0,
    current="Hello.",
)


def test_a_finding_has_a_key_of_twelve_hex_digits():
    assert len(FINDING.key) == 12
    assert int(FINDING.key, 16) >= 0


@pytest.mark.parametrize(
    "other",
    [
        replace(FINDING, check="numbers"),
        replace(FINDING, side="source"),
        replace(FINDING, start=4),
        replace(FINDING, end=8),
        replace(FINDING, message=message("“april”")),
    ],
)
def test_another_place_or_evidence_gives_another_key(other: Finding):
    assert other.key != FINDING.key


@pytest.mark.parametrize(
    "other",
    [
        replace(FINDING, severity="major"),
        replace(FINDING, category="style"),
        replace(FINDING, suggestion=None),
    ],
)
def test_a_dismissal_survives_a_change_of_weight_or_advice(other: Finding):
    assert other.key == FINDING.key


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_same_finding_made_twice_has_the_same_key(start: int, end: int):
    assert replace(FINDING, start=start, end=end).key == replace(FINDING, start=start, end=end).key


@pytest.mark.parametrize(
    ("state", "confirmed"),
    [
        ("new", False),
        ("draft", False),
        ("translated", True),
        ("sent_back", False),
        ("reviewed", True),
        ("final", True),
    ],
)
def test_a_segment_is_confirmed_from_translated_on_unless_sent_back(state, confirmed: bool):
    assert replace(SEGMENT, state=state).confirmed is confirmed


@pytest.mark.parametrize(
    ("target", "current", "edited"),
    [
        ("Hello.", "Hello.", False),
        ("Hello.", "Hi.", True),
        ("Hello.", "", True),
        (None, None, False),
        (None, "Hi.", True),
    ],
)
def test_a_segment_is_edited_when_its_text_is_not_the_machines(target, current, edited: bool):
    assert replace(SEGMENT, target=target, current=current).edited is edited


@pytest.mark.parametrize(
    ("value", "name"),
    [(FINDING, "severity"), (SEGMENT, "current"), (Link((0,), (0,), 1.0), "confidence")],
)
def test_values_never_change(value: object, name: str):
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, None)


def test_a_paragraph_is_kept_unless_said_otherwise():
    paragraph = Paragraph(0, "body", "Ciao.")
    assert (paragraph.dropped, paragraph.reason) == (False, None)


def test_severities_are_listed_from_the_lightest_to_the_heaviest():
    assert SEVERITIES == ("neutral", "minor", "major", "critical")


def test_chrome_is_the_last_of_the_roles():
    assert ROLES[-1] == "chrome"
    assert len(set(ROLES)) == len(ROLES)
