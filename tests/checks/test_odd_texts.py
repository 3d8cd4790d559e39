"""Texts that nobody writes: no check breaks on them, and none takes more time the odder they are.

A pattern that goes over the same letters again and again would take minutes here.
"""

from __future__ import annotations

import pytest

from workbench.score import check_article, check_segment
from workbench.triage import reason, risk

LONG = 6_000
ODD = {
    "one letter": ("a" * LONG, "b" * LONG),
    "spaces": ("a " * LONG, "b" + " " * LONG + "b"),
    "stops": ("a." * LONG, "." * LONG),
    "quotation marks": ('"' * LONG, "'" * LONG),
    "digits": ("1" * LONG, "1.2," * LONG),
    "hyphens": ("a-" * LONG, "a-" * LONG),
    "addresses": ("a@" * LONG, "www." * LONG),
    "capitals": ("A" * LONG, "Aa" * LONG),
    "names": ("Aaa " * LONG, "Bbb " * LONG),
    "lines": ("\n" * LONG, "a\n" * LONG),
    "elisions": ("l'" * LONG, "a'" * LONG),
    "markup": ("a", "**" * LONG + "[(" * LONG + "<a " * LONG + "&" * LONG),
    "right to left": ("مرحبا بالعالم", "שלום עולם"),
    "signs alone": ("?!.,", "…"),
    "figures alone": ("123 456", "123 456"),
    "not shown": ("\u200b\u202e", "\x00\ufeff"),
    "emoji": ("😀" * 500, "e\u0301" * 500),
    "the same": ("Il ponte riapre.", "Il ponte riapre."),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("source", "target"), ODD.values(), ids=ODD)
def test_no_text_is_too_odd(source: str, target: str) -> None:
    found = check_segment(source, target)
    assert [str(each.message) for each in found if "is broken" in str(each.message)] == []
    assert all(0 <= each.start <= each.end for each in found)
    assert risk(found, source, target) >= 0
    assert str(reason(found, "body", source, target))


def test_all_of_them_make_an_article() -> None:
    texts = [(source, target, "body") for source, target in ODD.values()]
    assert len(check_article(texts)) == len(texts)


def test_five_thousand_words_are_one_paragraph_like_any_other() -> None:
    italian = "Il ponte di Roccalta non riapre lunedì 3 maggio, dice la sindaca Irene Corvasce. "
    english = "The Roccalta bridge does not reopen on Monday 3 May, says Mayor Irene Corvasce. "
    found = check_segment(italian * 380, english * 380)
    assert {each.check for each in found} == {"repeated-sentence"}
