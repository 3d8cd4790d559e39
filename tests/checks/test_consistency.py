"""What holds over a whole article: names are spelt alike, one word stands for one thing."""

from __future__ import annotations

import pytest

from workbench.checks import Pair, consistency, quotations, run_article_checks
from workbench.language.variants import find_variants


def over(*pairs: tuple[str, str]):
    found = run_article_checks([Pair(source, target) for source, target in pairs])
    return [
        (index, pairs[index][1][each.start : each.end], each.check, each.severity, each.suggestion)
        for index, findings in enumerate(found)
        for each in findings
    ]


def english(*texts: str):
    return over(*(("", text) for text in texts))


def test_the_rarer_of_two_spellings_is_wrong_where_there_is_no_italian():
    assert english("Rita Sgarbossa won.", "Said Sgarbossa.", "For Sgarbosa it is over.") == [
        (2, "Sgarbosa", "name-spelling", "minor", "Sgarbossa")
    ]


def test_the_spelling_of_the_italian_counts_even_where_it_is_rarer():
    pairs = [("Vince Sgarbossa.", "Sgarbossa wins."), ("Ha vinto lei.", "Then Sgarbosa rests.")]
    assert over(*pairs, ("Riposa.", "So Sgarbosa is happy.")) == [
        (1, "Sgarbosa", "name-spelling", "minor", "Sgarbossa"),
        (2, "Sgarbosa", "name-spelling", "minor", "Sgarbossa"),
    ]


def test_a_surname_known_from_the_article_is_not_translated_where_it_stands_alone():
    pairs = [
        ("Segna Marta Volpe.", "Marta Volpe scores."),
        ("Poi tocca a Volpe.", "Then it is up to Fox."),
    ]
    assert over(*pairs) == [(1, "Fox", "surname-translated", "major", "Volpe")]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            ("The U.S. pays.", "The U.S. agrees.", "The US objects."),
            (2, "US", "term-variants", "minor", None),
        ),
        (
            ("The prime minister spoke.", "Later the prime minister left.", "The premier denies."),
            (2, "premier", "term-variants", "neutral", None),
        ),
    ],
)
def test_two_words_for_one_thing_are_told(texts, found):
    assert english(*texts) == [found]


@pytest.mark.parametrize(
    "texts",
    [
        ("Rita Sgarbossa won.", "The Sgarbossas won."),
        ("Marino and Martino met.", "Marino left.", "Martino stayed."),
        ("The prime minister spoke.", "The prime minister left."),
        ("Republican votes.", "The Republicans vote.", "Romania and Romanian wine."),
        ("", "1 2 3", "…"),
        ("Anna " * 3000,),
    ],
)
def test_articles_that_are_consistent_raise_nothing(texts):
    sources = {"Marino": "Marino e Martino."}
    assert over(*((sources.get(text[:6], ""), text) for text in texts)) == []


def test_an_empty_article_has_no_findings():
    assert over() == []


def test_a_change_of_one_text_of_a_long_article_reads_that_text_alone():
    kept = (
        consistency._names, consistency._spellings, consistency._keys, consistency._surnames,
        find_variants, quotations._loose,
    )  # fmt: skip
    pairs = [(f"Ha parlato Rita Volpe {n}.", f"Rita Volpe {n} has spoken.") for n in range(2000)]
    over(*pairs)
    before = [each.cache_info().misses for each in kept]
    over(*pairs[:1000], (pairs[1000][0], "Rita Volpe has just spoken."), *pairs[1001:])
    after = [each.cache_info().misses for each in kept]
    assert [new - old for old, new in zip(before, after, strict=True)] == [1, 1, 1, 0, 1, 1]
