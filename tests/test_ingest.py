"""Files and pastes: what is read, and what is refused with a sentence that helps."""

import codecs
import hashlib
import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, NotFound, TooLarge
from workbench.ingest import (
    MAX_BYTES,
    check_pair,
    from_paste,
    guess_language,
    read_bytes,
    read_file,
    slugify,
    without_scripts,
)

ITALIAN = "Il sindaco ha detto che la città è pronta: «Non c’è più tempo per le attese»."
ENGLISH = "The mayor said that the city is ready and that there is no more time for waiting."


def refusal(error, call, *arguments):
    """The one sentence with which the call is refused."""
    with pytest.raises(error) as caught:
        call(*arguments)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
    return str(caught.value)


# Encodings


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (ITALIAN.encode(), "utf-8"),
        (codecs.BOM_UTF8 + ITALIAN.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + ITALIAN.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + ITALIAN.encode("utf-16-be"), "utf-16"),
        (ITALIAN.encode("cp1252"), "cp1252"),
    ],
)
def test_a_text_is_read_in_the_encodings_that_newsrooms_use(data, encoding):
    raw = read_bytes(data, "sindaco.txt")
    assert (raw.text, raw.encoding, raw.name) == (ITALIAN, encoding, "sindaco.txt")


def test_the_checksum_is_that_of_the_bytes_that_came():
    data = codecs.BOM_UTF8 + b"uno\r\ndue"
    assert read_bytes(data, "-").sha256 == hashlib.sha256(data).hexdigest()


def test_line_ends_become_line_feeds():
    assert (
        read_bytes(b"uno\r\ndue\rtre\nquattro\fcinque", "-").text
        == "uno\ndue\ntre\nquattro\ncinque"
    )


def test_a_text_is_otherwise_untouched():
    text = "  due  spazi,\tun tab,\xa0un fisso, e\u0301 scomposta \n\n"
    assert read_bytes(text.encode(), "-").text == text


def test_a_stray_control_character_is_left_out():
    assert read_bytes(b"a" * 200 + b"\x07b", "-").text == "a" * 200 + "b"


@pytest.mark.parametrize(
    "data",
    [
        ITALIAN.encode("mac-roman"),
        "Правительство сообщило о новых мерах".encode("cp1251"),
        ITALIAN.encode() + b"\xff",
        "Città più bella".encode("cp1252"),
        b"\x81\x8d\x8f",
    ],
    ids=["mac", "cyrillic", "damaged utf-8", "too short to tell", "undefined"],
)
def test_an_encoding_that_cannot_be_told_is_refused(data):
    said = refusal(BadInput, read_bytes, data, "strano.txt")
    assert said == "“strano.txt” is in an unknown encoding: save it as UTF-8 text."


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"testo\0con zero",
        ITALIAN.encode("utf-16-le"),
        codecs.BOM_UTF32_LE + ITALIAN.encode("utf-32-le"),
        b"\x01\x02\x03\x04abc",
        b"\xff\x00\xff",
        codecs.BOM_UTF16_LE + b"\x00\xd8a\x00",
    ],
)
def test_a_binary_file_is_refused(data):
    said = refusal(BadInput, read_bytes, data, "foto.png")
    assert said == "“foto.png” is no plain text: save or export it as UTF-8 text."


@pytest.mark.parametrize("data", [b"<?xml version='1.0'?><w:document>", b"{\\rtf1 ciao}"])
def test_the_source_of_a_document_is_refused(data):
    assert "paste the text that is read on the screen" in refusal(
        BadInput, read_bytes, data, "pagina.xml"
    )


# Web pages


@pytest.mark.parametrize(
    "source",
    [
        "<!DOCTYPE html><html lang=it><p>Ciao</p>",
        "\n<HTML><p>Ciao</p></HTML>",
        "<?xml version='1.0'?><!DOCTYPE html><html><p>Ciao</p></html>",
        "<!-- saved --><html><p>Ciao</p></html>",
        "<div class='a'><p>Ciao</p></div>",
    ],
)
def test_the_source_of_a_web_page_is_kept_and_marked(source):
    for raw in (read_bytes(source.encode(), "pagina.html"), from_paste(source)):
        assert (raw.markup, raw.text) == ("html", source)


