-- thread_id: the note that is answered, resolved or taken up again; empty in the first one
CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL REFERENCES segment(id),
    thread_id INTEGER REFERENCES note(id),
    kind TEXT NOT NULL CHECK (kind IN ('note', 'resolve', 'reopen')),
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX note_segment ON note(segment_id);
CREATE INDEX note_thread ON note(thread_id);
-- name: without capitals and accents
CREATE TABLE mention (
    note_id INTEGER NOT NULL REFERENCES note(id),
    name TEXT NOT NULL,
    PRIMARY KEY (name, note_id)
) STRICT, WITHOUT ROWID;
CREATE VIEW thread AS
    SELECT n.id, n.segment_id, n.author, n.created,
        ifnull((SELECT e.kind FROM note e WHERE e.thread_id = n.id AND e.kind <> 'note'
            ORDER BY e.id DESC LIMIT 1), 'reopen') = 'reopen' AS open
    FROM note n WHERE n.thread_id IS NULL;
CREATE TRIGGER note_is_kept BEFORE UPDATE ON note
    BEGIN SELECT raise(ABORT, 'notes are never changed'); END;
CREATE TRIGGER note_stays BEFORE DELETE ON note
    BEGIN SELECT raise(ABORT, 'notes are never deleted'); END;
