"""The schema, as the steps that led to it; append only: a shipped step is never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from workbench.first_schema import FIRST_SCHEMA

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("workbench")


@migrations()
def first_schema(db: Database) -> None:
    """What came in, how it was aligned, what people wrote, and what was derived from it.

    Segments are known by the paragraphs they are made of, so an alignment is only a list of
    segments: aligning again, or undoing it, lists other segments and leaves what people
    wrote where it is.
    """
    for statement in FIRST_SCHEMA.split(";;"):
        db.execute(statement)


@migrations()
def repair_by_hand(db: Database) -> None:
    """A pairing that people repair step by step, and texts that come again.

    An alignment knows the one it was made from, and a version which one counts: so any number
    of steps can be undone and done again. An AI system may send a newer text, so texts and
    versions have editions; a version counts once it is imported, and is a preview until then.
    """
    for statement in REPAIR_BY_HAND.split(";;"):
        db.execute(statement)


@migrations()
def findings_judged(db: Database) -> None:
    """Findings that point to both sides and compare segments; what became of them.

    Articles have a deadline, for the queue.
    """
    for statement in FINDINGS_JUDGED.split(";;"):
        db.execute(statement)


@migrations()
def queue(db: Database) -> None:
    """How much each segment needs a look, so that the worst of all is found at once."""
    for statement in QUEUE.split(";;"):
        db.execute(statement)


@migrations()
def batches(db: Database) -> None:
    """Steps that write in many segments at once, so that they can be taken back as one."""
    for statement in BATCHES.split(";;"):
        db.execute(statement)


@migrations()
def glossary(db: Database) -> None:
    """The newsroom's own terms; a change is another row, and a removed term a row that says so."""
    for statement in GLOSSARY.split(";;"):
        db.execute(statement)


@migrations()
def open_forms(db: Database) -> None:
    """Which open form wrote an event, so that its own late saves are no conflict; and wishes."""
    for statement in OPEN_FORMS.split(";;"):
        db.execute(statement)


@migrations()
def effort(db: Database) -> None:
    """What the newsroom has set for everybody, and how much work paragraphs were, if that is on."""
    for statement in EFFORT.split(";;"):
        db.execute(statement)


@migrations()
def memory(db: Database) -> None:
    """What people confirmed, to be found again by its words."""
    for statement in MEMORY.split(";;"):
        db.execute(statement)


@migrations()
def notes(db: Database) -> None:
    """What people say to each other about a paragraph, and whom they call."""
    for statement in NOTES.split(";;"):
        db.execute(statement)


