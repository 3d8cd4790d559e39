"""A segment is checked, and scored against what there is."""

from __future__ import annotations

import pytest

from workbench.score import check_segment, score_texts

AI, CORRECTED, REFERENCE = "They win on monday.", "They win on Monday.", "On Monday they win."


@pytest.mark.parametrize(
    ("correction", "reference", "names"),
    [
        (None, None, []),
        (CORRECTED, None, ["bleu correction", "chrf2++ correction", "hter correction"]),
        (None, REFERENCE, ["bleu reference", "chrf2++ reference", "ter reference"]),
        ("", "", []),
    ],
)
def test_only_what_is_there_is_measured_against(correction, reference, names):
    scores = score_texts(AI, correction, reference)
    assert [f"{s.scorer} {s.against}" for s in scores] == names


def test_correction_and_reference_are_kept_apart():
    scores = score_texts(AI, CORRECTED, REFERENCE)
    assert [s.against for s in scores] == ["correction"] * 3 + ["reference"] * 3


@pytest.mark.parametrize("ai", [None, ""])
def test_without_an_ai_text_there_is_nothing_to_score(ai):
    assert score_texts(ai, CORRECTED, REFERENCE) == []


def test_a_segment_is_checked():
    (finding,) = check_segment("Vincono lunedì.", AI)
    assert finding.suggestion == "Monday"
