"""Sentences for people, kept apart from the values in them so that they can be translated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named places, e.g. ``“%(word)s” is left in Italian.``, and their values.

    The template is the English sentence and, at the same time, the key under which the
    interface finds its Italian one. ``str()`` gives the English sentence.
    """

    template: str
    values: Mapping[str, str] = field(default_factory=dict)

    def render(self, translate: Callable[[str], str] = str) -> str:
        """The sentence in the language of `translate`, its values filled in."""
        sentence = translate(self.template)
        return sentence % self.values if self.values else sentence.replace("%%", "%")

    def __str__(self) -> str:
        return self.render()


def message(template: str, /, **values: object) -> Message:
    """A `Message`; this is the call from which the translators' catalogue is extracted."""
    return Message(template, {name: str(value) for name, value in values.items()})
