-- a choice that holds for everybody; the newest one counts
CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX setting_name ON setting(name, id);
CREATE TRIGGER setting_is_kept BEFORE UPDATE ON setting
    BEGIN SELECT raise(ABORT, 'settings are never changed'); END;
CREATE TRIGGER setting_stays BEFORE DELETE ON setting
    BEGIN SELECT raise(ABORT, 'settings are never deleted'); END;
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
) STRICT;
CREATE INDEX effort_person ON effort(person, created);
CREATE INDEX effort_segment ON effort(segment_id);
CREATE TRIGGER effort_is_kept BEFORE UPDATE ON effort
    BEGIN SELECT raise(ABORT, 'effort is never changed'); END;
