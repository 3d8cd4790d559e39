-- a term, another wording of it, and one that was removed
INSERT INTO term VALUES
    (1, NULL, 'Camera', 'House', '["Room"]', 'translate', 1, '', 0, 'ada', 'x'),
    (2, 1, 'Camera', 'Chamber', '["Room"]', 'translate', 1, 'The lower one', 0, 'bruno', 'x'),
    (3, NULL, 'Colle', '', '[]', 'keep', 1, '', 0, 'ada', 'x'),
    (4, 3, 'Colle', '', '[]', 'keep', 1, '', 1, 'ada', 'x');