REPAIR_BY_HAND = """
DROP VIEW open_finding;;
DROP VIEW current_segment;;
DROP VIEW current_alignment;;
-- SQLite can add columns but not change what is unique, so these two are made again
CREATE TABLE text_anew (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id),
    kind TEXT NOT NULL CHECK (kind IN ('source', 'ai', 'reference')),
    system TEXT NOT NULL,
    edition INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content_sha TEXT NOT NULL,
    raw TEXT NOT NULL,
    markup TEXT NOT NULL DEFAULT 'plain' CHECK (markup IN ('plain', 'html')),
    author TEXT NOT NULL,
    created TEXT NOT NULL,
    UNIQUE (article_id, kind, system, edition)
) STRICT;;
INSERT INTO text_anew
    SELECT id, article_id, kind, system, 1, name, encoding, sha256, content_sha, raw,
        'plain', author, created FROM text;;
DROP TABLE text;;
ALTER TABLE text_anew RENAME TO text;;
CREATE INDEX text_content ON text(content_sha, kind);;
-- of a discarded preview no later one has the id: an old window must not find another article
CREATE TABLE version_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article(id),
    kind TEXT NOT NULL CHECK (kind IN ('ai', 'reference')),
    system TEXT NOT NULL,
    edition INTEGER NOT NULL DEFAULT 1,
    source_text_id INTEGER NOT NULL REFERENCES text(id),
    target_text_id INTEGER NOT NULL REFERENCES text(id),
    alignment_id INTEGER REFERENCES alignment(id),
    created TEXT NOT NULL,
    imported TEXT,
    UNIQUE (article_id, kind, system, edition)
) STRICT;;
INSERT INTO version_anew
    SELECT id, article_id, kind, system, 1, source_text_id, target_text_id,
        (SELECT max(a.id) FROM alignment a WHERE a.version_id = version.id), created, created
    FROM version;;
DROP TABLE version;;
ALTER TABLE version_anew RENAME TO version;;
ALTER TABLE article ADD COLUMN outlet TEXT NOT NULL DEFAULT '';;
CREATE INDEX article_outlet ON article(outlet);;
-- what was done to get from one alignment to the next
ALTER TABLE alignment ADD COLUMN parent_id INTEGER REFERENCES alignment(id);;
ALTER TABLE alignment ADD COLUMN template TEXT NOT NULL DEFAULT '';;
ALTER TABLE alignment ADD COLUMN template_values TEXT NOT NULL DEFAULT '{}';;
CREATE INDEX alignment_parent ON alignment(parent_id);;
ALTER TABLE alignment_segment ADD COLUMN role TEXT;;
-- which segments a segment was made from, so that its history goes on
CREATE TABLE segment_origin (
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    origin_id INTEGER NOT NULL REFERENCES segment(id),
    PRIMARY KEY (segment_id, origin_id)
) STRICT, WITHOUT ROWID;;
-- carried: by the program, from the segments this one was made from;
-- earlier: the AI text it was written over, where a newer AI text has come since
ALTER TABLE revision ADD COLUMN carried INTEGER NOT NULL DEFAULT 0 CHECK (carried IN (0, 1));;
ALTER TABLE revision ADD COLUMN earlier TEXT;;
-- first_id: of the system's first edition, which says in what order systems came
CREATE VIEW current_version AS
    SELECT v.*, (
        SELECT f.id FROM version f
        WHERE f.article_id = v.article_id AND f.kind = v.kind AND f.system = v.system
        ORDER BY f.edition LIMIT 1) AS first_id
    FROM version v
    WHERE v.imported IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM version newer
        WHERE newer.article_id = v.article_id AND newer.kind = v.kind
            AND newer.system = v.system AND newer.edition > v.edition
            AND newer.imported IS NOT NULL);;
CREATE VIEW current_segment AS
    SELECT s.id, v.id AS version_id, a.position, coalesce(a.role, s.role) AS role, s.source,
        s.target, a.confidence, s.source_sha,
        coalesce(r.id, 0) AS revision,
        CASE r.kind WHEN 'draft' THEN 'draft' WHEN 'confirm' THEN 'translated' ELSE 'new' END
            AS state,
        CASE WHEN r.kind IN ('draft', 'confirm') THEN r.text ELSE s.target END AS current,
        r.earlier
    FROM version v
    JOIN alignment_segment a ON a.alignment_id = v.alignment_id
    JOIN segment s ON s.id = a.segment_id AND s.version_id = v.id
    LEFT JOIN revision r ON r.id = (SELECT max(id) FROM revision WHERE segment_id = s.id);;
CREATE VIEW open_finding AS
    SELECT f.* FROM finding f
    WHERE NOT ifnull((
        SELECT d.dismissed FROM dismissal d
        WHERE d.source_sha = f.source_sha AND d.target_sha = f.target_sha
            AND d.check_id = f.check_id AND d.finding_key = f.key
        ORDER BY d.id DESC LIMIT 1), 0);;
CREATE TRIGGER text_is_kept BEFORE UPDATE ON text
    BEGIN SELECT raise(ABORT, 'texts are never changed'); END
"""

FINDINGS_JUDGED = """
-- where the words are in the other side's text that a finding speaks of
ALTER TABLE finding ADD COLUMN other_start INTEGER;;
ALTER TABLE finding ADD COLUMN other_end INTEGER;;
-- whether it comes of the segment alone or of comparing those of the article
ALTER TABLE finding ADD COLUMN scope TEXT NOT NULL DEFAULT 'segment'
    CHECK (scope IN ('segment', 'article'));;
-- a finding that was gone after a person wrote in its segment
CREATE TABLE fix (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_sha TEXT NOT NULL,
    target_sha TEXT NOT NULL,
    check_id TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;;
CREATE INDEX fix_check ON fix(check_id);;
-- what the metrics say of whole systems, alone and beside one another; measured when asked for
CREATE TABLE estimate (
    id INTEGER PRIMARY KEY,
    scorer TEXT NOT NULL,
    against TEXT NOT NULL CHECK (against IN ('correction', 'reference')),
    system TEXT NOT NULL,
    other TEXT NOT NULL,
    value REAL NOT NULL,
    margin REAL,
    p_value REAL,
    segments INTEGER NOT NULL,
    signature TEXT NOT NULL,
    created TEXT NOT NULL,
    UNIQUE (against, system, other, scorer)
) STRICT;;
ALTER TABLE article ADD COLUMN deadline TEXT
"""

QUEUE = """
-- how much a segment needs a look; waiting until a person has confirmed its text
CREATE TABLE risk (
    segment_id INTEGER PRIMARY KEY REFERENCES segment(id),
    value REAL NOT NULL,
    waiting INTEGER NOT NULL CHECK (waiting IN (0, 1))
) STRICT;;
CREATE INDEX risk_worst ON risk(waiting, value DESC);;
CREATE INDEX finding_texts ON finding(source_sha, target_sha);;
-- what the findings alone say, until the texts are checked again
INSERT INTO risk
    SELECT s.id,
        total(CASE f.severity WHEN 'critical' THEN 25 WHEN 'major' THEN 5 WHEN 'minor' THEN 1
            WHEN 'neutral' THEN 0.1 END)
        * CASE s.role WHEN 'headline' THEN 2 WHEN 'kicker' THEN 1.5 WHEN 'standfirst' THEN 1.5
            WHEN 'caption' THEN 1.2 ELSE 1 END,
        s.state <> 'translated'
    FROM current_segment s
    JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
    LEFT JOIN open_finding f ON f.segment_id = s.id
    GROUP BY s.id
"""

