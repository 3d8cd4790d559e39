-- a save of an open form, and a wish
INSERT INTO revision (id, segment_id, base, kind, text, author, created, form, step)
    VALUES (9, 4, 8, 'draft', 'The c.', 'ada', 'x', 'tok', 3);
INSERT INTO preference VALUES ('ada', 'scores', 1), ('bruno', 'first-pass', 0);
