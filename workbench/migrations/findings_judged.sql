-- where the words are in the other side's text that a finding speaks of
ALTER TABLE finding ADD COLUMN other_start INTEGER;
ALTER TABLE finding ADD COLUMN other_end INTEGER;
-- whether it comes of the segment alone or of comparing those of the article
ALTER TABLE finding ADD COLUMN scope TEXT NOT NULL DEFAULT 'segment'
    CHECK (scope IN ('segment', 'article'));
-- a finding that was gone after a person wrote in its segment
CREATE TABLE fix (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_sha TEXT NOT NULL,
    target_sha TEXT NOT NULL,
    check_id TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX fix_check ON fix(check_id);
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
) STRICT;
ALTER TABLE article ADD COLUMN deadline TEXT;
