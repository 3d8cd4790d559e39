"""Long pages come in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench import workflow
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database


def test_a_long_article_begins_before_it_is_whole(client: FlaskClient, db: Database) -> None:
    italian = "\n\n".join(f"Il ponte numero {n} riapre lunedì mattina." for n in range(1, 90))
    english = "\n\n".join(f"Bridge number {n} reopens on Monday morning." for n in range(1, 90))
    done = workflow.import_pair(
        db, from_paste(italian), from_paste(english), system="argo", title="Ponti"
    )
    answer = client.get(f"/articles/{done.slug}/argo/", buffered=False)
    parts = [part.decode() for part in answer.response]
    assert len(parts) > 3
    assert "Il ponte numero 1 " in "".join(parts[:2])
    assert "Il ponte numero 89 " not in "".join(parts[:2])
    assert "".join(parts).count('<section class="row ') == 89
