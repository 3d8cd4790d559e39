-- what the checks saw in an AI text before anybody wrote in it; key as in finding
CREATE TABLE ai_finding (
    segment_id INTEGER NOT NULL REFERENCES segment(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    check_id TEXT NOT NULL,
    category TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('neutral', 'minor', 'major', 'critical')),
    source_sha TEXT NOT NULL,
    target_sha TEXT NOT NULL,
    PRIMARY KEY (segment_id, key)
) STRICT, WITHOUT ROWID;
INSERT INTO ai_finding
    SELECT f.segment_id, f.key, f.check_id, f.category, f.severity, f.source_sha, f.target_sha
    FROM finding f JOIN current_segment s ON s.id = f.segment_id
    WHERE f.scope = 'segment' AND s.current IS s.target;
-- why it was fixed, in the words of the finding; empty in older rows
ALTER TABLE fix ADD COLUMN template TEXT NOT NULL DEFAULT '';
ALTER TABLE fix ADD COLUMN template_values TEXT NOT NULL DEFAULT '{}';
CREATE INDEX fix_texts ON fix(source_sha, target_sha);
CREATE INDEX finding_check ON finding(check_id);

-- what became of a finding, each once for the texts it stands in; week: the Monday, on the
-- newsroom's clock
CREATE TABLE verdict (
    source_sha TEXT NOT NULL,
    target_sha TEXT NOT NULL,
    check_id TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('fixed', 'dismissed')),
    week TEXT NOT NULL,
    PRIMARY KEY (source_sha, target_sha, check_id, finding_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE verdict_count (
    check_id TEXT NOT NULL,
    week TEXT NOT NULL,
    fixed INTEGER NOT NULL,
    dismissed INTEGER NOT NULL,
    PRIMARY KEY (check_id, week)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER verdict_comes AFTER INSERT ON verdict BEGIN
    INSERT INTO verdict_count
        VALUES (new.check_id, new.week, new.verdict = 'fixed', new.verdict = 'dismissed')
        ON CONFLICT DO UPDATE SET
            fixed = fixed + excluded.fixed, dismissed = dismissed + excluded.dismissed;
END;
CREATE TRIGGER verdict_goes AFTER DELETE ON verdict BEGIN
    UPDATE verdict_count SET
        fixed = fixed - (old.verdict = 'fixed'),
        dismissed = dismissed - (old.verdict = 'dismissed')
    WHERE check_id = old.check_id AND week = old.week;
END;
CREATE TRIGGER verdict_changes AFTER UPDATE ON verdict BEGIN
    UPDATE verdict_count SET
        fixed = fixed - (old.verdict = 'fixed'),
        dismissed = dismissed - (old.verdict = 'dismissed')
    WHERE check_id = old.check_id AND week = old.week;
    INSERT INTO verdict_count
        VALUES (new.check_id, new.week, new.verdict = 'fixed', new.verdict = 'dismissed')
        ON CONFLICT DO UPDATE SET
            fixed = fixed + excluded.fixed, dismissed = dismissed + excluded.dismissed;
END;
CREATE TRIGGER fix_is_a_verdict AFTER INSERT ON fix BEGIN
    INSERT INTO verdict
        VALUES (new.source_sha, new.target_sha, new.check_id, new.finding_key, 'fixed',
            ifnull(date(new.created, 'localtime', 'weekday 0', '-6 days'), ''))
        ON CONFLICT DO UPDATE SET verdict = excluded.verdict, week = excluded.week;
END;
CREATE TRIGGER dismissal_is_a_verdict AFTER INSERT ON dismissal WHEN new.dismissed BEGIN
    INSERT INTO verdict
        VALUES (new.source_sha, new.target_sha, new.check_id, new.finding_key, 'dismissed',
            ifnull(date(new.created, 'localtime', 'weekday 0', '-6 days'), ''))
        ON CONFLICT DO UPDATE SET verdict = excluded.verdict, week = excluded.week;
END;
CREATE TRIGGER dismissal_is_taken_back AFTER INSERT ON dismissal WHEN NOT new.dismissed BEGIN
    DELETE FROM verdict
    WHERE source_sha = new.source_sha AND target_sha = new.target_sha
        AND check_id = new.check_id AND finding_key = new.finding_key AND verdict = 'dismissed';
END;
-- what is deleted with its article was decided about nothing
CREATE TRIGGER fix_is_deleted AFTER DELETE ON fix BEGIN
    DELETE FROM verdict
    WHERE source_sha = old.source_sha AND target_sha = old.target_sha
        AND check_id = old.check_id AND finding_key = old.finding_key AND verdict = 'fixed';
END;
CREATE TRIGGER dismissal_is_deleted AFTER DELETE ON dismissal BEGIN
    DELETE FROM verdict
    WHERE source_sha = old.source_sha AND target_sha = old.target_sha
        AND check_id = old.check_id AND finding_key = old.finding_key AND verdict = 'dismissed';
END;
INSERT INTO verdict
    SELECT source_sha, target_sha, check_id, finding_key, 'fixed',
        ifnull(date(max(created), 'localtime', 'weekday 0', '-6 days'), '')
    FROM fix GROUP BY 1, 2, 3, 4;
INSERT INTO verdict
    SELECT source_sha, target_sha, check_id, finding_key, 'dismissed',
        ifnull(date(created, 'localtime', 'weekday 0', '-6 days'), '')
    FROM dismissal
    WHERE id IN (
            SELECT max(id) FROM dismissal
            GROUP BY source_sha, target_sha, check_id, finding_key)
        AND dismissed
    ON CONFLICT DO UPDATE SET verdict = excluded.verdict, week = excluded.week;

-- a confirmed segment beside its AI text; changed: words put in and words taken out
CREATE TABLE outcome (
    segment_id INTEGER PRIMARY KEY REFERENCES segment(id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL REFERENCES version(id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    week TEXT NOT NULL,
    words INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_version ON outcome(version_id);
-- words of an AI text and what people put in their place; italian: what they stand for, if known
CREATE TABLE correction (
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    segment_id INTEGER NOT NULL REFERENCES outcome(segment_id) ON DELETE CASCADE,
    italian TEXT NOT NULL,
    PRIMARY KEY (old, new, segment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_segment ON correction(segment_id);
CREATE TABLE correction_count (
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    segments INTEGER NOT NULL,
    PRIMARY KEY (old, new)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_often ON correction_count(segments DESC);
CREATE TRIGGER correction_comes AFTER INSERT ON correction BEGIN
    INSERT INTO correction_count VALUES (new.old, new.new, 1)
        ON CONFLICT DO UPDATE SET segments = segments + 1;
END;
CREATE TRIGGER correction_goes AFTER DELETE ON correction BEGIN
    UPDATE correction_count SET segments = segments - 1 WHERE old = old.old AND new = old.new;
    DELETE FROM correction_count WHERE old = old.old AND new = old.new AND segments = 0;
END;

-- an article in one system's translation, summed up for the reports
CREATE TABLE digest (
    version_id INTEGER PRIMARY KEY REFERENCES version(id) ON DELETE CASCADE,
    week TEXT NOT NULL,
    segments INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    words INTEGER NOT NULL
) STRICT;
CREATE TABLE digest_finding (
    version_id INTEGER NOT NULL REFERENCES version(id) ON DELETE CASCADE,
    check_id TEXT NOT NULL,
    severity TEXT NOT NULL,
    category TEXT NOT NULL,
    findings INTEGER NOT NULL,
    PRIMARY KEY (version_id, check_id, severity)
) STRICT, WITHOUT ROWID;
-- week: of the confirmation; bin: of HTER, -1 where it is not measured; edits: HTER's, of the words
CREATE TABLE digest_work (
    version_id INTEGER NOT NULL REFERENCES version(id) ON DELETE CASCADE,
    week TEXT NOT NULL,
    bin INTEGER NOT NULL,
    segments INTEGER NOT NULL,
    words INTEGER NOT NULL,
    edits REAL NOT NULL,
    changed INTEGER NOT NULL,
    PRIMARY KEY (version_id, week, bin)
) STRICT, WITHOUT ROWID;
-- the versions whose digest is to be made again
CREATE TABLE stale (
    version_id INTEGER PRIMARY KEY REFERENCES version(id) ON DELETE CASCADE
) STRICT;
INSERT INTO stale SELECT id FROM version WHERE kind = 'ai' AND imported IS NOT NULL;
CREATE TRIGGER version_is_stale AFTER UPDATE OF alignment_id, imported ON version
    WHEN new.kind = 'ai' AND new.imported IS NOT NULL
    BEGIN INSERT OR IGNORE INTO stale VALUES (new.id); END;
-- every change of a segment ends with its risk, but for a metric that was measured later
CREATE TRIGGER ranked_is_stale AFTER INSERT ON risk
    BEGIN INSERT OR IGNORE INTO stale SELECT version_id FROM segment WHERE id = new.segment_id; END;
CREATE TRIGGER measured_is_stale AFTER INSERT ON score
    WHEN new.scorer = 'hter' AND new.segment_id IS NOT NULL
    BEGIN INSERT OR IGNORE INTO stale VALUES (new.version_id); END;

-- what the desk said of a rule that repeated corrections suggest; the newest one counts
CREATE TABLE lesson (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('accepted', 'refused', 'reopened')),
    segments INTEGER NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX lesson_words ON lesson(old, new, id);
CREATE TRIGGER lesson_is_kept BEFORE UPDATE OF old, new, decision, segments, created ON lesson
    BEGIN SELECT raise(ABORT, 'what the desk decided is never changed'); END;
CREATE TRIGGER lesson_stays BEFORE DELETE ON lesson
    BEGIN SELECT raise(ABORT, 'what the desk decided is never deleted'); END;
-- from then on a check's findings are hints, or weigh again what the check says; the newest one
-- counts; fixed, dismissed: how its findings had fared until then
CREATE TABLE demotion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    check_id TEXT NOT NULL,
    demoted INTEGER NOT NULL CHECK (demoted IN (0, 1)),
    fixed INTEGER NOT NULL,
    dismissed INTEGER NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX demotion_check ON demotion(check_id, id);
CREATE TRIGGER demotion_is_kept
    BEFORE UPDATE OF check_id, demoted, fixed, dismissed, created ON demotion
    BEGIN SELECT raise(ABORT, 'what the desk decided is never changed'); END;
CREATE TRIGGER demotion_stays BEFORE DELETE ON demotion
    BEGIN SELECT raise(ABORT, 'what the desk decided is never deleted'); END;
CREATE VIEW current_demotion AS
    SELECT d.* FROM demotion d
    WHERE NOT EXISTS (SELECT 1 FROM demotion n WHERE n.check_id = d.check_id AND n.id > d.id);
DROP VIEW open_finding;
CREATE VIEW open_finding AS
    SELECT f.id, f.segment_id, f.key, f.check_id, f.category,
        CASE WHEN f.check_id IN (SELECT check_id FROM current_demotion WHERE demoted)
            THEN 'neutral' ELSE f.severity END AS severity,
        f.side, f.start, f."end", f.template, f.template_values, f.suggestion, f.source_sha,
        f.target_sha, f.other_start, f.other_end, f.scope
    FROM finding f
    WHERE NOT ifnull((
        SELECT d.dismissed FROM dismissal d
        WHERE d.source_sha = f.source_sha AND d.target_sha = f.target_sha
            AND d.check_id = f.check_id AND d.finding_key = f.key
        ORDER BY d.id DESC LIMIT 1), 0);
