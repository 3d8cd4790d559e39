DROP VIEW open_finding;
DROP VIEW current_segment;
DROP VIEW current_alignment;
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
) STRICT;
INSERT INTO text_anew
    SELECT id, article_id, kind, system, 1, name, encoding, sha256, content_sha, raw,
        'plain', author, created FROM text;
DROP TABLE text;
ALTER TABLE text_anew RENAME TO text;
CREATE INDEX text_content ON text(content_sha, kind);
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
) STRICT;
INSERT INTO version_anew
    SELECT id, article_id, kind, system, 1, source_text_id, target_text_id,
        (SELECT max(a.id) FROM alignment a WHERE a.version_id = version.id), created, created
    FROM version;
DROP TABLE version;
ALTER TABLE version_anew RENAME TO version;
ALTER TABLE article ADD COLUMN outlet TEXT NOT NULL DEFAULT '';
CREATE INDEX article_outlet ON article(outlet);
-- what was done to get from one alignment to the next
ALTER TABLE alignment ADD COLUMN parent_id INTEGER REFERENCES alignment(id);
ALTER TABLE alignment ADD COLUMN template TEXT NOT NULL DEFAULT '';
ALTER TABLE alignment ADD COLUMN template_values TEXT NOT NULL DEFAULT '{}';
CREATE INDEX alignment_parent ON alignment(parent_id);
ALTER TABLE alignment_segment ADD COLUMN role TEXT;
-- which segments a segment was made from, so that its history goes on
CREATE TABLE segment_origin (
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    origin_id INTEGER NOT NULL REFERENCES segment(id),
    PRIMARY KEY (segment_id, origin_id)
) STRICT, WITHOUT ROWID;
-- carried: by the program, from the segments this one was made from;
-- earlier: the AI text it was written over, where a newer AI text has come since
ALTER TABLE revision ADD COLUMN carried INTEGER NOT NULL DEFAULT 0 CHECK (carried IN (0, 1));
ALTER TABLE revision ADD COLUMN earlier TEXT;
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
            AND newer.imported IS NOT NULL);
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
    LEFT JOIN revision r ON r.id = (SELECT max(id) FROM revision WHERE segment_id = s.id);
CREATE VIEW open_finding AS
    SELECT f.* FROM finding f
    WHERE NOT ifnull((
        SELECT d.dismissed FROM dismissal d
        WHERE d.source_sha = f.source_sha AND d.target_sha = f.target_sha
            AND d.check_id = f.check_id AND d.finding_key = f.key
        ORDER BY d.id DESC LIMIT 1), 0);
CREATE TRIGGER text_is_kept BEFORE UPDATE ON text
    BEGIN SELECT raise(ABORT, 'texts are never changed'); END;
