"""What every check is made of: the pair it looks at, the flags it raises, the name it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from workbench.language.numbers import Number, find_numbers
from workbench.language.words import Word, find_words
from workbench.model import Finding, Role, Severity, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.messages import Message

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


@dataclass(frozen=True)
class Pair:
    """One segment as the checks see it; an absent side is the empty text.

    Numbers and words are found once, when the first check asks for them.
    """

    source: str
    target: str
    role: Role = "body"

    @cached_property
    def source_numbers(self) -> list[Number]:
        """The numbers of the Italian."""
        return find_numbers(self.source, "it")

    @cached_property
    def target_numbers(self) -> list[Number]:
        """The numbers of the English."""
        return find_numbers(self.target, "en")

    @cached_property
    def source_words(self) -> list[Word]:
        """The words of the Italian."""
        return find_words(self.source, "it")

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


@dataclass(frozen=True, slots=True)
class Check:
    """A check as the registry knows it; calling it gives its findings on a pair."""

    id: str
    """The name of its function, with hyphens."""
    title: str
    """The first sentence of its docstring: what is wrong where it fires."""
    category: Category
    needs: tuple[Side, ...]
    """The sides that must hold text for the check to run."""
    look: Callable[[Pair], Iterable[Flag]]

    def __call__(self, pair: Pair) -> list[Finding]:
        """The findings on `pair`; none where a side that the check needs is empty."""
        if any(not getattr(pair, side).strip() for side in self.needs):
            return []
        return [
            Finding(
                self.id,
                self.category,
                flag.severity,
                flag.side,
                flag.start,
                flag.end,
                flag.message,
                flag.suggestion,
            )
            for flag in self.look(pair)
        ]


def check(
    category: Category, needs: tuple[Side, ...] = ("target",)
) -> Callable[[Callable[[Pair], Iterable[Flag]]], Check]:
    """Make a check of a function that yields flags; its name and docstring say who it is."""

    def make(look: Callable[[Pair], Iterable[Flag]]) -> Check:
        title = (look.__doc__ or "").strip().partition("\n")[0]
        return Check(look.__name__.replace("_", "-"), title, category, needs, look)

    return make
