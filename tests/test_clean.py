"""Pasted pages: what is furniture and goes, what is the article and stays, and in which role."""

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.clean import clean, kept
from workbench.clean.dates import date_line
from workbench.clean.furniture import RULES, fold, furniture
from workbench.clean.lines import paragraphs
from workbench.clean.shapes import is_byline, is_caption
from workbench.model import ROLES

BODY = (
    "The council approved the plan on Tuesday evening, after a debate of six hours in which "
    "the mayor had promised two new schools and a bridge."
)
LATER = (
    "Work is to begin in March, and the first trains should run along the coast before the end "
    "of the following year, according to the region."
)
TESTO = (
    "Il consiglio ha approvato il piano martedì sera, dopo un dibattito di sei ore nel quale il "
    "sindaco aveva promesso due scuole nuove e un ponte."
)

ITALIAN_PAGE = """
Vai al contenuto
Il Faro della Sera
Home > Economia > Porti

Abbonati
Accedi

Porti

Savona, il terminal raddoppia: trecento assunzioni entro l'estate

L'accordo firmato in prefettura prevede due gru nuove e un turno di notte. I sindacati chiedono garanzie sugli appalti

di Carla Venturini

10 giugno 2026

Ascolta l'articolo

4' di lettura

Condividi

Facebook
X
WhatsApp

Le gru del terminal di levante (Foto: Ansa)

I container in più saranno 200mila all'anno, e con loro arriveranno treni e camion: il porto di Savona si prepara a cambiare passo, con un investimento di 48 milioni.

«È una scommessa che facciamo con la città», dice il presidente dell'autorità portuale. «Nessuno resterà indietro».

Leggi anche

Dazi, gli armatori chiedono tempo al governo

Il turno di notte

Dal primo luglio si lavorerà anche dalle 22 alle 6, con una maggiorazione del 30 per cento. Per i residenti di via Nizza restano i dubbi sul rumore.

Newsletter

Le notizie del porto, ogni venerdì mattina.

Iscriviti

Chi paga la ferrovia?

La risposta, per ora, non c'è: la Regione ha stanziato 12 milioni, ma ne servono almeno altri 30 e il ministero non ha ancora risposto alla lettera di aprile.

Riproduzione riservata ©

12 commenti

I più letti

Caldo, la prima notte tropicale dell'anno

Pesto, la ricetta che divide la Liguria
"""  # noqa: E501 - as on a page, a paragraph is one line

ENGLISH_PAGE = """
Skip to content
News | Business | Ports | Opinion
Translated by AI
Versione italiana

Ports

Savona doubles its terminal: three hundred jobs by the summer

The agreement signed at the prefecture provides for two new cranes and a night shift. Unions ask for guarantees

by Carla Venturini

Updated 10 June 2026, 18:40

4' min read

Loading...

Le gru del terminal di levante (Foto: Ansa)

There will be 200,000 more containers a year, and with them will come trains and lorries: the port of Savona is preparing for a change of pace, with an investment of 48 million.

“It is a bet that we are making with the city,” says the chairman of the port authority. “Nobody will be left behind.”

Read also

Duties, shipowners ask the government for time

Il turno di notte

From 1 July there will also be work from 10 p.m. to 6 a.m., with a supplement of 30 per cent. The residents of Via Nizza still have doubts about the noise.

Loading...

Who pays for the railway?

There is no answer yet: the Region has set aside 12 million, but at least 30 more are needed, and the ministry has not yet answered the letter of April.

Copyright reserved ©

Loading...

Brand connect

Newsletter

News of the port, every Friday morning.

Subscribe
"""  # noqa: E501

ARTICLE_ROLES = [
    "kicker", "headline", "standfirst", "byline", "caption",
    "body", "body", "heading", "body", "heading", "body",
]  # fmt: skip


def article(*middle):
    """A small article with these lines in its middle, cleaned."""
    return clean("\n\n".join(("A town waits for its bridge", BODY, *middle, LATER)), "en")


def lines_kept(cleaned):
    return [paragraph.text for paragraph in kept(cleaned)]


# Whole pages


