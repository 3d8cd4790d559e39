-- an error that a person marked; the newest row of a mark counts, kind says whether it still stands
-- first_id: the row in which the mark came, empty in that row; undoes: the step it takes back
-- revision: whose text start and end are code points of, 0 for the AI text; source never changes
-- finding, by_check: the machine's finding that was confirmed as an error; *_shown: the help in sight
CREATE TABLE mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    first_id INTEGER REFERENCES mark(id),
    undoes INTEGER UNIQUE REFERENCES mark(id),
    kind TEXT NOT NULL CHECK (kind IN ('mark', 'remove')),
    side TEXT NOT NULL CHECK (side IN ('source', 'target')),
    revision INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    severity TEXT NOT NULL CHECK (severity IN ('neutral', 'minor', 'major', 'critical')),
    category TEXT NOT NULL,
    comment TEXT NOT NULL,
    finding TEXT NOT NULL,
    by_check TEXT NOT NULL,
    findings_shown INTEGER NOT NULL CHECK (findings_shown IN (0, 1)),
    scores_shown INTEGER NOT NULL CHECK (scores_shown IN (0, 1)),
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX mark_segment ON mark(segment_id, author);
CREATE INDEX mark_first ON mark(first_id);
CREATE VIEW current_mark AS
    SELECT coalesce(m.first_id, m.id) AS id, m.segment_id, m.side, m.revision, m.start, m."end",
        m.severity, m.category, m.comment, m.finding, m.by_check, m.findings_shown,
        m.scores_shown, m.author, m.created,
        CASE WHEN m.side = 'source' THEN s.source WHEN r.kind IN ('draft', 'confirm') THEN r.text
            ELSE s.target END AS text
    FROM mark m JOIN segment s ON s.id = m.segment_id LEFT JOIN revision r ON r.id = m.revision
    WHERE m.kind = 'mark' AND NOT EXISTS (
        SELECT 1 FROM mark n WHERE n.first_id = coalesce(m.first_id, m.id) AND n.id > m.id);
CREATE TRIGGER mark_once BEFORE INSERT ON mark
    WHEN new.kind = 'mark' AND EXISTS (SELECT 1 FROM current_mark c
        WHERE c.segment_id = new.segment_id AND c.author = new.author AND c.side = new.side
        AND c.revision = new.revision AND c.start = new.start AND c."end" = new."end"
        AND c.id IS NOT new.first_id)
    BEGIN SELECT raise(ABORT, 'one person marks the same words once'); END;
CREATE TRIGGER mark_is_kept BEFORE UPDATE OF id, segment_id, first_id, undoes, kind, side, revision,
        start, "end", severity, category, comment, finding, by_check, findings_shown,
        scores_shown, created ON mark
    BEGIN SELECT raise(ABORT, 'marks are never changed'); END;
CREATE TRIGGER mark_author BEFORE UPDATE OF author ON mark
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
CREATE TRIGGER mark_stays BEFORE DELETE ON mark
    WHEN NOT EXISTS (SELECT 1 FROM deleted_segment WHERE id = old.segment_id)
    BEGIN SELECT raise(ABORT, 'marks are never deleted alone'); END;
-- one score from 0 to 100 for a text as a whole; a person's newest one counts
CREATE TABLE judgement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    revision INTEGER NOT NULL,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
    findings_shown INTEGER NOT NULL CHECK (findings_shown IN (0, 1)),
    scores_shown INTEGER NOT NULL CHECK (scores_shown IN (0, 1)),
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX judgement_segment ON judgement(segment_id, author);
CREATE TRIGGER judgement_is_kept BEFORE UPDATE OF id, segment_id, revision, score, findings_shown,
        scores_shown, created ON judgement
    BEGIN SELECT raise(ABORT, 'judgements are never changed'); END;
CREATE TRIGGER judgement_author BEFORE UPDATE OF author ON judgement
    WHEN old.author NOT IN (SELECT person FROM deletion WHERE person IS NOT NULL)
    BEGIN SELECT raise(ABORT, 'authors are never changed'); END;
CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement
    WHEN NOT EXISTS (SELECT 1 FROM deleted_segment WHERE id = old.segment_id)
    BEGIN SELECT raise(ABORT, 'judgements are never deleted alone'); END;
CREATE VIEW current_judgement AS
    SELECT j.segment_id, j.revision, j.score, j.findings_shown, j.scores_shown, j.author, j.created
    FROM judgement j
    WHERE NOT EXISTS (SELECT 1 FROM judgement n
        WHERE n.segment_id = j.segment_id AND n.author = j.author AND n.id > j.id);
