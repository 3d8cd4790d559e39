-- marked, resized, taken back; a confirmed finding that was removed; a judgement
INSERT INTO mark VALUES
    (1, 1, NULL, NULL, 'mark', 'target', 0, 0, 3, 'minor', '', '', '', '', 1, 1, 'ada', 'x'),
    (2, 1, 1, NULL, 'mark', 'target', 0, 0, 2, 'major', 'accuracy', 'No.', '', '', 1, 1, 'ada', 'x'),
    (3, 1, 1, 2, 'mark', 'target', 0, 0, 3, 'minor', '', '', '', '', 1, 1, 'ada', 'x'),
    (4, 4, NULL, NULL, 'mark', 'source', 0, 0, 3, 'major', '', '', 'abc', 'numbers', 1, 0, 'bruno', 'x'),
    (5, 4, 4, NULL, 'remove', 'source', 0, 0, 3, 'major', '', '', 'abc', 'numbers', 1, 0, 'bruno', 'x');
INSERT INTO judgement VALUES (1, 1, 0, 66.0, 0, 0, 'ada', 'x');