@pytest.mark.parametrize(("page", "language"), [(ITALIAN_PAGE, "it"), (ENGLISH_PAGE, "en")])
def test_of_a_page_the_article_stays_in_its_roles(page, language):
    assert [paragraph.role for paragraph in kept(clean(page, language))] == ARTICLE_ROLES


@pytest.mark.parametrize(("page", "language"), [(ITALIAN_PAGE, "it"), (ENGLISH_PAGE, "en")])
def test_every_line_of_a_page_is_listed_in_order(page, language):
    cleaned = clean(page, language)
    assert [paragraph.text for paragraph in cleaned] == [line for line in page.split("\n") if line]
    assert [paragraph.position for paragraph in cleaned] == list(range(len(cleaned)))


def test_what_is_dropped_says_why_and_what_is_kept_does_not():
    for paragraph in clean(ITALIAN_PAGE, "it"):
        assert paragraph.dropped == (paragraph.role == "chrome") == (paragraph.reason is not None)


def test_an_empty_page_has_no_paragraphs():
    assert clean("\n \n", "it") == []


# Furniture, class by class: the reason, and lines that are dropped wherever they stand

FURNITURE = {
    "An advertisement, or the place of one.": """
        Loading...
        Loading…
        Caricamento in corso
        Pubblicità
        Advertisement
        Contenuto sponsorizzato
        Article continues after advertisement
        L'articolo continua dopo la pubblicità""",
    "A reading time.": """
        3' min read
        12 min read
        5-minute read
        Reading time: 4 minutes
        4' di lettura
        Tempo di lettura: 7 minuti
        Si legge in 2 minuti
        Less than a minute read""",
    "A switch of language, or a note on the translation.": """
        Translated by AI
        Tradotto con l'intelligenza artificiale
        Versione italiana
        English version
        Leggi in inglese
        Read this article in Italian
        IT | EN
        This article was automatically translated from Italian.""",
    "A player that reads the article aloud.": """
        Ascolta l'articolo
        🔊 Listen to this article
        Ascolta la versione audio dell'articolo
        Listen · 5 min
        00:00 / 04:12
        1x""",
    "Buttons to share, save or print.": """
        Condividi
        Share
        Share on Facebook
        Condividi su WhatsApp
        Salva
        Copia link
        Regala questo articolo
        Facebook Twitter LinkedIn
        120 condivisioni""",
    "A “read also” line.": """
        Leggi anche
        ▶ Read also:
        Potrebbe interessarti anche
        You may also like
        Per approfondire
        Articoli correlati
        Related stories
        Most read
        I più letti
        Ultime notizie
        Recommended for you
        Leggi anche: Il ponte che non si farà
        See also > Why the bridge will not be built
        Continue reading
        Scopri di più""",
    "A promotion of the newspaper’s partners.": """
        Brand connect
        Branded content
        Dai nostri partner
        From around the web""",
    "A box for a newsletter.": """
        Newsletter
        Iscriviti alla newsletter
        Subscribe to our daily newsletter
        Sign up for the Morning Tide newsletter
        Get the best of the week straight to your inbox
        Ricevi ogni giorno le notizie nella tua casella di posta""",
    "A form to sign up, log in or subscribe.": """
        Iscriviti
        Subscribe now
        Log in
        Accedi
        Already a subscriber? Log in
        Hai già un abbonamento? Accedi
        Enter your email address""",
    "An offer of a subscription.": """
        Contenuto riservato agli abbonati
        This article is for subscribers only
        Abbonati a 1 € al mese
        Per continuare a leggere, abbonati o accedi
        Start your free trial
        Sostieni il nostro giornalismo
        Edizione digitale""",
    "A notice on cookies or privacy.": """
        Accetta e continua
        Accept all cookies
        Cookie policy
        Privacy policy
        Gestisci le preferenze
        We use cookies to measure our audience and show you advertising.
        Questo sito utilizza cookie tecnici e di terze parti""",
    "The copyright line.": """
        Riproduzione riservata
        RIPRODUZIONE RISERVATA
        All rights reserved
        Tutti i diritti riservati
        Il Faro della Sera - Riproduzione riservata
        (c) 2026 Il Faro della Sera""",
    "The comments and their number.": """
        12 commenti
        Comments (3)
        Lascia un commento
        Be the first to comment
        Join the conversation
        Leggi i commenti""",
    "Keywords of the page.": """
        Tags: ports, work, Liguria
        Argomenti: porti, lavoro
        #porti #lavoro""",
    "Controls of a gallery or a video.": """
        Guarda il video
        Photo gallery
        Fotogallery
        View all photos
        Foto 3 di 12
        24 foto
        Click to enlarge
        Next slide""",
    "An invitation to follow the newspaper or get its app.": """
        Seguici su Facebook
        Follow us on X
        Join our WhatsApp channel
        Download on the App Store
        Disponibile su Google Play
        Scarica la nostra app
        Aggiungi Il Faro come fonte preferita su Google""",
    "The menu of the page.": """
        Home › Economia › Porti
        Sei qui: Home / Cronaca
        Torna su
        Back to top
        Skip to main content
        Termini e condizioni
        Chi siamo
        Contact us
        P.IVA 01234567890
        Politica Economia Esteri Sport
        News | Business | Sport | Opinion""",
    "When it was published or updated.": """
        Aggiornato il 10/06/2026
        Updated 10 June 2026, 18:40
        Ultimo aggiornamento: mercoledì 10 giugno 2026 alle ore 18.40
        Pubblicato il 9 giugno 2026
        Published 3 hours ago
        2 ore fa""",
}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (line.strip(), reason)
        for reason, lines in FURNITURE.items()
        for line in lines.split("\n")
        if line
    ],
)
def test_furniture_is_dropped_with_its_reason(line, reason):
    dropped = [paragraph for paragraph in article(line) if paragraph.dropped]
    assert [(paragraph.text, str(paragraph.reason)) for paragraph in dropped] == [(line, reason)]


