"""The shipped word list, and the tool that builds it."""

from __future__ import annotations

import gzip
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.align import lexicon
from workbench.align.lexicon import translations
from workbench.align.tokens import stem

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "workbench" / "align" / "data" / "lexicon.it-en.tsv.gz"


@pytest.mark.parametrize(
    ("italian", "english"),
    [
        ("casa", "house"), ("acqua", "water"), ("lavoro", "work"), ("anno", "year"),
        ("città", "city"), ("legge", "law"), ("guerra", "war"), ("donna", "woman"),
        ("medico", "doctor"), ("scuola", "school"), ("libri", "books"), ("lunedi", "monday"),
    ],
)  # fmt: skip
def test_the_list_knows_common_words(italian: str, english: str):
    italian = italian.replace("à", "a")
    assert translations(stem(italian, "it")).get(stem(english, "en"), 0) >= 0.3


def test_a_word_it_does_not_know_has_no_translations():
    assert translations("xyzzy") == {}


def test_every_row_can_be_read_and_every_number_is_a_probability():
    rows = gzip.decompress(SHIPPED.read_bytes()).decode().splitlines()
    assert rows == sorted(rows, key=lambda row: row.split("\t")[0])
    for row in rows:
        known = translations(row.split("\t")[0])
        assert known
        assert all(english and 0 < sure <= 1 for english, sure in known.items())


def test_the_list_is_small_and_loads_at_once():
    assert SHIPPED.stat().st_size <= 300_000
    lexicon._rows.cache_clear()
    began = time.perf_counter()
    lexicon._rows()
    assert time.perf_counter() - began < 0.5


def test_the_licences_of_the_sources_are_named():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for needed in ("Tatoeba", "CC BY 2.0 FR", "MT-GenEval", "CC BY-SA 3.0", "PUD"):
        assert needed in notice


PAIRS = """\
own\tIl gatto dorme\tThe cat sleeps
own\tIl gatto mangia\tThe cat eats
own\tIl cane dorme\tThe dog sleeps
own\tIl cane mangia\tThe dog eats
own\til\tthe
"""


def build(folder: Path, name: str) -> bytes:
    (folder / "pairs.tsv").write_text(PAIRS, encoding="utf-8")
    subprocess.run(
        [sys.executable, ROOT / "tools" / "build_lexicon.py", folder / "pairs.tsv", folder / name],
        check=True,
        capture_output=True,
        cwd=ROOT,
        timeout=60,
    )
    return (folder / name).read_bytes()


def test_the_tool_finds_which_words_go_together(tmp_path: Path):
    rows = gzip.decompress(build(tmp_path, "list.gz")).decode().splitlines()
    best = {row.split("\t")[0]: row.split("\t")[1].split(":")[0] for row in rows}
    assert best["gatt"] == "cat"
    assert best["can"] == "dog"
    assert best["dorm"] == "sleep"


def test_the_tool_gives_the_same_bytes_every_time(tmp_path: Path):
    assert build(tmp_path, "one.gz") == build(tmp_path, "other.gz")
