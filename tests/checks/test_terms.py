"""What Italian words must not become, and palaces that want a word of explanation."""

from __future__ import annotations

import re

import pytest

from workbench.checks import run_checks
from workbench.language.glossary import read_terms
from workbench.language.tables import read_table

TABLES = ["false_friends", "offices", "institutions", "glossary"]
TERM_CHECKS = {"false-friend", "office", "institution", "set-phrase"}


def misnamed(source: str, target: str):
    return [finding for finding in run_checks(source, target) if finding.check in TERM_CHECKS]


WRONG = [
    ("[Attualmente] è chiuso.", "[Actually] it is closed.", "false-friend", "major", "Currently"),
    (
        "Riapre [eventualmente] a maggio.",
        "It [eventually] reopens.",
        "false-friend",
        "major",
        "possibly",
    ),
    ("Tornano i [parenti].", "The [parents] come back.", "false-friend", "major", "relatives"),
    ("Torna un [parente].", "A [parent] comes back.", "false-friend", "major", "relative"),
    ("[Pretende] rispetto.", "She [pretends] respect.", "false-friend", "major", None),
    ("Una [rapina] in banca.", "A [rape] at the bank.", "false-friend", "critical", "robbery"),
    (
        "Il [processo] agli imputati.",
        "The [process] of the accused.",
        "false-friend",
        "major",
        "trial",
    ),
    ("Esenti dal [ticket] sanitario.", "Exempt from the [ticket].", "false-friend", "major", None),
    (
        "Il [pm] chiede sei anni.",
        "The [Prime Minister] asks for six years.",
        "office",
        "critical",
        "prosecutor",
    ),
    (
        "I [pm] chiedono sei anni.",
        "The [PMs] ask for six years.",
        "office",
        "critical",
        "prosecutors",
    ),
    (
        "Lo dice il [presidente del Consiglio].",
        "The [President of the Council] says so.",
        "office",
        "major",
        "prime minister",
    ),
    (
        "L’[amministratore delegato] lascia.",
        "The [delegated administrator] leaves.",
        "office",
        "major",
        "chief executive",
    ),
    (
        "Il [governatore] della Toscana firma.",
        "The [governor] of Tuscany signs.",
        "office",
        "minor",
        None,
    ),
    (
        "La [Camera] approva.",
        "[The Room] approves.",
        "institution",
        "major",
        "The Chamber of Deputies",
    ),
    (
        "Indaga la [procura].",
        "The [Attorney General’s Office] investigates.",
        "institution",
        "major",
        "public prosecutor’s office",
    ),
    ("La [giunta] ha deciso.", "The [junta] has decided.", "institution", "major", None),
    (
        "La [manovra] costa 2 miliardi.",
        "The [manoeuvre] costs 2 billion.",
        "set-phrase",
        "major",
        "budget",
    ),
    ("Il [cuneo fiscale] scende.", "The [fiscal wedge] falls.", "set-phrase", "minor", "tax wedge"),
    (
        "Sono in [cassa integrazione].",
        "They are on [wage integration].",
        "set-phrase",
        "minor",
        "furlough scheme",
    ),
]


@pytest.mark.parametrize(("source", "target", "check", "severity", "right"), WRONG)
def test_a_wrong_word_is_found_with_the_italian_and_the_right_one(
    source, target, check, severity, right, marked
):
    (italian, ours), (english, theirs) = marked(source), marked(target)
    (finding,) = misnamed(italian, english)
    assert (finding.check, finding.severity) == (check, severity)
    assert (finding.start, finding.end) == theirs
    assert finding.other == ours
    assert finding.suggestion == right


FINE = [
    ("Attualmente è chiuso.", "It is currently closed."),
    ("In realtà attualmente è chiuso.", "Actually it is closed now."),
    ("Riapre, alla fine.", "It eventually reopens."),
    ("Tornano i genitori e i parenti.", "Parents and relatives come back."),
    ("Il processo di pace continua.", "The peace process goes on."),
    ("Il processo produttivo costa.", "The production process is expensive."),
    ("Costa 5 euro il ticket del museo.", "The museum ticket costs 5 euros."),
    ("Il PM10 cala dopo le 5.", "PM10 falls after 5 PM."),
    ("Il pm chiede di sentire il premier.", "The prosecutor wants to hear the prime minister."),
    ("Il pm parla alle 5.", "The prosecutor speaks at 5 PM."),
    ("Lo dice il presidente del Consiglio comunale.", "The president of the council says so."),
    ("La camera è fredda.", "The room is cold."),
    ("La Camera di commercio apre.", "The Chamber of Commerce opens the room."),
    ("Il governatore della Banca d’Italia parla.", "The governor of the Bank of Italy speaks."),
    ("La giunta militare ha deciso.", "The junta has decided."),
    ("La manovra di parcheggio.", "The parking manoeuvre."),
    ("La sentenza: sei anni di pena.", "The sentence: six years."),
    ("In concerto i Fame di Norbello.", "The band Fame of Norbello in concert."),
    ("Estate al Norbello Estate.", "Summer at Norbello Estate."),
    ("Scende in piazza il sindacato.", "The union takes to the streets."),
]


@pytest.mark.parametrize(("source", "target"), FINE)
def test_right_words_and_words_for_something_else_raise_nothing(source, target):
    assert misnamed(source, target) == []


@pytest.mark.parametrize(
    ("target", "who"),
    [
        ("[Palazzo Chigi] is silent.", "prime minister"),
        ("The case goes to the [Consulta].", "Constitutional Court"),
        ("A promise from the [Carroccio].", "League"),
        ("The [azzurri] won again.", "national team"),
    ],
)
def test_a_palace_or_a_byname_without_explanation_is_hinted_at(target, who, marked):
    english, place = marked(target)
    (finding,) = run_checks(None, english)
    assert (finding.check, finding.severity) == ("byname", "neutral")
    assert (finding.start, finding.end) == place
    assert who in str(finding.message)


@pytest.mark.parametrize(
    "target",
    [
        "Palazzo Chigi, the prime minister’s office, is silent.",
        "The Constitutional Court, or Consulta, decides.",
        "The League, known as the Carroccio, promises.",
        "Italy’s azzurri won again.",
    ],
)
def test_one_that_the_text_explains_raises_nothing(target):
    assert run_checks(None, target) == []


LISTS = ["bynames", "variants", "renamed", "first_names", "english_capitals", "italian_capitals"]


@pytest.mark.parametrize("name", [*TABLES, *LISTS, "abbreviations"])
def test_every_row_has_its_reason_and_stands_once(name):
    rows = read_table(name)
    assert all(row["word"] and row["reason"] for row in rows)
    assert len({row["word"] for row in rows}) == len(rows)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_a_rule_that_can_fire(name):
    for row in read_table(name):
        assert row["wrong"]
        assert row["right"]
        assert row["severity"] in ("neutral", "minor", "major", "critical")
        assert re.compile(row["when"])
        assert re.compile(row["unless"])
    assert read_terms(name)
