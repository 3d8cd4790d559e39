"""Names are matched between the texts: what is lost, new, respelt or translated."""

from __future__ import annotations

import pytest

from workbench.checks import run_checks
from workbench.checks.base import Pair
from workbench.checks.name_matching import compare_names

NAME_CHECKS = {"name-changed", "name-missing", "name-added"}


def named(source: str | None, target: str):
    return [finding for finding in run_checks(source, target) if finding.check in NAME_CHECKS]


CHANGED = [
    # Italian, English, what is marked, what it should be
    ("Lo dice [Brandolin].", "[Brandolon] says so.", "Brandolin"),
    ("La sindaca Ilaria [Tagliavini] firma.", "Mayor Ilaria [Tagliavino] signs.", "Tagliavini"),
    ("Segna Marta [Volpe].", "Marta [Fox] scores.", "Volpe"),
    ("Cucina Serena [Pesce].", "Serena [Fish] cooks.", "Pesce"),
    ("[Sgarbossa] ringrazia.", "[Sgarbosa] gives thanks.", "Sgarbossa"),
    ("Perde la [Elettrodorsale].", "The [Pontefermo] group loses.", None),
    ("Vola a [Parigi] domani.", "He flies to [Lisbon] tomorrow.", None),
    ("Con Anna [Bellucci] in giunta.", "With Anna [Carraro] in the council.", None),
]


@pytest.mark.parametrize(("source", "target", "right"), CHANGED)
def test_a_changed_name_is_marked_on_both_sides(source, target, right, marked):
    (italian, ours), (english, theirs) = marked(source), marked(target)
    (finding,) = named(italian, english)
    assert (finding.check, finding.severity) == ("name-changed", "major")
    assert (finding.start, finding.end) == theirs
    assert finding.other == ours
    assert finding.suggestion == right


MISSING = [
    ("Lo dice la sindaca [Ilaria Brandolin] oggi.", "The mayor says so today."),
    ("Chiude la fabbrica [Elettrodorsale] di Nuoro.", "The factory in Nuoro closes."),
    ("Il treno per [Parigi] parte alle sette.", "The train leaves at seven."),
    ("Lo dice Anna [Carraro] oggi.", "Anna says so today."),
    ("L’accordo con gli [Stati Uniti] regge.", "The agreement holds."),
    ("[Brandolin] ha firmato l’ordinanza.", "Has signed the order."),
    ("Il confine con la [Corea del Nord] è chiuso.", "The border is closed."),
]


@pytest.mark.parametrize(("source", "target"), MISSING)
def test_a_missing_name_is_marked_in_the_italian_and_near_its_place_in_the_english(
    source, target, marked
):
    italian, place = marked(source)
    (finding,) = named(italian, target)
    assert (finding.check, finding.severity) == ("name-missing", "minor")
    assert place == (finding.other or (finding.start, finding.end))


def test_the_place_of_a_missing_name_lies_between_the_words_that_stand_around_it():
    target = "The factory in Nuoro closes on Monday."
    (finding,) = named("La fabbrica Elettrodorsale di Nuoro chiude lunedì.", target)
    assert target[finding.start : finding.end] == "factory in Nuoro"


ADDED = [
    ("La sindaca ha firmato.", "The mayor, [Ilaria Brandolin], has signed."),
    ("Il ministro ha risposto.", "The minister, Mr [Carraro], has replied."),
    ("Ha vinto la squadra di casa.", "The home team, coached by [Bellucci], won."),
]


@pytest.mark.parametrize(("source", "target"), ADDED)
def test_a_name_that_the_italian_has_not_is_found(source, target, marked):
    english, place = marked(target)
    (finding,) = named(source, english)
    assert (finding.check, finding.severity) == ("name-added", "minor")
    assert (finding.start, finding.end) == place


FINE = [
    ("Lo dice Ilaria Brandolin.", "Ilaria Brandolin says so."),
    ("Lo dice la sindaca Ilaria Brandolin.", "Mayor Brandolin says so."),
    ("Le parole di Brandolin.", "Brandolin’s words."),
    ("Il Consiglio regionale della Toscana.", "The Tuscan regional council."),
    ("Gli Stati Uniti trattano con la Cina.", "The U.S. is in talks with Beijing."),
    ("Gli Stati Uniti trattano.", "America is in talks."),
    ("Vola dalla Germania a Londra.", "He flies from Germany to London."),
    ("I tedeschi comprano vino.", "Germany buys wine."),
    ("La Camera e il Senato votano.", "Both houses vote."),
    ("Palazzo Chigi tace.", "The prime minister’s office is silent."),
    ("La procura di Nuoro indaga.", "Prosecutors in Nuoro investigate."),
    ("Lo dice l’Onu.", "The United Nations says so."),
    ("Il Pil cresce.", "GDP is growing."),
    ("Chiude per Ferragosto.", "It closes for the August holiday."),
    ("Il re Enrico e il papa Leone.", "King Henry and Pope Leo."),
    ("In scena Amleto e Ulisse.", "Hamlet and Ulysses are on stage."),
    ("Le miniere della Galazia.", "The mines of Galatia."),
    ("Parla il regista Belošinko.", "Director Beloshinko speaks."),
    ("È atterrato a Jakutsk.", "It landed in Yakutsk."),
    ("Il Teatro Comunale riapre.", "The Municipal Theatre reopens."),
    ("Via Garibaldi è chiusa.", "Via Garibaldi is closed."),
    ("Riapre lunedì 3 maggio.", "It reopens on Monday 3 May."),
    ("I repubblicani al Congresso.", "Republicans in Congress."),
    ("Lo dice il signor Carraro.", "Mr. Carraro says so."),
    ("LA FRANA BLOCCA IL PAESE DI NORBELLO", "Landslide Cuts Off Village of Norbello"),
    ("Riapre il ponte della valle", "Valley Bridge Reopens After Long Works"),
    ("Tre operai feriti.", "Three workers were injured."),
    ("Debutta alla Royal Drama Company.", "Her debut was at the RDC."),
]


@pytest.mark.parametrize(("source", "target"), FINE)
def test_names_that_are_there_in_another_form_raise_nothing(source, target):
    assert named(source, target) == []


@pytest.mark.parametrize("source", [None, "", "   ", "1 2 3", "…"])
def test_without_italian_words_no_name_is_compared(source):
    assert named(source, "Mayor Ilaria Brandolin says so.") == []


@pytest.mark.parametrize("text", ["שלום עולם", "A", "’’’", "Anna " * 5000, "O’Neill’s’"])
def test_odd_texts_are_compared_without_a_fall(text):
    assert compare_names(Pair(text, text)) == ([], [], [])
    compare_names(Pair("Lo dice Ilaria Brandolin.", text))
    compare_names(Pair(text, "Ilaria Brandolin says so."))
