-- two articles, three translations of one, a reference, and work of every kind
INSERT INTO article VALUES (1, 'ponte', 'Il ponte', '2026-01-01'), (2, 'due', 'Due', '2026-01-02');
INSERT INTO text VALUES
    (1, 1, 'source', '', 'it.txt', 'utf-8', 'aa', 'aa', 'Uno.' || char(10) || 'Due.', 'ada', 'x'),
    (2, 1, 'ai', 'argo', 'en.txt', 'cp1252', 'bb', 'bb', 'One. Two.', 'ada', 'x'),
    (3, 1, 'ai', 'brezza', 'en2.txt', 'utf-8', 'cc', 'cc', 'The one. The two.', 'ada', 'x'),
    (4, 1, 'reference', '', 'ref.txt', 'utf-8', 'dd', 'dd', 'A one. A two.', 'ada', 'x');
INSERT INTO paragraph VALUES
    (1, 1, 0, 'headline', 'Uno.', 0, NULL, NULL), (2, 1, 1, 'body', 'Due.', 0, NULL, NULL),
    (3, 2, 0, 'headline', 'One.', 0, NULL, NULL), (4, 2, 1, 'body', 'Two.', 0, NULL, NULL),
    (5, 2, 2, 'chrome', 'Loading...', 1, 'Left out: %(why)s.', '{"why": "a button"}'),
    (6, 3, 0, 'body', 'The one. The two.', 0, NULL, NULL),
    (7, 4, 0, 'body', 'A one. A two.', 0, NULL, NULL);
INSERT INTO version VALUES
    (5, 1, 'ai', 'brezza', 1, 3, '2026-01-03'), (6, 1, 'ai', 'argo', 1, 2, '2026-01-04'),
    (7, 1, 'reference', '', 1, 4, '2026-01-05');
INSERT INTO segment VALUES
    (1, 6, 'k1', 'headline', 'Uno.', 'One.', 's1'), (2, 6, 'k2', 'body', 'Due.', 'Two.', 's2'),
    (3, 6, '33e31ae0c468c2fc', 'body', 'Uno. Due.', 'One. Two.', 's3'),
    (4, 5, 'k4', 'body', 'Uno. Due.', 'The one. The two.', 's4'),
    (5, 7, 'k5', 'body', 'Uno. Due.', 'A one. A two.', 's5');
INSERT INTO segment_part (segment_id, side, ordinal, paragraph_id) VALUES
    (1, 'source', 0, 1), (1, 'target', 0, 3), (2, 'source', 0, 2), (2, 'target', 0, 4),
    (3, 'source', 0, 1), (3, 'source', 1, 2), (3, 'target', 0, 3), (3, 'target', 1, 4),
    (4, 'source', 0, 1), (4, 'source', 1, 2), (4, 'target', 0, 6),
    (5, 'source', 0, 1), (5, 'source', 1, 2), (5, 'target', 0, 7);
INSERT INTO alignment VALUES
    (1, 6, 'dynamic', 'import', 'x'), (2, 5, 'dynamic', 'import', 'x'),
    (3, 7, 'dynamic', 'import', 'x'), (4, 6, 'manual', 'ada', 'x');
INSERT INTO alignment_segment VALUES
    (1, 0, 3, 0.5), (2, 0, 4, 0.9), (3, 0, 5, 0.9), (4, 0, 1, 0.8), (4, 1, 2, NULL);
INSERT INTO revision VALUES
    (1, 3, 0, 'draft', 'One, two.', 'ada', 'x'), (2, 1, 0, 'draft', 'ONE', 'ada', 'x'),
    (3, 1, 2, 'confirm', 'One!', 'bruno', 'x'), (4, 2, 0, 'draft', 'Deux', 'ada', 'x'),
    (5, 2, 4, 'revert', 'Two.', 'ada', 'x');
INSERT INTO finding VALUES
    (1, 2, 'f1', 'magnitude', 'accuracy', 'major', 'target', 0, 3, 'Look at %(n)s.',
        '{"n": "1"}', 'Too', 'p', 'q'),
    (2, 2, 'f2', 'lower-case', 'accuracy', 'minor', 'target', 0, 3, 'See.', '{}', NULL, 'p', 'q');
INSERT INTO dismissal VALUES (1, 'p', 'q', 'lower-case', 'f2', 1, 'ada', 'x');
INSERT INTO score VALUES
    (1, 6, 1, 'bleu', 'correction', 12.5, 'sig', 'x'),
    (2, 6, NULL, 'bleu', 'reference', 9, 's', 'x');
INSERT INTO job VALUES (1, 'rescore', 'done', 2, 2, '', 'x');
