-- work that is going on, with a file that waits, and work that failed
INSERT INTO job (id, kind, state, done, total, message, message_values, author, arguments, attempts,
        created, ended) VALUES
    (902, 'import', 'running', 1, 2, '', '{}', 'ada', '{}', 1, 'x', ''),
    (903, 'rescore', 'failed', 0, 1, '“%(name)s” is empty.', '{"name": "it.txt"}', 'ada', '{}', 3,
        'x', 'y');
INSERT INTO job_file VALUES (901, 902, 'due', 'it.txt', x'447565');
INSERT INTO job_outcome VALUES
    (901, 902, 'ponte', 'imported', 'ponte', 'argo', '', '{}'),
    (902, 902, 'tre', 'refused', '', '', '“%(name)s” is empty.', '{"name": "it.txt"}');
