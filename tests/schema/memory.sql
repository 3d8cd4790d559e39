-- the step itself remembers what was confirmed
INSERT INTO memory (rowid, source, target) VALUES (4, 'Uno. Due.', 'The one. The two.');
