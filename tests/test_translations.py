"""Every sentence a person may see has an Italian one; a new sentence without it fails here."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "workbench" / "translations" / "it" / "LC_MESSAGES"
PLACES = re.compile(r"%\(\w+\)s|%%")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "message": (1,)}


def used() -> set[str | tuple[str, str]]:
    """All sentences in the code and the templates."""
    with (ROOT / "tools" / "babel.cfg").open(encoding="utf-8") as config:
        methods, options = parse_mapping_cfg(config)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT)
        found = list(extract_from_dir(ROOT, methods, options, KEYWORDS))
    return {sentence for _, _, sentence, _, _ in found}


def italian() -> Catalog:
    with (FOLDER / "messages.po").open("rb") as file:
        return read_po(file, locale="it")


def test_every_sentence_has_an_italian_one() -> None:
    known = {entry.id for entry in italian() if entry.id and entry.string and not entry.fuzzy}
    assert used() - known == set()


def test_no_italian_sentence_is_left_over() -> None:
    assert {entry.id for entry in italian() if entry.id} - used() == set()


@pytest.mark.parametrize("entry", [entry for entry in italian() if entry.id])
def test_both_sentences_have_the_same_places(entry: object) -> None:
    english = entry.id if isinstance(entry.id, tuple) else (entry.id,)
    others = entry.string if isinstance(entry.string, tuple) else (entry.string,)
    for one, other in zip(english, others, strict=True):
        assert other
        assert sorted(PLACES.findall(one)) == sorted(PLACES.findall(other))


def test_the_compiled_catalogue_is_the_readable_one() -> None:
    fresh = BytesIO()
    write_mo(fresh, italian())
    fresh.seek(0)
    with (FOLDER / "messages.mo").open("rb") as file:
        compiled = [(entry.id, entry.string) for entry in read_mo(file)]
    assert compiled == [(entry.id, entry.string) for entry in read_mo(fresh)]
