-- how much a segment needs a look; waiting until a person has confirmed its text
CREATE TABLE risk (
    segment_id INTEGER PRIMARY KEY REFERENCES segment(id),
    value REAL NOT NULL,
    waiting INTEGER NOT NULL CHECK (waiting IN (0, 1))
) STRICT;
CREATE INDEX risk_worst ON risk(waiting, value DESC);
CREATE INDEX finding_texts ON finding(source_sha, target_sha);
-- what the findings alone say, until the texts are checked again
INSERT INTO risk
    SELECT s.id,
        total(CASE f.severity WHEN 'critical' THEN 25 WHEN 'major' THEN 5 WHEN 'minor' THEN 1
            WHEN 'neutral' THEN 0.1 END)
        * CASE s.role WHEN 'headline' THEN 2 WHEN 'kicker' THEN 1.5 WHEN 'standfirst' THEN 1.5
            WHEN 'caption' THEN 1.2 ELSE 1 END,
        s.state <> 'translated'
    FROM current_segment s
    JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
    LEFT JOIN open_finding f ON f.segment_id = s.id
    GROUP BY s.id;
