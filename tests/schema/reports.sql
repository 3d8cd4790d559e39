-- a confirmed segment, what was put right in it, an article summed up, and what the desk decided
INSERT INTO ai_finding VALUES (4, 'f9', 'magnitude', 'accuracy', 'major', 'p', 'q');
INSERT INTO outcome VALUES (1, 6, 3, '2026-01-05', 4, 1);
INSERT INTO correction VALUES ('one', 'One!', 1, 'uno');
INSERT INTO digest VALUES (6, '2026-01-05', 2, 1, 4);
INSERT INTO digest_finding VALUES (6, 'magnitude', 'major', 'accuracy', 1);
INSERT INTO digest_work VALUES (6, '2026-01-05', 1, 1, 4, 1.0, 1);
INSERT INTO lesson VALUES (1, 'one', 'One!', 'refused', 3, 'ada', 'x');
INSERT INTO demotion VALUES (1, 'lower-case', 1, 2, 20, 'ada', 'x');
