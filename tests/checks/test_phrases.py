"""Verbs that disagree with their subjects and phrases built the Italian way, by a table."""

from __future__ import annotations

import pytest

from workbench.checks import Pair
from workbench.checks.phrases import agreement, calque

DISAGREE = [
    ("Yesterday [they was] in Ardesio.", "they were"),
    ("[She have] two sisters.", "She has"),
    ("“[He don't] know,” she said.", "He doesn't"),
    ("[People is] tired.", None),
    ("[These is] the new buses.", None),
    ("[There is many] shops in the square.", "There are many"),
    ("It took [two year], he said.", None),
    ("He saw [much people] in the square.", "many people"),
    ("They gave [many information] about it.", None),
    ("She [didn't went] to the match.", None),
    ("They [should took] the bus.", None),
    ("The mayor [has took] the train.", None),
    ("The new bridge is [more better] than the old one.", "better"),
]

AGREE = [
    "Does she have two sisters? What did they say, and could he go?",
    "The council asked that he have a lawyer.",
    "The number of people is falling, and one of these is she.",
    "A two year, €3 million plan and a five-year wait.",
    "They have many news agencies, much people-watching and more easier-going mayors.",
    "There is many a slip. There were a few.",
    "They-was is a song; THEY WAS another.",
    "He has. Took it.",
    "",
    "12, 13",
    "שלום the שלום",
]

ITALIAN = [
    ("Can you [explain me] the plan?", "explain to me"),
    ("He has lived here [since three years].", "for three years"),
    ("The market is open [in the weekend].", "over the weekend"),
    ("She [asked to him] why.", "asked him"),
    ("It cost 3 [million of euros].", "million euros"),
    ("[At the contrary], he said.", "On the contrary"),
    ("They look [forward to meet] her.", None),
    ("I [am agree] with the mayor.", None),
    ("The app [allows to] book a seat.", None),
    ("It is [one of the city] with most trees.", None),
]

ENGLISH = [
    "It was the first since three years ago.",
    "She explained herself to them and to us.",
    "He waited for him at the weekend and in the weekend supplement.",
    "He found an answer to the riddle. He went forward to meet them.",
    "Half a million of people’s letters; hundreds of thousands of euros.",
    "It is what they agree on, one of the city’s parks.",
    "The last years of the war",
]


@pytest.mark.parametrize(("english", "right"), DISAGREE)
def test_words_that_disagree_are_found(english, right, marked):
    target, place = marked(english)
    (finding,) = agreement(Pair("", target))
    assert (finding.start, finding.end, finding.suggestion) == (*place, right)
    assert finding.severity == "minor"


@pytest.mark.parametrize("target", AGREE)
def test_words_that_agree_raise_nothing(target):
    assert [str(finding.message) for finding in agreement(Pair("", target))] == []


@pytest.mark.parametrize(("english", "right"), ITALIAN)
def test_phrases_built_the_italian_way_are_found(english, right, marked):
    target, place = marked(english)
    (finding,) = calque(Pair("", target))
    assert (finding.start, finding.end, finding.suggestion) == (*place, right)


@pytest.mark.parametrize("target", ENGLISH)
def test_english_phrases_raise_nothing(target):
    assert [str(finding.message) for finding in calque(Pair("", target))] == []
