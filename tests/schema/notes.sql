-- a thread with an answer, resolved, and one that calls somebody
INSERT INTO note VALUES
    (1, 1, NULL, 'note', '@Bruno, one?', 'ada', 'x'), (2, 1, 1, 'note', 'Yes.', 'bruno', 'x'),
    (3, 1, 1, 'resolve', '', 'ada', 'x'), (4, 4, NULL, 'note', 'Open.', 'ada', 'x');
INSERT INTO mention VALUES (1, 'bruno');