OF_THE_ARTICLE = """
    The newsletter reached forty thousand readers in a month.
    Loading the ship took three days.
    Advertising
    Privacy
    Facebook
    Copyright law in Europe
    Copyright reform, 2019 to today
    Related-party deals are on the rise
    Home-working: who gains from it
    VAT rises for 300 products
    Search for survivors
    Support for journalism falls
    Machine translation
    More than a bridge
    Milano, Roma, Torino
    14 March
    March 2020
    Prova di forza per 300 operai
    Ancora da definire
    Share prices fall
    Save the bridge
    Read the room
    Listen to the workers
    The text was produced by a committee of the region.
    By using such terms the minister had angered the court
    "Subscribe," he said.
    Salva.
    No.
    «Sì».
    3 of 10
    90 minutes
    45'
    2:1
    Accetta la sfida
    Comments from the council
    Follow the money
    Iscriviti a scuola, cambia la vita
    In Brief encounters, a station is a stage
    Tags on the walls
    The menu
    Close to the sea
    Partita Iva, che cosa cambia
    Economia
"""


@pytest.mark.parametrize("line", [line.strip() for line in OF_THE_ARTICLE.split("\n") if line])
def test_what_could_be_of_the_article_is_kept(line):
    assert line in lines_kept(article(line))


def test_every_class_of_furniture_is_in_the_table():
    unsure = {"weak", "number", "headlines", "reply", "section", "tags", "points"}
    assert {str(rule.reason) for rule in RULES if rule.kind not in unsure} <= FURNITURE.keys()


def test_a_line_longer_than_any_furniture_is_not_looked_at():
    assert furniture("Aggiornato " + "il 10/06/2026 " * 40) is None


def test_bullets_arrows_and_typography_do_not_hide_furniture():
    assert fold("  ▶ L’AUDIO… ") == "l'audio"
    assert fold("• Four words and more.") == "four words and more"
    assert fold("Two words.") == "two words."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("10 june 2026", "date"),
        ("mercoledì 10 giugno 2026, 18:40", "date"),
        ("june 10, 2026", "date"),
        ("10/06/2026", "date"),
        ("2026-06-10", "date"),
        ("10 giugno, 18.40", "date"),
        ("updated today", "stamp"),
        ("5 minuti fa", "stamp"),
        ("10 giugno", None),
        ("giugno 2026", None),
        ("aggiornamento", None),
        ("ago", None),
        ("10 june 2026, the day of the vote", None),
        ("2-1", None),
        ("12 " * 30, None),
    ],
)
def test_a_date_line_is_a_date_and_nothing_else(line, kind):
    assert date_line(line) == kind


