-- what checks saw first, what became of it, what was learned, a digest, what the desk decided
INSERT INTO ai_finding VALUES (4, 'f9', 'magnitude', 'accuracy', 'major', 'p', 'q');
INSERT INTO fix VALUES (2, 'p', 'z', 'magnitude', 'f1', 'ada', 'x', 'Look at %(n)s.', '{"n": "1"}');
INSERT INTO outcome VALUES (1, 6, 3, '2026-01-05', 1, 2);
INSERT INTO correction VALUES ('One', 'One!', 1, 'Uno');
INSERT INTO digest VALUES (6, '2026-01-05', 2, 1, 2);
INSERT INTO digest_finding VALUES (6, 'magnitude', 'major', 'accuracy', 1);
INSERT INTO digest_work VALUES (6, '2026-01-05', 3, 1, 1, 0.5, 2);
INSERT INTO lesson VALUES (1, 'One', 'One!', 'accepted', 3, 'ada', 'x');
INSERT INTO demotion VALUES (1, 'lower-case', 1, 0, 9, 'ada', 'x');
