-- a request that was answered
INSERT INTO answer VALUES ('ada', 'k', 'hash', '', 201, '{}', x'7b7d', 'x');
