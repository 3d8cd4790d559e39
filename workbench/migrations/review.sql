-- what an editor says of a text that a person has confirmed; alone: the same person wrote it last
CREATE TABLE review (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    revision_id INTEGER NOT NULL REFERENCES revision(id),
    verdict TEXT NOT NULL CHECK (verdict IN ('approve', 'send-back')),
    reason TEXT NOT NULL CHECK (verdict = 'approve' OR reason <> ''),
    alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX review_segment ON review(segment_id);
-- an article in one system's translation goes out, or is taken up again
-- overridden: JSON, how many obstacles of each kind stood in the way; reason: why it went out
CREATE TABLE release (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version_id INTEGER NOT NULL REFERENCES version(id),
    kind TEXT NOT NULL CHECK (kind IN ('final', 'reopen')),
    overridden TEXT NOT NULL CHECK (overridden = '{}' OR reason <> ''),
    reason TEXT NOT NULL CHECK (kind = 'final' OR reason <> ''),
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX release_version ON release(version_id);
-- why a paragraph of an article that had gone out is changed after all
CREATE TABLE amendment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    release_id INTEGER NOT NULL REFERENCES release(id),
    kind TEXT NOT NULL CHECK (kind IN ('typo', 'clarification', 'correction', 'retraction')),
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX amendment_segment ON amendment(segment_id, release_id);
-- who is to do what; the newest row of a task counts, and nobody has it where the name is empty
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version_id INTEGER NOT NULL REFERENCES version(id),
    task TEXT NOT NULL CHECK (task IN ('translate', 'review')),
    person TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_version ON assignment(version_id, task);
CREATE TRIGGER review_is_kept BEFORE UPDATE OF verdict, reason, alone, created ON review
    BEGIN SELECT raise(ABORT, 'reviews are never changed'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review
    BEGIN SELECT raise(ABORT, 'reviews are never deleted'); END;
CREATE TRIGGER release_is_kept BEFORE UPDATE OF kind, overridden, reason, created ON release
    BEGIN SELECT raise(ABORT, 'releases are never changed'); END;
CREATE TRIGGER release_stays BEFORE DELETE ON release
    BEGIN SELECT raise(ABORT, 'releases are never deleted'); END;
CREATE TRIGGER amendment_is_kept BEFORE UPDATE OF kind, note, created ON amendment
    BEGIN SELECT raise(ABORT, 'amendments are never changed'); END;
CREATE TRIGGER amendment_stays BEFORE DELETE ON amendment
    BEGIN SELECT raise(ABORT, 'amendments are never deleted'); END;
CREATE TRIGGER assignment_is_kept BEFORE UPDATE OF task, created ON assignment
    BEGIN SELECT raise(ABORT, 'assignments are never changed'); END;
CREATE TRIGGER assignment_stays BEFORE DELETE ON assignment
    BEGIN SELECT raise(ABORT, 'assignments are never deleted'); END;
-- returned: an editor sent it back, and nobody has confirmed another text since
DROP VIEW current_segment;
CREATE VIEW current_segment AS
    SELECT s.id, v.id AS version_id, a.position, coalesce(a.role, s.role) AS role, s.source,
        s.target, a.confidence, s.source_sha,
        coalesce(r.id, 0) AS revision,
        CASE
            WHEN f.kind = 'final' AND NOT EXISTS (SELECT 1 FROM amendment m
                WHERE m.segment_id = s.id AND m.release_id = f.id) THEN 'final'
            WHEN w.revision_id = r.id AND w.verdict = 'approve' THEN 'reviewed'
            WHEN w.revision_id = r.id THEN 'sent_back'
            WHEN r.kind = 'draft' THEN 'draft'
            WHEN r.kind = 'confirm' THEN 'translated'
            ELSE 'new' END AS state,
        CASE WHEN r.kind IN ('draft', 'confirm') THEN r.text ELSE s.target END AS current,
        r.earlier,
        CASE
            WHEN f.kind = 'final' AND NOT EXISTS (SELECT 1 FROM amendment m
                WHERE m.segment_id = s.id AND m.release_id = f.id) THEN 0
            ELSE ifnull(
                w.verdict = 'send-back' AND (r.kind <> 'confirm' OR r.id = w.revision_id), 0)
            END AS returned
    FROM version v
    JOIN alignment_segment a ON a.alignment_id = v.alignment_id
    JOIN segment s ON s.id = a.segment_id AND s.version_id = v.id
    LEFT JOIN revision r ON r.id = (SELECT max(id) FROM revision WHERE segment_id = s.id)
    LEFT JOIN review w ON w.id = (SELECT max(id) FROM review WHERE segment_id = s.id)
    LEFT JOIN release f ON f.id = (SELECT max(id) FROM release WHERE version_id = v.id);
-- the figures of a version for the list of articles; a row goes when they may be others, and is
-- counted again when somebody asks; risk: the open findings' penalties per 100 Italian words
CREATE TABLE tally (
    version_id INTEGER PRIMARY KEY REFERENCES version(id) ON DELETE CASCADE,
    segments INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    reviewed INTEGER NOT NULL,
    final INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    unaligned INTEGER NOT NULL,
    critical INTEGER NOT NULL,
    major INTEGER NOT NULL,
    minor INTEGER NOT NULL,
    risk REAL NOT NULL
) STRICT;
CREATE TRIGGER tally_of_segment AFTER INSERT ON risk
    BEGIN DELETE FROM tally
        WHERE version_id = (SELECT version_id FROM segment WHERE id = new.segment_id); END;
CREATE TRIGGER tally_of_version AFTER UPDATE OF alignment_id, imported ON version
    BEGIN DELETE FROM tally WHERE version_id = new.id; END;
CREATE TRIGGER tally_of_release AFTER INSERT ON release
    BEGIN DELETE FROM tally WHERE version_id = new.version_id; END;
CREATE TRIGGER tally_of_amendment AFTER INSERT ON amendment
    BEGIN DELETE FROM tally
        WHERE version_id = (SELECT version_id FROM segment WHERE id = new.segment_id); END;
