"""Notices, appeals and lists of other articles, and the articles that only sound like them."""

from __future__ import annotations

import pytest

from workbench.clean import clean
from workbench.clean.furniture import furniture

UNSURE = ("", "weak", "number", "headlines", "reply", "section", "date", "tags")


def kind(line: str) -> str:
    found = furniture(line)
    return found.kind if found else ""


NOTICES = """
Privacy Notice: Newsletters may contain adverts. For more information see our Privacy Policy.
This form is protected by reCAPTCHA and the terms of service of its maker apply.
The Quay newsletter brings you the week's best reading. Sign up here.
Our evening email gives you the three stories of the day, and why they matter to you.
La nostra newsletter ti racconta la settimana, ogni sabato mattina.
Vuoi sapere che cosa succede in città? Iscriviti alla newsletter del Faro.
To continue reading this article, start a trial
Your contribution helps us keep our reporters in the valley.
Per restare aggiornato iscriviti alla newsletter del Faro
A version of this article appears in print on Page 4 of the weekend edition.
Editrice Faro S.r.l., via del Porto 12, Savona. Codice fiscale e P.IVA 01234567890
Testata registrata presso il Tribunale di Savona, n. 12 del 3 maggio 1998
© 2026 Faro Editoriale S.p.A. Tutti i diritti riservati. Note legali e privacy.
È vietata la riproduzione, anche parziale, dei testi e delle immagini.
The Quay is not responsible for the content of external sites.
Quotes delayed at least 20 minutes. See the full list of exchanges.
We use your sign-up to send what you asked for, as our privacy notice says.
You can unsubscribe at any time.
Puoi cancellarti in qualsiasi momento dalla pagina del tuo profilo.
Ricevi questa email perché ti sei iscritto alla newsletter del Faro.
Save my name and email in this browser for the next time I comment.
Your email address will not be published. Required fields are marked *
Ho letto l'informativa sulla privacy e acconsento al trattamento dei dati
Use precise geolocation data. Actively scan device characteristics for identification.
Questo articolo è gratuito grazie a chi ci sostiene.
Se sei arrivato fin qui, aiutaci a scrivere il prossimo.
Share on Facebook (opens in a new window)
Please log in here to leave a comment.
Published in the print edition of June 8, with the headline “The Stamp”.
The Quay subscribes to the Editors' Code. To complain, contact the editor.
Read more on the harbour
Something went wrong, please try again later.
Dona con PayPal
"""

SOUNDS_LIKE_IT = """
The harbour newsletter is a monthly sheet of four pages that nobody reads.
Our newsletter, he says, is read by forty thousand people.
Our emails were read by the ministry before you ever saw them.
"Our morning email tells you everything," the editor boasts.
Per ricevere aggiornamenti i familiari hanno dovuto chiamare un numero verde.
Vuoi vincere? Iscriviti al partito, gli dissero.
Support for independent journalism has fallen by a third.
Abbiamo bisogno di un giornalismo che faccia domande scomode.
Entra nel canale la prima nave del convoglio, scortata da due rimorchiatori.
I contenuti riservati dell'accordo restano vietati ai giornalisti fino a lunedì.
La società ha un capitale sociale di 120.000 euro e sede a Savona.
The bank is part of a group of nine.
Copyright law is limited to the works of authors.
Vietata la riproduzione dei documenti in aula, gli avvocati protestano.
Don't miss the channel of the mayor, a friend told him.
Breaking news, broken trust
More in hope than in fear
Powered by hydrogen
Support the strike
Follow the leader
400 euro al mese
Then $5 million went missing
Continue with the works
Abbonati, trecento in più
Newsletter under fire
What do you think?
The video is fake
Paid by the hour
Tax strategy
Our history
Report
Monthly
Corrections
Registered in 1998, the company has never published its accounts.
This article was amended on 11 June 2026.
Paga con la vita
Welcome back, winter
Meteo: domani 40° a Roma
Approfondimento
No, thanks
Something went wrong in the lab
Our partners
Mayor picks a fight with a newsletter
More news for farmers
The most popular in town
Gioco vietato ai minori, multe per tre bar
The company adheres to the highest standards of safety.
He went to the office to complain about the noise.
La società è soggetta all'attività di direzione e coordinamento del gruppo.
The photos are under a Creative Commons licence.
Market data delayed by strike
Copyright wars, 2026
Under the new law you can cancel at any time.
Il consenso si può revocare in qualsiasi momento, ricorda il garante.
Hai ricevuto un messaggio dalla banca? Ecco che cosa fare.
The app collected precise geolocation data on ten thousand drivers.
Newspapers will be subject to a new self-regulation scheme.
Questo servizio è gratuito per chi ha più di settant'anni.
I agree with him in terms of principle, the minister said.
The story continues after the war
Attendere il momento giusto
12 persone in prima pagina
300 people watching the match
Why ads work
Made by hand
Follow the money
Back to work
Segui i soldi
From the ashes
"""


