-- what came in: never changed
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE CHECK (slug GLOB '[a-z0-9]*'),
    title TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id),
    kind TEXT NOT NULL CHECK (kind IN ('source', 'ai', 'reference')),
    system TEXT NOT NULL,
    name TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content_sha TEXT NOT NULL,
    raw TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL,
    UNIQUE (article_id, kind, system)
) STRICT;
CREATE INDEX text_content ON text(content_sha, kind);
CREATE TABLE paragraph (
    id INTEGER PRIMARY KEY,
    text_id INTEGER NOT NULL REFERENCES text(id),
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    text TEXT NOT NULL,
    dropped INTEGER NOT NULL CHECK (dropped IN (0, 1)),
    reason TEXT,
    reason_values TEXT,
    UNIQUE (text_id, position)
) STRICT;
-- one text aligned with the article's Italian
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id),
    kind TEXT NOT NULL CHECK (kind IN ('ai', 'reference')),
    system TEXT NOT NULL,
    source_text_id INTEGER NOT NULL REFERENCES text(id),
    target_text_id INTEGER NOT NULL REFERENCES text(id),
    created TEXT NOT NULL,
    UNIQUE (article_id, kind, system)
) STRICT;
CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES version(id),
    key TEXT NOT NULL,
    role TEXT NOT NULL,
    source TEXT,
    target TEXT,
    source_sha TEXT NOT NULL,
    CHECK (source IS NOT NULL OR target IS NOT NULL),
    UNIQUE (version_id, key)
) STRICT;
CREATE TABLE segment_part (
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    side TEXT NOT NULL CHECK (side IN ('source', 'target')),
    ordinal INTEGER NOT NULL,
    paragraph_id INTEGER NOT NULL REFERENCES paragraph(id),
    start INTEGER NOT NULL DEFAULT 0,
    "end" INTEGER,
    PRIMARY KEY (segment_id, side, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX segment_part_paragraph ON segment_part(paragraph_id);
CREATE TABLE alignment (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES version(id),
    method TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX alignment_version ON alignment(version_id);
CREATE TABLE alignment_segment (
    alignment_id INTEGER NOT NULL REFERENCES alignment(id),
    position INTEGER NOT NULL,
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    confidence REAL,
    PRIMARY KEY (alignment_id, position),
    UNIQUE (alignment_id, segment_id)
) STRICT, WITHOUT ROWID;
-- what people did: events, the newest one counts
CREATE TABLE revision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    base INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('draft', 'confirm', 'revert')),
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX revision_segment ON revision(segment_id, id);
CREATE TABLE dismissal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_sha TEXT NOT NULL,
    target_sha TEXT NOT NULL,
    check_id TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    dismissed INTEGER NOT NULL CHECK (dismissed IN (0, 1)),
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX dismissal_evidence
    ON dismissal(source_sha, target_sha, check_id, finding_key, id);
-- what is derived: may be made again at any time
CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    key TEXT NOT NULL,
    check_id TEXT NOT NULL,
    category TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('neutral', 'minor', 'major', 'critical')),
    side TEXT NOT NULL CHECK (side IN ('source', 'target')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    template TEXT NOT NULL,
    template_values TEXT NOT NULL,
    suggestion TEXT,
    source_sha TEXT NOT NULL,
    target_sha TEXT NOT NULL,
    UNIQUE (segment_id, key)
) STRICT;
CREATE TABLE score (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES version(id),
    segment_id INTEGER REFERENCES segment(id),
    scorer TEXT NOT NULL,
    against TEXT NOT NULL CHECK (against IN ('correction', 'reference')),
    value REAL NOT NULL,
    signature TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX score_once
    ON score(version_id, ifnull(segment_id, 0), scorer, against);
CREATE INDEX score_segment ON score(segment_id);
CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    message TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL
) STRICT;
-- the present, as views over the events
CREATE VIEW current_alignment AS
    SELECT version_id, max(id) AS alignment_id FROM alignment GROUP BY version_id;
CREATE VIEW current_segment AS
    SELECT s.id, s.version_id, a.position, s.role, s.source, s.target, a.confidence,
        s.source_sha,
        coalesce(r.id, 0) AS revision,
        CASE r.kind WHEN 'draft' THEN 'draft' WHEN 'confirm' THEN 'translated' ELSE 'new' END
            AS state,
        CASE WHEN r.kind IN ('draft', 'confirm') THEN r.text ELSE s.target END AS current
    FROM current_alignment c
    JOIN alignment_segment a ON a.alignment_id = c.alignment_id
    JOIN segment s ON s.id = a.segment_id
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
CREATE TRIGGER revision_is_kept BEFORE UPDATE ON revision
    BEGIN SELECT raise(ABORT, 'revisions are never changed'); END;
CREATE TRIGGER dismissal_is_kept BEFORE UPDATE ON dismissal
    BEGIN SELECT raise(ABORT, 'dismissals are never changed'); END;
CREATE TRIGGER alignment_is_kept BEFORE UPDATE ON alignment_segment
    BEGIN SELECT raise(ABORT, 'alignments are never changed'); END;
