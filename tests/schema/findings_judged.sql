-- a finding that points to both sides, one that was gone, figures of systems
INSERT INTO finding (id, segment_id, key, check_id, category, severity, side, start, "end", template,
        template_values, source_sha, target_sha, other_start, other_end, scope)
    VALUES (3, 1, 'f3', 'name-changes', 'style', 'minor', 'target', 0, 3, 'See.', '{}', 'p', 'r', 0, 4,
        'article');
INSERT INTO fix VALUES (1, 'p', 'q', 'magnitude', 'f1', 'ada', 'x');
INSERT INTO estimate VALUES
    (1, 'bleu', 'reference', 'argo', '', 31.5, 1.2, NULL, 40, 'sig', 'x'),
    (2, 'bleu', 'reference', 'argo', 'brezza', 2.5, 1.1, 0.03, 40, 'sig', 'x');
UPDATE article SET deadline = '2026-02-01T18:00' WHERE id = 1;