# Furniture by its neighbours


def test_the_headline_under_read_also_is_dropped():
    cleaned = article("Read also", "Why the old ferry will not come back")
    assert str(cleaned[3].reason) == "A headline under a “read also” line."
    assert lines_kept(cleaned) == lines_kept(article())


def test_a_question_or_quotation_may_be_the_headline_under_read_also():
    for headline in ("Who will pay for the bridge?", "Neri: “No toll on the bridge”"):
        assert headline not in lines_kept(article("Leggi anche", headline))


def test_the_article_goes_on_after_read_also():
    said = "“We have waited long enough,” says the mayor."
    assert said in lines_kept(article("Read also", said))


def test_a_heading_after_the_headlines_under_read_also_is_kept():
    middle = ("Read also", "Why the old ferry will not come back", "What it costs to cross today")
    assert "The works" in lines_kept(article(*middle, "The works"))
    assert middle[2] in lines_kept(article(*middle))


def test_a_caption_or_byline_under_read_also_is_kept_inside_the_article():
    for line in ("The ferry in the morning (Photo: Reuters)", "by Anna Neri"):
        assert line in lines_kept(article("Read also", line))


def test_inside_the_article_no_more_than_six_headlines_are_dropped():
    headlines = [f"Headline number {n} of a long list" for n in range(9)]
    assert len(kept(article("Read also", *headlines))) == 3 + 3


def test_after_the_article_a_list_of_headlines_is_dropped_to_its_end():
    tail = ["Most read", "Ferries", "by Anna Neri", *(f"Story {n} of today" for n in range(9))]
    page = "\n".join(["A town waits for its bridge", BODY, LATER, *tail])
    assert lines_kept(clean(page, "en")) == lines_kept(article())


def test_read_also_before_the_text_takes_no_headline_away():
    page = f"Read also\nA town waits for its bridge\n{BODY}"
    assert lines_kept(clean(page, "en")) == ["A town waits for its bridge", BODY]


def test_all_after_a_copyright_line_with_its_sign_is_dropped():
    page = (
        f"A town waits\n{BODY}\n{LATER}\n© Riproduzione riservata\nOther words\n{BODY}\nLoading..."
    )
    cleaned = clean(page, "en")
    assert lines_kept(cleaned) == ["A town waits", BODY, LATER]
    assert {str(paragraph.reason) for paragraph in cleaned[4:6]} == {
        "It stands after the copyright line."
    }


def test_nothing_after_a_copyright_line_without_its_sign_is_dropped():
    assert LATER in lines_kept(article("Riproduzione riservata"))


def test_a_copyright_line_amid_the_article_ends_nothing():
    cleaned = article("Copyright reserved ©", *[LATER + " " + BODY] * 3)
    assert len(kept(cleaned)) == 6


def test_the_words_of_a_newsletter_box_are_dropped():
    cleaned = article("Newsletter", "All about ships, every Friday.", "Subscribe")
    assert lines_kept(cleaned) == lines_kept(article())
    assert "box" in str(cleaned[3].reason)


def test_a_paragraph_of_the_article_is_no_text_of_a_box():
    assert len(kept(article("Newsletter", BODY + " " + LATER, "Subscribe"))) == 4
    assert len(kept(article("Newsletter", *["He said no."] * 5, "Subscribe"))) == 8


def test_a_list_of_the_headings_is_dropped_and_the_headings_stay():
    page = ["Key points", "Loading...", "The works", "The costs"]
    cleaned = article(*page, BODY, "The works", LATER, "The costs")
    assert lines_kept(cleaned).count("The works") == 1
    assert "Key points" not in lines_kept(cleaned)


def test_key_points_that_do_not_come_again_are_of_the_article():
    assert "Key points" in lines_kept(article("Key points", "A bridge in two years"))


def test_keywords_after_the_article_are_dropped():
    tail = ["Topics", "Ports", "Loading...", "Work"]
    page = "\n".join(["A town waits for its bridge", BODY, LATER, *tail])
    assert lines_kept(clean(page, "en")) == lines_kept(article())
    assert "He left." in lines_kept(clean(page + "\nHe left.", "en"))


