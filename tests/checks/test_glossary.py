"""The newsroom's own terms: what is asked for, what is let through, and who has the last word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks.base import Pair
from workbench.checks.glossary import check_terms, glossary
from workbench.language.house_terms import beginning, find_house_terms
from workbench.model import Finding, Term
from workbench.score import check_segment

BUDGET = Term("manovra", "budget", ("manoeuvre", "budget law"))
GDP = Term("PIL", "GDP", ("PIL",), cased=True)
PROSECUTOR = Term("pm", "prosecutor", ("prime minister", "pm"), cased=True)
FURLOUGH = Term("cassa integrazione", "furlough scheme", ("redundancy fund",))
TILL = Term("cassa", "till")
ARROWS = Term("Frecce Tricolori", kind="keep", forbidden=("Tricolour Arrows",))
TARIFF = Term("dazio", "tariff", ("duty", "tax"))
AMERICA = Term("Usa", "US", ("U.S.",))
STATE = Term("stato", "state")
UNION = Term("dell'Unione europea", "of the European Union")
ALL = (BUDGET, GDP, PROSECUTOR, FURLOUGH, TILL, ARROWS, TARIFF, AMERICA, UNION)


def found(source: str, target: str, *terms: Term) -> list[Finding]:
    return check_terms(Pair(source, target), terms or ALL)


@pytest.mark.parametrize(
    ("italian", "occurring"),
    [
        ("La manovra cresce.", [BUDGET]),
        ("Le manovre crescono.", [BUDGET]),
        ("LA MANOVRA CRESCE", [BUDGET]),
        ("Cresce il PIL.", [GDP]),
        ("Cresce il pil, cresce il Pil.", []),
        ("I dazi e il dazio.", [TARIFF]),
        ("In cassa integrazione.", [FURLOUGH]),
        ("In cassa\u00a0integrazione e alla cassa.", [FURLOUGH, TILL]),
        ("In cassa. Integrazione difficile.", [TILL]),
        ("Le leggi dell’Unione europea.", [UNION]),
        ("Il manovratore e gli incassi.", []),
        ("Il PM.", []),
        ("", []),
    ],
)
def test_a_term_is_found_in_its_forms_and_the_longest_counts(
    italian: str, occurring: list[Term]
) -> None:
    places = find_house_terms(italian, ALL)
    assert list(dict.fromkeys(place.term for place in places)) == occurring


@pytest.mark.parametrize(
    ("italian", "term"),
    [
        ("Sono in tre, era tardi, è vero.", STATE),
        ("La cassaforte.", TILL),
        ("Un conte.", Term("conto", "account")),
    ],
)
def test_another_word_is_not_the_term(italian: str, term: Term) -> None:
    assert find_house_terms(italian, (term,)) == []


def test_words_that_no_dictionary_has_may_have_another_ending() -> None:
    assert find_house_terms("Gli esodati.", (Term("esodato", "left without a pension"),))
    assert find_house_terms("Il cassaintegrato.", (Term("cassaintegrati", "furloughed"),))


def test_of_two_terms_as_long_the_one_with_exact_capitals_counts() -> None:
    small = Term("pil", "strip")
    assert [each.term for each in find_house_terms("PIL e pil", (small, GDP))] == [GDP, small]


@pytest.mark.parametrize(
    ("source", "target", "marked", "suggestion"),
    [
        ("La manovra cresce.", "The manoeuvre grows.", "manoeuvre", "budget"),
        ("Le manovre crescono.", "The manoeuvres grow.", "manoeuvres", "budgets"),
        ("Manovre in aula.", "Manoeuvres in parliament.", "Manoeuvres", "Budgets"),
        ("La manovra.", "The budget law.", "budget law", "budget"),
        ("Il pm chiede.", "The prime minister asks.", "prime minister", "prosecutor"),
        ("Piove negli Usa.", "It rains in the U.S. today.", "U.S.", "US"),
        ("Piove negli Usa.", "It rains in the U.S.", "U.S", "US"),
        ("Nuovi dazi", "NEW DUTIES", "DUTIES", "TARIFFS"),
        ("Nuovi dazi.", "Cars are taxed.", "taxed", None),
        ("Cresce il PIL.", "The gdp grows.", "gdp", "GDP"),
    ],
)
def test_a_forbidden_word_is_marked_with_the_preferred_one_in_its_form(
    source: str, target: str, marked: str, suggestion: str | None
) -> None:
    (finding,) = found(source, target)
    assert (finding.check, finding.category, finding.severity, finding.side) == (
        "glossary",
        "terminology",
        "minor",
        "target",
    )
    assert target[finding.start : finding.end] == marked
    assert finding.suggestion == suggestion
    assert finding.other
    assert find_house_terms(source[slice(*finding.other)], ALL)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("La manovra cresce.", "The budget grows."),
        ("Le manovre crescono.", "BUDGETS grow."),
        ("La manovra.", "The budget's fate."),
        ("Cresce il PIL.", "The GDP's growth."),
        ("I pm chiedono.", "Prosecutors ask at 5 PM."),
        ("In cassa integrazione.", "On furlough\u00a0schemes."),
        ("Nuovi dazi sulle auto.", "New tariffs: cars are taxed."),
        ("Volano le Frecce tricolori.", "The Frecce Tricolori fly."),
        ("Nulla di tutto questo.", "The manoeuvre of a prime minister."),
        ("La manovra.", ""),
        ("", "The manoeuvre."),
    ],
)
def test_what_the_glossary_asks_for_is_let_through(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_term_that_is_not_rendered_is_pointed_to() -> None:
    (finding,) = found("In cassa integrazione da maggio.", "On leave since May.")
    assert (finding.severity, finding.side, finding.suggestion) == ("minor", "source", None)
    assert (finding.start, finding.end) == (3, 21)
    assert str(finding.message) == (
        "The glossary has “furlough scheme” for “cassa integrazione”: that is not in the English."
    )


def test_what_stands_there_for_a_term_is_marked_where_it_is_known() -> None:
    source, target = "Il ponte riapre domani.", "The bridge reopens tomorrow."
    (finding,) = found(source, target, Term("ponte", "viaduct"))
    assert target[finding.start : finding.end] == "bridge"
    assert finding.other == (3, 8)


def test_a_name_that_must_stay_and_did_not_is_major() -> None:
    (translated,) = found("Volano le Frecce Tricolori.", "The Tricolour Arrows fly.")
    (left_out,) = found("Volano le Frecce Tricolori.", "The planes fly.")
    assert (translated.severity, translated.suggestion) == ("major", "Frecce Tricolori")
    assert left_out.severity == "major"


def test_the_glossary_has_the_last_word() -> None:
    source, target = "La manovra vale due miliardi.", "The manoeuvre is worth two billion."
    assert [f.check for f in check_segment(source, target)] == ["set-phrase"]
    ours = (Term("manovra", "manoeuvre"),)
    assert check_segment(source, target, terms=ours) == []
    assert [f.check for f in check_segment(source, target, terms=(BUDGET,))] == ["glossary"]


def test_a_kept_italian_word_is_no_mistake() -> None:
    source, target = "Lo dice la Bce.", "The Bce says so."
    assert {f.check for f in check_segment(source, target)} == {"acronym"}
    assert check_segment(source, target, terms=(Term("Bce", kind="keep", cased=True),)) == []


def test_other_mistakes_in_the_same_sentence_are_still_found() -> None:
    terms = (Term("manovra", "manoeuvre"),)
    checks = [f.check for f in check_segment("La manovra.", "The the manoeuvre.", terms=terms)]
    assert "repeated-word" in checks


def test_page_furniture_is_not_checked() -> None:
    assert check_terms(Pair("La manovra", "The manoeuvre", "chrome"), ALL) == []
    assert check_segment("La manovra", "The manoeuvre", "chrome", ALL) == []


def test_it_is_documented_as_it_is() -> None:
    told = Path(__file__).parent.parent.parent / "docs" / "checks.md"
    row = f"| `{glossary.id}` | {glossary.title} | {glossary.category} |"
    assert row in told.read_text(encoding="utf-8")
    assert glossary.help
    assert found("La manovra cresce.", "The manoeuvre grows.")


WORDS = st.lists(
    st.sampled_from(
        ["Manovra", "manovre", "PIL", "U.S.", "cassa", "integrazione", "’", "è", "😀", ""]
    ),
    max_size=8,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_whatever_is_written_places_are_in_their_texts(term: str, source: str, target: str) -> None:
    terms = tuple({each.key: each for each in (*ALL, Term(term, term)) if beginning(term)}.values())
    for finding in check_terms(Pair(source, target), terms):
        text = target if finding.side == "target" else source
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end].strip()
