"""Which paragraphs stand beside which, and the moves by which a person repairs that.

Everything here is pure: ``parts`` (stretches of paragraphs, and pairs of them), ``order`` (the
order of an article), ``moves`` (what a person does to the pairs), ``carry`` (what becomes of a
correction when its pair changes) and ``renew`` (the pairs of a newer AI text).
"""

from workbench.pairing.carry import Carried, Held, carried, without
from workbench.pairing.moves import (
    SIDES,
    accept,
    drop,
    merge,
    move,
    pair,
    restore,
    set_role,
    split,
    swap,
    unpair,
)
from workbench.pairing.order import arrange, from_links
from workbench.pairing.parts import JOINT, Cut, Pair, Part, cut_at, joined, side_text
from workbench.pairing.renew import renewed, still_in

__all__ = [
    "JOINT",
    "SIDES",
    "Carried",
    "Cut",
    "Held",
    "Pair",
    "Part",
    "accept",
    "arrange",
    "carried",
    "cut_at",
    "drop",
    "from_links",
    "joined",
    "merge",
    "move",
    "pair",
    "renewed",
    "restore",
    "set_role",
    "side_text",
    "split",
    "still_in",
    "swap",
    "unpair",
    "without",
]