@pytest.mark.parametrize("line", NOTICES.strip().splitlines())
def test_a_notice_is_known_wherever_it_stands(line: str):
    assert kind(line) not in UNSURE


@pytest.mark.parametrize("line", SOUNDS_LIKE_IT.strip().splitlines())
def test_what_only_sounds_like_furniture_is_not_surely_any(line: str):
    assert kind(line) in UNSURE


TEXT = "The council approved the plan on Tuesday evening, after a debate of six hours and a vote."
CONSENT = (
    "We and our partners store information on your device, such as cookies, and process personal "
    "data for advertising."
)


def kept(*lines: str) -> list[str]:
    return [
        paragraph.text for paragraph in clean("\n\n".join(lines), "en") if not paragraph.dropped
    ]


def test_a_text_on_cookies_is_dropped_near_its_buttons_alone():
    assert kept(CONSENT, "Accept all", "A town waits", TEXT) == ["A town waits", TEXT]
    assert CONSENT in kept("A town waits", TEXT, CONSENT)
    assert f"“{CONSENT}”" in kept(f"“{CONSENT}”", "Accept all", TEXT)


def test_a_copyright_line_amid_the_text_ends_nothing():
    lines = ["A town waits", TEXT, "© All rights reserved", "He said no, and left the room."]
    assert kept(*lines) == [*lines[:2], lines[3]]


def test_one_text_under_a_title_after_most_read_may_be_the_articles_last():
    title, last = (
        "A town waits for its bridge",
        "The works begin in March, says the mayor, and end in May.",
    )
    page = ["The bridge", *[TEXT] * 12, "Most read"]
    assert last in kept(*page, title, last)
    assert last not in kept(*page, title, last, "The ferry that never left", last + " " + last)


def test_readers_comments_are_dropped_where_buttons_prove_them():
    page = ["A town waits for its bridge", *[TEXT] * 4, "2 comments"]
    said = ["Anna", "I have always said that this bridge would never be built by anybody.", "Reply"]
    assert kept(*page, *said, *said) == page[:-1]
    assert said[1] in kept(*page, *said)


def test_the_rows_of_a_table_are_no_headings():
    rows = ["2024 | 210 | 95", "2025 | 228 | 104"]
    cleaned = clean("\n\n".join(["A town waits", TEXT, *rows, TEXT]), "en")
    assert [paragraph.role for paragraph in cleaned][2:4] == ["body", "body"]


def test_the_cells_of_a_table_stay_one_by_one():
    cells = ["Year", "Ships", "2024", "210", "2025", "228"]
    assert kept("A town waits", TEXT, *cells, TEXT)[2:8] == cells


def test_the_clocks_of_a_live_report_are_its_headings():
    page = ["A town waits, live", "19:05", TEXT, "Share", "17:45", TEXT, "Share", "16:20", TEXT]
    assert [text for text in kept(*page) if ":" in text] == ["19:05", "17:45", "16:20"]