@pytest.mark.parametrize("text", [ITALIAN, "<b> is a tag", "<p> e poi niente", "x <html></html>"])
def test_other_texts_are_plain(text):
    assert from_paste(text).markup == "plain"


@pytest.mark.parametrize(
    ("head", "written", "encoding"),
    [
        ("<meta charset=iso-8859-1>", "cp1252", "cp1252"),
        ('<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',)
        + ("cp1252",) * 2,
        ("<meta charset='iso-8859-1'>", "utf-8", "utf-8"),
        ("<meta charset=mac-roman>", "mac-roman", "mac-roman"),
        ("<meta charset=nonsense>", "cp1252", "cp1252"),
        ("<meta charset=hex>", "cp1252", "cp1252"),
        ("", "utf-16", "utf-16"),
    ],
)
def test_a_web_page_is_read_in_the_encoding_it_declares(head, written, encoding):
    source = f"<html>{head}<p>{ITALIAN}</p></html>"
    raw = read_bytes(source.encode(written), "pagina.html")
    assert (raw.text, raw.encoding, raw.markup) == (source, encoding, "html")


def test_scripts_do_not_tell_the_language_of_a_page():
    script = "<script>if (the) { for (of with) from and that is } </script>" * 20
    page = from_paste(f"<html>{script}<!-- the of and --><p>{ITALIAN}</p></html>")
    check_pair(page, from_paste(ENGLISH))


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("a<script>b</script>c", "ac"),
        ("a<STYLE x=1>b</style >c", "ac"),
        ("a<!-- <script> -->c", "ac"),
        ("a<script>b", "a"),
        ("a<!-- b", "a"),
        ("a<scripts>b", "a<scripts>b"),
        ("a<!-->c", "ac"),
        ("a<?php b ?>c", "ac"),
    ],
)
def test_a_page_without_its_scripts_is_what_people_read(source, left):
    assert without_scripts(source) == left


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, "\u200b\xa0\n".encode()])
def test_an_empty_text_is_refused(data):
    said = refusal(BadInput, read_bytes, data, "vuoto.txt")
    assert said == "“vuoto.txt” is empty: give the text of the whole article."


# Files


def test_a_file_is_read_under_its_own_name(tmp_path):
    path = tmp_path / "articolo.it.txt"
    path.write_text(ITALIAN, encoding="utf-8")
    assert read_file(path) == read_bytes(ITALIAN.encode(), "articolo.it.txt")


def test_a_missing_file_is_not_found(tmp_path):
    assert "There is no file" in refusal(NotFound, read_file, tmp_path / "manca.txt")


def test_a_file_below_a_file_is_not_found(tmp_path):
    (tmp_path / "testo").write_text("x", encoding="utf-8")
    refusal(NotFound, read_file, tmp_path / "testo" / "dentro.txt")


def test_a_name_that_no_file_can_have_is_not_found(tmp_path):
    refusal(NotFound, read_file, tmp_path / "a\0b")


def test_a_folder_is_refused(tmp_path):
    assert "is not a file" in refusal(BadInput, read_file, tmp_path)


