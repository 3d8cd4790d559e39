"""Three stages as filters between JSON lines: no database, nothing kept."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.group import example
from workbench.errors import BadInput
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Finding, Language


@click.command(epilog=example("pbpaste | workbench clean --lang en"))
@click.argument("file", default="-", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--lang", "language", required=True, type=click.Choice(["it", "en"]))
def clean(file: Path, language: Language) -> None:
    """Tell an article from its page: page text in, one JSON line per paragraph out."""
    from workbench import clean as cleaner
    from workbench.cli.texts import read

    for paragraph in cleaner.clean(read(file).text, language):
        row = asdict(paragraph)
        row["reason"] = str(paragraph.reason) if paragraph.reason else None
        click.echo(json.dumps(row, ensure_ascii=False))


@click.command(epilog=example("workbench align < pairs.jsonl > links.jsonl"))
def align() -> None:
    """Pair paragraphs: {"id", "source", "target"} lines in, {"id", "links", "confidence"} out."""
    from workbench import align as aligner

    for number, row in _rows():
        source, target = (_texts(row, side, number) for side in ("source", "target"))
        links = aligner.align(source, target)
        answer = {
            "id": row.get("id"),
            "links": [[list(link.source), list(link.target)] for link in links],
            "confidence": [round(link.confidence, 4) for link in links],
        }
        click.echo(json.dumps(answer, ensure_ascii=False))


@click.command(epilog=example("workbench check < pairs.jsonl > findings.jsonl"))
def check() -> None:
    """Find errors: {"id", "source", "target"} lines in, {"id", "findings", "risk"} out."""
    from workbench import score, triage

    for number, row in _rows():
        source, target = (_text(row, side, number) for side in ("source", "target"))
        findings = score.check_segment(source, target)
        answer = {
            "id": row.get("id"),
            "findings": [_finding(finding) for finding in findings],
            "risk": triage.risk(findings, source, target),
        }
        click.echo(json.dumps(answer, ensure_ascii=False))


def _finding(finding: Finding) -> dict[str, Any]:
    return asdict(finding) | {"message": str(finding.message)}


def _rows() -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects on standard input with their line numbers; blank lines are passed over."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if b"\\u" in line:  # by which JSON can say half a character, and no text can hold it
                json.dumps(row, ensure_ascii=False).encode()
        except ValueError as error:
            raise _bad_line(number, str(error)) from error
        if not isinstance(row, dict):
            raise _bad_line(number, "it is no JSON object")
        yield number, row


def _texts(row: dict[str, Any], side: str, number: int) -> list[str]:
    value = row.get(side)
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise _bad_line(number, f"“{side}” is no list of texts")
    return value


def _text(row: dict[str, Any], side: str, number: int) -> str | None:
    value = row.get(side)
    if value is not None and not isinstance(value, str):
        raise _bad_line(number, f"“{side}” is neither a text nor null")
    return value


def _bad_line(number: int, why: str) -> BadInput:
    return BadInput(
        message(
            "Line %(number)s of the input cannot be used (%(why)s): give one JSON object a line.",
            number=number,
            why=why,
        )
    )
