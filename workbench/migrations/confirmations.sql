-- a check was right where a person confirms what it found, as where somebody puts it right
CREATE TRIGGER confirmation_is_a_verdict AFTER INSERT ON mark
    WHEN new.finding <> '' AND new.kind = 'mark'
    BEGIN
        INSERT INTO verdict
            SELECT f.source_sha, f.target_sha, f.check_id, f.key, 'fixed',
                ifnull(date(new.created, 'localtime', 'weekday 0', '-6 days'), '')
            FROM finding f WHERE f.segment_id = new.segment_id AND f.key = new.finding
            ON CONFLICT DO UPDATE SET verdict = excluded.verdict, week = excluded.week;
    END;
CREATE TRIGGER confirmation_is_taken_back AFTER INSERT ON mark
    WHEN new.finding <> '' AND new.kind = 'remove'
        AND NOT EXISTS (SELECT 1 FROM current_mark c
            WHERE c.segment_id = new.segment_id AND c.finding = new.finding)
    BEGIN
        DELETE FROM verdict
        WHERE verdict = 'fixed'
            AND (source_sha, target_sha, check_id, finding_key) IN (
                SELECT f.source_sha, f.target_sha, f.check_id, f.key FROM finding f
                WHERE f.segment_id = new.segment_id AND f.key = new.finding)
            AND NOT EXISTS (SELECT 1 FROM fix x
                WHERE x.source_sha = verdict.source_sha AND x.target_sha = verdict.target_sha
                    AND x.check_id = verdict.check_id AND x.finding_key = verdict.finding_key);
    END;
-- whose paragraphs wait is asked for often
CREATE INDEX assignment_person ON assignment(person, task);