def test_a_name_beyond_the_system_is_refused_with_the_system_s_reason(tmp_path):
    assert "cannot be read" in refusal(BadInput, read_file, tmp_path / ("x" * 400))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path):
    path = tmp_path / "segreto.txt"
    path.touch(mode=0o000)
    assert "permissions" in refusal(BadInput, read_file, path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "grande.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # sparse: reading it would take minutes
    assert "over the limit of 5 MB" in refusal(TooLarge, read_file, path)


def test_bytes_and_pastes_have_the_same_limit():
    refusal(TooLarge, read_bytes, b"a" * (MAX_BYTES + 1), "-")
    refusal(TooLarge, from_paste, "è" * (MAX_BYTES // 2 + 1))
    assert len(from_paste("a" * MAX_BYTES).text) == MAX_BYTES


# Pastes


def test_a_paste_is_named_so():
    raw = from_paste("uno\r\ndue")
    assert (raw.name, raw.encoding, raw.text) == ("paste", "utf-8", "uno\ndue")


def test_half_a_character_in_a_paste_is_replaced():
    assert from_paste("a\ud83db").text == "a\ufffdb"


def test_a_mark_at_the_start_of_a_paste_is_no_text():
    assert from_paste("\ufeffCiao").text == "Ciao"


def test_an_empty_paste_is_refused():
    assert "“paste” is empty" in refusal(BadInput, from_paste, " \n")


def test_a_paste_has_the_name_that_it_is_given():
    assert from_paste("Ciao", "Italian text").name == "Italian text"
    assert "“Italian text” is empty" in refusal(BadInput, from_paste, " ", "Italian text")
    assert "“Italian text” is over" in refusal(
        TooLarge, from_paste, "a" * (MAX_BYTES + 1), "Italian text"
    )


@given(st.text())
@settings(max_examples=100)
def test_any_paste_is_read_or_refused(text):
    try:
        raw = from_paste(text)
    except BadInput:
        return
    assert "\r" not in raw.text
    raw.text.encode()


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_are_read_or_refused(data):
    try:
        raw = read_bytes(data, "-")
    except BadInput:
        return
    assert raw.text.strip()


# Slugs


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("La manovra 2027", "la-manovra-2027"),
        ("Città, perché l’Arno è più alto", "citta-perche-l-arno-e-piu-alto"),
        ("../../etc/passwd", "etc-passwd"),
        ("«Straße»", "strasse"),
        ("日本", "article"),
        ("", "article"),
    ],
)
def test_a_slug_is_made_of_the_title(title, slug):
    assert slugify(title) == slug


def test_a_long_slug_ends_at_a_word():
    slug = slugify("parola " * 20)
    assert len(slug) <= 60
    assert slug.endswith("parola")


def test_a_long_word_is_cut():
    assert slugify("a" * 90) == "a" * 60


def test_the_fallback_is_made_a_slug_too():
    assert slugify("…", "Il Titolo") == "il-titolo"
    assert slugify("…", "!") == "article"


@given(st.text(), st.text(max_size=5))
@settings(max_examples=200)
def test_any_slug_is_safe(title, fallback):
    assert re.fullmatch("[a-z0-9-]{1,60}", slugify(title, fallback))


@given(st.text(max_size=80))
def test_a_slug_of_a_slug_is_the_same(title):
    assert slugify(slugify(title)) == slugify(title)


# Languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ITALIAN, "it"),
        (ENGLISH, "en"),
        (ITALIAN.upper(), "it"),
        ("Nel centro storico della città", "it"),
        ("The end of the line", "en"),
        ("Roma", None),
        ("3.500 euro", None),
        ("", None),
        (ITALIAN + " " + ENGLISH, None),
    ],
)
def test_function_words_tell_the_language(text, language):
    assert guess_language(text) == language


def pair(source, target):
    return read_bytes(source.encode(), "it.txt"), read_bytes(target.encode(), "en.txt")


@pytest.mark.parametrize("target", [ENGLISH, "Rome", f"{ENGLISH}\n\nNel centro della città"])
def test_a_right_pair_passes(target):
    check_pair(*pair(ITALIAN, target))


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (ITALIAN, ITALIAN, "are the same text"),
        (ITALIAN, ITALIAN.replace(" ", "\n"), "are the same text"),
        (ENGLISH, ITALIAN, "The texts are exchanged: “it.txt” is English and “en.txt” Italian"),
        (ENGLISH, "Rome", "“it.txt” is English"),
        (ITALIAN, "Il sindaco della città non è del parere.", "“en.txt” is Italian"),
    ],
)
def test_a_wrong_pair_is_refused(source, target, said):
    assert said in refusal(BadInput, check_pair, *pair(source, target))
