-- the setting, and reports of two people
INSERT INTO setting VALUES (1, 'effort', 'on', 'ada', 'x');
INSERT INTO effort VALUES
    (1, 1, 'ada', 's1', 1, 2000, 12, 'x'), (2, 4, 'bruno', 's2', 1, 900, 0, 'x');
