"""Statements that became their opposite."""

from __future__ import annotations

import pytest

from workbench.checks import Pair
from workbench.checks.negation import negation_added, negation_lost, opposite_word

LOST = [
    ("I sindaci [non] hanno firmato l’accordo.", "The mayors have [signed] the agreement."),
    ("La sindaca [non] ha mai firmato il contratto.", "The mayor [signed] the contract."),
    ("[Nessuno] ha visto il furgone rosso.", "Everyone [saw] the red van."),
    (
        "Il parroco non è venuto. «[Non] abbiamo firmato l’accordo», ripete il sindaco.",
        "The parish priest did not come. “We have [signed] the agreement,” repeats the mayor.",
    ),
    ("[Neanche] il parroco conosceva i ladri.", "The parish priest [knew] the thieves."),
]


@pytest.mark.parametrize(("italian", "english"), LOST)
def test_a_lost_negation_is_shown_where_the_english_affirms(italian, english, marked):
    (source, denial), (target, place) = marked(italian), marked(english)
    (finding,) = negation_lost(Pair(source, target))
    assert finding.severity == "major"
    assert (finding.start, finding.end) == place
    assert finding.other == denial
    assert source[slice(*denial)] in str(finding.message)


def test_where_the_place_of_a_lost_negation_is_unknown_the_neighbourhood_is_shown():
    (finding,) = negation_lost(Pair("Bah, non zzz.", "Well, qqq."))
    assert (finding.start, finding.end) == (0, len("Well, qqq."))


ADDED = [
    (
        "I sindaci hanno [firmato] l’accordo.",
        "The mayors have [not] signed the agreement.",
    ),
    ("Il Comune [paga] i lavori.", "The council [doesn’t] pay for the works."),
    ("Il sindaco ha [votato] sì.", "The mayor [never] voted yes."),
    (
        "I vigili hanno [rifiutato] di commentare la notizia.",
        "The police did [not] refuse to comment on the news.",
    ),
    (
        "Il teatro non è stato venduto, ma il museo ha [accolto] i turisti.",
        "The theatre was sold, but the museum did [not] welcome the tourists.",
    ),
]


@pytest.mark.parametrize(("italian", "english"), ADDED)
def test_an_added_negation_is_shown_beside_what_the_italian_affirms(italian, english, marked):
    (source, words), (target, place) = marked(italian), marked(english)
    (finding,) = negation_added(Pair(source, target))
    assert finding.severity == "major"
    assert (finding.start, finding.end) == place
    assert finding.other == words


OPPOSITES = [
    ("Il Comune ha [comprato] la villa.", "The council has [sold] the villa."),
    ("È [probabile] che il ponte riapra.", "The bridge is [unlikely] to reopen."),
    ("La squadra di Ardesio ha [vinto] la finale.", "The Ardesio team [lost] the final."),
    ("Una visita [ufficiale] ad Ardesio.", "An [unofficial] visit to Ardesio."),
    ("I cani entrano [prima] delle otto.", "Dogs come in [after] eight."),
    ("La donna è [nata] in Friuli.", "The woman [died] in Friuli."),
    ("Il teatro ha [aperto] le porte.", "The theatre has [closed] its doors."),
    ("La strada è [pericolosa].", "The road is [safe]."),
]


@pytest.mark.parametrize(("italian", "english"), OPPOSITES)
def test_a_word_that_says_the_opposite_is_found_beside_the_italian_one(italian, english, marked):
    (source, words), (target, place) = marked(italian), marked(english)
    (finding,) = opposite_word(Pair(source, target))
    assert finding.severity == "major"
    assert (finding.start, finding.end) == place
    assert finding.other == words


SAME = [
    ("I sindaci non hanno firmato.", "The mayors have not signed."),
    ("I sindaci non hanno firmato.", "The mayors haven’t signed."),
    ("Nessuno ha visto niente.", "No one saw anything."),
    ("Il ponte non è lontano.", "The bridge is close."),
    ("Non solo i treni, anche gli autobus si fermano.", "Trains stop, and buses too."),
    ("Si fermano anche gli autobus.", "Not only trains stop."),
    ("Non appena riapre il ponte, passano i camion.", "Once the bridge reopens, lorries cross."),
    ("Il mercato resta chiuso finché non smette.", "The market stays closed until it stops."),
    ("Lavora più di quanto non sembri.", "She works more than it seems."),
    ("È più alto che non largo.", "It is taller than it is wide."),
    ("La giunta si è rifiutata di rispondere.", "The council did not answer."),
    ("Il Comune non è riuscito a vendere la villa.", "The council failed to sell the villa."),
    ("È vietato entrare.", "You may not enter."),
    ("Il ladro è ancora ignoto.", "The thief is not yet known."),
    ("Hanno firmato solo ieri.", "They did not sign until yesterday."),
    ("È un’idea geniale, vero?", "A brilliant idea, isn’t it?"),
    ("Abita al n. 7.", "She lives at No. 7."),
    ("Non vedo l’ora di cominciare.", "I am eager to begin."),
    ("È stato il clima a decidere.", "You couldn’t help noticing the climate."),
    ("Una casa senza tetto.", "A roofless house."),
    ("Il sindaco non è colpevole.", "The mayor is innocent."),
    ("La strada non ha limiti di velocità.", "The road is free of speed limits."),
    ("Chi l’ha mai visto?", "Who has ever seen him?"),
    ("Il Comune non ha comprato la villa, l’ha venduta.", "The council sold the villa."),
    ("Il negozio vende e compra mobili.", "The shop buys and sells furniture."),
    ("Il bar non apre prima delle otto.", "The bar does not open until after eight."),
    ("Ha perso la finale dopo aver vinto la semifinale.", "After her win she lost the final."),
    ("Il sottopasso passa sotto i binari.", "The underpass runs under the tracks."),
    (
        "L’ascensore sarà pronto soltanto a gennaio; il ponte non è stato collaudato.",
        "The lift will not be ready until January; the bridge has not been tested.",
    ),
]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_what_is_meant_alike_is_no_contradiction(source, target):
    pair = Pair(source, target)
    assert [*negation_lost(pair), *negation_added(pair), *opposite_word(pair)] == []


@pytest.mark.parametrize("text", ["", "123", "non", "لا أحد", "non " * 5000, "—"])
def test_odd_texts_are_no_contradiction_of_themselves(text):
    pair = Pair(text, text.replace("non", "not"))
    assert [*negation_lost(pair), *negation_added(pair), *opposite_word(pair)] == []
