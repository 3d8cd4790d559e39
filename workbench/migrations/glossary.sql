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
) STRICT;
CREATE INDEX term_first ON term(first_id);
CREATE VIEW current_term AS
    SELECT t.* FROM term t
    WHERE NOT t.deleted
        AND NOT EXISTS (
            SELECT 1 FROM term n
            WHERE n.first_id = coalesce(t.first_id, t.id) AND n.id > t.id);
CREATE TRIGGER term_is_kept BEFORE UPDATE ON term
    BEGIN SELECT raise(ABORT, 'terms are never changed'); END;
CREATE TRIGGER term_stays BEFORE DELETE ON term
    BEGIN SELECT raise(ABORT, 'terms are never deleted'); END;
