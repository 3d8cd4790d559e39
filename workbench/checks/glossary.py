"""The newsroom's glossary: the desk's own words for Italian terms, which no other check overrules.

It is not among `workbench.checks.CHECKS`, which know of no database: its terms are handed in.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.checks.base import Flag, Pair, term_check
from workbench.checks.linked import links
from workbench.language.counterparts import MOST
from workbench.language.house_terms import find_english, find_house_terms, in_the_place_of
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.language.house_terms import Occurrence, Said
    from workbench.model import Finding, Severity, Side, Term

_NEAR = 60
"""Letters of English that may be shown as what stands there for a term."""
_OURS = frozenset({"terminology", "accuracy"})
"""What other checks may not say of words that the glossary prescribes."""


class Rendered(NamedTuple):
    """A term that occurs, where it does so first, and what English says for it."""

    first: Occurrence
    right: list[Said]
    wrong: list[Said]


@term_check("terminology")
def glossary(pair: Pair, terms: tuple[Term, ...]) -> Iterator[Flag]:
    """A term is not rendered as the newsroom's glossary says.

    The desk writes the glossary: the English for an Italian term, words that are not to be used
    for it, and names that stay as they are. Where a term is right here all the same, dismiss it;
    where the glossary is wrong, correct it there.
    """
    for each in _rendered(pair, terms):
        for said in each.wrong:
            yield _forbidden(pair, each.first, said)
        if not each.right and not each.wrong:
            yield _missing(pair, each.first)


def check_terms(pair: Pair, terms: tuple[Term, ...]) -> list[Finding]:
    """What the glossary says of a pair; nothing of page furniture."""
    return [] if pair.role == "chrome" else glossary(pair, terms)


def with_glossary(found: list[Finding], pair: Pair, terms: tuple[Term, ...]) -> list[Finding]:
    """What the other checks `found` and what the glossary says, which has the last word.

    What others say of words that the glossary prescribes, or forbids itself, is left out.
    """
    if not terms or pair.role == "chrome" or len(pair.sides) < 2:
        return found
    rendered = _rendered(pair, terms)
    if not rendered:
        return found
    kept = [each for each in found if not _is_settled(each, rendered)]
    return kept + glossary(pair, terms)


def _is_settled(finding: Finding, rendered: Iterable[Rendered]) -> bool:
    if finding.category not in _OURS and finding.check != "spelling":
        return False
    return any(
        (each.right and _inside(finding, "source", [each.first]))
        or _inside(finding, "target", each.right)
        or (finding.category == "terminology" and _touches(finding, each.wrong))
        for each in rendered
    )


def _inside(finding: Finding, side: Side, places: Iterable[Occurrence | Said]) -> bool:
    return finding.side == side and any(
        place.start <= finding.start and finding.end <= place.end for place in places
    )


def _touches(finding: Finding, places: Iterable[Said]) -> bool:
    return finding.side == "target" and any(
        finding.start < place.end and place.start < finding.end for place in places
    )


@lru_cache(maxsize=16)
def _rendered(pair: Pair, terms: tuple[Term, ...]) -> tuple[Rendered, ...]:
    """The terms that occur, each once, in the order of the Italian."""
    first: dict[Term, Occurrence] = {}
    for occurrence in find_house_terms(pair.source, terms):
        first.setdefault(occurrence.term, occurrence)
    return tuple(_render(pair, occurrence) for occurrence in first.values())


def _render(pair: Pair, occurrence: Occurrence) -> Rendered:
    """Beside the right words another form of a forbidden one is a word like any: taxed for tax."""
    term = occurrence.term
    said = find_english(pair.target, (term.wanted, *term.forbidden), cased=term.cased)
    right = [each for each in said if each.words == term.wanted]
    wrong = [
        each
        for each in said
        if each.words != term.wanted and (not right or _instead(pair, term, each))
    ]
    return Rendered(occurrence, right, wrong)


def _instead(pair: Pair, term: Term, said: Said) -> str | None:
    return in_the_place_of(pair.target[said.start : said.end], said.words, term.wanted)


def _forbidden(pair: Pair, occurrence: Occurrence, said: Said) -> Flag:
    term, wrong = occurrence.term, pair.target[said.start : said.end]
    if term.kind == "keep":
        text = message(
            "The glossary leaves “%(italian)s” as it is: not “%(wrong)s”.",
            italian=term.italian,
            wrong=wrong,
        )
    else:
        text = message(
            "The glossary has “%(right)s” for “%(italian)s”, and not “%(wrong)s”.",
            right=term.wanted,
            italian=term.italian,
            wrong=wrong,
        )
    place = occurrence.start, occurrence.end
    instead = _instead(pair, term, said)
    return Flag(said.start, said.end, _weight(term), text, instead, other=place)


def _missing(pair: Pair, occurrence: Occurrence) -> Flag:
    term = occurrence.term
    italian = occurrence.start, occurrence.end
    if term.kind == "keep":
        text = message(
            "The glossary leaves “%(italian)s” as it is: that is not in the English.",
            italian=term.italian,
        )
    else:
        text = message(
            "The glossary has “%(right)s” for “%(italian)s”: that is not in the English.",
            right=term.wanted,
            italian=term.italian,
        )
    written = find_english(pair.target, (term.wanted,), cased=False)
    if written:  # in other capitals
        place = written[0].start, written[0].end
        return Flag(*place, _weight(term), text, term.wanted, other=italian)
    counterpart = _counterpart(pair, occurrence)
    if counterpart is None:
        return Flag(*italian, _weight(term), text, side="source")
    return Flag(*counterpart, _weight(term), text, other=italian)


def _weight(term: Term) -> Severity:
    return "major" if term.kind == "keep" else "minor"


def _counterpart(pair: Pair, occurrence: Occurrence) -> tuple[int, int] | None:
    """The English words that stand for the Italian ones, where they are known and near."""
    words, others = pair.source_words[:MOST], pair.target_words[:MOST]
    forth = links(pair).forth
    theirs = [
        others[forth[index]]
        for index, word in enumerate(words)
        if occurrence.start <= word.start and word.end <= occurrence.end and index in forth
    ]
    if not theirs:
        return None
    start, end = min(word.start for word in theirs), max(word.end for word in theirs)
    return (start, end) if end - start <= _NEAR else None
