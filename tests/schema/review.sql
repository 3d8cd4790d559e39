-- approved, sent back, gone out in spite of it, taken up again, amended, given to somebody, counted
INSERT INTO review VALUES
    (1, 1, 3, 'approve', '', 0, 'ada', 'x'), (2, 4, 9, 'send-back', 'Read it again.', 1, 'bruno', 'x');
INSERT INTO release VALUES
    (1, 5, 'final', '{"open": 1}', 'It is late.', 'ada', 'x'), (2, 5, 'reopen', '{}', 'A typo.', 'ada', 'x');
INSERT INTO amendment VALUES (1, 4, 1, 'typo', '', 'bruno', 'x');
INSERT INTO assignment VALUES
    (1, 6, 'translate', 'ada', 'desk', 'x'), (2, 6, 'review', '', 'desk', 'x');
INSERT INTO tally VALUES (6, 2, 1, 1, 0, 0, 0, 0, 1, 0, 12.5);
