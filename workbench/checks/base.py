"""What every check is made of: the pair it looks at, the flags it raises, the name it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal

from workbench.language.numbers import Number, find_numbers
from workbench.language.words import Word, find_words
from workbench.model import Finding, Role, Severity, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.messages import Message
    from workbench.model import Term

Category = Literal[
    "terminology",
    "accuracy",
    "linguistic-conventions",
    "style",
    "locale-conventions",
    "audience-appropriateness",
    "design-and-markup",
]
"""The dimensions of MQM-Core."""


_TEXTS = 1_000
"""Italian texts whose numbers and words are kept: they stay while the English is written."""


@lru_cache(maxsize=_TEXTS)
def _italian_numbers(text: str) -> list[Number]:
    return find_numbers(text, "it")


@lru_cache(maxsize=_TEXTS)
def _italian_words(text: str) -> list[Word]:
    return find_words(text, "it")


@dataclass(frozen=True)
class Pair:
    """One segment as the checks see it; an absent side is the empty text.

    Numbers and words are found once, when the first check asks for them.
    """

    source: str
    target: str
    role: Role = "body"

    @cached_property
    def sides(self) -> frozenset[Side]:
        """The sides that hold text."""
        both: tuple[tuple[Side, str], ...] = ("source", self.source), ("target", self.target)
        return frozenset(side for side, text in both if text and not text.isspace())

    @cached_property
    def source_numbers(self) -> list[Number]:
        """The numbers of the Italian."""
        return _italian_numbers(self.source)

    @cached_property
    def target_numbers(self) -> list[Number]:
        """The numbers of the English."""
        return find_numbers(self.target, "en")

    @cached_property
    def source_words(self) -> list[Word]:
        """The words of the Italian."""
        return _italian_words(self.source)

    @cached_property
    def target_words(self) -> list[Word]:
        """The words of the English, contractions whole."""
        return find_words(self.target, "en")

    @cached_property
    def source_keys(self) -> frozenset[str]:
        """The words of the Italian in lower case."""
        return frozenset(word.key for word in self.source_words)


@dataclass(frozen=True, slots=True)
class Flag:
    """What a check has seen and where; `side` is the text that ``start`` and ``end`` count in."""

    start: int
    end: int
    severity: Severity
    message: Message
    suggestion: str | None = None
    side: Side = "target"
    other: tuple[int, int] | None = None
    """Start and end of the words in the other text that it speaks of, where it does."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who a check is; the texts are the keys under which the interface finds the Italian ones."""

    id: str
    """The name of its function, with hyphens."""
    title: str
    """The first sentence of its docstring: what is wrong where it fires."""
    help: str
    """The rest of its docstring, on one line: why that matters, what to do, when it errs."""
    category: Category

    def finding(self, flag: Flag) -> Finding:
        """The finding that a flag of this check is."""
        return Finding(
            self.id,
            self.category,
            flag.severity,
            flag.side,
            flag.start,
            flag.end,
            flag.message,
            flag.suggestion,
            flag.other,
        )


@dataclass(frozen=True, slots=True)
class Check(Named):
    """A check of one segment; calling it gives its findings on a pair."""

    needs: tuple[Side, ...]
    """The sides that must hold text for the check to run."""
    look: Callable[[Pair], Iterable[Flag]]

    def __call__(self, pair: Pair) -> list[Finding]:
        """The findings on `pair`; none where a side that the check needs is empty."""
        if not pair.sides.issuperset(self.needs):
            return []
        return [self.finding(flag) for flag in self.look(pair)]


@dataclass(frozen=True, slots=True)
class ArticleCheck(Named):
    """A check that compares the segments of one article; calling it gives its findings.

    What it needs of a text it works out once for that text: it runs whenever one of them changes.
    """

    look: Callable[[Sequence[Pair]], Iterable[tuple[int, Flag]]]
    """Yields the index of a pair, and the flag on it."""

    def __call__(self, pairs: Sequence[Pair]) -> list[tuple[int, Finding]]:
        """The findings, each with the index of its pair."""
        return [(index, self.finding(flag)) for index, flag in self.look(pairs)]


@dataclass(frozen=True, slots=True)
class TermCheck(Named):
    """A check of one segment against the newsroom's glossary; calling it gives its findings."""

    look: Callable[[Pair, tuple[Term, ...]], Iterable[Flag]]

    def __call__(self, pair: Pair, terms: tuple[Term, ...]) -> list[Finding]:
        """The findings on `pair`; none where a side is empty."""
        if not terms or len(pair.sides) < 2:
            return []
        return [self.finding(flag) for flag in self.look(pair, terms)]


def check(
    category: Category, needs: tuple[Side, ...] = ("target",)
) -> Callable[[Callable[[Pair], Iterable[Flag]]], Check]:
    """Make a check of a function that yields flags; its name and docstring say who it is."""

    def make(look: Callable[[Pair], Iterable[Flag]]) -> Check:
        return Check(*_who(look), category, needs, look)

    return make


def article_check(
    category: Category,
) -> Callable[[Callable[[Sequence[Pair]], Iterable[tuple[int, Flag]]]], ArticleCheck]:
    """Make a check of a function that compares the segments of an article."""

    def make(look: Callable[[Sequence[Pair]], Iterable[tuple[int, Flag]]]) -> ArticleCheck:
        return ArticleCheck(*_who(look), category, look)

    return make


def term_check(
    category: Category,
) -> Callable[[Callable[[Pair, tuple[Term, ...]], Iterable[Flag]]], TermCheck]:
    """Make a check of a function that compares a segment with the newsroom's glossary."""

    def make(look: Callable[[Pair, tuple[Term, ...]], Iterable[Flag]]) -> TermCheck:
        return TermCheck(*_who(look), category, look)

    return make


def _who(look: Callable[..., object]) -> tuple[str, str, str]:
    """Id, title and help of the check that the function is."""
    title, _, more = (look.__doc__ or "").strip().partition("\n")
    return look.__name__.replace("_", "-"), title, " ".join(more.split())
