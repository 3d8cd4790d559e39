-- two people, one of whom is gone, a login, a link and a key
INSERT INTO account VALUES
    (1, 'Ada Neri', 'ada neri', 'desk', 'hash', 'x', NULL),
    (2, 'Bruno', 'bruno', 'editor', NULL, 'x', 'x');
INSERT INTO login VALUES (1, 1, 'a1', 'Firefox', 'x', 'x', 'x', NULL);
INSERT INTO invitation VALUES (1, 2, 'b1', 'x', 'x', NULL);
INSERT INTO api_token VALUES (1, 1, 'c1', 'CMS', 'read', 'x', NULL, NULL);
