"""How often words are used, and the order of words that may have been meant."""

from __future__ import annotations

import pytest
from wordfreq import get_frequency_dict

from workbench.language.frequencies import frequencies
from workbench.language.spelling import meant


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_lists_are_those_that_wordfreq_gives(language):
    assert frequencies(language) == get_frequency_dict(language, "small")


@pytest.mark.parametrize("word", ["cle", "ments", "ercent", "democ"])
def test_words_that_are_used_equally_often_have_the_same_order_every_time(word):
    often = frequencies("en")
    assert list(meant(word)) == sorted(meant(word), key=lambda other: (-often[other], other))
    assert len({often[other] for other in meant(word)}) < len(meant(word))