def test_keywords_amid_the_article_are_a_heading():
    assert "Topics" in lines_kept(article("Topics"))


def test_the_date_over_the_text_is_dropped():
    page = f"A town waits for its bridge\n10 June 2026\n{BODY}\n{LATER}"
    assert lines_kept(clean(page, "en")) == lines_kept(article())


def test_the_dates_of_a_chronicle_are_its_headings():
    page = f"A town waits\n10 June 2026\n{BODY}\n{LATER}\n12 June 2026\n{BODY}"
    assert [p.text for p in kept(clean(page, "en")) if p.role == "heading"] == [
        "10 June 2026",
        "12 June 2026",
    ]


def test_words_of_buttons_are_dropped_together():
    assert lines_kept(article("Facebook", "WhatsApp", "Email")) == lines_kept(article())
    assert lines_kept(article("Share", "Loading...", "Facebook", "Print")) == lines_kept(article())


def test_a_word_of_buttons_that_heads_the_text_is_kept():
    assert "Telegram" in lines_kept(article("Loading...", "Telegram"))
    assert "Telegram" in lines_kept(article("Listen to this article", "Share", "Telegram"))


def test_a_menu_is_dropped_but_for_the_kicker():
    page = "Politica\nCronaca\nSport\nEconomia\nUna città aspetta il suo ponte da anni\n" + TESTO
    assert lines_kept(clean(page, "it"))[0] == "Economia"
    assert len(kept(clean(page, "it"))) == 3
    assert len(kept(clean(page.replace("Economia", "Loading..."), "it"))) == 2


def test_two_section_words_are_no_menu():
    assert (
        len(kept(clean(f"Politica\nEconomia\nUna città aspetta il suo ponte\n{TESTO}", "it"))) == 4
    )


def test_the_newspapers_name_over_the_menu_is_dropped():
    cleaned = clean(f"Il Faro della Sera\nAbbonati\nUna città aspetta il suo ponte\n{TESTO}", "it")
    assert str(cleaned[0].reason) == "The name of the newspaper over the menu."
    assert not clean(f"Porti\nUna città aspetta il suo ponte\n{TESTO}", "it")[0].dropped


# Roles


def roles_of(*lines, language="en"):
    return [paragraph.role for paragraph in clean("\n".join(lines), language)]


HEADLINE = "A town waits for the bridge that nobody wants to pay for"
STANDFIRST = "Twelve years after the flood the two banks are still apart, and the ferry is too old"


@pytest.mark.parametrize(
    ("opening", "roles"),
    [
        ((HEADLINE,), ["headline"]),
        (("Ports", HEADLINE, STANDFIRST), ["kicker", "headline", "standfirst"]),
        (("News", "Ports", HEADLINE, "by Anna Neri"), [*["kicker"] * 2, "headline", "byline"]),
        ((HEADLINE, STANDFIRST), ["headline", "standfirst"]),
        ((HEADLINE, "The ferry is too old."), ["headline", "body"]),
        ((HEADLINE, STANDFIRST + ".", "by Anna Neri"), ["headline", "standfirst", "byline"]),
        (
            (HEADLINE, STANDFIRST, "A ferry.", "Anna Neri"),
            ["headline", "standfirst", "standfirst", "byline"],
        ),
        ((HEADLINE, "Anna Neri", STANDFIRST), ["headline", "byline", "standfirst"]),
        ((HEADLINE, "by Anna Neri", "by Ugo Bianchi"), ["headline", "byline", "byline"]),
        (
            (HEADLINE, STANDFIRST, "by Anna Neri", "The ferry leaves the quay in the rain"),
            ["headline", "standfirst", "byline", "caption"],
        ),
        (
            (HEADLINE, "The ferry (Ansa)", "by Anna Neri", "The quay (Ansa)"),
            ["headline", "caption", "byline", "caption"],
        ),
        (("Here is the translation:", HEADLINE), ["body", "headline"]),
        (("by Anna Neri",), ["byline"]),
        (("The ferry (Ansa)",), ["caption"]),
    ],
)  # fmt: skip
def test_the_lines_over_the_text_have_their_roles(opening, roles):
    page = (*opening, BODY, LATER, BODY + " " + LATER)
    assert roles_of(*page)[: len(roles)] == roles
    assert roles_of(*page)[-3:] == ["body"] * 3


