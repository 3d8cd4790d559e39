"""Passwords: which ones are good enough, and how they are kept (argon2id, as OWASP advises)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from workbench.errors import BadInput
from workbench.messages import message

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 200
_DIFFERENT, _LEFT, _RUN = 5, 6, 3
"""Characters that are not alike, those beside common words, and those that make a run."""
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORDS = """
    admin administrator amore andrea baseball batman benvenuto calcio casa changeme chocolate ciao
    computer correcthorsebatterystaple default dragon estate facebook football forza francesca
    francesco giornale giulia giuseppe google guest hello iloveyou internazionale italia italiano
    inter juventus letmein lorenzo master matteo milan monkey napoli newsroom notizie parola
    parolachiave pass passphrase passw password princess principessa qwerty qwertyuiop redazione
    roma root sandro segreta segreto shadow stefano sunshine superman temp test tiamo translator
    trustno valentina welcome workbench
"""
"""What the commonest passwords are made of, in English and in Italian."""
_LEET = str.maketrans("01345789@$!", "oieastbgasi")

NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$yugcd2PVvpPMcKhRAY26JQ"
    "$0smJKx8lfi4Sx7684uOdQo3R/uQqPJNtCrSPkBwG/EA"
)
"""What is compared where there is no such account, so that the answer takes as long."""


def checked_password(given: str, *names: str) -> str:
    """The password as it is to be hashed.

    It must be long and not among the first that anybody would try; nothing else is asked of it, and
    spaces and letters of any script are welcome, as NIST SP 800-63B has it. `names` are words that
    everybody knows of its owner.

    Raises:
        BadInput: it is too short, too long, or too easily guessed.
    """
    password = normal(given)
    if len(password) < SHORTEST:
        raise BadInput(
            message(
                "The password is shorter than %(least)s characters: take several words.",
                least=SHORTEST,
            )
        )
    if len(password) > LONGEST:
        raise BadInput(
            message("The password is longer than %(most)s characters: shorten it.", most=LONGEST)
        )
    if is_common(password, *names):
        raise BadInput(
            message(
                "That is among the first passwords that anybody would try: take several words "
                "that only you would put together."
            )
        )
    return password


def normal(given: str) -> str:
    """The same characters whichever keyboard they were typed on."""
    return unicodedata.normalize("NFKC", given)


def is_common(password: str, *names: str) -> bool:
    """Whether little is left of a password without repetitions, runs of keys and common words."""
    plain = "".join(password.casefold().split())
    if len(set(plain)) < _DIFFERENT:
        return True
    own = [word for name in names for word in name.casefold().split() if len(word) >= _RUN]
    known = re.compile("|".join([*map(re.escape, own), _guessable()]))
    # as it is, and with numbers and marks read as the letters they stand for
    return any(len(known.sub("", each)) < _LEFT for each in (plain, plain.translate(_LEET)))


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _hasher().hash(password)


def matches(given: str, kept: str | None) -> bool:
    """Whether this is the password that was hashed; takes as long where nothing is kept."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 -- heavy

    try:
        return _hasher().verify(kept or NOBODY, normal(given)) and bool(kept)
    except (InvalidHashError, VerificationError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return _hasher().check_needs_rehash(kept)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # noqa: PLC0415 -- heavy

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@cache
def _guessable() -> str:
    """A pattern of the common words and of what stands side by side on a keyboard."""
    rows = [*_ROWS, *(row[::-1] for row in _ROWS)]
    runs = {
        row[start:end]
        for row in rows
        for start in range(len(row))
        for end in range(start + _RUN, len(row) + 1)
    }
    return "|".join(sorted(runs.union(_WORDS.split()), key=len, reverse=True))
