"""The style sheets and scripts as files: tokens, contrast, dead rules, size."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "workbench" / "static"
SHEETS = sorted(STATIC.glob("*.css"))
SCRIPTS = sorted(STATIC.rglob("*.js"))
AA_TEXT, AA_EDGE = 4.5, 3.0
"""WCAG 2.2, 1.4.3 for text and 1.4.11 for what shows where something is."""

GROUNDS = ("paper", "card", "accent-weak")
TEXT = (
    *((ink, ground) for ink in ("ink", "soft", "mute", "accent") for ground in GROUNDS),
    *((ink, ground) for ink in ("critical", "major", "minor", "ok") for ground in GROUNDS),
    *(("neutral", ground) for ground in GROUNDS),
    *((ink, f"{mark}-weak") for mark in ("critical", "major", "minor") for ink in ("ink", mark)),
    *((ink, "major-weak") for ink in ("soft", "mute", "accent", "critical")),
    *((ink, "critical-weak") for ink in ("soft", "accent", "mute")),
    ("soft", "minor-weak"),
    ("ink", "ins"),
    ("ins-ink", "ins"),
    ("del-ink", "del"),
    ("mute", "line"),
    ("on-accent", "accent"),
)
"""Which colour is written on which."""
EDGES = (
    *(("edge", ground) for ground in (*GROUNDS, "critical-weak", "major-weak")),
    *(("accent", ground) for ground in GROUNDS),
    *((mark, ground) for mark in ("critical", "major", "minor") for ground in GROUNDS),
    ("ok", "line"),
)
"""Which line or bar lies on which ground."""

HEX = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color)a?\(", re.IGNORECASE)
TOKEN = re.compile(r"--([\w-]+):")


def sheet(name: str) -> str:
    """A style sheet without its comments."""
    text = (STATIC / f"{name}.css").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)


@cache
def themes() -> dict[str, dict[str, str]]:
    """The colours by day and by night."""
    by_day, by_night = sheet("tokens").split("@media")[:2]
    day = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", by_day))
    return {
        "light": day,
        "dark": day | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", by_night)),
    }


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def declarations() -> list[tuple[str, str, str]]:
    """Sheet, property and value of all that stands outside the tokens."""
    return [
        (name, *found)
        for name in ("app", "editor", "print")
        for found in re.findall(r"[{;]\s*([a-z-]+):\s*([^;{}]+)", sheet(name))
    ]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_computed_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_written_can_be_read(theme: str) -> None:
    colours = themes()[theme]
    weak = {
        pair: round(found, 2)
        for pair in TEXT
        if (found := contrast(colours[pair[0]], colours[pair[1]])) < AA_TEXT
    }
    assert weak == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_edges_bars_and_lines_are_seen(theme: str) -> None:
    colours = themes()[theme]
    weak = {
        pair: round(found, 2)
        for pair in EDGES
        if (found := contrast(colours[pair[0]], colours[pair[1]])) < AA_EDGE
    }
    assert weak == {}


def test_every_colour_has_its_pairs_above() -> None:
    """`line` alone only parts what is apart anyway."""
    paired = {colour for pair in (*TEXT, *EDGES) for colour in pair}
    assert set(themes()["light"]) - paired == set()


def test_both_themes_have_every_colour() -> None:
    by_night = sheet("tokens").split("@media")[1]
    missing = [name for name in themes()["light"] if f"--{name}:" not in by_night]
    assert missing == []


def test_colours_are_tokens() -> None:
    loose = [found for found in declarations() if HEX.search(found[2])]
    assert loose == [], "put the colour into tokens.css, once by day and once by night"


def test_sizes_of_type_are_tokens() -> None:
    loose = [
        found
        for found in declarations()
        if found[1] in ("font", "font-size") and re.search(r"\d(?:rem|px)", found[2])
    ]
    assert loose == [("print", "font-size", "12.5px")], (
        "paper has its own root; all else is --t1 to --t6"
    )


def test_distances_are_tokens() -> None:
    loose = [
        found
        for found in declarations()
        if re.fullmatch(r"(?:margin|padding|gap)[a-z-]*", found[1])
        and re.search(r"(?<!\d)(?!1px)[\d.]+(?:rem|px)", found[2])
    ]
    assert loose == [], "use --s0 to --s6"


def test_every_token_is_used_and_every_used_one_is_there() -> None:
    defined = set(TOKEN.findall(sheet("tokens")))
    used = set(re.findall(r"var\(--([\w-]+)", "".join(sheet(s.stem) for s in SHEETS)))
    assert used == defined


def test_every_rule_has_something_to_style() -> None:
    """A class of a sheet is in a template, a plot or a script; values complete those in ``-``."""
    made = {name: name + r"-\{\{?" for name in ("role", "state", "series", "point")}
    plots = (ROOT / "workbench/charts").glob("*.py")
    pages = [*(ROOT / "templates").rglob("*.html"), *STATIC.glob("*.js"), *plots]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    words = set(re.findall(r"[a-z][\w-]*", text))
    selectors = re.sub(r"\{[^{}]*\}", " ", "".join(sheet(s.stem) for s in SHEETS))
    named = set(re.findall(r"\.([a-z][\w-]*)", selectors))
    dead = {
        name
        for name in named - words
        if name.split("-")[0] not in made or not re.search(made[name.split("-")[0]], text)
    }
    assert dead == set()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_is_short_and_loads_no_other(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    assert "@import" not in text
    assert "http" not in text


def test_all_scripts_together_are_small() -> None:
    """One page loads all of them: the modules, and the one library."""
    compressed = {path.name: len(gzip.compress(path.read_bytes())) for path in SCRIPTS}
    assert "app.js" in compressed
    assert sum(compressed.values()) < 60_000, compressed