def test_a_text_without_a_headline_is_body():
    assert roles_of(BODY, LATER) == ["body", "body"]
    assert roles_of("Here is the translation:", BODY) == ["body", "body"]


def test_a_headline_alone_is_a_headline():
    assert roles_of("Ports") == ["headline"]
    assert roles_of("A translation:") == ["body"]


def test_a_byline_under_three_paragraphs_does_not_make_them_standfirsts():
    assert roles_of(HEADLINE, BODY, LATER, BODY, "by Anna Neri", LATER)[1:4] == ["body"] * 3


def test_a_long_paragraph_is_never_a_standfirst():
    assert roles_of(HEADLINE, " ".join([BODY, LATER, BODY]), "by Anna Neri", LATER)[1] == "body"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("The works", "heading"),
        ("Cooperazione", "heading"),
        ("Il turno di notte", "heading"),
        ("“The bridge first", "heading"),
        ("Who is going to pay?", "heading"),
        ("When do you think that the works will really begin, mayor?", "body"),
        ("“No.”", "body"),
        ("«Non ci sto»", "body"),
        ("He laughs.", "body"),
        ("These are the dates:", "body"),
        ("- the first pier", "body"),
        ("2. the second pier", "body"),
        ("and so on", "body"),
        ("The mayor and the bishop on the quay (Photo: Getty Images)", "caption"),
        ("Il traghetto in partenza (Imagoeconomica)", "caption"),
        ("Il sindaco e il vescovo sul molo nel giorno della partenza", "caption"),
        ("The mayor and the bishop in front of the ferry that brings the workers home", "caption"),
        ("by Anna Neri", "byline"),
    ],
)
def test_a_line_amid_the_text_has_its_role(line, role):
    assert article(line)[2].role == role


def test_in_an_interview_questions_are_no_headings():
    questions = [
        p for p in article("Why now?", "He thinks.", "And then?", "Nothing.") if "?" in p.text
    ]
    assert {question.role for question in questions} == {"body"}


def test_a_short_line_at_the_end_heads_nothing():
    assert roles_of(HEADLINE, BODY, LATER, "The works")[-1] == "body"
    assert roles_of(HEADLINE, BODY, LATER, "By Anna Neri")[-1] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "di Carla Venturini",
        "di Carla Venturini e Ugo De Santis",
        "by Carla Venturini",
        "By Carla Venturini, Ugo Bianchi and Anna D'Amico",
        "di Carla Venturini - 10 giugno 2026",
        "dal nostro inviato Ugo Bianchi",
        "from our correspondent",
        "Redazione Economia",
        "by Editorial staff",
        "a cura di Anna Neri",
    ],
)
def test_a_byline_is_known(line):
    assert is_byline(line)


@pytest.mark.parametrize("line", ["di notte", "by the river", "Di corsa verso il porto", "Ports"])
def test_other_lines_are_no_bylines(line):
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Il porto all'alba (Foto di: Ugo Bianchi/Agenzia)",
        "The port at dawn (AP Photo/Ugo Bianchi)",
        "The port at dawn (Reuters/Ugo Bianchi)",
        "The port at dawn (municipal archive)",
        "Il porto all'alba. Foto: Ugo Bianchi",
        "Il porto all'alba - Foto LaPresse",
        "Photo: Ugo Bianchi",
        "Foto di Ugo Bianchi",
        "© Ugo Bianchi",
        "The port at dawn / Afp",
        "Nella foto il porto all'alba",
    ],
)
def test_a_credit_makes_a_caption(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The photo went around the world.",
        "He works for Reuters.",
        "(he said so)",
        f"{BODY} {LATER} {BODY} (Ansa)",
    ],
)
def test_other_lines_are_no_captions(line):
    assert not is_caption(line)


