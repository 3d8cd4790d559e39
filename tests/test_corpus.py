"""The shipped corpus is whole: every file, index and planted error that its manifest names."""

from __future__ import annotations

import sys
import tomllib
import unicodedata
from dataclasses import dataclass, replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workbench.messages import message
from workbench.model import ROLES, SEVERITIES, Finding
from workbench.resources import resource_dir

if TYPE_CHECKING:
    from types import ModuleType

CORPUS = resource_dir("corpus", "MANIFEST.toml")
ARTICLES: list[dict[str, Any]] = tomllib.loads(
    (CORPUS / "MANIFEST.toml").read_text(encoding="utf-8")
)["article"]
CLASSES = {
    "magnitude", "number", "decimal-mark", "number-style", "percentage", "date", "clock",
    "capital", "acronym-case", "acronym-italian", "exonym", "untranslated-heading",
    "untranslated-caption", "residue", "omission", "omission-part", "addition", "repetition",
    "preamble", "quotation", "guillemets", "name-changed", "name-translated", "negation",
    "question", "false-friend", "office", "institution", "calque", "hearsay", "pronoun", "tense",
}  # fmt: skip


@dataclass(frozen=True)
class Translation:
    """One AI text of one article, and what the manifest says of it."""

    article: dict[str, Any]
    system: str

    def __str__(self) -> str:
        return f"{self.article['slug']}/{self.system}"

    @property
    def told(self) -> dict[str, Any]:
        told: dict[str, Any] = self.article[self.system]
        return told

    @property
    def english(self) -> list[str]:
        return lines(self.article, f"en.{self.system}.txt")

    @property
    def italian(self) -> list[str]:
        return lines(self.article, "it.txt")

    @property
    def roles(self) -> tuple[list[str], list[str]]:
        return self.article["it_roles"], self.told["roles"]


def lines(article: dict[str, Any], name: str) -> list[str]:
    text = (CORPUS / article["slug"] / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def kept(texts: list[str], roles: list[str]) -> str:
    return "\n".join(text for text, role in zip(texts, roles, strict=True) if role != "chrome")


TRANSLATIONS = [
    Translation(article, system) for article in ARTICLES for system in article["systems"]
]
each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["slug"])
each_translation = pytest.mark.parametrize("translation", TRANSLATIONS, ids=str)


def test_there_are_ten_articles_of_seven_desks_and_two_outlets_at_least():
    assert len(ARTICLES) >= 10
    assert len({article["desk"] for article in ARTICLES}) >= 7
    assert len({article["outlet"] for article in ARTICLES}) >= 2


def test_three_articles_have_a_reference_and_two_a_second_system():
    assert sum(article["reference"] for article in ARTICLES) >= 3
    assert sum(len(article["systems"]) > 1 for article in ARTICLES) >= 2


def test_no_two_articles_share_a_slug():
    assert len({article["slug"] for article in ARTICLES}) == len(ARTICLES)


def test_every_folder_is_in_the_manifest():
    folders = {path.name for path in CORPUS.iterdir() if path.is_dir()}
    assert folders == {article["slug"] for article in ARTICLES}


@each_article
def test_the_folder_holds_exactly_the_files_the_manifest_tells_of(article: dict[str, Any]):
    told = {"it.txt", *(f"en.{system}.txt" for system in article["systems"])}
    told |= {"reference.txt"} if article["reference"] else set()
    assert {path.name for path in (CORPUS / article["slug"]).iterdir()} == told


