-- a queue that outlives the server, and cancelled jobs; nothing points to the old table
-- message, message_values: why it failed, a sentence and the values in it (JSON)
-- arguments: JSON, what the kind of work needs to begin, or to go on after a restart from `done`
-- attempts: how often it was begun since it last came any further
CREATE TABLE job_queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    message TEXT NOT NULL DEFAULT '',
    message_values TEXT NOT NULL DEFAULT '{}',
    author TEXT NOT NULL DEFAULT '',
    arguments TEXT NOT NULL DEFAULT '{}',
    attempts INTEGER NOT NULL DEFAULT 0,
    created TEXT NOT NULL,
    ended TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO job_queue (id, kind, state, done, total, message, created)
    SELECT id, kind, state, done, total, message, created FROM job;
-- what an older server was doing: its arguments were never written down
UPDATE job_queue SET state = 'failed', message = 'The server was stopped: start it again.'
    WHERE state = 'running';
DROP TABLE job;
ALTER TABLE job_queue RENAME TO job;
CREATE INDEX job_open ON job(id) WHERE state IN ('waiting', 'running');
-- the files that a job has still to import, article by article; deleted once that is done
CREATE TABLE job_file (
    id INTEGER PRIMARY KEY,
    job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    article TEXT NOT NULL,
    name TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE INDEX job_file_job ON job_file(job_id);
-- what became of them; name: the file or the folder; slug, system: where it is now
CREATE TABLE job_outcome (
    id INTEGER PRIMARY KEY,
    job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('imported', 'known', 'refused')),
    slug TEXT NOT NULL DEFAULT '',
    system TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT '',
    message_values TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX job_outcome_job ON job_outcome(job_id);