# Normalisation


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("  uno  due\t tre ", ["uno due tre"]),
        ("cosi\u0300", ["così"]),
        ("10\xa0euro, 1\u2009000", ["10\xa0euro, 1\u2009000"]),
        ("\ufeffuno\u200bdue\u00ad", ["unodue"]),
        ("uno\r\ndue\u2028tre\rquattro", ["uno", "due", "tre", "quattro"]),
        ("\U0001f469\u200d\U0001f4bb a\u200db", ["\U0001f469\u200d\U0001f4bb ab"]),
        ("\n\n \n", []),
    ],
)
def test_paragraphs_are_tidied(text, tidy):
    assert paragraphs(text) == tidy


def wrap(text, width):
    """The text broken into lines of at most `width` characters, by hand."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize("width", [40, 60, 72, 80])
def test_a_hard_wrapped_text_is_joined(width):
    page = [HEADLINE, BODY, LATER, BODY + " " + LATER]
    assert paragraphs("\n\n".join(wrap(text, width) for text in page)) == page


def test_furniture_in_a_hard_wrapped_text_keeps_its_lines():
    page = f"4' min read\nTranslated by AI\n\n{wrap(BODY + ' ' + LATER, 60)}"
    assert paragraphs(page) == ["4' min read", "Translated by AI", f"{BODY} {LATER}"]


def test_a_list_of_short_lines_is_not_joined():
    titles = [
        "Harbours on the coast",
        "Ferries on the river",
        "Bridges on the border",
        "Towns on the water",
    ]
    assert paragraphs("\n".join(titles)) == titles


# Laws

LINES = [
    BODY, LATER, TESTO, HEADLINE, STANDFIRST, "The works", "Who pays?", "“No.”", "Ports",
    "Facebook", "Video", "Economia", "Sport", "Cultura", "10 June 2026", "Key points", "In brief",
    "Topics", "Read also", "Brand connect", "Newsletter", "Subscribe", "Copyright reserved ©",
    "Riproduzione riservata", "Loading...", "by Anna Neri", "Anna Neri", "The ferry (Ansa)",
    "He said: “No”", "Share", "Home > Sport", "Il Faro della Sera", "3' min read",
    "Neri: “" + "word " * 20 + "”",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(["it", "en"]))
@settings(max_examples=600, deadline=None)
def test_cleaning_the_article_again_changes_nothing(lines, language):
    article_only = kept(clean("\n\n".join(lines), language))
    again = clean("\n\n".join(paragraph.text for paragraph in article_only), language)
    assert [(p.text, p.role, p.dropped) for p in again] == [
        (p.text, p.role, False) for p in article_only
    ]


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_is_cleaned(text):
    cleaned = clean(text, "it")
    again = clean("\n\n".join(lines_kept(cleaned)), "it")
    assert lines_kept(again) == lines_kept(cleaned)
    for paragraph in cleaned:
        assert paragraph.role in ROLES
        assert paragraph.text == unicodedata.normalize("NFC", paragraph.text).strip()


@given(st.lists(st.sampled_from([BODY, LATER, TESTO]), min_size=1, max_size=9))
@settings(max_examples=50, deadline=None)
def test_running_text_is_never_dropped(lines):
    assert lines_kept(clean("\n".join(lines), "en")) == lines


def seconds(lines):
    started = time.process_time()
    clean("\n\n".join(lines), "en")
    return time.process_time() - started


@pytest.mark.parametrize(
    "line",
    [
        BODY, "Share", "Facebook", "Key points", "Copyright reserved ©", "Newsletter", "Economia",
        "Subscribe to the " + "very " * 30, "Sea " + "> a " * 50, "a" * 219,
        "We use " + "a " * 100, "facebook " * 20 + "!", "Di " + "De " * 60, "(" * 200,
        "Photo " * 12 + ".",
    ],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(line):
    assert min(seconds([f"{line} {n}" for n in range(500)]) for _ in range(2)) < 0.5
    small, large = (min(seconds([line] * size) for _ in range(3)) for size in (250, 1000))
    assert large < 12 * small + 0.01


def test_a_paragraph_of_five_thousand_words_is_fine():
    assert seconds(["word " * 5000 + "end."]) < 0.2


def test_positions_grow_by_one():
    assert all(b.position - a.position == 1 for a, b in pairwise(clean(ENGLISH_PAGE, "en")))
