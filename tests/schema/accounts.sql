-- somebody who is logged in, somebody who was invited, and a program
INSERT INTO account VALUES
    (1, 'Ada', 'ada', 'desk', 'hash', 'x', NULL), (2, 'Bruno', 'bruno', 'editor', NULL, 'x', 'x');
INSERT INTO login VALUES (1, 1, 'aa', 'Firefox', 'x', 'x', 'y', NULL);
INSERT INTO invitation VALUES (1, 2, 'bb', 'x', 'y', NULL);
INSERT INTO api_token VALUES (1, 1, 'cc', 'the site', 'read', 'x', NULL, NULL);
