-- what people did of weight
INSERT INTO audit VALUES
    (1, 'ada', 'export', 'ponte', '{"system": "argo"}', 'x'), (2, '', 'login-refused', 'eve', '{}', 'x');