BATCHES = """
-- what was done, in words; undoes: the batch that this one takes back
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    template TEXT NOT NULL,
    template_values TEXT NOT NULL,
    undoes INTEGER REFERENCES batch(id),
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;;
ALTER TABLE revision ADD COLUMN batch_id INTEGER REFERENCES batch(id);;
CREATE INDEX revision_batch ON revision(batch_id)
"""

GLOSSARY = """
-- first_id: the row in which the term came, empty in that row itself; the newest one counts
CREATE TABLE term (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first_id INTEGER REFERENCES term(id),
    italian TEXT NOT NULL,
    english TEXT NOT NULL,
    -- a JSON list
    forbidden TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('translate', 'keep')),
    cased INTEGER NOT NULL CHECK (cased IN (0, 1)),
    note TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;;
CREATE INDEX term_first ON term(first_id);;
CREATE VIEW current_term AS
    SELECT t.* FROM term t
    WHERE NOT t.deleted
        AND NOT EXISTS (
            SELECT 1 FROM term n
            WHERE n.first_id = coalesce(t.first_id, t.id) AND n.id > t.id);;
CREATE TRIGGER term_is_kept BEFORE UPDATE ON term
    BEGIN SELECT raise(ABORT, 'terms are never changed'); END;;
CREATE TRIGGER term_stays BEFORE DELETE ON term
    BEGIN SELECT raise(ABORT, 'terms are never deleted'); END
"""

OPEN_FORMS = """
-- the token of the open form that wrote the event, and a number that grows as it sends
ALTER TABLE revision ADD COLUMN form TEXT NOT NULL DEFAULT '';;
ALTER TABLE revision ADD COLUMN step INTEGER NOT NULL DEFAULT 0;;
-- how a person likes the pages; a wish that is not here is as it comes
CREATE TABLE preference (
    person TEXT NOT NULL,
    wish TEXT NOT NULL CHECK (wish IN ('changes', 'scores', 'first-pass')),
    value INTEGER NOT NULL CHECK (value IN (0, 1)),
    PRIMARY KEY (person, wish)
) STRICT, WITHOUT ROWID
"""

EFFORT = """
-- a choice that holds for everybody; the newest one counts
CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;;
CREATE INDEX setting_name ON setting(name, id);;
CREATE TRIGGER setting_is_kept BEFORE UPDATE ON setting
    BEGIN SELECT raise(ABORT, 'settings are never changed'); END;;
CREATE TRIGGER setting_stays BEFORE DELETE ON setting
    BEGIN SELECT raise(ABORT, 'settings are never deleted'); END;;
-- a person's work in a paragraph since the page's last report: milliseconds and a number of keys;
-- session: random, another one each time that a page is loaded; people may delete their own rows
CREATE TABLE effort (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    person TEXT NOT NULL,
    session TEXT NOT NULL,
    step INTEGER NOT NULL,
    active INTEGER NOT NULL CHECK (active BETWEEN 0 AND 180000),
    keystrokes INTEGER NOT NULL CHECK (keystrokes >= 0),
    created TEXT NOT NULL,
    UNIQUE (session, step)
) STRICT;;
CREATE INDEX effort_person ON effort(person, created);;
CREATE INDEX effort_segment ON effort(segment_id);;
CREATE TRIGGER effort_is_kept BEFORE UPDATE ON effort
    BEGIN SELECT raise(ABORT, 'effort is never changed'); END
"""

MEMORY = """
-- rowid: the segment; accents do not count, because people leave them out when they search
CREATE VIRTUAL TABLE memory USING fts5(
    source, target, tokenize = 'unicode61 remove_diacritics 2');;
INSERT INTO memory (rowid, source, target)
    SELECT id, source, current FROM current_segment
    WHERE state = 'translated' AND source <> '' AND current <> ''
"""

NOTES = """
-- thread_id: the note that is answered, resolved or taken up again; empty in the first one
CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    thread_id INTEGER REFERENCES note(id),
    kind TEXT NOT NULL CHECK (kind IN ('note', 'resolve', 'reopen')),
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;;
CREATE INDEX note_segment ON note(segment_id);;
CREATE INDEX note_thread ON note(thread_id);;
-- name: without capitals and accents
CREATE TABLE mention (
    note_id INTEGER NOT NULL REFERENCES note(id),
    name TEXT NOT NULL,
    PRIMARY KEY (name, note_id)
) STRICT, WITHOUT ROWID;;
CREATE VIEW thread AS
    SELECT n.id, n.segment_id, n.author, n.created,
        ifnull((SELECT e.kind FROM note e WHERE e.thread_id = n.id AND e.kind <> 'note'
            ORDER BY e.id DESC LIMIT 1), 'reopen') = 'reopen' AS open
    FROM note n WHERE n.thread_id IS NULL;;
CREATE TRIGGER note_is_kept BEFORE UPDATE ON note
    BEGIN SELECT raise(ABORT, 'notes are never changed'); END;;
CREATE TRIGGER note_stays BEFORE DELETE ON note
    BEGIN SELECT raise(ABORT, 'notes are never deleted'); END
"""
