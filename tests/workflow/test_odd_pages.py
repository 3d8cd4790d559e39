"""Pages that are not what a newspaper prints: each gives a preview that loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from sqlite_utils import Database

IT = "Il ponte di Roccalta riapre lunedì dopo tre anni di lavori costati 2,4 milioni alla Regione."
EN = "The bridge in Roccalta reopens on Monday after three years of works that cost 2.4 million."
FURNITURE = "Loading...\n\n3' min read\n\nTranslated by AI\n\nShare"
TABLE = "Comune\tVoti\tSeggi\nRoccalta\t1.240\t7\nMontesella\t860\t4\nValdora\t455\t2"
LIST = "Che cosa cambia\n\n• Il ponte riapre\n• Il casello chiude\n• Il bus costa 2 euro\n\n"
LIVE = "\n\n".join(f"{hour}.{minute} - {IT}" for hour in (17, 18) for minute in (10, 30, 45))
LIVE_EN = "\n\n".join(f"{hour}.{minute} - {EN}" for hour in (17, 18) for minute in (10, 30, 45))


def preview(db: Database, italian: str, english: str) -> workflow.Pairing:
    intake = workflow.Intake(from_paste(italian), from_paste(english))
    return workflow.pairing_of(db, workflow.receive(db, intake).version or 0)


CASES = {
    "nothing but furniture in English": (IT, FURNITURE),
    "nothing but furniture in Italian": ("Condividi\n\nAscolta l'articolo\n\nLeggi anche", EN),
    "no furniture": (f"{IT}\n\n{IT[:50]}.", f"{EN}\n\n{EN[:50]}."),
    "three times as long": ("\n\n".join(f"{n}. {IT}" for n in range(12)), f"{EN}\n\n{EN[:60]}."),
    "the same paragraph forty times": ("\n\n".join([IT] * 40), "\n\n".join([EN] * 40)),
    "a table": (f"{IT}\n\n{TABLE}", f"{EN}\n\n{TABLE.replace('Voti', 'Votes')}"),
    "a list": (
        f"{LIST}{IT}",
        f"What changes\n\n• The bridge reopens\n• The toll gate shuts\n\n{EN}",
    ),
    "a live blog": (LIVE, LIVE_EN),
    "one long line": (IT * 60, EN * 60),
    "right-to-left marks and emoji": (f"\u200f{IT} 👩‍👩‍👧", f"{EN} 👩‍👩‍👧\u200e"),
}


@pytest.mark.parametrize("case", CASES)
def test_every_paragraph_is_in_one_pair_or_shown_as_left_out(db: Database, case: str) -> None:
    now = preview(db, *CASES[case])
    for side in ("source", "target"):
        paired = [part.paragraph for pair in now.pairs for part in pair.side(side)]
        aside = [a.part.paragraph for a in now.aside if a.side == side]
        assert len({*paired, *aside}) == len(paired) + len(aside)
        assert len(paired) + len(aside) > 0
    assert {p.paragraph for pair in now.pairs for p in (*pair.source, *pair.target)} | {
        a.part.paragraph for a in now.aside
    } == set(now.texts)


@pytest.mark.parametrize("case", ["the same paragraph forty times", "a live blog"])
def test_what_is_alike_is_paired_in_order(db: Database, case: str) -> None:
    now = preview(db, *CASES[case])
    places = [(pair.source[0].place, pair.target[0].place) for pair in now.pairs]
    assert all(source == target for source, target in places)


def test_a_page_of_furniture_is_imported_only_when_lines_were_put_back(db: Database) -> None:
    now = preview(db, IT, FURNITURE)
    with pytest.raises(BadInput, match="only page furniture"):
        workflow.import_preview(db, now.row.id, author="anna")
    step = workflow.steps.restore(now.aside[-1].part.paragraph)
    workflow.repair(db, now.row.id, now.row.alignment, step, author="anna")
    slug, system = workflow.import_preview(db, now.row.id, author="anna")
    assert "Share" in [s.target for s in workflow.version(db, slug, system).segments]


def test_the_words_of_a_table_and_a_list_are_all_there(db: Database) -> None:
    for case, words in [("a table", "Valdora"), ("a list", "Il bus costa 2 euro")]:
        now = preview(db, *CASES[case])
        assert any(words in text for text in now.texts.values())
