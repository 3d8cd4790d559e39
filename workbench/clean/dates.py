"""Lines that are a date of publication and nothing else."""

from __future__ import annotations

import re
from typing import Final, Literal


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MONTHS: Final = _set(
    """gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    january february march april may june july august september october november december
    gen feb mar apr mag giu lug ago set sett ott nov dic jan jun jul aug sep sept oct dec"""
)
_DAYS: Final = _set(
    """lunedì martedì mercoledì giovedì venerdì sabato domenica monday tuesday wednesday thursday
    friday saturday sunday lun mer gio ven sab dom mon tue tues wed thu thur thurs fri sat
    sun"""
)
_SAYS_WHEN: Final = _set(
    """aggiornato aggiornata aggiornamento modificato modificata modifica pubblicato pubblicata
    pubblicazione updated update modified published posted publication"""
)
_LINKS: Final = _set(
    """il alle ore ora del in data ultimo ultima last first on at of the am pm a p m st nd rd th h
    cet cest gmt bst utc et edt est italiana oggi ieri today yesterday creato e and
    edizione edition del news notizie ist aest pst pdt ct pt mt di lettura read tempo time da by"""
)
_UNITS: Final = _set(
    """minuto minuti min mins minute minutes ora ore hour hours hr hrs giorno giorni day days"""
)
_SHORT_UNITS: Final = re.compile(r"\d{1,3} ?(?:[smhdo]|gg) (?:fa|ago)")
_AGO: Final = frozenset(("fa", "ago"))
_KNOWN: Final = _MONTHS | _DAYS | _SAYS_WHEN | _LINKS | _UNITS | _AGO

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_CLOCK = re.compile(r"\b[0-2]?\d[:.][0-5]\d\b")
_NUMERIC = re.compile(r"\b\d{1,2}([/.-])\d{1,2}\1(?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


_PLACE = re.compile(r"^[^\W\d_][^\d,]{1,25}, (?=\d)")


def date_line(folded: str) -> Literal["stamp", "date"] | None:
    """What a folded line is: a ``stamp`` (“updated …”, “3 hours ago”), a bare ``date``, or neither.

    A day without a year or clock is neither: timelines have such headings.
    """
    if _SHORT_UNITS.fullmatch(folded):
        return "stamp"
    words = _TOKEN.findall(folded)
    numbers = [word for word in words if word.isdecimal()]
    if len(words) > 24 or any(word not in _KNOWN for word in words if not word.isdecimal()):
        # Agencies print the place before the date.
        placed = _PLACE.match(folded)
        return "date" if placed and date_line(folded[placed.end() :]) == "date" else None
    names = set(words)
    if names & _SAYS_WHEN:
        sure = numbers or names & {"oggi", "ieri", "today", "yesterday"}
        return "stamp" if sure else None
    if names & _AGO:
        return "stamp" if numbers and names & _UNITS else None
    dated = names & _MONTHS and len(numbers) > 1 and (_YEAR.search(folded) or _CLOCK.search(folded))
    return "date" if dated or _NUMERIC.search(folded) else None
