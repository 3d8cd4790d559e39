"""How often Italian and English use their words, by the lists that wordfreq ships."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model import Language


@cache
def frequencies(language: Language) -> dict[str, float]:
    """How often each of some 30,000 frequent words is used, as a share of all words.

    It is what wordfreq's ``get_frequency_dict(language, "small")`` gives. The file is read here,
    because wordfreq needs a tenth of a second to load what other languages want.
    """
    import msgpack  # noqa: PLC0415 - the first text that is checked loads it

    file = _folder() / f"small_{language}.msgpack.gz"
    # The list at index n has the words whose share is ten to the power of minus n hundredths.
    _header, *lists = msgpack.unpackb(gzip.decompress(file.read_bytes()))
    return {word: 10 ** (-n / 100) for n, words in enumerate(lists) for word in words}


def _folder() -> Path:
    package = find_spec("wordfreq")
    if package is None or package.origin is None:
        raise ModuleNotFoundError(name="wordfreq")
    return Path(package.origin).parent / "data"