@each_article
def test_files_are_composed_utf_8_with_plain_line_ends(article: dict[str, Any]):
    for path in (CORPUS / article["slug"]).iterdir():
        text = path.read_bytes().decode("utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name
        assert "\r" not in text, path.name
        assert "\ufeff" not in text, path.name
        assert text.endswith("\n"), path.name


@each_article
def test_an_article_has_twelve_to_thirty_paragraphs_besides_the_chrome(article: dict[str, Any]):
    assert len(lines(article, "it.txt")) == len(article["it_roles"])
    assert set(article["it_roles"]) <= set(ROLES)
    assert 12 <= len(article["it_roles"]) - article["it_roles"].count("chrome") <= 30


@each_article
def test_the_title_is_the_headline(article: dict[str, Any]):
    assert article["it_roles"].count("headline") == 1
    assert lines(article, "it.txt")[article["it_roles"].index("headline")] == article["title"]


@each_article
def test_a_reference_has_a_line_for_every_paragraph_and_no_chrome(article: dict[str, Any]):
    if not article["reference"]:
        return
    body = article["it_roles"].count("body") + article["it_roles"].count("heading")
    assert len(lines(article, "reference.txt")) >= body


@each_translation
def test_every_line_has_a_role(translation: Translation):
    assert len(translation.english) == len(translation.told["roles"])
    assert set(translation.told["roles"]) <= set(ROLES)


@each_translation
def test_links_name_paragraphs_of_the_article_each_at_most_once(translation: Translation):
    for side, roles in enumerate(translation.roles):
        named = [index for link in translation.told["links"] for index in link[side]]
        assert len(named) == len(set(named))
        assert all(0 <= index < len(roles) for index in named)
        assert "chrome" not in {roles[index] for index in named}


@each_translation
def test_links_have_two_sides(translation: Translation):
    assert all(source and target for source, target in translation.told["links"])


@each_translation
def test_the_errors_are_of_known_classes_and_severities(translation: Translation):
    errors = translation.told["errors"]
    assert {error["class"] for error in errors} <= CLASSES
    assert {error["severity"] for error in errors} <= set(SEVERITIES) - {"neutral"}
    assert all(error["rule"] in (True, False) for error in errors)


@each_translation
def test_the_words_of_an_error_stand_exactly_once_in_the_article(translation: Translation):
    italian = kept(translation.italian, translation.roles[0])
    english = kept(translation.english, translation.roles[1])
    for error in translation.told["errors"]:
        text = italian if error["class"] == "omission" else english
        assert text.count(error["words"]) == 1, error["words"]


@each_translation
def test_an_omitted_paragraph_is_in_no_link(translation: Translation):
    linked = {index for source, _ in translation.told["links"] for index in source}
    for error in translation.told["errors"]:
        if error["class"] == "omission":
            place = next(
                index
                for index, line in enumerate(translation.italian)
                if error["words"] in line and translation.roles[0][index] != "chrome"
            )
            assert place not in linked


@each_translation
def test_most_paragraphs_are_clean(translation: Translation):
    english = translation.english
    wrong = {
        index
        for error in translation.told["errors"]
        for index, line in enumerate(english)
        if error["words"] in line
    }
    assert len(wrong) < len(english) / 2


def test_every_severity_and_most_classes_occur():
    errors = [error for translation in TRANSLATIONS for error in translation.told["errors"]]
    assert {error["severity"] for error in errors} == {"minor", "major", "critical"}
    assert len({error["class"] for error in errors}) >= 20


@pytest.fixture(scope="module")
def measured() -> ModuleType:
    """The benchmark as a module; its `measure` does what ``python benchmarks/corpus.py`` does."""
    path = Path(__file__).parent.parent / "benchmarks" / "corpus.py"
    spec = spec_from_file_location("corpus_benchmark", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tally(measured: ModuleType) -> Any:
    return measured.measure()


def test_the_workbench_does_on_the_corpus_what_its_readers_may_expect(tally: Any):
    assert tally.lost.hits == 0, "no line of an article is dropped"
    assert tally.chrome.hits >= 0.95 * tally.chrome.of
    assert tally.roles.hits >= 0.9 * tally.roles.of
    assert 2 * tally.end_to_end.right >= 0.95 * (tally.end_to_end.predicted + tally.end_to_end.true)


def test_hardly_any_check_fires_on_good_english(tally: Any):
    assert tally.alarms.total() <= 0.01 * tally.paragraphs, "an alarm on good English is a defect"


def test_the_errors_a_newspaper_must_not_print_are_found(tally: Any):
    for kind in ("magnitude", "number", "percentage", "omission", "untranslated-heading"):
        told = tally.errors[kind]
        assert told.found == told.catchable == told.planted, kind


def test_most_of_what_a_rule_can_catch_is_found_and_all_that_is_planted_is_counted(tally: Any):
    told = tally.errors.values()
    planted = sum(len(translation.told["errors"]) for translation in TRANSLATIONS)
    assert sum(one.planted for one in told) == planted
    assert sum(one.found for one in told) >= 0.9 * sum(one.catchable for one in told)


def test_the_benchmark_prints_its_figures_and_where_they_come_from(
    measured: ModuleType, tally: Any, capsys: pytest.CaptureFixture[str], monkeypatch: Any
):
    monkeypatch.setattr(measured, "measure", lambda: tally)
    monkeypatch.setattr(sys, "argv", ["corpus.py", "--list"])
    measured.main()
    said = capsys.readouterr().out
    assert "\nfalse alarms per 100 " in said
    assert "\n| pronoun | 4 | none | – | – | – |" in said, "no rule can catch it"
    for alarm in tally.details:
        assert alarm in said


def test_a_finding_touches_words_that_it_is_on(measured: ModuleType):
    finding = Finding("x", "accuracy", "minor", "target", 10, 16, message("x"))
    assert measured.touches(finding, 15, 20)
    assert measured.touches(finding, 5, 11)
    assert not measured.touches(finding, 16, 20)
    assert not measured.touches(finding, 5, 10)


def test_a_finding_touches_the_words_of_the_other_side_that_it_names(measured: ModuleType):
    finding = Finding("x", "accuracy", "minor", "source", 10, 16, message("x"), other=(3, 9))
    assert measured.touches(finding, 5, 20)
    assert not measured.touches(finding, 10, 16)
    assert measured.touches(replace(finding, other=None), 99, 100), "it is about the whole pair"


def test_a_hint_alone_is_not_a_finding(measured: ModuleType):
    hint = Finding("x", "accuracy", "neutral", "target", 0, 1, message("x"))
    assert measured.weigh([hint, replace(hint, severity="minor")]) == "finding"
    assert measured.weigh([hint]) == "hint"
    assert measured.weigh([]) == "nothing"


def test_an_omission_is_found_only_by_a_finding_that_says_so(measured: ModuleType):
    row = measured.Row("Nevica da ieri.", "", "body", ((0,), ()))
    error = {"class": "omission", "words": "Nevica"}
    there = Finding("empty-target", "accuracy", "critical", "source", 0, 15, message("x"))
    assert measured.about(error, replace(row, findings=[there])) == [there]
    assert measured.about(error, replace(row, findings=[replace(there, check="spacing")])) == []


def test_links_are_right_only_if_they_are_exactly_the_true_ones(measured: ModuleType):
    links = measured.Links()
    links.add({((0,), (0,)), ((1,), (1, 2))}, {((0,), (0,)), ((1,), (1,)), ((2,), (2,))})
    assert str(links) == "F1 0.400 (1 right, 2 made, 3 true)"
