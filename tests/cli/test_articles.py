"""The commands about articles, from the first import to the exported file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

SLUG = "riapre-il-ponte-vecchio-di-roccalta"


def test_a_pair_is_imported_once(run: Run, files: Path) -> None:
    assert run("import", "it.txt", "en.txt").output == f"{SLUG} (ai): imported\n"
    again = run("import", "it.txt", "en.txt")
    assert again.output == f"{SLUG} (ai): already here, nothing changed\n"
    assert again.exit_code == 0


def test_one_text_may_come_from_standard_input(run: Run, files: Path) -> None:
    italian = (files / "it.txt").read_text(encoding="utf-8")
    done = run("import", "-", "en.txt", "--system", "argo", "--title", "Ponte", stdin=italian)
    assert done.output == "ponte (argo): imported\n"


def test_a_reference_may_be_given(run: Run, files: Path) -> None:
    (files / "human.txt").write_text((files / "en.txt").read_text().replace("billion", "million"))
    assert run("import", "it.txt", "en.txt", "--reference", "human.txt").exit_code == 0
    assert "against the reference" in run("show", SLUG).output


def test_a_folder_is_imported_with_its_count(run: Run, files: Path) -> None:
    folder = files / "corpus" / "ponte"
    folder.mkdir(parents=True)
    (files / "it.txt").rename(folder / "it.txt")
    (files / "en.txt").rename(folder / "en.argo.txt")
    assert run("import", "corpus").stdout.endswith("1 imported, 0 already here.\n")
    assert run("import", "corpus").stdout.endswith("0 imported, 1 already here.\n")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["import", "it.txt"], 2, "Missing the English text for it.txt"),
        (["import", "corpus", "--system", "argo"], 2, "Missing the English text"),
        (["import", "-", "-"], 2, "Only one text can come from standard input"),
        (["import"], 2, "Missing argument"),
        (["import", "nowhere"], 1, "nowhere"),
        (["import", "it.txt", "nowhere.txt"], 1, "nowhere.txt"),
        (["import", "it.txt", "it.txt"], 1, "same"),
        (["import", "en.txt", "it.txt"], 1, "exchange"),
        (["show", "../../etc"], 1, "../../etc"),
        (["export", "nowhere"], 1, "nowhere"),
        (["score"], 2, "Name one ARTICLE, or give --all"),
        (["score", "x", "--all"], 2, "Name one ARTICLE, or give --all"),
        (["score", "nowhere"], 1, "nowhere"),
        (["articles", "--db", "it.txt"], 1, "no intact workbench database"),
        (["export", SLUG, "-o", "no/such/file.txt"], 1, "cannot be written"),
    ],
)
def test_an_error_is_one_line_and_no_traceback(
    run: Run, files: Path, arguments: list[str], code: int, sentence: str
) -> None:
    run("import", "it.txt", "en.txt")
    failed = run(*arguments)
    assert failed.exit_code == code
    assert sentence.lower() in failed.stderr.lower()
    assert failed.stderr.strip().splitlines()[-1].startswith("Error: ")
    assert "Traceback" not in failed.output


def test_an_empty_list_says_what_to_do(run: Run) -> None:
    assert "workbench import" in run("articles").output


def test_the_list_is_a_table(run: Run, files: Path) -> None:
    run("import", "it.txt", "en.txt")
    heading, row = run("articles").output.splitlines()
    assert heading.split()[:2] == ["article", "system"]
    assert row.split()[:5] == [SLUG, "ai", "4", "0", "0"]


def test_an_article_is_shown_with_its_findings(run: Run, files: Path) -> None:
    run("import", "it.txt", "en.txt")
    shown = run("show", SLUG, "--system", "ai").output
    assert "IT  Il ponte sul Lentro" in shown
    assert "2.4 billion" in shown
    assert "critical" in shown


def test_an_omitted_paragraph_is_shown_as_nothing(run: Run, files: Path) -> None:
    english = (files / "en.txt").read_text(encoding="utf-8").split("\n\n")
    (files / "en.txt").write_text("\n\n".join(english[:3]), encoding="utf-8")
    run("import", "it.txt", "en.txt")
    assert "EN  — nothing —" in run("show", SLUG).output


@pytest.mark.parametrize("which", [SLUG, "--all"])
def test_scoring_says_how_many(run: Run, files: Path, which: str) -> None:
    run("import", "it.txt", "en.txt")
    assert run("score", which).stdout.endswith("1 article scored.\n")


def test_an_article_goes_out_as_a_file_with_its_manifest(run: Run, files: Path) -> None:
    run("import", "it.txt", "en.txt")
    done = run("export", SLUG, "-o", "out.txt", "--manifest")
    assert (files / "out.txt").read_bytes() == (files / "en.txt").read_bytes()
    assert done.stderr.startswith("4 unreviewed\n  1. headline: Roccalta")


def test_an_article_goes_out_on_standard_output(run: Run, files: Path) -> None:
    run("import", "it.txt", "en.txt")
    assert run("export", SLUG).stdout == (files / "en.txt").read_text(encoding="utf-8")
    assert run("export", SLUG, "--approved-only", "-o", "-").stdout == ""


def test_the_database_may_be_named_by_the_environment(
    run: Run, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_DB", "other.db")
    run("import", "it.txt", "en.txt")
    assert (files / "other.db").exists()
    assert not (files / "workbench.db").exists()
