-- the token of the open form that wrote the event, and a number that grows as it sends
ALTER TABLE revision ADD COLUMN form TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
-- how a person likes the pages; a wish that is not here is as it comes
CREATE TABLE preference (
    person TEXT NOT NULL,
    wish TEXT NOT NULL CHECK (wish IN ('changes', 'scores', 'first-pass')),
    value INTEGER NOT NULL CHECK (value IN (0, 1)),
    PRIMARY KEY (person, wish)
) STRICT, WITHOUT ROWID;
