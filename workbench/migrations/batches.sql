-- what was done, in words; undoes: the batch that this one takes back
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    template TEXT NOT NULL,
    template_values TEXT NOT NULL,
    undoes INTEGER REFERENCES batch(id),
    author TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
ALTER TABLE revision ADD COLUMN batch_id INTEGER REFERENCES batch(id);
CREATE INDEX revision_batch ON revision(batch_id);
