-- a step in many segments, and one that takes it back
INSERT INTO batch VALUES (1, '“%(old)s” → “%(new)s”', '{"old": "a", "new": "b"}', NULL, 'ada', 'x');
INSERT INTO batch VALUES (2, '“%(old)s” → “%(new)s”', '{"old": "b", "new": "a"}', 1, 'bruno', 'x');
INSERT INTO revision (id, segment_id, base, kind, text, author, created, batch_id)
    VALUES (7, 4, 0, 'draft', 'The b.', 'ada', 'x', 1), (8, 4, 7, 'draft', 'The a.', 'bruno', 'x', 2);
